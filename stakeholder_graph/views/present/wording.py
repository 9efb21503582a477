"""What the presenting page, the posters and the slides say in common."""

from collections.abc import Mapping
from types import MappingProxyType

from stakeholder_graph.model.table import Cell
from stakeholder_graph.text import _, translate

SAID: Mapping[str, str] = MappingProxyType(
    {
        "kind_us": "Who we are",
        "kind_read": "The map",
        "kind_strength": "A strength",
        "kind_across": "Across sectors",
        "kind_along": "What ties run along",
        "kind_missing": "Who is missing",
        "kind_meet": "Who could meet",
        "kind_questions": "Now it is our turn",
        "kind_next": "Next steps",
        "us_listed": "We are {organizations} organizations",
        "us_sectors": "We are {organizations} organizations from {sectors} sectors",
        "us_all": "Every one of us answered the survey.",
        "us_some": "{answered} of {all} answered the survey.",
        "us_still": "{silent} answers are still to come: what they would say is not known.",
        "us_still_one": "One answer is still to come: what it would say is not known.",
        "us_never_none": "A missing answer is never counted as no tie.",
        "us_assumed": "Nothing says who answered, so all are taken to have answered.",
        "us_draft": "This is a draft: some decisions about the survey are still open.",
        "read_title": "Each symbol is one of us, each line a tie",
        "read_title_no_ties": "Each symbol is one of us",
        "read_sector": "Colour and shape show the sector.",
        "read_line": "A line joins two who work together ({layer}): at least one of them named the other.",
        "read_near": "Near the edge does not mean less important.",
        "read_no_ties": "Ties are not shown here, since those who answered were not told that they would be.",
        "across_counted": "{across} of the {all} lines on this map join two sectors",
        "across_line": "On the map, the lines that join two sectors are in colour.",
        "within_line": "On the map, the lines that stay within a sector are in colour.",
        "bar_here": "As it is",
        "bar_chance": "By chance alone",
        "bars_outcomes": "Each bar: how many organizations say that they work on the outcome.",
        "bar_others": "all other pairs",
        "bars_pairs": "Of 100 pairs of organizations, so many are tied.",
        "bars_groups": "Each bar: a group that works on the same outcomes, and how many organizations are in it.",
        "ask_us_1": "What do you notice first about who we are?",
        "ask_us_2": "Is there a kind of organization whose voice we are missing altogether?",
        "ask_sectors": "Which sector would be worth one more contact for each of us?",
        "ask_kinds": "Which kinds of organizations should know each other better?",
        "ask_talk": "What works well here: where else could we do the same?",
        "ask_strength_1": "What made this work, and whom do we thank for it?",
        "ask_strength_2": "Where else could we do the same?",
        "of_hundred": "{count} of 100",
        "key_ring": "A ring marks the backbone.",
        "key_width": "The thicker a line, the stronger the tie.",
        "names_elsewhere": "Names that found no room here are on the map page.",
        "no_letters": "Some letters of this page could not be drawn; a box (□) stands for each.",
        "note_counted": "What is counted",
        "counted_ties": "The sentence counts ties as they were named: where both named each other, these are two. The "
        "map draws one line for each pair: {across} of its {all} lines join two sectors.",
        "counted_pairs": "The sentence and the map count the same, each pair once: {across} of {all} lines join two "
        "sectors.",
        "questions_title": "Talk about it with the person next to you",
        "next_title": "What happens next",
        "next_own": "Find your organization on the map. Is it right?",
        "next_wrong": "Something is wrong? Write it on the sheet “This is wrong”.",
        "next_who": "Choose one question, and say who takes it on, and by when.",
        "next_answer": "Not answered yet? It is not too late: {silent} answers are still to come.",
        "next_answer_one": "Not answered yet? It is not too late: one answer is still to come.",
        "standing": "{standing} ({layer}).",
        "standing_alone": "{standing}.",
        "note_how": "How it was found",
        "note_sure": "How sure we are",
        "note_chance": "If asked: is that more than chance?",
        "note_silent": "If asked: and what about those who did not answer?",
        "note_do": "What to do here",
        "found": "{title}. {question} {how_to_read}",
        "chance_clear": "Yes. It differs clearly from what chance alone would give.",
        "chance_counted": "It is counted; chance does not come into it.",
        "chance_even": "It cannot be told apart from what chance alone would give, so do not make more of it.",
        "chance_close": "It is too close to call, so do not make more of it.",
        "silent_none": "Everyone answered, so nothing had to be guessed.",
        "silent_assumed": "Nothing says who answered: all of it takes for granted that everyone did.",
        "silent_some": "{silent} have not answered yet. Their ties are not known, and are never counted as none.",
        "silent_one": "One has not answered yet. Its ties are not known, and are never counted as none.",
        "silent_nothing": "Nothing here says how many answered.",
        "do_us": "Thank everyone who answered. Do not ask who did not: nobody is named on any of these screens.",
        "do_read": "Point at one symbol and one line, and say in words what they mean. Then give everyone a minute "
        "to find themselves: in the page present.html, a click on a letter below the map and one on a name do it.",
        "do_counted_lines": "The lines are counted on the map itself: pairs of organizations of which at least one "
        "named the other, each pair once.",
        "do_questions": "Two minutes in pairs, five at the table, then hear from three tables. Write down names, not "
        "numbers.",
        "do_next": "Do not leave without a name and a date for each step. Point at the sheet “This is wrong”: what is "
        "written there is put right before the map is shown again.",
        "layer_wave": "It was asked about {layer}, {wave}.",
        "layer_only": "It was asked about {layer}.",
        "none_there": "missing",
        "ask_read_1": "Is your organization where you expected it?",
        "ask_read_2": "Which line is missing here that you know of?",
        "stations_title": "{partnership}: stations for a data walk",
        "slides_title": "{partnership}: slides for the room",
        "station": "Station {number} · {kind}",
        "room_for_notes": "Room for your notes",
        "wrong_kind": "Corrections",
        "wrong_title": "This is wrong",
        "wrong_how": "Something about your organization is not right? Write it here, also if it is small. Whoever "
        "keeps the data puts it right before the map is shown again.",
        "correct_1": "1. Choose the sheet of what is wrong: names, organizations (for their sectors), ties or "
        "affiliations (for outcomes, teams and the like). Write one correction a row, and who says so.",
        "correct_2": "2. names: in “written” as it was written in the survey or on the map, in “organization” as it "
        "should be.",
        "correct_3": "3. organizations: write the right sector beside the organization; leave the others blank.",
        "correct_4": "4. ties and affiliations: a row for what is missing or not so; choose which of the two.",
        "correct_value": "value, for {layer}: choose a step by its name; in brackets stands its number. {steps}.",
        "keeper_title": "For who keeps the data",
        "keeper_1": "1. Look at each row of the other sheets, and ask where one side speaks for another.",
        "keeper_2": "2. What is missing: copy the rows that somebody filled in below those of names.csv, ties.csv and "
        "affiliations.csv, each column under the heading of the same name, without those that say what is wrong and "
        "who says so. A wave that stands in a row otherwise empty is no correction.",
        "keeper_3": "3. What is not so: take its row out of the file. A sector: change it in organizations.csv.",
        "keeper_4": "4. Make the report again.",
        "correct_missing": "is missing",
        "correct_too_many": "is not so",
        "wrong_organization": "My organization",
        "wrong_what": "Name, sector, tie, outcome?",
        "wrong_says": "Here it says",
        "wrong_right": "It should say",
        "wrong_who": "Who says so",
    }
)


def key(*, ring: bool, widths: bool) -> str:
    """What a map's ring and the width of its lines mean, as far as it has them.

    Examples
    --------
    >>> key(ring=True, widths=False)
    'A ring marks the backbone.'
    """
    return " ".join(translate(SAID[name]) for name, there in (("key_ring", ring), ("key_width", widths)) if there)


def told(name: str, **fields: Cell) -> str:
    """One of these sentences, filled in.

    Examples
    --------
    >>> told("us_some", answered=1200, all=1300)
    '1,200 of 1,300 answered the survey.'
    """
    return _(SAID[name], **fields)
