"""What facts are counted from: one wave of a partnership, its findings, and the imputations of a kind of tie."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeAlias

import numpy as np

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.quantity import Quantity, does_not_apply, too_few
from stakeholder_graph.graph import Layer, PartnerGraph, Partnership
from stakeholder_graph.inference.imputation.impute import ranges
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.context import MeasureSettings, Shared, StudyContext
from stakeholder_graph.studies.survey_response import name_limit
from stakeholder_graph.studies.withheld import MANY, silent_hubs

#: Beyond so many organizations, paths in every imputation take too long.
MOST_ORGANIZATIONS = 400


@dataclass(frozen=True, eq=False)
class FactContext:
    """One wave of a partnership with all that facts need.

    Parameters
    ----------
    partnership : Partnership
        The whole.
    graph : PartnerGraph
        One wave of it.
    findings : sequence of Finding
        Of that wave.
    settings : MeasureSettings
        How thoroughly to look.
    """

    partnership: Partnership
    graph: PartnerGraph
    findings: Sequence[Finding] = ()
    settings: MeasureSettings = field(default_factory=MeasureSettings)
    shared: Shared = field(default_factory=Shared)

    def finding(self, measure: str, layer: str = "") -> Finding | None:
        """The finding of a measure, of a layer if it is of one; None where there is none.

        Parameters
        ----------
        measure, layer : str
            Names.
        """
        mine = [finding for finding in self.findings if finding.name == measure]
        return next((finding for finding in mine if not layer or layer in finding.scope.layers), None)

    def layer_name(self, looked: FindingField) -> str:
        """The layer that a row is about; blank where the survey has none such.

        Parameters
        ----------
        looked : FindingField
            Which names the layer, or says what it asks about.
        """
        layers = self.graph.layers
        if looked.layer == "main":
            return next((name for name, info in layers.items() if info.asks == "ties" and not info.asked_of), "")
        if looked.layer in ("trust", "value"):
            return next((name for name, info in layers.items() if info.asks == looked.layer), "")
        wanted = (looked.layer,) if isinstance(looked.layer, str) else looked.layer
        by_name = {name.casefold(): name for name in layers}
        return next((by_name[name.casefold()] for name in wanted if name.casefold() in by_name), "")

    def study(self, layer: str) -> StudyContext:
        """A layer with its imputations, computed once.

        Parameters
        ----------
        layer : str
            Its name.
        """
        return self.shared.once(
            f"study/{layer}", lambda: StudyContext(self.partnership, self.graph, layer, self.settings, self.shared)
        )


#: Counts one fact: from the context and the field of the rubric that asks for it.
Fact: TypeAlias = Callable[[FactContext, FindingField], Quantity]


def no_layer(looked: FindingField) -> Quantity:
    """Nobody was asked about such a tie.

    Parameters
    ----------
    looked : FindingField
        Which layer was looked for.
    """
    wanted = looked.layer if isinstance(looked.layer, str) else looked.layer[0]
    return does_not_apply("no_layer", layer=wanted)


def under_limit(graph: PartnerGraph, layer: str) -> Quantity | None:
    """Too few answers, where many named as many organizations as they were allowed: who is named is then no sample.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    layer : str
        Of it.
    """
    limit = name_limit(graph, layer)
    if limit is None or limit.reached < MANY * limit.respondents:
        return None
    return too_few("limit_on_names", reached=limit.reached, respondents=limit.respondents)


def imputed(
    study: StudyContext, statistic: Callable[[Layer], float], *, hub: bool = False, without: int | None = None
) -> Quantity:
    """A statistic of a layer with its range over imputations, or the reason why there is none.

    Parameters
    ----------
    study : StudyContext
        The layer.
    statistic : callable
        ``(layer) -> float``, on a layer with everything observed.
    hub : bool
        Whether it hangs on the organization that is named most. What counts a tie whichever side named it does not:
        those who named that organization are known.
    without : int, optional
        An organization that is not such a hub, as the backbone where it is left out.

    Returns
    -------
    Quantity
        Its value is the median over imputations; a fact where everybody answered.
    """
    if not study.reports.n_ties:
        return too_few("no_ties")
    if study.complete is not False:  # also where nobody was asked, and where all count as having answered
        return replace(_defined(statistic(study.reports)), fact=True)
    if (limited := under_limit(study.graph, study.name)) is not None:
        return limited
    if study.reports.n > MOST_ORGANIZATIONS:
        return too_few("too_many_to_draw")
    if hub and silent_hubs(_others(study.reports, without)):
        return too_few("silent_hub")
    drawn = ranges(study.imputations, statistic)
    if drawn.range is None or drawn.estimate is None:
        return too_few(drawn.reason or "too_few_answers")
    return Quantity(drawn.estimate, drawn.range, statistic=statistic, layer=study.name)


def _others(layer: Layer, without: int | None) -> Layer:
    return layer if without is None else layer.subset(np.arange(layer.n) != without)


def _defined(value: float) -> Quantity:
    return Quantity(value) if value == value else too_few("undefined")
