"""The brief: at most three findings, each with a picture, and a map on which the first that can be is drawn."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.large_networks import MOST_DRAWN
from stakeholder_graph.studies.page_one.story import Learned
from stakeholder_graph.text import _
from stakeholder_graph.views.amounts import display
from stakeholder_graph.views.certainty import standing
from stakeholder_graph.views.charts.figure import small_figure
from stakeholder_graph.views.charts.kinds.bars import BarRow, Bars
from stakeholder_graph.views.in_short.bars import Bar
from stakeholder_graph.views.in_short.finding_bars import MOST, finding_bars, says_all
from stakeholder_graph.views.in_short.ranges import range_said
from stakeholder_graph.views.in_short.title import title_of
from stakeholder_graph.views.in_short.who_answered import rests_on_few, silent
from stakeholder_graph.views.report.brief.partners_drawn import partners_drawn
from stakeholder_graph.views.report.brief.small_map import small_map
from stakeholder_graph.views.scene import scene
from stakeholder_graph.views.scene.drawn_finding import drawn

#: Beside so many bars in all there is no room for the rest of page one: then each picture of more has fewer.
MOST_BARS, FEWER = 9, 3
#: With fewer pictures than this beside the findings there is room for one more.
ROOM_FOR = 3


@dataclass(frozen=True, slots=True)
class KeyFinding:
    """A finding as page one tells it.

    Parameters
    ----------
    headline : str
        What was found, in a sentence.
    further : str
        What is to be said besides; mostly blank.
    standing : str
        How firmly it stands.
    strength : bool
        Whether it is good news.
    anchor : str
        Where the page goes on about it.
    layer : str
        The kind of tie; blank for none.
    picture : Markup
        Bars that show its point; blank where a sentence says it all.
    """

    headline: str
    further: str
    standing: str
    strength: bool
    anchor: str
    layer: str
    picture: Markup


@dataclass(frozen=True, slots=True)
class Brief:
    """What page one shows beside who answered, calls and questions.

    Parameters
    ----------
    findings : tuple of KeyFinding
        The findings.
    map : Markup or None
        A map on which one of them is drawn; None where no line may be drawn.
    drawn : int
        Which of them it is, from 1; 0 where the map shows none.
    hollow : bool
        Whether symbols of some are hollow, who have not answered yet.
    partners : Markup or None
        How many partners organizations have; None where there are sectors, or no room beside three pictures.
    """

    findings: tuple[KeyFinding, ...]
    map: Markup | None
    drawn: int
    hollow: bool = False
    partners: Markup | None = None


def brief(copy: Copy, learned: Sequence[Learned]) -> Brief:
    """Put the things learned on page one.

    Parameters
    ----------
    copy : Copy
        What its readers may see.
    learned : sequence of Learned
        The story.

    Returns
    -------
    Brief

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = Copy("backbone", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> brief(copy, ()).drawn, brief(copy, ()).map is None
    (0, False)
    """
    bars = sum(len(finding_bars(lesson.finding)[0]) for lesson in learned)
    most = MOST if bars <= MOST_BARS else FEWER
    findings = tuple(_key_finding(lesson, copy, most) for lesson in learned)
    if len(copy.partnership.graph(copy.wave).names) > MOST_DRAWN:
        return Brief(findings, None, 0)
    network = scene(copy)
    if not network.threads:
        return Brief(findings, None, 0)
    one_sector = len({dot.sector for dot in network.dots}) == 1
    pictures = sum(bool(finding.picture) for finding in findings)
    partners = partners_drawn([len(its) for its in network.partners]) if one_sector and pictures < ROOM_FOR else None
    hollow = silent(copy, copy.partnership.graph(copy.wave))
    shown = [drawn(lesson.finding, network, copy) for lesson in learned]
    first = next((number for number, on_map in enumerate(shown) if on_map), None)
    if first is None:
        return Brief(findings, small_map(network, hollow=hollow), 0, bool(hollow), partners)
    on_map = small_map(network, shown[first], findings[first].headline, hollow)
    return Brief(findings, on_map, first + 1, bool(hollow), partners)


def _key_finding(lesson: Learned, copy: Copy, most: int) -> KeyFinding:
    finding = lesson.finding
    bars, caption = finding_bars(finding, most)
    title, rest = title_of(finding)
    further = _so_far(finding) if says_all(finding) else (*rest, range_said(finding))
    return KeyFinding(
        title,
        " ".join(filter(None, (*further, rests_on_few(copy, finding)))),
        standing(lesson, surveyed=copy.partnership.info.surveyed),
        lesson.strength,
        finding.name,
        ", ".join(finding.scope.layers),
        _picture(bars, caption),
    )


def _so_far(finding: Finding) -> tuple[str, ...]:
    """What was counted, where the bars have the estimate for everybody."""
    estimated = finding.reading.estimated if finding.reading else None
    if estimated is None:
        return ()
    return (_("So far {so_far}.", so_far=display(finding, estimated.so_far, what=False)),)


def _picture(bars: Sequence[Bar], caption: str) -> Markup:
    """Bars, with colour for those that the sentence names; else the first, which the others are held against."""
    if not bars:
        return Markup("")
    named = [bar.named for bar in bars] if any(bar.named for bar in bars) else [k == 0 for k in range(len(bars))]
    rows = tuple(
        BarRow(bar.name, bar.length, bar.label, stands_out=stands_out)
        for bar, stands_out in zip(bars, named, strict=True)
    )
    return small_figure(Bars(caption, rows))
