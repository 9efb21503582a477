"""What could come of answers, in words, for the terminal and the page."""

from stakeholder_graph.studies.whatif import ComingAnswers
from stakeholder_graph.text import N_, _, _n, listing, translate
from stakeholder_graph.views.amounts import bare, title_and_count
from stakeholder_graph.views.terminal.text_table import text_table
from stakeholder_graph.views.whatif.whatif_text import value_text

#: The most characters of each column.
WIDEST = (52, 14, 14, 14)
LIKELY = N_(
    "From 5 to 95 of 100 imputations, in which whoever answers is as active as the others, or half or twice as active. "
    "Answers of others stay unknown. Where the range leaves out the value before, such an answer would move it."
)
#: Why nothing can be said, by the ids of reasons.
REASONS = {
    "too_few_answers": N_("Too few have answered to say what the missing answers could be."),
    "too_many_to_draw": N_("With more than 1,000 organizations missing answers are not imputed."),
    "nothing_observed": N_("Nobody was asked about a kind of tie that everybody could name."),
}


def answers_text(coming: ComingAnswers) -> str:
    """Write what could come of answers for reading on a terminal.

    Parameters
    ----------
    coming : ComingAnswers
        Any.
    """
    lines = [title_of_answers(coming), f"{coming.wave}, {coming.layer}" if coming.layer else coming.wave, ""]
    if coming.reason:
        return "\n".join([*lines, likely_in_words(coming)]) + "\n"
    headings = (_("What is measured"), _("Before"), _("After, from"), _("to"))
    return "\n".join([*lines, text_table(headings, answered_rows(coming), WIDEST), likely_in_words(coming)]) + "\n"


def title_of_answers(coming: ComingAnswers) -> str:
    """Whose answers come in, in a line.

    Parameters
    ----------
    coming : ComingAnswers
        Any.

    Examples
    --------
    >>> title_of_answers(ComingAnswers(("Clinic",), "2025", "contact", ()))
    'If Clinic answers'
    """
    return _n("If {names} answers", "If {names} answer", len(coming.who), names=listing(coming.who))


def answered_rows(coming: ComingAnswers) -> list[tuple[str, str, str, str]]:
    """Of each measure its title with what it counts, its value, and both ends of where it would likely be.

    Parameters
    ----------
    coming : ComingAnswers
        Any.
    """
    rows = []
    for value in coming.values:
        low, high = ("–", "–") if value.after is None else (value_text(value.name, end) for end in value.after)
        rows.append((title_and_count(bare(value.name, coming.ties)), value_text(value.name, value.before), low, high))
    return rows


def likely_in_words(coming: ComingAnswers) -> str:
    """What the ranges rest on, or why there are none.

    Parameters
    ----------
    coming : ComingAnswers
        Any.

    Examples
    --------
    >>> likely_in_words(ComingAnswers(("Clinic",), "2025", "contact", (), "too_few_answers"))
    'Too few have answered to say what the missing answers could be.'
    """
    return translate(REASONS[coming.reason] if coming.reason else LIKELY)
