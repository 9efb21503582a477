"""What plain files may mean otherwise: nothing of it is wrong, but somebody may have meant something else."""

from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import combinations

from rapidfuzz import fuzz

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import COLUMNS, LayerInfo, is_named
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.plain.families import FURTHER
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.workbook.sheets import EVIDENCE_SHEET
from stakeholder_graph.survey.settings.write_toml import toml_key
from stakeholder_graph.tabular.delimited import is_known
from stakeholder_graph.tabular.source_table import NO, YES, SourceTable
from stakeholder_graph.text import _, _n

#: Columns that a plain file may have beyond those of its frame in a `Survey`.
MORE_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "names": ("written", "organization", "wave"),
    "scales": ("scale", "value", "name", "tie", "hours"),
}
#: Two names as like as this may be one, written in two ways (percent of letters, by edit distance).
ALIKE = 85
_YES_NO = YES | NO | {""}
_ANSWERED = ("answer", "respon", "complet", "return", "contest")


def advise_on_ambiguities(
    tables: Mapping[str, SourceTable], settings: Settings, layers: Iterable[LayerInfo], inspection: Inspection
) -> None:
    """Advise on what may have been meant otherwise.

    Parameters
    ----------
    tables : mapping of str to SourceTable
        The plain files, by name without ending.
    settings : Settings
        What the partnership says of its survey.
    layers : iterable of LayerInfo
        Those of the survey.
    inspection : Inspection
        Takes the advice: columns that are not used, a column that may say who answered under another name, sectors and
        layers that differ by a letter or two, and layers of which nobody said who may see them.
    """
    for family, table in tables.items():
        # Any column of the first two may be meant; people note what they like in the sheet.
        if family not in ("organizations", "places", EVIDENCE_SHEET):
            _unused_columns(family, table, inspection)
    if "organizations" in tables:
        _who_answered(tables, inspection)
        _nearly_alike(tables["organizations"], settings.sector, inspection)
    if "ties" in tables:
        _nearly_alike(tables["ties"], "layer", inspection)
        _unstated_promises(tables["ties"], settings, layers, inspection)


def _unused_columns(family: str, table: SourceTable, inspection: Inspection) -> None:
    known = MORE_COLUMNS.get(family) or COLUMNS[family]
    others = FURTHER.get(family, ())
    unused = [header for header in table.columns if header.casefold() not in (*known, *others) and header]
    if unused:
        inspection.advise(
            _n(
                "{count} column is not used: {columns}.",
                "{count} columns are not used: {columns}.",
                len(unused),
                columns=", ".join(f"“{header}”" for header in unused),
            ),
            _("If one of them is meant to be used, rename it to one of these: {columns}.", columns=", ".join(known)),
            table.file,
        )


def _who_answered(tables: Mapping[str, SourceTable], inspection: Inspection) -> None:
    table = tables["organizations"]
    if "answered" in table or "asked" in tables:
        return
    for header, texts in table.columns.items():
        answers = {text.casefold() for text in texts}
        if any(part in header.casefold() for part in _ANSWERED) and answers <= _YES_NO:
            inspection.advise(
                _("This column is not used, but it looks as if it said who answered."),
                _("If it does, call it “answered”."),
                table.file,
                column=header,
            )


def _nearly_alike(table: SourceTable, column: str, inspection: Inspection) -> None:
    counts = Counter(filter(is_known, table.texts(column)))
    names = {normal(text): text for text in sorted(counts)}
    for first, second in combinations(names, 2):
        if fuzz.ratio(_letters(first), _letters(second)) >= ALIKE and _digits(first) == _digits(second):
            fewer, more = sorted((names[first], names[second]), key=lambda text: (counts[text], text))
            inspection.advise(
                _(
                    "“{fewer}” ({fewer_rows}) and “{more}” ({more_rows}) are spelled almost alike, and count as two.",
                    fewer=fewer,
                    fewer_rows=_n("{count} row", "{count} rows", counts[fewer]),
                    more=more,
                    more_rows=_n("{count} row", "{count} rows", counts[more]),
                ),
                _("If they are the same, spell them the same."),
                table.file,
                column=column,
            )


def _letters(name: str) -> str:
    return "".join(letter for letter in name if letter.isalnum())


def _digits(name: str) -> list[str]:
    return [letter for letter in name if letter.isdigit()]


def _unstated_promises(
    table: SourceTable, settings: Settings, layers: Iterable[LayerInfo], inspection: Inspection
) -> None:
    stated = {normal(name) for name, layer in settings.layers.items() if layer.promise}
    unstated = [info.name for info in layers if is_named(info.promise) and normal(info.name) not in stated]
    if unstated:
        inspection.advise(
            _(
                "Nothing says what respondents were promised about {layers}, so the room sees lines between "
                "organizations, not how close they are.",
                layers=", ".join(f"“{name}”" for name in unstated),
            ),
            _("If they were promised otherwise, choose it in the column “promise” of the sheet “Layers”.")
            if inspection.in_workbook
            else _(
                'If they were promised otherwise, write promise = "named with strength", "aggregate" or "backbone" '
                "under [layers.{layer}] in {settings}.",
                layer=toml_key(unstated[0]),
                settings=SETTINGS_FILE,
            ),
            table.file,
        )
