"""Sheets of the workbook that stand for plain files: without the marks of guesses, with the decisions on names."""

import pandas as pd

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import NOBODY, Names
from stakeholder_graph.survey.settings.drafting.draft import UNSURE, guesses_in
from stakeholder_graph.tabular.source_table import SourceTable


def confirmed(table: SourceTable, inspection: Inspection) -> SourceTable:
    """Give the sheet Scales without the marks of guesses.

    Parameters
    ----------
    table : Table
        The sheet.
    inspection : Inspection
        Takes the guesses as open decisions, one for each scale and column.

    Returns
    -------
    Table
        As scales.csv.
    """
    cells = table.cells.copy()
    questions = {
        "value": "in which order its answers stand",
        "name": "what its numbers are called",
        "tie": "which of its answers are a tie",
    }
    for column, asked in questions.items():
        if column not in cells:
            continue
        marked = guesses_in(cells, column)
        cells[column] = cells[column].where(~marked, cells[column].str.removesuffix(UNSURE).str.strip())
        first = cells[marked].drop_duplicates("scale") if "scale" in cells else cells[:0]
        for row, scale in first["scale"].items() if len(first) else ():
            inspection.decide(
                f'Nobody has confirmed yet, of the scale "{scale}", {asked}.',
                f'Correct the yellow cells, or take the "{UNSURE}" out of them.',
                table.file,
                row,
                column,
            )
    return SourceTable(table.file, cells)


def decided(table: SourceTable, organizations: SourceTable | None, inspection: Inspection) -> dict[str, SourceTable]:
    """Give the sheet Names as names.csv; rows without a decision wait.

    Parameters
    ----------
    table : Table
        The sheet.
    organizations : Table or None
        The sheet Organizations, to which names that are decided to be new are added.
    inspection : Inspection
        Takes a problem for each decision that names no organization.

    Returns
    -------
    dict of str to Table
        ``names`` and, where any were added, ``organizations``.
    """
    decision, proposal, written = table["decision"], table["proposal"], table["written"]
    words = decision.str.casefold()
    meant = decision.where(words != "yes", proposal).where(~words.isin(["new", "no"]), written)
    meant = meant.where(words != "nobody", NOBODY)
    if organizations is not None:
        listed = Names(organizations["organization"])
        known = {*listed.shown, *(normal(name) for name in written[words.isin(["new", "no"])]), NOBODY, ""}
        wrong = ~meant.map(normal).isin(list(known))
        inspection.wrong_texts(
            meant[wrong],
            table.file,
            "decision",
            lambda text: f'"{text}" is not in the sheet Organizations',
            lambda text: suggestion(
                text, list(listed.shown.values()), "Choose an organization, or write yes, new or nobody."
            ),
        )
        meant = meant.where(~wrong, "")
    rows = meant[meant != ""].index
    waves = {"wave": table["round"][rows]} if "round" in table else {}
    cells = pd.DataFrame({"written": written[rows], "organization": meant[rows], **waves})
    found = {"names": SourceTable(table.file, cells)} if len(rows) else {}
    new = written[words.isin(["new", "no"])]
    if len(new) and organizations is not None:
        listed = Names(organizations["organization"])
        fresh = new[~new.map(lambda name: normal(name) in listed.shown)]
        added = pd.DataFrame({"organization": fresh}).reindex(columns=organizations.cells.columns, fill_value="")
        found["organizations"] = SourceTable(organizations.file, pd.concat([organizations.cells, added]).astype("str"))
    elif len(new):
        for row, name in new.items():
            inspection.wrong(
                f'"{name}" is new, and the organizations stand in a file of their own.',
                "Add it to that file.",
                table.file,
                row,
                "decision",
            )
    return found
