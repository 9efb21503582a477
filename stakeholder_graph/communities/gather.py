"""Gathers communities: reads their folders, asks what could be meant two ways, and measures each survey once."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Literal

from stakeholder_graph.communities.community_wave import CommunityWave
from stakeholder_graph.communities.fingerprint import Fingerprint
from stakeholder_graph.communities.kept import KeptWaves, content_key
from stakeholder_graph.communities.measure_wave import WaveTask, measure_wave
from stakeholder_graph.communities.read_fingerprint import is_fingerprint, read_fingerprint
from stakeholder_graph.communities.small_drawing import Arrange
from stakeholder_graph.concurrency.second_process import Workers, computed_by
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.model.problems import Problem, SurveyError
from stakeholder_graph.model.read_files import ReadFiles
from stakeholder_graph.model.survey import DEFAULT_LAYER
from stakeholder_graph.progress import part
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.what_is_there import surveys_inside
from stakeholder_graph.text import _, _n, listing
from stakeholder_graph.text.commands import quoted

Waves = Literal["latest", "all"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to measure in each community.

    Parameters
    ----------
    waves : {"latest", "all"}
        Which surveys.
    layers : tuple of str
        The kind of tie: the first of them that a community has; empty for the usual one.
    permutations, seed : int
        As of `MeasureSettings`.
    """

    waves: Waves = "latest"
    layers: tuple[str, ...] = ()
    permutations: int = 9999
    seed: int = 0

    def key(self, path: Path) -> str:
        """Under which what was measured in a folder is kept."""
        options = {"waves": self.waves, "layers": self.layers, "permutations": self.permutations, "seed": self.seed}
        return content_key(path, options)


@dataclass(frozen=True)
class _Folder:
    """A folder that was read: its partnership, or what is wrong with it."""

    path: Path | None
    partnership: Partnership | None = None
    problems: tuple[Problem, ...] = ()
    key: str = ""


@dataclass
class _Gathered:
    """What was gathered so far, and all that is wrong with it."""

    kept: list[tuple[CommunityWave, ...]] = field(default_factory=list)
    read: list[_Folder] = field(default_factory=list)
    fingerprints: dict[str, Fingerprint] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def gather(
    given: Sequence[Path | Partnership],
    wanted: Wanted,
    kept: KeptWaves | None = None,
    *,
    second: Workers | None = None,
    workers: Workers | None = None,
    arrange: Arrange | None = None,
) -> tuple[list[CommunityWave], Mapping[str, Fingerprint]]:
    """Gather communities.

    Parameters
    ----------
    given : sequence of Path or Partnership
        Folders, settings files, fingerprints, or what was read.
    wanted : Wanted
        What to measure.
    kept : KeptWaves, optional
        What was measured before.
    second : Workers, optional
        Reads folders too; it is on this computer.
    workers : Workers, optional
        Measure: one community and survey is a task.
    arrange : callable, optional
        As of `WaveTask`.

    Returns
    -------
    tuple of (list of CommunityWave, mapping of str to Fingerprint)

    Raises
    ------
    SurveyError
        With every problem of all of them.
    """
    gathered = _Gathered(problems=list(_given_twice(given)))
    folders: dict[Path, str] = {}
    for item in dict.fromkeys(given):
        if isinstance(item, Partnership):
            gathered.read.append(_Folder(None, item))
        elif surveys := surveys_inside(item):
            gathered.problems.append(_folder_of_folders(item, surveys))
        elif is_fingerprint(item):
            _add_fingerprint(item, gathered)
        elif kept is not None and item.exists():
            folders[item] = wanted.key(item)
            if (before := kept.read(folders[item])) is not None:
                gathered.kept.append(before)
                del folders[item]
        else:
            folders[item] = ""
    with part(0.1, _("Reading")):
        read = computed_by(second, _read, list(folders), lambda path: path.name)
    gathered.read += [replace(folder, key=folders[path]) for folder, path in zip(read, folders, strict=True)]
    tasks = _tasks(gathered, wanted, arrange)
    gathered.problems += _called_alike(gathered)
    if gathered.problems:
        raise SurveyError(gathered.problems)
    with part(what=_("Measuring")):
        measured = computed_by(
            workers or second,
            measure_wave,
            [task for _folder, task in tasks],
            lambda task: f"{task.partnership.name}, {task.partnership.latest}",
        )
    by_folder: dict[int, list[CommunityWave]] = defaultdict(list)
    for (folder, _task), wave in zip(tasks, measured, strict=True):
        by_folder[id(folder)].append(wave)
    for folder in gathered.read:
        if kept is not None and folder.key and folder.partnership is not None:
            kept.write(folder.key, by_folder[id(folder)], folder.partnership.info.read_from)
    return [*measured, *(wave for waves in gathered.kept for wave in waves)], gathered.fingerprints


