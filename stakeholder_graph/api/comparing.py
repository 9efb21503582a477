"""Compare two waves of a partnership."""

from collections.abc import Sequence
from functools import partial
from typing import Literal

from stakeholder_graph.concurrency.second_process import SecondProcess
from stakeholder_graph.graph import Partnership
from stakeholder_graph.studies.change.compare_waves import compare_waves
from stakeholder_graph.studies.change.comparison import Comparison, PossibleRename
from stakeholder_graph.studies.change.joined_surveys import joined_surveys
from stakeholder_graph.studies.change.over_time.timeline import Timeline
from stakeholder_graph.studies.change.over_time.timeline import timeline as over_time
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey.names.renames import possible_renames, same_names


def compare(
    partnership: Partnership | Sequence[Partnership],
    before: str | None = None,
    after: str | None = None,
    *,
    names: str | Sequence[str] | None = None,
    layers: str | Sequence[str] | None = None,
    permutations: int = 9999,
    draws: int = 200,
    seed: int = 0,
    ranges: bool = True,
    second: SecondProcess | None = None,
) -> Comparison:
    """Compare two waves: who came and left, what became of ties, every measure side by side, and which changes hold.

    Parameters
    ----------
    partnership : Partnership or sequence of two Partnerships
        As `read` gives it; of two surveys in two folders the earlier one first.
    before, after : str, optional
        Names of the waves. By default the last two, and of two surveys the latest of each.
    names : str or sequence of str, optional
        Measures to put side by side; by default every one that is a number.
    layers : str or sequence of str, optional
        Kinds of tie; by default all that both waves asked everyone about.
    permutations, draws, seed, second
        As of `measure`.
    ranges : bool
        Whether to say how far missing answers could move what was measured in each wave, which takes most of the time.
        Changes among those who answered both times have their intervals all the same.

    Returns
    -------
    Comparison
        For the backbone's desk. ``comparison.changes`` are those that hold, ``comparison.to_frame()`` all measures.

    Raises
    ------
    SurveyError
        With every reason why the two cannot be compared.

    Examples
    --------
    >>> from stakeholder_graph import read
    >>> compared = compare(read("surveys/wren-county"), "2024", "2025", permutations=999, draws=20)
    >>> compared.panels["collaboration"].organizations, len(compared.joined), len(compared.left)
    (31, 7, 0)
    """
    names = [names] if isinstance(names, str) else names
    layers = [layers] if isinstance(layers, str) else layers
    only: Literal["values", "ranges"] = "ranges" if ranges else "values"
    settings = MeasureSettings(ties="reported", permutations=permutations, draws=draws, seed=seed, only=only)
    if not isinstance(partnership, Partnership):
        first, last = partnership
        partnership = joined_surveys(first, last, partial(same_names, aliases=last.info.aliases), before, after)
        before = after = None
    return compare_waves(
        partnership,
        before,
        after,
        names=names,
        layers=layers,
        settings=settings,
        alike=_alike,
        second=second,
    )


def _alike(left: Sequence[str], joined: Sequence[str]) -> list[PossibleRename]:
    return [PossibleRename(*rename) for rename in possible_renames(left, joined)]


def timeline(
    partnership: Partnership,
    *,
    layers: str | Sequence[str] | None = None,
    permutations: int = 9999,
    draws: int = 200,
    seed: int = 0,
    ranges: bool = True,
) -> Timeline | None:
    """Follow a partnership over three waves and more: measures with ranges, steps that hold, and who moved.

    Parameters
    ----------
    partnership : Partnership
        As `read` gives it.
    layers, permutations, draws, seed, ranges
        As of `compare`.

    Returns
    -------
    Timeline or None
        None of fewer than three waves; for the backbone's desk.

    Examples
    --------
    >>> from stakeholder_graph import read
    >>> timeline(read("surveys/wren-county")) is None  # of two waves
    True
    """
    layers = [layers] if isinstance(layers, str) else layers
    only: Literal["values", "ranges"] = "ranges" if ranges else "values"
    settings = MeasureSettings(ties="reported", permutations=permutations, draws=draws, seed=seed, only=only)
    return over_time(partnership, layers, settings)
