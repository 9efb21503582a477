"""A ledger of any partnership: of ties alone, of a map, of silence, of a real one; nothing stops it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import networkx as nx
import pytest

from stakeholder_graph import from_networkx, maturity, read
from stakeholder_graph.conditions import VERDICTS, Ledger, shipped_rubrics
from stakeholder_graph.conditions.reasons import REASONS, VERDICT_WORDS
from stakeholder_graph.generators import invent, write
from stakeholder_graph.graph import Partnership
from stakeholder_graph.views.maturity import ledger_csv, ledger_json
from stakeholder_graph.views.terminal import ledger_text
from tests.survey.test_real import TOBACCO


def plain(folder: Path, **tables: str) -> Partnership:
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, "utf-8")
    return read(folder)


def of_ties_alone(folder: Path) -> Partnership:
    return plain(folder, organizations="organization\nAlpha\nBeta\nGamma\n", ties="from,to\nAlpha,Beta\nBeta,Gamma\n")


def nobody_answered(folder: Path) -> Partnership:
    people = "organization,sector,answered\nAlpha,a,no\nBeta,b,no\nGamma,b,no\n"
    return plain(folder, organizations=people, ties="from,to\n")


def everybody_answered(folder: Path) -> Partnership:
    made = invent(24, 3, density=0.2, response=1.0, seed=5)
    write(made.tables, folder, made.settings)
    return read(folder)


def a_third_answered(folder: Path) -> Partnership:
    made = invent(24, 3, density=0.2, response=0.33, seed=5)
    write(made.tables, folder, made.settings)
    return read(folder)


def a_map(folder: Path) -> Partnership:
    return from_networkx(nx.karate_club_graph(), sector="club")


def with_empty_lists(folder: Path) -> Partnership:
    return plain(
        folder,
        organizations="organization,sector\nAlpha,\nBeta,\n",
        ties="from,to\nAlpha,Beta\n",
        items="kind,item\n",
        evidence="rubric,benchmark,status,evidence,by,date\n",
        strategies="strategy,outcome,partners,started,status,learned\n",
        indicators="indicator,period,value\n",
        sectors="list,sector\n",
    )


def tobacco(folder: Path) -> Partnership:
    source = Path(__file__).resolve().parents[3] / "shared" / "data" / "tobacco-control"
    if not source.is_dir():
        pytest.skip("the survey tobacco-control is not beside the project")
    shutil.copytree(source, folder / "tobacco", copy_function=shutil.copyfile)
    (folder / "tobacco").chmod(0o755)
    (folder / "tobacco" / "partnership.toml").write_text(TOBACCO, "utf-8")
    return read(folder / "tobacco")


def made_of(partnership: Partnership, rubric: str) -> Ledger:
    return maturity(partnership, rubric, permutations=99, draws=20)


@pytest.mark.parametrize("rubric", sorted(shipped_rubrics()))
@pytest.mark.parametrize(
    "partnership",
    [of_ties_alone, nobody_answered, everybody_answered, a_third_answered, a_map, with_empty_lists, tobacco],
)
def test_every_row_has_a_verdict_and_a_reason(
    partnership: Callable[[Path], Partnership], rubric: str, tmp_path: Path
) -> None:
    made = made_of(partnership(tmp_path), rubric)
    for row in made.rows:
        assert row.verdict in VERDICTS
        assert row.judgement.because.id in REASONS
        if row.verdict == "does not apply" and row.criterion.how == "list":
            assert row.judgement.absent  # which file to add
    for written in (ledger_text(made), ledger_csv(made), ledger_json(made)):
        assert "{" not in written or written.startswith("{")


def test_nothing_is_shown_or_refuted_of_ties_where_nobody_answered(tmp_path: Path) -> None:
    made = made_of(nobody_answered(tmp_path), "five-conditions")
    of_the_survey = [row for row in made.rows if row.criterion.how == "finding" and row.criterion.condition != "gate"]
    assert not {row.verdict for row in of_the_survey} & {"shown", "not met"}


def test_below_the_gate_nothing_is_told_of_patterns(tmp_path: Path) -> None:
    made = made_of(a_third_answered(tmp_path), "five-conditions")
    behind = [row for row in made.rows if "answered-patterns" in row.criterion.gates]
    assert made["answered-patterns"].verdict == "not met"
    assert {row.verdict for row in behind} <= {"too few answers", "does not apply"}


def test_with_everybodys_answer_a_row_is_a_fact(tmp_path: Path) -> None:
    made = made_of(everybody_answered(tmp_path), "five-conditions")
    both = made["both-sides-know"].judgement
    assert both.fact
    assert both.p is None
    assert both.verdict in ("shown", "not met")
    assert both.turns is not None
    assert both.turns > 0


def test_tobacco_control(tmp_path: Path) -> None:
    # A published map of 25 agencies: nobody says who answered, so that all count as having answered.
    made = made_of(tobacco(tmp_path), "five-conditions")
    # ITPC, the lead agency, was in contact with each of the other 24.
    reach = made["backbone-reaches-all"].judgement
    assert (reach.value, reach.verdict, reach.because.id) == (1.0, "shown", "is_assumed")
    # Ties have no direction: no side can have left one out, and nobody was asked about trust.
    assert made["trusted"].verdict == "does not apply"
    survey = [row for row in made.rows if row.criterion.how == "finding" and row.verdict != "does not apply"]
    firm = [row for row in survey if row.verdict in ("shown", "not met")]
    assert 2 * len(firm) >= len(survey)


def test_every_verdict_has_words() -> None:
    assert set(VERDICT_WORDS) == set(VERDICTS)
