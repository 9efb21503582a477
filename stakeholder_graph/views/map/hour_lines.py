"""Hours a month beside an organization on the map: what it gives to its ties now, and what it can give."""

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph.hours import budgets_of, hours_of
from stakeholder_graph.text import _
from stakeholder_graph.views.amounts import hours_said


def hour_lines(copy: Copy) -> dict[str, list[list[str]]]:
    """What is known of the hours of each organization, by name.

    Parameters
    ----------
    copy : Copy
        What the reader may see; beyond the backbone's desk nobody sees hours.

    Returns
    -------
    dict of str to list of [str, str]
        A heading and a number each; organizations of which nothing is known are left out.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> pair = nx.Graph([("a", "b")])
    >>> pair.nodes["a"]["hours"] = 12
    >>> hour_lines(Copy("backbone", Partnership("P", {"1": from_networkx(pair)}, {}), (), "1"))
    {'a': [['Hours a month it can give', '12']]}
    """
    if not copy.confidential:
        return {}
    graph = copy.partnership.graph(copy.wave)
    lines: dict[str, list[list[str]]] = {}
    if (hours := hours_of(graph)) is not None:
        for name, gives, heard in zip(hours.organizations, hours.present.tolist(), hours.heard.tolist(), strict=True):
            if heard or gives:
                lines[name] = [[_("Hours a month it gives now"), hours_said(gives)]]
    for name, budget in budgets_of(graph).items():
        lines.setdefault(name, []).append([_("Hours a month it can give"), hours_said(budget)])
    return lines
