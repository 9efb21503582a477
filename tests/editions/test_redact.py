"""What the room may see, and that nothing else is in it."""

from dataclasses import replace
from pathlib import Path

import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.publish import LeakError, write_file, write_folders
from stakeholder_graph.editions.withheld import Withheld, withheld
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Finding, Message, Scope
from stakeholder_graph.model.survey import NO_SECTOR, LayerInfo, Promise, SurveyInfo, Wave
from stakeholder_graph.model.table import Disclosure, Row, Table
from tests.tables import table_of

#: Listed and answered: large enough on both sides; one silent; too few listed; all silent.
SECTORS = {"Health": (5, 3), "Schools": (4, 3), "Funders": (2, 1), "Faith": (3, 0)}
LAYERS = {
    "work": LayerInfo("work"),
    "trust": LayerInfo("trust", promise="backbone"),
    "money": LayerInfo("money", promise="aggregate"),
}


def partnership(*, everyone: bool = False, ties: pd.DataFrame | None = None) -> Partnership:
    names, sectors, answered = [], [], []
    for sector, (listed, answering) in SECTORS.items():
        for number in range(listed):
            names.append(f"{sector} {number}")
            sectors.append(sector)
            answered.append(everyone or number < answering)
    asked = [(layer, name, told) for layer in LAYERS for name, told in zip(names, answered, strict=True)]
    frames = {
        "organizations": pd.DataFrame(
            {
                "organization": names,
                "sector": sectors,
                "role": ["backbone", *["likes to talk of others"] * (len(names) - 1)],
                "contact": [f"person{i}@organization{i}.example" for i in range(len(names))],
            }
        ),
        "asked": pd.DataFrame(asked, columns=["layer", "organization", "answered"]),
        "ties": ties if ties is not None else one_sided("Health 0", "Schools 0"),
        "affiliations": pd.DataFrame(
            {"organization": ["Health 0"], "kind": ["outcome"], "item": ["Every child reads by nine"]}
        ),
        "ratings": pd.DataFrame({"organization": ["Health 0"], "item": ["We share pupils' data"], "value": [1.0]}),
    }
    return Partnership("P", {"1": PartnerGraph(Wave("1"), LAYERS, frames)}, {})


def one_sided(one: str, other: str) -> pd.DataFrame:
    ends = [(layer, one, other, 3.0, "the director herself") for layer in LAYERS]
    return pd.DataFrame(ends, columns=["layer", "from", "to", "value", "respondent"])


def finding(layer: str | None = "work", *, ties: str | None = "reported", **parts: object) -> Finding:
    scope = Scope(("1",), (layer,) if layer else (), ties)  # type: ignore[arg-type]
    return replace(Finding("density", scope, 0.5, "share", (0, 1)), **parts)  # type: ignore[arg-type]


def by_sector(discloses: Disclosure, free: tuple[str, ...] = ()) -> Table:
    rows: list[Row] = [{"sector": sector, "listed": n, "answered": k} for sector, (n, k) in SECTORS.items()]
    return table_of(rows, discloses, free=free)


def test_the_backbone_sees_everything() -> None:
    whole = partnership()
    release = make_copy("backbone", whole, [finding(table=by_sector(Disclosure.PAIR))], "1")
    assert release.partnership is whole
    assert release.findings[0].table is not None


def test_the_room_sees_no_finding_of_a_layer_promised_to_the_backbone_only() -> None:
    found = [finding(layer) for layer in (*LAYERS, None)]
    release = make_copy("partners", partnership(), found, "1")
    assert [each.scope.layers for each in release.findings] == [("work",), ("money",), ()]


@pytest.mark.parametrize(
    ("promise", "spoken_of"), [("named with strength", True), ("named", True), ("aggregate", True), ("backbone", False)]
)
def test_what_was_promised_of_outcomes_holds_for_what_is_said_of_them(promise: Promise, spoken_of: bool) -> None:
    found = Finding("outcome_clusters", Scope(("1",)), 2.0, "clusters", (0, 8))
    whole = Partnership(SurveyInfo("P", promises={"outcome": promise}), partnership().graphs)
    assert bool(make_copy("partners", whole, [found], "1").findings) is spoken_of


