"""A workbook in which corrections are collected beside the data, in columns that can be copied over.

Each sheet is named after one of the plain files and begins with that file's own columns. Whoever keeps the data looks
at a row and, where it is right, copies these columns below the rows that the file has; a sector is changed in the row
of its organization, and a row that is not so is taken out.
"""

import io
from collections.abc import Mapping, Sequence
from itertools import accumulate

from stakeholder_graph.model.survey import Step
from stakeholder_graph.survey.plain.items import KINDS
from stakeholder_graph.tabular.merge_xlsx import RowKey, merge_workbooks
from stakeholder_graph.tabular.reproducible import without_clock
from stakeholder_graph.tabular.write_xlsx import workbook
from stakeholder_graph.text import N_, _
from stakeholder_graph.views.present.screens import Deck

#: Empty rows to fill in on each sheet.
BLANKS = 60
#: Headings for people only; nothing reads them.
NOW, WRONG, SAYS = N_("it says now"), N_("what is wrong"), N_("who says so")
#: The columns of a plain file, which keep their names in every language, and those beside them for people only.
COLUMNS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "names": (("written", "organization"), (SAYS,)),
    "organizations": (("organization", "sector"), (NOW, SAYS)),
    "ties": (("from", "to", "layer", "value"), (WRONG, SAYS)),
    "affiliations": (("organization", "kind", "item"), (WRONG, SAYS)),
}
#: Columns in which an organization is chosen.
_ORGANIZATIONS = ("organization", "from", "to")
#: Sheets whose rows belong to a wave, where there are several.
_OF_A_WAVE = ("ties", "affiliations")
_LISTS = "Lists"
#: The widths of columns that hold sentences, names, and all else.
_SENTENCE, _NAME, _WORD = 100, 34, 20


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
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.views.present.screens import deck
    >>> ours = deck(make_copy("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1"))
    >>> openpyxl.load_workbook(io.BytesIO(draw_corrections(ours))).sheetnames
    ['This is wrong', 'names', 'organizations', 'ties', 'affiliations', 'For whoever keeps the data', 'Lists']
    """
    scene, copy = deck.scene, deck.copy
    layers = copy.partnership.graph(copy.wave).layers
    scales = {layer: steps for layer, steps in copy.scales.items() if steps}
    choices = {
        "organization": [dot.name for dot in scene.dots],
        "sector": list(scene.sectors),
        "layer": list(layers),
        "value": list(dict.fromkeys(step.name for steps in scales.values() for step in steps)),
        "kind": list(KINDS),
        "item": sorted(set(copy.items)),
        "wave": list(copy.partnership.graphs),
        WRONG: [_("is missing"), _("is not so")],
    }
    ties = bool(layers) or copy.partnership.info.surveyed
    columns = _columns(several=len(choices["wave"]) > 1, ties=ties)
    room, keeper = _("This is wrong"), _("For whoever keeps the data")
    sheets: dict[str, list[list[str]]] = {room: [[room], *([line] for line in _how_to_correct(scales, ties=ties))]}
    for sheet, (copied, beside) in columns.items():
        sheets[sheet] = [[*copied, *(_(heading) for heading in beside)]]
        if "wave" in copied:
            blank = [copy.wave if column == "wave" else "" for column in (*copied, *beside)]
            sheets[sheet] += [blank] * BLANKS
    sheets["organizations"] += [[dot.name, "", dot.sector, ""] for dot in scene.dots]
    sheets[keeper] = [[keeper], *([line] for line in _how_to_keep(ties=ties))]
    # Each list begins below the one before: in one row, an organization and an outcome would seem to belong together.
    sheets[_LISTS] = [list(choices)] + [
        [text if column == k else "" for column in range(len(choices))]
        for k, choice in enumerate(choices.values())
        for text in choice
    ]
    return _with_lists(workbook(sheets), choices, columns, (room, keeper))


def merge_corrections(written: bytes, changed: bytes, fresh: bytes) -> bytes | None:
    """Carry over the corrections that people wrote.

    Parameters
    ----------
    written, changed, fresh : bytes
        The earlier workbook as it was written, as people saved it, and the new one.

    Returns
    -------
    bytes or None
        The new workbook with their corrections; those of organizations that are no longer in it stand on a sheet of
        their own. None where nobody but a person can put the two together.
    """
    keys: dict[str, RowKey] = {sheet: ("organization",) if sheet == "organizations" else () for sheet in COLUMNS}
    return merge_workbooks(written, changed, fresh, keys, _("Earlier corrections"))


def _how_to_correct(scales: Mapping[str, Sequence[Step]], *, ties: bool) -> list[str]:
    """What the room reads on the first sheet."""
    lines = [
        _(
            "1. Choose the sheet that fits: names, organizations (for a wrong sector), ties, or affiliations (for "
            "outcomes, teams and the like). Write one correction in each row, and who says so."
        )
        if ties
        else _(
            "1. Choose the sheet that fits: names, organizations (for a wrong sector), or affiliations (for outcomes, "
            "teams and the like). Write one correction in each row, and who says so."
        ),
        _(
            "2. On the sheet names, write in “written” the name as it stands in the survey or on the map, and in "
            "“organization” the right name."
        ),
        _("3. On the sheet organizations, write the right sector beside the organization; leave all others blank."),
        _(
            "4. On the sheets ties and affiliations, add a row for what is missing or is not so, and choose which of "
            "the two it is."
        )
        if ties
        else _(
            "4. On the sheet affiliations, add a row for what is missing or is not so, and choose which of the two it "
            "is."
        ),
    ]
    for layer, scale in scales.items():
        steps = "; ".join(f"{step.name} ({step.value:g})" for step in scale)
        lines.append(
            _(
                "value, for {layer}: choose a step of the scale by its name; its number stands in brackets. {steps}.",
                layer=layer,
                steps=steps,
            )
        )
    return lines


def _how_to_keep(*, ties: bool) -> list[str]:
    """What whoever keeps the data reads on a sheet of their own."""
    files = "names.csv, ties.csv" if ties else "names.csv"
    return [
        _("1. Check every row of the other sheets. Where one organization speaks for another, ask the other, too."),
        _(
            "2. For what is missing, copy the rows that somebody filled in to the end of {files} or affiliations.csv, "
            "each column below the heading of the same name. Leave out the columns “{wrong}” and “{says}”, and rows "
            "that hold nothing but a wave.",
            files=files,
            wrong=_(WRONG),
            says=_(SAYS),
        ),
        _("3. For what is not so, delete its row from the file. Change a sector in organizations.csv."),
        _("4. Make the report again."),
    ]


def _columns(*, several: bool, ties: bool) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The columns of each sheet; where there are several waves, a row says which it belongs to."""
    return {
        sheet: ((*copied, "wave") if several and sheet in _OF_A_WAVE else copied, beside)
        for sheet, (copied, beside) in COLUMNS.items()
        if ties or sheet != "ties"
    }


