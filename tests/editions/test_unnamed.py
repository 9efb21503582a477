"""A person without stated consent is counted in every copy and named in none beyond the desk."""

from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.withheld import withheld
from stakeholder_graph.graph import Partnership
from stakeholder_graph.graph.unnamed import with_persons_unnamed
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings

FAST = MeasureSettings(permutations=9, draws=0)
LISTED = [
    ("Ana Ruiz Beltrán", "Residents", "parent", "", ""),
    ("Bo Lee Whitcomb", "Residents", "resident leader", "yes", ""),
    ("Cleo Marsh Ortega", "Residents", "youth", "", "yes"),
    ("Parents United", "Residents", "parents", "", ""),
    *((f"Agency {k}", "Services", "", "yes", "") for k in range(9)),
]


def folder(at: Path, consent: bool = True) -> Path:
    rows = ["organization,sector,role,public" + (",may be named" if consent else "")]
    rows += [
        ",".join((name, sector, role, public, *([named] if consent else [])))
        for name, sector, role, named, public in LISTED
    ]
    (at / "organizations.csv").write_text("\n".join(rows), encoding="utf-8")
    names = [row[0] for row in LISTED]
    ties = ["from,to", *(f"{a},{b}" for k, a in enumerate(names) for b in (names[k - 1], names[k - 3]))]
    (at / "ties.csv").write_text("\n".join(ties), encoding="utf-8")
    seats = ["organization,kind,item,source"]
    seats += [f"{name},team,Reading,list" for name in (names[0], names[1], "Agency 1")]
    (at / "affiliations.csv").write_text("\n".join(seats), encoding="utf-8")
    strategies = f"strategy,outcome,partners,started,status,learned\nTutors,Reading,{names[0]}; Agency 1,,,\n"
    (at / "strategies.csv").write_text(strategies, encoding="utf-8")
    return at


@pytest.fixture
def partnership(tmp_path: Path) -> Partnership:
    return sg.read(folder(tmp_path))


def test_persons_are_who_has_the_role_of_one_and_silence_is_no_consent(partnership: Partnership) -> None:
    assert dict(partnership.info.participants) == {
        "Ana Ruiz Beltrán": False,
        "Bo Lee Whitcomb": True,
        "Cleo Marsh Ortega": True,
    }
    (advice,) = [advice for advice in partnership.info.advice if "take" in advice.what and "person" in advice.what]
    assert "Ana Ruiz Beltrán" in advice.what


def test_without_any_column_for_consent_nobody_but_the_public_is_named(tmp_path: Path) -> None:
    assert dict(sg.read(folder(tmp_path, consent=False)).info.participants) == {
        "Ana Ruiz Beltrán": False,
        "Bo Lee Whitcomb": False,
        "Cleo Marsh Ortega": True,
    }


@pytest.mark.parametrize("edition", ["partners", "community"])
def test_no_copy_names_her_and_all_count_her(partnership: Partnership, edition: str) -> None:
    desk = assess(partnership, ["response", "action_teams", "community_voice"], settings=FAST)
    agreed = assess(partnership.agreed, ["response"], settings=FAST) if partnership.agreed else ()
    copy = make_copy(edition, partnership, desk, partnership.latest, agreed=agreed)  # type: ignore[arg-type]
    assert "Ruiz" not in repr(copy.release)
    assert "Bo Lee Whitcomb" in repr(copy.release) or edition == "community"
    if edition == "partners":
        graph = copy.partnership.graph()
        assert len(graph.names) == len(LISTED)
        assert "Participant 1" in graph.names
        seats = graph["affiliations"]
        assert set(seats["organization"]) == {"Participant 1", "Bo Lee Whitcomb", "Agency 1"}
    assert "Ana Ruiz Beltrán" in withheld(partnership, copy).texts


def test_the_desk_names_everybody(partnership: Partnership) -> None:
    copy = make_copy("backbone", partnership, (), partnership.latest)
    assert "Ana Ruiz Beltrán" in copy.partnership.graph().names


def test_every_frame_and_list_is_renamed_and_a_taken_number_is_left_out(partnership: Partnership) -> None:
    unnamed = with_persons_unnamed(partnership)
    frames = [*unnamed.graph().frames.values(), *unnamed.lists.values()]
    assert not any("Ruiz" in str(cell) for frame in frames for column in frame for cell in frame[column])
    assert unnamed["strategies"]["partners"].tolist() == ["Participant 1; Agency 1"]
    assert unnamed.graph().layer("collaboration").n_ties == partnership.graph().layer("collaboration").n_ties
    assert with_persons_unnamed(unnamed).graph().names.count("Participant 2") == 1
