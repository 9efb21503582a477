"""What the author of short questionnaires has to know of them."""

from collections.abc import Iterator

from stakeholder_graph.questionnaire.short.answering_time import OPTION, OWN_WORDS, PARTNERS, QUESTION, WELCOME
from stakeholder_graph.questionnaire.short.shorten import ShortSurvey
from stakeholder_graph.questionnaire.short.write import ShortFormat
from stakeholder_graph.text import _, _n, number, percent
from stakeholder_graph.text.numbers import with_decimals


def short_notes(short: ShortSurvey, output_format: ShortFormat, silent: int) -> list[str]:
    """Say who is asked about how many, how long that takes, and what becomes of the answers.

    Parameters
    ----------
    short : ShortSurvey
        As it is written.
    output_format : {"xlsform", "print"}
        Where it is written to.
    silent : int
        How many have not answered.

    Returns
    -------
    list of str
        Plain sentences.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire import read_plan
    >>> from stakeholder_graph.questionnaire.short.shorten import shorten
    >>> notes = short_notes(shorten(read_plan("surveys/wren-county"), 10), "print", 18)
    >>> notes[0][:80]
    'Each is asked about 29 of 60 others: about 9.8 minutes instead of 15.6. For 18 o'
    """
    full, minutes = short.minutes
    both, single, neither = short.rosters.pairs()
    return [
        _n(
            "Each is asked about {size} of {others} others: about {short} minutes instead of {full}. For {count} "
            "organization that saves {saved} minutes.",
            "Each is asked about {size} of {others} others: about {short} minutes instead of {full}. For {count} "
            "organizations that saves {saved} minutes.",
            silent,
            size=short.rosters.size,
            others=len(short.plan.roster) - 1,
            short=with_decimals(minutes, 1),
            full=with_decimals(full, 1),
            saved=number(round(silent * (full - minutes))),
        ),
        _(
            "If all were asked so, {both} pairs would be asked of both sides, {one} of one and {neither} of neither. "
            "Rosters are drawn by lot from your list: they do not depend on who answered, nor on what.",
            both=number(both),
            one=number(single),
            neither=number(neither),
        ),
        _(
            "Minutes are estimates: {question} seconds a question, {row} a row of a grid (--row-seconds), {option} an "
            "option to tick, {words} an answer in one's own words, {welcome} for what stands around them; where only "
            "partners are asked about, {partners} of the rows.",
            question=number(QUESTION),
            row=number(short.row_seconds),
            option=number(OPTION),
            words=number(OWN_WORDS),
            welcome=number(WELCOME),
            partners=percent(PARTNERS),
        ),
        *_how_to_read_back(short, output_format),
    ]


def _how_to_read_back(short: ShortSurvey, output_format: ShortFormat) -> Iterator[str]:
    ties = [question for question in short.plan.settings.question if question.kind == "tie"]
    if output_format == "xlsform":
        yield _(
            "The form shows everybody its own roster, and says the same whoever has answered. If it replaces a form "
            "that is collecting, its export holds earlier and new answers, and is read as before: rows that were not "
            "shown are blank, and count as not asked."
        )
    elif ties:
        yield _(
            "Send each organization its own sheet only: the folder of sheets shows who has not answered. Type the "
            "answers into your survey tool, and leave blank what stood on no sheet: it then counts as not asked."
        )
    else:
        yield _(
            "Send each organization its own sheet only: the folder of sheets shows who has not answered. Before you "
            "type the answers, put asked.csv and rosters.csv from the desk's folder beside your survey, and write yes "
            "under “answered” for each that came: pairs that stood on no sheet then count as not asked."
        )
    if any(question.blank_is_no_tie for question in ties):
        yield _(
            "Your settings count a blank as no tie, so that whatever was not asked would count so. Before you read "
            "short answers, say there that blank is “unobserved”, or read them in the folder of the short form."
        )
