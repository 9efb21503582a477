"""What a study sees: one layer of a partnership, with the imputations and rewired networks that studies share."""

from dataclasses import dataclass, replace
from functools import cached_property

from stakeholder_graph.graph import Layer, PartnerGraph, Partnership
from stakeholder_graph.inference.imputation.draw import Draws, draw
from stakeholder_graph.inference.rewiring import Rewired, rewired
from stakeholder_graph.model.finding import Ties
from stakeholder_graph.model.survey import NO_SECTOR


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
        How many arrangements by chance, and how many ways in which the silent might have answered.
    """

    ties: Ties = "reported"
    seed: int = 0
    permutations: int = 9999
    draws: int = 200


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
    settings : Settings
        How thoroughly to look.
    """

    partnership: Partnership
    graph: PartnerGraph
    name: str
    settings: MeasureSettings = MeasureSettings()

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
    def rewired(self) -> Rewired:
        """The same with the partners dealt out anew, which all tests against that chance share."""
        return rewired(self.grouped, self.settings.permutations, self.settings.seed)

    @cached_property
    def limited(self) -> bool:
        """Whether anybody could name only so many."""
        asked = self.graph["asked"]
        return bool(asked.loc[asked["layer"] == self.name, "limit"].notna().any())

    @property
    def complete(self) -> bool | None:
        """Whether everyone answered, and about everyone; None where nothing says who answered."""
        everything = bool(self.reports.complete and self.reports.answered.all())
        return everything if self.partnership.info.answered_known else None

    @cached_property
    def draws(self) -> Draws:
        """The ways in which those who have not answered might have."""
        return draw(self.reports, draws=self.settings.draws, seed=self.settings.seed)


def of_known_sector(layer: Layer) -> Layer:
    """The layer among organizations whose sector is stated, where any is: the others are no sector of their own.

    Parameters
    ----------
    layer : Layer
        Any.
    """
    if NO_SECTOR not in layer.sectors or len(layer.sectors) == 1:
        return layer
    unknown = layer.sectors.index(NO_SECTOR)
    known = layer.subset(layer.sector_codes != unknown)
    stated = tuple(sector for sector in layer.sectors if sector != NO_SECTOR)
    return replace(known, sectors=stated, sector_codes=known.sector_codes - (known.sector_codes > unknown))
