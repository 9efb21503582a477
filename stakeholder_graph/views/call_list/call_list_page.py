"""The call list as one page that prints on A4 and Letter."""

from collections import Counter

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import _
from stakeholder_graph.views.call_list.call_lines import PURPOSES, call_line, calls_of
from stakeholder_graph.views.page import render
from stakeholder_graph.views.style import sector_looks


def draw_call_list(copy: Copy, report_href: str | None = None, map_href: str | None = None) -> str:
    r"""Draw the call list as one self-contained page.

    Parameters
    ----------
    copy : Copy
        The backbone's; no other edition has a call list.
    report_href, map_href : str, optional
        Where the report and the map lie, relative to the list.

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
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = Copy("backbone", Partnership("Ours", {"1": from_networkx(nx.star_graph(4))}, {}), (), "1")
    >>> "There is nobody to call" in draw_call_list(copy)
    True
    """
    calls = calls_of(copy)
    drawn = {purpose: [call_line(call) for call in calls if call.purpose == purpose] for purpose in PURPOSES}
    people = copy.partnership.graph(copy.wave).organizations
    blocks = [
        {"title": _(title), "about": _(about), "lines": drawn[purpose]}
        for purpose, (title, about) in PURPOSES.items()
        if drawn[purpose]
    ]
    return render(
        copy,
        "views/call_list/call_list.html",
        wave=copy.wave,
        waves=len(copy.partnership.graphs),
        blocks=blocks,
        introductions=any(line.introduce for lines in drawn.values() for line in lines),
        looks=sector_looks(Counter(people["sector"].astype(str))),
        draft=copy.partnership.info.draft,
        answered_known=copy.answered_known,
        report_href=report_href,
        map_href=map_href,
    )
