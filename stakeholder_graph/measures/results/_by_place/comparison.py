"""Places in one indicator against what is expected of them, who stands out, and the funnel around expectation."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.special import ndtr

from stakeholder_graph.frames.arrays import Flags, Floats
from stakeholder_graph.inference.p_values import benjamini_hochberg
from stakeholder_graph.inference.rates.meta_regression import meta_regression, studentized_deleted_residuals
from stakeholder_graph.inference.rates.persistent_places import MOST_FALSE, PersistentParts, persistent_parts
from stakeholder_graph.measures._columns import P
from stakeholder_graph.measures.results._by_place.places import PlaceYears
from stakeholder_graph.measures.results._figures import Indicator
from stakeholder_graph.model.table import Column, Row
from stakeholder_graph.text import N_

BRIGHT, CANDIDATE = N_("bright spot"), N_("candidate, one year only")
PLACE = Column("place", N_("Place"), "text")
INDICATOR = Column("indicator", N_("Indicator"), "text")
SPOTS = (
    PLACE,
    INDICATOR,
    Column("period", N_("Latest of"), "text"),
    Column("n", N_("Of how many"), "count"),
    Column("expected", N_("Expected"), "number"),
    Column("actual", N_("Actual"), "number"),
    Column("residual", N_("Standard errors off the others' line"), "number", evaluator=True),
    Column("fdr", N_("Probability that it is none"), "number"),
    Column("again", N_("Probability of the upper quarter next year"), "number", evaluator=True),
    Column("years", N_("Years"), "count"),
    Column("verdict", N_("What can be said"), "verdict"),
)
COMPARISONS = (
    INDICATOR,
    Column("places", N_("Places"), "count"),
    Column("periods", N_("Years compared"), "text"),
    Column("allowing_for", N_("Allowing for"), "text"),
    Column("named", N_("Named"), "count"),
    Column("reliability", N_("Reliability: correlation of both years"), "number"),
    P,
    Column("tau2_place", N_("Variance between places"), "number", evaluator=True),
    Column("tau2_place_year", N_("Variance within places between years"), "number", evaluator=True),
)
FUNNEL = (
    INDICATOR,
    Column("n", N_("Of how many"), "count"),
    Column("apart", N_("Better than expected, in the unit of the figures"), "number"),
    PLACE,
    Column("unit", N_("Unit"), "text"),
)
FUNNEL_LIMITS = (
    INDICATOR,
    Column("n", N_("Of how many"), "count"),
    Column("within_95", N_("95 of 100 places lie within"), "number"),
    Column("within_998", N_("998 of 1,000 places lie within"), "number"),
)
#: At so many sizes the limits of a funnel are given.
LIMITS = 25


def deleted_of(figures: PlaceYears) -> Floats:
    """Give the studentized deleted residuals of the latest year.

    Parameters
    ----------
    figures : PlaceYears
        Of n places.

    Returns
    -------
    ndarray of float, shape (n,)
        Above 0 for places that do better than expected.
    """
    return studentized_deleted_residuals(figures.values[:, -1], figures.variances[:, -1], figures.designs[-1])


@dataclass(frozen=True, eq=False)
class ComparedPlaces:
    """Places in one indicator, against what is expected of them.

    Parameters
    ----------
    indicator : Indicator
        Which.
    figures : PlaceYears
        Of n places.
    parts : PersistentParts or None
        What of it persists; None of one year.
    expected : ndarray of float, shape (n,)
        In the latest year, as a part of 1.
    fdr : ndarray of float, shape (n,)
        Local false-discovery share; of one year the corrected p.
    chosen : ndarray of bool, shape (n,)
        Who is named, or a candidate.
    tau2 : float
        Variance between places beyond sampling, in the latest year.
    """

    indicator: Indicator
    figures: PlaceYears
    parts: PersistentParts | None
    expected: Floats
    fdr: Floats
    chosen: Flags
    tau2: float = 0.0

    @cached_property
    def deleted(self) -> Floats:
        """Studentized deleted residuals of the latest year."""
        return deleted_of(self.figures)

    def rows(self) -> Iterator[Row]:
        """Those named, or candidates, the surest first."""
        scale, better = self.indicator.scale, self.indicator.direction > 0
        for k in sorted(np.flatnonzero(self.chosen), key=lambda k: float(self.fdr[k])):
            ends = (self.expected[k], self.figures.values[k, -1])
            expected, actual = (round(scale * float(end if better else 1 - end), 10) for end in ends)
            size = self.figures.sizes[k, -1]
            yield {
                "place": self.figures.places[k],
                "indicator": self.indicator.name,
                "period": self.figures.periods[-1],
                "n": round(float(size)) if np.isfinite(size) else None,
                "expected": expected,
                "actual": actual,
                "residual": float(self.deleted[k]) if np.isfinite(self.deleted[k]) else None,
                "fdr": float(self.fdr[k]),
                "again": float(self.parts.again[k]) if self.parts else None,
                "years": len(self.figures.periods),
                "verdict": BRIGHT if self.parts else CANDIDATE,
            }

    @property
    def summary(self) -> Row:
        """One row on how well places can be told apart."""
        row: dict[str, object] = {
            "indicator": self.indicator.name,
            "places": len(self.figures.places),
            "periods": ", ".join(self.figures.periods),
            "allowing_for": ", ".join(self.figures.attributes),
            "named": int(self.chosen.sum()) if self.parts else 0,
        }
        if self.parts:
            row |= {"reliability": self.parts.reliability, "p": self.parts.p}
            row |= {"tau2_place": self.parts.tau2_place, "tau2_place_year": self.parts.tau2_place_year}
        return row  # type: ignore[return-value]

    def funnel(self) -> Iterator[Row]:
        """What each place of known size lies off what is expected of it; only those that stand out have a name."""
        scale, sizes = self.indicator.scale, self.figures.sizes[:, -1]
        apart = scale * (self.figures.values[:, -1] - self.expected)
        for k in sorted(np.flatnonzero(np.isfinite(sizes)), key=lambda k: (sizes[k], apart[k])):
            yield {
                "indicator": self.indicator.name,
                "n": round(float(sizes[k])),
                "apart": round(float(apart[k]), 10),
                "place": self.figures.places[k] if self.chosen[k] else None,
                "unit": self.indicator.unit,
            }

    def limits(self) -> Iterator[Row]:
        """Within what 95 and 99.8 in 100 places of each size would lie if no place differed more than places do."""
        sizes = self.figures.sizes[:, -1]
        known = sizes[np.isfinite(sizes)]
        if not len(known):
            return
        usual = float(np.clip(self.expected.mean(), 0, 1))
        for n in np.unique(np.geomspace(known.min(), known.max(), LIMITS).round()):
            error = self.indicator.scale * float(np.sqrt(self.tau2 + usual * (1 - usual) / n))
            within = {name: round(level * error, 10) for name, level in (("within_95", 1.96), ("within_998", 3.09))}
            yield {"indicator": self.indicator.name, "n": int(n), **within}


def compared(indicator: Indicator, figures: PlaceYears) -> ComparedPlaces:
    """Compare places with what is expected of them.

    Parameters
    ----------
    indicator : Indicator
        Which.
    figures : PlaceYears
        Of one year or two.

    Returns
    -------
    ComparedPlaces
        With who is named or, of one year, who is a candidate.
    """
    fits = [
        meta_regression(figures.values[:, year], figures.variances[:, year], design)
        for year, design in enumerate(figures.designs)
    ]
    expected = figures.values[:, -1] - fits[-1].residuals
    if len(fits) == 2:
        residuals = np.column_stack([fit.residuals for fit in fits])
        parts = persistent_parts(residuals, figures.variances, figures.designs[-1].shape[1])
        return ComparedPlaces(indicator, figures, parts, expected, parts.false_share, parts.named, fits[-1].tau2)
    adjusted = benjamini_hochberg(ndtr(-np.nan_to_num(deleted_of(figures), nan=0.0)))
    return ComparedPlaces(indicator, figures, None, expected, adjusted, adjusted <= MOST_FALSE, fits[-1].tau2)
