"""The community's page: who takes part by sector, how sectors work together, and how many work on each outcome."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from stakeholder_graph.editions.community.community_release import OTHER
from stakeholder_graph.editions.community.counts import CommunityCounts, LayerCounts
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import _, _n, number, translate
from stakeholder_graph.views.charts.figure import figure, source_line
from stakeholder_graph.views.charts.kinds.bars import BarRow, Bars
from stakeholder_graph.views.community.words_said import words_said
from stakeholder_graph.views.page import render


@dataclass(frozen=True, slots=True)
class LayerView:
    """Connections of one kind: sentences, and a row for each pair of sectors."""

    layer: str
    said: tuple[str, ...]
    rows: tuple[tuple[str, str, str], ...]


def draw_community(copy: Copy) -> str:
    r"""Draw the page.

    Parameters
    ----------
    copy : Copy
        The community's.

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``. It runs no script and asks for nothing.

    Raises
    ------
    ValueError
        For another edition.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> ours = Partnership("Ours", {"1": from_networkx(nx.path_graph(7))}, {})
    >>> "7 organizations take part." in draw_community(make_copy("community", ours, [], "1"))
    True
    """
    release = copy.release
    if release is None or release.community is None:
        raise ValueError("this page is for the community's copy")
    counts = release.community
    return render(
        copy,
        "views/community/community.html",
        people=_n("{count} organization takes part.", "{count} organizations take part.", release.of_wave().listed),
        source=source_line(copy),
        sector_called=release.sector_called,
        sectors=_bars(_("Organizations by {sector}", sector=release.sector_called), _sector_counts(counts)),
        layers=[_layer_view(layer) for layer in counts.layers],
        outcomes=_bars(_("Organizations that work on each outcome"), release.outcomes),
        teams=_bars(_("Organizations in each team"), counts.teams),
        clusters=[_group(outcomes, size) for outcomes, size in counts.clusters],
        words=[word.said for word in words_said(copy)],
    )


def few() -> str:
    """How a number under five is written."""
    return _("fewer than five")


def _sector_counts(counts: CommunityCounts) -> Iterator[tuple[str, int]]:
    return ((_sector(name), count) for name, count in counts.sectors)


def _sector(name: str) -> str:
    return translate(OTHER) if name == OTHER else name


def _bars(title: str, counted: Iterable[tuple[str, int | None]]) -> Markup:
    """A bar for each number, and the words for those that are too small to be told; blank without any."""
    rows = tuple(BarRow(name, count, few() if count is None else number(count)) for name, count in counted)
    return figure(Bars(title, rows)) if rows else Markup("")


def _layer_view(layer: LayerCounts) -> LayerView:
    said = []
    if layer.lines is not None:
        said.append(
            _n(
                "{count} of {pairs} pairs of organizations is connected.",
                "{count} of {pairs} pairs of organizations are connected.",
                layer.lines,
                count=number(layer.lines),
                pairs=number(layer.pairs),
            )
        )
    if layer.across is not None and len(layer.between) > 1:
        said.append(_("Of these, {across} are of two sectors.", across=number(layer.across)))
    rows = tuple(
        (
            _("within {sector}", sector=_sector(pair.first))
            if pair.first == pair.second
            else _("{one} and {other}", one=_sector(pair.first), other=_sector(pair.second)),
            few() if pair.lines is None else number(pair.lines),
            number(pair.pairs),
        )
        for pair in layer.between
    )
    return LayerView(layer.layer, tuple(said), rows)


def _group(outcomes: str, size: int) -> str:
    return _n(
        "{count} organization works on the same outcomes: {outcomes}.",
        "{count} organizations work on the same outcomes: {outcomes}.",
        size,
        outcomes=outcomes,
    )
