"""Notes the rows of a rubric that one file decides more than once in a wave."""

from collections.abc import Iterable
from typing import NamedTuple

from stakeholder_graph.model.evidence_words import OPEN_WORDS, header_in
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.text import _


class Decided(NamedTuple):
    """What a row of a file decides, where it stands, and what it is about: rubric, row and wave in lower case."""

    file: str
    row: int
    about: tuple[str, ...]
    benchmark: str
    status: str
    date: str


def note_repeated(decisions: Iterable[Decided], inspection: Inspection) -> None:
    """Note decisions about a row that is decided already: of two statuses neither may win without a word.

    Parameters
    ----------
    decisions : iterable of Decided
        Of one file, in the order of its rows.
    inspection : Inspection
        Takes a problem where two statuses have the same date or no date, and advice elsewhere.

    Examples
    --------
    >>> about = ("five", "funded", "1")
    >>> said = ((2, "shown"), (5, "not met"))
    >>> twice = [Decided("evidence.csv", row, about, "funded", word, "") for row, word in said]
    >>> note_repeated(twice, inspection := Inspection())
    >>> inspection.problems[0].what
    'The row “funded” is “not met” here and “shown” in row 2 of evidence.csv.'
    """
    before: dict[tuple[str, ...], Decided] = {}
    for here in decisions:
        if here.status in OPEN_WORDS:
            continue
        there = before.setdefault(here.about, here)
        if there is here:
            continue
        column = header_in(here.file, "status")
        names = {"benchmark": here.benchmark, "row": str(there.row), "file": there.file}
        if here.status == there.status:
            inspection.advise(
                _("The row “{benchmark}” is decided in row {row} of {file}, too, in the same way; it counts once.",
                  **names),
                _("Take one of the two out."), here.file, here.row, column,
            )  # fmt: skip
        elif here.date and there.date and here.date != there.date:
            inspection.advise(
                _("The row “{benchmark}” is decided otherwise in row {row} of {file}; the later date counts.", **names),
                _("If that is not what you mean, take one of the two out."), here.file, here.row, column,
            )  # fmt: skip
        else:
            inspection.wrong(
                _("The row “{benchmark}” is “{here}” here and “{there}” in row {row} of {file}.",
                  here=here.status, there=there.status, **names),
                _("Keep the decision that is right, and take the other one out."), here.file, here.row, column,
            )  # fmt: skip
        if here.date >= there.date:
            before[here.about] = here
