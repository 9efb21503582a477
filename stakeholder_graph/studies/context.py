"""What a study sees: one layer of a partnership, with the imputations and rewired networks that studies share."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Literal, TypeVar
from weakref import WeakKeyDictionary

from stakeholder_graph.graph import Layer, PartnerGraph, Partnership
from stakeholder_graph.inference.imputation.donors import DonorImputations, draws_of
from stakeholder_graph.inference.imputation.impute import MOST_IMPUTED, Completions, Imputations, impute
from stakeholder_graph.inference.label_permutation import PermutedMixing
from stakeholder_graph.inference.rewiring import RewiredMixing, rewire
from stakeholder_graph.model.finding import Ties
from stakeholder_graph.model.survey import NO_SECTOR

Computed = TypeVar("Computed")

#: Names of what contexts share, by layer.
IMPUTED, REWIRED = "imputations of {}", "{} rewired"
#: Imputations of each graph, which the findings and the ledgers of one report both look at.
_DRAWN: "WeakKeyDictionary[PartnerGraph, dict[tuple[str, int, int], Imputations]]" = WeakKeyDictionary()


@dataclass(frozen=True)
class MeasureSettings:
    """How thoroughly to look.

    Parameters
    ----------
    ties : {"reported", "either", "both"}
        What counts as a tie.
    seed : int
        Of all simulations.
    permutations, draws : int
        How many permutations at most (a single test stops early by the rule of `early_stopping`), and how many
        imputations of what was not answered; with 0 there are no tests, or no ranges.
    only : {"values", "ranges"}, optional
        Where values alone are wanted, or values with their ranges: they are the same, and findings have no test, no
        sentence and no tables but those that their values are made of.
    """

    ties: Ties = "reported"
    seed: int = 0
    permutations: int = 9999
    draws: int = 200
    only: Literal["values", "ranges"] | None = None


class Shared:
    """What is the same for all layers of a wave, computed once."""

    def __init__(self) -> None:
        self._computed: dict[str, Any] = {}

    def once(self, name: str, compute: Callable[[], Computed]) -> Computed:
        """What was computed under a name, or compute it now.

        Parameters
        ----------
        name : str
            Of a measure, or of what several measures need.
        compute : callable
            Computes it.
        """
        if name not in self._computed:
            self._computed[name] = compute()
        computed: Computed = self._computed[name]
        return computed

    def keep(self, name: str, computed: Any) -> None:
        """Keep what another process computed.

        Parameters
        ----------
        name : str
            As in `once`.
        computed : object
            What it is.
        """
        self._computed[name] = computed


@dataclass(frozen=True, eq=False)
class StudyContext:
    """One layer with all that studies need.

    Parameters
    ----------
    partnership : Partnership
        The whole.
    graph : PartnerGraph
        One wave of it.
    name : str
        The layer's name.
    settings : MeasureSettings
        How thoroughly to look.
    shared : Shared
        What other layers of the wave need too.
    """

    partnership: Partnership
    graph: PartnerGraph
    name: str
    settings: MeasureSettings = MeasureSettings()
    shared: Shared = field(default_factory=Shared)

    @cached_property
    def reports(self) -> Layer:
        """The layer as reported."""
        return self.graph.layer(self.name)

    @cached_property
    def layer(self) -> Layer:
        """The layer with ties as the settings count them."""
        return self.reports.with_ties(self.settings.ties)

    @cached_property
    def grouped(self) -> Layer:
        """The same among organizations whose sector is stated, on which sectors are compared."""
        return of_known_sector(self.layer)

    @cached_property
    def permuted(self) -> PermutedMixing:
        """Its ties by sector with sectors permuted; all tests against this null share it."""
        return PermutedMixing(self.grouped, self.settings.permutations, self.settings.seed)

    @cached_property
    def rewired(self) -> RewiredMixing:
        """The same with ties rewired, every organization keeping as many; all tests against this null share it."""
        permutations, seed = self.settings.permutations, self.settings.seed
        return self.shared.once(REWIRED.format(self.name), lambda: rewire(self.grouped, permutations, seed))

    @cached_property
    def rewired_whole(self) -> RewiredMixing:
        """The same with organizations of unknown sector, for what has nothing to do with sectors."""
        if self.grouped is self.layer:
            return self.rewired
        permutations, seed = self.settings.permutations, self.settings.seed
        return self.shared.once(
            f"{REWIRED.format(self.name)}, all of it", lambda: rewire(self.layer, permutations, seed)
        )

    @cached_property
    def limited(self) -> bool:
        """Whether anybody could name only so many."""
        asked = self.graph["asked"]
        return bool(asked.loc[asked["layer"] == self.name, "limit"].notna().any())

    @property
    def complete(self) -> bool | None:
        """Whether everyone answered, and about everyone; None where nothing says who answered, or nobody was asked."""
        everything = bool(self.reports.complete and self.reports.answered.all())
        return self.partnership.info.all_counted(everything, self.graph.wave.name)

    @cached_property
    def imputations(self) -> Imputations:
        """The network completed with the answers that those who did not answer might have given."""
        drawn = _DRAWN.setdefault(self.graph, {})
        key = self.name, self.settings.draws, self.settings.seed
        if key not in drawn:
            drawn[key] = self.shared.once(IMPUTED.format(self.name), self.imputed)
        # The copy keeps its completed layers for as long as this study lasts, and no longer.
        return replace(drawn[key])

    def imputed(self, only: slice = slice(None)) -> Imputations:
        """Draw imputations anew.

        Parameters
        ----------
        only : slice
            Which of them.
        """
        return impute(self.reports, imputations=self.settings.draws, seed=self.settings.seed, only=only)

    @cached_property
    def completions(self) -> Completions:
        """What ranges rest on: the imputations, or in a large network ties drawn after donors alone."""
        if self.reports.n <= MOST_IMPUTED:
            return self.imputations
        return DonorImputations(self.reports, draws_of(self.reports, self.settings.draws), self.settings.seed)

    @property
    def donors(self) -> int | None:
        """How often a large network was completed after donors; None where each pair was imputed, or none had to be."""
        return len(self.completions) or None if isinstance(self.completions, DonorImputations) else None


def of_known_sector(layer: Layer) -> Layer:
    """The layer among organizations whose sector is stated, where any is: the others are no sector of their own.

    Parameters
    ----------
    layer : Layer
        Any.

    Returns
    -------
    Layer
        The layer itself where every sector is stated, or none is.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = nx.path_graph(3)
    >>> nx.set_node_attributes(path, {0: "x", 1: "y"}, "sector")
    >>> of_known_sector(from_networkx(path).layer("collaboration")).organizations
    ('0', '1')
    """
    if NO_SECTOR not in layer.sectors or len(layer.sectors) == 1:
        return layer
    unknown = layer.sectors.index(NO_SECTOR)
    known = layer.subset(layer.sector_codes != unknown)
    stated = tuple(sector for sector in layer.sectors if sector != NO_SECTOR)
    return replace(known, sectors=stated, sector_codes=known.sector_codes - (known.sector_codes > unknown))
