"""Makes the ledger: for every row of a rubric what the tool proposes, and what people decided."""

from collections.abc import Sequence
from pathlib import Path

from stakeholder_graph.conditions.decisions import decisions_of
from stakeholder_graph.conditions.facts import FactContext
from stakeholder_graph.conditions.judge import judge_rows
from stakeholder_graph.conditions.judgement import Ledger, LedgerRow
from stakeholder_graph.conditions.rubric import Rubric, read_rubric
from stakeholder_graph.conditions.settling import what_settles
from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.context import MeasureSettings, Shared

#: The rubric that is used where none is named.
USUAL_RUBRIC = "five-conditions"


def make_ledger(
    partnership: Partnership,
    findings: Sequence[Finding],
    rubric: Rubric,
    *,
    wave: str | None = None,
    settings: MeasureSettings | None = None,
    settle: bool = False,
    shared: Shared | None = None,
) -> Ledger:
    """Judge every row of a rubric, and put beside it what people decided.

    Parameters
    ----------
    partnership : Partnership
        Any.
    findings : sequence of Finding
        Of that wave; those of `measures_of` at least. A row whose measure is not among them does not apply.
    rubric : Rubric
        What is asked.
    wave : str, optional
        By default the latest.
    settings : MeasureSettings, optional
        How thoroughly to look.
    settle : bool
        Whether to look for what could settle the rows that are open, which takes a few seconds.
    shared : Shared, optional
        What another ledger of the same findings and settings computed already.

    Returns
    -------
    Ledger

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> partnership = Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {})
    >>> ledger = make_ledger(partnership, [], read_rubric("theory-of-action"))
    >>> ledger["data-agreement"].verdict, ledger.counts["shown"]
    ('waits for a document', 0)
    """
    graph = partnership.graph(wave)
    settings = settings or MeasureSettings(ties=partnership.info.ties)
    context = FactContext(partnership, graph, tuple(findings), settings, shared or Shared())
    judged = judge_rows(rubric, context)
    decided, problems = decisions_of(partnership, rubric, graph.wave.name, judged)
    rows = tuple(LedgerRow(row, judged[row.id], decided.get(row.id)) for row in rubric.rows)
    if settle:
        rows = what_settles(rows, rubric, context)
    wave_name, info = graph.wave.name, partnership.info
    closes, late = info.closes.get(wave_name, ""), info.late_answers.get(wave_name, ())
    return Ledger(rubric, partnership.name, wave_name, rows, tuple(problems), closes, late)


def measures_of(rubric: Rubric) -> list[str]:
    """The measures whose findings a rubric reads.

    Parameters
    ----------
    rubric : Rubric
        Any.

    Examples
    --------
    >>> measures_of(read_rubric("drug-free-communities"))
    ['sector_coverage']
    """
    named = {row.finding.measure for row in rubric.rows if row.finding}
    return [name for name in measures() if name in named]


def rubric_of(partnership: Partnership, name: str | Path | None = None) -> Rubric:
    """Find a rubric of a partnership: its own before those that are shipped.

    Parameters
    ----------
    partnership : Partnership
        Its folder may hold rubrics.
    name : str or Path, optional
        By default the five conditions.
    """
    folder = partnership.info.read_from.folder or None
    return read_rubric(USUAL_RUBRIC if name is None else name, folder)
