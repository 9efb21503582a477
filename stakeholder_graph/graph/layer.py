"""The Layer: one kind of tie in one wave, as sparse arrays for measures to compute on."""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from stakeholder_graph.frames.pairs import among_keys
from stakeholder_graph.graph.mixing import mixing_of
from stakeholder_graph.graph.observed import Observed, among
from stakeholder_graph.graph.representations import counted
from stakeholder_graph.model.finding import Ties

#: When an unordered pair counts as observed: one end's answer is enough, or both are needed.
Pairing = Literal["one end", "both ends"]


@dataclass(frozen=True, eq=False)
class Layer:
    """One kind of tie among n organizations.

    Parameters
    ----------
    name, wave : str
        The kind of tie, and the round of the survey.
    organizations : tuple of str
        Names, in the order of all arrays.
    sectors : tuple of str
        Names of the sectors, sorted.
    sector_codes : ndarray of int, shape (n,)
        Index into `sectors`.
    strength : csr_array, shape (n, n)
        Value of each tie, NaN for a tie of unknown strength; what is not stored is no tie or not observed.
        Symmetric where undirected.
    observed : Observed
        Which answers there are.
    ties : {"reported", "either", "both"} or None
        What counts as a tie; None in a survey whose ties have no direction.
    pairing : {"one end", "both ends"} or None
        When an unordered pair is observed; None where directed.

    See Also
    --------
    PartnerGraph.layer : Makes one.
    """

    name: str
    wave: str
    organizations: tuple[str, ...]
    sectors: tuple[str, ...]
    sector_codes: NDArray[np.intp]
    strength: csr_array
    observed: Observed
    ties: Ties | None = "reported"
    pairing: Pairing | None = None

    def __post_init__(self) -> None:
        for array in (self.sector_codes, self.strength.data, self.strength.indices, self.strength.indptr):
            array.setflags(write=False)

    def __repr__(self) -> str:
        ties = counted(self.n_ties, "mention" if self.directed else "tie")
        sizes = f"{counted(self.n, 'organization')}, {counted(len(self.sectors), 'sector')}, {ties}"
        return f"<Layer {self.name} {self.wave}: {sizes}, {self.n_dyads:,} of {self.n_possible_dyads:,} dyads observed>"

    @property
    def n(self) -> int:
        """Number of organizations on the roster."""
        return len(self.organizations)

    @property
    def directed(self) -> bool:
        """Whether a tie runs from one organization to another."""
        return self.pairing is None

    @property
    def complete(self) -> bool:
        """Whether every dyad is observed."""
        return self.n_dyads == self.n_possible_dyads

    @property
    def n_possible_dyads(self) -> int:
        """How many dyads there are: ordered pairs where directed, else unordered."""
        pairs = self.n * (self.n - 1)
        return pairs if self.directed else pairs // 2

    @cached_property
    def n_dyads(self) -> int:
        """How many dyads are observed."""
        if self.directed:
            return self.observed.count
        mutual = self.observed.mutual_count()
        return mutual if self.pairing == "both ends" else self.observed.count - mutual

    @cached_property
    def n_dyads_within(self) -> int:
        """How many dyads within sectors are observed."""
        if self.complete:
            pairs = int((sizes := np.bincount(self.sector_codes)) @ (sizes - 1))
            return pairs if self.directed else pairs // 2
        return sum(self.subset(self.sector_codes == sector).n_dyads for sector in range(len(self.sectors)))

    @cached_property
    def edge_index(self) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
        """Senders and receivers of the ties; each undirected tie once, lower index first."""
        coo = self.strength.tocoo()
        rows, columns = coo.row.astype(np.intp), coo.col.astype(np.intp)
        if not self.directed:
            once = rows < columns
            rows, columns = rows[once], columns[once]
        return rows, columns

    @cached_property
    def returned(self) -> NDArray[np.bool_]:
        """Shape (m,): for each of the ties of `edge_index`, whether its receiver names its sender too."""
        senders, receivers = (ends.astype(np.int64) for ends in self.edge_index)
        return among_keys(receivers * self.n + senders, np.sort(senders * self.n + receivers))

    @cached_property
    def return_observed(self) -> NDArray[np.bool_]:
        """Shape (m,): for each of the ties of `edge_index`, whether its receiver has answered about its sender."""
        senders, receivers = self.edge_index
        return self.observed.contains(receivers, senders)

    @property
    def n_ties(self) -> int:
        """How many ties there are: mentions where they have a direction, otherwise pairs.

        Two that name each other make two mentions and one pair. Two people of an organization that name the same
        partner make two reports, of which the frame ``ties`` and `to_networkx` hold each, and one mention. The table
        of a partnership has pairs, as its map does; ``ties="either"`` and ``"both"`` leave pairs of which both
        answered.
        """
        return len(self.edge_index[0])

    @cached_property
    def adjacency(self) -> csr_array:
        """Shape (n, n), 1.0 for each tie."""
        ones = np.ones_like(self.strength.data, dtype=float)
        return csr_array((ones, self.strength.indices, self.strength.indptr), shape=self.strength.shape)

    @cached_property
    def part(self) -> NDArray[np.int32]:
        """Shape (n,): to which part that hangs together, whatever the direction of ties, each organization belongs.

        Found by ``scipy.sparse.csgraph.connected_components``.
        """
        labels: NDArray[np.int32] = connected_components(self.adjacency, directed=True, connection="weak")[1]
        return labels

    @cached_property
    def answered(self) -> NDArray[np.bool_]:
        """Shape (n,): organizations with an answer of their own."""
        return self.observed.answered

    @cached_property
    def mixing(self) -> NDArray[np.intp]:
        """Shape (S, S): ties from each sector to each; undirected ties once, in the upper triangle."""
        return mixing_of(self.sector_codes, self.edge_index, len(self.sectors), directed=self.directed)

    def observes(self, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Say whether each dyad is observed as this layer counts dyads: where ties are paired, the unordered pair.

        Parameters
        ----------
        rows, columns : ndarray of int, shape (m,)
            Both ends.

        Returns
        -------
        ndarray of bool, shape (m,)
        """
        forth = self.observed.contains(rows, columns)
        if self.directed:
            return forth
        back = self.observed.contains(columns, rows)
        return forth & back if self.pairing == "both ends" else forth | back

    def subset(self, keep: NDArray[np.bool_]) -> "Layer":
        """Restrict the layer to some organizations.

        Parameters
        ----------
        keep : ndarray of bool, shape (n,)
            Which to keep; for all of them the result is the layer itself.

        Returns
        -------
        Layer
        """
        if keep.all():
            return self
        index = np.flatnonzero(keep)
        return replace(
            self,
            organizations=tuple(self.organizations[i] for i in index),
            sector_codes=self.sector_codes[index],
            strength=among(self.strength, index),
            observed=self.observed.subset(index),
        )

    def among_answered(self) -> "Layer":
        """Restrict the layer to those who answered, among whom degrees, triads and paths can be counted.

        Returns
        -------
        Layer
        """
        return self.subset(self.answered)

    def with_ties(self, ties: Ties) -> "Layer":
        """Count ties once either side, or both sides, name them; the result is undirected.

        A pair is observed where both ends answered: pairs known only by a yes would bias counts upwards.

        Parameters
        ----------
        ties : {"reported", "either", "both"}
            With ``reported``, or where ties have no direction, the result is the layer itself.

        Returns
        -------
        Layer
            The strength is the stronger report for ``either``, the weaker for ``both``.
        """
        if ties == "reported" or not self.directed:
            return self
        known = self._only(self._mutually_observed())
        forth, back = known.strength, csr_array(known.strength.T)
        # Unknown strength stands as the least tie, so that a known one always prevails.
        a, b = (_filled(matrix) for matrix in (forth, back))
        # No stored value is 0, so that the minimum is no tie wherever one side named none.
        joined = csr_array(a.maximum(b) if ties == "either" else a.minimum(b))
        joined.sum_duplicates()
        joined.data = np.where(joined.data <= UNKNOWN_STRENGTH, np.nan, joined.data)
        return replace(self, strength=joined, ties=ties, pairing="both ends")

    def completed(self, adjacency: csr_array) -> "Layer":
        """Make the layer as it would be if everyone had answered.

        Parameters
        ----------
        adjacency : csr_array, shape (n, n)
            1 for each tie; symmetric where the layer is undirected.

        Returns
        -------
        Layer
        """
        return replace(self, strength=adjacency, observed=Observed.all_of(self.n))

    def _mutually_observed(self) -> NDArray[np.bool_]:
        coo = self.strength.tocoo()
        rows, columns = coo.row.astype(np.intp), coo.col.astype(np.intp)
        return self.observed.contains(columns, rows)

    def _only(self, stored: NDArray[np.bool_]) -> "Layer":
        coo = self.strength.tocoo()
        kept = csr_array((coo.data[stored], (coo.row[stored], coo.col[stored])), shape=self.strength.shape)
        return replace(self, strength=kept)


#: Stands in for an unknown strength while two reports are joined.
UNKNOWN_STRENGTH = np.finfo(float).tiny


def _filled(matrix: csr_array) -> csr_array:
    data = np.where(np.isnan(matrix.data), UNKNOWN_STRENGTH, matrix.data)
    return csr_array((data, matrix.indices, matrix.indptr), shape=matrix.shape)
