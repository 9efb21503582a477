"""Short answers, on paper or in a form, say what was asked and leave the rest open, never as pairs without a tie."""

import csv
from pathlib import Path

import numpy as np
import pytest

import stakeholder_graph as sg
from stakeholder_graph.api.shortening import ShortQuestionnaires
from stakeholder_graph.generators import Invented, invent, write
from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.questionnaire import read_plan, write_questionnaire
from tests.questionnaire import survey_tools

ANSWERED = 0.7


def made(response: float) -> Invented:
    """The truth is the same whatever the response."""
    return invent(40, 5, density=0.15, response=response, seed=3)


@pytest.fixture(scope="module")
def truth(tmp_path_factory: pytest.TempPathFactory) -> PartnerGraph:
    folder = tmp_path_factory.mktemp("truth")
    everybody = made(1.0)
    write(everybody.tables, folder, everybody.settings)
    return sg.read(folder).graph()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    part = made(ANSWERED)
    write(part.tables, tmp_path / "survey", part.settings)
    return tmp_path / "survey"


def _typed(folder: Path, desk: Path, truth: PartnerGraph, short: ShortQuestionnaires) -> None:
    """Put the files of the desk beside the survey, and type what stands on the sheets."""
    ties = truth["ties"]
    silent = set(short.silent)
    asked = list(csv.reader((desk / "asked.csv").read_text("utf-8").splitlines()))
    head, rows = asked[0], asked[1:]
    name, answered = head.index("organization"), head.index("answered")
    for row in rows:
        row[answered] = "yes" if row[name] in silent else row[answered]
    with (folder / "asked.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    (folder / "rosters.csv").write_bytes((desk / "rosters.csv").read_bytes())
    there = list(csv.DictReader((folder / "ties.csv").read_text("utf-8").splitlines()))
    new = [
        {"from": a, "to": b, "layer": layer, "value": f"{value:g}"}
        for layer, a, b, value in ties[["layer", "from", "to", "value"]].to_numpy()
        if a in silent and b in short.survey.rosters.roster(a)
    ]
    with (folder / "ties.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(dict.fromkeys([*there[0], "from", "to", "layer", "value"])))
        writer.writeheader()
        writer.writerows([*there, *({"wave": there[0].get("wave", ""), **row} for row in new)])


def _assert_as_asked(after: PartnerGraph, truth: PartnerGraph, short: ShortQuestionnaires, layer: str) -> None:
    names = list(after.names)
    assert names == list(truth.names)
    about = np.ones((40, 40), dtype=bool)
    for name in short.silent:
        about[names.index(name)] = np.isin(names, short.survey.rosters.roster(name))
    np.fill_diagonal(about, False)
    read = after.layer(layer)
    np.testing.assert_array_equal(read.observed.mask(), about)
    np.testing.assert_array_equal(read.adjacency.toarray() > 0, (truth.layer(layer).adjacency.toarray() > 0) & about)
    # 28 answered in full about 39 others, 12 in short.
    assert read.n_dyads == 28 * 39 + 12 * short.survey.rosters.size


def test_sheets_that_were_typed_say_what_stood_on_them(folder: Path, tmp_path: Path, truth: PartnerGraph) -> None:
    short = sg.short_questionnaires(folder, 3.5, tmp_path / "out", draws=0)
    assert len(short.silent) == 12
    _typed(folder, tmp_path / "out" / "questionnaires-backbone-only", truth, short)
    partnership = sg.read(folder)
    for layer in truth.layers:
        _assert_as_asked(partnership.graph(), truth, short, layer)
    density = sg.measure(partnership, ["density"], permutations=99, draws=20)["density"]
    assert density.quotient is not None
    assert density.range is not None
    assert density.quotient.denominator == 28 * 39 + 12 * short.survey.rosters.size
    assert density.range[0] < density.range[1]


@pytest.mark.parametrize("layout", ["kobo", "central"])
def test_rows_that_a_form_did_not_show_are_not_asked(
    layout: survey_tools.Kobo, folder: Path, tmp_path: Path, truth: PartnerGraph
) -> None:
    """The short form replaced the whole one: one export has both, and is read by the settings of the whole one."""
    target = tmp_path / "form"
    write_questionnaire(read_plan(folder), "xlsform", target / "questionnaire.xlsx", wave=truth.wave.name)
    short = sg.short_questionnaires(folder, 3.5, tmp_path / "short" / "questionnaire.xlsx", to="xlsform", draws=0)
    survey = short.survey.versions[0]
    answers = survey_tools.fill(survey, truth)
    grids = {question.id for question in survey.questions if question.is_about_partners}
    codes = {short.survey.codes[name] for name in short.silent}
    for said in answers:
        own = said.one["organization", ""]
        if own in codes:
            said.one = {
                key: value for key, value in said.one.items() if key[0] not in grids or own in survey.asked_by[key[1]]
            }
    export = survey_tools.kobo(survey, answers, layout)
    for place in (target, tmp_path / "short"):
        (place / "responses.csv").write_bytes(export)
        read = sg.read(place)
        assert not read.info.undecided
        for layer in truth.layers:
            if not truth.layers[layer].asked_of:
                _assert_as_asked(read.graph(), truth, short, layer)
