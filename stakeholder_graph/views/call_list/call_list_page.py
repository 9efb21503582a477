"""The call list as one page that prints on A4 and Letter."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.large_networks import MOST_ROWS_SHOWN
from stakeholder_graph.studies.call_list import Call, Purpose, first_calls, nearly_level, what_waits
from stakeholder_graph.tabular.write_xlsx import cell_text
from stakeholder_graph.text import _
from stakeholder_graph.views.call_list.call_lines import PURPOSES, WAITS, CallLine, call_line, calls_of, whom_of
from stakeholder_graph.views.call_list.call_list_workbook import TO_DO
from stakeholder_graph.views.call_list.contact_links import linked
from stakeholder_graph.views.call_list.first_answers import level_said
from stakeholder_graph.views.call_list.notes import CallNotes, Note
from stakeholder_graph.views.own.looks import looks_of
from stakeholder_graph.views.page import render


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
    blocks = _blocks(calls, notes, copy.findings)
    return render(
        copy,
        "views/call_list/call_list.html",
        wave=copy.wave,
        waves=len(copy.partnership.graphs),
        blocks=blocks,
        done=[note for note in (_note(call, notes) for call in calls) if note.done],
        earlier=notes.earlier,
        introductions=any(call.introduce for call in calls),
        reachable=any(call.contact or call.contact_with for call in calls),
        waits=[_(WAITS[said.id], **said.fields) for said in what_waits(copy.partnership, copy.wave)],
        looks=looks_of(copy.partnership),
        linked=linked,
        report_href=report_href,
        map_href=map_href,
    )


@dataclass(frozen=True, slots=True)
class _Block:
    """A table of the page.

    Parameters
    ----------
    title, about : str
        What stands above it.
    lines : list of (CallLine, Note)
        Its rows.
    pairs : bool
        Whether they say with whom.
    mixed : bool
        Whether each says what it is for.
    earlier : int
        So many of its kind stand in the table before.
    """

    title: str
    about: str
    lines: list[tuple[CallLine, Note]]
    pairs: bool
    mixed: bool = False
    earlier: int = 0


def _blocks(calls: Sequence[Call], notes: CallNotes, findings: Sequence[Finding]) -> list[_Block]:
    """The calls of page one, then what is left of each purpose; without those that are done."""
    still = [call for call in calls if not _note(call, notes).done]
    first = first_calls(still, settled=notes.settled)

    def lines(chosen: Sequence[Call]) -> list[tuple[CallLine, Note]]:
        return [(call_line(call), _note(call, notes)) for call in chosen]

    left = {purpose: [call for call in still if call.purpose == purpose and call not in first] for purpose in PURPOSES}
    before = Counter(call.purpose for call in first)
    about = {purpose: _about(purpose, still) for purpose in PURPOSES}
    # What is said of a purpose of which nothing is left stands above the first calls.
    alone = [about[purpose] for purpose in PURPOSES if before[purpose] and not left[purpose]]
    level = _level(still, findings) if before["hear from"] else ""
    above = " ".join(filter(None, [_("Page one of the report has the same."), level, *alone]))
    pairs = any(call.with_whom for call in first)
    blocks = [_Block(_("Begin with these"), above, lines(first), pairs, mixed=True)] if first else []
    blocks += [
        _Block(
            _(title),
            " ".join(filter(None, (about[purpose], _cut(len(left[purpose]))))),
            lines(left[purpose][:MOST_ROWS_SHOWN]),
            purpose == "connect",
            earlier=before[purpose],
        )
        for purpose, (title, _rule) in PURPOSES.items()
        if left[purpose]
    ]
    return blocks


def _cut(calls: int) -> str:
    """What is said of a table that a page has no room for."""
    if calls <= MOST_ROWS_SHOWN:
        return ""
    return _("The first {shown:,} of {calls:,}; call-list.xlsx has them all.", shown=MOST_ROWS_SHOWN, calls=calls)


def _about(purpose: Purpose, calls: Sequence[Call]) -> str:
    said = _(PURPOSES[purpose][1])
    if purpose != "hear from" or not any(why.id in {"call_row", "call_rows"} for call in calls for why in call.why):
        return said
    return f"{said} " + _("“Could settle”: one of the answers that could settle open rows of what you can show.")


def _level(calls: Sequence[Call], findings: Sequence[Finding]) -> str:
    waiting = {call.whom for call in calls}
    return level_said([name for name in nearly_level(findings) if name in waiting])


def _note(call: Call, notes: CallNotes) -> Note:
    key = call.purpose, cell_text(call.whom), cell_text(call.with_whom)
    # As a fresh workbook has it, where nobody can have written anything yet.
    return notes.of_calls.get(key) or Note(call_line(call).purpose, whom_of(call), call.with_whom, status=_(TO_DO))
