"""Puts a new draft beside settings that a person has worked in: every decision stays, what is new is added."""

from dataclasses import replace

import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.draft import Draft, QuestionKey, question_key
from stakeholder_graph.survey.settings.model import QuestionSettings, Settings, WaveSettings
from stakeholder_graph.survey.settings.record import Removed, kept_record, news, removed, row_key, table_keys
from stakeholder_graph.survey.settings.tables import TableSettings


def merge(old: Draft, new: Draft) -> Draft:
    """Keep what is decided and add what is new.

    Parameters
    ----------
    old : Draft
        What a person left in the settings.
    new : Draft
        What the exports give today.

    Returns
    -------
    Draft
        With the rows of `old` as they are, in their order. Questions that no export has any more stay, since a file
        may be missing for a day only. What a person deleted stays away. Names that wait for no decision any more are
        dropped.
    """
    gone = removed(old)
    known = {question_key(question) for question in old.settings.question}
    added = [question for question in new.settings.question if _is_new(question, known, gone)]
    settings = old.settings.model_copy(
        update={
            "question": (*old.settings.question, *added),
            "wave": _waves(old.settings, new.settings, gone),
            "table": (*old.settings.table, *_new_tables(old.settings, new.settings, gone)),
        }
    )
    tables = {name: _rows(name, old, new, gone) for name in dict.fromkeys([*new.tables, *old.tables])}
    scales = {question.scale for question in settings.question}
    if "scales" in tables:
        kept = tables["scales"]["scale"].isin(list(old.tables.get("scales", pd.DataFrame({"scale": []}))["scale"]))
        tables["scales"] = tables["scales"][kept | tables["scales"]["scale"].isin(list(scales))]
    merged = Draft(settings, {**new.notes, **old.notes}, tables, new.with_sector)
    settings = settings.model_copy(update={"drafted": kept_record(old, merged)})
    return replace(merged, settings=settings, news=news(old, merged))


def _is_new(question: QuestionSettings, known: set[QuestionKey], gone: Removed) -> bool:
    """Whether a question is new; one that stood in every wave is not new in one of them."""
    key = question_key(question)
    stood = key in known or (*key[:2], "") in known
    deleted = gone.has("questions", key) or gone.has("questions", key[:2])
    return not (stood or deleted or _is_round_gone(question.wave, gone))


def _is_round_gone(wave: str, gone: Removed) -> bool:
    """Whether a person deleted a round; where none is left, the exports are in no round, so that they come back."""
    return "rounds" not in gone.emptied and gone.has("rounds", (wave,))


def _new_tables(old: Settings, new: Settings, gone: Removed) -> list[TableSettings]:
    """The tables that the settings do not name yet; none where a person left it to the files what they are."""
    known = {(said.file, normal(said.sheet)) for said in old.table}
    return [
        said
        for said in new.table
        if (said.file, normal(said.sheet)) not in known
        and not gone.has("files", (said.file, said.sheet))
        and "files" not in gone.emptied
    ]


def _waves(old: Settings, new: Settings, gone: Removed) -> tuple[WaveSettings, ...]:
    """The waves of the settings; an export of one of them replaces the file it was drafted from."""
    fresh = {wave.name: wave for wave in new.wave}
    kept = [
        wave.model_copy(update={"files": fresh[wave.name].files}) if wave.name in fresh else wave for wave in old.wave
    ]
    known = {wave.name for wave in old.wave}
    added = [wave for wave in new.wave if wave.name not in known and not _is_round_gone(wave.name, gone)]
    return (*kept, *sorted(added, key=lambda wave: natural(wave.name)))


def _rows(name: str, old: Draft, new: Draft, gone: Removed) -> pd.DataFrame:
    """The rows of the old table, then those of the new one that it lacks and nobody deleted."""
    if name not in old.tables:
        fresh = new.tables[name]
        return fresh[pd.Series([not gone.has(name, key) for key in table_keys(name, fresh)], fresh.index, dtype=bool)]
    before = old.tables[name]
    if name == "names":
        waiting = {normal(text) for text in new.tables[name]["written"]} if name in new.tables else set()
        before = before[(before["decision"] != "") | before["written"].map(normal).isin(list(waiting))]
    if name not in new.tables or (name == "organizations" and name in gone.emptied):
        return before  # whoever emptied the list does without one
    after = new.tables[name]
    known = {row_key(key) for key in table_keys(name, before)}
    lacking = [row_key(key) not in known and not gone.has(name, key) for key in table_keys(name, after)]
    if not any(lacking):
        return before
    return pd.concat([before, after[lacking]], ignore_index=True).fillna("").astype("str")
