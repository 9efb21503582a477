"""The pages of the report: after page one, what belongs together on one page each, in a sentence and a picture.

How each number came about, its test and its tables stand in the appendix; every point leads there.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.measures._sections import SECTIONS, section_info
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.page_one.story import Learned, story
from stakeholder_graph.text import N_, translate
from stakeholder_graph.views.certainty import standing
from stakeholder_graph.views.charts import Looks, picture
from stakeholder_graph.views.charts.figure import source_line
from stakeholder_graph.views.charts.picture import Picture
from stakeholder_graph.views.sentences import headline

#: Which measures stand on which page, in their order; the title of each page.
PAGES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "silos": (N_("Working across sectors"), ("ei_index", "sector_mixing")),
    "missing": (N_("Who is missing"), ("sector_coverage", "response", "team_coverage")),
    "alignment": (N_("What we stand for together"), ("agenda_agreement", "tie_predictors")),
    "network": (
        N_("The network as a whole"),
        ("density", "backbone_dependence", "betweenness", "reciprocity", "collaboration_levels", "trust"),
    ),
}

#: The kind of picture that takes the whole width.
WIDE = "sector grid"
#: Questions for the room below each page.
QUESTIONS = 2


@dataclass(frozen=True, slots=True)
class InShort:
    """One finding on a page, in a sentence and a picture.

    Parameters
    ----------
    headline : str
        What was found; only what was measured where page one has said it.
    standing : str
        How firmly it stands; blank where that is not judged.
    picture : Picture or None
        Where there is something to draw.
    anchor : str
        Its place in the appendix.
    layer : str
        The kind of tie; blank for none.
    wide : bool
        Whether the picture takes the whole width.
    """

    headline: str
    standing: str
    picture: Picture | None
    anchor: str
    layer: str
    wide: bool


@dataclass(frozen=True, slots=True)
class Page:
    """What belongs together: an id to link to, a title, its points, what it asks the room."""

    id: str
    title: str
    points: tuple[InShort, ...]
    questions: tuple[str, ...]


def pages(copy: Copy, looks: Looks, on_page_one: Collection[str] = ()) -> tuple[Page, ...]:
    """Put the findings that say most on pages; each measure speaks once, of the main kind of tie.

    Parameters
    ----------
    copy : Copy
        What its readers may see.
    looks : mapping of str to Look
        Of the sectors.
    on_page_one : collection of str
        The measures whose findings page one tells: no sentence stands twice.

    Returns
    -------
    tuple of Page
        None of them empty. Sections of other packages follow with all that they have.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.studies.assess import assess
    >>> path = Partnership("P", {"1": from_networkx(nx.path_graph(9))}, {})
    >>> copy = Copy("backbone", path, assess(path, ["density", "trust"]), "1")
    >>> [(page.id, [point.anchor for point in page.points]) for page in pages(copy, {})]
    [('network', ['density'])]
    """
    first: dict[str, Finding] = {}
    for finding in copy.findings:
        if finding.reading is not None:
            first.setdefault(finding.name, finding)
    judged = {learned.finding.name: learned for learned in story(copy.findings, at_most=len(copy.findings))}
    known = measures()
    other = dict.fromkeys(known[name].section for name in first if known[name].section not in SECTIONS)
    everything = [(id, translate(title), names) for id, (title, names) in PAGES.items()]
    everything += [
        (
            section,
            translate(section_info(section).title),
            tuple(name for name in first if known[name].section == section),
        )
        for section in other
    ]
    made = (
        _page(id, title, [first[name] for name in names if name in first], judged, copy, looks, on_page_one)
        for id, title, names in everything
    )
    return tuple(page for page in made if page.points)


def _page(
    id: str,
    title: str,
    findings: Sequence[Finding],
    judged: Mapping[str, Learned],
    copy: Copy,
    looks: Looks,
    on_page_one: Collection[str],
) -> Page:
    asked = dict.fromkeys(
        translate(question) for finding in findings for question in measures()[finding.name].questions[:1]
    )
    points = [_point(finding, judged.get(finding.name), copy, looks, on_page_one) for finding in findings]
    # What page one has on_page_one and no picture adds to is not on_page_one again.
    kept = [point for point in points if point.picture or point.anchor not in on_page_one]
    return Page(id, title, tuple(sorted(kept, key=lambda point: point.wide)), tuple(asked)[:QUESTIONS])


def _point(
    finding: Finding, learned: Learned | None, copy: Copy, looks: Looks, on_page_one: Collection[str]
) -> InShort:
    again = finding.name in on_page_one
    info = measures()[finding.name]
    # A room is shown few and large things; the wide ones stand in its appendix.
    wide = info.chart.kind == WIDE
    return InShort(
        headline=translate(info.title) if again else headline(finding),
        standing=standing(learned, surveyed=copy.partnership.info.surveyed) if learned and not again else "",
        picture=picture(finding, looks, source_line(copy)) if copy.confidential or not wide else None,
        anchor=finding.name,
        layer=", ".join(finding.scope.layers),
        wide=wide,
    )
