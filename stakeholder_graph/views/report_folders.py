"""The folders of a report, one an edition: which files each holds."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from stakeholder_graph.concurrency.second_process import SecondProcess, computed_by
from stakeholder_graph.editions import Copy, Edition, make_copy
from stakeholder_graph.editions.publish import write_folders
from stakeholder_graph.editions.withheld import Withheld, withheld
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.storage.kept_files import Merge, filled_in
from stakeholder_graph.studies.call_list import first_calls
from stakeholder_graph.text import _n, listing
from stakeholder_graph.views.call_list import call_list_workbook, calls_of, draw_call_list, merge_call_list, read_notes
from stakeholder_graph.views.findings_data import to_json
from stakeholder_graph.views.map.map_page import draw_map
from stakeholder_graph.views.present.corrections import draw_corrections, merge_corrections
from stakeholder_graph.views.present.paper import draw_stations, drawable, lent_by_reader
from stakeholder_graph.views.present.present_page import draw_present
from stakeholder_graph.views.present.screens import deck
from stakeholder_graph.views.present.slides import draw_slides
from stakeholder_graph.views.report import draw_first_page, draw_report

#: Names that cannot be mistaken for one another.
FOLDERS: Mapping[Edition, str] = {
    "backbone": "backbone-only",
    "partners": "for-the-room",
    "community": "for-the-community",
}

#: So many names are said one by one.
NAMES_SAID = 12
#: How what people fill in is carried over when a report is written again.
MERGES: Mapping[str, Merge] = {"call-list.xlsx": merge_call_list, "corrections.xlsx": merge_corrections}


def publish(
    partnership: Partnership,
    findings: Sequence[Finding],
    wave: str,
    output: Path,
    editions: Sequence[Edition] = ("backbone", "partners"),
    say: Callable[[str], None] = lambda sentence: None,
    agreed: Sequence[Finding] = (),
    second: SecondProcess | None = None,
) -> list[Path]:
    """Write the folders of a report, all of them or none.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    findings : sequence of Finding
        Of that wave.
    wave : str
        Which wave they speak of.
    output : Path
        The folder to write them in.
    editions : sequence of {"backbone", "partners", "community"}
        Which.
    say : callable
        Takes a sentence about each file in which people wrote something, and on names that the posters cannot show.
    agreed : sequence of Finding
        As of `make_copy`.
    second : SecondProcess, optional
        Draws one of two editions.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    LeakError
        If a page held what its edition withholds; nothing is written.
    """
    report = _Report(partnership, findings, wave, output, agreed)
    drawn = dict(zip(editions, computed_by(second, report.folder, editions), strict=True))
    for folder in drawn.values():
        for sentence in folder.said:
            say(sentence)
    return write_folders(
        output,
        {FOLDERS[edition]: folder.files for edition, folder in drawn.items()},
        {FOLDERS[edition]: folder.forbidden for edition, folder in drawn.items()},
        {FOLDERS[edition]: folder.shown for edition, folder in drawn.items()},
        MERGES,
        say,
    )


@dataclass(frozen=True, eq=False)
class _Folder:
    """The files of an edition, what must not stand in them, what some of them show, and what there is to say."""

    files: Mapping[str, str | bytes]
    forbidden: Withheld
    shown: Mapping[str, str]
    said: Sequence[str]


@dataclass(frozen=True, eq=False)
class _Report:
    """What the folders of a report are drawn from, as of `publish`."""

    partnership: Partnership
    findings: Sequence[Finding]
    wave: str
    output: Path
    agreed: Sequence[Finding]

    def folder(self, edition: Edition) -> _Folder:
        """Draw the files of an edition."""
        copy = make_copy(edition, self.partnership, self.findings, self.wave, agreed=self.agreed)
        files, shown, said = _files(copy, self.output), dict[str, str](), list[str]()
        if edition == "partners":
            _say_undrawn(copy, said.append)
            to_present, shown = _to_present(copy)
            files |= to_present
        return _Folder(files, withheld(self.partnership, copy), shown, said)


def _say_undrawn(copy: Copy, say: Callable[[str], None]) -> None:
    """Say, before anything is written, whose names the posters cannot show, rather than let the room find boxes."""
    names = [name for name in copy.partnership.graph().organizations["organization"] if not drawable(name)]
    if names:
        say(
            _n(
                "The posters (stations.pdf) cannot show every letter of {count} name: {names}. A box stands for each "
                "letter that no font on this computer has. Install a font that has them, such as Noto Sans of that "
                "script, and write the report again; or print the map from map.html, which shows the name.",
                "The posters (stations.pdf) cannot show every letter of {count} names: {names}. A box stands for each "
                "letter that no font on this computer has. Install a font that has them, such as Noto Sans of that "
                "script, and write the report again; or print the map from map.html, which shows the names.",
                len(names),
                names=_first_names(names),
            )
        )
    lent = [name for name in copy.partnership.graph().organizations["organization"] if lent_by_reader(name)]
    if lent:
        say(
            _n(
                "{count} name on the posters (stations.pdf) is shown in a font of the program that opens them, since "
                "no font on this computer has its letters: {names}. Look at the posters before you have them printed.",
                "{count} names on the posters (stations.pdf) are shown in a font of the program that opens them, since "
                "no font on this computer has their letters: {names}. Look at the posters before you have them "
                "printed.",
                len(lent),
                names=_first_names(lent),
            )
        )


def _first_names(names: Sequence[str]) -> str:
    """The names in quotes, as far as anybody reads them, and how many more there are."""
    more = len(names) - NAMES_SAID
    quoted = [f"“{name}”" for name in names[:NAMES_SAID]]
    return listing([*quoted, _n("{count} more", "{count} more", more)] if more > 0 else quoted)


def _files(copy: Copy, output: Path) -> dict[str, str | bytes]:
    present = "present.html" if copy.edition == "partners" else None
    if not copy.confidential:
        board = {"for-the-board.html": draw_first_page(copy)} if copy.edition == "partners" else {}
        return {
            "report.html": draw_report(
                copy, map_href="map.html", present_href=present, board_href=next(iter(board), None)
            ),
            "map.html": draw_map(copy, report_href="report.html", present_href=present),
            **board,
        }
    calls, name = calls_of(copy), "call-list.xlsx"
    to_fill_in = call_list_workbook(copy, calls)
    notes = read_notes(filled_in(output, FOLDERS[copy.edition], name, to_fill_in, MERGES[name]))
    first = first_calls(calls, settled=notes.settled)
    # Where nobody is to be called no button leads to a page that says so.
    calls_href = "call-list.html" if calls or notes.earlier else None
    return {
        "report.html": draw_report(copy, map_href="map.html", calls_href=calls_href, calls=first),
        "map.html": draw_map(copy, report_href="report.html"),
        "call-list.html": draw_call_list(copy, "report.html", "map.html", notes, calls),
        name: to_fill_in,
        "findings.json": to_json(copy),
    }


def _to_present(copy: Copy) -> tuple[dict[str, str | bytes], dict[str, str]]:
    """What is shown to a room and laid out in it; and of files that cannot be looked into, what they show."""
    story = deck(copy)
    stations = draw_stations(story)
    files: dict[str, str | bytes] = {
        "present.html": draw_present(story, map_href="map.html", report_href="report.html"),
        "stations.pdf": stations.content,
        "slides.pptx": draw_slides(story),
        "corrections.xlsx": draw_corrections(story),
    }
    return files, {"stations.pdf": stations.shows}
