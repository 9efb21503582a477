"""Bright spots: places that do better than expected two years running, to learn from and never to rank."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from scipy.stats import false_discovery_control, norm

from stakeholder_graph.frames.arrays import Flags, Floats
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.inference.rates.meta_regression import meta_regression, studentized_deleted_residuals
from stakeholder_graph.inference.rates.persistent_places import MOST_FALSE, PersistentParts, persistent_parts
from stakeholder_graph.measures._columns import P
from stakeholder_graph.measures._declaration import Chart, as_whole_number
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.results._figures import Indicator, indicators_of
from stakeholder_graph.measures.results._places import PlaceYears, place_years
from stakeholder_graph.model.finding import Finding, Measured, Message
from stakeholder_graph.model.table import Column, Disclosure, Row, Table
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
IN_COMMON = (
    INDICATOR,
    Column("practice", N_("Practice"), "text"),
    Column("spots_with", N_("Bright spots with it"), "count"),
    Column("spots", N_("Bright spots"), "count"),
    Column("others_with", N_("Other places with it"), "count"),
    Column("others", N_("Other places"), "count"),
)


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    if finding.value:
        return Message("spots", {"count": int(finding.value)}, "strength")
    candidates = len(finding.table.rows) if finding.table is not None else 0
    return Message("candidates", {"count": candidates}) if candidates else Message("none")


@measure(
    section="results",
    title=N_("Places to learn from"),
    question=N_("Where do children do better than places like theirs usually do, two years running?"),
    how_to_read=N_(
        "A place is compared with what is expected of a place that has as much to work with. It is named only where it "
        "did better in both years, and where it will most likely do so again; one year alone makes a candidate to ask, "
        "no more. Places that do worse are never named. What these places have in common is an association: other "
        "places may do the same and not stand out."
    ),
    formula=N_(
        "Each year: weighted regression on what places have to work with, weights 1 / (tau^2 + p q / n), tau^2 by "
        "Paule & Mandel. Residuals of two years split into place, place by year, and sampling; the part that persists "
        "by adaptive shrinkage (Stephens 2017). Named where the years agree (correlation, one-sided p of .05 or less), "
        "the local false-discovery share P(part is 0 or less) is .10 or less, and the probability of the upper quarter "
        "in another year .90 or more. One year: studentized deleted residuals (Viechtbauer & Cheung 2010), Benjamini "
        "& Hochberg, .10."
    ),
    undefined=N_(
        "With fewer than ten places of ten people or more, for what is no rate, and where no direction is good."
    ),
    unit=N_("places"),
    bounds=(0, None),
    references=(
        "Stephens, M. (2017). False discovery rates: a new deal. Biostatistics, 18(2), 275-294.",
        "Viechtbauer, W., & Cheung, M. W.-L. (2010). Outlier and influence diagnostics for meta-analysis. Research "
        "Synthesis Methods, 1(2), 112-125.",
        "Spiegelhalter, D. J. (2005). Funnel plots for comparing institutional performance. Statistics in Medicine, "
        "24(8), 1185-1202.",
        "Kane, T. J., & Staiger, D. O. (2002). The promise and pitfalls of using imprecise school accountability "
        "measures. Journal of Economic Perspectives, 16(4), 91-114.",
    ),
    messages={
        "spots": N_("Places that did better than expected two years running, and will most likely again: {count}."),
        "candidates": N_("Candidates of one year, to ask and not to name: {count}."),
        "none": N_("No place stands out two years running."),
        "no_places": N_("There are not enough places with figures to say what is usual."),
        "unlike_years": N_(
            "Indicators in which places keep their standing no better than chance, so that none is named: {count}."
        ),
        "association": N_("What these places have in common is an association, and no proof that it helps."),
        "expected_alike": N_("Nothing is known of what places have to work with, so the same is expected of all."),
        "indicators": N_("Each indicator"),
        "in_common": N_("Practices of these places, and of others"),
    },
    reading=_reading,
    chart=Chart("none"),
    displayed=as_whole_number,
    disclosure=Disclosure.NETWORK,
    questions=(N_("What do these places do that others could try?"),),
    no_range=N_("Indicators are figures that the partnership keeps: who answered the survey does not move them."),
)
def bright_spots(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Find the places that do better than expected, in each indicator with figures by place.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; nothing of it is used.
    partnership : Partnership
        Its lists `indicators` and `places`: of the latter, columns of numbers are what a place has to work with, and
        `practices` what it does, separated by ``;``.

    Returns
    -------
    Measured
        `value` is how many places are named, each once. `table` has those named and the candidates, never a place that
        does worse. ``tables["indicators"]`` has one row an indicator, ``tables["in_common"]`` the practices of places
        named, with how many others have them.

    Examples
    --------
    >>> from stakeholder_graph.model.survey import Wave
    >>> schools = [(f"School {k}", 50 + (k % 7) / 2 + (30 if k == 3 else 0)) for k in range(20)]
    >>> rows = [(name, year, value) for name, value in schools for year in ("2023", "2024")]
    >>> figures = pd.DataFrame(rows, columns=["place", "period", "value"]).assign(indicator="Reading", n=200, good="up")
    >>> partnership = Partnership("P", {"1": PartnerGraph(Wave("1"), {}, {})}, {"indicators": figures})
    >>> found = bright_spots(partnership.graph(), partnership)
    >>> found.value, found.table.rows[0]["place"], found.table.rows[0]["actual"]
    (1, 'School 3', 81.5)
    """
    frame = partnership.lists.get("places")
    judged = [
        compared(indicator, figures)
        for indicator in indicators_of(partnership)
        if (figures := place_years(indicator, frame)) is not None
    ]
    if not judged:
        return Measured(None, caveats=[Message("no_places")])
    spots = [row for comparison in judged for row in comparison.rows()]
    shared = [row for comparison in judged for row in _in_common(comparison, frame)]
    caveats = []
    if unlike := sum(bool(made.parts and not made.parts.years_agree) for made in judged):
        caveats.append(Message("unlike_years", {"count": unlike}))
    if shared:
        caveats.append(Message("association"))
    if not any(made.figures.attributes for made in judged):
        caveats.append(Message("expected_alike"))
    tables = {
        "indicators": Table.from_rows(COMPARISONS, [made.summary for made in judged], Disclosure.NETWORK),
        "in_common": Table.from_rows(IN_COMMON, shared, Disclosure.NETWORK),
    }
    return Measured(
        len({row["place"] for row in spots if row["verdict"] == BRIGHT}),
        Table.from_rows(SPOTS, spots, Disclosure.ORGANIZATION) if spots else None,
        {name: table for name, table in tables.items() if len(table)},
        caveats=caveats,
    )


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
class Comparison:
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
    """

    indicator: Indicator
    figures: PlaceYears
    parts: PersistentParts | None
    expected: Floats
    fdr: Floats
    chosen: Flags

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


def compared(indicator: Indicator, figures: PlaceYears) -> Comparison:
    """Compare places with what is expected of them.

    Parameters
    ----------
    indicator : Indicator
        Which.
    figures : PlaceYears
        Of one year or two.

    Returns
    -------
    Comparison
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
        return Comparison(indicator, figures, parts, expected, parts.false_share, parts.named)
    adjusted = false_discovery_control(norm.sf(np.nan_to_num(deleted_of(figures), nan=0.0)))
    return Comparison(indicator, figures, None, expected, adjusted, adjusted <= MOST_FALSE)


def _in_common(made: Comparison, frame: pd.DataFrame | None) -> Iterator[Row]:
    """Practices of the places that are named, with how many others have each."""
    if frame is None or "practices" not in frame or made.parts is None or not made.chosen.any():
        return
    practices = _practices(frame)
    spots = {made.figures.places[k] for k in np.flatnonzero(made.chosen)}
    others = set(made.figures.places) - spots
    for practice in dict.fromkeys(practice for place in sorted(spots) for practice in practices.get(place, ())):
        with_it = {place for place, listed in practices.items() if practice in listed}
        yield {
            "indicator": made.indicator.name,
            "practice": practice,
            "spots_with": len(spots & with_it),
            "spots": len(spots),
            "others_with": len(others & with_it),
            "others": len(others),
        }


def _practices(frame: pd.DataFrame) -> Mapping[str, tuple[str, ...]]:
    listed: dict[str, dict[str, None]] = {}
    for place, text in zip(frame["place"].astype(str), frame["practices"].fillna("").astype(str), strict=True):
        listed.setdefault(place, {}).update(dict.fromkeys(filter(None, map(str.strip, re.split(r"[;|]", text)))))
    return {place: tuple(practices) for place, practices in listed.items()}
