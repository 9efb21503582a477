"""Sheets of the workbook that stand for plain files: without the marks of guesses, with the decisions on names."""

from collections.abc import Sequence
from dataclasses import replace

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import NOBODY, Names
from stakeholder_graph.survey.settings.draft import UNSURE, is_guess
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import N_, _

#: Decisions that say: it is an organization of its own.
_NEW = ("new", "no")
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
    columns = dict(table.columns)
    scales = table.texts("scale")
    for column, unconfirmed in _UNCONFIRMED.items():
        if column not in columns:
            continue
        marked = [is_guess(text, column) for text in columns[column]]
        columns[column] = [
            text.removesuffix(UNSURE).strip() if guessed else text
            for text, guessed in zip(columns[column], marked, strict=True)
        ]
        first: dict[str, int] = {}
        for row, scale, guessed in zip(table.rows, scales, marked, strict=True):
            if guessed and "scale" in columns:
                first.setdefault(scale, row)
        for scale, row in first.items():
            inspection.decide(
                _(unconfirmed, scale=scale),
                _("Correct the yellow cells, or take the “{mark}” out of them.", mark=UNSURE)
                if inspection.in_workbook
                else _("Correct the steps of “{scale}”, or take the “{mark}” out of them.", scale=scale, mark=UNSURE),
                table.file,
                row,
                column,
                about="answers",
            )
    return replace(table, columns=columns)


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
    written = table.texts("written")
    words = [text.casefold() for text in table.texts("decision")]
    new = [(row, name) for row, name, word in zip(table.rows, written, words, strict=True) if word in _NEW]
    cells = zip(words, table.texts("decision"), table.texts("proposal"), written, strict=True)
    meant = [_meant(*cell) for cell in cells]
    if organizations is not None:
        listed = Names(organizations.texts("organization"))
        known = {*listed.shown, *(normal(name) for _row, name in new), NOBODY, ""}
        otherwise = _("Choose an organization, or write yes, new or nobody.")
        inspection.wrong_texts(
            ((row, text) for row, text in zip(table.rows, meant, strict=True) if normal(text) not in known),
            table.file,
            "decision",
            lambda text: _("“{name}” is not in the sheet “{sheet}”.", name=text, sheet="Organizations"),
            lambda text: suggestion(text, list(listed.shown.values()), otherwise),
        )
        meant = [text if normal(text) in known else "" for text in meant]
    columns = {"written": written, "organization": meant}
    if "round" in table:
        columns["wave"] = table.texts("round")
    decided = SourceTable(table.file, columns, table.rows).select([bool(text) for text in meant])
    tables = {"names": decided} if len(decided) else {}
    if new and organizations is not None:
        tables["organizations"] = _with_new(organizations, new)
        return tables
    for row, name in new:
        inspection.wrong(
            _("“{name}” is new, and the organizations are listed in a file of their own.", name=name),
            _("Add it to that file."),
            table.file,
            row,
            "decision",
        )
    return tables


def _meant(word: str, decision: str, proposal: str, written: str) -> str:
    """The organization that a decision means, as it is written."""
    if word in _NEW:
        return written
    return {"yes": proposal, "nobody": NOBODY}.get(word, decision)


def _with_new(organizations: SourceTable, new: Sequence[tuple[int, str]]) -> SourceTable:
    """The list of organizations with those that are decided to be new."""
    listed = Names(organizations.texts("organization"))
    fresh = [(row, name) for row, name in new if normal(name) not in listed.shown]
    columns = {
        header: [*texts, *(name if header == "organization" else "" for _row, name in fresh)]
        for header, texts in organizations.columns.items()
    }
    return SourceTable(organizations.file, columns, [*organizations.rows, *(row for row, _name in fresh)])
