"""All indicators in one count, and outcomes by the stated rule: what page one says of children's results."""

from collections.abc import Sequence
from dataclasses import dataclass

from stakeholder_graph.measures.results._progress import BETTER, NO_BASELINE, NO_DATA, ONE_FIGURE, SAME, WORSE
from stakeholder_graph.model.finding import Finding


@dataclass(frozen=True, slots=True)
class ResultsInShort:
    """Counts of indicators.

    Parameters
    ----------
    anchor : str
        Where the report goes on about it.
    better, same, worse, no_data : int
        Four parts that add up.
    no_baseline : bool
        Whether all that have no verdict have figures and lack a baseline alone.
    since : str
        The baseline period that all those with a verdict have; blank where they differ.
    outcomes_better, outcomes : int
        Outcomes that are better by the rule, and all that have an indicator.
    """

    anchor: str
    better: int
    same: int
    worse: int
    no_data: int
    no_baseline: bool
    since: str
    outcomes_better: int
    outcomes: int

    @property
    def count(self) -> int:
        """All of them."""
        return self.better + self.same + self.worse + self.no_data


def results_in_short(findings: Sequence[Finding]) -> ResultsInShort | None:
    """Count what page one says of indicators.

    Parameters
    ----------
    findings : sequence of Finding
        Of one copy and one wave; that of `indicator_progress` is looked at.

    Returns
    -------
    ResultsInShort or None
        None where no indicator has figures, or the copy holds none.

    Examples
    --------
    >>> results_in_short([]) is None
    True
    """
    finding = next((finding for finding in findings if finding.name == "indicator_progress"), None)
    if finding is None or finding.table is None or finding.value is None:
        return None
    rows = finding.table.rows
    verdicts = [str(row["verdict"]) for row in rows]
    known = {str(row["since"]) for row in rows if row["verdict"] != NO_DATA}
    without = [row for row in rows if row["verdict"] == NO_DATA]
    outcomes = finding.tables["outcomes"].rows if "outcomes" in finding.tables else ()
    return ResultsInShort(
        finding.name,
        better=verdicts.count(BETTER),
        same=verdicts.count(SAME),
        worse=verdicts.count(WORSE),
        no_data=verdicts.count(NO_DATA),
        no_baseline=all(row["judged_by"] in (NO_BASELINE, ONE_FIGURE) for row in without),
        since=next(iter(known)) if len(known) == 1 else "",
        outcomes_better=sum(row["verdict"] == BETTER for row in outcomes),
        outcomes=len(outcomes),
    )
