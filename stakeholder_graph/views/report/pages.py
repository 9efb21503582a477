"""The pages of the report: after page one, what belongs together on one page each, in a sentence and a picture.

How each number came about, its test and its tables stand in the appendix; every point leads there.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.measures._sections import OF_TIES_ALONE, PAGES, SECTIONS, section_info
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.page_one.story import Learned, questions_of, raises_questions, story
from stakeholder_graph.text import _, translate
from stakeholder_graph.views.certainty import standing
from stakeholder_graph.views.charts.figure import note_below
from stakeholder_graph.views.charts.picture import NAMINGS, Picture
from stakeholder_graph.views.in_short.who_answered import rests_on_few
from stakeholder_graph.views.report.between_sectors import between
from stakeholder_graph.views.report.sections import Block, Section, Twin
from stakeholder_graph.views.sentences import headline

#: The kind of picture that a room finds in its appendix: it is shown few and large things.
DETAILED = "sector grid"
#: The kind of picture that is as tall as all others of its page.
TALL = "seats"
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
    twins : tuple of Twin
        What the picture draws, as tables.
    anchor : str
        Its place in the appendix.
    layer : str
        The kind of tie; blank for none.
    again : bool
        Whether page one has said it, so that it need not stand on the same paper twice.
    further : tuple of str
        What is said besides, for the desk.
    """

    headline: str
    standing: str
    picture: Picture | None
    twins: tuple[Twin, ...]
    anchor: str
    layer: str
    again: bool
    further: tuple[str, ...] = ()

    @property
    def draws(self) -> bool:
        """Whether there is anything in the picture."""
        return self.picture is not None and bool(self.picture.html)


@dataclass(frozen=True, slots=True)
class Page:
    """What belongs together: an id to link to, a title, its points, what it asks the room."""

    id: str
    title: str
    points: tuple[InShort, ...]
    questions: tuple[str, ...]


def pages(
    copy: Copy,
    appendix: Sequence[Section],
    on_page_one: Collection[str] = (),
    *,
    elsewhere: Collection[str] = (),
    raised: Collection[str] = (),
) -> tuple[Page, ...]:
    """Put the findings that say most on pages; each measure speaks once, of the main kind of tie.

    Parameters
    ----------
    copy : Copy
        What its readers may see.
    appendix : sequence of Section
        Of the same copy: what it draws of these findings stands on the pages.
    on_page_one : collection of str
        The measures whose findings page one tells: no sentence stands twice.
    elsewhere : collection of str
        The measures of which another page tells, in counts: a number on a line would say the same again.
    raised : collection of str
        The questions that page one asks.

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
    >>> [(page.id, [point.anchor for point in page.points]) for page in pages(copy, ())]
    [('network', ['density'])]
    """
    first: dict[str, Finding] = {}
    for finding in copy.findings:
        if finding.reading is not None:
            first.setdefault(finding.name, finding)
    judged = {learned.finding.name: learned for learned in story(copy.findings, len(copy.findings), copy.backbone)}
    blocks = {block.anchor: block for section in appendix for block in (*section.blocks, *section.supporting)}
    made = []
    of_ties = {} if copy.aims_asked else OF_TIES_ALONE
    for id, title in {**PAGES, **of_ties, **_of_other_packages(first)}.items():
        findings = [finding for name, finding in first.items() if _page_of(name) == id]
        points = [_point(finding, judged, blocks, copy, on_page_one) for finding in findings]
        # What page one has said and no picture adds to is not said again.
        kept = tuple(
            point
            for finding, point in zip(findings, points, strict=True)
            if not (_is_a_caption(finding) and not point.draws and not point.further)
            if (point.draws or point.anchor not in on_page_one)
            and not (point.anchor in elsewhere and (not point.draws or _on_a_line(point.anchor)))
        )
        asked = dict.fromkeys(
            translate(question)
            for finding in filter(raises_questions, findings)
            if finding.name not in elsewhere or any(point.anchor == finding.name for point in kept)
            if copy.aims_asked or "outcome" not in measures()[finding.name].reads
            for question in questions_of(finding)[:1]
            if translate(question) not in raised
        )
        # The tallest picture stands last, so that two columns come out alike.
        ordered = sorted(kept, key=lambda point: measures()[point.anchor].chart.kind == TALL)
        made.append(Page(id, translate(title), tuple(ordered), tuple(asked)[:QUESTIONS]))
    return _said_once([page for page in made if page.points], note_below(_(NAMINGS)))


def _said_once(made: Sequence[Page], note: Markup) -> tuple[Page, ...]:
    """The pages with a note below the first picture that has it, and below no other."""
    said, once = False, []
    for page in made:
        points = []
        for point in page.points:
            picture = point.picture
            has_it = picture is not None and note in picture.html
            if picture is not None and has_it and said:
                picture = replace(picture, html=picture.html.replace(note, ""))
            said |= has_it
            points.append(replace(point, picture=picture))
        once.append(replace(page, points=tuple(points)))
    return tuple(once)


def _is_a_caption(finding: Finding) -> bool:
    """Whether its reading only says what its table holds: without the table it says nothing."""
    return finding.reading is not None and finding.reading.id == "on_lines"


def _on_a_line(name: str) -> bool:
    """Whether the picture of a measure is its value on a line."""
    return measures()[name].chart.kind == "range"


def _page_of(name: str) -> str:
    """The page that a measure declares; of a section that another package made up, the section's own."""
    info = measures()[name]
    return info.page or (info.section if info.section not in SECTIONS else "")


def _of_other_packages(names: Collection[str]) -> dict[str, str]:
    """A page for each section that another package made up."""
    own = dict.fromkeys(measures()[name].section for name in names if measures()[name].section not in SECTIONS)
    return {section: section_info(section).title for section in own}


def _point(
    finding: Finding,
    judged: Mapping[str, Learned],
    blocks: Mapping[str, Block],
    copy: Copy,
    on_page_one: Collection[str],
) -> InShort:
    again, learned = finding.name in on_page_one, judged.get(finding.name)
    info = measures()[finding.name]
    layer = ", ".join(finding.scope.layers)
    block = blocks.get(finding.name)
    large = copy.confidential or info.chart.kind != DETAILED
    draws = block is not None and block.layer == layer and large
    further = between(copy) if info.role == "sector pairs" else ()
    return InShort(
        headline=translate(info.title) if again else headline(finding),
        standing=standing(learned, surveyed=copy.partnership.info.surveyed) if learned and not again else "",
        picture=block.picture if block and draws else None,
        twins=block.twins if block and draws else (),
        anchor=finding.name,
        layer=layer,
        again=again,
        further=tuple(filter(None, ("" if again else rests_on_few(copy, finding), *further))),
    )
