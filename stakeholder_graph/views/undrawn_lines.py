"""Why a copy draws no lines, or none of an earlier wave."""

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import _, listing


def why_no_lines(copy: Copy) -> str:
    """Say why a copy draws no lines.

    Parameters
    ----------
    copy : Copy
        Any.

    Returns
    -------
    str
        Blank where it draws lines.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> why_no_lines(Copy("backbone", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1"))
    ''
    """
    if copy.lines_withheld:
        return _("Lines are not drawn in this copy, since they could show who has not answered.")
    if copy.partnership.graph(copy.wave).layers:
        return ""
    if not copy.partnership.info.surveyed:
        return _("The map shows who takes part, and draws no lines.")
    return _("Connections are not shown here, since those who answered were not told that they would be.")


def instead_of_findings(copy: Copy) -> str:
    """What page one says in the place of findings and a map, where a copy beyond the desk may show neither.

    Parameters
    ----------
    copy : Copy
        Any.

    Returns
    -------
    str
        Blank for the desk.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> instead_of_findings(Copy("partners", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1"))
    'There are no findings to show on this page.'
    """
    if copy.confidential:
        return ""
    if not why_no_lines(copy) or not copy.partnership.info.surveyed:
        return _("There are no findings to show on this page.")
    why = _("Findings and the map rest on connections, so neither is shown.")
    if copy.lines_withheld:
        return f"{why} " + _("They can be once more organizations have answered.")
    return f"{why} " + _(
        "The backbone can change that: if everyone may see who works with whom, it says so in the survey settings and "
        "makes the report again."
    )


def earlier_left_out(copy: Copy) -> str:
    """Say of which earlier waves a copy that draws lines draws none.

    Parameters
    ----------
    copy : Copy
        Any.

    Returns
    -------
    str
        Blank where there is no such wave.
    """
    if copy.release is None or why_no_lines(copy):
        return ""
    waves = [wave.name for wave in copy.release.waves]
    earlier = [
        wave.name for wave in copy.release.waves[: waves.index(copy.wave)] if wave.name not in copy.partnership.graphs
    ]
    if not earlier:
        return ""
    return _(
        "The lines of {waves} are not drawn in this copy, since they could show who had not answered then.",
        waves=listing(earlier),
    )
