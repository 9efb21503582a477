"""Documents that decisions link to: those of the partnership's folder, and no file outside it."""

from pathlib import Path

import pytest

from stakeholder_graph.views.binder import linked_documents


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    survey = tmp_path / "survey"
    (survey / "docs").mkdir(parents=True)
    (survey / "docs" / "plan 2026.pdf").write_bytes(b"plan")
    (survey / "plan-2026.pdf").write_bytes(b"other")
    (tmp_path / "secret.pdf").write_bytes(b"secret")
    return survey


def test_a_file_of_the_folder_goes_into_the_binder(folder: Path) -> None:
    found = linked_documents(["docs/plan 2026.pdf"], folder)
    assert found.hrefs == {"docs/plan 2026.pdf": "documents/plan-2026.pdf"}
    assert found.files["documents/plan-2026.pdf"].read_bytes() == b"plan"


def test_two_of_one_name_stand_beside_each_other(folder: Path) -> None:
    found = linked_documents(["docs/plan 2026.pdf", "plan-2026.pdf"], folder)
    assert [path.read_bytes() for path in found.files.values()] == [b"plan", b"other"]
    assert list(found.files) == ["documents/plan-2026.pdf", "documents/plan-2026-2.pdf"]


@pytest.mark.parametrize("link", ["../secret.pdf", "docs", "missing.pdf", "javascript:alert(1)", "file:///etc/passwd"])
def test_nothing_else_is_led_to(folder: Path, link: str) -> None:
    found = linked_documents([link], folder)
    assert (found.files, found.hrefs, found.missing) == ({}, {}, (link,))


def test_an_absolute_path_or_a_link_that_leaves_the_folder_is_none_of_ours(folder: Path) -> None:
    outside = folder.parent / "secret.pdf"
    (folder / "linked.pdf").symlink_to(outside)
    assert linked_documents([str(outside), "linked.pdf"], folder).files == {}


def test_an_address_of_the_web_stays_one() -> None:
    found = linked_documents(["https://example.org/plan", "", "https://example.org/plan"], None)
    assert (found.hrefs, found.missing) == ({"https://example.org/plan": "https://example.org/plan"}, ())
