"""The sentence engine: puts messages and values into the reader's language, once an edition has been redacted.

Texts that belong to one measure stand in that measure's own file; here stand those that all share. Every text is an
English message of the catalogue, and its fields are filled in here or by `stakeholder_graph.text`, nowhere else.
"""

import re
from collections.abc import Mapping
from functools import partial
from types import MappingProxyType

from stakeholder_graph.editions.declared_words import DECLARED_WORDS
from stakeholder_graph.measures._registry import MeasureInfo, measures
from stakeholder_graph.model.finding import Estimated, Finding, Message, Tone
from stakeholder_graph.model.table import Cell
from stakeholder_graph.studies.in_common.traits import YES_NO
from stakeholder_graph.text import N_, _, fill, listing, number, translate
from stakeholder_graph.views.amounts import amount as amount
from stakeholder_graph.views.amounts import counts_mentions, display, displayed

#: What analysts say, as a pattern, and what users read instead; every page is tested against it.
WORDS: Mapping[str, str] = MappingProxyType(
    {
        r"silo(s|ed)?": "works mostly within its own sector",
        r"token(s|ism)?": "at the table, few ties",
        r"unobserved": "not known",
        r"confirmed": "named by both",
        r"non-?respondents?": "has not answered yet",
        r"isolates?": "no ties reported yet",
        r"key players?": "connections to protect",
        r"withh(eld|old)": "too close to call",
        r"gaps?": "missing",
        r"code ?books?": "survey settings",
    }
)

#: Messages that any measure may use.
SHARED = {
    "too_few_organizations": N_("There are too few organizations to say."),
    "one_sector": N_("All organizations are in one sector, so there is nothing to compare."),
    "no_ties_told": N_("No connections are reported, so nothing is said of how they run."),
    "no_ties": N_("No connections are reported, so this cannot be said."),
    "nothing_observed": N_("Nothing was answered that this could be read from."),
    "unbounded": N_("The value has no upper limit here."),
    "too_few_answers": N_("Fewer than ten organizations answered: too few to say how far the rest could move this."),
    "too_many_to_draw": N_(
        "There are too many organizations to say how far those who have not answered could move this."
    ),
    "too_large_to_range": N_(
        "With more than {most} organizations we do not compute how far those who have not answered could move this."
    ),
    "donor_draws": N_(
        "There are more than 1,000 organizations, so the range rests on {draws} draws, in which each organization that "
        "did not answer takes its number of connections from one of its sector that did."
    ),
    "range_error": N_(
        "With so few draws, an end of the range may be off by {percent} % of the width of the range (standard error)."
    ),
    "undefined_in_draws": N_("Had everyone answered, this would most often be undefined: there is no range."),
    "under_half_answered": N_("Fewer than half answered, so nobody is named and no order is given."),
    "outside_range": N_(
        "What was counted so far lies outside this range: with everyone's answers the number would tend to be "
        "another, because more organizations and connections would be counted."
    ),
    # Why there is no range is a text of the measure itself.
    "no_range": "{why}",
    "set_aside": N_("Organizations whose answer came and is set aside, so that it does not count here: {count}."),
    "no_sector": N_("Organizations whose sector is not stated: {count}. They are left out of this."),
    "asked_of": N_("This was asked about partners in {layer} only, so there is no range."),
    "limited_names": N_(
        "Respondents could name only so many, so the range may be too narrow, above all for measures of "
        "single organizations."
    ),
    "limit_withheld": N_(
        "Of {respondents} respondents {reached} named as many organizations as they were allowed and may have "
        "more connections, so this would come out wrong and is not said."
    ),
    "limit_estimated": N_(
        "Of {respondents} respondents {reached} named as many organizations as they were allowed and may have "
        "more connections. What was observed would come out too high, so this is estimated from how many each "
        "named."
    ),
    "limit_unsettled": N_(
        "Of {respondents} respondents {reached} named as many organizations as they were allowed: those who "
        "named fewer have fewer connections and cannot tell how many more the others have, so there is no "
        "range."
    ),
    "limit_too_few_below": N_(
        "Of {respondents} respondents {reached} named as many organizations as they were allowed: too few "
        "named fewer to tell how many connections there are."
    ),
    "hub_silent": N_(
        "Too few answers to tell how far this could move: {organization}, which others name most, has no "
        "answer that counts, and its answer decides."
    ),
    "too_few_to_tell": N_(
        "Too few answers to tell how far those who have not answered could move this: the range would be too wide to "
        "use."
    ),
    "asked_by_sector": N_(
        "Organizations were asked about partners of some sectors more than of others, so what chance alone would give "
        "cannot be told here."
    ),
    "pairs_not_listed": N_("With more than {most} organizations pairs are not listed."),
    "too_large_to_test": N_("With more than {most} organizations this is not compared with chance."),
    "too_large_to_rewire": N_(
        "With more than {most} organizations this is not compared with partners chosen by chance."
    ),
    "too_many_to_rewire": N_("There are too many connections to compare with partners chosen by chance."),
    "rewire_one": N_(
        "With as many connections for each organization as there are, no other partners are possible, so this "
        "cannot be compared with partners chosen by chance."
    ),
    "rewire_same": N_(
        "With as many connections for each organization as there are, this comes out the same whatever the "
        "partners, so it cannot be compared with partners chosen by chance."
    ),
    "rewire_slow": N_(
        "So many connections are there already that hardly any other partners are possible, so this cannot be "
        "compared with partners chosen by chance."
    ),
    "rewire_unasked": N_(
        "Too few other partners were asked about to give organizations others by chance, so this cannot be "
        "compared with partners chosen by chance."
    ),
    "few_draws": N_(
        "{count} comparisons are corrected together, which takes {needed} permutations or more to tell anything; there "
        "were {permutations}."
    ),
    "too_large": N_("With more than {most} organizations this takes too long to compute, so it is left out."),
    "answered_subgraph": N_("Counted among those who answered only."),
    "asked_in_part": N_(
        "Not everyone was asked about everyone, or respondents could name only so many: this holds as far as was asked "
        "and named."
    ),
}

