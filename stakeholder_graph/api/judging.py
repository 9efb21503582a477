"""Judge a partnership by a rubric."""

from pathlib import Path

from stakeholder_graph.conditions.judgement import Ledger
from stakeholder_graph.conditions.ledger import make_ledger, measures_of, rubric_of
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Ties
from stakeholder_graph.progress import part
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings


def maturity(
    partnership: Partnership,
    rubric: str | Path | None = None,
    *,
    wave: str | None = None,
    ties: Ties | None = None,
    permutations: int = 9999,
    draws: int = 200,
    seed: int = 0,
    settle: bool = False,
) -> Ledger:
    """Judge a partnership by the rows of a rubric, beside what people decided of them.

    Parameters
    ----------
    partnership : Partnership
        As `read` gives it.
    rubric : str or Path, optional
        The name of a rubric that is shipped or lies in the partnership's folder ``rubrics``, or a file; by default
        ``"five-conditions"``.
    wave : str, optional
        A round of the survey; the latest by default.
    ties : {"reported", "either", "both"}, optional
        What counts as a tie; by default what the survey settings say.
    permutations, draws, seed : int
        As of `measure`.
    settle : bool
        Whether to look for what could settle the rows that are open, which takes a few seconds.

    Returns
    -------
    Ledger
        For the backbone's desk; ``ledger.for_the_room`` are the rows whose verdicts may leave it.

    Raises
    ------
    UnknownNameError
        For a rubric or wave that does not exist.
    SurveyError
        With every problem of the rubric's file.

    Examples
    --------
    >>> from stakeholder_graph import read
    >>> ledger = maturity(read("surveys/wren-county"), "theory-of-action", permutations=99, draws=20)
    >>> ledger["data-agreement"].verdict
    'not met'
    """
    chosen = rubric_of(partnership, rubric)
    settings = MeasureSettings(ties=ties or partnership.info.ties, permutations=permutations, draws=draws, seed=seed)
    with part(0.6):
        findings = assess(partnership, measures_of(chosen), wave=wave, settings=settings)
    return make_ledger(partnership, findings, chosen, wave=wave, settings=settings, settle=settle)
