"""The survey settings: one model of partnership.toml."""

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Discriminator,
    Field,
    Tag,
    ValidationError,
    model_validator,
)
from pydantic_core import ErrorDetails

from stakeholder_graph.survey.inspection import Inspection, suggestion
from stakeholder_graph.survey.scales import step
from stakeholder_graph.survey.survey import DEFAULT_LAYER, Combine, Promise, Step

SETTINGS_FILE = "partnership.toml"

QuestionKind = Literal["tie", "outcome", "activity", "team", "asset", "need", "rating", "attribute", "identity"]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, coerce_numbers_to_str=True)


class StepSettings(_Part):
    """One step of a scale, written out."""

    value: float = Field(allow_inf_nan=False)
    name: str
    tie: bool | None = None

    def step(self) -> Step:
        """Give the step this describes."""
        return step(self.value, self.name, self.tie)


def _steps(written: object) -> object:
    """A list of names counts from 0 up."""
    if isinstance(written, list):
        return [
            each if isinstance(each, dict | StepSettings) else {"value": value, "name": each}
            for value, each in enumerate(written)
        ]
    return [] if written is None else written


def _date(written: object) -> object:
    return written.isoformat() if isinstance(written, dt.date) else written


Scale = Annotated[
    Annotated[tuple[StepSettings, ...], BeforeValidator(_steps), Tag("steps")] | Annotated[str, Tag("named")],
    Discriminator(lambda written: "named" if isinstance(written, str) else "steps"),
]
"""Names from 0 up, steps written out, or the name of a scale in scales.csv."""


class LayerSettings(_Part):
    """How one kind of tie was asked, and what was promised about it."""

    scale: Scale = ()
    promise: Promise | None = None
    combine: Combine | None = None
    asked_of: str = ""


class Question(_Part):
    """One question of a survey export: where its answers stand and how to read them.

    Parameters
    ----------
    kind : str
        What it asks about.
    file : str
        The export; blank for the `files` of each wave.
    respondent : str
        Who answers: the header of a column, or a template such as ``"{RI}_{Country}"`` that joins several.
    columns : str
        Template that the headers of the answers match, such as ``"Works with [{organization}]"``; its named
        parts become attributes of the partner.
    attributes : tuple of str
        Further columns that describe the respondent's organization.
    blank : {"unobserved", "no tie"}
        What a blank answer means.
    """

    kind: QuestionKind
    file: str = ""
    respondent: str = ""
    columns: str = ""
    layer: Annotated[str, Field(min_length=1)] = DEFAULT_LAYER
    scale: Scale = ()
    blank: Literal["unobserved", "no tie"] = "unobserved"
    wave: str = ""
    item: str = ""
    attributes: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _complete(self) -> "Question":
        if self.kind == "tie":
            for key in ("respondent", "columns"):
                if not getattr(self, key):
                    raise ValueError(f'a question about ties needs "{key}"')
            if "{" not in self.columns:
                raise ValueError('"columns" needs a named part, such as "Works with [{organization}]"')
        return self


class WaveSettings(_Part):
    """One round of the survey, and the exports it came in."""

    name: str = Field(min_length=1)
    date: Annotated[str, BeforeValidator(_date), Field(pattern=r"^(\d{4}(-\d{2}(-\d{2})?)?)?$")] = ""
    files: tuple[str, ...] = ()


class TiesSettings(_Part):
    """What counts as a tie, unless told on the command line."""

    default: Literal["reported", "either", "both"] = "reported"


class PromiseSettings(_Part):
    """What respondents were told of questions that are not about ties."""

    ratings: Promise | None = None


class Settings(_Part):
    """Everything a partnership says about its survey.

    Examples
    --------
    >>> settings = Settings.model_validate({"layers": {"contact": {"scale": ["none", "weekly"]}}})
    >>> settings.layers["contact"].scale[1]
    StepSettings(value=1.0, name='weekly', tie=None)
    """

    name: str = ""
    backbone: str = ""
    sector: Annotated[str, Field(min_length=1)] = "sector"
    directed: bool = True
    invented: bool = False
    layers: dict[str, LayerSettings] = {}
    question: tuple[Question, ...] = ()
    wave: tuple[WaveSettings, ...] = ()
    sectors: Annotated[
        dict[str, Annotated[float, Field(ge=0, allow_inf_nan=False)] | None],
        BeforeValidator(lambda written: _shares(written)),
    ] = {}
    ties: TiesSettings = TiesSettings()
    promises: PromiseSettings = PromiseSettings()

    @model_validator(mode="after")
    def _waves_apart(self) -> "Settings":
        names = [wave.name for wave in self.wave]
        if len(set(names)) < len(names):
            raise ValueError("two waves have the same name")
        return self


def _shares(written: object) -> object:
    """A bare list of sectors has no shares."""
    if isinstance(written, dict) and list(written) == ["list"] and isinstance(written["list"], list):
        return dict.fromkeys(written["list"])
    return written


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
    try:
        return Settings.model_validate(raw)
    except ValidationError as error:
        details = error.errors()
    for detail in details:
        _explain(detail, path.name, inspection)
        if detail["type"] == "extra_forbidden":
            _remove(raw, detail["loc"])
    try:
        return Settings.model_validate(raw)
    except ValidationError:
        inspection.verdict()
        raise


_MODELS: Mapping[str, type[BaseModel]] = {
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