#: Verdicts that stand without a number.
_IN_WORDS = {id: word.text for id, word in DECLARED_WORDS.items()}

#: Sentences that belong to no measure.
PHRASES = {
    "chance": N_("Chance alone would give about {expected}; {how_often}."),
    "chance_nearly_always": N_("as large a difference comes up by chance nearly every time"),
    "chance_often": N_("as large a difference comes up by chance in {count} of 100 tries, so it says nothing"),
    "chance_of_hundred": N_("as large a difference comes up by chance in {count} of 100 tries"),
    "chance_of_thousand": N_("as large a difference comes up by chance in {count} of 1,000 tries"),
    "chance_never": N_("as large a difference came up by chance in none of {count} tries"),
    "chance_hardly_ever": N_("as large a difference comes up by chance in fewer than 1 of 1,000 tries"),
    "chance_of_partners": N_(
        "If each organization had as many connections as it has, and chance alone chose with whom, it would be "
        "about {expected}; {how_often}."
    ),
    "only_one_clear": N_("Only one of these two comparisons is clear; the report names only what both show."),
    "judged_together": N_(
        "All these comparisons are judged together: one is named only if chance alone would make any of "
        "them stand out as much in fewer than 5 of 100 tries."
    ),
    "few_ties": N_(
        "Few connections: those of it who answered name under half as many partners as organizations do on average."
    ),
    "about": N_("about {value}"),
    "between": N_("between {low} and {high}"),
    "range": N_(
        "With all the answers it would likely be {like} if those who have not answered yet are about as active as "
        "those who have; {shifted} if they are much less or much more active."
    ),
    "range_same": N_(
        "With all the answers it would likely be {between}, whether those who have not answered yet are about as "
        "active as those who have, much less or much more."
    ),
    "range_only": N_("With all the answers it would likely be {between}."),
    "answered_only": N_("Among those who answered, {said}"),
    "as_asked": N_("As far as was asked and named, {said}"),
    "among_tests": N_(
        "Too close to call: among the {tests} tests of this report one may come out like this by chance. {said}"
    ),
    "few_permutations": N_(
        "Too close to call: with {permutations} permutations hardly any of the {tests} tests of this report can be "
        "clear, however large the difference; that takes {needed} or more. {said}"
    ),
    "in_words": N_(
        "The verdict rests on all answers. Its numbers stay with the backbone, so that nobody can tell from them who "
        "answered what."
    ),
    "nothing_missing": N_("Every answer that was asked for is there, so nothing had to be guessed."),
    "sure_all": N_("All {all} are clear: luck would rarely do this."),
    "sure_all_one": N_("It is clear: luck would rarely do this."),
    "sure_some": N_("{clear} of these {all} are clear, since luck would rarely do this; the rest are {others}."),
    "sure_one": N_("One of these {all} is clear, since luck would rarely do this; the rest are {others}."),
    "sure_but_one": N_("{clear} of these {all} are clear, since luck would rarely do this; the other is {others}."),
    "sure_one_of_two": N_("One of these two is clear, since luck would rarely do this; the other is {others}."),
    "sure_other_counted": N_("a count"),
    "sure_other_close": N_("one that could have come about by luck"),
    "sure_none_counted": N_("These are counts; luck does not come into them."),
    "sure_none_close": N_("None of these can be told apart from luck."),
    "sure_none_both": N_("These are counts, or could have come about by luck."),
    "sure_others_counted": N_("counts"),
    "sure_others_close": N_("such as could have come about by luck"),
    "sure_others_both": N_("counts, or could have come about by luck"),
    "sure_ranges": N_(
        "Beside the numbers stands how far the answers that are still missing ({silent}) could move them."
    ),
    "turn_hardly": N_("missing answers would hardly turn {findings}"),
    "turn_could": N_("missing answers could turn {findings}"),
    "turn_unknown": N_("of {numbers} that is not known"),
    "ranges_held": N_("Of {tried} ranges tried on known answers {within} held; {expected} should."),
    "sure_lines": N_("Answers that are still missing: {silent}; what they would say is not known."),
    "sure_ranges_aside": N_(
        "Beside the numbers stands how far the answers of {silent} organizations that are missing or set aside could "
        "move them."
    ),
    "sure_lines_aside": N_("What the answers that are missing or set aside ({silent}) would say is not counted."),
    "sure_assumed": N_("All of it takes for granted that everyone answered."),
    "sure_everyone": N_("Everyone answered, so nothing had to be guessed."),
    "standing_clear": N_("Luck would rarely do this"),
    "standing_counted": N_("Counted from the answers"),
    "standing_counted_lines": N_("Counted on the map"),
    "estimated": N_(
        "That is the estimate for everyone on the roster, between {low} and {high}; from the answers so far it is "
        "{so_far}."
    ),
    "estimated_short": N_("That is the estimate for everyone on the roster; from the answers so far it is {so_far}."),
    "so_far_same": N_("That is so far: with all the answers it would likely be about {high}."),
    "so_far": N_("That is so far: with all the answers it would likely be between {low} and {high}."),
    "standing_counted_files": N_("Counted from the files"),
    "standing_counted_words": N_("What all answers together show"),
    "standing_counted_organizations": N_("Counted from the list of organizations"),
    "standing_counted_seats": N_("Counted from who sits in which team"),
    "standing_close": N_("Too close to call"),
    "standing_even": N_("Luck could do this"),
}

