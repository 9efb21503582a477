"""Draws the report page from what an edition lets its readers see."""

from collections import Counter

from stakeholder_graph import __version__
from stakeholder_graph.editions.view import Seen
from stakeholder_graph.studies.call_list import call_list, first_calls
from stakeholder_graph.studies.headlines import Learned, questions, story
from stakeholder_graph.views.call_list.draw import line_of
from stakeholder_graph.views.charts import Looks
from stakeholder_graph.views.page import render
from stakeholder_graph.views.report.opening import changes, draft_lines, opening
from stakeholder_graph.views.report.sections import sections
from stakeholder_graph.views.style import sector_looks
from stakeholder_graph.views.sure import standing, sure_of_story
from stakeholder_graph.views.words import headline

FOR = {"backbone": "For the backbone", "partners": "For the room", "community": "For the community"}


def draw_report(
    seen: Seen, map_href: str | None = None, calls_href: str | None = None, present_href: str | None = None
) -> str:
    r"""Draw the report as one self-contained page.

    Parameters
    ----------
    seen : Seen
        What its readers may see; nothing else is looked at.
    map_href, calls_href, present_href : str, optional
        Where the map, the call list and what is presented lie, relative to the report.

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``. It runs no script and asks for nothing.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> seen = Seen("backbone", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> "<h1>Ours</h1>" in draw_report(seen)
    True
    """
    graph = seen.partnership.graph(seen.wave)
    first = opening(seen)
    calls = first_calls(call_list(seen.partnership, seen.wave, seen.findings)) if seen.confidential else ()
    learned = story(seen.findings)
    looks = _looks(seen)
    return render(
        seen,
        "views/report/report.html",
        version=__version__,
        reader=FOR[seen.edition],
        waves=len(seen.partnership.graphs),
        wave=seen.wave,
        date=graph.wave.date,
        opening=first,
        changes=changes(seen, map_href),
        draft=draft_lines(seen.partnership),
        learned=[_told(one) for one in learned],
        calls=[line_of(call) for call in calls],
        questions=questions(learned),
        sure=sure_of_story(learned, first.silent if first else None) if first else "",
        sections=sections(seen, looks),
        looks=looks,
        map_href=map_href,
        calls_href=calls_href,
        present_href=present_href,
    )


def _told(one: Learned) -> dict[str, object]:
    return {
        "headline": headline(one.finding),
        "strength": one.strength,
        "standing": standing(one),
        "anchor": one.finding.name,
        "layer": ", ".join(one.finding.scope.layers),
    }


def _looks(seen: Seen) -> Looks:
    sector_of = {
        organization: str(sector)
        for graph in seen.partnership.graphs.values()
        for organization, sector in graph.organizations[["organization", "sector"]].itertuples(index=False)
    }
    return sector_looks(Counter(sector_of.values()))
