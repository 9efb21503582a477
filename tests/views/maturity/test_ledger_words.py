"""What a ledger says in words."""

import json

from stakeholder_graph.conditions import Decision, Judgement, Ledger, LedgerRow, Rubric
from stakeholder_graph.conditions.criterion import Criterion
from stakeholder_graph.conditions.judge import judge
from stakeholder_graph.conditions.judgement import Verdict
from stakeholder_graph.conditions.quantity import share
from stakeholder_graph.model.finding import Message
from stakeholder_graph.text import speaking
from stakeholder_graph.views.maturity import counts_in_words, ledger_csv, ledger_json, ledger_text


def made_of(*verdicts: Verdict, decision: Decision | None = None) -> Ledger:
    rows = tuple(
        Criterion(id=f"row-{at}", condition="agenda", gateway="exploring", asked="Is it so?", how="finding")
        for at in range(len(verdicts))
    )
    rubric = Rubric("ours", "Ours", "1", "2026", "", rows)
    judged = [Judgement(verdict, Message("is_fact")) for verdict in verdicts]
    lines = tuple(LedgerRow(row, said, decision) for row, said in zip(rows, judged, strict=True))
    return Ledger(rubric, "P", "2025", lines)


def test_counts_and_no_gateway() -> None:
    made = made_of(*["shown"] * 11, "not met", "not met", "too close")  # type: ignore[arg-type]
    assert counts_in_words(made) == "11 of 14 shown, 2 not met, 1 too close to call"
    away = made_of("shown", "does not apply", "waits for a document", "too few answers")
    said = "1 of 3 shown, 1 with too few answers to tell, 1 waits for a document, 1 does not apply here"
    assert counts_in_words(away) == said
    assert counts_in_words(made_of()) == "0 of 0 shown"


def test_a_share_is_shown_with_its_parts_and_what_would_turn_it() -> None:
    row = Criterion(id="a", condition="agenda", asked="?", how="finding", threshold=0.7)
    rubric = Rubric("ours", "Ours", "1", "", "", (row,))
    text = ledger_text(Ledger(rubric, "P", "1", (LedgerRow(row, judge(row, share(34, 46))),)))
    assert "(34 of 46)" in text
    assert "2 answers would turn it." in " ".join(text.split())


def test_a_spreadsheet_takes_nothing_for_a_formula() -> None:
    text = ledger_csv(made_of("shown", decision=Decision("row-0", "shown", "=HYPERLINK(1)", "", "@Kay")))
    assert "'=HYPERLINK(1)" in text
    assert "'@Kay" in text


def test_json_says_what_the_tool_proposes_beside_what_people_decided() -> None:
    document = json.loads(ledger_json(made_of("shown", decision=Decision("row-0", "not met", decided_by="Kay"))))
    (row,) = document["rows"]
    assert (row["proposal"], row["verdict"], row["changed"], row["decided_by"]) == ("shown", "not met", True, "Kay")
    assert document["counts"]["not met"] == 1


def test_another_language_writes_the_same_ledger() -> None:
    with speaking("es"):
        assert ledger_text(made_of("shown", "too few answers"))
