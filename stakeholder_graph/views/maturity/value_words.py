"""The value of a row and what it takes, in words and in one unit."""

from stakeholder_graph.conditions.facts import COUNTS, DIFFERENCES, OF_CHANCE, SIDES
from stakeholder_graph.conditions.judgement import Judgement, LedgerRow
from stakeholder_graph.text import _, number
from stakeholder_graph.text.numbers import with_decimals

#: Numbers this close are the same as they are written.
NEAR = 1e-6


def value_in_words(row: LedgerRow) -> str:
    """The value of a row with its range: of what is counted "7 of 8 (0.88)", of what chance would give its multiple.

    Parameters
    ----------
    row : LedgerRow
        Any.
    """
    judgement = row.judgement
    if judgement.value is None:
        return ""
    said, ends = _written(row, judgement.value), ""
    if judgement.range is not None and judgement.range[0] != judgement.range[1]:
        ends = _("{low} to {high}", low=_written(row, judgement.range[0]), high=_written(row, judgement.range[1]))
    counted, among = judgement.numerator, judgement.denominator
    if counted is not None and among and _is_part(judgement.value, counted, among):
        parts = _("{count} of {all}", count=number(counted), all=number(among))
        # The share says nothing more of all, of none, or where the count itself is held against the threshold.
        beside = "" if judgement.value == counted or counted in (0, among) else said
        beside = "; ".join(filter(None, (beside, ends)))
        return f"{parts} ({beside})" if beside else parts
    if ends:
        said = f"{said} ({ends})"
    return _("{value} times chance", value=said) if _of_chance(row) else said


def _written(row: LedgerRow, value: float) -> str:
    """A value as it is held against the threshold: with the decimals to which the row rounds it."""
    decimals = row.criterion.decimals
    return number(value) if decimals is None else with_decimals(value, decimals)


def _is_share(made: Judgement) -> bool:
    """Whether a value is the share of what is counted, so that a threshold of 1 means all of it."""
    if made.value is None or made.numerator is None or not made.denominator or made.value == made.numerator:
        return False
    return _is_part(made.value, made.numerator, made.denominator)


def _takes_all(row: LedgerRow) -> bool:
    """Whether a threshold of 1 means all of what is counted, and not one."""
    looked = row.criterion.finding
    if row.criterion.threshold != 1 or looked is None or looked.take == "count":
        return False
    return looked.fact not in COUNTS if looked.fact else _is_share(row.judgement)


def _is_part(value: float, count: float, among: float) -> bool:
    """Whether a value is so many of so many, as a count or as their share: an estimate for all or a mean is not."""
    whole = count == round(count) and among == round(among) and count <= among
    return whole and is_quotient(value, count, among)


def is_quotient(value: float, count: float, among: float) -> bool:
    """Say whether a value is what is counted, or that divided by what it is among; an estimate for all is neither.

    Parameters
    ----------
    value, count, among : float
        `among` is not 0.

    Examples
    --------
    >>> is_quotient(0.5, 4, 8), is_quotient(4, 4, 8), is_quotient(0.42, 4, 8)
    (True, True, False)
    """
    return value == count or abs(value - count / among) < NEAR


def _of_chance(row: LedgerRow) -> bool:
    return row.criterion.finding is not None and row.criterion.finding.fact in OF_CHANCE


def limit_in_words(row: LedgerRow) -> str:
    """What a row takes, in the unit of its value: of a margin the side that decides.

    Parameters
    ----------
    row : LedgerRow
        Any.
    """
    asked = row.criterion
    if asked.threshold is None or asked.how == "document" or asked.direction in ("above chance", "not scored"):
        return _("more than chance") if asked.direction == "above chance" else ""
    if asked.direction == "at most":
        return _("at most {limit}", limit=number(asked.threshold))
    if asked.direction == "at least":
        return _("all") if _takes_all(row) else number(asked.threshold)
    margin = asked.margin or 0.0
    low, high = number(asked.threshold - margin), number(asked.threshold + margin)
    side = SIDES.get(asked.finding.fact) if asked.finding is not None else None
    if side is None:
        return _("{low} to {high}", low=low, high=high)
    said = _("at most {limit}", limit=high) if side == "at most" else _("at least {limit}", limit=low)
    return _("{value} times chance", value=said) if _of_chance(row) else said


def takes_in_words(row: LedgerRow) -> str:
    """What a row takes to be shown, as a sentence.

    Parameters
    ----------
    row : LedgerRow
        Any.

    Examples
    --------
    >>> from stakeholder_graph.conditions.judge import judge
    >>> from stakeholder_graph.conditions.quantity import share
    >>> from stakeholder_graph.conditions.rubric import read_rubric
    >>> asked = read_rubric("five-conditions")["answered-names"]
    >>> takes_in_words(LedgerRow(asked, judge(asked, share(43, 61))))
    'It takes 0.80 or more.'
    """
    asked = row.criterion
    if asked.how == "document":
        return _("It takes a document.")
    if asked.direction == "not scored":
        return _("No threshold says how much is enough.")
    if asked.direction == "above chance":
        return _("It takes more than chance would give.")
    limit = limit_in_words(row)
    if asked.direction == "within a margin":
        return _("All of its range has to be {limit}.", limit=limit)
    if asked.direction == "at most":
        return _("It may be {limit}.", limit=limit)
    if asked.finding is not None and asked.finding.fact in DIFFERENCES:
        return _("This is a difference, and it takes {limit} or more.", limit=limit)
    return _("It takes all.") if _takes_all(row) else _("It takes {limit} or more.", limit=limit)
