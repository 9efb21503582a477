"""What a ledger says in words."""

import json
from dataclasses import replace

from stakeholder_graph.conditions import Decision, Judgement, Ledger, LedgerRow, Rubric, read_rubric
from stakeholder_graph.conditions.criterion import Criterion
from stakeholder_graph.conditions.judge import judge
from stakeholder_graph.conditions.judgement import Verdict
from stakeholder_graph.conditions.quantity import Quantity, share
from stakeholder_graph.model.finding import Message
from stakeholder_graph.text import speaking
from stakeholder_graph.views.maturity import counts_in_words, ledger_csv, ledger_json, reason_in_words
from stakeholder_graph.views.maturity.ledger_words import proposal_in_words
from stakeholder_graph.views.maturity.value_words import limit_in_words, value_in_words
from stakeholder_graph.views.report.conditions.ledger_lines import overruled_rows, row_in_words
from stakeholder_graph.views.terminal import ledger_text


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
    said = "1 of 3 shown, 1 with too few answers to tell, 1 waits for a document; besides, 1 not recorded"
    assert counts_in_words(away) == said
    assert counts_in_words(made_of()) == "no row can be judged yet"


def test_a_share_is_shown_with_its_parts_and_what_would_turn_it() -> None:
    row = Criterion(id="a", condition="agenda", asked="?", how="finding", threshold=0.7)
    rubric = Rubric("ours", "Ours", "1", "", "", (row,))
    text = ledger_text(Ledger(rubric, "P", "1", (LedgerRow(row, judge(row, share(34, 46))),)))
    # 34 / 46 = 0.739; 33 of 46 are 0.717, 32 are 0.696.
    assert "34 of 46 (0.74)" in text
    assert "Counted, not estimated. With 2 fewer it would be “not met”." in why(row, share(34, 46))
    # 0.7 of 46 are 32.2, so 33: 3 more than 30.
    assert "With 3 more it would be “shown”." in why(row, share(30, 46))
    few = Criterion(id="b", condition="agenda", asked="?", how="list", threshold=0.5, direction="at most")
    assert "With 1 more it would be “not met”." in why(few, share(2, 4))
    assert "With 1 fewer it would be “shown”." in why(few, share(3, 4))


def line(row: Criterion, quantity: Quantity) -> LedgerRow:
    return LedgerRow(row, judge(row, quantity))


def why(row: Criterion, quantity: Quantity) -> str:
    return reason_in_words(line(row, quantity))


def test_what_is_counted_comes_before_its_share() -> None:
    row = Criterion(id="a", condition="agenda", asked="?", how="finding", threshold=0.7)
    said = {
        "7 of 8 (0.88)": share(7, 8),
        "9 of 9": share(9, 9),
        "0 of 3": share(0, 3),
        "3 of 4 (0.75; 0.75 to 1)": share(3, 4, high=4),
        # A count is held against a count, and an estimate for all is not what was counted.
        "1 of 3 (1 to 2)": share(1, 3, high=2).counted(),
        "0.60 (0.50 to 0.70)": Quantity(0.6, (0.5, 0.7), numerator=3, denominator=4),
        # A mean of 4.2 of 5 ratings is no part of anything.
        "4.20": Quantity(4.2, numerator=21, denominator=5),
    }
    assert {value_in_words(line(row, quantity)) for quantity in said.values()} == set(said)
    assert all(value_in_words(line(row, quantity)) == words for words, quantity in said.items())


def test_the_margin_that_decides_is_printed_in_the_unit_of_the_sentence() -> None:
    rows = read_rubric("five-conditions")
    itself, empty, apart = rows["no-sector-to-itself"], rows["no-empty-pair"], rows["sectors-as-community"]
    quantity = Quantity(0.0, (0.0, 1.0))
    assert (value_in_words(line(empty, quantity)), limit_in_words(line(empty, quantity))) == (
        "0 (0 to 1) times chance",
        "at least 0.50 times chance",
    )
    assert limit_in_words(line(itself, Quantity(2.0, (1.0, 3.0)))) == "at most 1.50 times chance"
    assert limit_in_words(line(apart, Quantity(0.0, (0.0, 0.2)))) == "at most 0.10"
    ours = Criterion(
        id="a", condition="agenda", asked="?", how="list", threshold=2.0, direction="within a margin", margin=0.5
    )
    assert limit_in_words(line(ours, Quantity(2.0, (1.0, 3.0)))) == "1.50 to 2.50"
    assert limit_in_words(line(rows["no-other-holds-it"], quantity)) == "at most 0.10"
    # Of a share a threshold of 1 is all; of a count it is one.
    assert limit_in_words(line(rows["outcomes-carried"], share(7, 8))) == "all"
    assert limit_in_words(line(rows["outcomes-carried"], share(0, 8))) == "all"
    assert limit_in_words(line(rows["gap-closes"], share(2, 3).counted())) == "1"


def test_what_a_row_takes_is_a_sentence_in_json() -> None:
    rubric = read_rubric("five-conditions")
    said = {
        "answered-names": "It takes 0.80 or more.",
        "outcomes-carried": "It takes all.",
        "gap-closes": "It takes 1 or more.",
        "no-other-holds-it": "It may be at most 0.10.",
        "no-sector-to-itself": "All of its range has to be at most 1.50 times chance.",
        "outcomes-shared-work": "It takes more than chance would give.",
        "backbone-trusted": "This is a difference, and it takes 0 or more.",
        "density": "No threshold says how much is enough.",
        "agenda-written": "It takes a document.",
    }
    rows = tuple(line(rubric[row], share(3, 8)) for row in said)
    made = Ledger(replace(rubric, rows=tuple(row.criterion for row in rows)), "P", "1", rows)
    listed = json.loads(ledger_json(made))["rows"]
    assert {row["id"]: row["threshold_in_words"] for row in listed} == said
    assert listed[0]["value_in_words"] == "3 of 8 (0.38)"
    assert "It takes 0.80 or more." in ledger_csv(made)


def test_what_was_not_asked_people_set_aside_or_is_for_information_has_its_own_words() -> None:
    away = made_of("does not apply").rows[0]
    aside = made_of("shown", decision=Decision("row-0", "does not apply", decided_by="Kay", reason="We are two"))
    density = line(read_rubric("five-conditions")["density"], Quantity(0.3))
    assert proposal_in_words(away) == "not recorded"
    assert proposal_in_words(density) == "no threshold"
    assert counts_in_words(aside) == (
        "no row can be judged yet, 1 set aside by people, 1 of them against what lists and answers say"
    )
    assert row_in_words(aside.rows[0]) == "Is it so?: does not apply (Kay). We are two."
    assert overruled_rows([aside]) == ("Is it so?: does not apply (Kay). We are two. Lists and answers say: shown.",)
    rubric = replace(read_rubric("five-conditions"), rows=(density.criterion,))
    assert counts_in_words(Ledger(rubric, "P", "1", (density,))) == "no row can be judged yet, 1 without a threshold"


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


def test_rows_of_a_rubric_that_comes_with_the_tool_are_translated() -> None:
    rubric = read_rubric("five-conditions")
    signed = line(rubric["data-agreement"], Quantity())
    with speaking("es"):
        assert row_in_words(signed).startswith("Hay un acuerdo firmado para compartir datos: espera un documento")
        assert reason_in_words(signed) == "Adjunte el acuerdo firmado."