def _given_twice(given: Sequence[Path | Partnership]) -> Iterator[Problem]:
    if len(given) < 2 and not any(isinstance(item, Path) and surveys_inside(item) for item in given):
        yield Problem(_("There is only one community, and nothing to put beside it."), _("Name two or more."))
    places: dict[Path, list[str]] = defaultdict(list)
    for path in given:
        if isinstance(path, Path):
            places[path.resolve()].append(str(path))
    for names in places.values():
        if len(names) > 1:
            yield Problem(_("This community is named twice."), _("Name each once."), names[0])


def _folder_of_folders(path: Path, surveys: int) -> Problem:
    what = _n(
        "This folder holds no survey itself, but {count} folder with one.",
        "This folder holds no survey itself, but {count} folders with one each.",
        surveys,
    )
    return Problem(what, _("To put them side by side, write {folders}", folders=f"{quoted(path)}/*"), str(path))


def _add_fingerprint(path: Path, gathered: _Gathered) -> None:
    if path.stem in gathered.fingerprints:
        what = _("Two fingerprints are called “{name}”.", name=path.stem)
        gathered.problems.append(
            Problem(what, _("Rename one of the files: a fingerprint has no other name."), str(path))
        )
        return
    try:
        gathered.fingerprints[path.stem] = read_fingerprint(path)
    except SurveyError as error:
        gathered.problems += error.problems


def _read(path: Path) -> _Folder:
    """Read a folder, here or in a second process: what is wrong with it is a value that can be sent."""
    try:
        return _Folder(path, to_partnership(read_partnership(path)))
    except SurveyError as error:
        problems = (replace(problem, file=_in_folder(path, problem.file)) for problem in error.problems)
        return _Folder(path, None, tuple(problems))


def _in_folder(path: Path, file: str) -> str:
    folder = path if path.is_dir() else path.parent
    return str(folder / file) if file and file != str(folder) else str(path)


def _tasks(gathered: _Gathered, wanted: Wanted, arrange: Arrange | None) -> list[tuple[_Folder, WaveTask]]:
    """One for each survey of each community that was read."""
    tasks = []
    for folder in gathered.read:
        partnership = folder.partnership
        gathered.problems += folder.problems
        if partnership is None:
            continue
        layer = _layer(folder, partnership, wanted, gathered.problems)
        latest = partnership.latest
        for wave, graph in partnership.graphs.items():
            if wanted.waves == "all" or wave == latest:
                # Who read which files is for this computer alone.
                info = replace(partnership.info, read_from=ReadFiles(), advice=())
                alone = Partnership(info, {wave: graph}, partnership.lists)
                task = WaveTask(alone, layer, wave == latest, wanted.permutations, wanted.seed, arrange)
                tasks.append((folder, task))
    return tasks


def _layer(folder: _Folder, partnership: Partnership, wanted: Wanted, problems: list[Problem]) -> str:
    """The kind of tie to compare; several are asked about."""
    offered = [name for name, info in partnership.graph().layers.items() if info.asks == "ties" and not info.asked_of]
    usual = wanted.layers or (DEFAULT_LAYER,)
    chosen = next((name for name in usual if name in offered), None)
    if chosen is not None:
        return chosen
    if not wanted.layers and len(offered) < 2:
        return offered[0] if offered else ""
    where = str(folder.path or partnership.name)
    names = listing(f"“{name}”" for name in offered) or _("none")
    todo = _("Say which to compare with --layer; repeat the option where communities use different names.")
    if wanted.layers:
        what = _("This community has no such kind of tie. It has: {names}.", names=names)
    else:
        what = _("Which kind of tie do you want to compare? This community has several: {names}.", names=names)
    problems.append(Problem(what, todo, where))
    return ""


def _called_alike(gathered: _Gathered) -> Iterator[Problem]:
    """Two communities of one name could be one, or two of which nobody could say which is which."""
    called: dict[str, list[str]] = defaultdict(list)
    for waves in gathered.kept:
        called[normal(waves[0].name)].append(waves[0].name)
    for folder in gathered.read:
        if folder.partnership is not None:
            called[normal(folder.partnership.name)].append(folder.partnership.name)
    for name in gathered.fingerprints:
        called[normal(name)].append(name)
    for names in called.values():
        if len(names) > 1:
            yield Problem(
                _(
                    "{count} communities are called “{name}”: are they one, or several?",
                    count=len(names),
                    name=names[0],
                ),
                _("Leave out what is named twice, or give each a name of its own in its settings (name = ...)."),
            )
