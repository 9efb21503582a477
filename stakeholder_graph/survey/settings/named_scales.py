"""Scales that the settings spell out under a name, as the sheet Scales of the workbook has them."""

from collections.abc import Mapping
from typing import Annotated

import pandas as pd
from pydantic import BeforeValidator

from stakeholder_graph.survey.settings.elements import SettingsTable
from stakeholder_graph.tabular.source_table import SourceTable

_COLUMNS = ("scale", "value", "name", "tie")
#: Columns that a draft has where somebody filled in any of their cells: others would ask everybody to.
_FURTHER = ("hours", "name_en", "name_es")


def _yes_or_no(written: object) -> object:
    return {True: "yes", False: "no"}[written] if isinstance(written, bool) else written


def _short(written: object) -> object:
    return f"{written:g}" if isinstance(written, float) else written


class StepRow(SettingsTable):
    """One step of a scale with a name, as a cell of the workbook has it: a “?” behind a text marks it as a guess.

    Parameters
    ----------
    value : str
        The number it stands for.
    name : str
        What the answer is called.
    tie : str
        ``"yes"`` or ``"no"``; where it is blank, all but 0 and "none" are.
    hours : str
        Hours a month that one tie at this step takes; blank where nobody said.
    name_en, name_es : str
        What the answer is called in another language; blank where that is the same, or usual.

    Examples
    --------
    >>> StepRow.model_validate({"value": 2, "name": "weekly", "tie": True}).tie
    'yes'
    """

    value: Annotated[str, BeforeValidator(_short)] = ""
    name: str = ""
    tie: Annotated[str, BeforeValidator(_yes_or_no)] = ""
    hours: Annotated[str, BeforeValidator(_short)] = ""
    name_en: str = ""
    name_es: str = ""


def scales_frame(scales: Mapping[str, tuple[StepRow, ...]]) -> pd.DataFrame:
    """Give scales as the table of a draft.

    Parameters
    ----------
    scales : mapping of str to tuple of StepRow
        By name.
    """
    rows = [{"scale": scale, **step.model_dump()} for scale, steps in scales.items() for step in steps]
    frame = pd.DataFrame(rows, columns=[*_COLUMNS, *_FURTHER], dtype="str")
    return frame.drop(columns=[column for column in _FURTHER if not any(frame[column])])


def scales_table(scales: Mapping[str, tuple[StepRow, ...]], file: str) -> SourceTable:
    """Give scales as scales.csv, whose rows are counted over all scales.

    Parameters
    ----------
    scales : mapping of str to tuple of StepRow
        By name.
    file : str
        Where they stand.
    """
    frame = scales_frame(scales)
    columns = {str(name): [str(text) for text in frame[name]] for name in frame}
    return SourceTable(file, columns, list(range(1, len(frame) + 1)))


def named_scales(scales: pd.DataFrame) -> dict[str, tuple[StepRow, ...]]:
    """Give the table of scales of a draft as the settings spell it.

    Parameters
    ----------
    scales : DataFrame of str
        With the columns scale, value, name and tie, and perhaps hours and what steps are called in a language.

    Examples
    --------
    >>> named_scales(pd.DataFrame({"scale": ["often"], "value": ["0?"], "name": ["never"], "tie": ["no"]}))
    {'often': (StepRow(value='0?', name='never', tie='no', hours='', name_en='', name_es=''),)}
    """
    named: dict[str, tuple[StepRow, ...]] = {}
    rows = scales.reindex(columns=[*_COLUMNS, *_FURTHER], fill_value="").fillna("")
    for scale, *cells in rows.itertuples(index=False):
        row = StepRow.model_validate(dict(zip((*_COLUMNS[1:], *_FURTHER), cells, strict=True)))
        named[scale] = (*named.get(scale, ()), row)
    return named
