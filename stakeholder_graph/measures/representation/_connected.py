"""Connected: whether some organizations have about as many ties as the others, as far as it is known."""

from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.frames.pairs import distinct_pairs
from stakeholder_graph.graph import Layer
from stakeholder_graph.measures._columns import NOT_KNOWN, TOO_CLOSE
from stakeholder_graph.text import N_

CONNECTED, FEW_TIES = N_("connected as others are"), N_("at the table, few ties")
#: A quarter of fewer than so many is nobody's.
FEWEST_OTHERS = 4
#: What is said of some rests on at least this share of them.
MOST = 0.5
#: Shares that differ by less are the same.
TINY = 1e-9


@dataclass(frozen=True, eq=False)
class Connected:
    """How some organizations are connected, beside the lowest quarter of the others.

    Parameters
    ----------
    layer : Layer
        As reported, or without direction.
    chosen_names : collection of str
        Organizations.
    apart : str
        One that belongs to neither: the backbone, whose work it is to be connected.
    """

    layer: Layer
    chosen_names: Collection[str]
    apart: str = ""

    @cached_property
    def counts(self) -> tuple[Floats, Floats]:
        """Shape (n,) both: partners of each organization, and of how many pairs it is known if they work together.

        Of an organization that answered, the pairs that both answered about. Of one that did not, those that name it
        among those who were asked about it: it has at least as many.
        """
        layer, n = self.layer, self.layer.n
        a, b = distinct_pairs(*layer.edge_index)
        forth, back = layer.observed.contains(a, b), layer.observed.contains(b, a)
        mutual = layer.observed.mutual_counts()
        if layer.directed:
            answered, both = layer.answered, forth & back
            # Of a pair of which one has not answered, what the other said counts for the one that is silent.
            of_a, of_b = both | (back & ~answered[a]), both | (forth & ~answered[b])
            known = np.where(answered, mutual, layer.observed.column_counts())
        elif layer.pairing == "both ends":
            of_a = of_b = forth & back
            known = mutual
        else:
            of_a = of_b = forth | back
            known = layer.observed.row_counts() + layer.observed.column_counts() - mutual
        ties = np.bincount(a, of_a, n) + np.bincount(b, of_b, n)
        return ties.astype(float), known.astype(float)

    @cached_property
    def shares(self) -> Floats:
        """Shape (n,): with what share of those of whom it is known each works; NaN where nothing is known."""
        ties, known = self.counts
        return np.asarray(np.divide(ties, known, out=np.full(len(ties), np.nan), where=known > 0), dtype=float)

    @cached_property
    def chosen(self) -> Floats:
        """Shape (n,), 1 for those that are looked at."""
        return np.array([name in self.chosen_names for name in self.layer.organizations], dtype=float)

    @cached_property
    def others(self) -> Floats:
        """Shares of all others that answered."""
        names = np.array([name == self.apart for name in self.layer.organizations], dtype=bool)
        return np.asarray(self.shares[(self.chosen == 0) & self.layer.answered & ~names & ~np.isnan(self.shares)])

    @cached_property
    def lowest_quarter(self) -> float | None:
        """The share that three in four of the others reach; None with too few of them."""
        return float(np.quantile(self.others, 0.25)) if len(self.others) >= FEWEST_OTHERS else None

    @cached_property
    def own(self) -> Floats:
        """Shares of those that are looked at and answered."""
        return np.asarray(self.shares[(self.chosen == 1) & self.layer.answered & ~np.isnan(self.shares)])

    @cached_property
    def median(self) -> float | None:
        """The median of these; None where none of them answered."""
        return float(np.median(self.own)) if len(self.own) else None

    @cached_property
    def median_range(self) -> tuple[float, float] | None:
        """Between what the median of all of them lies, whatever those who have not answered would say."""
        mine = self.chosen == 1
        if not mine.any():
            return None
        silent = mine & ~(self.layer.answered & ~np.isnan(self.shares))
        least = np.nan_to_num(self.shares, nan=0.0)
        return float(np.median(least[mine])), float(np.median(np.where(silent, 1.0, least)[mine]))

    def state(self, k: int) -> str:
        """How an organization stands.

        Parameters
        ----------
        k : int
            Its index.
        """
        share, quarter = self.shares[k], self.lowest_quarter
        if quarter is None or np.isnan(share):
            return NOT_KNOWN
        if share >= quarter - TINY:
            return CONNECTED
        return FEW_TIES if self.layer.answered[k] else NOT_KNOWN

    @property
    def verdict(self) -> str:
        """Whether the median reaches the lowest quarter of the others, whatever the silent would say."""
        if self.lowest_quarter is None or self.median_range is None or len(self.own) < MOST * self.chosen.sum():
            return NOT_KNOWN
        low, high = (end >= self.lowest_quarter - TINY for end in self.median_range)
        return TOO_CLOSE if low != high else CONNECTED if low else FEW_TIES
