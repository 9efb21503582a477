"""One made-up network in every format: the same organizations, kinds of tie, directions and strengths from each."""

from pathlib import Path

import pytest

from stakeholder_graph.survey import Survey, read_partnership
from tests.exchange.make_samples import FOLDER, PLANS, REFERS, SECTORS

BOTH = ["igraph.graphml", "gephi.gexf", "project.paj", "matrices.dl", "nodexl.xlsx", "polinode.xlsx", "kumu.xlsx",
        "kumu.json", "kumu_backup.json", "gephi", "gephi/edges.csv"]  # fmt: skip
ONE = ["networkx.gml", "blanks.txt", "corner.csv"]


def ties(survey: Survey, layer: str) -> set[tuple[str, str, float]]:
    rows = survey["ties"]
    rows = rows[rows["layer"] == layer]
    return set(rows[["from", "to", "value"]].itertuples(index=False, name=None))


def undirected(listed: list[tuple[str, str, int]]) -> set[tuple[str, str, float]]:
    return {(*sorted(pair), float(value)) for *pair, value in listed}  # type: ignore[misc]


@pytest.mark.parametrize("sample", BOTH)
def test_two_kinds_of_tie_with_and_without_direction(sample: str) -> None:
    survey = read_partnership(FOLDER / sample)
    assert {layer.name: layer.directed for layer in survey.layers} == {"refers to": True, "plans with": False}
    assert survey.directed
    assert ties(survey, "refers to") == {(a, b, float(value)) for a, b, value in REFERS}
    assert undirected([tuple(tie) for tie in ties(survey, "plans with")]) == undirected(PLANS)  # type: ignore[misc]


@pytest.mark.parametrize("sample", ONE)
def test_one_kind_of_tie(sample: str) -> None:
    survey = read_partnership(FOLDER / sample)
    assert [(layer.name, layer.directed) for layer in survey.layers] == [("collaboration", True)]
    assert ties(survey, "collaboration") == {(a, b, float(value)) for a, b, value in REFERS}


@pytest.mark.parametrize("sample", [*BOTH, *ONE])
def test_organizations_their_sectors_and_nobody_who_has_not_answered(sample: str) -> None:
    survey = read_partnership(FOLDER / sample)
    assert set(survey["organizations"]["organization"]) == set(SECTORS)
    assert not survey.info.answered_known
    assert survey["asked"]["answered"].all()
    assert not survey.info.undecided
    if sample not in ("matrices.dl", "blanks.txt", "corner.csv"):
        sectors = dict(survey["organizations"][["organization", "sector"]].itertuples(index=False, name=None))
        grouped = {frozenset(n for n in sectors if sectors[n] == sector) for sector in sectors.values()}
        assert grouped == {frozenset(n for n in SECTORS if SECTORS[n] == sector) for sector in SECTORS.values()}


@pytest.mark.parametrize("sample", [*BOTH, *ONE])
def test_one_note_says_how_the_file_was_read_and_how_to_choose_otherwise(sample: str) -> None:
    notes = [note for note in read_partnership(FOLDER / sample).info.advice if "read as a network" in note.what]
    (note,) = notes
    assert "6 organizations" in note.what
    assert f'network = "{note.file}"' in note.todo


def test_a_kind_without_direction_counts_pairs_once_and_one_with_direction_twice() -> None:
    import stakeholder_graph as sg

    graph = sg.read(FOLDER / "igraph.graphml").graph()
    plans, refers = graph.layer("plans with"), graph.layer("refers to")
    assert (plans.n_ties, plans.n_dyads, plans.ties) == (2, 15, None)
    assert (refers.n_ties, refers.n_dyads, refers.ties) == (4, 30, "reported")


def test_reading_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "map.gexf").write_bytes((FOLDER / "gephi.gexf").read_bytes())
    read_partnership(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["map.gexf"]
