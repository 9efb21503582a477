"""Sheets of the workbook that stand for plain files: without the marks of guesses, with the decisions on names."""

import pandas as pd

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import NOBODY, Names
from stakeholder_graph.survey.settings.draft import UNSURE, guesses_in
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import N_, _

#: What nobody has confirmed where a cell of a scale bears the mark of a guess, by column.
_UNCONFIRMED = {
    "value": N_("Nobody has confirmed in which order the answers of the scale “{scale}” stand."),
    "name": N_("Nobody has confirmed what the numbers of the scale “{scale}” are called."),
    "tie": N_("Nobody has confirmed which answers of the scale “{scale}” are a tie."),
}


def confirmed_scales(table: SourceTable, inspection: Inspection) -> SourceTable:
    """Give the sheet Scales as scales.csv, without the marks of guesses.

    Parameters
    ----------
    table : SourceTable
        The sheet.
    inspection : Inspection
        Takes the guesses as open decisions, one for each scale and column.
    """
    cells = table.cells.copy()
    for column, unconfirmed in _UNCONFIRMED.items():
        if column not in cells:
            continue
        marked = guesses_in(cells, column)
        cells[column] = cells[column].where(~marked, cells[column].str.removesuffix(UNSURE).str.strip())
        first = cells[marked].drop_duplicates("scale") if "scale" in cells else cells[:0]
        for row, scale in first["scale"].items() if len(first) else ():
            inspection.decide(
                _(unconfirmed, scale=scale),
                _("Correct the yellow cells, or take the “{mark}” out of them.", mark=UNSURE),
                table.file,
                row,
                column,
            )
    return SourceTable(table.file, cells)


def decided_names(
    table: SourceTable, organizations: SourceTable | None, inspection: Inspection
) -> dict[str, SourceTable]:
    """Give the sheet Names as names.csv; rows without a decision wait.

    Parameters
    ----------
    table : SourceTable
        The sheet.
    organizations : SourceTable or None
        The sheet Organizations, to which names that are decided to be new are added.
    inspection : Inspection
        Takes a problem for each decision that names no organization.

    Returns
    -------
    dict of str to SourceTable
        ``names`` and, where any were added, ``organizations``.
    """
    decision, proposal, written = table["decision"], table["proposal"], table["written"]
    words = decision.str.casefold()
    is_new = words.isin(["new", "no"])
    meant = decision.where(words != "yes", proposal).where(~is_new, written).where(words != "nobody", NOBODY)
    if organizations is not None:
        listed = Names(organizations["organization"])
        known = {*listed.shown, *(normal(name) for name in written[is_new]), NOBODY, ""}
        wrong = ~meant.map(normal).isin(list(known))
        otherwise = _("Choose an organization, or write yes, new or nobody.")
        inspection.wrong_texts(
            meant[wrong],
            table.file,
            "decision",
            lambda text: _("“{name}” is not in the sheet “{sheet}”.", name=text, sheet="Organizations"),
            lambda text: suggestion(text, list(listed.shown.values()), otherwise),
        )
        meant = meant.where(~wrong, "")
    rows = meant[meant != ""].index
    waves = {"wave": table["round"][rows]} if "round" in table else {}
    cells = pd.DataFrame({"written": written[rows], "organization": meant[rows], **waves})
    tables = {"names": SourceTable(table.file, cells)} if len(rows) else {}
    new = written[is_new]
    if len(new) and organizations is not None:
        tables["organizations"] = _with_new(organizations, new)
        return tables
    for row, name in new.items():
        inspection.wrong(
            _("“{name}” is new, and the organizations are listed in a file of their own.", name=name),
            _("Add it to that file."),
            table.file,
            row,
            "decision",
        )
    return tables


def _with_new(organizations: SourceTable, new: "pd.Series[str]") -> SourceTable:
    """The list of organizations with those that are decided to be new."""
    listed = Names(organizations["organization"])
    fresh = new[~new.map(lambda name: normal(name) in listed.shown)]
    added = pd.DataFrame({"organization": fresh}).reindex(columns=organizations.cells.columns, fill_value="")
    return SourceTable(organizations.file, pd.concat([organizations.cells, added]).astype("str"))
