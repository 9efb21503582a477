"""A second look at plain files: nothing here is wrong, but somebody may have meant something else."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations

from rapidfuzz import fuzz

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import COLUMNS, LayerInfo
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.location import SETTINGS_FILE
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.tabular.source_table import SourceTable

#: Columns that a plain file may have beyond those of its frame in a `Survey`.
MORE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "names": ("written", "organization", "wave"),
    "scales": ("scale", "value", "name", "tie"),
}
#: Two names as like as this may be one, written in two ways (percent of letters, by edit distance).
ALIKE = 85
_YES_NO = frozenset({"", "yes", "no", "y", "n", "true", "false", "1", "0"})
_ANSWERED = ("answer", "respon", "complet", "return")


def second_look(
    tables: Mapping[str, SourceTable], settings: Settings, layers: Iterable[LayerInfo], inspection: Inspection
) -> None:
    """Advise on what may have been meant otherwise.

    Parameters
    ----------
    tables : mapping of str to Table
        The plain files, by name without ending.
    settings : Settings
        What the partnership says of its survey.
    layers : iterable of LayerInfo
        As found.
    inspection : Inspection
        Takes the advice: columns that are not used, a column that may say who answered under another name, sectors and
        layers that differ by a letter or two, and layers of which nobody said who may see them.
    """
    for family, table in tables.items():
        if family != "organizations":
            _unused_columns(family, table, inspection)
    if "organizations" in tables:
        _who_answered(tables, inspection)
        _nearly_alike("sector", tables["organizations"], settings.sector, inspection)
    if "ties" in tables:
        _nearly_alike("kind of tie", tables["ties"], "layer", inspection)
        _unstated_promises(tables["ties"], settings, layers, inspection)


def _unused_columns(family: str, table: SourceTable, inspection: Inspection) -> None:
    known = MORE_COLUMNS.get(family) or COLUMNS[family]
    unused = [header for header in table.headers.values() if header.casefold() not in known and header]
    if unused:
        named = ", ".join(f'"{header}"' for header in unused)
        inspection.advise(
            f"Not used: {named}.",
            f"The columns that count here are {', '.join(known)}; rename what is one.",
            table.file,
        )


def _who_answered(tables: Mapping[str, SourceTable], inspection: Inspection) -> None:
    table = tables["organizations"]
    if "answered" in table or "asked" in tables:
        return
    for header in table.headers.values():
        texts = {text.casefold() for text in table[header]}
        if any(part in header.casefold() for part in _ANSWERED) and texts <= _YES_NO:
            inspection.advise(
                "This column looks as if it said who answered, but it does not count.",
                'If it does, call it "answered".',
                table.file,
                column=header,
            )


def _nearly_alike(what: str, table: SourceTable, column: str, inspection: Inspection) -> None:
    counts = Counter(text for text in table[column] if text)
    names = {normal(text): text for text in sorted(counts)}
    for one, other in combinations(names, 2):
        if fuzz.ratio(_letters(one), _letters(other)) >= ALIKE and not _digits_differ(one, other):
            fewer, more = sorted((names[one], names[other]), key=lambda text: (counts[text], text))
            inspection.advise(
                f'"{fewer}" ({_rows(counts[fewer])}) and "{more}" ({_rows(counts[more])}) count as two '
                f"different ones of {what}.",
                "If they are one, write them alike.",
                table.file,
                column=column,
            )


def _rows(count: int) -> str:
    return f"{count} row{'s' if count > 1 else ''}"


def _letters(name: str) -> str:
    return "".join(letter for letter in name if letter.isalnum())


def _digits_differ(one: str, other: str) -> bool:
    digits = [[letter for letter in name if letter.isdigit()] for name in (one, other)]
    return digits[0] != digits[1]


def _unstated_promises(
    table: SourceTable, settings: Settings, layers: Iterable[LayerInfo], inspection: Inspection
) -> None:
    stated = {normal(name) for name, layer in settings.layers.items() if layer.promise}
    open_layers = [info.name for info in layers if info.promise == "named" and normal(info.name) not in stated]
    if open_layers:
        named = ", ".join(f'"{name}"' for name in open_layers)
        inspection.advise(
            f"Nothing says what respondents were told of {named}; the room sees lines between organizations.",
            f'If they were told otherwise, write promise = "aggregate" or "backbone" under '
            f"[layers.{open_layers[0]}] in {SETTINGS_FILE}.",
            table.file,
        )
