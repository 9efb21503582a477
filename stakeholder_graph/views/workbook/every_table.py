"""Every table of a copy, in the order of its workbook: where numbers come from first, then all of them."""

from collections.abc import Sequence

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.call_list import Call
from stakeholder_graph.views.data_sheet import sheet_parts
from stakeholder_graph.views.named_table import NamedTable
from stakeholder_graph.views.report.evaluator_details import found_on_lines
from stakeholder_graph.views.workbook.about import about
from stakeholder_graph.views.workbook.desk_tables import desk_tables
from stakeholder_graph.views.workbook.finding_tables import finding_tables
from stakeholder_graph.views.workbook.measure_tables import measure_tables
from stakeholder_graph.views.workbook.sentences import sentences


def every_table(
    copy: Copy, calls: Sequence[Call] = (), on_lines: Sequence[Finding] | None = None
) -> tuple[NamedTable, ...]:
    """Give all tables of a copy that have rows.

    Parameters
    ----------
    copy : Copy
        What may be seen; nothing else is looked at.
    calls : sequence of Call
        The call list, for the desk.
    on_lines : sequence of Finding, optional
        What the room's copy counts on lines, where that is known already, for the desk.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = Copy("partners", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> [named.name for named in every_table(copy)]
    ['about']
    """
    on_lines = found_on_lines(copy) if on_lines is None else on_lines
    every = (
        about(copy),
        *sheet_parts(copy),
        *finding_tables(copy),
        sentences(copy, calls, on_lines),
        *(desk_tables(copy, calls, on_lines) if copy.confidential else ()),
        *measure_tables(copy.findings),
    )
    return tuple(named for named in every if named.table)
