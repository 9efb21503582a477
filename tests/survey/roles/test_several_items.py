"""Cells of Teams, Outcomes and the like: several in one cell, and words for none."""

from collections import Counter
from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.survey.roles.several_items import in_doubt, items_in

TIES = "From,To\nHarbor,Elm\nElm,Fir\nFir,Elm\nOak,Elm\nBay,Elm\n"
TEAMS = (
    "Reading{and}Attendance, College & Career".replace(", ", "{and}"),
    "Reading",
    "Attendance{and}College & Career",
    "{none}",
    "Reading{and}Attendance",
)
#: Counted by hand.
RIGHT = {"Reading": 3, "Attendance": 3, "College & Career": 2}


@pytest.mark.parametrize("between", [", ", ",", "; ", " | "])
@pytest.mark.parametrize("none", ["n/a", "none", "", "keine", "Ninguno", "-"])
@pytest.mark.parametrize("header", ["Teams", "In which teams do you take part?"])
def test_each_team_counts_once(tmp_path: Path, between: str, none: str, header: str) -> None:
    cells = [text.replace("{and}", between).replace("{none}", none) for text in TEAMS]
    rows = [f'{name},"{cell}"' for name, cell in zip(("Harbor", "Elm", "Fir", "Oak", "Bay"), cells, strict=True)]
    (tmp_path / "links.csv").write_text(TIES)
    (tmp_path / "members.csv").write_text("\n".join([f"Organization,{header}", *rows]))
    CliRunner().invoke(main, ["start", str(tmp_path)], input="", catch_exceptions=False)
    held = read_partnership(tmp_path)["affiliations"]
    assert Counter(held["item"]) == RIGHT
    assert set(held["kind"]) == {"team"}


@pytest.mark.parametrize(
    ("cells", "items"),
    [
        (["Health, Safety and Air", "Jobs", "Jobs"], ["Health, Safety and Air", "Jobs", "Jobs"]),
        # The same cell twice tells nothing of its parts.
        (["Health, Safety", "Health, Safety", "Jobs"], ["Health, Safety", "Health, Safety", "Jobs"]),
        (["Jobs, Food", "Food", "Jobs"], ["Jobs", "Food", "Food", "Jobs"]),
        (["Jobs, Food", "Food, Air", "Air, Jobs"], ["Jobs", "Food", "Food", "Air", "Air", "Jobs"]),
    ],
)
def test_a_comma_parts_what_stands_elsewhere_too(cells: list[str], items: list[str]) -> None:
    assert [item for of_cell in items_in(cells) for item in of_cell] == items


def test_what_may_be_several_is_said() -> None:
    assert in_doubt(["Jobs, Health and Air", "Jobs"]) == ["Jobs, Health and Air"]
    assert in_doubt(["Jobs, Food", "Food", "Jobs"]) == []


@pytest.mark.parametrize(
    "word",
    ["keine", "Keine", "ninguno", "ninguna", "aucun", "none", "nobody", "no one", "niemand", "personne", "nessuno"],
)
def test_words_for_nobody_are_no_end_of_a_tie(tmp_path: Path, word: str) -> None:
    (tmp_path / "links.csv").write_text(f"From,To\nHarbor,Elm\nElm,Fir\nFir,{word}\nOak,Elm\n")
    survey = read_partnership(tmp_path)
    assert list(survey["organizations"]["organization"]) == ["Elm", "Fir", "Harbor", "Oak"]
    assert len(survey["ties"]) == 3
