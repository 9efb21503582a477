"""What would answer an open row: documents, lists and answers, ranked by what would be learned."""

from functools import cache
from pathlib import Path

import networkx as nx
import pytest

from stakeholder_graph import from_networkx, maturity, read
from stakeholder_graph.conditions import Ledger
from stakeholder_graph.conditions.settler import Settler
from stakeholder_graph.generators import invent
from stakeholder_graph.generators.write_files import write
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Message
from stakeholder_graph.views.maturity.settler_words import settler_data, settler_in_words, settlers_in_order


@cache
def example() -> tuple[Partnership, Ledger]:
    partnership = read("surveys/wren-county")
    return partnership, maturity(partnership, permutations=99, draws=40, settle=True)


def silent(partnership: Partnership) -> set[str]:
    graph = partnership.graph()
    return {name for name, yes in zip(graph.names, graph.answered, strict=True) if not yes}


def test_every_open_row_says_what_could_settle_it_and_no_other_does() -> None:
    _partnership, ledger = example()
    for row in ledger.rows:
        if row.settles:
            assert row.open or row.judgement.absent
        # Nobody's answer changes what lists say of who is there.
        if row.open and row.criterion.how != "list":
            assert row.settles, row.criterion.id


def test_a_document_settles_surely_and_comes_first() -> None:
    _partnership, ledger = example()
    ranked = settlers_in_order(ledger)
    kinds = [settler.kind for _row, settler in ranked]
    waiting = [row for row in ledger.rows if row.judgement.verdict == "waits for a document" and row.open]
    assert kinds[: len(waiting)] == ["document"] * len(waiting)
    shares = [settler.settled for _row, settler in ranked if settler.settled is not None]
    assert shares == sorted(shares, reverse=True)


def test_only_those_who_have_not_answered_are_asked_and_no_more_than_there_are() -> None:
    partnership, ledger = example()
    unheard = silent(partnership)
    for row in ledger.rows:
        for settler in row.settles:
            assert set(settler.organizations) <= unheard
            if settler.kind == "answers" and settler.needed is not None:
                assert 1 <= settler.needed <= len(settler.organizations)


def test_a_shut_gate_takes_the_answers_that_open_it() -> None:
    """43 of 61 answered; naming takes .80, and 49 of 61 are the first count at or above it."""
    _partnership, ledger = example()
    (settler,) = ledger["no-other-holds-it"].settles
    assert (settler.what.id, settler.needed) == ("open_gate", 6)


def test_it_never_says_in_which_direction() -> None:
    _partnership, ledger = example()
    for row in ledger.rows:
        for settler in row.settles:
            said = settler_in_words(settler)
            assert not any(word in said for word in ("shown", "not met", "above", "below"))
            assert set(settler_data(settler)) == {"kind", "what", "organizations", "needed", "settled", "until"}


def test_where_everybody_answered_no_answer_is_asked_for(tmp_path: Path) -> None:
    made = invent(24, 4, response=1.0, seed=2)
    write(made.tables, tmp_path, made.settings)
    ledger = maturity(read(tmp_path), permutations=99, draws=20, settle=True)
    assert not [settler for row in ledger.rows for settler in row.settles if settler.kind == "answers"]


def test_nobody_is_asked_where_nothing_says_who_answered() -> None:
    partnership, _ledger = example()
    assert partnership.info.answered_known
    ledger = maturity(from_networkx(nx.karate_club_graph()), permutations=99, draws=20, settle=True)
    assert not [settler for row in ledger.rows for settler in row.settles if settler.kind == "answers"]


@pytest.mark.parametrize(("count", "said"), [(1, "1 more answer could"), (2, "2 more answers could")])
def test_words(count: int, said: str) -> None:
    settler = Settler("answers", Message("answers", {"count": count}), ("Zoo", "Mill", "Ark"), count, 0.6)
    words = settler_in_words(settler)
    assert words.startswith(said)
    assert words.endswith("That settles it in 60% of simulations.")
    assert ("Mill" in words) == (count == 2)
