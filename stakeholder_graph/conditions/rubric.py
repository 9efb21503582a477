"""The rubric: criteria as a versioned data file, read with all of its problems at once."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date as Date  # noqa: N812 - a field of the rubric is called date
from importlib.resources import files
from pathlib import Path
from typing import Any

from stakeholder_graph.conditions.criterion import Criterion, FindingField
from stakeholder_graph.conditions.facts import FACTS
from stakeholder_graph.conditions.rubric_mistakes import ADD, mistakes
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.toml_mistakes import toml_remedy
from stakeholder_graph.text import _, translate

#: What a rubric file says of itself, above its rows.
HEAD = ("id", "title", "edition", "date", "source")


@dataclass(frozen=True, slots=True)
class Rubric:
    """A versioned list of criteria.

    Parameters
    ----------
    id : str
        By which decisions and commands name it.
    title : str
        As pages show it.
    edition, date, source : str
        Which edition of what it follows, when that was written, and where it comes from.
    rows : tuple of Criterion
        In the order in which they are shown.
    file : str
        Where it was read from, as problems name it.

    Examples
    --------
    >>> read_rubric("five-conditions")["agenda-endorsed"].condition
    'agenda'
    """

    id: str
    title: str
    edition: str
    date: str
    source: str
    rows: tuple[Criterion, ...]
    file: str = ""

    def __getitem__(self, row: str) -> Criterion:
        """The criterion of an id."""
        for criterion in self.rows:
            if criterion.id == row:
                return criterion
        raise UnknownNameError("row", row, self.ids)

    def __contains__(self, row: object) -> bool:
        return row in self.ids

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the rows, in order."""
        return tuple(criterion.id for criterion in self.rows)


def shipped_rubrics() -> dict[str, Path]:
    """The rubric files that come with the package, by id.

    Examples
    --------
    >>> sorted(shipped_rubrics())
    ['drug-free-communities', 'empty', 'five-conditions', 'theory-of-action']
    """
    folder = Path(str(files("stakeholder_graph.conditions"))) / "rubrics"
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


def known_rubrics(folder: str | Path | None = None) -> dict[str, Path]:
    """The rubric files of a partnership, by id: those that come with the package, and its own before them.

    Parameters
    ----------
    folder : str or Path, optional
        The partnership's.

    Examples
    --------
    >>> known_rubrics() == shipped_rubrics()
    True
    """
    files = sorted(Path(folder, "rubrics").glob("*.toml")) if folder else []
    own = {path.stem: path for path in files if path.is_file()}
    return shipped_rubrics() | own


def read_rubric(name: str | Path, folder: str | Path | None = None) -> Rubric:
    """Read a rubric by its name or from its file.

    Parameters
    ----------
    name : str or Path
        The id of a rubric that is shipped or lies in the partnership's folder `rubrics`, or a file.
    folder : str or Path, optional
        The partnership's folder; its own rubrics come before those that are shipped.

    Returns
    -------
    Rubric

    Raises
    ------
    UnknownNameError
        If there is no such rubric.
    SurveyError
        With every problem of the file, each with its row.
    """
    known = known_rubrics(folder)
    path = known.get(str(name), Path(name))
    if path.suffix != ".toml" or not path.is_file():
        raise UnknownNameError("rubric", str(name), known)
    inspection = Inspection()
    rubric = _rubric(path, inspection)
    inspection.verdict()
    assert rubric is not None
    return rubric


def check_own_rubrics(folder: str | Path) -> None:
    """Read all rubrics of a partnership's own, so that what is wrong with them is known before anything is computed.

    Parameters
    ----------
    folder : str or Path
        The partnership's; blank for none.

    Raises
    ------
    SurveyError
        With every problem of every file.

    Examples
    --------
    >>> check_own_rubrics("")
    """
    inspection = Inspection()
    for path in sorted(Path(folder, "rubrics").glob("*.toml")) if folder else ():
        if path.is_file():
            _rubric(path, inspection)
    inspection.verdict()


def _rubric(path: Path, inspection: Inspection) -> Rubric | None:
    try:
        content = tomllib.loads(path.read_text("utf-8"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        what = _("The rubric is not a TOML file: {error}.", error=str(error).removesuffix("."))
        todo = toml_remedy(error, _("Start from a copy of a rubric that comes with the tool."))
        inspection.wrong(what, todo, path.name)
        return None
    for key in content.keys() - {*HEAD, "row"}:
        _unknown(key, (*HEAD, "row"), path.name, None, inspection)
    written = content.get("row", [])
    if not isinstance(written, list) or not all(isinstance(row, Mapping) for row in written):
        inspection.wrong(_("The rubric has no list of rows."), _("Begin each row with [[row]]."), path.name)
        return None
    rows = [made for at, row in enumerate(written, 1) if (made := _criterion(row, at, path, inspection))]
    _check_together(written, path.name, inspection)
    if not str(content.get("id", "")).strip():
        inspection.wrong(_("The rubric has no “{key}”.", key="id"), translate(ADD), path.name)
    said = {key: str(content.get(key, "")) for key in HEAD}
    return Rubric(**said, rows=tuple(rows), file=path.name)


def _criterion(row: Mapping[str, Any], at: int, path: Path, inspection: Inspection) -> Criterion | None:
    problems, known = len(inspection.problems), [item.name for item in fields(Criterion)]
    for key in row.keys() - set(known):
        _unknown(key, known, path.name, at, inspection)
    for what, todo, column in mistakes(row):
        inspection.wrong(what, todo, path.name, at, column)
    looked = row.get("finding")
    if isinstance(looked, Mapping):
        names = [item.name for item in fields(FindingField)]
        for key in looked.keys() - set(names):
            _unknown(key, names, path.name, at, inspection)
        for key, known_names in (("fact", FACTS), ("measure", measures())):
            if isinstance(looked.get(key), str) and looked[key] and looked[key] not in known_names:
                _unknown(looked[key], list(known_names), path.name, at, inspection, "finding")
    if len(inspection.problems) > problems:
        return None
    cells: dict[str, Any] = {key: str(value) if isinstance(value, Date) else value for key, value in row.items()}
    if looked is not None:
        layer = looked.get("layer", "")
        cells["finding"] = FindingField(**{**looked, "layer": tuple(layer) if isinstance(layer, list) else layer})
    if "gates" in cells:
        cells["gates"] = tuple(cells["gates"])
    return Criterion(**cells)


def _check_together(rows: Sequence[Mapping[str, Any]], file: str, inspection: Inspection) -> None:
    """Ids are used once, and gates are rows of the same rubric."""
    ids = [str(row.get("id", "")) for row in rows]
    for at, row in enumerate(rows, 1):
        if ids[at - 1] and ids[at - 1] in ids[: at - 1]:
            todo = _("Give each row an id of its own.")
            inspection.wrong(_("Two rows have the id “{id}”.", id=ids[at - 1]), todo, file, at, "id")
        gates = row.get("gates", ())
        for gate in gates if isinstance(gates, list) else ():
            if isinstance(gate, str) and gate not in ids:
                _unknown(gate, ids, file, at, inspection, "gates")


def _unknown(
    word: str, known: Any, file: str, row: int | None, inspection: Inspection, column: str | None = None
) -> None:
    todo = suggestion(word, list(known), _("Leave it out."))
    inspection.wrong(_("“{word}” is not known here.", word=word), todo, file, row, column)
