"""Lists that stand by themselves: rosters, sectors, indicators, strategies, evidence."""

import re

import pandas as pd

from stakeholder_graph.frames import empty_frame
from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.survey.context import Reading
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.duplicates import settled
from stakeholder_graph.survey.plain.items import Items
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.tabular.cells import numbers, one_of
from stakeholder_graph.tabular.source_table import SourceTable

#: What the list of sectors in the settings is called.
REFERENCE = "reference"


def read_rosters(table: SourceTable, reading: Reading) -> pd.DataFrame:
    """Read rosters.csv: the organizations on each named roster."""
    table.require_text(reading.inspection, "roster", "organization")
    members = reading.names.checked(table, "organization", reading.inspection)
    frame = pd.DataFrame({"roster": table["roster"], "organization": members})
    return frame.drop_duplicates()


def read_sectors(table: SourceTable | None, settings: Settings, reading: Reading) -> pd.DataFrame:
    """Read sectors.csv and the sectors of the settings: reference lists, with shares where they are known."""
    rows = pd.DataFrame(
        [(REFERENCE, name, share) for name, share in settings.sectors.items()], columns=COLUMNS["sectors"]
    ).astype({"list": "str", "sector": "str", "share": "float64"})
    if table is None:
        return rows
    table.require_text(reading.inspection, "list", "sector")
    frame = pd.DataFrame(
        {
            "list": table["list"],
            "sector": table["sector"],
            "share": numbers(table, "share", reading.inspection, least=0),
        }
    )
    frame = settled(frame, ["list", "sector"], ["share"], table.file, reading.inspection)
    return pd.concat([rows, frame], ignore_index=True) if len(rows) else frame


def read_indicators(table: SourceTable, items: Items, reading: Reading) -> pd.DataFrame:
    """Read indicators.csv; a blank value is a period without a figure."""
    inspection = reading.inspection
    table.require(inspection, "value")
    table.require_text(inspection, "indicator", "period")
    frame = _text(table, "indicators").assign(
        indicator=items.checked(table, "indicator", "indicator", inspection),
        value=numbers(table, "value", inspection),
        n=numbers(table, "n", inspection, least=0),
        good=one_of(table, "good", ("up", "down"), inspection),
    )
    about = ["indicator", "period", "subgroup", "place"]
    legible = (frame[["indicator", "period"]] != "").all(axis=1)
    return settled(frame[legible], about, ["value", "n", "good"], table.file, inspection)


def read_strategies(table: SourceTable, items: Items, reading: Reading) -> pd.DataFrame:
    """Read strategies.csv; partners are separated by ``;`` or ``|`` and come back separated by ``"; "``."""
    inspection = reading.inspection
    table.require(inspection, "outcome", "partners", "started", "status", "learned")
    table.require_text(inspection, "strategy")
    partners = table["partners"].map(lambda text: _split(text, reading.names))
    one_each = partners.explode().dropna()
    found = reading.names.resolve(one_each.astype("str"))
    if reading.names.shown:
        inspection.wrong_texts(
            one_each[found == ""].astype("str"),
            table.file,
            "partners",
            lambda text: f'"{text}" is not in the list of organizations',
            lambda name: reading.names.remedy(name, reading.inspection),
        )
    joined = found.groupby(level=0).agg("; ".join).reindex(table.cells.index).fillna("")
    return (
        _text(table, "strategies")
        .assign(
            outcome=items.checked(table, "outcome", "outcome", inspection),
            indicator=items.checked(table, "indicator", "indicator", inspection),
            partners=joined.astype("str"),
        )
        .drop_duplicates()
    )


def read_evidence(table: SourceTable, reading: Reading) -> pd.DataFrame:
    """Read evidence.csv: what is known of each benchmark of a rubric."""
    table.require(reading.inspection, "evidence", "by", "date")
    table.require_text(reading.inspection, "rubric", "benchmark", "status")
    return _text(table, "evidence").assign(wave=reading.wave(table)).drop_duplicates()


def _text(table: SourceTable, name: str) -> pd.DataFrame:
    """The columns of a frame as text; `empty_frame` says which are numbers."""
    return pd.DataFrame({column: table[column] for column in empty_frame(name).columns})


def _split(text: str, names: Names) -> list[str]:
    if names.find(text):
        return [text]
    return [part.strip() for part in re.split(r"[;|]", text) if part.strip()]
