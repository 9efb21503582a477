"""Surveys with equal releases give equal copies: what one does not see, it cannot be told by.

CI compares a few pairs; all of them are compared by ``python -m tests.editions.non_interference``, or with the numbers
of pairs in the environment variables ``NON_INTERFERENCE_VALUES`` and ``NON_INTERFERENCE_BYTES``.
"""

import os
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.editions import Copy, Edition, copy_of, make_copy, released_findings
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.views import report_folders
from stakeholder_graph.views.folders import CopyFiles
from tests.editions.non_interference import EDITIONS, QUICK, Maker, Pair, pairs, unequal_files, unequal_values
from tests.folders import files_in

VALUES = int(os.environ.get("NON_INTERFERENCE_VALUES", "8"))
BYTES = int(os.environ.get("NON_INTERFERENCE_BYTES", "1"))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(released_findings, "WITH_TESTS", QUICK)


@pytest.fixture(scope="module")
def some() -> list[Pair]:
    return list(pairs(VALUES))


def test_copies_of_equal_releases_are_equal(some: list[Pair]) -> None:
    assert len(some) == VALUES
    assert {pair.seed: unequal for pair in some if (unequal := unequal_values(pair))} == {}


def test_folders_of_equal_releases_have_the_same_bytes(tmp_path: Path) -> None:
    for pair in pairs(BYTES, first_seed=2):
        assert unequal_files(pair, tmp_path / str(pair.seed)) == []


def test_the_pairs_differ_in_what_a_release_does_not_say(some: list[Pair]) -> None:
    kinds = Counter(kind for pair in some for kind in set(pair.differences()))
    for kind in (
        "who is silent",
        "who reported a line",
        "levels",
        "ties (backbone)",
        "affiliations",
        "ratings",
        "unlisted",
        "lines withheld",
        "verdicts in words",
    ):
        assert kinds[kind], kind


def leaks_who_answered(
    edition: Edition, whole: Partnership, findings: Sequence[Finding], wave: str, **more: object
) -> Copy:
    """The copy with who answered among what is known of organizations, as a careless change might have it."""
    copy = make_copy(edition, whole, findings, wave, **more)  # type: ignore[arg-type]
    graphs = {}
    for name, graph in copy.partnership.graphs.items():
        answered = dict(zip(whole.graph(name).names, map(str, whole.graph(name).answered), strict=True))
        people = graph.organizations
        people = people.assign(spoke=[answered[one] for one in people["organization"]])
        graphs[name] = PartnerGraph(graph.wave, graph.layers, {**graph.frames, "organizations": people}, graph.directed)
    return replace(copy, partnership=Partnership(copy.partnership.info, graphs, copy.partnership.lists))


def leaks_directions(
    edition: Edition, whole: Partnership, findings: Sequence[Finding], wave: str, **more: object
) -> Copy:
    """The copy with lines as they were reported."""
    copy = make_copy(edition, whole, findings, wave, **more)  # type: ignore[arg-type]
    graphs = {}
    for name, graph in copy.partnership.graphs.items():
        ties = whole.graph(name)["ties"]
        ties = ties[
            ties["layer"].isin(list(graph.layers)) & ties["from"].isin(graph.names) & ties["to"].isin(graph.names)
        ]
        graphs[name] = PartnerGraph(graph.wave, graph.layers, {**graph.frames, "ties": ties}, directed=True)
    return replace(copy, partnership=Partnership(copy.partnership.info, graphs, copy.partnership.lists))


def leaks_how_many_returned(
    edition: Edition, whole: Partnership, findings: Sequence[Finding], wave: str, **more: object
) -> Copy:
    """The copy with a number that was computed on all answers."""
    copy = make_copy(edition, whole, findings, wave)
    told = [replace(finding, table=None, tables={}) for finding in findings if finding.name == "reciprocity"]
    return replace(copy, findings=(*copy.findings, *told))


@pytest.mark.parametrize("leak", [leaks_who_answered, leaks_directions, leaks_how_many_returned])
def test_a_copy_that_says_more_is_found_out(some: list[Pair], leak: Maker) -> None:
    assert any(unequal_values(pair, leak) for pair in some[:8])


def test_a_folder_that_says_more_is_found_out(
    some: list[Pair], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(report_folders, "make_copy", leaks_who_answered)
    # The map says of an organization what the latest wave does.
    pair = next(pair for pair in some if len({tuple(survey.graph().answered) for survey in pair.surveys}) > 1)
    assert any(name.endswith("map.html") for name in unequal_files(pair, tmp_path))


def test_views_make_a_copy_of_nothing_but_its_release(some: list[Pair]) -> None:
    """Whatever a view reads of the copy is there too when the copy is made of the release alone."""
    pair = some[0]
    for edition in EDITIONS:
        copy = make_copy(edition, pair.surveys[0], pair.findings[0], pair.release.wave)
        assert copy.release is not None
        again = copy_of(copy.release)
        assert copy.findings == again.findings
        names = CopyFiles(copy).names
        assert [CopyFiles(copy).drawn(name) for name in names] == [CopyFiles(again).drawn(name) for name in names]


def test_seed_and_permutations_of_the_desk_reach_the_room_in_words_alone(some: list[Pair], tmp_path: Path) -> None:
    whole = some[2].surveys[0]
    written = []
    for k, (seed, permutations) in enumerate([(0, 19), (7, 29)]):
        output = tmp_path / str(k)
        sg.report(whole, output, editions=EDITIONS, permutations=permutations, draws=2, seed=seed)
        copy = sg.measure(whole, permutations=permutations, draws=2, seed=seed).copy("partners")
        assert copy.release is not None
        paths = [path for edition in EDITIONS for path in files_in(output / report_folders.FOLDERS[edition])]
        written.append((copy.release, {str(path.relative_to(output)): path.read_bytes() for path in paths}))
    (one, files), (other, others) = written
    assert one == other
    assert files == others


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_map_alone_and_findings_alone_are_functions_of_the_release(
    some: list[Pair], edition: Edition, tmp_path: Path
) -> None:
    names = ["density", "response", "outcome_coverage", "reciprocity", "trust"]
    compared = 0
    for pair in some[:4]:
        found = [sg.measure(survey, names, permutations=19, draws=2, seed=k) for k, survey in enumerate(pair.surveys)]
        if len({one.copy("partners").release for one in found}) > 1:
            continue
        compared += 1
        for k, survey in enumerate(pair.surveys):
            if edition != "community":  # which gets no map
                sg.draw_map(survey, tmp_path / f"{k}.html", edition=edition)
            for ending in ("txt", "csv", "json", "xlsx"):
                found[k].write(tmp_path / f"{k}.{ending}", edition=edition)
        for ending in (*(("html",) if edition != "community" else ()), "txt", "csv", "json", "xlsx"):
            assert (tmp_path / f"0.{ending}").read_bytes() == (tmp_path / f"1.{ending}").read_bytes(), ending
    assert compared
