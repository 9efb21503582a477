"""Real surveys. The figures are counts in the files themselves, taken with a few lines of plain Python."""

import shutil
from pathlib import Path

import pytest

from stakeholder_graph.survey import NO_SECTOR, read_partnership

RESEARCH = """
name = "Research infrastructures"
sector = "RI"
[[question]]
kind = "tie"
file = "responses.csv"
respondent = "{RI}_{Country}"     # columns joined
columns = "{RI}_{Country}"        # a partner's header; its parts become attributes
layer = "collaboration"
scale = ["0", "1", "2", "3", "4", "5"]
blank = "unobserved"
"""
TOBACCO = """
name = "Tobacco control"
backbone = "ITPC"
sector = "agency_type"
directed = false
[layers.contact]
scale = ["none", "yearly", "quarterly",
         "monthly", "weekly", "daily"]
promise = "named"
"""


def copied(source: Path, to: Path, settings: str) -> Path:
    shutil.copytree(source, to, copy_function=shutil.copyfile)
    to.chmod(0o755)
    (to / "partnership.toml").write_text(settings)
    return to


def test_a_raw_roster_survey_reads_as_it_is(shared_data: Path, tmp_path: Path) -> None:
    survey = read_partnership(copied(shared_data / "research-infrastructures", tmp_path / "x", RESEARCH))
    asked = survey["asked"]
    assert len(survey["organizations"]) == len(asked) == 77
    assert asked["answered"].sum() == 36
    assert set(asked["roster"]) == {""}
    assert asked["respondent"].eq("").all()
    assert len(survey["ties"]) == 769
    assert survey["ties"]["value"].value_counts().to_dict() == {1: 267, 2: 201, 3: 121, 4: 113, 5: 67}
    assert not len(survey["exceptions"])  # the 36 blanks are the respondents themselves: 36 x 76 observed
    assert not (survey["ties"]["from"] == survey["ties"]["to"]).any()
    assert survey.info.sector_called == "RI"
    sectors = survey["organizations"].set_index("organization")["sector"]
    assert sectors.value_counts().to_dict() == {"eLTER": 28, "DiSSCo": 21, "GBIF": 20, "LifeWatch": 8}
    assert survey["organizations"].set_index("organization").loc["eLTER_Turkey", "Country"] == "Turkey"
    assert survey.info.answered_known
    assert survey.layers[0].promise == "aggregate"
    (decision,) = survey.info.undecided
    assert "you promised" in decision.what
    assert not survey.info.left_out


@pytest.mark.parametrize(("layer", "pairs"), [("collaboration", 161), ("contact", 175), ("dissemination", 103)])
def test_undirected_plain_files(shared_data: Path, tmp_path: Path, layer: str, pairs: int) -> None:
    survey = read_partnership(copied(shared_data / "tobacco-control", tmp_path / "x", TOBACCO))
    assert not survey.directed
    assert not survey.info.answered_known
    assert len(survey["organizations"]) == 25
    ties = survey["ties"][survey["ties"]["layer"] == layer]
    assert len({frozenset(ends) for ends in zip(ties["from"], ties["to"], strict=True)}) == pairs
    assert len(ties) == pairs
    assert [info.name for info in survey.layers] == ["contact", "collaboration", "dissemination"]
    assert [step.name for step in survey.layers[0].steps][-1] == "daily"
    assert not survey.layers[1].steps
    organizations = survey["organizations"].set_index("organization")
    assert organizations.loc["ITPC", "role"] == "backbone"
    assert organizations.loc["ITPC", "sector"] == "Lead agency"
    assert NO_SECTOR not in set(organizations["sector"])
    assert survey.info.sector_called == "agency_type"
