"""Rubrics are data: every criterion is a row, and all mistakes of a file are said at once."""

from pathlib import Path

import pytest

from stakeholder_graph.conditions import read_rubric, shipped_rubrics
from stakeholder_graph.conditions.criterion import GATEWAYS
from stakeholder_graph.conditions.facts import FACTS
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.problems import SurveyError

#: The criteria that rubrics start from, as they are numbered.
CRITERIA = range(1, 44)


def written(folder: Path, text: str) -> Path:
    path = folder / "ours.toml"
    path.write_text('id = "ours"\ntitle = "Ours"\n' + text, "utf-8")
    return path


def test_every_criterion_is_a_row_of_a_shipped_rubric() -> None:
    assert {row.number for row in read_rubric("five-conditions").rows} == set(CRITERIA)


@pytest.mark.parametrize("name", sorted(shipped_rubrics()))
def test_shipped_rubrics_say_what_they_are_and_where_each_threshold_comes_from(name: str) -> None:
    rubric = read_rubric(name)
    assert rubric.id == name
    assert rubric.edition
    assert rubric.date
    for row in rubric.rows:
        assert row.source, row.id
        assert row.how == "finding" or row.file, row.id


def test_the_theory_of_action_has_its_gateways_and_principles_and_is_local() -> None:
    rubric = read_rubric("theory-of-action")
    assert list(dict.fromkeys(row.gateway for row in rubric.rows)) == list(GATEWAYS)
    assert {row.principle for row in rubric.rows} == {
        "engage the community",
        "eliminate locally defined disparities",
        "continuous improvement",
        "leverage existing assets",
    }
    # Only the share of indicators is StriveTogether's own threshold.
    assert [row.id for row in rubric.rows if row.status != "local"] == ["indicators-improving"]


def test_the_drug_free_communities_have_twelve_sectors() -> None:
    rows = read_rubric("drug-free-communities").rows
    assert sum(row.threshold == 1 for row in rows) == 12
    assert rows[0].threshold == 12


def test_density_is_never_scored() -> None:
    assert read_rubric("five-conditions")["density"].direction == "not scored"


def test_rows_on_response_trust_and_ratings_stay_on_the_desk() -> None:
    rows = read_rubric("five-conditions").rows
    closed = {row.number for row in rows if not row.open_to_all}
    assert {1, 2, 3, 4, 5, 26, 31, 32} == closed


def test_rows_about_the_backbone_say_so() -> None:
    rows = read_rubric("five-conditions").rows
    assert {row.number for row in rows if row.about_backbone} == {29, 30, 32, 33, 34}


def test_all_mistakes_are_said_at_once_with_their_row(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        '[[row]]\nid = "a"\ncondition = "agendas"\nasked = "?"\nhow = "document"\n'
        '[[row]]\nid = "b"\ncondition = "agenda"\nasked = "?"\nhow = "finding"\n'
        '[[row]]\nid = "c"\ncondition = "agenda"\nasked = "?"\nhow = "document"\ntreshold = 1\n'
        '[[row]]\nid = "d"\ncondition = "agenda"\nasked = "?"\nhow = "document"\ngates = ["e"]\n',
    )
    with pytest.raises(SurveyError) as raised:
        read_rubric(path)
    said = [(problem.file, problem.row, problem.column) for problem in raised.value.problems]
    assert said == [
        ("ours.toml", 1, "condition"),
        ("ours.toml", 2, "finding"),
        ("ours.toml", 2, "threshold"),
        ("ours.toml", 3, None),
        ("ours.toml", 4, "gates"),
    ]
    assert "threshold" in raised.value.problems[3].todo


@pytest.mark.parametrize(
    ("finding", "near"), [('fact = "agenda_meen"', "agenda_mean"), ('measure = "confirmtion"', "confirmation")]
)
def test_a_fact_or_a_measure_that_is_none(tmp_path: Path, finding: str, near: str) -> None:
    row = '[[row]]\nid = "a"\ncondition = "agenda"\nasked = "?"\nhow = "finding"\nthreshold = 1\n'
    with pytest.raises(SurveyError) as raised:
        read_rubric(written(tmp_path, f"{row}finding = {{ {finding} }}\n"))
    (problem,) = raised.value.problems
    assert (problem.row, problem.column) == (1, "finding")
    assert near in problem.todo


