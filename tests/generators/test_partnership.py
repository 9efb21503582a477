"""The generator plants what it says, by construction, at any size."""

from pathlib import Path
from typing import Literal

import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.generators import Invented, invent, write
from stakeholder_graph.generators.exact_draws import grade, pick
from stakeholder_graph.generators.ties import Traits, draw_pairs
from stakeholder_graph.survey import read_partnership


def dense(made: Invented, wave: str = "1") -> np.ndarray:
    return made.truth[wave].toarray().astype(bool)


def sectors(made: Invented) -> np.ndarray:
    return made.tables["organizations"]["sector"].to_numpy()


def answered(made: Invented, wave: str = "1") -> np.ndarray:
    asked = made.tables["asked"]
    return (asked.loc[asked["wave"] == wave, "answered"] == "yes").to_numpy()


@pytest.mark.parametrize("density", [0.05, 0.18, 0.45])
@pytest.mark.parametrize("reciprocity", [0.0, 0.5, 1.0])
def test_density_and_reciprocity_are_exact(density: float, reciprocity: float) -> None:
    ties = dense(invent(40, 5, density=density, reciprocity=reciprocity, within=None, seed=3))
    assert ties.sum() == round(density * 40 * 39)
    assert not ties.diagonal().any()
    assert (ties & ties.T).sum() == pytest.approx(reciprocity * ties.sum(), abs=1)


@pytest.mark.parametrize("within", [0.0, 0.3, 0.8])
def test_share_within_sectors_is_exact(within: float) -> None:
    made = invent(80, 6, density=0.1, within=within, seed=1)
    senders, receivers = np.nonzero(dense(made))
    same = sectors(made)[senders] == sectors(made)[receivers]
    assert same.mean() == pytest.approx(within, abs=2 / len(same))


def test_without_homophily_sectors_do_not_matter() -> None:
    shares = []
    for seed in range(40):
        made = invent(60, [10] * 6, density=0.1, within=None, seed=seed)
        senders, receivers = np.nonzero(dense(made))
        shares.append((sectors(made)[senders] == sectors(made)[receivers]).mean())
    # 9 of the 59 others share one's sector
    assert np.mean(shares) == pytest.approx(9 / 59, abs=4 * np.std(shares) / np.sqrt(40))


def test_activity_spreads_senders_and_popularity_receivers() -> None:
    def spreads(activity: float, popularity: float) -> tuple[float, float]:
        ties = dense(invent(150, 3, within=None, reciprocity=0, activity=activity, popularity=popularity))
        return float(ties.sum(axis=1).std()), float(ties.sum(axis=0).std())

    flat, active, popular = spreads(0, 0), spreads(0.8, 0), spreads(0, 0.8)
    assert active[0] > 2 * flat[0]
    assert active[1] < 1.5 * flat[1]
    assert popular[1] > 2 * flat[1]
    assert popular[0] < 1.5 * flat[0]


def test_response_counts_are_exact() -> None:
    assert answered(invent(50, 4, response=0.7)).sum() == 35
    made = invent(60, [30, 20, 10], response={"Sector 1": 0.5, "Sector 3": 0.2})
    counts = pd.Series(answered(made)).groupby(sectors(made)).sum()
    assert counts.to_dict() == {"Sector 1": 15, "Sector 2": 20, "Sector 3": 2}


@pytest.mark.parametrize(("silent", "side"), [("connected", 1), ("unconnected", -1), ("inactive", -1), ("random", 0)])
def test_silence_depends_on_degree(
    silent: Literal["random", "connected", "unconnected", "inactive"], side: int
) -> None:
    gaps = []
    for seed in range(20):
        made = invent(80, 4, response=0.6, silent=silent, seed=seed)
        ties = dense(made)
        degree = ties.sum(axis=1) + (0 if silent == "inactive" else ties.sum(axis=0))
        gaps.append((degree[~answered(made)].mean() - degree[answered(made)].mean()) / degree.std())
    error = np.std(gaps) / np.sqrt(len(gaps))
    assert abs(np.mean(gaps)) < 4 * error if side == 0 else side * np.mean(gaps) > 0.5


def test_another_response_leaves_the_truth() -> None:
    full, partial = invent(50, 4, seed=5), invent(50, 4, response=0.5, seed=5)
    assert (dense(full) == dense(partial)).all()
    kept = full.tables["ties"].merge(partial.tables["ties"])
    assert len(kept) == len(partial.tables["ties"]) < len(full.tables["ties"])


def test_reports_are_the_truth_of_those_who_answered() -> None:
    made = invent(50, 4, response=0.6, seed=2)
    names = pd.Index(made.tables["organizations"]["organization"])
    ties = made.tables["ties"]
    seen = np.zeros((50, 50), dtype=bool)
    seen[names.get_indexer(pd.Index(ties["from"])), names.get_indexer(pd.Index(ties["to"]))] = True
    assert (seen == dense(made) & answered(made)[:, None]).all()
    assert ties["value"].between(1, 5).all()
    carriers = set(made.tables["affiliations"]["organization"])
    assert carriers <= set(names[answered(made)])


