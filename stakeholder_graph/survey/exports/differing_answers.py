"""Answers of one organization that differ: what each says, who seems to have given them, what each choice leads to."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import get_args

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.answers_alike import contradict
from stakeholder_graph.survey.exports.questions import LocatedQuestion, Respondents
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.model import SeveralAnswers
from stakeholder_graph.text import N_, _, _n, listing

#: From this share of organizations on that answered more than once, several people of each were asked.
MOSTLY = 0.5
RULES: tuple[SeveralAnswers, ...] = get_args(SeveralAnswers)
#: So many organizations are named where the same is asked of several.
_MOST_NAMED = 5
#: Whom a column names, or how to reach them: where it differs, several people answered.
_PERSON = re.compile(
    r"e-?mail( address)?|recipient ?(e-?mail|first ?name|last ?name)|(your|first|last|full) ?name|name|user ?name|"
    r"(su|tu) nombre|nombre|apellido|correo( electr[oó]nico)?",
    re.IGNORECASE,
)
_UNTIL: Mapping[SeveralAnswers, str] = {
    "combine": N_("Until you decide, they are put together."),
    "latest": N_("Until you decide, the latest counts."),
    "first": N_("Until you decide, the first counts."),
}


@dataclass(frozen=True, eq=False)
class DifferingAnswers:
    """Organizations with several answers to one export that say different things.

    Parameters
    ----------
    rows : mapping of str to list of int
        By organization, the earliest first.
    dated : bool
        Whether the export says when they came; else a lower row counts as later.

    Examples
    --------
    >>> DifferingAnswers({"Zoo": [2, 5, 9]}, dated=False).dropped("latest")
    {2, 5}
    """

    rows: Mapping[str, list[int]]
    dated: bool

    def dropped(self, rule: SeveralAnswers) -> set[int]:
        """Give the rows that do not count under a rule.

        Parameters
        ----------
        rule : {"combine", "latest", "first"}
            As of the settings.
        """
        if rule == "combine":
            return set()
        return {row for rows in self.rows.values() for row in (rows[:-1] if rule == "latest" else rows[1:])}

    def are_people(self, known: Respondents) -> bool:
        """Whether a column that the settings name tells the respondents of every one of them apart.

        Parameters
        ----------
        known : Respondents
            Who answers the export.
        """
        return all(_differ([known.persons.get(row, "") for row in rows], every=True) for rows in self.rows.values())


def proposal(differing: DifferingAnswers, questions: Sequence[LocatedQuestion], known: Respondents) -> SeveralAnswers:
    """Propose what counts: all answers where several people gave them or none contradicts another, else the latest.

    Where most organizations answered more than once, a survey went to several people of each.

    Parameters
    ----------
    differing : DifferingAnswers
        Of one export.
    questions : sequence of LocatedQuestion
        Of the same.
    known : Respondents
        Who answers it.
    """
    table = known.table
    place = {row: number for number, row in enumerate(table.rows)}
    if len(differing.rows) > MOSTLY * len(set(map(normal, known.names.values()))):
        return "combine"
    columns = [table.cells[column.header] for column in table.columns if _PERSON.fullmatch(column.header.strip())]
    columns = [cells for cells in columns if not any(cells[place[row]] == name for row, name in known.names.items())]
    for rows in differing.rows.values():
        by_column = [[cells[place[row]] for row in rows] for cells in columns]
        if any(_differ(texts) for texts in ([known.persons.get(row, "") for row in rows], *by_column)):
            return "combine"
    return "latest" if contradict(questions, list(differing.rows.values())) else "combine"


def choices_in_words(
    differing: DifferingAnswers,
    numbers: Sequence[int],
    until: SeveralAnswers,
    file: str,
    inspection: Inspection,
    key: str = "several_answers",
    shown: Callable[[int], str] = str,
) -> tuple[str, str]:
    """Say what is open, what follows from each choice, and what counts until somebody decides; and how to decide.

    Parameters
    ----------
    differing : DifferingAnswers
        Of one export, or one plain table.
    numbers : sequence of int
        How many ties each of `RULES` gives; empty where the export asks about none.
    until : {"combine", "latest", "first"}
        What counts for now.
    file : str
        The export, or the table.
    inspection : Inspection
        Knows how the settings are spelled.
    key : str
        The setting.
    shown : callable
        How a row is called.
    """
    names = [
        _("“{name}” (rows {rows})", name=name, rows=listing(map(shown, rows)))
        for name, rows in list(differing.rows.items())[:_MOST_NAMED]
    ]
    if len(differing.rows) > _MOST_NAMED:
        names.append(_("others"))
    sentences = [
        _n(
            "{count} organization answered more than once in {file}, and differently: {names}.",
            "{count} organizations answered more than once in {file}, and differently: {names}.",
            len(differing.rows),
            file=file,
            names=listing(names),
        )
    ]
    if len(set(numbers)) == 1:
        sentences.append(_("Each choice gives {count} ties in all; what differs is something else.", count=numbers[0]))
    elif numbers:
        combined, latest, first = numbers
        sentences.append(
            _(
                "Put together, the answers give {combined} ties in all; with the latest of each, {latest}; with the "
                "first, {first}.",
                combined=combined,
                latest=latest,
                first=first,
            )
        )
    if not differing.dated:
        sentences.append(_("Nothing says when each came, so the lowest row is taken for the latest."))
    todo = _(
        "If several people answered, {set_combine}; if somebody corrected an earlier answer, {set_latest}.",
        set_combine=inspection.to_set(key, "combine"),
        set_latest=inspection.to_set(key, "latest"),
    )
    return " ".join([*sentences, _(_UNTIL[until])]), todo


def _differ(texts: Sequence[str], *, every: bool = False) -> bool:
    """Whether nobody left blank who they are, and there are at least two, or none twice."""
    folded = {text.casefold() for text in texts}
    return all(texts) and (len(folded) == len(texts) if every else len(folded) > 1)
