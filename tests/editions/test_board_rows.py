"""What of a ledger a board may hold: documents and decisions, no number, and nothing promised to the backbone."""

from dataclasses import replace

import networkx as nx
import pytest

from stakeholder_graph.conditions import Decision, Ledger, LedgerRow, read_rubric
from stakeholder_graph.conditions.ledger import make_ledger
from stakeholder_graph.editions.declared_words import MOST
from stakeholder_graph.editions.from_lists.board_rows import BoardLedger, board_ledger
from stakeholder_graph.graph import PartnerGraph, Partnership, from_networkx
from stakeholder_graph.model.survey import Promise

SAID = "Signed by the Clinic"


def partnership(promise: Promise = "named") -> Partnership:
    graph = from_networkx(nx.path_graph(["Clinic", "School", "Library"]))
    layers = {name: replace(layer, promise=promise) for name, layer in graph.layers.items()}
    return Partnership("P", {"1": PartnerGraph(graph.wave, layers, graph.frames)}, {})


def ledger(whole: Partnership, *decided: str, everything: bool = False) -> Ledger:
    made = make_ledger(whole, [], read_rubric("five-conditions"))
    rows = []
    for row in made.rows:
        decision = Decision(row.criterion.id, "shown", SAID, "docs/a.pdf", "steering", "Kay", "2026-01-02", "9 of 11")
        rows.append(replace(row, decision=decision if everything or row.criterion.id in decided else None))
    return replace(made, rows=tuple(rows))


def board(made: Ledger, whole: Partnership) -> BoardLedger:
    return board_ledger(made, whole, lambda text: "Clinic" in text)


def test_documents_are_there_decided_or_not() -> None:
    whole = partnership()
    rows = {row.id: row for row in board(ledger(whole, "data-agreement"), whole).rows}
    assert all(row.document for row in rows.values())
    assert rows["agenda-written"].status == "waits for a document"
    assert rows["data-agreement"].status == "shown"
    assert (rows["data-agreement"].decided_by, rows["data-agreement"].decided_on) == ("steering", "2026-01-02")


def test_evidence_that_names_an_organization_stays_on_the_desk() -> None:
    whole = partnership()
    rows = {row.id: row for row in board(ledger(whole, "data-agreement"), whole).rows}
    assert (rows["data-agreement"].evidence, rows["data-agreement"].link) == ("", "docs/a.pdf")


def test_what_rests_on_answers_is_there_only_as_it_was_decided() -> None:
    whole = partnership()
    rows = {row.id: row for row in board(ledger(whole, "both-sides-know", "answered-names"), whole).rows}
    known = rows["both-sides-know"]
    assert (known.status, known.document, known.evidence, known.link) == ("shown", False, "", "")
    # How many answered of whom is for the desk.
    assert "answered-names" not in rows


def test_layers_promised_to_the_backbone_never_leave_the_desk() -> None:
    whole = partnership("backbone")
    made = ledger(whole, everything=True)
    assert all(made[row.id].criterion.how != "finding" for row in board(made, whole).rows)


def test_trust_ratings_and_response_never_leave_the_desk() -> None:
    whole = partnership()
    made = ledger(whole, everything=True)
    assert {made[row.id].criterion.discloses for row in board(made, whole).rows} == {"pattern"}


def test_no_more_verdicts_on_answers_than_a_copy_has_in_words() -> None:
    whole = partnership()
    held = board(ledger(whole, everything=True), whole)
    assert sum(not row.document for row in held.rows) == MOST
    assert held.on_desk == 46 - len(held.rows)


@pytest.mark.parametrize("row", ["trusted", "agenda-endorsed", "sectors-heard", "no-other-holds-it"])
def test_rows_that_name_or_tell_more_than_a_pattern(row: str) -> None:
    whole = partnership()
    assert row not in {held.id for held in board(ledger(whole, row), whole).rows}


def test_it_holds_no_number_of_a_row() -> None:
    whole = partnership()
    made = ledger(whole, everything=True)
    counted = replace(made, rows=tuple(_with_value(row) for row in made.rows))
    assert board(counted, whole) == board(made, whole)


def _with_value(row: LedgerRow) -> LedgerRow:
    return replace(row, judgement=replace(row.judgement, value=0.123, range=(0.1, 0.2), numerator=3, denominator=9))
