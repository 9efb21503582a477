"""Respondents: where several people speak for one organization, how far they name the same partners."""

from stakeholder_graph.frames import in_order_of_content
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import LAYER, ORGANIZATION, SECTOR
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

COLUMNS = (
    ORGANIZATION,
    SECTOR,
    LAYER,
    Column("respondents", N_("People who answered"), "count"),
    Column("named_by_any", N_("Partners named by any"), "count"),
    Column("named_by_all", N_("Partners named by all"), "count"),
)


def _reading(finding: Finding) -> Message | None:
    if finding.value is None or finding.table is None:
        return None
    several = len({row["organization"] for row in finding.table.rows})
    fields = {"several": several, "of_hundred": round(100 * finding.value)}
    return Message("agree" if finding.value >= 0.5 else "differ", fields, "neutral")


@measure(
    section="response",
    title=N_("Several people for one organization"),
    question=N_("Where several people answered for one organization, do they name the same partners?"),
    how_to_read=N_(
        "An organization is no single mind. Where its people name different partners, the tie may hang on one person; "
        "the map shows what any of them, or the rule in the survey settings, says."
    ),
    formula=N_(
        "Partners named by every respondent / partners named by any, over organizations and kinds of tie with at least "
        "two respondents (Jaccard)."
    ),
    undefined=N_("Where no organization has two respondents, or these name nobody."),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Marsden, P. V. (1990). Network data and measurement. Annual Review of Sociology, 16, 435-463.",
        "Jaccard, P. (1912). The distribution of the flora in the alpine zone. New Phytologist, 11(2), 37-50.",
    ),
    messages={
        "low_end": N_("never the same partners"),
        "high_end": N_("always the same partners"),
        "agree": N_(
            "Organizations for which several people answered: {several}. Of 100 partners that any of them named, all "
            "named {of_hundred}."
        ),
        "differ": N_(
            "Organizations for which several people answered, who often name different partners: {several}. Of 100 "
            "partners that any of them named, all named {of_hundred}."
        ),
        "one_each": N_("One person answered for each organization."),
    },
    reading=_reading,
    questions=(N_("Whose connections are these: the organization's, or one person's?"),),
    no_range=N_("It speaks of those who answered only."),
)
def several_respondents(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Measure how far respondents of one organization name the same partners.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Not used; every measure of a wave is handed it.

    Returns
    -------
    Measured
        `value` is the share over all; `table` has organization, sector, layer, respondents, named_by_any,
        named_by_all.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import LayerInfo, Wave
    >>> frames = {
    ...     "organizations": pd.DataFrame({"organization": ["A", "B", "C"]}),
    ...     "ties": pd.DataFrame(
    ...         {"layer": "work", "from": "A", "to": ["B", "B", "C"], "respondent": ["one", "two", "two"]}
    ...     ),
    ...     "asked": pd.DataFrame(
    ...         {"layer": "work", "organization": "A", "respondent": ["one", "two"], "answered": True}
    ...     ),
    ... }
    >>> graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    >>> several_respondents(graph, Partnership("P", {}, {})).value
    0.5
    """
    asked = graph["asked"]
    people = asked[asked["answered"]].groupby(["organization", "layer"])["respondent"].nunique()
    several = people[people > 1].rename("respondents")
    ties = graph["ties"].drop_duplicates(["layer", "from", "to", "respondent"])
    named_by = ties.groupby(["from", "layer", "to"])["respondent"].nunique().rename("by").reset_index()
    named_by = named_by.rename(columns={"from": "organization"}).merge(several.reset_index(), how="inner")
    if named_by.empty:
        return Measured(None, caveats=[Message("one_each")])
    named_by["everyone"] = named_by["by"] == named_by["respondents"]
    grouped = named_by.groupby(["organization", "layer", "respondents"])["everyone"]
    table = grouped.agg(named_by_any="size", named_by_all="sum").reset_index()
    table = in_order_of_content(table, ["organization", "layer"], {"layer": tuple(graph.layers)})
    sectors = graph.organizations.set_index("organization")["sector"]
    table["sector"] = table["organization"].map(sectors)
    both = Quotient(int(named_by["everyone"].sum()), len(named_by))
    return Measured.of(both, Table.from_frame(COLUMNS, table, Disclosure.ORGANIZATION))
