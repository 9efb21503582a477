"""Bright spots: places that do better than expected two years running, to learn from and never to rank."""

import pandas as pd

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._declaration import Chart, as_whole_number
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.results._by_place.comparison import (
    BRIGHT,
    COMPARISONS,
    FUNNEL,
    FUNNEL_LIMITS,
    SPOTS,
    ComparedPlaces,
    compared,
)
from stakeholder_graph.measures.results._by_place.places import place_years
from stakeholder_graph.measures.results._by_place.practices import IN_COMMON, LACKING, in_common, lacking
from stakeholder_graph.measures.results._figures import indicators_of
from stakeholder_graph.model.finding import Finding, Measured, Message
from stakeholder_graph.model.table import Disclosure, Table
from stakeholder_graph.text import N_


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
        "& Hochberg, .10. Funnel: 1.96 and 3.09 times sqrt(tau^2 + p q / n) around what is expected of each place."
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
        "lacking": N_("Who could be asked to try them"),
        "funnel": N_("Places by size, named only where they stand out"),
        "limits": N_("Where places of each size usually lie"),
    },
    reading=_reading,
    chart=Chart("funnel"),
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
        named, with how many others have them, ``tables["lacking"]`` places that lack those practices, ``funnel`` and
        ``limits`` what a funnel plot draws: of places that do not stand out no name.

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
    shared = [row for comparison in judged for row in in_common(comparison, frame)]
    caveats = []
    if unlike := sum(bool(made.parts and not made.parts.years_agree) for made in judged):
        caveats.append(Message("unlike_years", {"count": unlike}))
    if shared:
        caveats.append(Message("association"))
    if not any(made.figures.attributes for made in judged):
        caveats.append(Message("expected_alike"))
    tables = _tables(judged, frame)
    return Measured(
        len({row["place"] for row in spots if row["verdict"] == BRIGHT}),
        Table.from_rows(SPOTS, spots, Disclosure.ORGANIZATION) if spots else None,
        {name: table for name, table in tables.items() if len(table)},
        caveats=caveats,
    )


def _tables(judged: list[ComparedPlaces], frame: pd.DataFrame | None) -> dict[str, Table]:
    return {
        "indicators": Table.from_rows(COMPARISONS, [made.summary for made in judged], Disclosure.NETWORK),
        "in_common": Table.from_rows(
            IN_COMMON, [row for made in judged for row in in_common(made, frame)], Disclosure.NETWORK
        ),
        "lacking": Table.from_rows(
            LACKING, [row for made in judged for row in lacking(made, frame)], Disclosure.ORGANIZATION
        ),
        # Of few places each could be told by its size.
        "funnel": Table.from_rows(FUNNEL, [row for made in judged for row in made.funnel()], Disclosure.ORGANIZATION),
        "limits": Table.from_rows(FUNNEL_LIMITS, [row for made in judged for row in made.limits()], Disclosure.NETWORK),
    }
