"""What a sheet of an outcome consists of: its lines, the names in them, and all of it together."""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Named:
    """An organization, a sector or a place, and the sector whose symbol stands before it; blank for none."""

    name: str
    sector: str = ""
    on_map: bool = False


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One line of a sheet: a label, names, and sentences after them."""

    label: str
    names: tuple[Named, ...] = ()
    said: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BoardView:
    """The strategies of a sheet as a table.

    Parameters
    ----------
    columns : tuple of str
        Their headings; a column in which no strategy has anything is left out.
    rows : tuple of tuple of (str, str)
        Of each strategy a cell for each column: what it says, and what stands small below it.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[tuple[str, str], ...], ...]


@dataclass(frozen=True, slots=True)
class SheetView:
    """One sheet as the page shows it.

    Parameters
    ----------
    anchor, title : str
        To link to, and the outcome.
    story : str
        Its story in a few short sentences.
    blocks : tuple of SheetLine
        What blocks it.
    lines : tuple of SheetLine
        Who works on it and who sits on its team, who is missing, what is tried and can be offered, its indicators.
    steps : tuple of str
        What its team may do next, the first the nearest; none beyond the desk.
    indicators : tuple of str
        The names of those drawn.
    drawn : Markup or None
        Its indicators and gaps over time; nothing without figures, and beyond the desk.
    board : BoardView or None
        What is tried for it; nothing without strategies, and beyond the desk.
    """

    anchor: str
    title: str
    story: str
    blocks: tuple[SheetLine, ...]
    lines: tuple[SheetLine, ...]
    steps: tuple[str, ...] = ()
    drawn: Markup | None = None
    indicators: tuple[str, ...] = ()
    board: BoardView | None = None
