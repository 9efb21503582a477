"""What is wrong with settings, in words: what cannot stand there, and what to write instead."""

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.settings.elements import StepSettings
from stakeholder_graph.survey.settings.mistakes.place_in_words import place_in_words
from stakeholder_graph.survey.settings.mistakes.unfit import unfit_in
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


def explain(detail: ErrorDetails, raw: Mapping[str, Any], file: str, inspection: Inspection) -> None:
    """Note one error of pydantic as a problem.

    Parameters
    ----------
    detail : ErrorDetails
        As pydantic has it.
    raw : mapping
        The settings as they were written.
    file : str
        How problems name where the settings stand.
    inspection : Inspection
        Takes the problem.

    Examples
    --------
    >>> inspection = Inspection()
    >>> missing = {"type": "missing", "loc": ("wave", 0, "name"), "msg": "", "input": {}}
    >>> explain(missing, {"wave": [{}]}, "partnership.toml", inspection)
    >>> print(inspection.problems[0])
    partnership.toml, wave 1, name: This setting is missing. Add a line “name = ...”.
    """
    path, kind, context = detail["loc"], detail["type"], detail.get("ctx", {})
    where = place_in_words(path, raw, missing=kind == "missing")
    at = f"{file}, {where}" if where else file
    key = str(path[-1]) if path else ""
    written = detail["input"]
    tables = [str(step) for step in path[:-1] if step in _MODELS]
    model = _MODELS[tables[-1]] if tables else Settings
    if kind == "extra_forbidden":
        known = list(model.model_fields)
        elsewhere = _elsewhere(key, model, known)
        todo = elsewhere if key.casefold() in _LANGUAGE else suggestion(key, known, elsewhere)
        above = place_in_words(path[:-1], raw)
        inspection.wrong(
            _("There is no setting “{setting}”.", setting=key), todo, f"{file}, {above}" if above else file
        )
    elif kind == "missing":
        choices = _choices(model.model_fields[key].annotation) if key in model.model_fields else []
        add = _("Add a line “{setting} = ...”.", setting=key)
        inspection.wrong(_("This setting is missing."), f"{add} {_choose(choices)}" if choices else add, at)
    elif kind == "literal_error":
        choices = _chosen_by_people(re.findall("'([^']*)'", context["expected"]))
        inspection.wrong(
            _("“{written}” cannot be chosen.", written=begun(written)),
            suggestion(str(written), choices, _choose(choices)),
            at,
        )
    elif unfit := unfit_in(detail):
        inspection.wrong(str(unfit), unfit.remedy, at)
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


def _choices(annotation: object) -> list[str]:
    """The words that a setting takes; none where it takes any text."""
    return _chosen_by_people(get_args(annotation)) if get_origin(annotation) is Literal else []


def _chosen_by_people(words: Sequence[str]) -> list[str]:
    """The same without a blank, which is leaving out the setting, and without the guesses of a draft."""
    return [word for word in words if word and not word.endswith("?")]


def _choose(choices: Sequence[str]) -> str:
    return _("Choose {choices}.", choices=listing(choices, "or"))


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
