"""The files of the desk."""

from collections.abc import Mapping
from pathlib import Path

from stakeholder_graph.conditions.settling.rows_to_call_for import with_open_rows
from stakeholder_graph.editions import Copy
from stakeholder_graph.storage.kept_files import Merge, filled_in
from stakeholder_graph.studies.call_list import first_calls
from stakeholder_graph.views.call_list import call_list_workbook, calls_of, draw_call_list, merge_call_list, read_notes
from stakeholder_graph.views.findings_data import to_json
from stakeholder_graph.views.map.map_page import draw_map
from stakeholder_graph.views.present.corrections import merge_corrections
from stakeholder_graph.views.report import draw_report

#: How what people fill in is carried over when a report is written again.
MERGES: Mapping[str, Merge] = {"call-list.xlsx": merge_call_list, "corrections.xlsx": merge_corrections}


def desk_files(copy: Copy, earlier: Path) -> dict[str, str | bytes]:
    """Draw the desk's files.

    Parameters
    ----------
    copy : Copy
        The backbone's.
    earlier : Path
        Its folder as it was written before, if it was: what people filled in settles some of the calls.
    """
    calls, name = calls_of(copy), "call-list.xlsx"
    # The whole list says which rows an answer could settle; page one has no room for it.
    whole = with_open_rows(calls, copy.ledgers)
    to_fill_in = call_list_workbook(copy, whole)
    notes = read_notes(filled_in(earlier.parent, earlier.name, name, to_fill_in, MERGES[name]))
    first = first_calls(calls, settled=notes.settled)
    # Where nobody is to be called no button leads to a page that says so.
    calls_href = "call-list.html" if calls or notes.earlier else None
    return {
        "report.html": draw_report(copy, map_href="map.html", calls_href=calls_href, calls=first),
        "map.html": draw_map(copy, report_href="report.html"),
        "call-list.html": draw_call_list(copy, "report.html", "map.html", notes, whole),
        name: to_fill_in,
        "findings.json": to_json(copy),
    }
