"""The files of the desk, each drawn by itself, so that two processes can share them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from stakeholder_graph.conditions.settling.rows_to_call_for import with_open_rows
from stakeholder_graph.editions import Copy
from stakeholder_graph.editions.checks.what_was_checked import LookedAt
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.large_networks import MOST_ROWS_IN_FILES
from stakeholder_graph.storage.kept_files import Merge, filled_in
from stakeholder_graph.studies.call_list import Call, in_order
from stakeholder_graph.views.call_list import call_list_workbook, calls_of, draw_call_list, merge_call_list, read_notes
from stakeholder_graph.views.call_list.notes import CallNotes
from stakeholder_graph.views.data_sheet import draw_data_sheet
from stakeholder_graph.views.findings_data import to_json
from stakeholder_graph.views.folders.copy_files import TABLES, TABLES_FOLDER, DrawnFile
from stakeholder_graph.views.map.map_page import draw_map
from stakeholder_graph.views.named_table import NamedTable
from stakeholder_graph.views.present.corrections import merge_corrections
from stakeholder_graph.views.report import draw_report
from stakeholder_graph.views.report.evaluator_details import found_on_lines
from stakeholder_graph.views.workbook import csv_files, every_table, to_workbook

CALL_LIST, DATA_SHEET = "call-list.xlsx", "data-sheet.html"
#: How what people fill in is carried over when a report is written again.
MERGES: Mapping[str, Merge] = {CALL_LIST: merge_call_list, "corrections.xlsx": merge_corrections}


@dataclass(frozen=True, eq=False)
class DeskFiles:
    """The files of the desk.

    Parameters
    ----------
    copy : Copy
        The backbone's.
    earlier : Path
        Its folder as it was written before, if it was: what people filled in settles some of the calls.
    """

    copy: Copy
    earlier: Path

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files, in their order."""
        return tuple(self._draw)

    @property
    def in_turn(self) -> tuple[str, ...]:
        """The same in the order in which to draw them: last what has least in common with others.

        Another process may draw those, and would have to compute again what they have in common.
        """
        apart = ("findings.json", DATA_SHEET, "map.html")
        return (*(name for name in self.names if name not in apart), *apart)

    def prepared(self) -> "DeskFiles":
        """The same files, with what several of them say computed: whoever is sent them has it, too."""
        _ = self._calls, self._on_lines
        return self

    def drawn(self, name: str) -> DrawnFile:
        """Draw one of them."""
        return DrawnFile(self._draw[name]())

    def of_checks(self, looked: Sequence[LookedAt]) -> Mapping[str, str]:
        """Draw nothing: the desk's files hold everything, and nobody searches them.

        Parameters
        ----------
        looked : sequence of LookedAt
            Not needed here.
        """
        return {}

    @property
    def _draw(self) -> Mapping[str, Callable[[], str | bytes | Mapping[str, str]]]:
        return {
            "report.html": self._report,
            "map.html": lambda: draw_map(self.copy, report_href="report.html"),
            "call-list.html": lambda: draw_call_list(self.copy, "report.html", "map.html", self._notes, self._whole),
            CALL_LIST: lambda: self._to_fill_in,
            "findings.json": lambda: to_json(self.copy, MOST_ROWS_IN_FILES),
            DATA_SHEET: lambda: draw_data_sheet(self.copy, "report.html", TABLES),
            TABLES: lambda: to_workbook(self.copy, self._tables, MOST_ROWS_IN_FILES),
            TABLES_FOLDER: lambda: csv_files(self.copy, self._tables),
        }

    def _report(self) -> str:
        settled = self._notes.settled
        # Where nobody is to be called no button leads to a page that says so.
        calls_href = "call-list.html" if self._calls or self._notes.earlier else None
        return draw_report(
            self.copy,
            "map.html",
            calls_href,
            calls=self._calls,
            settled=settled,
            tables_href=TABLES,
            data_sheet_href=DATA_SHEET,
            on_lines=self._on_lines,
        )

    @cached_property
    def _calls(self) -> tuple[Call, ...]:
        return calls_of(self.copy)

    @cached_property
    def _on_lines(self) -> tuple[Finding, ...]:
        return found_on_lines(self.copy)

    @cached_property
    def _whole(self) -> tuple[Call, ...]:
        # The whole list says which rows an answer could settle; page one has no room for it.
        return with_open_rows(self._calls, self.copy.ledgers)

    @cached_property
    def _tables(self) -> tuple[NamedTable, ...]:
        return every_table(self.copy, self._whole, self._on_lines)

    @cached_property
    def _to_fill_in(self) -> bytes:
        return call_list_workbook(self.copy, in_order(self._whole, self._notes.settled))

    @cached_property
    def _notes(self) -> CallNotes:
        if not (self.earlier / CALL_LIST).is_file():
            return CallNotes()
        folder, name = self.earlier.parent, self.earlier.name
        fresh = call_list_workbook(self.copy, self._whole)
        return read_notes(filled_in(folder, name, CALL_LIST, fresh, MERGES[CALL_LIST]))
