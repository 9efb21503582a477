"""Indicator use: which organizations of which sectors use each indicator of the partnership."""

from collections.abc import Sequence

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import SECTOR
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures.results._figures import Indicator, indicators_of
from stakeholder_graph.measures.results._progress_tables import INDICATOR
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.model.table import Column, Disclosure, Row, Table
from stakeholder_graph.text import N_

#: Used across sectors: by organizations of so many of them.
LEAST_SECTORS = 2
BY_INDICATOR = (
    INDICATOR,
    Column("role", N_("Core or contributing"), "term"),
    Column("organizations", N_("Organizations that use it"), "count", of_answers=True),
    Column("sectors", N_("Sectors"), "count", of_answers=True),
    Column("across", N_("Used in two sectors or more"), "flag", of_answers=True),
)
BY_SECTOR = (
    INDICATOR,
    SECTOR,
    Column("organizations", N_("Organizations that use it"), "count", of_answers=True),
)


def _reading(finding: Finding) -> Message | None:
    if finding.quotient is None:
        return None
    across, count = (int(number) for number in (finding.quotient.numerator, finding.quotient.denominator))
    return Message("used_across", {"across": across, "count": count})


@measure(
    section="results",
    title=N_("Who uses which indicator"),
    question=N_("Which of our indicators are used by organizations of more than one sector?"),
    how_to_read=N_(
        "Measurement is shared where organizations of several sectors look at the same numbers. An indicator that one "
        "sector uses alone is that sector’s own; one that nobody uses is collected for nobody. Whoever has not "
        "answered yet may use any of them."
    ),
    how_to_read_lists=N_(
        "Measurement is shared where organizations of several sectors look at the same numbers. An indicator that one "
        "sector uses alone is that sector’s own; one that nobody uses is collected for nobody."
    ),
    formula=N_(
        "Core indicators that organizations of two sectors or more use / core indicators. Core are all that are not "
        "called contributing; where all are, these. Organizations without a sector count as users and as no sector."
    ),
    undefined=N_("Where nobody says of any indicator who uses it."),
    unit=N_("share"),
    bounds=(0, 1),
    references=("Kania, J., & Kramer, M. (2011). Collective impact. Stanford Social Innovation Review, 9(1), 36-41.",),
    messages={
        "used_across": N_("Of {count} core indicators, organizations of two sectors or more use {across}."),
        "nobody_uses": N_("Indicators that nobody is known to use: {count}."),
        "no_uses": N_("Nobody has said which indicators organizations use."),
        "by_sector": N_("By sector"),
    },
    reading=_reading,
    chart=Chart("none"),
    supporting=True,
    questions=(N_("Who should look at this indicator, and has never seen it?"),),
    no_range=N_("Only those who have not answered yet could say which indicators they use."),
    reads=("indicator",),
)
def indicator_use(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Count who uses each indicator, by sector.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; its affiliations of the kind indicator.
    partnership : Partnership
        Its lists `indicators` and `items`.

    Returns
    -------
    Measured
        `value` is the share of core indicators that organizations of two sectors or more use. `table` has one row an
        indicator, ``tables["by_sector"]`` one row an indicator and sector. Indicators that organizations use and no
        list has stand last.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import Wave
    >>> organizations = pd.DataFrame({"organization": ["A", "B"], "sector": ["Schools", "Health"]})
    >>> uses = pd.DataFrame({"organization": ["A", "B", "A"], "kind": "indicator", "item": ["I", "I", "J"]})
    >>> graph = PartnerGraph(Wave("1"), {}, {"organizations": organizations, "affiliations": uses})
    >>> measured = indicator_use(graph, Partnership("P", {"1": graph}, {}))
    >>> measured.value, [row["sectors"] for row in measured.table.rows]
    (0.5, [2, 1])
    """
    frame = graph["affiliations"]
    uses = frame[(frame["kind"] == "indicator") & (frame["value"] != 0)]
    if uses.empty:
        return Measured(None, caveats=[Message("no_uses")])
    listed = {indicator.name: indicator for indicator in indicators_of(partnership)}
    indicators = [*listed.values(), *(Indicator(name) for name in dict.fromkeys(uses["item"]) if name not in listed)]
    sector_of = dict(graph.organizations[["organization", "sector"]].itertuples(index=False, name=None))
    users = {
        indicator.name: sorted(set(uses.loc[uses["item"] == indicator.name, "organization"]))
        for indicator in indicators
    }
    rows = [_row(indicator, [str(sector_of[name]) for name in users[indicator.name]]) for indicator in indicators]
    core = [row for row in rows if row["role"] != "contributing"] or rows
    known = [column for column in BY_INDICATOR if column.name != "role" or any(row["role"] for row in rows)]
    by_sector = [
        {"indicator": indicator.name, "sector": sector, "organizations": sectors.count(sector)}
        for indicator in indicators
        for sectors in [[str(sector_of[name]) for name in users[indicator.name]]]
        for sector in sorted(set(sectors))
    ]
    unused = sum(not row["organizations"] for row in rows)
    return Measured.of(
        Quotient(sum(bool(row["across"]) for row in core), len(core)),
        Table.from_rows(known, rows, Disclosure.SECTOR),
        {"by_sector": Table.from_rows(BY_SECTOR, by_sector, Disclosure.SECTOR)},
        caveats=[Message("nobody_uses", {"count": unused})] if unused else [],
    )


def _row(indicator: Indicator, sectors: Sequence[str]) -> Row:
    different = set(sectors) - {NO_SECTOR}
    return {
        "indicator": indicator.name,
        "role": indicator.role,
        "organizations": len(sectors),
        "sectors": len(different),
        "across": len(different) >= LEAST_SECTORS,
    }
