"""People decide: what counts, what does not, and where the file says so."""

from pathlib import Path

import pytest

from stakeholder_graph import maturity, read
from stakeholder_graph.conditions import Ledger
from stakeholder_graph.conditions.judgement import Verdict
from stakeholder_graph.survey.plain.evidence.evidence_sheet import ACCEPT, CONDITIONS, FILLED_IN, ROWS
from stakeholder_graph.tabular.write_xlsx import workbook
from stakeholder_graph.views.maturity import counts_in_words

RUBRIC = """
id = "ours"
title = "Ours"
[[row]]
id = "agenda-adopted"
condition = "agenda"
gateway = "exploring"
asked = "It is adopted."
how = "document"
[[row]]
id = "grant-signed"
condition = "backbone"
gateway = "emerging"
asked = "The backbone is paid for."
how = "document"
about_backbone = true
[[row]]
id = "both-sides"
condition = "communication"
gateway = "emerging"
asked = "Both sides know."
how = "finding"
finding = { measure = "confirmation", layer = "main" }
threshold = 0.5
"""
LISTED = 'asked = "Somebody tests."\nhow = "list"\nfinding = { fact = "tested_and_decided" }\nthreshold = 2'
HEADER = "rubric,benchmark,status,evidence,by,date,reviewed_by,reason\n"


def ledger(folder: Path, *decisions: str, rubric: str = RUBRIC, more: str = "") -> Ledger:
    """Alpha, the backbone, and Beta name each other; Gamma names Beta: one of two pairs is named by both."""
    organizations = "organization,sector,role\nAlpha,a,backbone\nBeta,b,\nGamma,b,\n"
    (folder / "organizations.csv").write_text(organizations, "utf-8")
    (folder / "ties.csv").write_text("from,to\nAlpha,Beta\nBeta,Alpha\nGamma,Beta\n", "utf-8")
    (folder / "asked.csv").write_text("organization,answered\nAlpha,yes\nBeta,yes\nGamma,yes\n", "utf-8")
    (folder / "rubrics").mkdir(exist_ok=True)
    (folder / "rubrics" / "ours.toml").write_text(rubric, "utf-8")
    rows = "".join(f"{decision}\n" for decision in decisions)
    (folder / "evidence.csv").write_text(HEADER + rows + more, "utf-8")
    return maturity(read(folder), "ours", permutations=99, draws=20)


def test_proposals_and_decisions_stand_side_by_side(tmp_path: Path) -> None:
    made = ledger(
        tmp_path,
        "ours,agenda-adopted,met,Minutes,Kay,2026-03-01,Lee,",
        "ours,both-sides,not met,Two calls,Kay,2026-03-01,Lee,One pair of two is too few",
    )
    adopted, both = made["agenda-adopted"], made["both-sides"]
    assert (adopted.judgement.verdict, adopted.verdict) == ("waits for a document", "shown")
    # One of two pairs is named by both: at least half.
    assert (both.judgement.verdict, both.judgement.value, both.verdict) == ("shown", 0.5, "not met")
    assert both.changed
    assert [row.criterion.id for row in made.to_discuss] == ["both-sides", "grant-signed"]
    assert both.decision is not None
    assert (both.decision.decided_by, both.decision.reviewed_by, both.decision.decided_on) == (
        "Kay",
        "Lee",
        "2026-03-01",
    )
    assert made.problems == ()


def test_a_decision_for_a_row_that_the_rubric_lacks(tmp_path: Path) -> None:
    made = ledger(tmp_path, "ours,agenda-adopted,met,,Kay,2026-03-01,,", "ours,grant-singed,met,,Kay,2026-03-01,,")
    (problem,) = made.problems
    assert (problem.file, problem.row, problem.column) == ("evidence.csv", 3, "benchmark")
    assert "grant-signed" in problem.todo
    assert made["grant-signed"].verdict == "waits for a document"


