"""Items and what organizations have to do with them: affiliations and ratings."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import pandas as pd

from stakeholder_graph.frames import empty_frame
from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.survey.context import Reading
from stakeholder_graph.survey.names.normalization import normal, normals
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.duplicates import settled
from stakeholder_graph.survey.settings.scales import Steps, graded, no_ties, wrong_answers
from stakeholder_graph.tabular.cells import one_of, yes_no
from stakeholder_graph.tabular.source_table import SourceTable

#: What an organization can be affiliated with.
KINDS = ("outcome", "indicator", "activity", "team", "meeting", "asset", "need")
#: What an organization can rate.
RATED = ("agenda", "factor", "statement")


@dataclass(frozen=True, eq=False)
class Items:
    """The whole lists of items, by kind, and the scales they are answered on.

    Parameters
    ----------
    frame : DataFrame
        The frame `items` of a `Survey`.
    scales : dict of str to tuple of Step
        By normal name.
    """

    frame: pd.DataFrame
    scales: dict[str, Steps]

    def names(self, *kinds: str) -> Names:
        """Give the items of some kinds as they are shown."""
        return Names(self.frame["item"][self.frame["kind"].isin(kinds)])

    def checked(self, table: SourceTable, column: str, kind: str, inspection: Inspection) -> "pd.Series[str]":
        """Give a column of items of one kind as they are shown, noting those that a whole list lacks."""
        return self.resolved(table, column, table[column], (kind,), inspection)

    def resolved(
        self,
        table: SourceTable,
        column: str,
        written: "pd.Series[str]",
        kinds: tuple[str, ...],
        inspection: Inspection,
    ) -> "pd.Series[str]":
        """Give items of any of some kinds as they are shown, noting those that a whole list lacks."""
        listed = self.names(*kinds)
        if not listed.shown:
            # Nothing lists items of this kind, so those that are named are the list.
            return Names(sorted(written.unique())).resolve(written)
        found = listed.resolve(written)
        inspection.wrong_texts(
            written[(written != "") & (found == "")],
            table.file,
            column,
            lambda text: f'items.csv lists no {kinds[0] if len(kinds) == 1 else "item"} "{text}"',
            lambda text: suggestion(text, list(listed.shown.values()), "Add it to items.csv, or correct it."),
        )
        return found

    def steps(self, kinds: tuple[str, ...]) -> dict[str, Steps]:
        """Give the scale of each item that has one."""
        rows = self.frame[self.frame["kind"].isin(kinds) & (self.frame["scale"] != "")]
        return {
            item: self.scales.get(normal(scale), ()) for item, scale in zip(rows["item"], rows["scale"], strict=True)
        }


def step_rows(scales: Mapping[str, Steps]) -> pd.DataFrame:
    """Rows of the frame `steps` of a `Survey` for items and the scales they are rated on.

    Examples
    --------
    >>> from stakeholder_graph.survey.settings.scales import step
    >>> step_rows({"Vision": (step(1, "disagree"), step(2, "agree"))}).values.tolist()
    [['Vision', 1.0, 'disagree'], ['Vision', 2.0, 'agree']]
    """
    rows = [(item, each.value, each.name) for item, steps in scales.items() for each in steps]
    return pd.DataFrame(rows, columns=list(COLUMNS["steps"])).astype(empty_frame("steps").dtypes)


def read_items(table: SourceTable | None, scales: dict[str, Steps], inspection: Inspection) -> Items:
    """Read items.csv."""
    if table is None:
        return Items(empty_frame("items"), scales)
    table.require_text(inspection, "kind", "item")
    frame = pd.DataFrame(
        {
            "kind": one_of(table, "kind", KINDS + RATED, inspection),
            "item": table["item"].map(lambda text: " ".join(text.split())).astype("str"),
            "outcome": table["outcome"],
            "scale": table["scale"],
            "steering": yes_no(table, "steering", inspection),
            "public": yes_no(table, "public", inspection),
        }
    )
    inspection.wrong_texts(
        frame["scale"][(frame["scale"] != "") & ~frame["scale"].map(normal).isin(list(scales))],
        table.file,
        "scale",
        lambda text: f'There is no scale "{text}"',
        lambda text: suggestion(text, list(scales), f"Describe it in {inspection.list_name('scales')}."),
    )
    outcomes = Items(frame, scales)
    frame = frame.assign(outcome=outcomes.checked(table, "outcome", "outcome", inspection))
    keyed = frame.assign(**{"\0": frame["item"].map(normal)})
    keyed = keyed[(keyed[["kind", "\0"]] != "").all(axis=1)]
    answers = ["outcome", "scale", "steering", "public"]
    return Items(settled(keyed, ["kind", "\0"], answers, table.file, inspection)[list(frame)], scales)


def read_affiliations(table: SourceTable, items: Items, reading: Reading) -> pd.DataFrame:
    """Read affiliations.csv; an answer of 0, or at a step that is no tie, is no affiliation and has no row."""
    inspection = reading.inspection
    table.require_text(inspection, "organization", "kind", "item")
    frame = _answers(table, reading).assign(kind=one_of(table, "kind", KINDS, inspection))
    frame["value"] = np.nan
    frame["none"] = False
    for kind, rows in frame.groupby("kind"):
        kinds = (str(kind),)
        frame.loc[rows.index, "item"] = items.resolved(table, "item", table["item"][rows.index], kinds, inspection)
        for item, steps, texts in _by_scale(table, frame.loc[rows.index, "item"], items.steps(kinds)):
            values = graded(texts, steps, table.decimal_comma)
            wrong_answers(texts, values, steps, (table.file, "value"), item, inspection)
            frame.loc[texts.index, "value"] = values
            frame.loc[texts.index, "none"] = values.isin(no_ties(steps))
    about = ["wave", "organization", "kind", "item", "respondent"]
    frame = settled(_legible(frame, table), about, ["value"], table.file, inspection)
    return frame[~frame["none"]].drop(columns=["none", "written"])


def read_ratings(table: SourceTable, items: Items, reading: Reading) -> pd.DataFrame:
    """Read ratings.csv; a blank rating is no rating and has no row."""
    inspection = reading.inspection
    table.require(inspection, "value")
    table.require_text(inspection, "organization", "item")
    kinds = RATED if items.names(*RATED).shown else KINDS + RATED
    frame = _answers(table, reading)
    frame["item"] = items.resolved(table, "item", table["item"], kinds, inspection)
    frame["value"] = np.nan
    for item, steps, texts in _by_scale(table, frame["item"], items.steps(kinds)):
        values = graded(texts, steps, table.decimal_comma)
        wrong_answers(texts, values, steps, (table.file, "value"), item, inspection)
        frame.loc[texts.index, "value"] = values
    frame = frame[frame["value"].notna() & (frame[["wave", "organization", "item"]] != "").all(axis=1)]
    about = ["wave", "organization", "item", "respondent"]
    # Two organizations that have become one were two respondents.
    merged = frame.duplicated(about, keep=False) & ~frame.duplicated([*about, "written"], keep=False)
    frame["respondent"] = frame["respondent"].where(~merged, table["organization"].reindex(frame.index))
    return settled(frame, about, ["value"], table.file, inspection).drop(columns="written")


def _answers(table: SourceTable, reading: Reading) -> pd.DataFrame:
    wave = reading.wave(table)
    return pd.DataFrame(
        {
            "wave": wave,
            "organization": reading.names.checked(table, "organization", reading.inspection, wave),
            "item": table["item"],
            "respondent": table["respondent"],
            "written": normals(table["organization"]),
        }
    )


def _legible(frame: pd.DataFrame, table: SourceTable) -> pd.DataFrame:
    """Rows whose parts could all be read; the others have their problem already."""
    text = frame[["wave", "organization", "kind", "item"]]
    return frame[(text != "").all(axis=1) & ~(frame["value"].isna() & (table["value"] != ""))]


def _by_scale(
    table: SourceTable, item: "pd.Series[str]", scales: dict[str, Steps]
) -> list[tuple[str, Steps, "pd.Series[str]"]]:
    """Answers by the scale of their item; those without a scale together."""
    texts = table["value"][item.index]
    with_scale = [(f'"{name}"', steps, texts[item == name]) for name, steps in scales.items() if (item == name).any()]
    rest = texts[~item.isin(list(scales))]
    return [*with_scale, ("items without a scale in items.csv", (), rest)]
