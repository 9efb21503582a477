"""The two columns of a profile, and how closely they are set so that all stays on one sheet."""

from collections.abc import Iterator
from dataclasses import dataclass

from stakeholder_graph.views.profile.profile_words import AnswerRow, OutcomeRow, PartnerRow

#: So many letters fit into a line of a column, and so many lines into both columns of a sheet, as it is set.
LETTERS, LINES = 46, 66
#: With more lines a sheet is set closer, and closer still, in smaller letters.
CLOSER, CLOSEST = 96, 156


@dataclass(frozen=True, slots=True)
class ProfileColumns:
    """All that stands in the columns; text, not yet escaped.

    Parameters
    ----------
    named, by_others, on_map : tuple of PartnerRow
        Whom the organization named, who named it, and lines of which nobody knows who reported them.
    unnamed : tuple of str
        Persons on the map, by their numbers.
    outcomes : tuple of OutcomeRow
        Its outcomes, with those who could join forces.
    teams : tuple of (str, tuple of str)
        Its teams, each with its outcomes.
    further : tuple of AnswerRow
        What else it said.
    taken_on, taken_on_with : tuple of str
        What it took on, and what others took on with it.
    becomes : tuple of str
        What becomes of its answers.
    """

    named: tuple[PartnerRow, ...]
    by_others: tuple[PartnerRow, ...]
    on_map: tuple[PartnerRow, ...]
    unnamed: tuple[str, ...]
    outcomes: tuple[OutcomeRow, ...]
    teams: tuple[tuple[str, tuple[str, ...]], ...]
    further: tuple[AnswerRow, ...]
    taken_on: tuple[str, ...]
    taken_on_with: tuple[str, ...]
    becomes: tuple[str, ...]

    @property
    def density(self) -> str:
        """How closely the sheet is set: blank, "many", "very-many" or "most"."""
        lines = sum(-(-len(text) // LETTERS) for text in self._texts()) + 2 * self._headings
        if lines <= LINES:
            return ""
        return "many" if lines <= CLOSER else "very-many" if lines <= CLOSEST else "most"

    @property
    def _headings(self) -> int:
        lists = (self.named, self.by_others, self.on_map, self.unnamed, self.outcomes, self.teams, self.becomes)
        return sum(map(bool, lists)) + len(self.further) + bool(self.taken_on or self.taken_on_with)

    def _texts(self) -> Iterator[str]:
        for partner in (*self.named, *self.by_others, *self.on_map):
            yield f"{partner.name} ({partner.said})"
        for outcome in self.outcomes:
            yield from (outcome.title, outcome.said, *outcome.names, outcome.more)
        for team, about in self.teams:
            yield f"{team} ({', '.join(about)})"
        for answers in self.further:
            yield from answers.said
        yield from (*self.unnamed, *self.taken_on, *self.taken_on_with, *self.becomes)
