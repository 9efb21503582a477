"""The call list as a workbook to fill in."""

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.tabular.merge_xlsx import merge_workbooks
from stakeholder_graph.tabular.write_xlsx import workbook
from stakeholder_graph.text import N_, _
from stakeholder_graph.views.call_list.call_lines import call_line, calls_of

#: The columns; the last two are for whoever makes the calls.
HEADERS = (
    N_("Call for"),
    N_("Whom"),
    N_("Sector"),
    N_("Why"),
    N_("Who could introduce"),
    N_("Contact"),
    N_("Team"),
    N_("Who calls"),
    N_("Date"),
)

_SHEET = N_("Backbone only - call list")


def call_list_workbook(copy: Copy) -> bytes:
    """Write the call list as an XLSX workbook to fill in.

    Parameters
    ----------
    copy : Copy
        The backbone's; no other edition has a call list.

    Returns
    -------
    bytes
        The same for the same list. Every cell is text, also one that begins with ``=``.

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
    rows = [tuple(_(header) for header in HEADERS)]
    for call in calls_of(copy):
        line = call_line(call)
        rows.append((line.purpose, line.whom, line.sector, line.why, line.introduce, line.contact, line.team, "", ""))
    return workbook({_(_SHEET): rows})


def merge_call_list(written: bytes, changed: bytes, fresh: bytes) -> bytes | None:
    """Carry over who calls and when, and whatever else was noted in the call list.

    Parameters
    ----------
    written, changed, fresh : bytes
        The earlier workbook as it was written, as people saved it, and the new one.

    Returns
    -------
    bytes or None
        The new workbook with their notes; calls with notes that are no longer on the list stand on a sheet of their
        own. None where nobody but a person can put the two together.
    """
    key = (_(HEADERS[0]), _(HEADERS[1]))
    return merge_workbooks(written, changed, fresh, {_(_SHEET): key}, _("Earlier calls"))
