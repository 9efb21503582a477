"""The attack on real folders: it reads them rightly, and proves nothing of the room's unless they say a little more."""

from dataclasses import replace
from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.cli import main as command
from stakeholder_graph.exchange.writing import NETWORK_WRITERS
from stakeholder_graph.generators import invent, write
from tests.attacks import generated
from tests.attacks.__main__ import main
from tests.attacks.attack import Outcome, attack
from tests.attacks.constraints import System
from tests.attacks.counted import without_counted
from tests.attacks.exported import STEM
from tests.attacks.extract import extract
from tests.attacks.handed_out import UNREAD, hand_out
from tests.attacks.seen import Fact
from tests.attacks.solve import solution, understood
from tests.attacks.truth import Truth, true_answers
from tests.folders import files_in


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """A generated survey, and the folders of its report."""
    survey, output = tmp_path_factory.mktemp("survey"), tmp_path_factory.mktemp("output")
    made = invent(12, 2, density=0.3, response=0.75, seed=3)
    write(made.tables, survey, made.settings)
    quick = ["--permutations", "99", "--draws", "20", "--quiet"]
    command(["report", str(survey), "-o", str(output), *quick], standalone_mode=False)
    return survey, output


def test_the_survey_itself_agrees_with_every_number_of_its_folder(written: tuple[Path, Path]) -> None:
    """Otherwise the attack would misread a page, and its proofs would be worth nothing.

    Numbers on ties count lines of the map, whoever reported them.
    """
    survey, output = written
    seen = extract(output / "for-the-room")
    for wave, truth in true_answers(survey, seen).items():
        system, left_out = understood(seen, wave)
        assert left_out == []
        assert {"ei_index", "density", "sector_mixing"} <= {
            fact.source.split(", ")[1].split(":")[0] for fact in without_counted(seen)[1]
        }
        assert any(fact.quantity == "answered" and fact.low == 9 for fact in system.used)
        fixed = {system.answered(k): int(k in truth.answered) for k in system.members}
        for layer in system.layers:
            for a, b in system.directions(layer):
                fixed[system.reported(layer, a, b)] = int((a, b) in truth.reports[layer])
        assert solution(system, fixed=fixed)[0] is not None


def test_the_command_proves_nothing_of_what_the_room_gets(
    written: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    survey, output = written
    assert main([str(output / "for-the-room"), "--truth", str(survey)]) == 0
    said = capsys.readouterr().out
    assert "proven to have not answered: 0" in said
    assert "12 tried, 0 prove something" in said
    assert "misread" not in said
    assert "contradict" not in said
    assert "of all patterns that agree" in said


def test_the_attack_proves_much_if_the_same_folder_said_a_little_more(written: tuple[Path, Path]) -> None:
    """As the room's folder once did: pairs known, and sums of namings by sector."""
    survey, output = written
    seen = extract(output / "for-the-room")
    truth = true_answers(survey, seen)[seen.waves[-1]]
    system = System(seen, seen.waves[-1])
    layer = next(iter(system.layers))
    known = sum(a in truth.answered and b in truth.answered for a, b in system.layers[layer].lines.tolist())
    facts = [Fact("pairs known", known, known, layer, system.wave, source="planted")]
    for sector in sorted(set(seen.sector)):
        by = sum(seen.sector[a] == sector for a, _ in truth.reports[layer])
        members = [k for k in system.members if seen.sector[k] == sector]
        answered = sum(k in truth.answered for k in members)
        facts += [
            Fact("mentions by", by, by, layer, system.wave, (sector,), source="planted"),
            Fact("answered", answered, answered, "", system.wave, (sector,), source="planted"),
        ]
    outcome = attack(replace(seen, facts=(*seen.facts, *facts)), system.wave, truth, 60)
    assert _power(outcome, truth) > 0


def _power(outcome: Outcome, truth: Truth) -> int:
    assert outcome.silent <= set(outcome.system.members) - truth.answered
    return len(outcome.silent) + len(outcome.unreturned)


def test_generated_partnerships_prove_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    """A few of what `python -m tests.attacks.generated` tries 200 of; see there."""
    assert generated.main(["--count", "2", "--first", "27", "--jobs", "2"]) == 0
    said = capsys.readouterr().out
    assert "0 prove something to somebody" in said
    assert "0 are partly undecided, 0 partly misread" in said


def test_what_is_attacked_is_what_commands_write(written: tuple[Path, Path], tmp_path: Path) -> None:
    """But for what says how much was searched for what is withheld, and for verdicts of measures left out there."""
    survey, output = written
    held = hand_out(survey, tmp_path)
    room = output / "for-the-room"
    drawn = {path.relative_to(held.room) for path in shown_in(held.room)}
    assert {path.relative_to(room) for path in shown_in(room)} == drawn | set(map(Path, UNREAD))
    for name in ("map.html", "outcome-sheets.html", "tables/sector_mixing.csv"):
        assert (held.room / name).read_bytes() == (room / name).read_bytes(), name
    for key, files in held.exports.items():
        sg.write(sg.read(survey), tmp_path / key / f"{STEM}{NETWORK_WRITERS[key].ending}", key, edition="partners")
        assert sorted(files) == sorted(path.name for path in shown_in(tmp_path / key)), key
        for path in shown_in(tmp_path / key):
            text = files[path.name]
            assert path.read_bytes() == (text if isinstance(text, bytes) else text.encode()), path.name


def shown_in(folder: Path) -> list[Path]:
    """Files but those of the hidden folder, by which a later report sees what people have changed."""
    return [path for path in files_in(folder) if ".as-written" not in path.parts]


def test_a_folder_without_a_map_names_nobody(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 0
    assert "nobody" in capsys.readouterr().out
