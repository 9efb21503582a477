"""What all screens draw on: the edition, its map, and how many have answered."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.text import _, _n
from stakeholder_graph.views.in_short.first_lines import Opening, opening
from stakeholder_graph.views.present.screens.screen import KINDS, NOTE_SILENT, Screen, SpeakerNote
from stakeholder_graph.views.scene import Scene
from stakeholder_graph.views.undrawn_lines import why_no_lines


@dataclass(frozen=True, eq=False)
class Room:
    """What a room sees.

    Parameters
    ----------
    copy : Copy
        Its edition.
    scene : Scene
        The map of that edition.
    """

    copy: Copy
    scene: Scene

    @cached_property
    def opening(self) -> Opening | None:
        """Who answered; None where the room may not see that."""
        return opening(self.copy)

    @property
    def lists_only(self) -> bool:
        """Whether lists say who takes part in what, and nobody was asked about ties."""
        return not self.copy.partnership.info.surveyed and not self.copy.partnership.graph(self.copy.wave).layers

    @property
    def silent(self) -> int | None:
        """How many have not answered yet; None where that is not known."""
        return self.opening.silent if self.opening else None

    def screen(
        self, id: str, title: str, lines: tuple[str, ...], notes: tuple[SpeakerNote, ...], **rest: Any
    ) -> Screen:
        """A screen of one of the known kinds, or of a kind of its own."""
        kind = rest.pop("kind", "") or _(KINDS[id])
        return Screen(id, kind, title, lines, notes, **rest)

    def key(self, id: str) -> str:
        """What decides the ranges that the room guesses between on a screen; the number itself does not."""
        return f"{self.copy.partnership.name}|{self.copy.wave}|{id}"

    @cached_property
    def outcomes(self) -> tuple[str, ...]:
        """The outcomes that may be said."""
        release = self.copy.release
        if release is None:
            return ()
        listed = (item for kind, item, _steers in release.items if kind == "outcome")
        return tuple(dict.fromkeys((*listed, *(outcome for outcome, _count in release.outcomes))))

    def teams_for(self, outcomes: Collection[str]) -> tuple[str, ...]:
        """The teams that a charter gives to one of these outcomes."""
        charters = self.copy.release.charters if self.copy.release else ()
        return tuple(dict.fromkeys(team for team, outcome in charters if outcome in outcomes))

    def with_all(self, kind: str, items: Collection[str]) -> frozenset[int]:
        """Whom this copy shows with all of these outcomes or teams, by number; nobody where it shows no such thing."""
        return frozenset(k for k, has in self.held(kind).items() if set(items) <= has)

    def held(self, kind: str) -> dict[int, set[str]]:
        """The outcomes or teams that this copy shows of each organization, by its number on the map."""
        number = {dot.name: k for k, dot in enumerate(self.scene.dots)}
        held: dict[int, set[str]] = {}
        for member in self.copy.release.of_wave().memberships if self.copy.release else ():
            if member.kind == kind and member.organization in number:
                held.setdefault(number[member.organization], set()).add(member.item)
        return held

    def title_of(self, finding: Finding) -> str:
        """What the measure of a finding is called."""
        return measures()[finding.name].title

    def names(self, who: Collection[int]) -> tuple[str, ...]:
        """Their names, in the order of the map."""
        return tuple(self.scene.dots[k].name for k in sorted(who))

    def answered_lines(self) -> tuple[str, ...]:
        """How many answered, in lines of a screen."""
        if self.opening is None or not self.copy.partnership.info.surveyed:
            return ()
        if not self.copy.answered_known:
            return (_("Nothing says who answered, so all are taken to have answered."),)
        if self.silent is None:
            return (self.opening.first,)
        if not self.silent and self.opening.not_counted:
            return (self.opening.first,)
        if not self.silent:
            return (_("Every one of us answered the survey."),)
        answered, listed = self.copy.answered()
        return (
            *filter(None, [self.opening.not_counted]),
            _("{answered} of {all} answered the survey.", answered=answered, all=listed),
            _n(
                "One answer is still to come: what it would say is not known.",
                "{count} answers are still to come: what they would say is not known.",
                self.silent,
            ),
            *(() if why_no_lines(self.copy) else (_("The map shows only connections that somebody has reported."),)),
        )

    def silent_note(self) -> SpeakerNote:
        """What to say when somebody asks about those who did not answer."""
        if not self.copy.partnership.info.surveyed:
            return SpeakerNote(_("If asked: and where does this come from?"), _("From files: nobody was asked."))
        if self.opening is None:
            said = _("Nothing here says how many answered.")
        elif not self.copy.answered_known:
            said = _("Nothing says who answered: all of it takes for granted that everyone did.")
        elif self.silent is None or self.opening.not_counted:
            said = self.opening.first
        elif not self.silent:
            said = _("Everyone answered, so nothing had to be guessed.")
        else:
            said = _n(
                "One has not answered yet. What it would say is not known.",
                "{count} have not answered yet. What they would say is not known.",
                self.silent,
            )
        return SpeakerNote(_(NOTE_SILENT), said)
