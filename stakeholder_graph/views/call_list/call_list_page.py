"""The call list as one page that prints on A4 and Letter."""

from collections import Counter
from collections.abc import Sequence

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.studies.call_list import Call, nearly_level, what_waits
from stakeholder_graph.tabular.write_xlsx import cell_text
from stakeholder_graph.text import _
from stakeholder_graph.views.call_list.call_lines import PURPOSES, WAITS, call_line, calls_of
from stakeholder_graph.views.call_list.contact_links import linked
from stakeholder_graph.views.call_list.first_answers import level_said
from stakeholder_graph.views.call_list.notes import CallNotes, Note
from stakeholder_graph.views.page import render
from stakeholder_graph.views.style import sector_looks


def draw_call_list(
    copy: Copy,
    report_href: str | None = None,
    map_href: str | None = None,
    notes: CallNotes | None = None,
    calls: Sequence[Call] | None = None,
) -> str:
    r"""Draw the call list as one self-contained page.

    Parameters
    ----------
    copy : Copy
        The backbone's; no other edition has a call list.
    report_href, map_href : str, optional
        Where the report and the map lie, relative to the list.
    notes : CallNotes, optional
        What people wrote into the workbook: shown beside each call. Calls that are done are folded below.
    calls : sequence of Call, optional
        As of `calls_of`, where they are known already.

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
    notes = notes or CallNotes()
    calls = calls_of(copy) if calls is None else calls
    lines = [(call.purpose, call_line(call), _note(call, notes)) for call in calls]
    people = copy.partnership.graph(copy.wave).organizations
    open_lines = {
        purpose: [(line, note) for what_for, line, note in lines if what_for == purpose and not note.done]
        for purpose in PURPOSES
    }
    waiting = {line.whom for line, _note in open_lines["hear from"]}
    level = [name for name in nearly_level(copy.findings) if name in waiting]
    settling = any(why.id in {"call_row", "call_rows"} for call in calls for why in call.why)
    blocks = [
        {
            "title": _(title),
            "about": _(about),
            "level": level_said(level) if purpose == "hear from" else "",
            "settles": settling and purpose == "hear from",
            "lines": open_lines[purpose],
            "pairs": purpose == "connect",
        }
        for purpose, (title, about) in PURPOSES.items()
        if open_lines[purpose]
    ]
    return render(
        copy,
        "views/call_list/call_list.html",
        wave=copy.wave,
        waves=len(copy.partnership.graphs),
        blocks=blocks,
        done=[note for _purpose, _line, note in lines if note.done],
        earlier=notes.earlier,
        introductions=any(line.introduce for _purpose, line, _said in lines),
        reachable=any(line.contacts for _purpose, line, _said in lines),
        waits=[_(WAITS[said.id], **said.fields) for said in what_waits(copy.partnership, copy.wave)],
        looks=sector_looks(Counter(people["sector"].astype(str))),
        linked=linked,
        report_href=report_href,
        map_href=map_href,
    )


def _note(call: Call, notes: CallNotes) -> Note:
    key = call.purpose, cell_text(call.whom), cell_text(call.with_whom)
    return notes.of_calls.get(key) or Note(call_line(call).purpose, call.whom, call.with_whom)
