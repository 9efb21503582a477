"""Partnerships of a list of indicators alone."""

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import Wave


def partnership(figures: Iterable[Mapping[str, Any]], **lists: pd.DataFrame) -> Partnership:
    """One wave without anybody, and figures: rows with at least indicator, period and value."""
    return Partnership(
        "P", {"1": PartnerGraph(Wave("1"), {}, {})}, {"indicators": pd.DataFrame(list(figures)), **lists}
    )


def series(name: str, values: Mapping[str, float | None], **stated: Any) -> list[dict[str, Any]]:
    """Figures of one indicator by period."""
    return [{"indicator": name, "period": period, "value": value, **stated} for period, value in values.items()]
