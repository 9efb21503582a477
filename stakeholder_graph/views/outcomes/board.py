"""The board of an outcome: how strategies stand, whom they reached, what was learned; what blocks it, what changed."""

from collections.abc import Iterator, Sequence

from stakeholder_graph.measures.improvement._board import AHEAD, DECIDED, KINDS
from stakeholder_graph.model.strategies import STANDINGS
from stakeholder_graph.model.table import Row
from stakeholder_graph.studies.outcomes._tried import Tried
from stakeholder_graph.studies.outcomes.sheets import OutcomeSheet
from stakeholder_graph.text import _, day, listing, number, translate
from stakeholder_graph.views.outcomes.sheet_view import BoardView

#: What a cell says, and what stands small below it.
WithSmallPrint = tuple[str, str]


def board_of(sheet: OutcomeSheet) -> BoardView | None:
    """Put what is tried for an outcome into a table.

    Parameters
    ----------
    sheet : OutcomeSheet
        Of any outcome.

    Returns
    -------
    BoardView or None
        None where nothing is tried.
    """
    if not sheet.tried:
        return None
    columns = (_("Strategy"), _("Status"), _("Reach"), _("Learned"), _("Decide by"))
    rows = [
        (
            (tried.name, _who(tried)),
            (_status(tried), _("since {year}", year=tried.started) if tried.started else ""),
            (tried.reach, _expected(tried)),
            (tried.learned, ""),
            _decision(tried),
        )
        for tried in sheet.tried
    ]
    kept = [k for k in range(len(columns)) if k < 2 or any(any(row[k]) for row in rows)]
    return BoardView(tuple(columns[k] for k in kept), tuple(tuple(row[k] for k in kept) for row in rows))


def what_blocks(sheet: OutcomeSheet) -> tuple[str, ...]:
    """What stands in the way of an outcome: strategies that are paused or not decided, and needs that nobody meets.

    Parameters
    ----------
    sheet : OutcomeSheet
        Of any outcome.
    """
    return tuple(_blocks(sheet))


def _blocks(sheet: OutcomeSheet) -> Iterator[str]:
    for tried in sheet.tried:
        if tried.blocks:
            yield _("“{strategy}”: {status}.", strategy=tried.name, status=_status(tried))
        if tried.overdue:
            yield _(
                "“{strategy}” was to be decided by {date}.", strategy=tried.name, date=day(tried.decide_by.rstrip(". "))
            )
    if unmet := [needed.item for needed in sheet.needed if not needed.offered]:
        yield _("Needed, and nobody offers it: {items}.", items=listing(unmet, "and"))


def changes(rows: Sequence[Row]) -> tuple[str, ...]:
    """Put the policies, practices and money that changed into words.

    Parameters
    ----------
    rows : sequence of Row
        what, date, kind and evidence.

    Examples
    --------
    >>> changes([{"what": "School starts at nine.", "date": "2025-08", "kind": "policy", "evidence": "Minutes"}])
    ('School starts at nine (policy, 2025-08; Minutes)',)
    """
    said = []
    for row in rows:
        kind = translate(KINDS.get(str(row["kind"]), "")) if row["kind"] else ""
        about = ", ".join(filter(None, (kind, day(str(row["date"])))))
        about = "; ".join(filter(None, (about, str(row.get("evidence") or "").rstrip(". "))))
        said.append(f"{str(row['what']).rstrip('. ')} ({about})")
    return tuple(said)


def _expected(tried: Tried) -> str:
    """What its indicator is expected to be."""
    if tried.expected is None:
        return ""
    return _(
        "{indicator}: {figure} expected by {by}",
        indicator=tried.indicator,
        figure=number(tried.expected),
        by=tried.expected_by,
    )


def _status(tried: Tried) -> str:
    """As it is written, or in our words where these are the same."""
    if tried.status.strip().casefold() == tried.standing or not tried.status:
        return translate(STANDINGS[tried.standing]) if tried.standing else _("not said")
    return tried.status


def _who(tried: Tried) -> str:
    """Its partners, and which of them do not work together."""
    if not tried.apart:
        return listing(tried.partners)
    return f"{listing(tried.partners)}. {_apart(tried)}"


def _apart(tried: Tried) -> str:
    if tried.pairs == 1:
        return _("They do not name each other.") if tried.named else _("They do not work together.")
    fields = {"apart": number(tried.apart), "pairs": number(tried.pairs)}
    if tried.named:
        return _("In {apart} of their {pairs} pairs neither names the other.", **fields)
    return _("In {apart} of their {pairs} pairs the two do not work together.", **fields)


def _decision(tried: Tried) -> WithSmallPrint:
    """The date to decide by and whether it has passed, or when it was decided."""
    if tried.decision == DECIDED:
        return (_("decided {date}", date=day(tried.decided_on)) if tried.decided_on else _("decided"), "")
    said = translate(tried.decision) if tried.decision and tried.decision != AHEAD else ""
    if tried.overdue:
        said = _("passed")
    return (day(tried.decide_by), said) if tried.decide_by else (said, "")
