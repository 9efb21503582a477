"""Two waves of one kind of tie on the organizations that both list, in one order."""

from dataclasses import dataclass

import numpy as np

from stakeholder_graph.frames.arrays import Flags, Floats, Ints
from stakeholder_graph.graph import Layer


@dataclass(frozen=True, eq=False)
class TwoWaves:
    """Two waves side by side.

    Parameters
    ----------
    organizations : tuple of str
        Those that both waves list, in the order of the later one.
    before, after : ndarray of bool, shape (n, n)
        Ties; symmetric where they have no direction.
    known : ndarray of bool, shape (n, n)
        Dyads known both times.
    panel : ndarray of bool, shape (n,)
        Who answered both times.
    directed : bool
        Whether ties have a direction.
    """

    organizations: tuple[str, ...]
    before: Flags
    after: Flags
    known: Flags
    panel: Flags
    directed: bool

    @property
    def change(self) -> Floats:
        """1 for a tie more and -1 for one fewer where that is known, else 0; shape (n, n)."""
        return np.where(self.known, self.after.astype(float) - self.before, 0.0)


def two_waves(before: Layer, after: Layer, *, answered_known: bool = True) -> TwoWaves:
    """Put two waves side by side.

    Parameters
    ----------
    before, after : Layer
        Of one kind of tie, as reported.
    answered_known : bool
        Whether the survey says who answered. Where it does not, an organization that names nobody in a wave may not
        have answered: what it would have said is not known.

    Returns
    -------
    TwoWaves
        Of nobody where no organization is listed in both.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> waves = [from_networkx(nx.DiGraph(ties)).layer("collaboration") for ties in ([("a", "b")], [("b", "a")])]
    >>> both = two_waves(*waves)
    >>> both.organizations, both.change.tolist()
    (('a', 'b'), [[0.0, -1.0], [1.0, 0.0]])
    """
    listed = {name: index for index, name in enumerate(before.organizations)}
    names = [name for name in after.organizations if name in listed]
    of_after = [index for index, name in enumerate(after.organizations) if name in listed]
    of_before = [listed[name] for name in names]
    places = [np.array(index, dtype=np.intp) for index in (of_before, of_after)]
    (earlier, known_before), (later, known_after) = (
        _dense(layer, place) for layer, place in zip((before, after), places, strict=True)
    )
    known = known_before & known_after
    panel = before.answered[places[0]] & after.answered[places[1]]
    if not answered_known:
        panel = panel & _names_somebody(before)[places[0]] & _names_somebody(after)[places[1]]
        known &= panel[:, None] if after.directed else panel[:, None] & panel
    return TwoWaves(tuple(names), earlier, later, known, panel, after.directed and before.directed)


def _names_somebody(layer: Layer) -> Flags:
    """Who has a tie of its own."""
    return np.asarray(layer.adjacency.sum(axis=1)).ravel() > 0


def _dense(layer: Layer, place: Ints) -> tuple[Flags, Flags]:
    """Ties among some organizations, and which dyads among them are known."""
    rows, columns = (ends.ravel() for ends in np.meshgrid(place, place, indexing="ij"))
    shape = (len(place), len(place))
    known = layer.observes(rows, columns).reshape(shape)
    return layer.adjacency[place][:, place].toarray().reshape(shape) > 0, known
