"""What readers can guess from lines of who has not answered: for the desk, which decides whether lines are shown."""

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.lines import guessed_right
from stakeholder_graph.text import _


def guessing_said(copy: Copy) -> str:
    """How often readers of the room's lines would be right who take those with the fewest for silent.

    Parameters
    ----------
    copy : Copy
        What its readers may see; nothing is said beyond the desk.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> guessing_said(Copy("backbone", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1"))
    ''
    """
    if not copy.confidential or not copy.answered_known:
        return ""
    graph = copy.partnership.graph(copy.wave)
    guess = guessed_right(graph)
    if guess is None:
        return ""
    right, by_luck = guess
    silent = int((~graph.answered).sum())
    return _(
        "Whoever is shown the lines of the map can guess who has not answered: of the {silent} organizations with the "
        "fewest lines {right} have not; of any {silent} it would be {by_luck}. That is no proof of any of them.",
        silent=silent,
        right=right,
        by_luck=by_luck,
    )
