"""Writes the survey settings as text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import tomlkit
from tomlkit.items import Array, InlineTable, Item, Table

from stakeholder_graph.survey.settings.model import QuestionSettings, Settings
from stakeholder_graph.text import N_, _

Commented = tuple[str, QuestionSettings]
"""A question and the lines that stand above it, for the people who read them."""
_REMEMBERED = N_(
    "What was drafted so far. What you delete above stays deleted.\n"
    "To get it back, delete its line here, too, and run stakeholder-graph codebook again."
)


def settings_text(settings: Settings, comment: str = "", questions: Iterable[Commented] = ()) -> str:
    r"""Write settings as TOML.

    Parameters
    ----------
    settings : Settings
        What is to be written.
    comment : str
        Lines that stand first, for the people who read it.
    questions : iterable of (str, QuestionSettings)
        Further questions, each below its comment.

    Returns
    -------
    str
        Read back it gives the same settings. What has its default is left out.

    Examples
    --------
    >>> print(settings_text(Settings.model_validate({"name": "Ours", "layers": {"trust": {"scale": ["no", "yes"]}}})))
    name = "Ours"
    <BLANKLINE>
    [layers.trust]
    scale = ["no", "yes"]
    <BLANKLINE>
    """
    written = settings.model_dump(exclude_defaults=True)
    if "colours" in written:
        written["colours"] = {row["sector"]: row["colour"] for row in written["colours"]}
    remembered = blocks("drafted", written.pop("drafted")) if "drafted" in written else []
    head = tomlkit.document()
    for line in comment.splitlines():
        head.add(tomlkit.comment(line) if line else tomlkit.nl())
    for key, value in written.items():
        if not _is_table(value):
            head.add(key, _item(value))
    tables = [block for key, value in written.items() if _is_table(value) for block in blocks(key, value)]
    tables += [question_block(question, above) for above, question in questions]
    return "".join([tomlkit.dumps(head), *(f"\n{block}" for block in [*tables, *remembered])])


def toml_key(name: str) -> str:
    """Give a name as a key of TOML, in quotation marks where it needs them.

    Parameters
    ----------
    name : str
        Such as that of a layer.

    Examples
    --------
    >>> toml_key("trust"), toml_key("works with")
    ('trust', '"works with"')
    """
    return tomlkit.key(name).as_string()


def _is_table(value: object) -> bool:
    return isinstance(value, dict) or (
        isinstance(value, list | tuple) and any(isinstance(entry, dict) for entry in value)
    )


def blocks(key: str, value: Any) -> list[str]:
    """Give the tables that one setting is written as, each below its header.

    Parameters
    ----------
    key : str
        The setting.
    value : dict or list
        What it is, without what has its default.
    """
    if isinstance(value, list | tuple):
        return [_block(key, tomlkit.aot(), [_table(entry)]) for entry in value]
    if value and all(isinstance(entry, dict) for entry in value.values()):
        return [
            _block(key, tomlkit.table(is_super_table=True), [(name, _table(entry))]) for name, entry in value.items()
        ]
    if key == "drafted":
        return [remembered_block(value)]
    if key == "sectors" and all(share is None for share in value.values()):
        value = {"list": list(value)}
    return [_block(key, _table(value))]


def remembered_block(drafted: Mapping[str, Sequence[str]]) -> str:
    """Write what runs drafted so far, a row a line.

    Parameters
    ----------
    drafted : mapping of str to sequence of str
        By kind of row.
    """
    table = tomlkit.table()
    for line in _(_REMEMBERED).splitlines():
        table.add(tomlkit.comment(line))
    for kind, rows in drafted.items():
        table.append(kind, rows_array(rows))
    return _block("drafted", table)


def rows_array(rows: Sequence[str]) -> Array:
    """Give texts as a list with a line for each.

    Parameters
    ----------
    rows : sequence of str
        The texts.
    """
    array = _item(list(rows))
    assert isinstance(array, Array)
    return array.multiline(True)


def _block(key: str, container: Any, entries: Sequence[Any] = ()) -> str:
    document = tomlkit.document()
    for entry in entries:
        container.append(*entry) if isinstance(entry, tuple) else container.append(entry)
    document.add(key, container)
    return tomlkit.dumps(document)


def question_block(question: QuestionSettings, above: str) -> str:
    """Write one question below its comment.

    Parameters
    ----------
    question : QuestionSettings
        The question.
    above : str
        Lines for the people who read it.
    """
    comment = "".join(tomlkit.comment(line).as_string() for line in above.splitlines())
    return comment + _block("question", tomlkit.aot(), [_table(question.model_dump(exclude_defaults=True))])


def _table(pairs: Mapping[str, Any]) -> Table:
    table = tomlkit.table()
    _fill(table, pairs)
    return table


def inline(pairs: Mapping[str, Any]) -> InlineTable:
    """Give settings as a table within one line.

    Parameters
    ----------
    pairs : mapping of str to Any
        By key; None is left out.
    """
    table = tomlkit.inline_table()
    _fill(table, pairs)
    return table


def _fill(table: Table | InlineTable, pairs: Mapping[str, Any]) -> None:
    for key, value in pairs.items():
        if value is not None:
            table.append(key, _item(_short_scale(value) if key == "scale" else value))


def _short_scale(scale: Any) -> Any:
    """Names alone where steps count from 0 up and nothing else is said of them."""
    if isinstance(scale, list | tuple) and all(
        set(step) == {"value", "name"} and step["value"] == number for number, step in enumerate(scale)
    ):
        return [step["name"] for step in scale]
    return scale


def _item(value: Any) -> Item:
    if isinstance(value, Mapping):
        return inline(value)
    if isinstance(value, list | tuple):
        array = tomlkit.array()
        for entry in value:
            array.append(_item(entry))
        return array
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    item: Item = tomlkit.item(value)
    return item
