"""Draws the call list: one page that prints on A4 and Letter, and the same as a workbook."""

from collections import Counter
from dataclasses import dataclass

from stakeholder_graph.editions.release import Release
from stakeholder_graph.studies.call_list import BLOCKS, Call, call_list
from stakeholder_graph.tabular.write_xlsx import workbook
from stakeholder_graph.views.page import render
from stakeholder_graph.views.style import sector_looks
from stakeholder_graph.views.words import listing, phrase

#: Columns of the workbook; the last two are for whoever makes the calls.
HEADERS = ("Call for", "Whom", "Sector", "Why", "Who could introduce", "Contact", "Team", "Who calls", "Date")


@dataclass(frozen=True, slots=True)
class Line:
    """One call in words.

    Parameters
    ----------
    block, whom, sector, why, introduce, contact, team : str
        As in `Call`; text, not yet escaped.
    """

    block: str
    whom: str
    sector: str
    why: str
    introduce: str
    contact: str
    team: str


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
    calls = _calls(release)
    people = release.partnership.graph(release.wave).organizations
    blocks = [
        {
            "title": phrase(f"call_block_{block}"),
            "about": phrase(f"call_about_{block}"),
            "lines": [line_of(call) for call in calls if call.block == block],
        }
        for block in BLOCKS
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


def to_workbook(release: Release) -> bytes:
    """Write the call list as an XLSX workbook to fill in.

    Parameters
    ----------
    release : Release
        The backbone's; no other edition has a call list.

    Returns
    -------
    bytes
        The same for the same list. Every cell is text, also one that begins with ``=``.

    Raises
    ------
    ValueError
        For another edition.
    """
    rows = [HEADERS]
    for call in _calls(release):
        line = line_of(call)
        rows.append((line.block, line.whom, line.sector, line.why, line.introduce, line.contact, line.team, "", ""))
    return workbook({"Backbone only - call list": rows})


def line_of(call: Call) -> Line:
    """A call in words.

    Parameters
    ----------
    call : Call
        Any.
    """
    why = phrase(call.why.id, **call.why.fields)
    introduce = listing(call.introduce) if call.introduce else ""
    return Line(phrase(f"call_block_{call.block}"), call.whom, call.sector, why, introduce, call.contact, call.team)


def _calls(release: Release) -> tuple[Call, ...]:
    if not release.confidential:
        raise ValueError("Only the backbone has a call list.")
    return call_list(release.partnership, release.wave, release.findings)