@pytest.mark.parametrize("by", ["Alpha", "the backbone", "Backbone", "Ann (Alpha)"])
def test_the_backbone_does_not_decide_about_itself(tmp_path: Path, by: str) -> None:
    made = ledger(tmp_path, f"ours,grant-signed,met,Letter,{by},2026-03-01,Lee,")
    (problem,) = made.problems
    assert (problem.row, problem.column) == (2, "by")
    assert made["grant-signed"].verdict == "waits for a document"
    assert ledger(tmp_path, "ours,grant-signed,met,Letter,Beta,2026-03-01,Alpha,")["grant-signed"].verdict == "shown"


def test_nobody_reviews_what_they_decided(tmp_path: Path) -> None:
    made = ledger(tmp_path, "ours,agenda-adopted,met,,Kay,2026-03-01,kay,")
    (problem,) = made.problems
    assert problem.column == "reviewed_by"
    decision = made["agenda-adopted"].decision
    assert decision is not None
    assert (decision.status, decision.reviewed_by) == ("shown", "")


def test_who_overrules_answers_and_lists_says_why(tmp_path: Path) -> None:
    """One of two pairs is named by both sides, which is half: “not met” overrules that."""
    made = ledger(tmp_path, "ours,both-sides,not met,Two calls,Kay,2026-03-01,Lee,")
    (problem,) = made.problems
    assert (problem.file, problem.row, problem.column) == ("evidence.csv", 2, "reason")
    assert (made["both-sides"].verdict, made["both-sides"].decision, made.overruled) == ("shown", None, ())
    reasoned = ledger(tmp_path, "ours,both-sides,not met,Two calls,Kay,2026-03-01,Lee,One pair of two is too few")
    assert [row.criterion.id for row in reasoned.overruled] == ["both-sides"]
    assert counts_in_words(reasoned) == (
        "0 of 3 shown, 1 not met, 1 of them against what lists and answers say, 2 wait for a document"
    )
    assert ledger(tmp_path, "ours,both-sides,met,,Kay,2026-03-01,Lee,").overruled == ()


@pytest.mark.parametrize(("row", "stands"), [("both-sides", "shown"), ("agenda-adopted", "waits for a document")])
def test_who_sets_a_row_aside_says_why(tmp_path: Path, row: str, stands: Verdict) -> None:
    made = ledger(tmp_path, f"ours,{row},does not apply,,Kay,2026-03-01,Lee,")
    (problem,) = made.problems
    assert (problem.row, problem.column, made[row].verdict) == (2, "reason", stands)
    reasoned = ledger(tmp_path, f"ours,{row},does not apply,,Kay,2026-03-01,Lee,We are two")
    assert (reasoned.problems, reasoned[row].verdict) == ((), "does not apply")
    assert "1 set aside by people" in counts_in_words(reasoned)


def test_a_decision_of_nobody_counts_for_nothing(tmp_path: Path) -> None:
    made = ledger(tmp_path, "ours,agenda-adopted,met,Minutes,,2026-03-01,,")
    (problem,) = made.problems
    assert (problem.file, problem.row, problem.column) == ("evidence.csv", 2, "by")
    assert (made["agenda-adopted"].verdict, made.counts["shown"]) == ("waits for a document", 1)


def test_a_problem_names_the_header_that_the_file_has(tmp_path: Path) -> None:
    ledger(tmp_path, "ours,agenda-adopted,met,Minutes,,2026-03-01,,")
    file = tmp_path / "evidence.csv"
    file.write_text(file.read_text("utf-8").replace(",by,", ",decided_by,"), "utf-8")
    (problem,) = maturity(read(tmp_path), "ours", permutations=99, draws=20).problems
    assert problem.column == "decided_by"


def test_the_latest_decision_counts_and_open_ones_do_not(tmp_path: Path) -> None:
    made = ledger(
        tmp_path,
        "ours,agenda-adopted,met,,Kay,2026-03-01,,",
        "ours,agenda-adopted,not met,,Kay,2025-03-01,,",
        "ours,grant-signed,open,,Kay,2026-03-01,,",
    )
    assert made["agenda-adopted"].verdict == "shown"
    assert made["grant-signed"].verdict == "waits for a document"


def test_a_status_that_is_none(tmp_path: Path) -> None:
    (problem,) = ledger(tmp_path, "ours,agenda-adopted,show,,Kay,2026-03-01,,").problems
    assert (problem.column, problem.todo) == ("status", "Did you mean “shown”?")


