"""Answers that come in: within what can be at all, and where everybody answers the range of the report itself."""

from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.studies.whatif import ComingAnswers

WREN = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"


@pytest.fixture(scope="module")
def wren() -> Partnership:
    return sg.read(WREN)


def ends(said: ComingAnswers, name: str) -> tuple[float, float]:
    value = next(value for value in said.values if value.name == name)
    assert value.after is not None
    return value.after


def test_an_answer_moves_no_more_than_it_can(wren: Partnership) -> None:
    """Of 2,580 dyads that are known 469 are ties; 60 more become known."""
    said = sg.coming_answers(wren, "valley savings bank", draws=20)
    assert said.who == ("Valley Savings Bank",)
    low, high = ends(said, "density")
    assert 469 / 2640 <= low <= high <= 529 / 2640


def test_more_answers_leave_more_open(wren: Partnership) -> None:
    some = ["Valley Savings Bank", "St. Anne Parish", "Wrenfield Islamic Center"]
    widths = []
    for who in (some[:1], some):
        low, high = ends(sg.coming_answers(wren, who, draws=20), "density")
        widths.append(high - low)
    assert widths[0] < widths[1]


@pytest.mark.parametrize("ties", ["reported", "either"])
def test_where_everybody_answers_it_is_the_range_of_the_report(wren: Partnership, ties: str) -> None:
    graph = wren.graph()
    silent = [name for name, answered in zip(graph.names, graph.answered, strict=True) if not answered]
    said = sg.coming_answers(wren, silent, ties=ties, draws=20)  # type: ignore[arg-type]
    findings = sg.measure(wren, ["density", "connectedness"], layers="collaboration", ties=ties, draws=20)  # type: ignore[arg-type]
    for finding in findings:
        assert finding.range is not None
        assert ends(said, finding.name) == pytest.approx(finding.range, rel=1e-12)


def test_everything_wrong_is_said_at_once(wren: Partnership) -> None:
    with pytest.raises(SurveyError) as caught:
        sg.coming_answers(wren, ["Valey Savings Bank", "Wren Forward", "St. Anne Parish", "st. anne parish"])
    assert [problem.what for problem in caught.value.problems] == [
        "“Valey Savings Bank” is not an organization of wave 2025.",
        "“St. Anne Parish” is named twice.",
        "“Wren Forward” has answered already.",
    ]


def test_too_few_answers_to_say_anything(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text("organization,answered\nA,yes\nB,yes\nC,no\n", "utf-8")
    (tmp_path / "ties.csv").write_text("from,to\nA,B\nB,A\n", "utf-8")
    said = sg.coming_answers(sg.read(tmp_path), "C")
    assert said.reason == "too_few_answers"
    assert all(value.after is None for value in said.values)
