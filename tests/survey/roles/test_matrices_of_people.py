"""Matrices as people keep them: with totals, with words for not known, with zeros in both directions."""

from collections.abc import Callable, Mapping

import pytest

from stakeholder_graph.survey import Survey
from stakeholder_graph.survey.roles.opening.totals import without_totals

Read = Callable[[Mapping[str, str | bytes]], Survey]
SQUARE = ["{},Ann,Ben,Cat,Dot", "Ann,0,1,0,{}", "Ben,0,0,1,0", "Cat,1,0,0,0", "Dot,0,1,0,0"]


def matrix(corner: str, cell: str) -> str:
    return "\n".join(SQUARE).format(corner, cell) + "\n"


@pytest.mark.parametrize("corner", ["", "organization"])
@pytest.mark.parametrize("word", ["NA", "n/a", "#N/A", "unknown", "?"])
def test_a_cell_that_is_not_known_was_not_asked(read: Read, corner: str, word: str) -> None:
    survey = read({"matrix.csv": matrix(corner, word)})
    asked = survey["asked"]
    ties = survey["ties"]
    assert {(a, b) for a, b, value in zip(ties["from"], ties["to"], ties["value"], strict=True) if value != 0} == {
        ("Ann", "Ben"), ("Ben", "Cat"), ("Cat", "Ann"), ("Dot", "Ben"),
    }  # fmt: skip
    assert len(asked)
    assert any("counts as not asked: 1 pair." in advice.what for advice in survey.info.advice)


@pytest.mark.parametrize("word", ["-", "–", "none", "no"])
def test_a_dash_is_no_tie(read: Read, word: str) -> None:
    survey = read({"matrix.csv": matrix("organization", word)})
    assert not [advice for advice in survey.info.advice if "not asked" in advice.what]


@pytest.mark.parametrize("word", ["Total", "TOTALS", "Sum", "Grand total:"])
@pytest.mark.parametrize("corner", ["", "organization"])
def test_totals_are_no_organization(read: Read, word: str, corner: str) -> None:
    rows = [f"{corner},Ann,Ben,Cat,Dot,{word}", "Ann,0,1,0,0,1", "Ben,0,0,1,0,1", "Cat,1,0,0,0,1", "Dot,0,1,0,0,1",
            f"{word},1,2,1,0,4"]  # fmt: skip
    survey = read({"matrix.csv": "\n".join(rows) + "\n"})
    assert survey["organizations"]["organization"].tolist() == ["Ann", "Ben", "Cat", "Dot"]
    assert len(survey["ties"]) == 4


def test_an_organization_called_so_stays() -> None:
    columns = {"": ["Elm", "Total"], "Elm": ["0", "1"], "Total": ["1", "0"]}
    assert without_totals(columns, [2, 3]) == (columns, [2, 3])


@pytest.mark.parametrize("back", ["0", "2"])
def test_a_list_with_both_ways_is_directed_where_they_differ(read: Read, back: str) -> None:
    pairs = [("Ann", "Ben"), ("Ben", "Cat"), ("Cat", "Dot"), ("Dot", "Ann")]
    rows = ["Sender,Receiver,Strength", *(f"{a},{b},3\n{b},{a},{back}" for a, b in pairs)]
    survey = read({"pairs.csv": "\n".join(rows) + "\n"})
    assert {tuple(pair) for pair in survey["ties"].loc[survey["ties"]["value"] == 3, ["from", "to"]].to_numpy()} == set(
        pairs
    )


@pytest.mark.parametrize("word", ["NA", "n/a", "unknown", "<NA>"])
@pytest.mark.parametrize("headers", ["from,to", "Sender,Receiver"])
def test_a_partner_that_is_not_known_is_nobody(read: Read, word: str, headers: str) -> None:
    name = "ties.csv" if headers == "from,to" else "links.csv"
    survey = read(
        {
            "organizations.csv": "organization\nAnn\nBen\nCat\n",
            name: f"{headers}\nAnn,Ben\nBen,Ann\nBen,Cat\nCat,{word}\n",
        }
    )
    assert survey["ties"][["from", "to"]].to_numpy().tolist() == [["Ann", "Ben"], ["Ben", "Ann"], ["Ben", "Cat"]]
    assert survey["organizations"]["organization"].tolist() == ["Ann", "Ben", "Cat"]
