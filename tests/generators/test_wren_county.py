"""Every planted fact of Wren County, counted from the committed files with pandas alone."""

import tomllib
from pathlib import Path

import networkx as nx
import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.conditions import read_rubric
from stakeholder_graph.generators.examples import write_example
from stakeholder_graph.generators.wren_county import wren_county
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.measures.results.bright_spots import bright_spots
from stakeholder_graph.measures.results.disparity_gaps import disparity_gaps
from stakeholder_graph.survey import read_partnership

FOLDER = Path(__file__).resolve().parents[2] / "surveys" / "wren-county"
BACKBONE, LIBRARY = "Wren Forward", "Wrenfield Public Library"
#: Rows, children and points of the figures of the county, as they were before there were any by place.
COUNTY = (104, 151795, 5277.9)


class Files:
    """The plain files, names brought to those of the roster."""

    def __init__(self) -> None:
        self.tables = {
            path.stem: pd.read_csv(path, dtype={"wave": str, "period": str}, keep_default_na=False)
            for path in FOLDER.glob("*.csv")
        }
        self.settings = tomllib.loads((FOLDER / "partnership.toml").read_text("utf-8"))
        self.organizations = self.tables["organizations"].set_index("organization")
        names = self.tables["names"]
        self.now = {name.casefold(): name for name in self.organizations.index}
        self.now |= dict(zip(names["written"].str.casefold(), names["organization"], strict=True))
        self.ties = self.tables["ties"]
        for end in ("from", "to"):
            self.ties[end] = self.ties[end].str.casefold().map(self.now)
        self.asked = self.tables["asked"]
        self.asked["organization"] = self.asked["organization"].str.casefold().map(self.now)

    def listed(self, wave: str) -> set[str]:
        return set(self.asked.loc[self.asked["wave"] == wave, "organization"])

    def answered(self, wave: str) -> set[str]:
        rows = (self.asked["wave"] == wave) & (self.asked["answered"] == "yes")
        return set(self.asked.loc[rows, "organization"])

    def matrix(self, wave: str = "2025", layer: str = "collaboration") -> pd.DataFrame:
        """Reported ties among all organizations, several respondents joined."""
        rows = self.ties[(self.ties["wave"] == wave) & (self.ties["layer"] == layer)]
        matrix = pd.DataFrame(False, index=self.organizations.index, columns=self.organizations.index)
        values = matrix.to_numpy(copy=True)
        values[matrix.index.get_indexer(pd.Index(rows["from"])), matrix.index.get_indexer(pd.Index(rows["to"]))] = True
        return pd.DataFrame(values, index=matrix.index, columns=matrix.columns)

    def in_sector(self, *sectors: str) -> set[str]:
        return set(self.organizations.index[self.organizations["sector"].isin(sectors)])

    def members(self, kind: str, item: str) -> set[str]:
        table = self.tables["affiliations"]
        return set(table.loc[(table["kind"] == kind) & (table["item"] == item), "organization"])

    def density(self, senders: set[str], receivers: set[str]) -> float:
        """Share of observed dyads from one set to another that are ties."""
        senders = senders & self.answered("2025")
        ties = self.matrix().loc[sorted(senders), sorted(receivers)].to_numpy().sum()
        return float(ties) / (len(senders) * len(receivers) - len(senders & receivers))


@pytest.fixture(scope="module")
def wren() -> Files:
    return Files()


def spokes(files: Files) -> set[str]:
    """Who names and is named by nobody but the backbone."""
    ties = files.matrix()
    touched = (ties | ties.T).drop(columns=BACKBONE).any(axis=1)
    return set(touched.index[~touched])


