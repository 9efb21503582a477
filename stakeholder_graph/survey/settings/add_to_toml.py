"""Adds to survey settings that are there as text, without touching what a person wrote."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import tomlkit
from tomlkit.items import Array, InlineTable

from stakeholder_graph.survey.settings.model import LayerSettings, Settings, WaveSettings
from stakeholder_graph.survey.settings.named_scales import StepRow
from stakeholder_graph.survey.settings.tables import TableSettings
from stakeholder_graph.survey.settings.write_toml import (
    Commented,
    blocks,
    inline,
    question_block,
    remembered_block,
    rows_array,
)

_REMEMBERED = re.compile(r"^\[drafted\]", re.MULTILINE)
#: In a text of many lines, a line may look like a header.
_OF_MANY_LINES = ('"""', "'''")


def add_to_text(
    text: str,
    *,
    questions: Sequence[Commented] = (),
    waves: Sequence[WaveSettings] = (),
    tables: Sequence[TableSettings] = (),
    layers: Mapping[str, LayerSettings] | None = None,
    scales: Mapping[str, tuple[StepRow, ...]] | None = None,
    drafted: Mapping[str, Sequence[str]] | None = None,
) -> str:
    r"""Add to settings that are written already.

    Parameters
    ----------
    text : str
        The settings in TOML.
    questions : sequence of (str, QuestionSettings)
        What is added, each below its comment.
    waves, tables, layers, scales
        What is added besides.
    drafted : mapping of str to sequence of str, optional
        What runs drafted so far; it takes the place of what the text remembers.

    Returns
    -------
    str
        Every line of `text`, comments included, as it was; what is added follows the last one, and what the text
        remembers follows that.

    Examples
    --------
    >>> text = 'name = "Ours"  # our own name\n'
    >>> print(add_to_text(text, waves=[WaveSettings(name="2027", files=["new.csv"])]))
    name = "Ours"  # our own name
    <BLANKLINE>
    [[wave]]
    name = "2027"
    files = ["new.csv"]
    <BLANKLINE>
    """
    document = tomlkit.parse(text)
    added: list[str] = []
    entries: tuple[tuple[str, Sequence[Any]], ...] = (("wave", waves), ("table", tables))
    for key, rows in entries:
        added += _listed(document, key, [row.model_dump(exclude_defaults=True) for row in rows])
    if questions and isinstance(present := document.get("question"), Array):
        for _above, question in questions:
            present.append(inline(question.model_dump(exclude_defaults=True)))
    else:
        added += [question_block(question, above) for above, question in questions]
    named = Settings(layers=dict(layers or {}), scales=dict(scales or {})).model_dump(exclude_defaults=True)
    for key, members in named.items():
        added += _named(document, key, members)
    if drafted and "drafted" in document:
        for kind, texts in drafted.items():
            if list(document["drafted"].get(kind, ())) != list(texts):
                document["drafted"][kind] = rows_array(texts)
    elif drafted:
        added.append(remembered_block(drafted))
    return _inserted(tomlkit.dumps(document), added)


def replace_files(text: str, files: Mapping[str, Sequence[str]]) -> str:
    """Give the rounds of settings other files: an export was downloaded again under another name.

    Parameters
    ----------
    text : str
        The settings in TOML.
    files : mapping of str to sequence of str
        By name of the round.

    Examples
    --------
    >>> replace_files('wave = [{name = "2025", files = ["a.csv"]}]  # ours', {"2025": ["b.csv"]})
    'wave = [{name = "2025", files = ["b.csv"]}]  # ours'
    """
    if not files:
        return text
    document = tomlkit.parse(text)
    for wave in document.get("wave", ()):
        name = " ".join(str(wave.get("name", "")).split())
        if name in files:
            wave["files"] = list(files[name])
    return tomlkit.dumps(document)


def _inserted(text: str, added: Sequence[str]) -> str:
    """The text with blocks behind its last line, or before what it remembers, which stays last."""
    if not added:
        return text
    header = _REMEMBERED.search(text)
    whole = header if header and not any(marks in text for marks in _OF_MANY_LINES) else None
    head, tail = (text[: whole.start()], text[whole.start() :]) if whole else (text, "")
    return head.rstrip("\n") + "\n" + "".join(f"\n{block}" for block in added) + (f"\n{tail}" if tail else "")


def _listed(document: tomlkit.TOMLDocument, key: str, rows: Sequence[dict[str, Any]]) -> list[str]:
    """Add to a list within a line, or give the blocks that follow."""
    present = document.get(key)
    if not isinstance(present, Array):
        return blocks(key, rows) if rows else []
    for row in rows:
        present.append(inline(row))
    return []


def _named(document: tomlkit.TOMLDocument, key: str, members: Mapping[str, Any]) -> list[str]:
    """Add to a table that is there, or give the blocks that follow."""
    present: Any = document.get(key)
    if present is None or (key == "layers" and not isinstance(present, InlineTable)):
        return blocks(key, members)
    for name, member in members.items():
        present[name] = inline({name: member})[name]
    return []
