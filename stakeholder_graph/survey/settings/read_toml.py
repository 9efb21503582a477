"""Reads partnership.toml, and puts into words what is wrong with settings."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.settings.model import (
    LayerSettings,
    OrganizationsSettings,
    PromiseSettings,
    Question,
    Settings,
    StepSettings,
    TiesSettings,
    WaveSettings,
)
from stakeholder_graph.tabular.delimited import visible


def read_settings(path: Path, inspection: Inspection) -> Settings:
    """Read partnership.toml, noting all of its problems.

    Parameters
    ----------
    path : Path
        The file.
    inspection : Inspection
        Takes the problems.

    Returns
    -------
    Settings
        Without keys that do not exist: these are problems, but the rest of the input can be looked at too.

    Raises
    ------
    SurveyError
        If anything else is wrong, since the other files cannot be understood then.
    """
    try:
        raw = tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        line = re.search(r"at line (\d+)", str(error))
        reason = error.strerror if isinstance(error, OSError) else str(error)
        inspection.wrong(
            f"The settings cannot be read: {reason}.",
            'Texts stand between quotation marks, as in name = "Wren County".',
            path.name,
            int(line[1]) if line else None,
        )
        inspection.verdict()
    return checked_settings(raw, path.name, inspection)


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
        Without keys that do not exist.

    Raises
    ------
    SurveyError
        If anything else is wrong.
    """
    raw = _visible(raw)
    try:
        return Settings.model_validate(raw)
    except ValidationError as error:
        details = error.errors()
    for detail in details:
        _explain(detail, file, inspection)
        if detail["type"] == "extra_forbidden":
            _remove(raw, detail["loc"])
    try:
        return Settings.model_validate(raw)
    except ValidationError:
        inspection.verdict()
        raise


def _visible(written: Any) -> Any:
    """The same with all texts as tables have them, so that both mean the same wave or layer."""
    if isinstance(written, dict):
        return {_visible(key): _visible(value) for key, value in written.items()}
    if isinstance(written, list):
        return [_visible(value) for value in written]
    return visible(written) if isinstance(written, str) else written


_MODELS: Mapping[str, type[BaseModel]] = {
    "organizations": OrganizationsSettings,
    "layers": LayerSettings,
    "question": Question,
    "wave": WaveSettings,
    "ties": TiesSettings,
    "promises": PromiseSettings,
    "scale": StepSettings,
}
_WORDS = {
    "float_parsing": "should be a number",
    "float_type": "should be a number",
    "bool_type": "should be true or false",
    "bool_parsing": "should be true or false",
    "string_type": "should be a text",
    "tuple_type": "should be a list",
    "dict_type": "should be a table",
    "model_type": "should be a table",
    "string_too_short": "should not be blank",
    "string_pattern_mismatch": "should be a date such as 2025-03-31",
}


def _explain(detail: ErrorDetails, file: str, inspection: Inspection) -> None:
    place, kind, told = detail["loc"], detail["type"], detail.get("ctx", {})
    where = _in_words(place)
    key = str(place[-1]) if place else ""
    if kind == "extra_forbidden":
        named = [str(part) for part in place[:-1] if part in _MODELS]
        model = _MODELS[named[-1]] if named else Settings
        known = list(model.model_fields)
        todo = suggestion(key, known, f"Remove it, or use one of {', '.join(known)}.")
        inspection.wrong(f'{where}: there is no setting "{key}".', todo, file)
    elif kind == "missing":
        inspection.wrong(f"{where}: this setting is missing.", f'Add a line with "{key} = ...".', file)
    elif kind == "literal_error":
        inspection.wrong(f'{where}: "{detail["input"]}" cannot be chosen.', f"Choose {told['expected']}.", file)
    elif kind == "value_error":
        inspection.wrong(f"{where or 'The settings'}: {told['error']}.", "Add or correct it.", file)
    elif kind == "model_type" and key in _MODELS:
        settable = ", ".join(_MODELS[key].model_fields)
        inspection.wrong(
            f'{where} should be a table: it now is "{detail["input"]}".',
            f"Write a line [{key}] and below it what is to be set, one in each line: {settable}.",
            file,
        )
    else:
        words = _WORDS.get(kind, detail["msg"][:1].lower() + detail["msg"][1:])
        inspection.wrong(f"{where}: {words}.", f'It now is "{detail["input"]}"; correct it.', file)


def _in_words(place: tuple[int | str, ...]) -> str:
    """A place such as ``("question", 0, "blank")`` as a reader of the file counts.

    Examples
    --------
    >>> _in_words(("question", 0, "blank"))
    'question 1, blank'
    """
    words = ""
    for part in place:
        if part in ("steps", "named"):
            continue
        words += f" {part + 1}" if isinstance(part, int) else f", {part}"
    return words.removeprefix(", ")


def _remove(raw: dict[str, Any], place: tuple[int | str, ...]) -> None:
    parent: Any = raw
    for part in place[:-1]:
        parent = parent[part]
    del parent[place[-1]]
