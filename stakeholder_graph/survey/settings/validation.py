"""Checks settings as they were written in TOML, and puts into words what is wrong with them."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.settings.model import (
    LayerSettings,
    OrganizationsSettings,
    PromiseSettings,
    QuestionSettings,
    Settings,
    StepSettings,
    TiesSettings,
    WaveSettings,
)
from stakeholder_graph.survey.settings.remedies import remedy
from stakeholder_graph.tabular.delimited import visible
from stakeholder_graph.text import _, listing


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
        _explain(detail, file, inspection)
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


_MODELS: Mapping[str, type[BaseModel]] = {
    "organizations": OrganizationsSettings,
    "layers": LayerSettings,
    "question": QuestionSettings,
    "wave": WaveSettings,
    "ties": TiesSettings,
    "promises": PromiseSettings,
    "scale": StepSettings,
}


def _explain(detail: ErrorDetails, file: str, inspection: Inspection) -> None:
    path, kind, context = detail["loc"], detail["type"], detail.get("ctx", {})
    where = _in_words(path)
    at = f"{file}, {where}" if where else file
    key = str(path[-1]) if path else ""
    written = detail["input"]
    if kind == "extra_forbidden":
        tables = [str(step) for step in path[:-1] if step in _MODELS]
        model = _MODELS[tables[-1]] if tables else Settings
        known = list(model.model_fields)
        todo = suggestion(key, known, _elsewhere(key, model, known))
        above = _in_words(path[:-1])
        inspection.wrong(
            _("There is no setting “{setting}”.", setting=key), todo, f"{file}, {above}" if above else file
        )
    elif kind == "missing":
        inspection.wrong(_("This setting is missing."), _("Add a line “{setting} = ...”.", setting=key), at)
    elif kind == "literal_error":
        inspection.wrong(
            _("“{written}” cannot be chosen.", written=str(written)),
            _("Choose {choices}.", choices=listing(re.findall("'([^']*)'", context["expected"]), "or")),
            at,
        )
    elif kind == "value_error":
        inspection.wrong(_(str(context["error"])), _("Add or correct it."), at)
    elif kind == "model_type" and key in _MODELS:
        inspection.wrong(
            _("This setting is “{written}” and should be a table.", written=str(written)),
            _(
                "Write a line [{setting}] and below it the settings you need, each on a line of its own: {settings}.",
                setting=key,
                settings=", ".join(_MODELS[key].model_fields),
            ),
            at,
        )
    else:
        inspection.wrong(_("This setting cannot be “{written}”.", written=str(written)), remedy(detail), at)


#: Tables that settings have once, below a header of their own.
_TABLES: Mapping[str, type[BaseModel]] = {name: _MODELS[name] for name in ("organizations", "ties", "promises")}


def _elsewhere(key: str, model: type[BaseModel], known: Sequence[str]) -> str:
    """What to do about a key that this table has not, and perhaps another."""
    if key in Settings.model_fields and model is not Settings:
        return _("Write it at the top of the file, above the first line in square brackets.")
    table = next((name for name, other in _TABLES.items() if key in other.model_fields and model is Settings), "")
    if table:
        return _("Write it below a line [{table}].", table=table)
    return _("Remove it, or use one of {settings}.", settings=", ".join(known))


def _in_words(path: tuple[int | str, ...]) -> str:
    """A path such as ``("question", 0, "blank")`` as a reader of the file counts.

    Examples
    --------
    >>> _in_words(("question", 0, "blank"))
    'question 1, blank'
    """
    words = ""
    for step in path:
        if step in ("steps", "named"):
            continue
        words += f" {step + 1}" if isinstance(step, int) else f", {step}"
    return words.removeprefix(", ")


def _remove(raw: dict[str, Any], path: tuple[int | str, ...]) -> None:
    parent: Any = raw
    for step in path[:-1]:
        if isinstance(parent, dict) or isinstance(step, int):  # else it is the spelling of a scale, and no key
            parent = parent[step]
    del parent[path[-1]]
