"""What could settle an open row, in words and as data."""

from typing import Any

from stakeholder_graph.conditions.judgement import Ledger, LedgerRow
from stakeholder_graph.conditions.settler import Settler
from stakeholder_graph.text import _, _n, day, listing, percent, translate
from stakeholder_graph.views.findings_data import DIGITS

#: So many organizations are named; the others are in the data.
NAMED = 5
#: And so many where nobody can say how many answers it takes.
SOME = 3


def settlers_in_order(ledger: Ledger) -> list[tuple[LedgerRow, Settler]]:
    """Give what could settle the open rows of a ledger, what settles most surely first; never by direction.

    Parameters
    ----------
    ledger : Ledger
        Made with what could settle its rows.
    """
    settlers = [(row, settler) for row in ledger.rows for settler in row.settles]
    return sorted(settlers, key=lambda pair: pair[1].rank)


def settler_in_words(settler: Settler) -> str:
    """Say what has to be fetched, and how surely the row is then settled; never in which direction.

    Parameters
    ----------
    settler : Settler

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Message
    >>> settler_in_words(Settler("document", Message("attach", {"file": "the budget"}), needed=1, settled=1.0))
    'Attach the budget.'
    """
    said = [_what(settler)]
    if settler.kind == "answers" and settler.settled is not None:
        said.append(_("That settles it in {share} of simulations.", share=percent(settler.settled)))
    return " ".join(said)


def late_in_words(ledger: Ledger) -> str:
    """Say until when the list is open, and whose answers came later.

    Parameters
    ----------
    ledger : Ledger

    Returns
    -------
    str
        Blank where no day is stated.
    """
    if not ledger.closes:
        return ""
    said = [_("The list closes on {date}: whatever comes later is marked as late.", date=day(ledger.closes))]
    if ledger.late:
        said.append(_("Answers that came late, and count: {names}.", names=listing(ledger.late)))
    return " ".join(said)


def settler_data(settler: Settler) -> dict[str, Any]:
    """Give what has to be fetched as data.

    Parameters
    ----------
    settler : Settler
    """
    settled = None if settler.settled is None else float(f"{settler.settled:.{DIGITS}g}")
    return {
        "kind": settler.kind,
        "what": settler_in_words(settler),
        "organizations": list(settler.organizations),
        "needed": settler.needed,
        "settled": settled,
        "until": settler.until or None,
    }


def _what(settler: Settler) -> str:
    what, count = settler.what, settler.needed or 0
    first = settler.organizations[: min(count or SOME, NAMED)]
    names = listing(first, "and") if first else ""
    if what.id == "attach":
        return _("Attach {file}.", file=translate(str(what.fields["file"])))
    if what.id == "add_list":
        return _("Add {file}.", file=translate(str(what.fields["file"])))
    if what.id == "more_data":
        return _n(
            "{count} more figure could settle it, such as another year's.",
            "{count} more figures could settle it, such as another year's.",
            count,
        )
    if what.id == "answer_of":
        return _("It waits for the answer of {organization}.", organization=what.fields["organization"])
    if what.id == "one_a_sector":
        return _("It waits for somebody of each silent sector, such as {names}.", names=names)
    if what.id == "open_gate":
        return _n(
            "{count} more answer is needed before anything can be said; ask first {names}.",
            "{count} more answers are needed before anything can be said; ask first {names}.",
            count,
            names=names,
        )
    if not count:
        return _("More answers could settle it, and nobody can say how many; ask first {names}.", names=names)
    return _n(
        "{count} more answer could settle it; ask first {names}.",
        "{count} more answers could settle it; ask first {names}.",
        count,
        names=names,
    )
