"""Compute measures of a partnership."""

from collections.abc import Sequence

from stakeholder_graph.api.findings import Findings
from stakeholder_graph.concurrency.second_process import SecondProcess
from stakeholder_graph.graph import Partnership
from stakeholder_graph.inference.kernels.choice import check_kernels
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Ties
from stakeholder_graph.progress import part
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings


def measure(
    partnership: Partnership,
    names: str | Sequence[str] | None = None,
    *,
    wave: str | None = None,
    layers: str | Sequence[str] | None = None,
    ties: Ties | None = None,
    permutations: int = 9999,
    draws: int = 200,
    seed: int = 0,
    second: SecondProcess | None = None,
) -> Findings:
    """Compute measures: a finding for each, and for each layer where it is about ties.

    Parameters
    ----------
    partnership : Partnership
        As `read` or `from_networkx` gives it.
    names : str or sequence of str, optional
        Measures; all of them by default. `explain` lists them.
    wave : str, optional
        A round of the survey; the latest by default.
    layers : str or sequence of str, optional
        Kinds of tie; all by default.
    ties : {"reported", "either", "both"}, optional
        What counts as a tie: each report, a pair that either side named, or a pair that both named. By default what
        the survey settings say.
    permutations : int
        How many permutations each null model takes.
    draws : int
        How many imputations of unobserved dyads the ranges rest on.
    seed : int
        The same seed gives the same numbers.
    second : SecondProcess, optional
        Computes some of the findings on another core; the numbers are the same. The command line starts one.

    Returns
    -------
    Findings
        In the order of the report.

    Raises
    ------
    UnknownNameError
        For a measure, wave or layer that does not exist.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph import from_networkx
    >>> karate = from_networkx(nx.karate_club_graph(), sector="club")
    >>> findings = measure(karate, ["density", "ei_index"], permutations=99)
    >>> [round(finding.value, 4) for finding in findings]
    [-0.7179, 0.139]
    """
    names = [names] if isinstance(names, str) else names
    layers = [layers] if isinstance(layers, str) else layers
    settings = MeasureSettings(ties=ties or partnership.info.ties, permutations=permutations, draws=draws, seed=seed)
    with part(1 if partnership.agreed is None else 0.5):
        findings = assess(partnership, names, wave=wave, layers=layers, settings=settings, second=second)
    wave = partnership.graph(wave).wave.name
    agreed = partnership.agreed
    if agreed is None:
        return Findings(partnership, findings, wave)
    known = None if layers is None else [name for name in layers if name in agreed.graph(wave).layers]
    return Findings(
        partnership,
        findings,
        wave,
        assess(agreed, names, wave=wave, layers=known, settings=settings, second=second),
    )


def indicators(
    partnership: Partnership, *, wave: str | None = None, permutations: int = 9999, draws: int = 200, seed: int = 0
) -> Findings:
    """Say how indicators moved, where groups and places lie apart, and who uses which.

    Parameters
    ----------
    partnership : Partnership
        As `read` gives it, with its list of indicators.
    wave, permutations, draws, seed
        As of `measure`.

    Returns
    -------
    Findings
        Of every measure of the section on indicators; their tables have the figures.

    Examples
    --------
    >>> from stakeholder_graph.api.reading import read
    >>> found = indicators(read("surveys/wren-county"), permutations=99, draws=20)
    >>> found.table("indicator_progress").columns[0]
    'indicator'
    """
    names = [info.name for info in measures().values() if info.section == "results"]
    return measure(partnership, names, wave=wave, permutations=permutations, draws=draws, seed=seed)


def check_environment() -> None:
    """Notice before any work is done an environment variable that would stop it later.

    Raises
    ------
    KernelsError
        If compiled loops are asked for that there are not, or that are not installed.

    Examples
    --------
    >>> check_environment()
    """
    check_kernels()