ROW = '[[row]]\nid = "a"\ncondition = "agenda"\nasked = "?"\nhow = "finding"\n'


@pytest.mark.parametrize(
    ("text", "column", "todo"),
    [
        ("row = 1\n", None, "[[row]]"),
        ("row = [1]\n", None, "[[row]]"),
        (f'{ROW}threshold = "0.65"\nfinding = {{ measure = "response" }}\n', "threshold", "number"),
        (f'{ROW}threshold = nan\nfinding = {{ measure = "response" }}\n', "threshold", "number"),
        (f'{ROW}threshold = 1\nfinding = "response"\n', "finding", "measure ="),
        (f"{ROW}threshold = 1\nfinding = {{ measure = 3 }}\n", "finding", "quotation marks"),
        (f'{ROW}threshold = 1\nfinding = {{ layer = "main" }}\n', "finding", "Add it"),
        (f'{ROW}threshold = 1\nfinding = {{ measure = "response", layer = 5 }}\n', "finding", "layer ="),
        (f'{ROW}threshold = 1\nfinding = {{ measure = "response", where = "x" }}\n', "finding", "where ="),
        (f'{ROW}threshold = 1\nfinding = {{ measure = "response", take = "mean" }}\n', "finding", "“median”"),
        (f'{ROW}threshold = 1\nfinding = {{ measure = "response", table = "x" }}\n', "finding", "Add it"),
        (f'{ROW}threshold = 1\nfinding = {{ measure = "response" }}\ngates = "a"\n', "gates", "gates ="),
        (f'{ROW}threshold = 1\nfinding = {{ measure = "response" }}\nfewest = 0\n', "fewest", "1 or more"),
        (f'{ROW}threshold = 1\nfinding = {{ measure = "response" }}\ndecimals = 1.5\n', "decimals", "whole number"),
        (f'{ROW}threshold = 1\nfinding = {{ measure = "response" }}\nlink = 3\n', "link", "quotation marks"),
        (
            f'{ROW}threshold = 1\nfinding = {{ measure = "response" }}\nabout_backbone = "no"\n',
            "about_backbone",
            "true",
        ),
    ],
)
def test_a_cell_of_another_kind_is_an_error_in_words(tmp_path: Path, text: str, column: str | None, todo: str) -> None:
    with pytest.raises(SurveyError) as raised:
        read_rubric(written(tmp_path, text))
    (problem,) = raised.value.problems
    assert (problem.file, problem.column) == ("ours.toml", column)
    assert todo in problem.todo


def test_two_rows_with_one_id(tmp_path: Path) -> None:
    row = '[[row]]\nid = "a"\ncondition = "agenda"\nasked = "?"\nhow = "document"\n'
    with pytest.raises(SurveyError, match="Two rows have the id “a”"):
        read_rubric(written(tmp_path, row + row))


def test_what_is_no_toml_is_said_in_words(tmp_path: Path) -> None:
    with pytest.raises(SurveyError, match="not a TOML file"):
        read_rubric(written(tmp_path, "row = ["))


def test_a_partnership_has_rubrics_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "rubrics").mkdir()
    written(tmp_path / "rubrics", '[[row]]\nid = "a"\ncondition = "agenda"\nasked = "?"\nhow = "document"\n')
    assert read_rubric("ours", tmp_path).ids == ("a",)
    with pytest.raises(UnknownNameError, match="five-conditions"):
        read_rubric("ours")


def test_the_guide_to_rubrics_names_every_fact() -> None:
    folder = shipped_rubrics()["empty"].parent
    lines = (folder / "README.md").read_text("utf-8").splitlines()
    listed = [line.split("`")[1] for line in lines if line.startswith("- `")]
    assert listed == list(FACTS)