def _with_lists(
    data: bytes,
    choices: Mapping[str, Sequence[str]],
    columns: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]],
    sentences: Sequence[str],
) -> bytes:
    """Let what is in the lists be chosen in the columns of the same name."""
    from openpyxl import load_workbook
    from openpyxl.utils import get_column_letter
    from openpyxl.worksheet.datavalidation import DataValidation

    book = load_workbook(io.BytesIO(data))
    list_columns = {name: get_column_letter(k) for k, name in enumerate(choices, start=1)}
    ends = dict(zip(choices, accumulate(map(len, choices.values()), initial=1), strict=False))
    for sheet, (copied, beside) in columns.items():
        for k, column in enumerate((*copied, *beside), start=1):
            name = "organization" if column in _ORGANIZATIONS else column
            letter = get_column_letter(k)
            book[sheet].column_dimensions[letter].width = _NAME if name in choices or name == "written" else _WORD
            if choices.get(name):
                listed, first, last = list_columns[name], ends[name] + 1, ends[name] + len(choices[name])
                # A correction may well be of something that is in no list: any other text can be typed, too.
                choice = DataValidation(
                    "list", formula1=f"{_LISTS}!${listed}${first}:${listed}${last}", showErrorMessage=False
                )
                choice.add(f"{letter}2:{letter}{book[sheet].max_row + BLANKS}")
                book[sheet].add_data_validation(choice)
    for sheet in sentences:
        book[sheet].column_dimensions["A"].width = _SENTENCE
    book[_LISTS].sheet_state = "hidden"
    written = io.BytesIO()
    book.save(written)
    return without_clock(written.getvalue())
