"""What is compared when a report is made again, by files whose bytes are chosen by hand."""

from hashlib import sha256
from pathlib import Path

import pytest

from stakeholder_graph.editions.manifests import (
    Manifest,
    ManifestError,
    ReportOptions,
    Verification,
    compared_files,
    compared_inputs,
)

OPTIONS = ReportOptions(("backbone",), "2025", ("contact",), "both", 7, 99, 20, "es")


def manifest(**files: str) -> Manifest:
    digests = {name: sha256(content.encode()).hexdigest() for name, content in files.items()}
    return Manifest("0.1.0", {"python": "3.11"}, {"numpy": "2"}, OPTIONS, {"ties.csv": "1"}, {"desk": digests})


def put(folder: Path, **files: str) -> Path:
    (folder / "desk").mkdir(parents=True)
    for name, content in files.items():
        (folder / "desk" / name).write_text(content)
    return folder


def test_a_manifest_is_read_as_it_was_written() -> None:
    made = manifest(page="a")
    text = made.to_json("our survey")
    assert Manifest.from_json(text, "manifest.json") == made
    assert (
        "stakeholder-graph report 'our survey' --wave 2025 --layer contact --ties both --seed 7 --permutations 99 "
        "--draws 20 --language es"
    ) in text


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"options": 3}', '{"version": "1", "options": {"seed": 0}, "outputs": {}}']
)
def test_anything_else_is_no_manifest(text: str) -> None:
    with pytest.raises(ManifestError, match=r"manifest\.json is no manifest"):
        Manifest.from_json(text, "manifest.json")


def test_each_file_has_its_reason(tmp_path: Path) -> None:
    made = manifest(same="a", edited="a", missing="a", otherwise="a", new_page="a")
    written = put(tmp_path / "written", same="a", edited="by hand", otherwise="a", new_page="a")
    again = put(tmp_path / "again", same="a", edited="a", missing="a", otherwise="b")
    found = {file.name: file.how for file in compared_files(made, written, again, (), "")}
    assert found == {
        "same": "same",
        "edited": "edited",
        "missing": "missing",
        "otherwise": "unknown",
        "new_page": "unknown",  # it is not written any more
    }
    for why in ("inputs", "versions"):
        assert {file.how for file in compared_files(made, written, again, (), why)} >= {why, "edited", "missing"}


def test_what_people_filled_in_explains_what_is_drawn_from_it(tmp_path: Path) -> None:
    made = manifest(calls="fresh", page="a")
    written = put(tmp_path / "written", calls="filled in", page="a")
    again = put(tmp_path / "again", calls="filled in", page="b")
    found = {file.name: file.how for file in compared_files(made, written, again, ("calls",), "")}
    assert found == {"calls": "same", "page": "filled in"}


def test_only_equal_files_are_a_report_made_again(tmp_path: Path) -> None:
    made = manifest(page="a")
    written, again = put(tmp_path / "written", page="a"), put(tmp_path / "again", page="a")
    files = compared_files(made, written, again, (), "versions")
    # Other versions that give the same bytes are no difference.
    assert Verification(files, {}, (("numpy", "1", "2"),), "").reproduced
    assert compared_inputs({"a": "1"}, {"a": "1"}) == {}
