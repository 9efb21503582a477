"""No fingerprint tells an organization, a small cell or who answered; and each reads back as it was written."""

import json
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from math import comb
from pathlib import Path

import numpy as np
import pytest

import stakeholder_graph as sg
from stakeholder_graph.api import fingerprinting
from stakeholder_graph.api.exporting import ExportError
from stakeholder_graph.communities.fingerprint import RESPONSES, SIZES, fingerprint
from stakeholder_graph.communities.read_fingerprint import read_fingerprint
from stakeholder_graph.communities.standard_words import standard_sectors
from stakeholder_graph.editions.publish import LeakError
from stakeholder_graph.editions.release import Line, Member, Release, WaveRelease, Word
from stakeholder_graph.editions.room_release import room_release
from stakeholder_graph.generators import invent
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from tests.editions.drawn_surveys import draw
from tests.editions.non_interference import pairs

STANDARD = sorted({phrase.en for phrase in standard_sectors().values()})


def generated(seed: int) -> Partnership:
    """A partnership of 5 to 30 organizations, some of whose sectors are standard ones."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(5, 31))
    made = invent(
        n, int(rng.integers(1, 6)), density=rng.uniform(0.02, 0.6), within=None, response=rng.uniform(0.3, 1), seed=seed
    )
    people = made.tables["organizations"].copy()
    called = {f"Sector {k}": [STANDARD[(seed + k) % len(STANDARD)], f"Local word {k}"][k % 2] for k in range(1, 7)}
    people["sector"] = people["sector"].map(called)
    asked = made.tables["asked"].assign(answered=made.tables["asked"]["answered"] == "yes", layer="collaboration")
    frames = {
        "organizations": people.assign(role=""),
        "asked": asked.drop(columns="wave"),
        "ties": made.tables["ties"].drop(columns="wave").astype({"value": float}),
    }
    layers = {"collaboration": LayerInfo("collaboration", promise="named")}
    graph = PartnerGraph(Wave("1", "2025-03-14"), layers, frames)
    return Partnership(SurveyInfo(f"The {seed} people"), {"1": graph})


@cache
def rooms() -> tuple[tuple[Partnership, Release], ...]:
    """Of 200 generated partnerships what the room may hold."""
    both = [*(generated(seed) for seed in range(180)), *(draw(seed) for seed in range(20))]
    return tuple((one, room_release(one, [], one.latest)) for one in both)


def test_none_of_200_holds_a_word_of_its_own() -> None:
    for one, release in rooms():
        text = fingerprint(release).to_text()
        own = {name for graph in one.graphs.values() for name in graph.names}
        own |= {sector for member in release.members if (sector := member.sector) not in STANDARD}
        own |= {one.name, *(layer.name for layer in release.layers)}
        assert not [word for word in own if word in text]


def test_none_of_200_has_a_number_but_the_year_and_two_that_are_rounded() -> None:
    for _one, release in rooms():
        content = json.loads(fingerprint(release).to_text())
        assert content.pop("schema") == "stakeholder-graph/fingerprint/1"
        assert content.pop("organizations") in SIZES
        assert content.pop("answered") in {None, *RESPONSES}
        assert content.pop("year") in {None, 2024, 2025}
        density, within = content.pop("density"), content.pop("within_less_usual")
        assert density is None or float(density) == round(density, 2)
        assert within is None or (20 * within) % 1 == pytest.approx(0, abs=1e-9) or (20 * within) % 1 > 1 - 1e-9
        assert not re.search(r"\d", json.dumps(content)), "no count, date, seed or hash"


def test_no_small_cell_of_200_can_be_counted_from_one() -> None:
    """Whoever knew the roster could count lines from the density, or those within sectors: never fewer than five."""
    seen = Counter[str]()
    for _one, release in rooms():
        made, wave = fingerprint(release), release.of_wave()
        if made.density is None:
            seen["none"] += 1
            continue
        lines = [line for line in wave.lines or () if line.layer == release.layers[0].name or len(release.layers) == 1]
        assert wave.lines is not None
        assert len(wave.roster) >= 10
        assert len(lines) >= 5
        assert comb(len(wave.roster), 2) - len(lines) >= 5
        seen["density"] += 1
        if made.within_less_usual is not None:
            sectors = {member.organization: member.sector for member in release.members}
            within = sum(sectors[line.first] == sectors[line.second] for line in lines)
            assert min(within, len(lines) - within) >= 5
            seen["within"] += 1
    assert min(seen.values()) > 20, "each of them occurs"


def test_where_the_room_has_no_lines_there_is_no_density() -> None:
    hidden = [release for _one, release in rooms() if release.of_wave().lines is None]
    assert hidden
    assert all(fingerprint(release).density is None for release in hidden)


def test_who_answered_cannot_be_told_from_it() -> None:
    """Surveys in which others are silent, and whose room learns the same, have the same fingerprint."""
    silent = 0
    for pair in pairs(2):
        one, other = (
            room_release(survey, found, survey.latest)
            for survey, found in zip(pair.surveys, pair.findings, strict=True)
        )
        assert fingerprint(one).to_text() == fingerprint(other).to_text()
        silent += "who is silent" in set(pair.differences())
    assert silent


def test_it_reads_back_as_it_was_written(tmp_path: Path) -> None:
    for k, (_one, release) in enumerate(rooms()[::5]):
        made = fingerprint(replace(release, words=(Word("named_by_both"), Word("sectors_apart", "x", ("A", "B")))))
        path = tmp_path / f"{k}.json"
        path.write_text(made.to_text())
        assert read_fingerprint(path) == made
        assert [word.id for word in made.words] == ["named_by_both"], "a sector of its own is not spoken of"


def lines(inside: int, across: int) -> Release:
    """Six schools and six clinics, with so many lines within and between."""
    names = [f"{kind} {k}" for kind in ("School", "Clinic") for k in range(6)]
    within = [(a, b) for a in names for b in names if a < b and a[0] == b[0]]
    between = [(a, b) for a in names[:6] for b in names[6:]]
    drawn = tuple(Line("collaboration", a, b) for a, b in within[:inside] + between[:across])
    wave = WaveRelease("2025", roster=tuple(names), listed=12, answered=9, lines=drawn)
    members = tuple(Member(name, "Schools" if name[0] == "S" else "Salud") for name in names)
    words = (Word("sectors_apart", "collaboration", ("Salud", "Schools")),)
    return Release("partners", "P", "2025", members, (wave,), (LayerInfo("collaboration"),), words=words)


def test_numbers_are_those_that_one_counts() -> None:
    """Of 66 pairs 33: .5. Of 33 lines 20 within, 30 of 66 pairs are: .606 - .455 = .152, in steps of .05 .15."""
    made = fingerprint(lines(20, 13))
    assert (made.density, made.within_less_usual) == (0.5, 0.15)
    assert (made.size, made.response, made.year) == ("under 20", "75 % and more", 2025)
    assert made.sectors == ("Health", "Schools")
    assert [(word.id, word.about) for word in made.words] == [("sectors_apart", ("Health", "Schools"))]


@pytest.mark.parametrize(("inside", "across", "told"), [(4, 0, 0), (4, 6, 1), (6, 4, 1), (5, 5, 2), (30, 32, 0)])
def test_fewer_than_five_lines_are_not_counted(inside: int, across: int, told: int) -> None:
    made = fingerprint(lines(inside, across))
    assert sum(value is not None for value in (made.density, made.within_less_usual)) == told


def test_export_writes_it_and_across_reads_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fingerprinting, "measure", partial_measure)
    one = generated(7)
    (path,) = sg.write(one, tmp_path / "out", "fingerprint")
    assert path == tmp_path / "out" / "fingerprint.json"
    assert read_fingerprint(path) == fingerprint(room_release(one, [], "1"))
    with pytest.raises(ExportError, match="--wave"):
        sg.write(one, tmp_path / "out", "fingerprint", layers=["collaboration"])


def test_nothing_is_written_where_an_organization_would_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A fault of ours that let a name through would be found by the look that every file gets."""
    monkeypatch.setattr(fingerprinting, "measure", partial_measure)
    one = generated(7)
    named = replace(fingerprint(room_release(one, [], "1")), sectors=(one.graph().names[3],))
    monkeypatch.setattr(fingerprinting, "fingerprint", lambda release: named)
    with pytest.raises(LeakError):
        sg.write(one, tmp_path / "out", "fingerprint")
    assert not list(tmp_path.rglob("*.json"))


def partial_measure(partnership: Partnership, **_how: object) -> "sg.Findings":
    """No findings, for what does not look at verdicts in words."""
    return sg.Findings(partnership, (), partnership.latest)
