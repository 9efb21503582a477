"""Page one, from what an edition lets its readers see: in the report, and alone for those who read no more."""

from collections import Counter
from collections.abc import Collection, Sequence
from typing import Any

from stakeholder_graph import __version__
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.studies.call_list import Call, first_answers, first_calls
from stakeholder_graph.studies.page_one.story import Learned, questions, story
from stakeholder_graph.text import _, day, translate
from stakeholder_graph.views.call_list.call_lines import call_line
from stakeholder_graph.views.call_list.first_answers import settled_by
from stakeholder_graph.views.certainty import sure_of_story
from stakeholder_graph.views.charts import Looks
from stakeholder_graph.views.in_short.first_lines import Opening, changes, draft_lines, opening
from stakeholder_graph.views.in_short.results import results_line
from stakeholder_graph.views.own.looks import looks_of
from stakeholder_graph.views.page import render
from stakeholder_graph.views.report.brief import brief
from stakeholder_graph.views.undrawn_lines import instead_of_findings


def draw_first_page(copy: Copy) -> str:
    r"""Draw page one as a file of its own, for board and funders: it leads nowhere, so that it can be mailed alone.

    Parameters
    ----------
    copy : Copy
        The room's: what is the desk's, such as calls and who has not answered, is nowhere in it.

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``.

    Raises
    ------
    ValueError
        If the copy is the backbone's own.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> partnership = Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {})
    >>> "<h1>Ours</h1>" in draw_first_page(Copy("partners", partnership, (), "1"))
    True
    """
    if copy.confidential:
        raise ValueError("The page for board and funders is drawn from the room's copy.")
    return render(
        copy,
        "views/report/first_page.html",
        reader=_("For board and funders"),
        **first_page(copy, story(copy.findings, backbone=copy.backbone), alone=True),
    )


def first_page(
    copy: Copy,
    learned: Sequence[Learned],
    map_href: str | None = None,
    calls: Sequence[Call] = (),
    settled: Collection[tuple[str, str, str]] = (),
    *,
    alone: bool = False,
) -> dict[str, Any]:
    """What the templates of page one are given.

    Parameters
    ----------
    copy : Copy
        What its readers may see.
    learned : sequence of Learned
        The story.
    map_href : str, optional
        Where the map lies.
    calls : sequence of Call
        The call list: page one has the first of it.
    settled : collection of (str, str, str)
        Keys of calls that need not be made now.
    alone : bool
        Whether nothing follows that a finding could lead to.
    """
    graph, looks, opens = copy.partnership.graph(copy.wave), looks_of(copy.partnership), opening(copy)
    first = first_calls(calls, settled=settled)
    return {
        "version": __version__,
        "waves": len(copy.partnership.graphs),
        "wave": copy.wave,
        "date": day(graph.wave.date),
        "opening": opens,
        "changes": changes(copy, map_href),
        "draft": draft_lines(copy.partnership),
        "brief": (shown := brief(copy, learned)),
        "instead": "" if shown.findings or shown.map else instead_of_findings(copy),
        "sectors": _sizes(copy, looks),
        "looks": looks,
        "on_map": frozenset(graph.names),
        "calls": [call_line(call) for call in first],
        "results": results_line(copy),
        "settle": settled_by(first_answers(calls, copy.findings, settled)),
        "questions": [translate(question) for question in questions(learned)],
        "sure": _sure(copy, learned, opens),
        "map_href": map_href,
        "alone": alone,
    }


def _sure(copy: Copy, learned: Sequence[Learned], first: Opening | None) -> str:
    if first is None or not _response_known(copy, first):
        return ""
    said = copy.confidential and bool(first.follows)
    surveyed = copy.partnership.info.surveyed
    return sure_of_story(
        learned,
        first.silent,
        first.aside,
        surveyed=surveyed,
        ranges_said=said,
        not_counted=first.not_counted,
        held=_held(copy) if said else None,
    )


def _held(copy: Copy) -> tuple[int, int] | None:
    """Of how many known numbers ranges held when answers were hidden, and how many were tried."""
    check = copy.with_role("check of ranges")
    fields = check.reading.fields if check is not None and check.reading is not None else {}
    within, tried = fields.get("within"), fields.get("organizations")
    return (int(within), int(tried)) if isinstance(within, int) and isinstance(tried, int) else None


def _response_known(copy: Copy, first: Opening) -> bool:
    """Whether it can be said how many answers are missing, or that nobody knows."""
    return not (copy.answered_known and first.silent is None and not copy.confidential)


def _sizes(copy: Copy, looks: Looks) -> dict[str, int]:
    """How many organizations each sector has on the map of this wave, where there are sectors to tell apart."""
    sizes = Counter(copy.partnership.graph(copy.wave).organizations["sector"].astype(str))
    return {sector: sizes[sector] for sector in looks if sector in sizes} if len(sizes) > 1 else {}
