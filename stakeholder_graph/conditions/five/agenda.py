"""A common agenda: on how much partners agree, what they endorse most and least, and which outcomes are carried."""

from collections.abc import Iterator

from stakeholder_graph.conditions.five.counted import CountedFact, Known, share
from stakeholder_graph.measures._columns import NOT_KNOWN
from stakeholder_graph.measures.agenda._item_answers import AGREED
from stakeholder_graph.measures.outcomes.outcome_coverage import SEVERAL
from stakeholder_graph.model.finding import Finding, Message
from stakeholder_graph.model.table import Row


def agenda(known: Known) -> Iterator[CountedFact]:
    """What is counted of a common agenda.

    Parameters
    ----------
    known : Known
        One wave.
    """
    if rated := known.first.get("agenda_agreement"):
        yield from _agreed(rated, [row for row in known.rows(rated.name) if row["verdict"] != NOT_KNOWN])
    if carried := known.first.get("outcome_coverage"):
        rows = known.rows(carried.name)
        sectors = any(int(row.get("sectors") or 0) > 1 for row in rows)
        by_several = sum(row.get("state") == SEVERAL for row in rows)
        yield from share("carried_across" if sectors else "carried", carried, by_several, len(rows))


def agenda_unknown(known: Known) -> Iterator[Message]:
    """What nobody has told yet."""
    if not known.rows("agenda_agreement"):
        yield Message("no_ratings")
    if not known.rows("outcome_coverage"):
        yield Message("no_outcomes")


def _agreed(rated: Finding, rows: list[Row]) -> Iterator[CountedFact]:
    yield from share("agreed", rated, sum(row["verdict"] == AGREED for row in rows), len(rows))
    ranked = sorted(rows, key=lambda row: -float(row["agree"] or 0))
    if len(rows) > 1:
        yield from _endorsed("most_endorsed", rated, ranked[0])
        yield from _endorsed("least_endorsed", rated, ranked[-1])
    elif rows:
        yield from _endorsed("endorsed", rated, ranked[0])


def _endorsed(id: str, rated: Finding, row: Row) -> Iterator[CountedFact]:
    answers = int(row["answers"] or 0)
    yes, no = (round(answers * float(row[side] or 0)) for side in ("agree", "disagree"))
    yield from share(id, rated, yes, answers, item=str(row["item"]), no=no)