def test_files_are_what_the_generator_writes(tmp_path: Path) -> None:
    write_example("wren-county", tmp_path)
    written = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    assert written == {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert sum(map(len, written.values())) < 500_000


def test_reads_without_a_problem_or_advice(wren: Files) -> None:
    survey = read_partnership(FOLDER)
    assert survey.info.advice == ()
    assert survey.info.invented
    assert [layer.promise for layer in survey.layers] == ["named", "named", "backbone"]
    assert len(survey["ties"]) == len(wren.ties)
    assert [layer.asked_of for layer in survey.layers] == ["", "", "collaboration"]


def test_is_labelled_invented(wren: Files) -> None:
    assert wren.settings["invented"] is True
    assert "invented" in (FOLDER / "README.md").read_text("utf-8").casefold()


def test_listed_and_answered_by_sector(wren: Files) -> None:
    sectors = wren.organizations["sector"]
    counts = {
        sector: (len(members), len(set(members) & wren.answered("2025")))
        for sector, members in sectors.groupby(sectors).groups.items()
    }
    assert counts == {
        "Schools": (8, 7),
        "Higher education": (4, 3),
        "Health": (8, 6),
        "Nonprofits": (14, 12),
        "Houses of worship": (6, 2),
        "Government": (8, 6),
        "Business": (6, 2),
        "Funders": (4, 3),
        "Residents": (3, 2),
    }
    assert wren.listed("2025") == set(wren.organizations.index)
    roles = wren.organizations["role"]
    assert wren.organizations.loc[roles == "backbone", "sector"].to_dict() == {BACKBONE: "Nonprofits"}
    assert wren.settings["backbone"] == BACKBONE


def test_waves(wren: Files) -> None:
    assert [wave["name"] for wave in wren.settings["wave"]] == ["2024", "2025"]
    assert len(wren.listed("2024")) == 54
    assert len(wren.answered("2024")) == 39
    assert len(wren.answered("2024") & wren.answered("2025")) == 31
    assert wren.listed("2024") < wren.listed("2025")


@pytest.mark.parametrize("layer", ["collaboration", "contact", "trust"])
def test_ties_are_clean(wren: Files, layer: str) -> None:
    ties = wren.ties[wren.ties["layer"] == layer]
    assert ties.notna().all(axis=None)
    assert (ties["from"] != ties["to"]).all()
    assert not ties.duplicated(["wave", "layer", "respondent", "from", "to"]).any()
    assert ties["value"].between(1, len(wren.settings["layers"][layer]["scale"]) - 1).all()
    for wave, rows in ties.groupby("wave"):
        assert set(rows["from"]) <= wren.answered(str(wave))
        assert set(rows["to"]) <= wren.listed(str(wave))


def test_names_are_written_differently(wren: Files) -> None:
    raw = pd.read_csv(FOLDER / "ties.csv")
    written = set(raw["to"])
    assert {"WVCC", "First Baptist, Eastgate", "Wren County Literacy Council", "Eastgate Free Clinic"} <= written
    assert set(wren.tables["names"]["organization"]) <= set(wren.organizations.index)
    assert not set(wren.tables["names"]["written"]) & set(wren.organizations.index)
    assert written - set(wren.organizations.index) - set(wren.tables["names"]["written"])  # in capitals
    assert wren.organizations.index.str.len().max() == 70
    assert any(not name.isascii() for name in wren.organizations.index)


def test_renamed_and_merged(wren: Files) -> None:
    before = pd.read_csv(FOLDER / "asked.csv", dtype=str).query("wave == '2024'")["organization"]
    written_before = set(before)
    assert "Wren County Literacy Council" in written_before
    assert "Read Wren County" not in written_before
    merged = {"Eastgate Free Clinic", "Millrace Community Health"}
    assert merged <= written_before
    assert {wren.now[name.casefold()] for name in merged} == {"Two Rivers Community Health"}
    assert len(written_before) == 55


def test_several_respondents(wren: Files) -> None:
    latest = wren.asked[wren.asked["wave"] == "2025"]
    people = latest.groupby("organization")["respondent"].nunique()
    assert set(people[people > 1].index) == {
        "Wren County School District",
        "Wren Valley Community College",
        "Family Services of Wren County",
    }
    reported = wren.ties[["wave", "from", "respondent"]].drop_duplicates()
    known = wren.asked.rename(columns={"organization": "from"})[reported.columns].drop_duplicates()
    assert len(reported.merge(known)) == len(reported)


def test_trust_is_reported_of_the_partners_named_and_of_nobody_else(wren: Files) -> None:
    ends = ["wave", "from", "to", "respondent"]
    trust, work = (wren.ties.loc[wren.ties["layer"] == layer, ends] for layer in ("trust", "collaboration"))
    assert len(trust.merge(work)) == len(trust) == len(work)


def test_typical_figures(wren: Files) -> None:
    ties, answered = wren.matrix(), sorted(wren.answered("2025"))
    assert ties.loc[answered].to_numpy().sum() / (43 * 60) == pytest.approx(0.18, abs=0.01)
    assert ties.loc[answered].sum(axis=1).mean() == pytest.approx(11, abs=0.5)
    square = ties.loc[answered, answered].to_numpy()
    assert (square & square.T).sum() / (square | square.T).sum() == pytest.approx(0.45, abs=0.02)
    trust = wren.ties[(wren.ties["wave"] == "2025") & (wren.ties["layer"] == "trust")]
    assert trust["value"].mean() == pytest.approx(3.9, abs=0.05)
    assert trust.groupby(["from", "to"])["value"].mean().mean() == pytest.approx(3.9, abs=0.05)


def test_layers_go_together(wren: Files) -> None:
    latest = wren.ties[wren.ties["wave"] == "2025"]
    wide = latest.pivot_table(index=["from", "to"], columns="layer", values="value", aggfunc="max")
    assert wide["contact"].notna().all()
    assert (wide["trust"].notna() == wide["collaboration"].notna()).all()
    ranks = wide.dropna().corr("spearman")
    assert (ranks.to_numpy()[np.triu_indices(3, 1)] > 0.3).all()


def test_schools_keep_to_themselves(wren: Files) -> None:
    schools, health = wren.in_sector("Schools"), wren.in_sector("Health")
    assert wren.density(schools, schools) == pytest.approx(0.60, abs=0.04)
    assert wren.density(schools, health) == pytest.approx(0.05, abs=0.02)
    assert wren.density(health, schools) == pytest.approx(0.05, abs=0.02)


def test_library_is_quietly_between(wren: Files) -> None:
    ties, answered = wren.matrix(), sorted(wren.answered("2025"))
    either = ties | ties.T
    schools, health = sorted(wren.in_sector("Schools")), sorted(wren.in_sector("Health"))
    joined = either[schools].sum(axis=1) * either[health].sum(axis=1)
    assert joined.idxmax() == LIBRARY
    assert joined[LIBRARY] >= 2 * joined.drop(LIBRARY).max()
    graph = nx.from_pandas_adjacency(ties.loc[answered, answered], create_using=nx.DiGraph)
    between = nx.betweenness_centrality(graph, normalized=False)
    assert sorted(between, key=between.__getitem__)[-2:] == [LIBRARY, BACKBONE]
    levels = wren.ties[(wren.ties["wave"] == "2025") & (wren.ties["layer"] == "collaboration")]
    touching = (levels["from"] == LIBRARY) | (levels["to"] == LIBRARY)
    assert levels.loc[touching, "value"].mean() < levels.loc[~touching, "value"].mean() - 0.75
    assert LIBRARY not in wren.members("meeting", "Steering committee")


def test_eight_reach_others_only_through_the_backbone(wren: Files) -> None:
    ties = wren.matrix()
    eight = spokes(wren)
    assert len(eight) == 8
    assert eight < wren.answered("2025")
    assert ties.loc[sorted(eight), BACKBONE].all()
    rest = (ties | ties.T).drop(index=BACKBONE, columns=BACKBONE)
    parts = [len(part) for part in nx.connected_components(nx.from_pandas_adjacency(rest))]
    assert sorted(parts) == [1] * 8 + [52]
    contact = wren.matrix(layer="contact").drop(columns=BACKBONE)
    assert not contact.loc[sorted(eight)].any(axis=None)


def test_nine_share_attendance_and_hardly_tie(wren: Files) -> None:
    nine = wren.members("outcome", "Attendance")
    assert len(nine) == 9
    assert nine <= wren.answered("2025")
    assert wren.density(nine, nine) <= 0.05
    assert not nine & spokes(wren)
    assert len(wren.organizations.loc[sorted(nine), "sector"].unique()) >= 6
    assert len(nine & wren.members("team", "Attendance")) <= 3


def test_business_looks_thin_but_most_did_not_answer(wren: Files) -> None:
    ties = wren.matrix()
    known = ties.sum(axis=1) + ties.sum(axis=0)
    business = sorted(wren.in_sector("Business"))
    assert known[business].mean() < 0.7 * known.drop(business).mean()
    heard = sorted(set(business) & wren.answered("2025"))
    assert ties.loc[heard].sum(axis=1).mean() == pytest.approx(11, abs=2)
    truth = pd.DataFrame(
        wren_county().truth["2025"].toarray(), index=wren_county().tables["organizations"]["organization"]
    )
    silent = sorted(set(business) - wren.answered("2025"))
    assert truth.loc[silent].sum(axis=1).mean() > 7


def test_public_safety_is_absent(wren: Files) -> None:
    listed = set(wren.tables["sectors"]["sector"])
    assert listed - set(wren.organizations["sector"]) == {"Public safety"}
    assert set(wren.organizations["sector"]) <= listed
    assert wren.tables["sectors"]["share"].sum() == pytest.approx(1)
    assert set(wren.tables["sectors"]["list"]) == {"Cradle to career"}


def test_residents_sit_in_one_team_and_do_not_steer(wren: Files) -> None:
    table = wren.tables["affiliations"]
    teams = set(table.loc[table["kind"] == "team", "item"])
    residents = wren.in_sector("Residents")
    assert len(teams) == 6
    assert len([team for team in teams if wren.members("team", team) & residents]) == 1
    assert not wren.members("meeting", "Steering committee") & residents
    steering = wren.tables["items"].query("steering == 'yes'")
    assert steering["item"].tolist() == ["Steering committee"]


def test_agreement_on_all_but_student_data(wren: Files) -> None:
    ratings = wren.tables["ratings"]
    assert set(ratings["organization"]) == wren.answered("2025")
    spread = ratings.groupby("item")["value"].var()
    within = 1 - spread / 2  # r_wg on a scale of five: (25 - 1) / 12 = 2
    assert len(within) == 8
    assert within.drop("Sharing student data").min() >= 0.5
    assert within["Sharing student data"] < 0
    data = ratings[ratings["item"] == "Sharing student data"]
    shares = data["value"].value_counts(normalize=True)
    assert shares[[1, 2]].sum() > 0.4
    assert shares[[4, 5]].sum() > 0.4
    assert shares[3] < 0.1


def test_small_nonprofits_name_large_ones_unreturned(wren: Files) -> None:
    nonprofits = wren.organizations[wren.organizations["sector"] == "Nonprofits"]
    small, large = (
        sorted(set(nonprofits.index[nonprofits["size"] == size]) - spokes(wren)) for size in ("small", "large")
    )
    assert set(small) | set(large) <= wren.answered("2025")
    ties = wren.matrix()
    up, down = ties.loc[small, large].to_numpy(), ties.loc[large, small].to_numpy().T
    assert up.sum() == 13
    assert (up & down).sum() / up.sum() <= 0.1
    assert down.sum() <= 1


def test_loss_between_waves_vanishes_in_the_panel(wren: Files) -> None:
    before, now = wren.matrix("2024"), wren.matrix("2025")
    density_before = before.to_numpy().sum() / (39 * 53)
    density_now = now.to_numpy().sum() / (43 * 60)
    assert density_before - density_now > 0.04
    assert before.to_numpy().sum() > now.to_numpy().sum()
    panel = sorted(wren.answered("2024") & wren.answered("2025"))
    both_rosters = sorted(wren.listed("2024"))
    ties_before, ties_now = (ties.loc[panel, both_rosters].to_numpy() for ties in (before, now))
    assert ties_now.sum() == pytest.approx(ties_before.sum(), rel=0.02)
    assert (ties_before & ~ties_now).sum() > 40


def test_early_years_ties_to_health_double_in_the_panel(wren: Files) -> None:
    health = sorted(wren.in_sector("Health"))
    early = wren.members("team", "Early Years") - set(health)
    senders = sorted(early & wren.answered("2024") & wren.answered("2025"))
    before, now = (wren.matrix(wave).loc[senders, health].to_numpy().sum() for wave in ("2024", "2025"))
    assert (before, now) == (12, 24)


def test_one_agreement_keeps_a_gateway_shut(wren: Files) -> None:
    evidence = wren.tables["evidence"]
    missing = evidence[evidence["status"] != "met"]
    assert missing["benchmark"].tolist() == ["data-agreement"]
    rubric = read_rubric("theory-of-action")
    gateways = [rubric[row].gateway for row in evidence["benchmark"]]
    assert list(dict.fromkeys(gateways)) == ["exploring", "emerging", "sustaining"]


def test_lists(wren: Files) -> None:
    counts = wren.tables["items"].groupby("kind")["item"].nunique()
    assert counts.to_dict() == {
        "activity": 11,
        "agenda": 8,
        "asset": 7,
        "indicator": 12,
        "meeting": 7,
        "need": 7,
        "outcome": 8,
        "team": 6,
    }
    items = wren.tables["items"]
    assert set(wren.tables["ratings"]["item"]) == set(items.loc[items["kind"] == "agenda", "item"])
    for kind, rows in wren.tables["affiliations"].groupby("kind"):
        assert set(rows["item"]) <= set(items.loc[items["kind"] == kind, "item"])


def test_indicators(wren: Files) -> None:
    table = wren.tables["indicators"]
    whole = table[(table["subgroup"] == "") & (table["place"] == "")].pivot_table(
        index="indicator", columns="period", values="value"
    )
    good = table.drop_duplicates("indicator").set_index("indicator")["good"].map({"up": 1, "down": -1})
    change = ((whole["2025"] - whole["2020"]) * good).round(6)
    assert whole.columns.tolist() == ["2020", "2021", "2022", "2023", "2024", "2025"]
    assert (len(change), (change > 0).sum(), (change == 0).sum(), (change < 0).sum()) == (12, 7, 1, 3)
    assert change[change.isna()].index.tolist() == ["Working or studying at 24"]


def test_gaps(wren: Files) -> None:
    table = wren.tables["indicators"]
    groups = table[(table["subgroup"] != "") & (table["place"] == "")].pivot_table(
        index=["indicator", "subgroup"], columns="period", values="value"
    )
    lower = groups.xs("Lower-income families", level="subgroup")
    higher = groups.xs("Other families", level="subgroup")
    gap = higher.sub(lower).round(1).to_dict()
    assert gap["2020"] == {
        "Eighth-grade math": 21.6,
        "Graduated in four years": 14.3,
        "Third-grade reading": 25.3,
    }
    assert gap["2025"] == {
        "Eighth-grade math": 15.7,
        "Graduated in four years": 9.5,
        "Third-grade reading": 25.7,
    }
    rise = (lower["2025"] - lower["2020"]).round(1).to_dict()
    fall = (higher["2025"] - higher["2020"]).round(1).to_dict()
    assert (rise["Graduated in four years"], fall["Graduated in four years"]) == (8.4, 3.6)
    assert (rise["Eighth-grade math"], fall["Eighth-grade math"]) == (-0.3, -6.2)


def test_what_stood_there_before_places_and_activities_is_unchanged(wren: Files) -> None:
    """Streams of their own: what was drawn first has not moved when the example gained more."""
    affiliations, indicators = wren.tables["affiliations"], wren.tables["indicators"]
    first = affiliations[
        affiliations["kind"].isin(["outcome", "team"]) | (affiliations["item"] == "Steering committee")
    ]
    assert first["kind"].value_counts().to_dict() == {"outcome": 83, "team": 46, "meeting": 12}
    county = indicators[indicators["place"] == ""]
    assert (len(county), int(county["n"].sum()), round(float(county["value"].sum()), 1)) == COUNTY


def test_figures_of_places_add_up_to_the_county(wren: Files) -> None:
    """Children and those of them who reach it, to within the rounding of both to tenths of a point."""
    table = wren.tables["indicators"].assign(reached=lambda rows: rows["value"] * rows["n"] / 100)
    places = table[table["place"] != ""].groupby(["indicator", "subgroup", "period"])[["n", "reached"]].sum()
    assert places.index.get_level_values("indicator").unique().tolist() == [
        "Graduated in four years",
        "Third-grade reading",
    ]
    whole = table[table["place"] == ""].set_index(["indicator", "subgroup", "period"]).loc[places.index]
    assert (places["n"] == whole["n"]).all()
    assert ((places["reached"] - whole["reached"]).abs() <= 0.0005 * 2 * whole["n"] + 0.5).all()


def test_two_schools_with_leveled_libraries_stand_out(wren: Files) -> None:
    """Least squares of reading on income by hand: both lie above the line by more than any other, two years running."""
    table, places = wren.tables["indicators"], wren.tables["places"]
    reading = table[(table["indicator"] == "Third-grade reading") & (table["place"] != "")]
    income = places[places["period"] == "2025"].set_index("place")["lower-income families (%)"]
    for year in ("2024", "2025"):
        value = reading[reading["period"] == year].set_index("place")["value"]
        slope, level = np.polyfit(income[value.index], value, 1)
        above = (value - level - slope * income[value.index]).sort_values()
        assert slope < 0
        assert set(above.index[-3:]) >= {"Cedar Street Elementary School", "Harbor Flats Elementary School"}
    now = places[places["period"] == "2025"].set_index("place")["practices"]
    with_library = set(now.index[now.str.contains("leveled library")])
    assert {"Cedar Street Elementary School", "Harbor Flats Elementary School"} < with_library
    assert (len(with_library), len(now)) == (4, 18)
    partnership = to_partnership(read_partnership(FOLDER))
    found = bright_spots(partnership.graph(), partnership)
    assert (found.value, found.table is not None) == (2, True)
    assert found.table is not None
    assert {row["place"] for row in found.table.rows} == {
        "Cedar Street Elementary School",
        "Harbor Flats Elementary School",
    }


def test_the_gap_may_be_none_in_one_large_high_school_and_small_cells_are_withheld(wren: Files) -> None:
    partnership = to_partnership(read_partnership(FOLDER))
    found = disparity_gaps(partnership.graph(), partnership)
    rows = {row["place"]: row for row in found.tables["by_place"].rows}
    assert {place: row["verdict"] for place, row in rows.items()} == {
        "Eastgate High School": "narrower",
        "Harbor Flats High School": "same",
        "Millrace High School": "same",
        "Wrenfield High School": "same",
    }
    # It was 14.7 points and is -2.0; with some 290 graduates nobody can say that it is gone.
    eastgate = rows["Eastgate High School"]
    assert (eastgate["first_gap"], eastgate["last_gap"], eastgate["gone"]) == (14.7, -2.0, False)
    assert float(eastgate["last_low"] or 0) < 0 < float(eastgate["last_high"] or 0)
    table = wren.tables["indicators"]
    small = table[(table["place"] == "North Fork Consolidated School") & (table["subgroup"] == "Lower-income families")]
    assert (small["n"] < 10).all()


def test_schools_need_what_the_university_offers_and_is_not_tied_to(wren: Files) -> None:
    university, tutors = "Harlan State University, Wrenfield Campus", "College students as tutors"
    assert wren.members("asset", tutors) == {university}
    schools = {"Eastgate Elementary School", "Harbor Flats Elementary School", "North Fork Consolidated School"}
    needy = wren.members("need", tutors)
    assert (needy & wren.in_sector("Schools"), len(needy)) == (schools, 6)
    ties = wren.matrix()
    assert not (ties | ties.T).loc[university, sorted(schools)].any()


def test_who_answers_for_absence_has_no_figures_and_math_has_no_activity(wren: Files) -> None:
    assert wren.members("indicator", "Chronic absence") == {"Wren County School District", "Millrace Middle School"}
    items = wren.tables["items"]
    served = set(items.loc[items["kind"] == "activity", "outcome"])
    assert set(items.loc[items["kind"] == "outcome", "item"]) - served == {"Eighth-grade math"}
    said = wren.tables["affiliations"].query("kind in ['activity', 'asset', 'need']")
    assert set(said["organization"]) <= wren.answered("2025")
    assert set(said["source"]) == {"answer"}
    # A list of those alone who answered would tell who did.
    kept = wren.tables["affiliations"].query("kind == 'indicator'")
    assert set(kept["source"]) == {"list"}
    assert set(kept["organization"]) - wren.answered("2025")


def test_residents_come_to_meetings_in_the_evening(wren: Files) -> None:
    table = wren.tables["affiliations"]
    came = table[(table["kind"] == "meeting") & (table["item"] != "Steering committee")]
    assert set(came["source"]) == {"list"}
    assert came["item"].nunique() == 6
    residents = came[came["organization"].isin(list(wren.in_sector("Residents")))]
    assert set(residents["item"]) == {"Partners' meeting, May 2025", "Partners' meeting, October 2025"}
    attended = came.groupby("organization").size().reindex(list(wren.organizations.index), fill_value=0)
    assert attended.median() == 4


def test_one_test_is_past_its_date(wren: Files) -> None:
    """What is tried: one scaled, one shifted, one paused, and one whose decision was due before the survey."""
    table = wren.tables["strategies"].set_index("strategy")
    status = table["status"]
    waits = table[(table["decide_by"] != "") & (table["decide_by"] < "2025-10-21") & (table["decided_on"] == "")]
    assert waits.index.tolist() == ["Kindergarten mornings with families"]
    assert table.loc["College students as tutors", "reach"] == "2022: 25 tutors; 2025: 52 tutors"
    assert wren.tables["changes"]["kind"].tolist() == ["practice", "policy", "money"]
    assert status.value_counts().to_dict() == {"going on": 5, "test": 1, "scale": 1, "shift": 1, "paused": 1}
