"""The model check: answers that were given are hidden and imputed, to see whether ranges can be believed here."""

from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.imputation.impute import FEWEST_ANSWERS
from stakeholder_graph.inference.imputation.model_check import FOLDS, model_check
from stakeholder_graph.measures._columns import ORGANIZATIONS
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._needs import TIES, at_most
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_

#: Imputations of each fifth: all fifths together take about as long as the imputations of a report.
DRAWS = 40
LARGEST = 200
#: Of nine in ten expected, so many are a model that can be believed: some fall short by chance.
ENOUGH = 0.8

WITHIN_LIKE = Column("within_like", N_("True number within 5–95 %"), "count")
WITHIN = Column("within", N_("The same if half or twice as active"), "count")


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    row = finding.tables["network"].rows[0]
    fields = {"organizations": row["organizations"], "within": row["within_like"]}
    return Message("believable", fields) if finding.value >= ENOUGH else Message("doubtful", fields, "unknown")


@measure(
    supporting=True,
    section="response",
    title=N_("Whether ranges can be believed"),
    question=N_("If answers that were given had been missing, would the ranges have held what they say?"),
    how_to_read=N_(
        "The answers of a fifth of those who answered are hidden, imputed like those that are missing, and compared; "
        "so for each fifth. Of the true numbers of ties nine in ten should lie within 5–95 % of the draws. Where far "
        "fewer do, the ranges in this report are too narrow."
    ),
    formula=N_(
        "Share of those who answered whose number of ties lies from 5 % to 95 % of 40 imputations in which their own "
        "answers and those of others, a fifth in all, are hidden; drawn by the seed."
    ),
    undefined=N_(
        "Where every answer is there, so that nothing is imputed; where fewer than ten would be left; where ties count "
        "once either or both sides name them; above 200 organizations."
    ),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Rubin, D. B. (1987). Multiple Imputation for Nonresponse in Surveys. Wiley.",
        "Geisser, S. (1975). The predictive sample reuse method with applications. Journal of the American Statistical "
        "Association, 70(350), 320-328.",
    ),
    messages={
        "believable": N_(
            "With answers that were given hidden, ranges held the true number of connections of {within} of "
            "{organizations} organizations; nine in ten are expected."
        ),
        "doubtful": N_(
            "With answers that were given hidden, ranges held the true number of connections of only {within} "
            "of {organizations} organizations; nine in ten are expected, so the ranges here are too narrow."
        ),
        "believable_mentions": N_(
            "With answers that were given hidden, ranges held how many partners {within} of {organizations} "
            "organizations mention; nine in ten are expected."
        ),
        "doubtful_mentions": N_(
            "With answers that were given hidden, ranges held how many partners only {within} of {organizations} "
            "organizations mention; nine in ten are expected, so the ranges here are too narrow."
        ),
        "all_there": N_("Every answer is there, so nothing is imputed."),
        "only_reports": N_(
            "Imputations are of what each reported, so they are checked where reports count as connections."
        ),
    },
    reading=_reading,
    needs=(TIES, at_most(LARGEST)),
    role="check of ranges",
    no_range=N_("It checks the ranges themselves."),
    chart=Chart("none"),
)
def simulated_nonresponse(layer: Layer, seed: int = 0) -> Measured:
    """Measure how often imputations recover numbers of ties that are known.

    Parameters
    ----------
    layer : Layer
        As reported, or without direction.
    seed : int
        Decides who is hidden together, and the imputations.

    Returns
    -------
    Measured
        `value` is the share; ``tables["network"]`` has organizations (how many could be checked), within_like and
        within (with imputations half and twice as active, too).

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> simulated_nonresponse(from_networkx(nx.karate_club_graph()).layer("collaboration")).value is None
    True
    """
    if layer.complete:
        return Measured(None, caveats=[Message("all_there")])
    if layer.pairing == "both ends":
        return Measured(None, caveats=[Message("only_reports")])
    if layer.answered.sum() * (1 - 1 / FOLDS) < FEWEST_ANSWERS:
        return Measured(None, caveats=[Message("too_few_answers")])
    check = model_check(layer, imputations=DRAWS, seed=seed)
    if not check.organizations:
        return Measured(None, caveats=[Message("too_few_answers")])
    cells = {ORGANIZATIONS: [check.organizations], WITHIN_LIKE: [check.within_like], WITHIN: [check.within]}
    within = Quotient(check.within_like, check.organizations)
    return Measured.of(within, tables={"network": Table.of(cells, Disclosure.NETWORK)})
