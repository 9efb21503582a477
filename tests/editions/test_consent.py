"""Whoever did not agree to be named looks in every copy beyond the desk exactly like somebody who did not answer."""

import filecmp
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from stakeholder_graph import draw_map, measure, read, report
from stakeholder_graph.editions.room_release import room_release
from stakeholder_graph.graph import Partnership
from stakeholder_graph.views.report_folders import FOLDERS
from tests.editions.consenting import NAMES, as_export, as_plain_files
from tests.editions.non_interference import EDITIONS, values
from tests.folders import files_in

WHO = (NAMES[4], NAMES[10])
Files = Callable[..., dict[str, str]]


def written(folder: Path, files: Mapping[str, str]) -> Path:
    folder.mkdir(parents=True)
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8", newline="")
    return folder


def export_without_a_list(**more: object) -> dict[str, str]:
    return as_export(listed=False, **more)  # type: ignore[arg-type]


def export_without_direction(**more: object) -> dict[str, str]:
    return as_export(directed=False, **more)  # type: ignore[arg-type]


def two_surveys(make: Files, how: Mapping[str, object], folder: Path) -> tuple[Partnership, Partnership]:
    """One in which two organizations answered and refused, and one in which they were silent."""
    seed = {name: value for name, value in how.items() if name == "seed"}
    refused = read(written(folder / "refused", make(refusing=WHO, **how)))
    silent = read(written(folder / "silent", make(silent=WHO, **seed)))
    assert not refused.info.draft
    assert int(refused.graph().answered.sum()) == int(silent.graph().answered.sum()) + 2  # the desk sees who answered
    return refused, silent


@pytest.mark.parametrize(
    ("make", "how"),
    [
        (as_export, {"refusal": "", "seed": 1}),
        (as_export, {"refusal": "Only anonymously", "seed": 2}),
        (as_export, {"twice": WHO, "seed": 3}),
        (export_without_a_list, {"seed": 4}),
        (export_without_direction, {"seed": 5}),
        (as_plain_files, {"seed": 6}),
    ],
    ids=["blank", "anonymously", "answered twice", "no list", "no direction", "plain files"],
)
def test_equal_copies(make: Files, how: Mapping[str, object], tmp_path: Path) -> None:
    names = ["density", "reciprocity", "ei_index", "sector_mixing"]
    found = [measure(survey, names, permutations=19, draws=2) for survey in two_surveys(make, how, tmp_path)]
    for edition in EDITIONS:
        one, other = (findings.copy(edition) for findings in found)
        assert one.release == other.release
        assert values(one) == values(other)


def test_equal_bytes(tmp_path: Path) -> None:
    for k, survey in enumerate(two_surveys(as_export, {}, tmp_path)):
        report(survey, tmp_path / str(k), editions=EDITIONS, permutations=19, draws=2)
        draw_map(survey, tmp_path / str(k) / FOLDERS["partners"] / "alone.html")
    for edition in EDITIONS:
        one, other = (tmp_path / str(k) / FOLDERS[edition] for k in range(2))
        names = sorted({str(path.relative_to(side)) for side in (one, other) for path in files_in(side)})
        # The community is told of no connection, so it has no map.
        assert ({"report.html"} if edition == "community" else {"report.html", "map.html"}) <= set(names)
        assert filecmp.cmpfiles(one, other, names, shallow=False)[1:] == ([], [])


def test_the_comparison_can_fail(tmp_path: Path) -> None:
    """Had they agreed, the room would count them."""
    agreed, silent = (
        read(written(tmp_path / name, as_export(silent=who))) for name, who in (("agreed", ()), ("silent", WHO))
    )
    assert agreed.agreed is None
    assert room_release(agreed, (), "2026") != room_release(silent, (), "2026")


def test_words_rest_on_the_answers_that_others_may_see(tmp_path: Path) -> None:
    refused = read(written(tmp_path / "refused", as_export(refusing=WHO)))
    findings = measure(refused, permutations=19, draws=2)
    release = findings.copy("partners").release
    assert release is not None
    assert refused.agreed is not None
    assert release == room_release(refused.agreed, findings.agreed, "2026")
    assert findings[:2].agreed
    assert len(findings[:2].agreed) == 2


def test_the_names_of_the_list_stay_and_lines_that_others_reported(tmp_path: Path) -> None:
    """The list is the backbone's, and whoever reported a tie has agreed for itself."""
    refused = read(written(tmp_path / "refused", as_export(refusing=WHO)))
    release = room_release(refused.agreed or refused, (), "2026")
    assert {member.organization for member in release.members} == set(NAMES)
    assert release.of_wave().answered == 22
    lines = release.of_wave().lines or ()
    assert any(WHO[0] in (line.first, line.second) for line in lines)
    assert not any({line.first, line.second} == set(WHO) for line in lines)


def test_the_desk_is_told(tmp_path: Path) -> None:
    refused = read(written(tmp_path / "refused", as_export(refusing=WHO)))
    (note,) = [each.what for each in refused.info.advice if "agree" in each.what]
    assert note.startswith("2 organizations did not agree to be named: “Place 05” and “Place 11”.")
