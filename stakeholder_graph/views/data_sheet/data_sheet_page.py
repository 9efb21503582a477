"""The data sheet as a page."""

from stakeholder_graph import __version__
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.views.data_sheet.parts import sheet_parts
from stakeholder_graph.views.page import render
from stakeholder_graph.views.report.table_html import TableWriter
from stakeholder_graph.views.report.tables import table_view


def draw_data_sheet(copy: Copy, report_href: str | None = None, tables_href: str | None = None) -> str:
    r"""Draw the data sheet as one self-contained page.

    Parameters
    ----------
    copy : Copy
        The backbone's.
    report_href, tables_href : str, optional
        Where the report and the tables lie, relative to the page.

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
    >>> copy = Copy("backbone", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> "Kinds of tie" in draw_data_sheet(copy)
    True
    """
    if not copy.confidential:
        raise ValueError("The data sheet stays on the backbone's desk.")
    parts = [
        {"name": part.name, "title": part.title, "about": part.about, "view": table_view(part.table, part.title)}
        for part in sheet_parts(copy)
    ]
    return render(
        copy,
        "views/data_sheet/data_sheet.html",
        version=__version__,
        parts=parts,
        tables=TableWriter({}),
        report_href=report_href,
        tables_href=tables_href,
    )
