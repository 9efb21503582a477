"""Whose names the posters cannot show."""

from collections.abc import Sequence

from stakeholder_graph.editions import Copy
from stakeholder_graph.text import _n, listing
from stakeholder_graph.views.present.paper import drawable, lent_by_reader

#: So many names are said one by one.
NAMES_SAID = 12


def undrawn_names(copy: Copy) -> list[str]:
    """Say whose names the posters cannot show, before anything is written, rather than let the room find boxes.

    Parameters
    ----------
    copy : Copy
        The room's.

    Returns
    -------
    list of str
        Sentences; mostly none.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> undrawn_names(Copy("partners", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1"))
    []
    """
    said = []
    names = [name for name in copy.partnership.graph().organizations["organization"] if not drawable(name)]
    if names:
        said.append(
            _n(
                "The posters (stations.pdf) cannot show every letter of {count} name: {names}. A box stands for each "
                "letter that no font on this computer has. Install a font that has them, such as Noto Sans of that "
                "script, and write the report again; or print the map from map.html, which shows the name.",
                "The posters (stations.pdf) cannot show every letter of {count} names: {names}. A box stands for each "
                "letter that no font on this computer has. Install a font that has them, such as Noto Sans of that "
                "script, and write the report again; or print the map from map.html, which shows the names.",
                len(names),
                names=_first_names(names),
            )
        )
    lent = [name for name in copy.partnership.graph().organizations["organization"] if lent_by_reader(name)]
    if lent:
        said.append(
            _n(
                "{count} name on the posters (stations.pdf) is shown in a font of the program that opens them, since "
                "no font on this computer has its letters: {names}. Look at the posters before you have them printed.",
                "{count} names on the posters (stations.pdf) are shown in a font of the program that opens them, since "
                "no font on this computer has their letters: {names}. Look at the posters before you have them "
                "printed.",
                len(lent),
                names=_first_names(lent),
            )
        )
    return said


def _first_names(names: Sequence[str]) -> str:
    """The names in quotes, as far as anybody reads them, and how many more there are."""
    more = len(names) - NAMES_SAID
    quoted = [f"“{name}”" for name in names[:NAMES_SAID]]
    return listing([*quoted, _n("{count} more", "{count} more", more)] if more > 0 else quoted)
