"""Writes the evidence sheet into the folder of a partnership."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from stakeholder_graph.conditions import Ledger
from stakeholder_graph.storage.files import write_file_whole
from stakeholder_graph.storage.recovery import beside, free_name
from stakeholder_graph.survey.plain.evidence.evidence_sheet import evidence_sheet_in
from stakeholder_graph.survey.settings.workbook.open_elsewhere import check_closed
from stakeholder_graph.survey.settings.workbook.sheets import EVIDENCE_SHEET
from stakeholder_graph.text import _, _n
from stakeholder_graph.text.commands import quoted
from stakeholder_graph.views.evidence_sheet.draft_sheet import draft_evidence_sheet
from stakeholder_graph.views.evidence_sheet.sheet_cells import changed_in_words


@dataclass(frozen=True, slots=True)
class WrittenSheet:
    """What became of an evidence sheet.

    Parameters
    ----------
    path : Path
        The workbook.
    rows, changed : int
        How many rows it has, and of how many something changed since the last draft.
    kept : Path, optional
        The last draft, beside the new one, where it holds more than the new one.
    """

    path: Path
    rows: int
    changed: int
    kept: Path | None = None

    def in_words(self) -> tuple[str, ...]:
        """What to do next, a sentence each."""
        said = [
            _n(
                "It has {count} row to decide, each with what the tool proposes. Rows that you accept together are one "
                "cell a condition.",
                "It has {count} rows to decide, each with what the tool proposes. Rows that you accept together are "
                "one cell a condition.",
                self.rows,
            )
        ]
        if self.changed:
            said.append(changed_in_words(self.changed))
        if self.kept:
            said.append(
                _(
                    "{file} is the earlier workbook: it holds formulas, pictures or merged cells, which the new one "
                    "lacks. All decisions are in the new one.",
                    file=self.kept.name,
                )
            )
        folder = quoted(self.path.parent)
        return (*said, _("Save and close it, then run: stakeholder-graph report {folder}", folder=folder))


def write_evidence_sheet(folder: Path, ledgers: Sequence[Ledger]) -> WrittenSheet:
    """Write the evidence sheet of some ledgers, with all that people wrote into the last one.

    Parameters
    ----------
    folder : Path
        Of the partnership.
    ledgers : sequence of Ledger
        One for each rubric.

    Raises
    ------
    SurveyError
        If the workbook is open in a spreadsheet; it is left as it is then.
    StorageError
        If it cannot be written; it is left as it is then, too.
    """
    path = evidence_sheet_in(folder) or folder / EVIDENCE_SHEET
    check_closed(path)
    last = path.read_bytes() if path.is_file() else None
    drafted, kept = draft_evidence_sheet(ledgers, last), None
    if last is not None and not drafted.whole:
        kept = free_name(beside(path))
        write_file_whole(kept, last)
    if drafted.content != last:
        write_file_whole(path, drafted.content)
    return WrittenSheet(path, drafted.rows, drafted.changed, kept)