def test_the_room_map_has_undirected_ties_of_named_layers_and_nothing_else() -> None:
    graph = make_copy("partners", partnership(), [], "1").partnership.graph()
    assert list(graph.layers) == ["work"]
    assert not graph.directed
    assert graph.answered.all()
    assert list(graph.organizations.columns) == ["organization", "sector", "role"]
    assert set(graph.organizations["role"]) == {"backbone", ""}
    assert graph["ties"].to_dict("records") == [
        {"layer": "work", "from": "Health 0", "to": "Schools 0", "value": 3.0, "respondent": ""}
    ]
    assert graph["ratings"].empty
    assert graph["affiliations"].empty


def test_the_room_map_has_layers_that_were_promised_with_their_strength() -> None:
    whole = partnership()
    (graph,) = whole.graphs.values()
    layers = {name: replace(info, promise="named with strength") for name, info in graph.layers.items()}
    stronger = replace(whole, graphs={"1": PartnerGraph(graph.wave, layers, graph.frames)})
    assert list(make_copy("partners", stronger, [], "1").partnership.graph().layers) == list(LAYERS)


def test_who_named_whom_and_who_answered_make_no_difference_to_the_room_map() -> None:
    one = make_copy("partners", partnership(), [], "1").partnership.graph()
    there = partnership(ties=one_sided("Schools 0", "Health 0"))
    both = partnership(ties=pd.concat([one_sided("Schools 0", "Health 0"), one_sided("Health 0", "Schools 0")]))
    for other in (there, both):
        graph = make_copy("partners", other, [], "1").partnership.graph()
        for name, frame in one.frames.items():
            pd.testing.assert_frame_equal(graph.frames[name], frame)


def test_response_by_sector_needs_three_listed_and_two_on_either_side() -> None:
    release = make_copy("partners", partnership(), [finding(table=by_sector(Disclosure.SECTOR))], "1")
    table = release.findings[0].table
    assert table is not None
    assert [row["sector"] for row in table.rows] == ["Health"]


def test_of_other_sectors_only_what_tells_nothing_of_response() -> None:
    release = make_copy("partners", partnership(), [finding(table=by_sector(Disclosure.SECTOR, ("listed",)))], "1")
    table = release.findings[0].table
    assert table is not None
    assert dict(table.rows[1]) == {"sector": "Schools", "listed": 4}


def test_that_nobody_of_a_sector_answered_is_not_said() -> None:
    rows = ({"from_sector": "Faith", "to_sector": "Health", "observed": None, "verdict": "not known"},)
    table = table_of(rows, Disclosure.SECTOR)
    release = make_copy("partners", partnership(), [finding(table=table)], "1")
    assert release.findings[0].table is not None
    assert dict(release.findings[0].table.rows[0])["verdict"] == "too close to call"


@pytest.mark.parametrize(
    ("everyone", "ties", "shown"),
    [(True, None, True), (True, "either", True), (True, "reported", False), (False, None, False)],
)
def test_findings_of_organizations_only_where_nothing_tells_who_answered_or_was_not_returned(
    everyone: bool, ties: str | None, shown: bool
) -> None:
    found = finding(ties=ties, table=by_sector(Disclosure.ORGANIZATION))
    release = make_copy("partners", partnership(everyone=everyone), [found], "1")
    assert (release.findings[0].table is not None) is shown


def test_findings_of_pairs_never() -> None:
    found = finding(ties=None, table=by_sector(Disclosure.PAIR), tables={"more": by_sector(Disclosure.PAIR)})
    release = make_copy("partners", partnership(everyone=True), [found], "1")
    assert release.findings[0].table is None
    assert not release.findings[0].tables


