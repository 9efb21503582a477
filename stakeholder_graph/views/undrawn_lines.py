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