#: How terms begin that name an attribute of organizations.
THE_SAME = "the same "

#: What two have in common that are alike in what many lists call so.
_SAME_ATTRIBUTE = frozenset({
    N_("the same sector"), N_("the same place"), N_("the same size"), N_("the same city"), N_("the same county"),
    N_("the same region"), N_("the same neighborhood"), N_("the same type"),
})  # fmt: skip
#: What else two may have in common, and where several things in one field are parted.
_TRAITS = frozenset({"shared outcomes", "a team in common"})
_JOINED = re.compile(f"(?:, | or )(?=(?:{'|'.join([THE_SAME, *sorted(_TRAITS)])}))")

#: Fields of messages that may hold terms.
TERMS = frozenset({"work", "alike", "what", "attribute", "within"})

SMALL = (
    N_("none"),
    N_("one"),
    N_("two"),
    N_("three"),
    N_("four"),
    N_("five"),
    N_("six"),
    N_("seven"),
    N_("eight"),
    N_("nine"),
    N_("ten"),
)


def phrase(name: str, **fields: Cell) -> str:
    """A sentence that belongs to no measure, filled in.

    Examples
    --------
    >>> phrase("between", low="18%", high="25%")
    'between 18% and 25%'
    """
    return _(PHRASES[name], **fields)


