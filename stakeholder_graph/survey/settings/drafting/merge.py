"""Puts a new draft beside a workbook that a person has worked in: every decision stays, what is new is added."""

from collections.abc import Mapping

import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.draft import UNSURE, Draft, QuestionKey, guesses_in, question_key
from stakeholder_graph.survey.settings.model import Settings, WaveSettings
from stakeholder_graph.survey.settings.tables import TableSettings

#: What tells the rows of a table apart.
_ROW_KEYS: Mapping[str, tuple[str, ...]] = {
    "scales": ("scale", "name"),
    "organizations": ("organization",),
    "names": ("written",),
    "sectors": ("list", "sector"),
}


def merge(old: Draft, new: Draft) -> Draft:
    """Keep what is decided and add what is new.

    Parameters
    ----------
    old : Draft
        What stands in the workbook.
    new : Draft
        What the exports give today.

    Returns
    -------
    Draft
        With the rows of `old` as they are, in their order. Questions that no export has any more stay, since a file
        may be missing for a day only. Names that wait for no decision any more are dropped.
    """
    known = {question_key(question) for question in old.settings.question}
    added = [question for question in new.settings.question if _is_new(question_key(question), known)]
    settings = old.settings.model_copy(
        update={
            "question": (*old.settings.question, *added),
            "wave": _waves(old.settings, new.settings),
            "table": (*old.settings.table, *_new_tables(old.settings, new.settings)),
        }
    )
    tables = {name: _rows(name, old, new) for name in dict.fromkeys([*new.tables, *old.tables])}
    scales = {question.scale for question in settings.question}
    if "scales" in tables:
        kept = tables["scales"]["scale"].isin(list(old.tables.get("scales", pd.DataFrame({"scale": []}))["scale"]))
        tables["scales"] = tables["scales"][kept | tables["scales"]["scale"].isin(list(scales))]
    return Draft(settings, {**new.notes, **old.notes}, tables, new.with_sector)


def _is_new(key: QuestionKey, known: set[QuestionKey]) -> bool:
    """Whether a question is new; one that stood in every wave is not new in one of them."""
    return key not in known and (*key[:2], "") not in known


def _new_tables(old: Settings, new: Settings) -> list[TableSettings]:
    """The tables that the workbook does not name yet."""
    known = {(said.file, normal(said.sheet)) for said in old.table}
    return [said for said in new.table if (said.file, normal(said.sheet)) not in known]


def _waves(old: Settings, new: Settings) -> tuple[WaveSettings, ...]:
    """The waves of the workbook; an export of one of them replaces the file it was drafted from."""
    fresh = {wave.name: wave for wave in new.wave}
    kept = [
        wave.model_copy(update={"files": fresh[wave.name].files}) if wave.name in fresh else wave for wave in old.wave
    ]
    known = {wave.name for wave in old.wave}
    added = [wave for wave in new.wave if wave.name not in known]
    return (*kept, *sorted(added, key=lambda wave: natural(wave.name)))


def _rows(name: str, old: Draft, new: Draft) -> pd.DataFrame:
    """The rows of the old table, then those of the new one that it lacks."""
    if name not in old.tables:
        return new.tables[name]
    before = old.tables[name]
    if name == "names":
        waiting = {normal(text) for text in new.tables[name]["written"]} if name in new.tables else set()
        before = before[(before["decision"] != "") | before["written"].map(normal).isin(list(waiting))]
    if name not in new.tables:
        return before
    after = new.tables[name]
    known = set(_keys(name, before))
    lacking = [key not in known for key in _keys(name, after)]
    if not any(lacking):
        return before
    return pd.concat([before, after[lacking]], ignore_index=True).fillna("").astype("str")


def _keys(name: str, table: pd.DataFrame) -> list[tuple[str, ...]]:
    """What tells each row from the others; the mark of a guess does not."""
    keys = table[list(_ROW_KEYS[name])]
    if name == "scales":
        keys = keys.assign(name=keys["name"].where(~guesses_in(keys, "name"), keys["name"].str.removesuffix(UNSURE)))
    return [tuple(normal(str(text)) for text in row) for row in keys.itertuples(index=False, name=None)]