def test_waves_keep_the_counts_and_replace_the_stated_share() -> None:
    made = invent(60, 5, waves=3, turnover=0.25, seed=4)
    for earlier, later in (("1", "2"), ("2", "3")):
        before, now = dense(made, earlier), dense(made, later)
        assert now.sum() == before.sum()
        assert (now & now.T).sum() == (before & before.T).sum()
        pairs = np.triu(before | before.T).sum()
        assert (np.triu(before | before.T) & ~(now | now.T)).sum() == round(0.25 * pairs)


def test_clusters_of_outcomes_are_planted() -> None:
    def likeness(made: Invented) -> tuple[float, float]:
        table = made.tables["affiliations"].assign(one=1)
        carries = table.pivot_table(index="organization", columns="item", values="one", fill_value=0)
        carries = carries.reindex(made.tables["organizations"]["organization"], fill_value=0)
        same = made.clusters[:, None] == made.clusters[None, :]
        correlation = np.corrcoef(carries.to_numpy() + 1e-9 * np.arange(8))
        off = ~np.eye(len(same), dtype=bool)
        return float(correlation[same & off].mean()), float(correlation[off].mean())

    inside, overall = likeness(invent(80, clusters=4, seed=1))
    assert inside > 0.4 > overall
    nothing = invent(80, clusters=0, seed=1)
    assert (nothing.clusters == -1).all()


@pytest.mark.parametrize("n", [1, 2, 3])
def test_smallest(n: int) -> None:
    made = invent(n, 1, within=None, density=1.0, reciprocity=1.0)
    assert made.truth["1"].sum() == n * (n - 1)
    assert len(made.tables["organizations"]) == n


def test_too_many_ties_are_refused() -> None:
    with pytest.raises(ValueError, match="within sectors"):
        invent(20, 10, density=0.5, within=0.9)
    with pytest.raises(ValueError, match="cannot draw 50 pairs in all: there are 45"):
        invent(10, 2, within=None, density=50 / 90, reciprocity=0)
    with pytest.raises(ValueError, match="add up to 9, not to 10"):
        invent(10, [4, 5])


def test_ten_thousand_organizations() -> None:
    made = invent(10_000, 7, density=100_000 / (10_000 * 9_999), response=0.7)
    assert made.truth["1"].sum() == 100_000
    assert answered(made).sum() == 7_000


def test_same_seed_same_bytes(tmp_path: Path) -> None:
    sequence = np.random.SeedSequence(11)
    for folder, seed in (("a", 11), ("b", sequence), ("c", sequence), ("d", 12)):
        made = invent(30, 3, response=0.8, waves=2, seed=seed)
        shuffled = {
            name: table.sample(frac=1, random_state=1) for name, table in made.tables.items() if name != "items"
        }
        write({**made.tables, **(shuffled if folder == "b" else {})}, tmp_path / folder, made.settings)
    files = {path.name: path.read_bytes() for path in (tmp_path / "a").iterdir()}
    assert sorted(files) == [
        "affiliations.csv",
        "asked.csv",
        "items.csv",
        "organizations.csv",
        "partnership.toml",
        "ties.csv",
    ]
    for other in ("b", "c"):
        assert files == {path.name: path.read_bytes() for path in (tmp_path / other).iterdir()}
    assert files["ties.csv"] != (tmp_path / "d" / "ties.csv").read_bytes()
    assert all(b"\r" not in data for data in files.values())


def test_plain_files_are_read_as_they_are(tmp_path: Path) -> None:
    made = invent(30, 3, response=0.6, waves=2)
    write(made.tables, tmp_path, made.settings)
    survey = read_partnership(tmp_path)
    assert (survey.info.advice, survey.info.invented) == ((), True)
    assert survey["asked"].query("answered").groupby("wave").size().to_dict() == {"1": 18, "2": 18}
    assert len(survey["ties"]) == len(made.tables["ties"])


def test_pick_follows_the_weights() -> None:
    rng = np.random.default_rng(0)
    first = [pick(np.array([1.0, 3.0, 0.0]), 2, rng)[0] for _ in range(4000)]
    # drawn first with chance 3 / 4
    assert np.mean(np.array(first) == 1) == pytest.approx(0.75, abs=4 * np.sqrt(0.75 * 0.25 / 4000))
    with pytest.raises(ValueError, match="cannot draw 3 of 2"):
        pick(np.array([1.0, 3.0, 0.0]), 3, rng)


def test_grade_gives_each_step_its_share() -> None:
    steps = grade(np.random.default_rng(0).random(1000), (0.02, 0.06, 0.22, 0.40, 0.30))
    assert np.bincount(steps).tolist() == [0, 20, 60, 220, 400, 300]


def test_pairs_are_distinct_and_avoid_those_taken() -> None:
    group = np.repeat([0, 1], 6)
    traits = Traits(group, np.ones(12), np.exp(np.arange(12) / 4))
    taken = np.array([1, 2, 3])  # 0-1, 0-2, 0-3
    first, second = draw_pairs(traits, 27, 36, np.random.default_rng(0), taken)
    codes = np.minimum(first, second) * 12 + np.maximum(first, second)
    assert len(set(codes)) == 63
    assert not set(codes) & set(taken.tolist())
    assert (group[first[:27]] == group[second[:27]]).all()
