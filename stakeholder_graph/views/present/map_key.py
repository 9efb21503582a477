"""What the marks of a map mean, below it on page, poster and slide."""

from stakeholder_graph.text import _


def map_key(*, ring: bool, widths: bool) -> str:
    """Say what a map's ring and the width of its lines mean, as far as it has them.

    Parameters
    ----------
    ring : bool
        Whether a ring marks the backbone.
    widths : bool
        Whether some lines are thicker than others.

    Examples
    --------
    >>> map_key(ring=True, widths=False)
    'A ring marks the backbone.'
    """
    said = [_("A ring marks the backbone.")] if ring else []
    said += [_("The thicker a line, the stronger the connection.")] if widths else []
    return " ".join(said)
