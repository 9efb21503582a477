"""What settings are made of: tables that know where they stand, words, steps of scales, and templates of headers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Discriminator, Field, PrivateAttr, Tag

from stakeholder_graph.model.survey import Step
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.text import N_

#: The survey settings as text.
SETTINGS_FILE = "partnership.toml"
#: What to do about a step that says it is a tie and has the number 0.
RENUMBER = N_("Number the steps that are a tie from 1 up.")
_FIELD = re.compile(r"\{([^{}]+)\}")

Steps = tuple[Step, ...]
TidyName = Annotated[str, AfterValidator(lambda written: " ".join(written.split()))]
"""What a wave or layer is called: as tables have it, one space between words."""


@dataclass(frozen=True, slots=True)
class Location:
    """Where a setting stands: the file or the sheet of a workbook, and the row in it.

    Settings that say the same are equal wherever they stand, so that a location equals every other.

    Parameters
    ----------
    file : str
        As problems name it.
    row : int, optional
        The line of a text, or the row of a sheet.

    Examples
    --------
    >>> Location("partnership.toml", 12) == Location('partnership.xlsx, sheet “Questions”', 3)
    True
    """

    file: str = field(default=SETTINGS_FILE, compare=False)
    row: int | None = field(default=None, compare=False)


class SettingsTable(BaseModel):
    """A table of the settings: unknown keys are refused, and nothing changes once it is read.

    Two tables that say the same are equal, wherever they stand.

    Examples
    --------
    >>> here, there = SettingsTable().located("a.toml", 1), SettingsTable().located("b.toml", 7)
    >>> here == there
    True
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, coerce_numbers_to_str=True)

    _location: Location = PrivateAttr(default_factory=Location)

    @property
    def location(self) -> Location:
        """Where it stands; no part of what it says."""
        return self._location

    def located(self, file: str, row: int | None = None) -> Self:
        """Give the same settings, said to stand in a row of a file.

        Parameters
        ----------
        file : str
            As problems name it.
        row : int, optional
            The line of a text, or the row of a sheet.

        Examples
        --------
        >>> SettingsTable().located("partnership.toml", 3).location
        Location(file='partnership.toml', row=3)
        """
        copy = self.model_copy()
        copy._location = Location(file, row)
        return copy


def in_any_case(*words: str) -> BeforeValidator:
    """Let words be written with capital letters and more than one space between them.

    Parameters
    ----------
    *words : str
        In lower case, with one space.
    """

    def chosen(written: object) -> object:
        word = " ".join(written.split()).casefold() if isinstance(written, str) else written
        return word if word in words else written

    return BeforeValidator(chosen)


def step(value: float, name: str, tie: bool | None = None, hours: float | None = None) -> Step:
    """Make a step.

    Parameters
    ----------
    value : float
        The number it stands for.
    name : str
        What the answer is called.
    tie : bool, optional
        Whether it is a tie; where this is left open, 0 and a step called "none" are none.
    hours : float, optional
        Hours a month that one tie at this step takes.

    Examples
    --------
    >>> step(0, "never").tie, step(1, "None").tie, step(1, "yearly").tie
    (False, False, True)
    """
    return Step(value, name, value != 0 and normal(name) != "none" if tie is None else tie, hours)


class StepSettings(SettingsTable):
    """One step of a scale, written out.

    Parameters
    ----------
    value : float
        The number it stands for; 0 is never a tie.
    name : str
        What the answer is called.
    tie : bool, optional
        Whether it is a tie; where this is missing, all but 0 and "none" are.
    hours : float, optional
        Hours a month that one tie at this step takes.

    Examples
    --------
    >>> StepSettings(value=1, name="yearly").step().tie
    True
    """

    value: float = Field(allow_inf_nan=False)
    name: str
    tie: bool | None = None
    hours: float | None = Field(default=None, ge=0, allow_inf_nan=False)

    def step(self) -> Step:
        """Give the step this describes."""
        return step(self.value, self.name, self.tie, self.hours)


def _steps(written: object) -> object:
    """A list of names counts from 0 up."""
    if isinstance(written, list):
        return [
            entry if isinstance(entry, dict | StepSettings) else {"value": value, "name": entry}
            for value, entry in enumerate(written)
        ]
    return [] if written is None else written


Scale = Annotated[
    Annotated[tuple[StepSettings, ...], BeforeValidator(_steps), Tag("steps")] | Annotated[str, Tag("named")],
    Discriminator(lambda written: "named" if isinstance(written, str) else "steps"),
]
"""Names from 0 up, steps written out, or the name of a scale in scales.csv."""


@dataclass(frozen=True)
class Template:
    """Text with named fields.

    Parameters
    ----------
    text : str
        Such as ``"Works with [{organization}]"``.

    Examples
    --------
    >>> Template("{RI}_{Country}").parts("DiSSCo_966")
    {'RI': 'DiSSCo', 'Country': '966'}
    >>> Template("{RI}_{Country}").filled({"RI": "GBIF", "Country": "121"})
    'GBIF_121'
    >>> Template("{RI}_{Country}").parts("Consent") is None
    True
    """

    text: str

    @cached_property
    def fields(self) -> tuple[str, ...]:
        """Names of the fields, in order."""
        return tuple(name.strip() for name in _FIELD.findall(self.text))

    @property
    def adjacent(self) -> bool:
        """Whether nothing stands between the fields, before or behind them."""
        return not _FIELD.sub("", self.text).strip()

    @cached_property
    def _pattern(self) -> re.Pattern[str]:
        pieces = _FIELD.split(self.text)
        return re.compile(
            "".join("(.+?)" if number % 2 else re.escape(piece) for number, piece in enumerate(pieces)),
            re.IGNORECASE | re.DOTALL,
        )

    def parts(self, header: str) -> dict[str, str] | None:
        """Give the texts of a header by field, or None where it does not match.

        Parameters
        ----------
        header : str
            Such as ``"Works with [City Library]"``.
        """
        match = self._pattern.fullmatch(header)
        if match is None:
            return None
        return {name: text.strip() for name, text in zip(self.fields, match.groups(), strict=True)}

    def filled(self, parts: Mapping[str, str]) -> str:
        """Give the text with its fields filled in; blank where any of them is blank or missing.

        Parameters
        ----------
        parts : mapping of str to str
            Texts by field.
        """
        texts = {name: parts.get(name, "") for name in self.fields}
        if not all(texts.values()):
            return ""
        return _FIELD.sub(lambda field: texts[field[1].strip()], self.text)


def partner(parts: Mapping[str, str], respondent: Template) -> str:
    """Name the partner that a header stands for.

    Parameters
    ----------
    parts : mapping of str to str
        The header's texts by field.
    respondent : Template
        How a respondent is named; where the header has all of its fields, the partner is named likewise.

    Returns
    -------
    str
        Else the header's only field, or the one called organization; blank where there is none.

    Examples
    --------
    >>> partner({"organization": "City Library", "year": "2025"}, Template(""))
    'City Library'
    """
    if respondent.fields and set(respondent.fields) <= set(parts):
        return respondent.filled(parts)
    return next(iter(parts.values())) if len(parts) == 1 else parts.get("organization", "")
