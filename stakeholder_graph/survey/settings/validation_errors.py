"""What is wrong with settings, in words: what cannot stand there, and what to write instead."""

import re
from collections.abc import Mapping, Sequence

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.settings.elements import StepSettings
from stakeholder_graph.survey.settings.model import (
    LayerSettings,
    PromiseSettings,
    QuestionSettings,
    Settings,
    TiesSettings,
    WaveSettings,
)
from stakeholder_graph.survey.settings.named_scales import StepRow
from stakeholder_graph.survey.settings.own.spelled import ColourSettings, PagesSettings, ParagraphSettings
from stakeholder_graph.survey.settings.tables import NetworkSettings, OrganizationsSettings, TableSettings
from stakeholder_graph.text import N_, _, listing

_MODELS: Mapping[str, type[BaseModel]] = {
    "organizations": OrganizationsSettings,
    "network": NetworkSettings,
    "table": TableSettings,
    "layers": LayerSettings,
    "question": QuestionSettings,
    "wave": WaveSettings,
    "ties": TiesSettings,
    "promises": PromiseSettings,
    "pages": PagesSettings,
    "colours": ColourSettings,
    "paragraph": ParagraphSettings,
    "scale": StepSettings,
    "scales": StepRow,
}
_NUMBER = N_("Write a number.")
_WHOLE_NUMBER = N_("Write a whole number.")
_TRUE_OR_FALSE = N_("Write true or false.")
_TABLE = N_("Write a table.")
#: By the type of error that pydantic gives.
_REMEDIES: Mapping[str, str] = {
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "finite_number": _NUMBER,
    "int_parsing": _WHOLE_NUMBER,
    "int_type": _WHOLE_NUMBER,
    "int_from_float": _WHOLE_NUMBER,
    "bool_type": _TRUE_OR_FALSE,
    "bool_parsing": _TRUE_OR_FALSE,
    "string_type": N_("Write a text between quotation marks."),
    "string_too_short": N_("Fill it in."),
    "string_too_long": N_("Write no more than {max_length} letters."),
    "string_pattern_mismatch": N_("Write a date such as 2025-03-31."),
    "tuple_type": N_("Write a list between square brackets."),
    "dict_type": _TABLE,
    "model_type": _TABLE,
    "greater_than_equal": N_("Write a number of {ge} or more."),
    "less_than_equal": N_("Write a number of {le} or less."),
}


def explain(detail: ErrorDetails, file: str, inspection: Inspection) -> None:
    """Note one error of pydantic as a problem.

    Parameters
    ----------
    detail : ErrorDetails
        As pydantic has it.
    file : str
        How problems name where the settings stand.
    inspection : Inspection
        Takes the problem.

    Examples
    --------
    >>> inspection = Inspection()
    >>> missing = {"type": "missing", "loc": ("wave", 0, "name"), "msg": "", "input": {}}
    >>> explain(missing, "partnership.toml", inspection)
    >>> print(inspection.problems[0])
    partnership.toml, wave 1, name: This setting is missing. Add a line “name = ...”.
    """
    path, kind, context = detail["loc"], detail["type"], detail.get("ctx", {})
    where = _in_words(path)
    at = f"{file}, {where}" if where else file
    key = str(path[-1]) if path else ""
    written = detail["input"]
    if kind == "extra_forbidden":
        tables = [str(step) for step in path[:-1] if step in _MODELS]
        model = _MODELS[tables[-1]] if tables else Settings
        known = list(model.model_fields)
        elsewhere = _elsewhere(key, model, known)
        todo = elsewhere if key.casefold() in _LANGUAGE else suggestion(key, known, elsewhere)
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
        inspection.wrong(_("This setting cannot be “{written}”.", written=begun(written)), remedy(detail), at)


#: Of what cannot stand there so many letters are quoted.
_LONGEST_QUOTED = 60
#: Tables that settings have once, below a header of their own.
_TABLES: Mapping[str, type[BaseModel]] = {
    name: _MODELS[name] for name in ("organizations", "ties", "promises", "pages")
}


#: What people write to have everything in their language.
_LANGUAGE = frozenset({"language", "lang", "locale", "idioma", "lengua"})


def _elsewhere(key: str, model: type[BaseModel], known: Sequence[str]) -> str:
    """What to do about a key that this table has not, and perhaps another."""
    if key.casefold() in _LANGUAGE:
        return _('Write language = "en" or "es" at the top of the file, above the first line in square brackets.')
    if key in Settings.model_fields and model is not Settings:
        return _("Write it at the top of the file, above the first line in square brackets.")
    table = next((name for name, other in _TABLES.items() if key in other.model_fields and model is Settings), "")
    if table:
        return _("Write it below a line [{table}].", table=table)
    if key in QuestionSettings.model_fields and model is Settings:
        return _("Write it below the line [[question]] of the question that it is about.")
    return _("Remove it, or use one of {settings}.", settings=", ".join(known))


def begun(written: object) -> str:
    """Give what is written, or its beginning where it is longer than anybody needs to know it by.

    Parameters
    ----------
    written : object
        As the settings have it.

    Examples
    --------
    >>> begun(3), len(begun("long " * 99))
    ('3', 60)
    """
    text = str(written)
    return text if len(text) <= _LONGEST_QUOTED else text[:_LONGEST_QUOTED].rstrip() + "…"


def remedy(detail: ErrorDetails) -> str:
    """Say what to write instead.

    Parameters
    ----------
    detail : ErrorDetails
        As pydantic has it.

    Examples
    --------
    >>> remedy({"type": "greater_than_equal", "loc": ("limit",), "msg": "", "input": 0, "ctx": {"ge": 1}})
    'Write a number of 1 or more.'
    """
    if detail["type"] in _REMEDIES:
        return _(_REMEDIES[detail["type"]], **detail.get("ctx", {}))
    return f"{detail['msg'].rstrip('.')}."


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
