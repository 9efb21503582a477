"""The five conditions as a page shows them: numbers with small bars, rows of the ledger, and what is not known."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from stakeholder_graph.conditions.five.counted import CountedFact
from stakeholder_graph.conditions.five_conditions import ConditionFacts, FiveConditions, five_conditions
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.model.finding import Message
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.text import N_, _, fill, listing, number, translate
from stakeholder_graph.views.charts.figure import source_line
from stakeholder_graph.views.findings_data import table_to_csv
from stakeholder_graph.views.report.conditions.ledger_lines import (
    MeetingRow,
    TallyLine,
    carried_over,
    meeting_rows,
    overruled_rows,
    problems,
    row_in_words,
    rubric_lines,
    tally,
)
from stakeholder_graph.views.report.conditions.words import COUNTED, QUESTIONS, TITLES, UNKNOWN
from stakeholder_graph.views.report.sections import Twin
from stakeholder_graph.views.report.tables import table_view

#: Numbers of a condition that stand on its card; the table has all.
MOST_FACTS = 4
#: What is not known of a condition, at most.
MOST_UNKNOWN = 2
TWIN = (
    Column("condition", N_("Condition"), "text"),
    Column("what", N_("What is counted"), "text"),
    Column("count", N_("How many"), "number"),
    Column("of", N_("Of"), "number"),
    Column("finding", N_("Finding"), "text"),
)
_BAR = Markup(
    '<svg class="fact-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
    '<rect class="whole" width="100" height="6"/><rect class="part" width="{:.1f}" height="6"/></svg>'
)
_DOT = Markup(
    '<svg class="fact-bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">'
    '<rect class="whole" y="2" width="100" height="2"/><rect class="part" x="{:.1f}" width="2" height="6"/></svg>'
)


@dataclass(frozen=True, slots=True)
class FactView:
    """One number: as it is written, what it counts, its bar, and its place in the appendix."""

    written: str
    what: str
    bar: Markup
    anchor: str


@dataclass(frozen=True, slots=True)
class ConditionCard:
    """One condition: its title, its numbers, how the rows of the ledger stand, and what is not known of it."""

    title: str
    facts: tuple[FactView, ...]
    tally: tuple[TallyLine, ...]
    unknown: str


@dataclass(frozen=True, slots=True)
class ConditionsPage:
    """The whole page.

    Parameters
    ----------
    cards : tuple of ConditionCard
        Conditions of which something is known.
    unknown : tuple of str
        A line for each of the others.
    rubrics : tuple of (str, str)
        The title of each rubric, and how many of its rows are shown.
    shut : tuple of str
        The few rows that keep the next gateway shut.
    overruled : tuple of str
        Rows that people decided against what answers and lists say.
    meeting : tuple of MeetingRow
        The rows that the next meeting looks at.
    carried : str
        How many rows carry over.
    problems : tuple of str
        What is wrong with what people decided.
    twin : Twin or None
        All numbers as a table.
    questions : tuple of str
        For the room.
    source : str
        Where the numbers come from.
    tells : frozenset of str
        The measures that it tells of.
    """

    cards: tuple[ConditionCard, ...]
    unknown: tuple[str, ...]
    rubrics: tuple[tuple[str, str], ...]
    shut: tuple[str, ...]
    overruled: tuple[str, ...]
    meeting: tuple[MeetingRow, ...]
    carried: str
    problems: tuple[str, ...]
    twin: Twin | None
    questions: tuple[str, ...]
    source: str
    tells: frozenset[str]


def conditions_page(copy: Copy) -> ConditionsPage | None:
    """Make the page of a copy.

    Parameters
    ----------
    copy : Copy
        The backbone's. What the five are read from are ratings, trust and papers, which stay on its desk.

    Returns
    -------
    ConditionsPage or None
        None beyond the desk, and where there is nothing to say.

    Examples
    --------
    >>> from stakeholder_graph.graph import Partnership
    >>> conditions_page(Copy("partners", Partnership("Ours", {}, {}), (), "1")) is None
    True
    """
    if not copy.confidential:
        return None
    five = five_conditions(copy.partnership, copy.findings, copy.wave, copy.ledgers)
    return _page(five, source_line(copy)) if five else None


def _page(five: FiveConditions, source: str) -> ConditionsPage:
    cards = tuple(_card(condition) for condition in five.conditions if condition.facts)
    unknown = tuple(
        _("{condition}. Not known: {things}.", condition=translate(TITLES[condition.id]), things=things)
        for condition in five.conditions
        if not condition.facts and (things := _unknown(condition.unknown))
    )
    questions = QUESTIONS if five.shut else QUESTIONS[:1]
    return ConditionsPage(
        cards=cards,
        unknown=unknown,
        rubrics=rubric_lines(five.ledgers, {condition.id for condition in five.conditions if condition.facts}),
        shut=tuple(map(row_in_words, five.shut)),
        overruled=overruled_rows(five.ledgers),
        meeting=meeting_rows(five.ledgers),
        carried=carried_over(five.ledgers),
        problems=problems(five),
        twin=_twin(five),
        questions=tuple(map(translate, questions)),
        source=source,
        tells=five.tells,
    )


def _card(condition: ConditionFacts) -> ConditionCard:
    unknown = _unknown(condition.unknown)
    facts = tuple(
        FactView(_written(fact), _what(fact), bar_of(fact), fact.measure) for fact in condition.facts[:MOST_FACTS]
    )
    return ConditionCard(
        translate(TITLES[condition.id]),
        facts,
        tally(condition.rows),
        _("Not known: {things}.", things=unknown) if unknown else "",
    )


def _unknown(messages: Sequence[Message]) -> str:
    return listing(translate(UNKNOWN[message.id]) for message in messages[:MOST_UNKNOWN]) if messages else ""


def _written(fact: CountedFact) -> str:
    if _is_mean(fact):
        return _("{count:.1f} of {all}", count=fact.count, all=number(fact.whole))
    return _("{count} of {all}", count=number(fact.count), all=number(fact.whole))


def _what(fact: CountedFact) -> str:
    return fill(translate(COUNTED[fact.message.id]), fact.message.fields)


def _is_mean(fact: CountedFact) -> bool:
    """Whether it is a mean on a scale, which has no part that could be filled."""
    return fact.low != 0 or fact.count != round(fact.count)


def bar_of(fact: CountedFact) -> Markup:
    """A bar as long as its part of the whole; of a mean a mark on the line of its scale."""
    along = 100 * (fact.count - fact.low) / (fact.whole - fact.low) if fact.whole > fact.low else 0.0
    return _DOT.format(min(along, 98.0)) if _is_mean(fact) else _BAR.format(along)


def _twin(five: FiveConditions) -> Twin | None:
    rows = [*_rows(five)]
    table = Table.from_rows(TWIN, rows, Disclosure.PAIR)
    view = table_view(table, _("The five conditions in numbers"))
    return Twin(view, "five-conditions.csv", table_to_csv(table)) if view else None


def _rows(five: FiveConditions) -> Iterator[dict[str, str | float]]:
    for condition in five.conditions:
        for fact in condition.facts:
            title = translate(TITLES[condition.id])
            yield {
                "condition": title,
                "what": _what(fact),
                "count": fact.count,
                "of": fact.whole,
                "finding": fact.finding,
            }
