"""A chart on a page: its picture for each width, a title, what it rests on, and where that comes from."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import _, current_language
from stakeholder_graph.views.charts.drawing.inline_svg import inline
from stakeholder_graph.views.charts.kinds.bars import Bars
from stakeholder_graph.views.charts.kinds.key import KeyEntry, SharedKey
from stakeholder_graph.views.charts.kinds.line_key import LineKey
from stakeholder_graph.views.charts.kinds.line_row import LineRow
from stakeholder_graph.views.charts.kinds.plot import SIZES, Plot, Size
from stakeholder_graph.views.charts.kinds.range_line import RangeLine
from stakeholder_graph.views.charts.kinds.small_multiples import SmallMultiples

_FIGURE = Markup('<figure class="chart">{caption}{drawn}{under}</figure>')
_CAPTION = Markup("<figcaption>{}</figcaption>")
_UNDER = Markup('<p class="source">{}</p>')
_NOTE = Markup('<p class="key">{}</p>')
_ROW = Markup('<div class="chart indicator-row">{}</div>')
_KEY_ROW = Markup('<div class="chart indicator-row key-row">{}</div>')
_PANELS = Markup('<div class="panels">{}</div>')
_PANEL = Markup('<div class="chart panel"><p>{}</p>{}</div>')


@dataclass(frozen=True, slots=True)
class Basis:
    """What a chart rests on.

    Parameters
    ----------
    counted : str
        How many of what it counts, such as ``"469 connections"``; blank where the chart says it itself.
    notes : tuple of str
        How to read its marks, where its key cannot say so.
    """

    counted: str = ""
    notes: tuple[str, ...] = ()


def figure(plot: Plot | SmallMultiples, basis: Basis | None = None, source: str = "") -> Markup:
    """Put a chart into a page.

    Parameters
    ----------
    plot : Plot or SmallMultiples
        What is drawn; its texts are escaped here.
    basis : Basis, optional
        What it rests on.
    source : str
        Where that comes from, of `source_line`.

    Returns
    -------
    Markup
        A ``<figure>`` for pages that have ``charts.css``. The table of the same numbers stands beside it on the page.
    """
    basis = basis or Basis()
    if isinstance(plot, SmallMultiples):
        panels = (
            _PANEL.format(panel.title, drawn_at(panel, "narrow", _heard(panel), "panel")) for panel in plot.panels
        )
        drawn = _PANELS.format(Markup("").join(panels))
    elif isinstance(plot, RangeLine):
        drawn = drawn_at(plot, "wide", plot.described, "single")
    else:
        drawn = Markup("").join(drawn_at(plot, size, plot.title, size) for size in SIZES)
    under = _lines(_NOTE, basis.notes)
    under += _lines(_UNDER, [" ".join(filter(None, (f"n = {basis.counted}." if basis.counted else "", source)))])
    caption = "" if isinstance(plot, RangeLine) or not plot.title else _CAPTION.format(plot.title)
    return _FIGURE.format(caption=caption, drawn=drawn, under=under)


def rows_figure(rows: Sequence[LineRow]) -> Markup:
    """Rows of indicators below each other; their key stands once above all of them.

    Parameters
    ----------
    rows : sequence of LineRow
        None gives nothing.

    Examples
    --------
    >>> rows_figure(())
    Markup('')
    >>> rows_figure((LineRow("Reading", None, "better", "better, +6 points"),)).count("<svg")
    2
    """
    if not rows:
        return Markup("")
    drawn = (_ROW.format(_both(row, row.described)) for row in rows)
    return Markup("").join(drawn)


def shared_key(*entries: KeyEntry) -> Markup:
    """One key for all charts below it.

    Parameters
    ----------
    *entries : KeyEntry
        In order.
    """
    key = SharedKey(entries)
    return _KEY_ROW.format(_both(key, key.title))


def key_figure(rows: Sequence[LineRow]) -> Markup:
    """What the marks in some rows mean.

    Parameters
    ----------
    rows : sequence of LineRow
        None gives nothing.
    """
    if not rows:
        return Markup("")
    key = LineKey(tuple(rows))
    return _KEY_ROW.format(_both(key, key.title))


def _both(plot: Plot, label: str) -> Markup:
    return Markup("").join(drawn_at(plot, size, label, size) for size in SIZES)


def _heard(plot: Plot) -> str:
    return plot.described if isinstance(plot, LineRow) else plot.title


def note_below(note: str) -> Markup:
    """How a note stands below a chart.

    Parameters
    ----------
    note : str
        One of the notes of a `Basis`.
    """
    return _NOTE.format(note)


def drawn_at(plot: Plot, size: Size, label: str, kind: str) -> Markup:
    """Draw a chart for one width; a chart that several pages show is drawn once.

    Parameters
    ----------
    plot : Plot
        What is drawn.
    size : {"wide", "narrow", "small", "medium"}
        For which width.
    label, kind : str
        What it shows, for those who do not see it, and its class.
    """
    return _drawn(plot, size, label, kind, current_language())


@lru_cache(maxsize=256)
def _drawn(plot: Plot, size: Size, label: str, kind: str, language: str) -> Markup:
    """The keys of charts are in the language of the page, so it is part of what is asked for."""
    return inline(plot.draw(size), label, kind)


def small_figure(plot: Bars) -> Markup:
    """A small chart beside a sentence that says where its numbers come from.

    Parameters
    ----------
    plot : Bars
        With few rows. Those who do not see it hear what it counts and every number. Where names would take several
        lines, a wider drawing with fewer lines is shown where there is room.

    Examples
    --------
    >>> from stakeholder_graph.views.charts.kinds.bars import BarRow
    >>> rows = BarRow("As it is", 3, "3", stands_out=True), BarRow("Would be usual", 15, "15")
    >>> 'aria-label="Ties among nine: As it is 3; Would be usual 15"' in small_figure(Bars("Ties among nine", rows))
    True
    """
    heard = f"{plot.title}: " if plot.title else ""
    label = heard + "; ".join(f"{row.name} {row.written}" for row in plot.rows)
    caption = _CAPTION.format(plot.title) if plot.title else ""
    # Both are there whatever the labels are, so that no word changes what a page is made of.
    drawn = drawn_at(plot, "small", label, "small") + drawn_at(plot, "medium", label, "medium")
    return _FIGURE.format(caption=caption, drawn=drawn, under="")


def _lines(pattern: Markup, texts: Iterable[str]) -> Markup:
    return Markup("").join(pattern.format(text) for text in texts if text)


def source_line(copy: Copy) -> str:
    """Where the charts of a copy come from, and how many answered.

    Parameters
    ----------
    copy : Copy
        Only what its readers may know of who answered is said.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = Copy("backbone", Partnership("P", {"2025": from_networkx(nx.path_graph(3))}, {}), (), "2025")
    >>> source_line(copy)
    'Survey of 2025, 3 of 3 answered.'
    """
    date, several = copy.partnership.graph(copy.wave).wave.date, len(copy.partnership.graphs) > 1
    # Folders without waves have one, which nobody named.
    when = copy.wave if several or copy.wave != "1" else date
    if not copy.partnership.info.surveyed:
        return _("The partnership’s lists of {when}.", when=when) if when else _("The partnership’s lists.")
    answered, listed = copy.answered()
    if not copy.answered_known or answered is None:
        return _("Survey of {when}.", when=when) if when else _("The partnership’s survey.")
    if not when:
        return _("The partnership’s survey, {answered} of {listed} answered.", answered=answered, listed=listed)
    return _("Survey of {when}, {answered} of {listed} answered.", when=when, answered=answered, listed=listed)
