"""Whether a network is small enough to be presented, and what is said where it is not."""

from stakeholder_graph.editions import Copy
from stakeholder_graph.model.large_networks import MOST_DRAWN
from stakeholder_graph.text import _, listing

#: What is shown to the room, with a map of everybody, and what the room corrects there.
PRESENT, STATIONS, SLIDES, CORRECTIONS = "present.html", "stations.pdf", "slides.pptx", "corrections.xlsx"


def is_presented(copy: Copy) -> bool:
    """Whether a network is small enough to be shown to a room: each of its names stands on a map there.

    Parameters
    ----------
    copy : Copy
        Any.
    """
    return len(copy.partnership.graph(copy.wave).names) <= MOST_DRAWN


def not_presented(copy: Copy) -> list[str]:
    """Say which of the room's files a large network does not get.

    Parameters
    ----------
    copy : Copy
        The room's.

    Returns
    -------
    list of str
        Sentences; none for a network of usual size.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> not_presented(Copy("partners", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1"))
    []
    """
    if is_presented(copy):
        return []
    return [
        _(
            "With more than {most:,} organizations there is no map on page one, and no {files}: nobody could read the "
            "names. To present a part of the network, make a report of that part.",
            most=MOST_DRAWN,
            files=listing((PRESENT, STATIONS, SLIDES, CORRECTIONS), "or"),
        )
    ]