def say(message: Message, measure: str, *, mentions: bool = False) -> str:
    """Put one message into words, as plain text.

    Parameters
    ----------
    message : Message
        What is to be said.
    measure : str
        Name of the measure that says it, whose words come first.
    mentions : bool
        Whether what it counts is mentions, so that a pair may count twice, and not ties.

    Returns
    -------
    str
        Text, never markup: names in it still have to be escaped where they are shown.

    Examples
    --------
    >>> say(Message("no_ties"), "density")
    'No connections are reported, so this cannot be said.'
    """
    template = _template(message, measure, mentions=mentions)
    fields = {
        name: term(value) if name in TERMS and isinstance(value, str) else value
        for name, value in message.fields.items()
    }
    if message.id == "no_range":
        fields["why"] = translate(str(fields["why"]))
    said = _said(message, template, fields)
    return _too_close(message, said) if message.among_tests else said


def _too_close(message: Message, said: str) -> str:
    """What a claim would say, behind why it is too close to call."""
    if not message.permutations_needed:
        return phrase("among_tests", tests=message.among_tests, said=said)
    return phrase(
        "few_permutations",
        permutations=message.permutations,
        tests=message.among_tests,
        needed=message.permutations_needed,
        said=said,
    )


def _said(message: Message, template: str, fields: Mapping[str, Cell]) -> str:
    said = translate(template)
    # Many sentences say by themselves of whom they hold.
    within = "answered_only" if message.answered_only else "as_asked" if message.as_asked else ""
    if within and "answered" not in template:
        return _(PHRASES[within], said=fill(said[:1].lower() + said[1:], fields))
    return fill(said, fields)


def _template(message: Message, measure: str, *, mentions: bool) -> str:
    known = {**SHARED, **_IN_WORDS, **measures()[measure].messages}
    of_mentions = f"{message.id}_mentions"
    return known[of_mentions if mentions and of_mentions in known else message.id]


def term(text: str) -> str:
    """One of our own terms, as cells and fields hold them, such as a verdict, in the reader's language.

    Parameters
    ----------
    text : str
        Its English, which is its message id, but for the name of an attribute in it.

    Examples
    --------
    >>> term("too close to call"), term("the same agency_type")
    ('too close to call', 'the same agency_type')
    >>> term("the same sector or the same Country")
    'the same sector or the same country'
    """
    parts = _JOINED.split(text)
    if len(parts) > 1 and all(part.startswith(THE_SAME) or part in _TRAITS for part in parts):
        return listing(map(term, parts), "or")
    if text.startswith(THE_SAME):
        attribute = text.removeprefix(THE_SAME)
        if (known := THE_SAME + _in_a_sentence(attribute)) in _SAME_ATTRIBUTE:
            return translate(known)
        if attribute.endswith(YES_NO):
            return _("the same yes or no in “{attribute}”", attribute=_in_a_sentence(attribute.removesuffix(YES_NO)))
        return _("the same {attribute}", attribute=_in_a_sentence(attribute))
    return translate(text)


