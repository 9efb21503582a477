"""What could come of answers, for the terminal and as data."""

import json

from stakeholder_graph import __version__
from stakeholder_graph.studies.whatif import ComingAnswers
from stakeholder_graph.text import N_, _, _n, listing, translate
from stakeholder_graph.views.terminal.text_table import text_table
from stakeholder_graph.views.whatif.whatif_data import rounded
from stakeholder_graph.views.whatif.whatif_text import title_in_short, value_text

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
    title = _n("If {names} answers", "If {names} answer", len(coming.who), names=listing(coming.who))
    lines = [title, f"{coming.wave}, {coming.layer}" if coming.layer else coming.wave, ""]
    if coming.reason:
        return "\n".join([*lines, translate(REASONS[coming.reason])]) + "\n"
    rows = [
        (
            title_in_short(value.name),
            value_text(value.name, value.before),
            *(("–", "–") if value.after is None else (value_text(value.name, end) for end in value.after)),
        )
        for value in coming.values
    ]
    headings = (_("What is measured"), _("Before"), _("After, from"), _("to"))
    return "\n".join([*lines, text_table(headings, rows, WIDEST), translate(LIKELY)]) + "\n"


def answers_json(coming: ComingAnswers) -> str:
    """Write what could come of answers as one JSON document.

    Parameters
    ----------
    coming : ComingAnswers
        Any.

    Returns
    -------
    str
        With a line break at the end. ``after`` is null, since nobody knows the answers; ``after_range`` is where it
        would likely be.
    """
    document = {
        "version": __version__,
        "wave": coming.wave,
        "answers": list(coming.who),
        "reason": coming.reason,
        "findings": [
            {
                "id": f"{value.name}/{coming.layer}/{coming.wave}",
                "before": rounded(value.before),
                "after": None,
                "after_range": None if value.after is None else [rounded(end) for end in value.after],
            }
            for value in coming.values
        ],
    }
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"
