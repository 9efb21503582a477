"""What a page says of ledgers: how many rows are shown, with a mark for each, and which rows a meeting looks at."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from stakeholder_graph.conditions.five_conditions import FiveConditions
from stakeholder_graph.conditions.judgement import (
    NOT_HERE,
    NOT_MET,
    SHOWN,
    TOO_CLOSE,
    TOO_FEW,
    WAITS,
    Ledger,
    LedgerRow,
    Verdict,
)
from stakeholder_graph.conditions.ledger import USUAL_RUBRIC
from stakeholder_graph.text import _, _n, day, listing, number, translate
from stakeholder_graph.views.maturity.ledger_words import (
    counts_in_words,
    proposal_in_words,
    reason_in_words,
    status_in_words,
    tally_in_words,
)
from stakeholder_graph.views.maturity.settler_words import settler_in_words
from stakeholder_graph.views.maturity.value_words import value_in_words
from stakeholder_graph.views.report.conditions.words import OTHERS, TITLES

#: So many rows a meeting looks at.
MOST_ROWS = 10
#: From one mark to the next in pixels.
PITCH = 15
_RING = '<circle class="line" r="5"/>'
#: A mark for each verdict, which its shape tells apart as well as its colour.
MARKS: Mapping[Verdict, str] = {
    SHOWN: '<circle class="full" r="5.5"/>',
    NOT_MET: f'{_RING}<path class="line" d="M -2.2 -2.2 L 2.2 2.2 M -2.2 2.2 L 2.2 -2.2"/>',
    TOO_CLOSE: f'{_RING}<path class="full" d="M 0 -5 A 5 5 0 0 0 0 5 z"/>',
    TOO_FEW: '<circle class="line dashed" r="5"/>',
    WAITS: '<path class="line" d="M -4 -5 H 2 L 4 -3 V 5 H -4 z"/>',
}
_MARK = Markup('<g transform="translate({x} 7)">{drawn}</g>')
_LINE_OF_MARKS = Markup(
    '<svg class="row-marks" width="{width}" height="14" viewBox="0 0 {width} 14" aria-hidden="true">{marks}</svg>'
)


@dataclass(frozen=True, slots=True)
class TallyLine:
    """Rows of one verdict: a mark for each, and how many."""

    marks: Markup
    said: str


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """A row that a meeting looks at: what is asked, how it stands, why and what could settle it, what was decided."""

    asked: str
    stands: str
    why: str
    decided: str


def tally(ledger: Ledger | None) -> tuple[TallyLine, ...]:
    """Say of the rows of a condition how they stand.

    Parameters
    ----------
    ledger : Ledger or None
        Of these rows alone.
    """
    return tuple(_tally(ledger)) if ledger is not None else ()


def _tally(ledger: Ledger) -> Iterator[TallyLine]:
    counts, said = ledger.counts, tally_in_words(ledger)
    for verdict, words in said.items():
        if counts[verdict] or (verdict == SHOWN and ledger.scored):
            yield TallyLine(_marks(verdict, counts[verdict]), words)


def one_mark(verdict: Verdict) -> Markup:
    """The mark of a verdict; blank for what does not apply.

    Parameters
    ----------
    verdict : str
        Of a row.

    Examples
    --------
    >>> one_mark("does not apply")
    Markup('')
    """
    return _marks(verdict, 1) if verdict in MARKS else Markup("")


def _marks(verdict: Verdict, count: int) -> Markup:
    drawn = Markup(MARKS[verdict])  # noqa: S704 (it stands in this file)
    marks = Markup("").join(_MARK.format(x=7 + PITCH * k, drawn=drawn) for k in range(count))
    return _LINE_OF_MARKS.format(width=PITCH * count, marks=marks) if count else Markup("")


def rubric_lines(ledgers: Sequence[Ledger], above: Collection[str] = ()) -> tuple[tuple[str, str], ...]:
    """The title of each rubric, and how many of its rows are shown.

    Parameters
    ----------
    ledgers : sequence of Ledger
        Any.
    above : collection of str
        The conditions whose rows stand in columns above: where the others belong is said of the rubric of the five.
    """
    judged = (ledger for ledger in ledgers if ledger.scored or ledger.set_aside)
    return tuple((translate(ledger.rubric.title), _counted(ledger, above)) for ledger in judged)


def _counted(ledger: Ledger, above: Collection[str]) -> str:
    """How many rows are shown and, of the rubric of the five, which are counted here and stand in no column."""
    counts: Counter[str] = Counter(
        row.criterion.condition
        for row in ledger.rows
        if row.verdict != NOT_HERE and row.criterion.direction != "not scored"
    )
    others = [
        _("{count} on {what}", count=counts[condition], what=_in_a_sentence(translate(what)))
        for condition, what in (TITLES | OTHERS).items()
        if counts[condition] and condition not in above
    ]
    said = counts_in_words(ledger)
    if ledger.rubric.id != USUAL_RUBRIC or not above or not others:
        return said
    return _("{counts}. Counted here alone: {others}", counts=said, others=listing(others))


def _in_a_sentence(title: str) -> str:
    """A title as it stands within a sentence."""
    return title[:1].lower() + title[1:]


def row_in_words(row: LedgerRow) -> str:
    """What is asked, how it stands, who decided it and on what.

    Parameters
    ----------
    row : LedgerRow
        Any.
    """
    decision = row.decision
    stands = status_in_words(decision.status) if decision else proposal_in_words(row)
    asked = translate(row.criterion.asked).rstrip(".")
    if decision is None:
        return _("{asked}: {stands}.", asked=asked, stands=stands)
    source = ", ".join(filter(None, (decision.decided_by, day(decision.decided_on))))
    said = [_("{asked}: {stands} ({source}).", asked=asked, stands=stands, source=source)]
    said += [_("{text}.", text=text.rstrip(". ")) for text in (decision.evidence, decision.reason) if text]
    return " ".join(said)


def overruled_rows(ledgers: Sequence[Ledger]) -> tuple[str, ...]:
    """Rows that people decided against what answers and lists say: what these say, who decided otherwise, and why.

    Parameters
    ----------
    ledgers : sequence of Ledger
        Any.
    """
    return tuple(
        _("{row} Lists and answers say: {proposal}.", row=row_in_words(row), proposal=proposal_in_words(row))
        for ledger in ledgers
        for row in ledger.overruled
    )


def meeting_rows(ledgers: Sequence[Ledger]) -> tuple[MeetingRow, ...]:
    """The rows that the next meeting looks at: changed ones first, then open ones, ten at most.

    Parameters
    ----------
    ledgers : sequence of Ledger
        Any.
    """
    rows = [row for ledger in ledgers for row in ledger.to_discuss]
    first = sorted(rows, key=lambda row: not row.changed)
    return tuple(map(_meeting_row, first[:MOST_ROWS]))


def _meeting_row(row: LedgerRow) -> MeetingRow:
    decision, stands, value = row.decision, proposal_in_words(row), value_in_words(row)
    decided = ""
    if decision is not None:
        said = (status_in_words(decision.status), decision.decided_by, day(decision.decided_on))
        decided = ", ".join(filter(None, said))
    return MeetingRow(
        translate(row.criterion.asked),
        _("{stands}: {value}", stands=stands, value=value) if value else stands,
        _why(row),
        decided,
    )


def _why(row: LedgerRow) -> str:
    """Why it stands so, and what could settle it, each said once: a missing paper is both."""
    said = [reason_in_words(row), *map(settler_in_words, row.settles)]
    return " ".join(dict.fromkeys(filter(None, said)))


def carried_over(ledgers: Sequence[Ledger]) -> str:
    """How many rows stay as people decided them, and when the last was; blank where nobody decided any.

    Parameters
    ----------
    ledgers : sequence of Ledger
        Any.
    """
    decided = [row.decision for ledger in ledgers for row in ledger.rows if row.decision and not row.changed]
    if not decided:
        return ""
    many, last = len(decided), max(decision.decided_on for decision in decided)
    if not last:
        return _n("{count} row stays as it was decided.", "{count} rows stay as they were decided.", many)
    return _n(
        "{count} row stays as it was decided on {date}.",
        "{count} rows stay as they were decided, the last on {date}.",
        many,
        count=number(many),
        date=day(last),
    )


def problems(five: FiveConditions) -> tuple[str, ...]:
    """What is wrong with what people decided, so that no decision is left out in silence.

    Parameters
    ----------
    five : FiveConditions
        With its ledgers.
    """
    said = []
    if five.rubrics_absent:
        said.append(
            _n(
                "evidence.csv names a rubric that is not there: {names}. Put its file into the folder rubrics.",
                "evidence.csv names rubrics that are not there: {names}. Put their files into the folder rubrics.",
                len(five.rubrics_absent),
                names=listing(five.rubrics_absent),
            )
        )
    if odd := sum(len(ledger.problems) for ledger in five.ledgers):
        said.append(
            _n(
                "{count} decision needs another look: `stakeholder-graph maturity` says why.",
                "{count} decisions need another look: `stakeholder-graph maturity` says why.",
                odd,
            )
        )
    return tuple(said)
