"""ties.csv: who reported which tie."""

import numpy as np
import pandas as pd

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.survey import DEFAULT_LAYER, LayerInfo
from stakeholder_graph.survey.context import Reading
from stakeholder_graph.survey.names.normalization import normals
from stakeholder_graph.survey.plain.duplicates import settled
from stakeholder_graph.survey.settings.scales import graded, no_ties, wrong_answers
from stakeholder_graph.tabular.source_table import SourceTable

ENDS = ["from", "to"]


def read_ties(table: SourceTable, reading: Reading) -> pd.DataFrame:
    """Read what was reported, including that there is no tie.

    Parameters
    ----------
    table : Table
        The file.
    reading : Reading
        Names, waves and layers.

    Returns
    -------
    DataFrame
        Indexed by row: wave, layer, from, to, value (NaN where the strength is not known), respondent,
        tie (bool), and unlisted: the partner where names.csv says that the roster does not have it, whose `to` is
        blank; blank elsewhere. Of an undirected pair the ends are in alphabetical order.
    """
    inspection = reading.inspection
    table.require_text(inspection, *ENDS, *(["layer"] if "layer" in table else []))
    wave = reading.wave(table)
    frame = pd.DataFrame(
        {
            "wave": wave,
            "layer": reading.layer(table) if "layer" in table else DEFAULT_LAYER,
            "from": reading.names.checked(table, "from", inspection, wave),
            "to": reading.names.checked(table, "to", inspection, wave, partners=True),
            "unlisted": reading.names.find_unlisted(table["to"], wave),
            "value": np.nan,
            "respondent": table["respondent"],
            "tie": True,
        },
        index=table.cells.index,
    )
    for name, info in reading.layers.items():
        rows = frame["layer"] == name
        texts = table["value"][rows]
        values = graded(texts, info.steps, table.decimal_comma)
        near = "" if info.steps else suggestion(name, [of for of, each in reading.layers.items() if each.steps])
        called = f'the layer "{name}"'
        hint = near.replace("mean", "mean the layer", 1)
        wrong_answers(texts, values, info.steps, (table.file, "value"), called, inspection, hint)
        frame.loc[rows, "value"] = values
        frame.loc[rows, "tie"] = ~values.isin(no_ties(info.steps))
    keys = [normals(table[end]) for end in ENDS]
    known = (frame[["wave", "layer", "from"]] != "").all(axis=1) & (frame["to"] + frame["unlisted"] != "")
    itself = known & (frame["from"] == frame["to"])
    if itself.any():
        row = frame.index[itself][0]
        inspection.advise(
            f'A tie of "{frame["from"][row]}" with itself is left out; there are {int(itself.sum())} such rows.',
            "Nothing, unless one end is a mistake.",
            table.file,
            row,
        )
    if not reading.directed:
        turned = (frame["from"] > frame["to"]) & (frame["unlisted"] == "")
        frame.loc[turned, ENDS] = frame.loc[turned, ENDS[::-1]].to_numpy()
        keys = [keys[0].where(~turned, keys[1]), keys[1].where(~turned, keys[0])]
    _tell_unlisted(frame["unlisted"][known & frame["tie"]], table.file, inspection)
    # Answers that could not be read have their problem already and contradict nobody.
    legible = ~(frame["value"].isna() & (table["value"] != ""))
    frame = frame.assign(written=keys[0] + "\0" + keys[1])[known & ~itself & legible]
    about = ["wave", "layer", *ENDS, "unlisted", "respondent"]
    return settled(frame, about, ["value"], table.file, inspection).drop(columns="written")


def _tell_unlisted(names: "pd.Series[str]", file: str, inspection: Inspection) -> None:
    given = names[names != ""]
    for name, rows in given.groupby(given, sort=False):
        inspection.advise(
            f'"{name}" is not of your list, as names.csv says: a name given in {len(rows)} '
            f"row{'s' if len(rows) > 1 else ''}, and no tie.",
            f"Nothing, if {inspection.list_name('names')} is right.",
            file,
            rows.index[0],
            "to",
        )


def one_row_a_pair(ties: pd.DataFrame, layers: dict[str, LayerInfo]) -> pd.DataFrame:
    """Bring every report on an undirected pair into one row, by each layer's rule for several respondents.

    Parameters
    ----------
    ties : DataFrame
        With ends in any order.
    layers : dict of str to LayerInfo
        By name.

    Returns
    -------
    DataFrame
        One row for each wave, layer and pair, ends in alphabetical order, respondent blank.
    """
    turned = ties["from"] > ties["to"]
    ties = ties.copy()
    ties.loc[turned, ENDS] = ties.loc[turned, ENDS[::-1]].to_numpy()
    rules = {"most": "max", "mean": "mean", "latest": "last"}
    parts = [
        rows.groupby(["wave", "layer", *ENDS], as_index=False)["value"].agg(rules[layers[str(name)].combine])
        for name, rows in ties.groupby("layer")
    ]
    return pd.concat(parts).assign(respondent="") if parts else ties
