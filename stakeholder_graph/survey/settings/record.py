"""What runs drafted before, so that what a person deleted stays away and what is new since is added."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import pandas as pd

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.draft import UNSURE, Draft, guesses_in, question_key
from stakeholder_graph.text import N_, _, _n, listing

#: What tells the rows of a table apart.
ROW_KEYS: Mapping[str, tuple[str, ...]] = {
    "scales": ("scale", "name"),
    "organizations": ("organization",),
    "names": ("written",),
    "sectors": ("list", "sector"),
}
_BETWEEN = " | "
#: How what is new is said, by kind of row.
_CALLED: Mapping[str, str] = {
    "questions": N_("questions: {rows}"),
    "files": N_("files: {rows}"),
    "layers": N_("kinds of tie: {rows}"),
    "rounds": N_("rounds: {rows}"),
    "scales": N_("steps of scales: {rows}"),
    "organizations": N_("organizations: {rows}"),
    "names": N_("names to decide on: {rows}"),
    "sectors": N_("sectors: {rows}"),
}
#: So many new rows are named one by one.
_MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Removed:
    """Rows that an earlier run drafted and a person deleted.

    Parameters
    ----------
    rows : dict of str to frozenset of str
        By kind of row, in normal form.
    emptied : frozenset of str
        Kinds of which nothing is left.

    Examples
    --------
    >>> Removed({"files": frozenset({"old.csv"})}).has("files", ("Old.csv", ""))
    True
    """

    rows: Mapping[str, frozenset[str]] = field(default_factory=dict)
    emptied: frozenset[str] = frozenset()

    def has(self, kind: str, key: Sequence[str]) -> bool:
        """Whether a person deleted a row.

        Parameters
        ----------
        kind : str
            Such as ``"questions"``.
        key : sequence of str
            What tells it from the others.
        """
        return row_key(key) in self.rows.get(kind, frozenset())


def row_key(texts: Sequence[str]) -> str:
    """Give the texts that tell a row from others as one, in normal form.

    Parameters
    ----------
    texts : sequence of str
        Its key cells; blanks at the end are left out.

    Examples
    --------
    >>> row_key(["links.csv", ""]), row_key(["Contact", " Weekly"])
    ('links.csv', 'contact | weekly')
    """
    return normal(_written(texts))


def table_keys(name: str, table: pd.DataFrame) -> list[tuple[str, ...]]:
    """Give what tells each row of a table from the others; the mark of a guess does not.

    Parameters
    ----------
    name : str
        A key of `ROW_KEYS`.
    table : DataFrame of str
        The table.
    """
    keys = table[list(ROW_KEYS[name])]
    if name == "scales":
        keys = keys.assign(name=keys["name"].where(~guesses_in(keys, "name"), keys["name"].str.removesuffix(UNSURE)))
    return [tuple(str(text) for text in row) for row in keys.itertuples(index=False, name=None)]


def rows_of(draft: Draft) -> dict[str, list[tuple[str, ...]]]:
    """Give what tells the rows of a draft apart, by kind of row.

    Parameters
    ----------
    draft : Draft
        As it is written or read.
    """
    settings = draft.settings
    rows: dict[str, list[tuple[str, ...]]] = {
        "questions": [question_key(question) for question in settings.question],
        "files": [(said.file, said.sheet) for said in settings.table],
        "layers": [(name,) for name in settings.layers],
        "rounds": [(wave.name,) for wave in settings.wave],
    }
    return rows | {name: table_keys(name, table) for name, table in draft.tables.items() if name in ROW_KEYS}


def record(draft: Draft) -> dict[str, tuple[str, ...]]:
    """Give everything that was drafted so far, as the settings remember it.

    Parameters
    ----------
    draft : Draft
        Whose settings remember what earlier runs drafted.

    Examples
    --------
    >>> from stakeholder_graph.survey.settings.model import Settings
    >>> record(Draft(Settings.model_validate({"wave": [{"name": "2025"}], "drafted": {"rounds": ["2023"]}})))
    {'rounds': ('2023', '2025')}
    """
    said = {kind: {normal(text): text for text in texts} for kind, texts in draft.settings.drafted.items()}
    for kind, keys in rows_of(draft).items():
        for key in keys:
            said.setdefault(kind, {}).setdefault(row_key(key), _written(key))
    return {kind: tuple(said[kind].values()) for kind in _CALLED if said.get(kind)}


def removed(draft: Draft) -> Removed:
    """Give what was drafted and is there no more.

    Parameters
    ----------
    draft : Draft
        The settings as a person left them.

    Examples
    --------
    >>> from stakeholder_graph.survey.settings.model import Settings
    >>> removed(Draft(Settings.model_validate({"drafted": {"rounds": ["2023"]}}))).emptied
    frozenset({'rounds'})
    """
    there = {kind: {row_key(key) for key in keys} for kind, keys in rows_of(draft).items()}
    drafted = {kind: {normal(text) for text in texts} for kind, texts in draft.settings.drafted.items()}
    gone = {kind: frozenset(keys - there.get(kind, set())) for kind, keys in drafted.items()}
    return Removed(gone, frozenset(kind for kind, keys in drafted.items() if keys and not there.get(kind)))


def kept_record(old: Draft, new: Draft) -> dict[str, tuple[str, ...]]:
    """Give the part of the record that still holds: rows that are there, and those that a person deleted.

    Parameters
    ----------
    old : Draft
        The settings as a person left them.
    new : Draft
        The same with what is new; rows that the draft itself took away are remembered no longer.
    """
    gone = removed(old).rows
    there = {kind: {row_key(key) for key in keys} for kind, keys in rows_of(new).items()}
    kept = {
        kind: tuple(text for text in texts if normal(text) in gone[kind] | there.get(kind, set()))
        for kind, texts in old.settings.drafted.items()
    }
    return {kind: texts for kind, texts in kept.items() if texts}


def news(old: Draft, new: Draft) -> tuple[str, ...]:
    """Say which rows a draft has that the earlier one has not.

    Parameters
    ----------
    old, new : Draft
        Before and after.
    """
    before = {kind: {row_key(key) for key in keys} for kind, keys in rows_of(old).items()}
    said = []
    for kind, keys in rows_of(new).items():
        fresh = [", ".join(filter(None, key)) for key in keys if row_key(key) not in before.get(kind, set())]
        if fresh:
            named = [f"“{text}”" for text in fresh[:_MOST_NAMED]]
            named += [_n("{count} more", "{count} more", len(fresh) - _MOST_NAMED)] if len(fresh) > _MOST_NAMED else []
            said.append(_(_CALLED[kind], rows=listing(named, "and")))
    return tuple(said)


def _written(key: Sequence[str]) -> str:
    return _BETWEEN.join(key).rstrip(_BETWEEN)
