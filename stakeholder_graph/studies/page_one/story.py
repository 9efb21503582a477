"""The story: which few findings page one tells, by a rule that can be stated, and what it asks the room.

The rule
--------
1. Each measure speaks once, by its first finding that says anything: the main kind of tie. Measures that only support
   others do not speak here.
2. Who answered stands before the story.
3. All tests of the report on which a sentence may rest are corrected together; page one rests on those alone that
   measures declare as headlines, before any data are seen.
   A finding *stands* if its difference from chance remains then, or if it is a count and chance does not come into it.
   What neither cheers nor worries comes after, and then what is too close to call; a claim that does not survive the
   correction is left out.
4. Sections take turns, the smaller p first, and each has at most two: one with many measures neither crowds out the
   others nor says one thing five times. That ties keep to sectors, or go round them, is told once, by the measure that
   compares sectors; of what else goes with ties the sector is then left out. Likewise that nobody is the only link to
   others is told once, by the measure that looks at the network without the backbone. Of one organization that stands
   out the firmest finding is told; what else names it comes last.
5. If no strength is among those chosen and there is one, it takes the last place.
6. Strengths come first, then what stands, in the order of the report.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import LEVEL, Finding
from stakeholder_graph.studies.in_common.traits import SAME, each_of, either
from stakeholder_graph.studies.page_one.headline_tests import headline_tests, voices
from stakeholder_graph.studies.page_one.one_family import corrected_in_tables, p_of

#: How often a section may speak on page one.
TURNS = 2
#: How a reading calls the sector, as an attribute and as what two have in common.
_SECTOR = {"sector", SAME.format("sector")}

#: ``clear``: differs from chance with all tests corrected together; ``counted``: a count, chance does not come into
#: it; ``even``: no different from chance, as far as one can tell; ``close``: too close to call; ``fallen``: a claim
#: that did not survive the correction.
Standing = Literal["clear", "counted", "even", "close", "fallen"]


@dataclass(frozen=True, slots=True)
class Learned:
    """One of the things learned.

    Parameters
    ----------
    finding : Finding
        What was found; it has a reading.
    standing : {"clear", "counted", "even", "close", "fallen"}
        How firmly it stands.
    """

    finding: Finding
    standing: Standing

    @property
    def strength(self) -> bool:
        """Whether it is good news."""
        return self.finding.reading is not None and self.finding.reading.tone == "strength"


def story(findings: Sequence[Finding], at_most: int = 3, backbone: str | None = None) -> tuple[Learned, ...]:
    """Choose the few things to tell first.

    Parameters
    ----------
    findings : sequence of Finding
        All that a reader may see, in the order of the report.
    at_most : int
        How many.
    backbone : str, optional
        Of whom a measure of the network without it speaks.

    Returns
    -------
    tuple of Learned
        Fewer where there is less to say; with a strength among them where there is one.

    See Also
    --------
    headline_tests : how the tests of headlines are corrected.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Message, Scope, Test
    >>> reading = Message("across", {"across": 70, "chance": 50}, "strength")
    >>> test = Test("labels", 999, 0.0, 0.1, 0.002, 0)
    >>> scope = Scope(("1",), ("contact",))
    >>> found = Finding("ei_index", scope, 0.4, "index", (-1, 1), test=test, reading=reading)
    >>> [(learned.finding.name, learned.standing) for learned in story([found])]
    [('ei_index', 'clear')]
    """
    speaking = voices(findings)
    learned = [
        Learned(finding, standing)
        for finding, standing in zip(speaking, _standings(speaking), strict=True)
        if standing != "fallen"
    ]
    learned = [_without_sector(item, learned) for item in learned if not _said_by_another(item, learned)]
    firsts, repeats = _without_repeats(learned, backbone)
    ranked = [item for part in (firsts, repeats) for item in sorted(_in_turns(part), key=_firmness)]
    chosen = ranked[:at_most]
    strengths = [item for item in ranked if item.strength]
    if strengths and not any(item.strength for item in chosen):
        chosen[-1] = strengths[0]
    order = {id(item): position for position, item in enumerate(learned)}
    return tuple(sorted(chosen, key=lambda item: (not item.strength, _firmness(item), order[id(item)])))


def questions(learned: Sequence[Learned], at_most: int = 2) -> tuple[str, ...]:
    """Questions for the room that the story raises, one a measure and worries first.

    Parameters
    ----------
    learned : sequence of Learned
        The story.
    at_most : int
        How many.

    Returns
    -------
    tuple of str
        Message ids of the catalogue.

    Examples
    --------
    >>> questions([])
    ()
    """
    raised = sorted(learned, key=lambda item: (_firmness(item), _tone(item) != "concern"))
    asked = [raises[0] for item in raised if (raises := questions_of(item.finding)) and raises_questions(item.finding)]
    return tuple(dict.fromkeys(asked))[:at_most]


def questions_of(finding: Finding) -> tuple[str, ...]:
    """The questions that what was found raises: those of its reading, else those of its measure.

    Parameters
    ----------
    finding : Finding
        Any.

    Returns
    -------
    tuple of str
        Message ids of the catalogue.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Message, Scope
    >>> carried = Finding("outcome_coverage", Scope(("1",)), 0, "outcomes", (0, None), reading=Message("all_carried"))
    >>> questions_of(carried)
    ()
    """
    info = measures()[finding.name]
    # By lists or by answers, the same question follows.
    read = finding.reading.id.removesuffix("_listed") if finding.reading else ""
    return info.questions_after.get(read, info.questions)


def raises_questions(finding: Finding) -> bool:
    """Whether there is something to ask the room: not where no tie is reported, nor where nothing was found.

    Parameters
    ----------
    finding : Finding
        Any.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Message, Scope
    >>> nobody = Finding("cutpoints", Scope(("1",)), 0.0, "organizations", (0, None), reading=Message("none"))
    >>> raises_questions(nobody)
    False
    """
    nothing = any(caveat.id in ("no_ties", "no_ties_told") for caveat in finding.caveats)
    nothing |= measures()[finding.name].says_of_no_ties and finding.value == 0
    return not nothing and (finding.reading is None or finding.reading.id.partition("_")[0] != "none")


def _standings(findings: Sequence[Finding]) -> list[Standing]:
    adjusted = {test.finding.name: test.p_adjusted for test in headline_tests(findings)}
    return [_standing(finding, adjusted.get(finding.name)) for finding in findings]


def _standing(finding: Finding, p: float | None) -> Standing:
    tone = finding.reading.tone if finding.reading else "neutral"
    if finding.in_words:
        # A verdict that does not stand is not told; those of measures without a test were counted.
        return "clear" if measures()[finding.name].headline else "counted"
    if finding.reading is not None and finding.reading.among_tests:
        return "fallen"
    if tone == "unknown":
        return "close"
    if not _compared(finding):
        return "counted"
    if p is not None and p <= LEVEL:
        return "clear"
    return "fallen" if tone in ("strength", "concern") else "even"


def _compared(finding: Finding) -> bool:
    """Whether a finding is held against chance, by its own test or in its tables."""
    info = measures()[finding.name]
    declared = info.permutes_labels is not None or info.headline_p is not None
    return finding.test is not None or declared or bool(corrected_in_tables(finding))


def _in_turns(learned: Sequence[Learned]) -> list[Learned]:
    """The first of each section, then the second of each; within a section the smaller p first."""
    known = measures()
    sections: dict[str, list[Learned]] = {}
    for item in sorted(learned, key=lambda item: (_firmness(item), _p(item))):
        sections.setdefault(known[item.finding.name].section, []).append(item)
    in_order = dict.fromkeys(known[item.finding.name].section for item in learned)
    return [sections[section][turn] for turn in range(TURNS) for section in in_order if turn < len(sections[section])]


def _said_by_another(item: Learned, learned: Sequence[Learned]) -> bool:
    """Whether another says the same: of sectors one that compares them, of the only link one of the backbone."""
    if _of_sector(item):
        return any(other is not item and _compares_sectors(other) for other in learned)
    return any(_no_link_is_alone(item.finding, other.finding) for other in learned)


def _no_link_is_alone(links: Finding, backbone: Finding) -> bool:
    """Whether nobody is the only link to others, and what is told of the backbone says so of it."""
    roles = [measures()[finding.name].role for finding in (links, backbone)]
    if roles != ["only links", "without backbone"] or links.scope != backbone.scope or backbone.reading is None:
        return False
    return links.value == 0 and backbone.value == 0 and backbone.reading.tone != "unknown"


def _without_repeats(learned: Sequence[Learned], backbone: str | None) -> tuple[list[Learned], list[Learned]]:
    """The same without what names an organization alone of which something as firm is told, and that by itself."""
    speaks_of_it = backbone is not None and any(map(_of_backbone, learned))
    spoken_of = {backbone} if speaks_of_it else set()
    repeats: list[Learned] = []
    for item in sorted(learned, key=lambda item: (_firmness(item), _p(item))):
        whom = _named(item)
        if whom and whom in spoken_of:
            repeats.append(item)
        spoken_of.add(whom)
    return [item for item in learned if item not in repeats], repeats


def _named(item: Learned) -> str:
    """The one organization that a finding names; blank for none."""
    return str(item.finding.reading.fields.get("organization") or "") if item.finding.reading else ""


def _of_backbone(item: Learned) -> bool:
    return measures()[item.finding.name].role == "without backbone" and item.finding.value is not None


def _without_sector(item: Learned, learned: Sequence[Learned]) -> Learned:
    """The same, without the sector among the things it speaks of, where a measure that compares sectors tells of it."""
    finding, reading = item.finding, item.finding.reading
    alike = str(reading.fields.get("alike") or "") if reading else ""
    same = SAME.format("sector")
    # Where something else leads, the sector is said in passing.
    if reading is None or same not in alike or reading.fields.get("work"):
        return item
    others = [name for name in each_of(alike) if name != same]
    if not others or not any(map(_compares_sectors, learned)):
        return item
    fields = {**reading.fields, "alike": either(others)}
    return replace(item, finding=replace(finding, reading=replace(reading, fields=fields)))


def _of_sector(item: Learned) -> bool:
    """Whether the one thing that it says ties go with, or go round, is the sector."""
    fields = item.finding.reading.fields if item.finding.reading else {}
    spoken_of = {fields[name] for name in ("what", "work", "alike") if fields.get(name)}
    return bool(spoken_of) and spoken_of <= _SECTOR


def _compares_sectors(item: Learned) -> bool:
    fields = item.finding.reading.fields if item.finding.reading else {}
    compared = "chance" in fields and bool({"inside", "across"} & set(fields))
    info = measures()[item.finding.name]
    # Where its numbers are withheld, its verdict says the same.
    return info.group and (compared or (item.finding.in_words and info.on_map == "sectors"))


def _p(item: Learned) -> float:
    smallest = p_of(item.finding)
    return 1.0 if smallest is None else smallest


def _tone(item: Learned) -> str:
    return item.finding.reading.tone if item.finding.reading else "neutral"


def _firmness(item: Learned) -> int:
    """0 for what stands and matters, 1 for what is neither good nor bad, 2 for what chance may have made."""
    if item.standing in ("close", "even"):
        return 2
    return 0 if _tone(item) in ("strength", "concern") else 1
