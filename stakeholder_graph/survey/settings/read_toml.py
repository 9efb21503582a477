"""Reads the survey settings as text: partnership.toml, checked key by key."""

import re
import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.toml_mistakes import toml_remedy
from stakeholder_graph.survey.settings.mistakes.validation_errors import explain
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.tabular.delimited import visible
from stakeholder_graph.text import _

#: So deep tables and lists may be nested; no setting needs more than a few levels.
_DEEPEST = 20
#: Rows of settings that problems are found in later, by the header of each.
_HEADERS = {key: re.compile(rf"\s*\[\[\s*{key}\s*\]\]") for key in ("question", "paragraph")}


def read_settings(path: Path, inspection: Inspection) -> Settings:
    r"""Read partnership.toml, noting all of its problems.

    Parameters
    ----------
    path : Path
        The file.
    inspection : Inspection
        Takes the problems.

    Returns
    -------
    Settings
        Without keys that do not exist: these are problems, but the rest of the input can be looked at too. Each
        question and each paragraph knows its line.

    Raises
    ------
    SurveyError
        If anything else is wrong, since the other files cannot be understood then.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "partnership.toml"
    ...     _size = file.write_text('name = "Wren"\n\n[[question]]\nkind = "team"\nquestion = "Q1"')
    ...     settings = read_settings(file, Inspection())
    >>> settings.name, settings.question[0].location
    ('Wren', Location(file='partnership.toml', row=3))
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        raw = tomllib.loads(text)
        _check_depth(raw, path.name, inspection)
    except RecursionError:
        _note_depth(path.name, inspection)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        line = re.search(r"at line (\d+)", str(error))
        reason = error.strerror if isinstance(error, OSError) else str(error)
        inspection.wrong(
            _("The settings cannot be read: {reason}.", reason=reason),
            toml_remedy(error, _('Write texts between quotation marks, as in name = "Wren County".')),
            path.name,
            int(line[1]) if line else None,
        )
    except ValueError:  # Python reads no number beyond some thousand digits
        inspection.wrong(
            _("The settings hold a number with more digits than can be read."), _("Correct the number."), path.name
        )
    inspection.verdict()
    return _located(checked_settings(raw, path.name, inspection), path.name, text)


def checked_settings(raw: dict[str, Any], file: str, inspection: Inspection) -> Settings:
    """Check settings as they were written, noting all of their problems.

    Parameters
    ----------
    raw : dict
        Tables, lists and texts.
    file : str
        How problems name where they stand.
    inspection : Inspection
        Takes the problems.

    Returns
    -------
    Settings
        Without keys that do not exist: these are problems, but the rest of the input can be looked at too.

    Raises
    ------
    SurveyError
        If anything else is wrong.

    Examples
    --------
    >>> inspection = Inspection()
    >>> checked_settings({"name": "Wren", "nmae": "x"}, "partnership.toml", inspection).name
    'Wren'
    >>> print(inspection.problems[0])
    partnership.toml: There is no setting “nmae”. Did you mean “name”?
    """
    raw = _as_tables_have_it(raw)
    try:
        return Settings.model_validate(raw)
    except ValidationError as error:
        details = error.errors()
    for detail in details:
        explain(detail, raw, file, inspection)
        if detail["type"] == "extra_forbidden":
            _remove(raw, detail["loc"])
    try:
        return Settings.model_validate(raw)
    except ValidationError:
        inspection.verdict()
        raise


def _as_tables_have_it(written: Any) -> Any:
    """The same without invisible characters, so that settings and tables mean the same wave or layer."""
    if isinstance(written, dict):
        return {_as_tables_have_it(key): _as_tables_have_it(value) for key, value in written.items()}
    if isinstance(written, list):
        return [_as_tables_have_it(value) for value in written]
    return visible(written) if isinstance(written, str) else written


def _remove(raw: dict[str, Any], path: tuple[int | str, ...]) -> None:
    parent: Any = raw
    for step in path[:-1]:
        if isinstance(parent, dict) or isinstance(step, int):  # else it is the spelling of a scale, and no key
            parent = parent[step]
    del parent[path[-1]]


def _check_depth(raw: dict[str, Any], file: str, inspection: Inspection) -> None:
    """Note a problem if tables and lists are nested beyond what any setting needs."""
    level: list[Any] = [raw]
    for _depth in range(_DEEPEST):
        inner = [item.values() if isinstance(item, dict) else item for item in level if isinstance(item, dict | list)]
        level = [item for items in inner for item in items]
    if level:
        _note_depth(file, inspection)


def _note_depth(file: str, inspection: Inspection) -> None:
    inspection.wrong(
        _("The settings are nested more than {most} levels deep.", most=_DEEPEST),
        _("Look for a square bracket or a dot too many; no setting needs more than {needed} levels.", needed=4),
        file,
    )


def _located(settings: Settings, file: str, text: str) -> Settings:
    """The settings, with the line of each question and paragraph where every one has a header of its own."""
    located = {}
    for key, header in _HEADERS.items():
        lines = [number for number, line in enumerate(text.splitlines(), start=1) if header.match(line)]
        rows = getattr(settings, key)
        if len(lines) == len(rows):
            located[key] = tuple(row.located(file, line) for row, line in zip(rows, lines, strict=True))
    return settings.model_copy(update=located).located(file)