def _in_a_sentence(header: str) -> str:
    """A column's header inside a sentence: its first letter small, unless the word is an abbreviation.

    Examples
    --------
    >>> _in_a_sentence("Country"), _in_a_sentence("ZIP code"), _in_a_sentence("Type of Agency")
    ('country', 'ZIP code', 'type of Agency')
    """
    first = header.split(" ")[0]
    return header[:1].lower() + header[1:] if first[1:].islower() else header


def headline(finding: Finding) -> str:
    """What a finding says in one sentence, or the question it answers where its reading may not be shown.

    Parameters
    ----------
    finding : Finding
        Any.

    Returns
    -------
    str
        Where what was counted so far lies outside the range, the estimate for the whole roster leads, and a second
        sentence says what was counted.
    """
    reading = finding.reading
    if reading is None:
        return translate(measures()[finding.name].question)
    said = say(reading, finding.name, mentions=counts_mentions(finding))
    if reading.estimated is None:
        return f"{said} {so_far}" if (so_far := _said_so_far(finding, said)) else said
    if reading.estimated.leads and not any(map(str.isdigit, said)):
        return said  # words alone hold of the estimate; no number of theirs lies outside the range
    says_range = "{low}" in _template(reading, finding.name, mentions=counts_mentions(finding))
    return f"{said} {_outside_its_range(finding, reading.estimated, says_range=says_range)}"


def _said_so_far(finding: Finding, said: str) -> str:
    """What a sentence leaves out that says a number of the finding, though as shown it lies outside the range."""
    if finding.range is None or finding.value is None or all(c.id != "outside_range" for c in finding.caveats):
        return ""
    stated = display(finding, finding.value, what=False)
    low, high = (display(finding, end, what=False) for end in sorted(finding.range, key=partial(displayed, finding)))
    if stated in (low, high) or not re.search(rf"(?<![\d.,]){re.escape(stated)}(?!\d|[.,]\d)", said):
        return ""
    return phrase("so_far", low=low, high=high)


def _outside_its_range(finding: Finding, estimated: Estimated, *, says_range: bool) -> str:
    low, high = sorted(estimated.range, key=partial(displayed, finding))
    ends = {"low": display(finding, low, what=False), "high": display(finding, high, what=False)}
    same = ends["low"] == ends["high"]
    if not estimated.leads:
        return phrase("so_far_same" if same else "so_far", **ends | {"high": display(finding, high)})
    name = "estimated_short" if says_range or same else "estimated"
    return phrase(name, so_far=display(finding, estimated.so_far, what=False), **ends)


def notes(finding: Finding) -> tuple[str, ...]:
    """What limits a finding, in words.

    Parameters
    ----------
    finding : Finding
        Any.
    """
    return tuple(say(caveat, finding.name, mentions=counts_mentions(finding)) for caveat in finding.caveats)


def also(finding: Finding, tone: Tone | None = None) -> tuple[str, ...]:
    """What a finding says besides its headline: the further verdicts of one that is told in words alone.

    Parameters
    ----------
    finding : Finding
        Any.
    tone : str, optional
        Only verdicts of this tone; by default of any.
    """
    further = finding.caveats if finding.in_words else ()
    mentions = counts_mentions(finding)
    return tuple(say(message, finding.name, mentions=mentions) for message in further if tone in (None, message.tone))


def how_to_read(finding: Finding, info: MeasureInfo, *, lists_only: bool = False) -> str:
    """How to read a finding; blank where it is a verdict in words and nothing is counted beside it.

    Parameters
    ----------
    finding : Finding
        Any.
    info : MeasureInfo
        Of its measure.
    lists_only : bool
        Where nobody was asked about ties, so that no word is lost on them.
    """
    if finding.in_words and finding.table is None:
        return ""
    if lists_only and info.how_to_read_lists:
        return translate(info.how_to_read_lists)
    return translate(info.how_to_read_copy if finding.released and info.how_to_read_copy else info.how_to_read)


def count(how_many: int) -> str:
    """A small whole number as a word.

    Examples
    --------
    >>> count(5), count(12)
    ('five', '12')
    """
    return translate(SMALL[how_many]) if 0 <= how_many < len(SMALL) else number(how_many)
