"""The sheets of all outcomes as one page that prints a sheet an outcome, on A4 or Letter."""

from collections.abc import Iterator
from dataclasses import dataclass

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.views.outcomes.handout.public_lines import public_lines
from stakeholder_graph.views.outcomes.sheet_view import SheetLine, SheetView
from stakeholder_graph.views.outcomes.sheets import outcome_sheets_of
from stakeholder_graph.views.own.looks import looks_of
from stakeholder_graph.views.page import render

#: With so few names a sheet is set larger, to be read across a table; with more than the others closer, so that it
#: stays one page.
FEW, MANY, VERY_MANY = 16, 32, 64


@dataclass(frozen=True, slots=True)
class TableSheet:
    """One sheet.

    Parameters
    ----------
    title, story : str
        The outcome, and its story in a few sentences.
    lines : tuple of SheetLine
        Who works on it, who is missing, its indicators, what is tried.
    density : {"few", "", "many", "very-many"}
        How closely it is set.
    """

    title: str
    story: str
    lines: tuple[SheetLine, ...]
    density: str = ""


def has_outcome_sheets(copy: Copy) -> bool:
    """Whether a copy may name any outcome.

    Parameters
    ----------
    copy : Copy
        The room's.

    Examples
    --------
    >>> from stakeholder_graph.graph import Partnership
    >>> has_outcome_sheets(Copy("partners", Partnership("Ours", {}, {}), (), "1"))
    False
    """
    return bool(copy.release and copy.release.outcomes)


def draw_outcome_sheets(copy: Copy) -> str:
    r"""Draw a sheet for each outcome, for a table of eight to talk over and to write on.

    Parameters
    ----------
    copy : Copy
        The room's; all stands on the sheets that it may hold of an outcome, and nothing else.

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``. It runs no script and asks for nothing.

    Raises
    ------
    ValueError
        If the copy is the backbone's own.

    Examples
    --------
    >>> from stakeholder_graph.editions import copy_of
    >>> from stakeholder_graph.editions.release import Release, WaveRelease
    >>> release = Release("partners", "Ours", "1", (), (WaveRelease("1"),), outcomes=(("Reading", 7),))
    >>> "Reading</h2>" in draw_outcome_sheets(copy_of(release, []))
    True
    """
    if copy.confidential or copy.release is None:
        raise ValueError("Outcome sheets are drawn from the room's copy.")
    return render(
        copy,
        "views/outcomes/handout/handout.html",
        wave=copy.wave,
        waves=len(copy.release.waves),
        sheets=tuple(_sheets(copy)),
        looks=looks_of(copy.partnership),
    )


def _sheets(copy: Copy) -> Iterator[TableSheet]:
    """Those of which something is said, as they stand in the report, then all other outcomes."""
    known = outcome_sheets_of(copy)
    for view in known:
        yield _sheet(copy, view)
    titles = {view.title for view in known}
    assert copy.release is not None
    for outcome, _count in copy.release.outcomes:
        if outcome not in titles:
            yield _sheet(copy, SheetView("", outcome, "", (), ()))


def _sheet(copy: Copy, view: SheetView) -> TableSheet:
    assert copy.release is not None
    figures = public_lines(copy.release, view.title)
    known = {result.indicator for result in copy.release.results}
    # An indicator of which there are figures is not named a second time.
    kept = tuple(line for line in (*view.blocks, *view.lines) if line.names or not known.issuperset(line.said))
    lines = (*kept, *figures)
    taken = sum(len(line.names) + 2 * len(line.said) for line in lines)
    return TableSheet(view.title, view.story, lines, _density(taken))


def _density(taken: int) -> str:
    if taken <= FEW:
        return "few"
    return "very-many" if taken > VERY_MANY else "many" if taken > MANY else ""