def test_a_sentence_that_names_what_may_not_be_named_is_not_said() -> None:
    readings = [
        (Message("a", discloses=Disclosure.NETWORK), True),
        (Message("b", discloses=Disclosure.SECTOR, about=("Schools",)), True),
        (Message("c", discloses=Disclosure.SECTOR, about=("Schools",), tells="numbers"), False),
        (Message("d", discloses=Disclosure.SECTOR, about=("Health",), tells="response"), True),
        (Message("e", discloses=Disclosure.SECTOR, about=("Funders", "Health")), False),
        (Message("f", discloses=Disclosure.SECTOR, about=("Police",)), True),  # nobody listed: nobody exposed
        (Message("g", discloses=Disclosure.ORGANIZATION), False),
        (Message("h", discloses=Disclosure.PAIR), False),
    ]
    for message, said in readings:
        release = make_copy("partners", partnership(), [finding(reading=message, caveats=(message,))], "1")
        assert (release.findings[0].reading is not None) is said, message.id
        assert bool(release.findings[0].caveats) is said


def test_the_community_sees_organizations_marked_public_only() -> None:
    whole = partnership()
    nobody = make_copy("community", whole, [], "1").partnership.graph()
    assert nobody.names == ()
    graph = whole.graph()
    people = graph.organizations.assign(public=lambda frame: frame["sector"] == "Health")
    public = replace(graph, frames={**graph.frames, "organizations": people})
    release = make_copy("community", Partnership("P", {"1": public}, {}), [], "1").partnership.graph()
    assert release.names == tuple(f"Health {i}" for i in range(5))
    assert release["ties"].empty


def test_a_wave_without_organizations_shows_none() -> None:
    people = pd.DataFrame({"organization": [], "public": []}, dtype="str")
    graph = PartnerGraph(Wave("1"), {}, {"organizations": people})
    assert make_copy("community", Partnership("P", {"1": graph}, {}), [], "1").partnership.graph().names == ()


def test_what_is_withheld_is_looked_for_in_the_bytes() -> None:
    whole = partnership()
    secret = withheld(whole, make_copy("partners", whole, [], "1"))
    assert "person0@organization0.example" in secret.texts
    assert "We share pupils' data" in secret.texts
    assert "the director herself" in secret.texts
    assert not any(name in secret.texts for name in whole.graph().names)
    assert not withheld(whole, make_copy("backbone", whole, [], "1"))


def test_a_leak_stops_everything_and_an_old_report_stays(tmp_path: Path) -> None:
    write_folders(tmp_path, {"room": {"a.html": "old"}}, {})
    with pytest.raises(LeakError, match="withholds"):
        write_folders(
            tmp_path,
            {"desk": {"a.html": "new"}, "room": {"a.html": "x person0@organization0.example"}},
            {"room": Withheld(frozenset({"person0@organization0.example"}))},
        )
    assert (tmp_path / "room" / "a.html").read_text() == "old"
    assert {path.name for path in tmp_path.iterdir()} == {"room", ".as-written"}
    with pytest.raises(LeakError):
        write_file(tmp_path / "map.html", "a secret text", Withheld(frozenset({"secret text"})))
    assert not (tmp_path / "map.html").exists()


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    write_folders(tmp_path, {"room": {"a.html": "one", "b.html": "two"}}, {})
    write_folders(tmp_path, {"room": {"a.html": "é\n"}}, {})
    assert [path.name for path in (tmp_path / "room").iterdir()] == ["a.html"]
    assert (tmp_path / "room" / "a.html").read_bytes() == "é\n".encode()


def test_a_sector_known_from_answers_only_does_not_tell_who_is_silent() -> None:
    whole = partnership()
    graph = whole.graph()
    said = graph.organizations["sector"].where(graph.answered, NO_SECTOR)
    people = graph.organizations.assign(sector=said)
    blank = Partnership("P", {"1": replace(graph, frames={**graph.frames, "organizations": people})}, {})
    found = [finding(table=by_sector(Disclosure.SECTOR, ("listed",)))]
    release = make_copy("partners", blank, found, "1")
    assert set(release.partnership.graph().organizations["sector"]) == {NO_SECTOR}
    assert release.findings[0].table is None
    grouped = Finding("sector_coverage", Scope(("1",)), 0.9, "share", (0, 1))
    assert not make_copy("partners", blank, [grouped], "1").findings
