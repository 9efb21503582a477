"""The call list as a workbook to fill in."""

from collections.abc import Sequence

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.studies.call_list import Call
from stakeholder_graph.tabular.filled_in.merge_xlsx import headers_of, merge_workbooks
from stakeholder_graph.tabular.filled_in.reworded_xlsx import Words, as_said_now, reworded
from stakeholder_graph.tabular.write_xlsx import workbook
from stakeholder_graph.text import N_, _
from stakeholder_graph.views.call_list.call_lines import PURPOSES, CallLine, call_line, calls_of

#: By these a row is known again.
KEY = (N_("Call for"), N_("Whom"), N_("With whom"))
#: These are for whoever makes the calls.
WHO, STATUS, DATE, NOTES = N_("Who calls"), N_("Status"), N_("Date"), N_("Notes")
#: The columns.
HEADERS = (
    *KEY[:2],
    N_("Sector"),
    KEY[2],
    N_("Why"),
    N_("Through whom"),
    N_("Contact"),
    N_("Team"),
    WHO,
    STATUS,
    DATE,
    NOTES,
)
#: How a call stands: to be chosen in the workbook.
TO_DO, TRIED, DONE, NOT_NOW = N_("to do"), N_("tried"), N_("done"), N_("not now")
STATUSES = (TO_DO, TRIED, DONE, NOT_NOW)

SHEET = N_("Backbone only - call list")
#: Where calls stand that are no longer on the list and of which somebody noted something.
FORMER = N_("Earlier calls")


def call_list_workbook(copy: Copy, calls: Sequence[Call] | None = None) -> bytes:
    """Write the call list as an XLSX workbook to fill in.

    Parameters
    ----------
    copy : Copy
        The backbone's; no other edition has a call list.
    calls : sequence of Call, optional
        As of `calls_of`, where they are known already.

    Returns
    -------
    bytes
        The same for the same list. Every cell is text, also one that begins with ``=``. The status of each call is
        chosen from `STATUSES`.

    Raises
    ------
    ValueError
        For another edition.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = Copy("backbone", Partnership("P", {"1": from_networkx(nx.star_graph(4))}, {}), (), "1")
    >>> call_list_workbook(copy)[:2]
    b'PK'
    """
    calls = calls_of(copy) if calls is None else calls
    rows = [tuple(_(header) for header in HEADERS), *(_row(call_line(call)) for call in calls)]
    sheet = _(SHEET)
    return workbook({sheet: rows}, choices={sheet: {_(STATUS): [_(status) for status in STATUSES]}})


def _row(line: CallLine) -> Sequence[str]:
    ours = (line.sector, line.with_whom, line.why, line.introduce, line.contact, line.team)
    return (line.purpose, line.whom, *ours, "", _(TO_DO), "", "")


def merge_call_list(written: bytes, changed: bytes, fresh: bytes) -> bytes | None:
    """Carry over who calls, how it stands and when, and whatever else was noted in the call list.

    Parameters
    ----------
    written, changed, fresh : bytes
        The earlier workbook as it was written, as people saved it, and the new one.

    Returns
    -------
    bytes or None
        The new workbook with their notes; calls with notes that are no longer on the list stand on a sheet of their
        own. None where nobody but a person can put the two together.

    Notes
    -----
    A call is known again by what it is for, whom to call and whom to connect it with; in a workbook of an earlier
    release, which said nothing of the last, by the first two. The earlier workbook may be in another language.
    """
    sheet, words = _(SHEET), _words()
    written, changed = reworded(written, words), reworded(changed, words)
    known = headers_of(written, sheet)
    key = [header for header in map(_, KEY) if header in known] if known else list(map(_, KEY))
    return merge_workbooks(written, changed, fresh, {sheet: key}, _(FORMER))


def _words() -> Words:
    purposes = as_said_now(title for title, _about in PURPOSES.values())
    return Words(as_said_now((*HEADERS, SHEET, FORMER)), {_(KEY[0]): purposes, _(STATUS): as_said_now(STATUSES)})
