"""Organizations that name nobody are asked about where waves can be compared and nothing says who answered."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner

import stakeholder_graph as sg
from stakeholder_graph.cli import main
from stakeholder_graph.graph import Partnership

NAMES = ("A", "B", "C", "D")


def read(
    folder: Path, ties: Sequence[str], asked: Sequence[str] = (), settings: str = "directed = true\n"
) -> Partnership:
    (folder / "partnership.toml").write_text(settings, encoding="utf-8")
    (folder / "organizations.csv").write_text("\n".join(["organization", *NAMES]) + "\n", encoding="utf-8")
    (folder / "ties.csv").write_text("\n".join(["from,to,wave", *ties]) + "\n", encoding="utf-8")
    if asked:
        (folder / "asked.csv").write_text("\n".join(["organization,wave,answered", *asked]) + "\n", encoding="utf-8")
    return sg.read(folder)


def questions(partnership: Partnership) -> list[str]:
    return [problem.what for problem in partnership.info.advice if "names nobody" in problem.what or
            "name nobody" in problem.what]  # fmt: skip


FIRST = ("A,B,1", "B,A,1", "C,A,1")
SECOND = ("A,B,2", "B,C,2", "C,A,2", "D,A,2")


def test_those_who_name_nobody_in_a_wave_are_asked_about(tmp_path: Path) -> None:
    partnership = read(tmp_path, (*FIRST[:2], *SECOND))
    assert questions(partnership) == [
        "Did they answer? In the wave “1” 2 organizations name nobody, and nothing says who answered: C and D. Where "
        "waves are compared, what they would have said counts as not known."
    ]
    assert not partnership.info.draft  # a report of one wave counts all as having answered, and says so
    said = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert said.exit_code == 0
    assert "Did they answer?" in " ".join(said.output.split())


@pytest.mark.parametrize(
    ("ties", "asked", "settings"),
    [
        (FIRST, (), "directed = true\n"),  # one wave
        ((*FIRST, "D,A,1", *SECOND), (), "directed = true\n"),  # everybody names somebody
        ((*FIRST, *SECOND), [f"{name},{wave},yes" for name in NAMES for wave in "12"], "directed = true\n"),
        (("A,B,1", "C,D,1", *SECOND), (), "directed = false\n"),  # whoever is named has a tie
    ],
)
def test_else_nobody_is(tmp_path: Path, ties: Sequence[str], asked: Sequence[str], settings: str) -> None:
    assert questions(read(tmp_path, ties, asked, settings)) == []


def test_the_answer_in_asked_csv_settles_it(tmp_path: Path) -> None:
    asked = [f"{name},{wave},{'no' if name == 'D' and wave == '1' else 'yes'}" for name in NAMES for wave in "12"]
    partnership = read(tmp_path, (*FIRST, *SECOND), asked)
    assert questions(partnership) == []
    assert partnership.graph("1").answered.tolist() == [True, True, True, False]


def test_a_public_survey_of_two_waves_rises_less_without_those_who_name_nobody(tmp_path: Path) -> None:
    """As in the survey that statistics was checked on: with all-zero rows density is lower in each wave.

    Of 12 pairs 4 are tied in the first wave, of the 9 pairs of those who name somebody as many.
    """
    partnership = read(tmp_path, ("A,B,1", "B,A,1", "C,A,1", "C,B,1", *SECOND))
    compared = sg.compare(partnership, permutations=99, draws=20)
    (density,) = (row for row in compared.measures if (row.name, row.on) == ("density", "all"))
    assert (density.before, density.after) == (4 / 9, 4 / 12)
    assert partnership.graph("1").layer("collaboration").n_dyads == 12
