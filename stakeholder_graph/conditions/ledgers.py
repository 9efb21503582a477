"""The ledgers of a report: the five conditions, the partnership's own rubrics, and those that its evidence names."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from stakeholder_graph.conditions.five_conditions import five_conditions, rubrics_named
from stakeholder_graph.conditions.judgement import Ledger
from stakeholder_graph.conditions.ledger import USUAL_RUBRIC, make_ledger, rubric_of
from stakeholder_graph.conditions.rubric import Rubric
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.context import MeasureSettings, Shared


def report_ledgers(
    partnership: Partnership, findings: Sequence[Finding], wave: str, settings: MeasureSettings
) -> tuple[Ledger, ...]:
    """Judge what a report of the desk shows beside the five conditions.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    findings : sequence of Finding
        Of that wave.
    wave : str
        That wave.
    settings : MeasureSettings
        As thoroughly as the findings were made.

    Returns
    -------
    tuple of Ledger
        The five conditions first; none where the report has no page of them.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> path = Partnership("P", {"1": from_networkx(nx.path_graph(5))}, {})
    >>> report_ledgers(path, (), "1", MeasureSettings())
    ()
    """
    if five_conditions(partnership, findings, wave) is None:
        return ()
    rubrics, shared = {rubric.id: rubric for rubric in _rubrics(partnership)}, Shared()
    return tuple(
        make_ledger(partnership, findings, rubric, wave=wave, settings=settings, settle=True, shared=shared)
        for rubric in rubrics.values()
    )


def _rubrics(partnership: Partnership) -> Iterator[Rubric]:
    """The usual rubric, those in the partnership's folder, and those that its evidence names and that are there."""
    yield rubric_of(partnership)
    folder = partnership.info.read_from.folder
    files = sorted(Path(folder, "rubrics").glob("*.toml")) if folder else []
    own = [path.stem for path in files if path.is_file()]
    for name in dict.fromkeys([*own, *rubrics_named(partnership)]):
        if name != USUAL_RUBRIC:
            try:
                yield rubric_of(partnership, name)
            except UnknownNameError:
                # The page says that there is no such rubric.
                continue
