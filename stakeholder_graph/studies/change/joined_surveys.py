"""Two surveys in two folders as one partnership of two waves."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.graph.partner_graph import FRAMES
from stakeholder_graph.model.problems import Problem, SurveyError, suggestion
from stakeholder_graph.model.survey import DEFAULT_WAVE, Wave
from stakeholder_graph.text import _

#: Columns that hold names of organizations, by frame.
_NAMING: Mapping[str, tuple[str, ...]] = {
    "organizations": ("organization",),
    "ties": ("from", "to"),
    "asked": ("organization",),
    "rosters": ("organization",),
    "exceptions": ("from", "to"),
    "affiliations": ("organization",),
    "ratings": ("organization",),
    "unlisted": ("by",),
}


def joined_surveys(
    before: Partnership,
    after: Partnership,
    same_names: Callable[[Sequence[str], Sequence[str]], Mapping[str, str]] = lambda first, last: {},
    before_wave: str | None = None,
    after_wave: str | None = None,
) -> Partnership:
    """Put a wave of one survey before a wave of another.

    Parameters
    ----------
    before, after : Partnership
        As read.
    same_names : callable
        ``(before, after) -> names``: of two lists the organizations of the earlier one as the later one calls them;
        others keep their names.
    before_wave, after_wave : str, optional
        The latest of each by default.

    Returns
    -------
    Partnership
        What it says of itself and its lists are those of the later survey, but for what either expects; who answered
        counts as known where both surveys say so. Waves of one name are told apart by the names of the two surveys.

    Raises
    ------
    SurveyError
        If either has no such wave, or both are one and the same.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> old, new = (Partnership(name, {"1": from_networkx(nx.path_graph(["a", "b"]))}) for name in ("Old", "New"))
    >>> list(joined_surveys(old, new).graphs)
    ['Old', 'New']
    """
    problems = [*_no_such_wave(before, before_wave), *_no_such_wave(after, after_wave)]
    if not problems and _same_wave(before, after, before_wave, after_wave):
        problems.append(
            Problem(
                _("Both surveys are “{survey}”, and a survey does not differ from itself.", survey=before.name),
                _("Name two folders, that of the earlier survey first."),
            )
        )
    if problems:
        raise SurveyError(problems)
    first, last = before.graph(before_wave), after.graph(after_wave)
    names = same_names(first.names, last.names)
    called = _called(before, after, first.wave, last.wave)
    info = replace(
        after.info,
        answered_known=before.info.answered_known and after.info.answered_known,
        surveyed=before.info.surveyed and after.info.surveyed,
        invented=before.info.invented or after.info.invented,
        undecided=(*before.info.undecided, *after.info.undecided),
        advice=(*before.info.advice, *after.info.advice),
    )
    graphs = {
        called[0]: _renamed(first, called[0], names),
        called[1]: _renamed(last, called[1], {}),
    }
    return Partnership(info, graphs, {**after.lists, **_expected(before, after, names)})


def _expected(before: Partnership, after: Partnership, names: Mapping[str, str]) -> dict[str, pd.DataFrame]:
    """What either survey expects; where both expect something of the same, what the earlier one said."""
    listed = [survey.lists["forecasts"] for survey in (before, after) if "forecasts" in survey.lists]
    if not listed:
        return {}
    if listed[0] is not after.lists.get("forecasts"):
        listed[0] = listed[0].replace({"who": dict(names), "partner": dict(names)})
    forecasts = pd.concat(listed, ignore_index=True)
    return {"forecasts": forecasts.drop_duplicates([name for name in forecasts if name != "value"], ignore_index=True)}


def _no_such_wave(survey: Partnership, wave: str | None) -> Iterator[Problem]:
    if wave is not None and wave not in survey.graphs:
        otherwise = _("Choose from: {waves}.", waves=", ".join(survey.graphs))
        yield Problem(
            _("{survey} has no wave “{wave}”.", survey=survey.name, wave=wave),
            suggestion(wave, list(survey.graphs), otherwise),
        )


def _same_wave(before: Partnership, after: Partnership, before_wave: str | None, after_wave: str | None) -> bool:
    # Files of network programs in one folder are surveys of their own, with names of their own.
    places = [(survey.info.read_from.folder, survey.name) for survey in (before, after)]
    same = places[0] == places[1] if places[0][0] else before is after
    return same and before.graph(before_wave).wave.name == after.graph(after_wave).wave.name


def _called(before: Partnership, after: Partnership, first: Wave, last: Wave) -> tuple[str, str]:
    if first.name != last.name:
        return first.name, last.name
    if before.name != after.name and first.name == DEFAULT_WAVE:
        return before.name, after.name  # nobody gave the survey a name of its own
    if before.name != after.name:
        return f"{first.name} ({before.name})", f"{last.name} ({after.name})"
    return f"{first.name} (1)", f"{last.name} (2)"


def _renamed(graph: PartnerGraph, wave: str, names: Mapping[str, str]) -> PartnerGraph:
    frames: dict[str, pd.DataFrame] = {name: graph[name] for name in FRAMES}
    for name, columns in _NAMING.items() if names else ():
        frame = frames[name].copy()
        for column in columns:
            frame[column] = frame[column].map(lambda text: names.get(text, text)).astype("str")
        frames[name] = frame
    return PartnerGraph(replace(graph.wave, name=wave), graph.layers, frames, graph.directed)
