"""Every kind of open decision: what the advice says, followed once to the letter, settles it, in both spellings."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.model.problems import Problem, SurveyError
from stakeholder_graph.survey import read_partnership
from tests.front_door.partnership import pairs, text
from tests.survey.follow_advice import follow
from tests.survey.settings.made_exports import HOW_OFTEN, ORG, PARTNERS, grid, qualtrics

OFTEN = grid("often", "How often are you in contact with", HOW_OFTEN)
NETWORK = (
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="s" for="edge" attr.name="strength" '
    'attr.type="string"/><graph edgedefault="{kind}">{nodes}{edges}</graph></graphml>'
)


def network(path: Path, words: tuple[str, ...] = (), kind: str = "directed") -> None:
    ends = ("AB", "AC", "BC", "CD", "BD")
    nodes = "".join(f'<node id="{name}"/>' for name in "ABCD")
    edges = "".join(
        f'<edge source="{pair[0]}" target="{pair[1]}">'
        + (f'<data key="s">{words[n % len(words)]}</data>' if words else "")
        + "</edge>"
        for n, pair in enumerate(ends)
    )
    path.write_text(NETWORK.format(kind=kind, nodes=nodes, edges=edges))


def a_survey(folder: Path) -> None:
    qualtrics(folder / "survey.csv", [ORG, *OFTEN])


def unsure_questions(folder: Path) -> None:
    remark = ("remark", "Anything else?", ("red", "blue", "red", "tall"))
    qualtrics(folder / "survey.csv", [ORG, *OFTEN, remark])


def a_scale_in_doubt(folder: Path) -> None:
    odd = [["", "so so", "very", "hardly"], ["very", "", "so so", "hardly"]] * 2
    qualtrics(folder / "survey.csv", [ORG, *grid("apt", "How apt is your work with", odd)])


def blanks_in_doubt(folder: Path) -> None:
    qualtrics(
        folder / "survey.csv",
        [ORG, *grid("often", "How often are you in contact with", [["", "Weekly", "", "Yearly"]] * 4)],
    )


def names_in_doubt(folder: Path) -> None:
    who = (ORG[0], ORG[1], (*PARTNERS[:3], "Wren Schols"))
    qualtrics(folder / "survey.csv", [who, *OFTEN])


def a_table_in_doubt(folder: Path) -> None:
    (folder / "funding.csv").write_text(text(pairs("From", "To")))
    (folder / "advice.csv").write_text(text(pairs("From", "To")))


def a_direction_in_doubt(folder: Path) -> None:
    rows = [["From", "To"], ["A", "B"], ["A", "C"], ["B", "C"], ["C", "D"], ["B", "D"]]
    (folder / "links.csv").write_text(text(rows))


def strengths_in_doubt(folder: Path) -> None:
    network(folder / "net.graphml", ("so so", "blue", "hm"))


def two_networks(folder: Path) -> None:
    network(folder / "funding.graphml")
    network(folder / "advice.graphml")


SITUATIONS: list[Callable[[Path], None]] = [
    a_survey, unsure_questions, a_scale_in_doubt, blanks_in_doubt, names_in_doubt, a_table_in_doubt,
    a_direction_in_doubt, strengths_in_doubt, two_networks,
]  # fmt: skip


def a_new_answer(folder: Path) -> None:
    """After the settings were drafted, somebody answers what the scale does not have."""
    cells = [list(row) for row in HOW_OFTEN]
    cells[0][1] = "Daily"
    qualtrics(folder / "survey.csv", [ORG, *grid("often", "How often are you in contact with", cells)])


def no_scale(folder: Path) -> None:
    """After the settings were drafted, somebody takes the scale out."""
    if (folder / "partnership.toml").exists():
        lines = (folder / "partnership.toml").read_text().splitlines()
        (folder / "partnership.toml").write_text(
            "\n".join(line for line in lines if not line.startswith("scale =")) + "\n"
        )
        return
    book = openpyxl.load_workbook(folder / "partnership.xlsx")
    book["Scales"].delete_rows(2, book["Scales"].max_row)
    for row in book["Questions"].iter_rows(min_row=2):
        row[6].value = None
    book.save(folder / "partnership.xlsx")


LATER: list[Callable[[Path], None]] = [a_new_answer, no_scale]


def settle(folder: Path) -> list[Problem]:
    """Follow what is open once, the first of them first; what is open still."""
    for problem in reversed(read_partnership(folder).info.undecided):  # from below, so that lines stay where they are
        follow(folder, problem)
    return list(read_partnership(folder).info.undecided)


@pytest.mark.parametrize("made", SITUATIONS, ids=lambda made: made.__name__)
def test_in_the_workbook(tmp_path: Path, made: Callable[[Path], None]) -> None:
    made(tmp_path)
    assert CliRunner().invoke(main, ["start", str(tmp_path)], catch_exceptions=False).exit_code == 0
    for problem in read_partnership(tmp_path).info.undecided:
        assert ".toml" not in problem.todo
        assert "[[" not in problem.todo
    left = settle(tmp_path)
    # A decision on a question may bring one on what was promised of it; that is all.
    assert [problem.what for problem in settle(tmp_path)] == [] if left else not left


@pytest.mark.parametrize(
    "made", [made for made in SITUATIONS if made not in (two_networks, names_in_doubt)], ids=lambda made: made.__name__
)
def test_in_the_text(tmp_path: Path, made: Callable[[Path], None]) -> None:
    made(tmp_path)
    files = [str(path) for path in sorted(tmp_path.iterdir())]
    result = CliRunner().invoke(main, ["codebook", *files, "--to", "toml"], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    for problem in read_partnership(tmp_path).info.undecided:
        assert "sheet" not in problem.todo
        assert "column “" not in problem.todo
    left = settle(tmp_path)
    assert [problem.what for problem in settle(tmp_path)] == [] if left else not left


@pytest.mark.parametrize("then", LATER, ids=lambda then: then.__name__)
@pytest.mark.parametrize("spelling", ["workbook", "toml"])
def test_what_comes_up_later(tmp_path: Path, spelling: str, then: Callable[[Path], None]) -> None:
    a_survey(tmp_path)
    result = CliRunner().invoke(main, ["codebook", str(tmp_path / "survey.csv"), "--to", spelling])
    assert result.exit_code == 0, result.output
    settle(tmp_path)
    then(tmp_path)
    assert read_partnership(tmp_path).info.undecided
    assert [problem.what for problem in settle(tmp_path)] == []


def test_emptied_questions_come_back_by_the_advice_and_no_circle(tmp_path: Path) -> None:
    a_survey(tmp_path)
    CliRunner().invoke(main, ["start", str(tmp_path)])

    def delete(sheet: str, kind: str = "") -> None:
        book = openpyxl.load_workbook(tmp_path / "partnership.xlsx")
        for row in reversed(range(2, book[sheet].max_row + 1)):
            if not kind or book[sheet].cell(row, 1).value == kind:
                book[sheet].delete_rows(row)
        book.save(tmp_path / "partnership.xlsx")

    delete("Questions")
    delete("Promise")
    with pytest.raises(SurveyError) as caught:
        read_partnership(tmp_path)
    (problem,) = caught.value.problems
    assert problem.what == "All questions were deleted from the survey settings."
    assert problem.todo.endswith(f"stakeholder-graph start {tmp_path}")
    delete("Drafted", "questions")
    CliRunner().invoke(main, ["start", str(tmp_path)])
    assert len(read_partnership(tmp_path)["ties"]) == 7