def test_another_rubric_is_no_business_of_this_one(tmp_path: Path) -> None:
    assert ledger(tmp_path, "theirs,whatever,met,,Kay,2026-03-01,,").problems == ()


def test_one_missing_benchmark_keeps_its_gateway_shut_and_all_after_it(tmp_path: Path) -> None:
    decided = ["ours,grant-signed,met,,Beta,2026-03-01,,", "ours,both-sides,met,,Kay,2026-03-01,,"]
    assert ledger(tmp_path, *decided).gateways == {"exploring": False, "emerging": False}
    decided.append("ours,agenda-adopted,met,,Kay,2026-03-01,,")
    assert ledger(tmp_path, *decided).gateways == {"exploring": True, "emerging": True}
    # What people say does not apply keeps nothing shut; what the tool says does not, since a list is missing, does.
    decided[-1] = "ours,agenda-adopted,does not apply,,Kay,2026-03-01,,We have no agenda yet"
    assert ledger(tmp_path, *decided).gateways["exploring"]
    listed = RUBRIC.replace('asked = "It is adopted."\nhow = "document"', LISTED)
    made = ledger(tmp_path, *decided[:2], rubric=listed)
    assert (made["agenda-adopted"].verdict, made.gateways["exploring"]) == ("does not apply", False)


def test_editing_a_rubric_changes_the_ledger(tmp_path: Path) -> None:
    assert ledger(tmp_path)["both-sides"].verdict == "shown"
    stricter = RUBRIC.replace("threshold = 0.5", "threshold = 0.6")
    assert ledger(tmp_path, rubric=stricter)["both-sides"].verdict == "not met"
    other = RUBRIC.replace('measure = "confirmation"', 'measure = "reciprocity"')
    # Two of three mentions are returned.
    assert ledger(tmp_path, rubric=other)["both-sides"].judgement.value == pytest.approx(2 / 3)


def test_a_rubric_that_is_mistyped_is_named_with_the_nearest(tmp_path: Path) -> None:
    (problem,) = ledger(tmp_path, "ours,agenda-adopted,met,,Kay,2026-03-01,,", "our,grant-signed,met,,Kay,,,").problems
    assert (problem.row, problem.column, problem.todo) == (3, "rubric", "Did you mean “ours”?")
    # It is said once, where the name comes nearest, not in the ledger of each rubric.
    assert ledger(tmp_path, "five-conditons,agenda-endorsed,met,,Kay,2026-03-01,,").problems == ()
    usual = maturity(read(tmp_path), "five-conditions", permutations=99, draws=20)
    assert [problem.todo for problem in usual.problems] == ["Did you mean “five-conditions”?"]


def test_one_yes_of_the_backbone_is_one_note_about_that_cell(tmp_path: Path) -> None:
    ledger(tmp_path)
    (tmp_path / "evidence.csv").unlink()
    headers = ["Rubric", "Row", "Condition", "The tool proposes", *FILLED_IN]
    proposed = ["shown", *[""] * len(FILLED_IN)]
    rows = [["ours", row, "Backbone", *proposed] for row in ("grant-signed", "second", "both-sides")]
    accept = ["Rubric", "Condition", ACCEPT, "Decided by", "Reviewed by", "Date"]
    yes = ["ours", "Backbone", "yes", "Alpha", "", "2026-03-01"]
    (tmp_path / "evidence-sheet.xlsx").write_bytes(workbook({ROWS: [headers, *rows], CONDITIONS: [accept, yes]}))
    second = RUBRIC + RUBRIC[RUBRIC.index('[[row]]\nid = "grant') :].split('[[row]]\nid = "both')[0].replace(
        "grant-signed", "second"
    )
    (tmp_path / "rubrics" / "ours.toml").write_text(second, "utf-8")
    made = maturity(read(tmp_path), "ours", permutations=99, draws=20)
    assert [(problem.file, problem.row, problem.column) for problem in made.problems] == [
        ("evidence-sheet.xlsx, sheet “Accept by condition”", 2, "Decided by")
    ]
    assert made["both-sides"].decision is not None
