"""Folders hold files that are not text, and these too are looked into."""

from pathlib import Path

import pytest

from stakeholder_graph.editions.publish import LeakError, write_file, write_folders
from stakeholder_graph.editions.withheld import Withheld
from stakeholder_graph.tabular.write_xlsx import workbook

SECRET = 'said "in confidence" & more'
WITHHELD = Withheld(frozenset({SECRET}))
PICTURE = b"\x89PNG\xff\xfe"


def test_bytes_are_written_as_they_are(tmp_path: Path) -> None:
    book = workbook({"a": [["header"]]})
    write_folders(tmp_path, {"backbone": {"a.xlsx": book, "b.html": "text"}}, {})
    assert (tmp_path / "backbone" / "a.xlsx").read_bytes() == book
    write_file(tmp_path / "c.xlsx", book)
    assert (tmp_path / "c.xlsx").read_bytes() == book


def test_an_office_document_is_unpacked_to_look_for_what_is_withheld(tmp_path: Path) -> None:
    with pytest.raises(LeakError):
        write_folders(tmp_path, {"room": {"a.xlsx": workbook({"a": [["header"], [SECRET]]})}}, {"room": WITHHELD})
    assert not (tmp_path / "room").exists()


def test_what_nobody_can_look_into_is_not_written_where_something_is_withheld(tmp_path: Path) -> None:
    folders = {"room": {"a.png": PICTURE}}
    with pytest.raises(ValueError, match="nobody says what it shows"):
        write_folders(tmp_path, folders, {"room": WITHHELD})
    with pytest.raises(LeakError):
        write_folders(tmp_path, folders, {"room": WITHHELD}, {"room": {"a.png": f"shows {SECRET}"}})
    write_folders(tmp_path, folders, {"room": WITHHELD}, {"room": {"a.png": "shows a tree"}})
    assert (tmp_path / "room" / "a.png").read_bytes() == PICTURE


def test_what_the_program_says_itself_tells_nothing(tmp_path: Path) -> None:
    """An organization whose kind is "organization" must not keep a report from being written."""
    title = "The whole call list"
    write_folders(
        tmp_path, {"room": {"a.html": f"<h2>{title}</h2>"}}, {"room": Withheld(frozenset({"organization", title}))}
    )
    assert (tmp_path / "room" / "a.html").exists()
    with pytest.raises(LeakError, match="call it something else"):
        write_folders(
            tmp_path, {"room": {"a.html": f"<h2>{title} {SECRET}</h2>"}}, {"room": Withheld(frozenset({title, SECRET}))}
        )


def test_a_leak_stops_everything_and_an_old_report_stays(tmp_path: Path) -> None:
    write_folders(tmp_path, {"room": {"a.html": "old"}}, {})
    with pytest.raises(LeakError, match="withholds"):
        write_folders(
            tmp_path,
            {"desk": {"a.html": "new"}, "room": {"a.html": "x person0@organization0.example"}},
            {"room": Withheld(frozenset({"person0@organization0.example"}))},
        )
    assert (tmp_path / "room" / "a.html").read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"room"}
    with pytest.raises(LeakError):
        write_file(tmp_path / "map.html", "a secret text", Withheld(frozenset({"secret text"})))
    assert not (tmp_path / "map.html").exists()


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    write_folders(tmp_path, {"room": {"a.html": "one", "b.html": "two"}}, {})
    write_folders(tmp_path, {"room": {"a.html": "é\n"}}, {})
    assert {path.name for path in (tmp_path / "room").iterdir()} == {"a.html", ".as-written"}
    assert (tmp_path / "room" / "a.html").read_bytes() == "é\n".encode()


@pytest.mark.parametrize(
    "name", ["<script>x</script>", "<b>Ours</b>", "{Ours}", "[Ours]", "graph [", "*Ours", '"Ours"']
)
def test_a_name_makes_no_markup_of_what_a_print_shows(tmp_path: Path, name: str) -> None:
    """Two texts that may stand in two places were taken for one, since the first line began like a page."""
    shown = f"{name}\nA clinic\nA library"
    apart = {"room": Withheld(frozenset({"A clinic A library"}))}
    write_folders(tmp_path, {"room": {"a.pdf": PICTURE}}, apart, {"room": {"a.pdf": shown}})
    assert (tmp_path / "room" / "a.pdf").read_bytes() == PICTURE
    with pytest.raises(LeakError):
        write_folders(tmp_path, {"room": {"a.pdf": PICTURE}}, apart, {"room": {"a.pdf": f"{name}\nA clinic A library"}})
