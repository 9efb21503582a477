"""A workbook in which corrections are collected beside the data, in columns that can be copied over.

Each sheet is named after one of the plain files and begins with that file's own columns. Whoever keeps the data looks
at a row and, where it is right, copies these columns below the rows that the file has; a sector is changed in the row
of its organization, and a row that is not so is taken out.
"""

import io
from collections.abc import Mapping, Sequence

from stakeholder_graph.editions.release import Release
from stakeholder_graph.model.survey import LayerInfo
from stakeholder_graph.survey.plain.items import KINDS
from stakeholder_graph.tabular.reproducible import without_clock
from stakeholder_graph.tabular.write_xlsx import workbook
from stakeholder_graph.views.present.screens import Deck
from stakeholder_graph.views.present.wording import told

#: Empty rows to fill in on each sheet.
BLANKS = 60
#: The columns of a plain file, and those beside them that are for people only.
COLUMNS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "names": (("written", "organization"), ("who says so",)),
    "organizations": (("organization", "sector"), ("it says now", "who says so")),
    "ties": (("from", "to", "layer", "value"), ("what is wrong", "who says so")),
    "affiliations": (("organization", "kind", "item"), ("what is wrong", "who says so")),
}
_ORGANIZATIONS = ("organization", "from", "to")
#: Sheets whose rows belong to a wave, where there are several.
_OF_A_WAVE = ("ties", "affiliations")
_LISTS = "Lists"


def draw_corrections(deck: Deck) -> bytes:
    """Draw the workbook for corrections.

    Parameters
    ----------
    deck : Deck
        Its organizations and their sectors stand in it, and nothing else of it.

    Returns
    -------
    bytes
        XLSX, the same for the same deck. Organizations, sectors and what is wrong can be chosen from lists.

    Examples
    --------
    >>> import networkx as nx, openpyxl
    >>> from stakeholder_graph.editions import release_for
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.views.present.screens import deck
    >>> ours = deck(release_for("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1"))
    >>> openpyxl.load_workbook(io.BytesIO(draw_corrections(ours))).sheetnames
    ['This is wrong', 'names', 'organizations', 'ties', 'affiliations', 'For who keeps the data', 'Lists']
    """
    scene, release = deck.scene, deck.release
    layers = release.partnership.graph(release.wave).layers
    lists = {
        "organization": [dot.name for dot in scene.dots],
        "sector": list(scene.sectors),
        "layer": list(layers),
        "value": list(dict.fromkeys(step.name for info in layers.values() for step in info.steps)),
        "kind": list(KINDS),
        "item": _items(release),
        "wave": list(release.partnership.graphs),
        "what is wrong": [told("correct_missing"), told("correct_too_many")],
    }
    heads = _heads(several=len(lists["wave"]) > 1)
    sheets = {told("wrong_title"): [[told("wrong_title")], *([told(f"correct_{k}")] for k in range(1, 5))]}
    sheets[told("wrong_title")] += [[_steps(info)] for info in layers.values() if info.steps]
    for sheet, (copied, beside) in heads.items():
        sheets[sheet] = [[*copied, *beside]]
        if "wave" in copied:
            sheets[sheet] += [[release.wave if column == "wave" else "" for column in (*copied, *beside)]] * BLANKS
    sheets["organizations"] += [[dot.name, "", dot.sector, ""] for dot in scene.dots]
    sheets[told("keeper_title")] = [[told("keeper_title")], *([told(f"keeper_{k}")] for k in range(1, 5))]
    longest = max(map(len, lists.values()))
    sheets[_LISTS] = [list(lists)] + [
        [column[k] if k < len(column) else "" for column in lists.values()] for k in range(longest)
    ]
    return _with_lists(workbook(sheets), lists, heads)


def _heads(*, several: bool) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The columns of each sheet; where there are several waves, a row says which it belongs to."""
    return {
        sheet: ((*copied, "wave") if several and sheet in _OF_A_WAVE else copied, beside)
        for sheet, (copied, beside) in COLUMNS.items()
    }


def _items(release: Release) -> list[str]:
    """Outcomes and teams, as far as findings tell the room of them."""
    parts = [part for finding in release.findings for part in (finding.table, *finding.tables.values()) if part]
    told_of = {str(row[kind]) for part in parts for row in part.rows for kind in ("outcome", "team") if row.get(kind)}
    return sorted(told_of)


def _steps(info: LayerInfo) -> str:
    steps = "; ".join(f"{step.name} ({step.value:g})" for step in info.steps)
    return told("correct_value", layer=info.name, steps=steps)


def _with_lists(
    data: bytes, lists: Mapping[str, Sequence[str]], heads: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]]
) -> bytes:
    """Let what is in the lists be chosen in the columns of the same name."""
    from openpyxl import load_workbook
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = load_workbook(io.BytesIO(data))
    places = {name: get_column_letter(k) for k, name in enumerate(lists, start=1)}
    for sheet, (copied, beside) in heads.items():
        for k, column in enumerate((*copied, *beside), start=1):
            name = "organization" if column in _ORGANIZATIONS else column
            letter = get_column_letter(k)
            book[sheet].column_dimensions[letter].width = 34 if name in lists or name == "written" else 20
            if lists.get(name):
                place = places[name]
                # A correction may well be of something that is in no list: any other text can be typed, too.
                choice = DataValidation(
                    "list", formula1=f"{_LISTS}!${place}$2:${place}${len(lists[name]) + 1}", showErrorMessage=False
                )
                choice.add(f"{letter}2:{letter}{book[sheet].max_row + BLANKS}")
                book[sheet].add_data_validation(choice)
    for words in ("wrong_title", "keeper_title"):
        book[told(words)].column_dimensions["A"].width = 100
    book[_LISTS].sheet_state = "hidden"
    written = io.BytesIO()
    book.save(written)
    return without_clock(written.getvalue())
