"""The call list as one page that prints on A4 and Letter."""

from collections import Counter

from stakeholder_graph.editions.release import Release
from stakeholder_graph.text import _
from stakeholder_graph.views.call_list.call_lines import PURPOSES, call_line, calls_of
from stakeholder_graph.views.page import render
from stakeholder_graph.views.style import sector_looks


def draw_call_list(release: Release, report_href: str | None = None, map_href: str | None = None) -> str:
    r"""Draw the call list as one self-contained page.

    Parameters
    ----------
    release : Release
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
    >>> release = Release("backbone", Partnership("Ours", {"1": from_networkx(nx.star_graph(4))}, {}), (), "1")
    >>> "There is nobody to call" in draw_call_list(release)
    True
    """
    calls = calls_of(release)
    people = release.partnership.graph(release.wave).organizations
    blocks = [
        {
            "title": _(title),
            "about": _(about),
            "lines": [call_line(call) for call in calls if call.purpose == purpose],
        }
        for purpose, (title, about) in PURPOSES.items()
    ]
    return render(
        release,
        "views/call_list/call_list.html",
        wave=release.wave,
        waves=len(release.partnership.graphs),
        blocks=[block for block in blocks if block["lines"]],
        looks=sector_looks(Counter(people["sector"].astype(str))),
        draft=release.partnership.info.draft,
        answered_known=release.partnership.info.answered_known,
        report_href=report_href,
        map_href=map_href,
    )
