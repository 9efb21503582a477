"""A workbook in which corrections are collected, of which one sheet becomes corrections.csv.

Names and sectors are the backbone's own lists: whoever keeps the data looks at a row and, where it is right, puts it
into names.csv and organizations.csv. Who works with whom and on what is what organizations answered: that stays as it
is, and what partners say against it is kept beside it, with who confirmed it.
"""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING

from xlsxwriter.utility import xl_col_to_name

from stakeholder_graph.model.survey import COLUMNS, CORRECTED
from stakeholder_graph.tabular.filled_in.merge_xlsx import RowKey, merge_workbooks
from stakeholder_graph.tabular.filled_in.reworded_xlsx import Words, as_said_now, reworded
from stakeholder_graph.tabular.write_xlsx import workbook
from stakeholder_graph.text import N_, _
from stakeholder_graph.views.present.screens import Deck

if TYPE_CHECKING:
    import xlsxwriter

#: Empty rows to fill in on each sheet.
BLANKS = 60
#: Headings for people only; nothing reads them.
NOW, SAYS = N_("it says now"), N_("who says so")
#: Sheets for people only, and one for corrections of organizations that are no longer in the workbook.
ROOM, KEEPER = N_("This is wrong"), N_("For whoever keeps the data")
FORMER = N_("Earlier corrections")
#: The columns of a file, which keep their names in every language, and those beside them for people only.
SHEETS: Mapping[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "names": (("written", "organization"), (SAYS,)),
    "organizations": (("organization", "sector"), (NOW, SAYS)),
    "corrections": (COLUMNS["corrections"], ()),
}
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
    >>> import io
    >>> import networkx as nx, openpyxl
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.views.present.screens import deck
    >>> ours = deck(make_copy("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1"))
    >>> openpyxl.load_workbook(io.BytesIO(draw_corrections(ours))).sheetnames
    ['This is wrong', 'names', 'organizations', 'corrections', 'For whoever keeps the data', 'Lists']
    """
    scene, copy = deck.scene, deck.copy
    names = [dot.name for dot in scene.dots]
    choices = {
        "organization": names,
        "sector": list(scene.sectors),
        "about": list(CORRECTED),
        # A correction is about another organization, or about an outcome or a team.
        "with": [*names, *sorted(set(copy.items) - set(names))],
    }
    room, keeper = _(ROOM), _(KEEPER)
    sheets: dict[str, list[list[str]]] = {room: [[room], *([line] for line in _how_to_correct())]}
    for sheet, (copied, beside) in SHEETS.items():
        sheets[sheet] = [[*copied, *(_(heading) for heading in beside)]]
    sheets["organizations"] += [[dot.name, "", dot.sector, ""] for dot in scene.dots]
    sheets[keeper] = [[keeper], *([line] for line in _how_to_keep())]
    # Each list begins below the one before: in one row, an organization and an outcome would seem to belong together.
    sheets[_LISTS] = [list(choices)] + [
        [text if column == k else "" for column in range(len(choices))]
        for k, choice in enumerate(choices.values())
        for text in choice
    ]
    rows = {name: len(cells) for name, cells in sheets.items()}
    return workbook(sheets, finish=lambda book: _with_lists(book, rows, choices, (room, keeper)))


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
    keys: dict[str, RowKey] = {sheet: ("organization",) if sheet == "organizations" else () for sheet in SHEETS}
    words = Words(as_said_now((NOW, SAYS, ROOM, KEEPER, FORMER)))
    return merge_workbooks(reworded(written, words), reworded(changed, words), fresh, keys, _(FORMER))


def _how_to_correct() -> list[str]:
    """What the room reads on the first sheet."""
    return [
        _(
            "1. Choose the sheet that fits: names, organizations (for a wrong sector), or corrections (for "
            "connections, outcomes, teams and all else). Write one correction in each row, and who says so."
        ),
        _(
            "2. On the sheet names, write in “written” the name as it stands in the survey or on the map, and in "
            "“organization” the right name."
        ),
        _("3. On the sheet organizations, write the right sector beside the organization; leave all others blank."),
        _(
            "4. On the sheet corrections, choose what it is about, whose it is, and with whom or what; then write what "
            "the survey says and what you say."
        ),
    ]


def _how_to_keep() -> list[str]:
    """What whoever keeps the data reads on a sheet of their own."""
    return [
        _("1. Check every row of the other sheets. Where one organization speaks for another, ask the other, too."),
        _("2. Copy the rows of names to the end of names.csv. Change a sector in organizations.csv."),
        _(
            "3. Write beside each row of corrections who checked it, and save that sheet as corrections.csv in the "
            "folder of the survey. No answer and no number is changed by it: your pages show the answer and what "
            "partners say, side by side."
        ),
        _("4. Make the report again."),
    ]


def _with_lists(
    book: "xlsxwriter.Workbook",
    rows: Mapping[str, int],
    choices: Mapping[str, Sequence[str]],
    sentences: Sequence[str],
) -> None:
    """Let what is in the lists be chosen in the columns of the same name, in so many rows and more."""
    ends = dict(zip(choices, accumulate(map(len, choices.values()), initial=1), strict=False))
    for name, (copied, beside) in SHEETS.items():
        sheet = book.get_worksheet_by_name(name)
        for column, head in enumerate((*copied, *beside)):
            sheet.set_column(column, column, _NAME if head in choices or head == "written" else _WORD)
            if choices.get(head):
                letter = xl_col_to_name(list(choices).index(head))
                first, last = ends[head] + 1, ends[head] + len(choices[head])
                listed = f"={_LISTS}!${letter}${first}:${letter}${last}"
                # A correction may well be of something that is in no list: any other text can be typed, too.
                choice = {"validate": "list", "source": listed, "show_error": False, "ignore_blank": False}
                sheet.data_validation(1, column, rows[name] + BLANKS - 1, column, choice)
    for name in sentences:
        book.get_worksheet_by_name(name).set_column(0, 0, _SENTENCE)
    book.get_worksheet_by_name(_LISTS).hide()
