"""What a ledger says in words: how many rows are shown, and why a row has its verdict."""

from collections.abc import Collection, Mapping

from stakeholder_graph.conditions.judgement import (
    FIRM,
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
from stakeholder_graph.conditions.reasons import FOR_INFORMATION, REASONS, SET_ASIDE, VERDICT_WORDS
from stakeholder_graph.text import N_, _, _n, fill, translate

CONDITIONS = {
    "gate": N_("Who answered"),
    "agenda": N_("Common agenda"),
    "measurement": N_("Shared measurement"),
    "activities": N_("Mutually reinforcing activities"),
    "communication": N_("Continuous communication"),
    "backbone": N_("Backbone support"),
    "voice": N_("Who is at the table"),
    "results": N_("Results"),
    "improvement": N_("Continuous improvement"),
}
#: Fields of reasons that a rubric words.
OF_RUBRIC = frozenset({"asked", "file", "layer"})


def counts_in_words(ledger: Ledger) -> str:
    """Say how many rows are shown, and what becomes of the others.

    Parameters
    ----------
    ledger : Ledger
        Any.

    Returns
    -------
    str
        Such as ``"11 of 14 shown, 2 not met, 1 too close to call; besides, 3 not recorded"``: counts, never the
        name of a gateway.
    """
    aside, counts = ledger.set_aside, tally_in_words(ledger)
    unasked = ledger.counts[NOT_HERE] - len(aside)
    information = sum(row.for_information for row in ledger.rows)
    parts = [words for verdict, words in counts.items() if verdict == SHOWN or ledger.counts[verdict]]
    beside = [_("{count} not recorded", count=unasked)] if unasked else []
    if aside:
        beside.append(_("{count} set aside by people", count=len(aside)) + _against(aside))
    if information:
        beside.append(_("{count} without a threshold", count=information))
    if not beside or not ledger.scored:
        return ", ".join([*parts, *beside])
    # What nobody can judge is none of those of which so many are shown.
    return _("{judged}; besides, {others}", judged=", ".join(parts), others=", ".join(beside))


def tally_in_words(ledger: Ledger) -> Mapping[Verdict, str]:
    """Say of each verdict how many rows have it, and how many of them people decided against lists and answers.

    Parameters
    ----------
    ledger : Ledger
        Any.
    """
    counts = ledger.counts
    said = {
        SHOWN: _("{shown} of {scored} shown", shown=counts[SHOWN], scored=ledger.scored)
        if ledger.scored
        else _("no row can be judged yet"),
        NOT_MET: _("{count} not met", count=counts[NOT_MET]),
        TOO_CLOSE: _("{count} too close to call", count=counts[TOO_CLOSE]),
        TOO_FEW: _("{count} with too few answers to tell", count=counts[TOO_FEW]),
        WAITS: _n("{count} waits for a document", "{count} wait for a document", counts[WAITS]),
    }
    for verdict in FIRM:
        said[verdict] += _against([row for row in ledger.rows if row.verdict == verdict])
    return said


def _against(rows: Collection[LedgerRow]) -> str:
    """How many of these rows people decided against what lists and answers say; blank where they did so of none."""
    count = sum(row.changed for row in rows)
    return _(", {count} of them against what lists and answers say", count=count) if count else ""


def proposal_in_words(row: LedgerRow) -> str:
    """Say what the tool proposes for a row; what people set aside is no proposal.

    Parameters
    ----------
    row : LedgerRow
        Any.
    """
    return translate(FOR_INFORMATION if row.for_information else VERDICT_WORDS[row.judgement.verdict])


def status_in_words(status: Verdict) -> str:
    """Say what people decided.

    Parameters
    ----------
    status : str
        Of a decision.

    Examples
    --------
    >>> status_in_words("does not apply"), status_in_words("shown")
    ('does not apply', 'shown')
    """
    return translate(SET_ASIDE if status == NOT_HERE else VERDICT_WORDS[status])


def cause_in_words(row: LedgerRow) -> str:
    """Say why a row has its verdict, in one sentence.

    Parameters
    ----------
    row : LedgerRow
        Any.
    """
    because = row.judgement.because
    own = {name: translate(str(said)) for name, said in because.fields.items() if name in OF_RUBRIC}
    return fill(translate(REASONS[because.id]), {**because.fields, **own})


def reason_in_words(row: LedgerRow) -> str:
    """Say why a row has its verdict, and what to add where something is missing.

    Parameters
    ----------
    row : LedgerRow
        Any.
    """
    judgement, said = row.judgement, [cause_in_words(row)]
    if judgement.verdict == NOT_HERE and judgement.absent:
        said.append(_("Add {file}.", file=translate(judgement.absent)))
    if judgement.turns is not None and judgement.verdict in FIRM:
        said.append(_turned(row, judgement.turns))
    return " ".join(said)


def _turned(row: LedgerRow, count: int) -> str:
    """How many more or fewer of what is counted would turn the verdict, and into which."""
    missing = row.judgement.verdict == NOT_MET
    if missing == (row.criterion.direction != "at most"):
        what = _n("{count} more", "{count} more", count)
    else:
        what = _n("{count} fewer", "{count} fewer", count)
    if missing:
        return _("With {what} it would be “shown”.", what=what)
    return _("With {what} it would be “not met”.", what=what)
