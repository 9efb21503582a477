"""The questions of the survey, once: every output writes these and nothing else."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.model.survey import LayerInfo, Promise, Step
from stakeholder_graph.questionnaire.earlier_questions import Asked, wording_of
from stakeholder_graph.questionnaire.plan import Plan
from stakeholder_graph.questionnaire.translation import date, step_name
from stakeholder_graph.questionnaire.wording import (
    ANSWERS,
    HOW_TO_ANSWER,
    LANGUAGES,
    PROMISE_OF_ATTRIBUTES,
    PROMISE_OF_ITEMS,
    PROMISES,
    WHAT_WE_ASK,
    WORDS,
    Text,
)
from stakeholder_graph.survey.names.roster import normal
from stakeholder_graph.survey.plain.items import KINDS, RATED
from stakeholder_graph.survey.settings.model import Question as Entry
from stakeholder_graph.survey.settings.scales import step

Form = Literal["one", "many", "grid", "words"]
Section = Literal["who", "with whom", "on what", "views", "end"]

#: Ids of our own, and names that forms keep for themselves.
_TAKEN = ("organization", "role", "missing", "meta", "name", "start", "end", "today", "deviceid", "audit", "welcome")
_LONGEST = 48


@dataclass(frozen=True, slots=True)
class Option:
    """An answer to choose, or a row of a grid.

    Parameters
    ----------
    code : str
        How a form tool names it: letters, digits and ``_``.
    text : mapping of language to str
        As respondents read it.
    tie : bool
        Whether it says that there is a tie.
    """

    code: str
    text: Text
    tie: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    Parameters
    ----------
    id : str
        The same in every tool, so that an export reads back.
    kind : str
        What it asks about: ``identity``, ``person``, ``attribute``, ``tie``, a kind of item, ``rating`` or
        ``missing``.
    form : {"one", "many", "grid", "words"}
        One of several, any of several, one of several in each row, or words of the respondent's own.
    section : str
        Where it stands.
    text, hint, promise : mapping of language to str
        What is asked, how to answer, and who will see it. A hint may be blank.
    rows : tuple of Option
        Of a grid.
    options : tuple of Option
        What can be chosen.
    about : str
        The layer of ties, the kind of items that are rated, or the name of the attribute.
    asked_of : str
        Id of the grid whose partners the rows are, where only they are asked about; else blank.
    """

    id: str
    kind: str
    form: Form
    section: Section
    text: Text
    hint: Text
    promise: Text
    rows: tuple[Option, ...] = ()
    options: tuple[Option, ...] = ()
    about: str = ""
    asked_of: str = ""

    @property
    def of_roster(self) -> bool:
        """Whether its rows are organizations, of which the respondent's own is to be left out."""
        return self.kind == "tie"


@dataclass(frozen=True, eq=False)
class Questionnaire:
    """The whole survey.

    Parameters
    ----------
    plan : Plan
        What it was made from.
    questions : tuple of Question
        In order.
    not_known : Option
        The answer that says that the respondent does not know; never the same as no tie.
    scales : mapping of str to tuple of Step
        How each layer is answered.
    title, welcome, closing, backbone, contact, until : mapping of language to str
        What stands around the questions.
    """

    plan: Plan
    questions: tuple[Question, ...]
    not_known: Option
    scales: Mapping[str, tuple[Step, ...]]
    title: Text
    welcome: Text
    closing: Text
    backbone: Text
    contact: Text
    until: Text

    def sections(self) -> dict[Section, list[Question]]:
        """The questions by section, in order."""
        found: dict[Section, list[Question]] = {}
        for question in self.questions:
            found.setdefault(question.section, []).append(question)
        return found


def questionnaire(plan: Plan, contact: str = "", until: str = "") -> Questionnaire:
    """Write the survey from the settings and the roster.

    Parameters
    ----------
    plan : Plan
        What is to be asked.
    contact : str
        Whom to write to; a line to fill in where blank.
    until : str
        Until when answers may be taken back; a line to fill in where blank.

    Returns
    -------
    Questionnaire
        Who answers, and what describes it; a grid over the roster for each layer; lists of outcomes, teams and
        other items; ratings on their scales; and who is missing. Indicators are no question.
    """
    backbone = same(plan.settings.backbone) if plan.settings.backbone else WORDS["backbone"]
    to, day = same(contact) if contact else WORDS["blank"], date(until) if until else WORDS["blank"]
    ids = _Codes(_TAKEN)
    codes = _Codes()
    roster = tuple(Option(codes.of(name), same(name)) for name in plan.roster)
    scales = {info.name: _answerable(info) for info in plan.layers}
    values = {each.value for steps in [*scales.values(), *plan.scales.values()] for each in steps}
    code = next(number for number in (99, 999, 9999, 99999) if number not in values)
    not_known = Option(str(code), ANSWERS["not known"])
    promise = {name: filled(text, backbone=backbone) for name, text in PROMISES.items()}
    questions = [
        Question(
            "organization", "identity", "one", "who", WHAT_WE_ASK["organization"], NOTHING, promise["backbone"],
            options=roster,
        ),
        Question("role", "person", "words", "who", WHAT_WE_ASK["role"], NOTHING, promise["backbone"]),
    ]  # fmt: skip
    again = [_again(each, plan, not_known, promise, ids) for each in plan.asked]
    questions += [each for each in again if each.section == "who"]
    questions += _ties(plan, scales, roster, not_known, promise, ids)
    questions += _lists(plan, not_known, promise, ids)
    questions += [each for each in again if each.section == "on what"]
    questions += _ratings(plan, not_known, promise, ids)
    questions += [each for each in again if each.section == "views"]
    questions.append(
        Question(
            "missing", "missing", "words", "end", WHAT_WE_ASK["missing"], HOW_TO_ANSWER["words"], promise["backbone"]
        )
    )
    return Questionnaire(
        plan=plan,
        questions=tuple(questions),
        not_known=not_known,
        scales=scales,
        title=filled(WORDS["title"], partnership=same(plan.name)),
        welcome=WORDS["welcome"],
        closing=filled(WORDS["closing"], until=day, contact=to),
        backbone=backbone,
        contact=to,
        until=day,
    )


def same(text: str) -> Text:
    """A text that is the same in every language, such as a name."""
    return dict.fromkeys(LANGUAGES, text)


def filled(text: Text, **fields: Text) -> Text:
    """A text with its fields filled in, in every language."""
    return {
        language: each.format(**{name: field[language] for name, field in fields.items()})
        for language, each in text.items()
    }


NOTHING: Text = same("")


def _ties(
    plan: Plan,
    scales: Mapping[str, tuple[Step, ...]],
    roster: tuple[Option, ...],
    not_known: Option,
    promise: Mapping[Promise, Text],
    ids: "_Codes",
) -> Iterable[Question]:
    """One grid for each layer, those asked of partners after the one that tells who these are."""
    worded = {normal(each.layer): each.wording for each in plan.settings.question if each.kind == "tie"}
    known: dict[str, Question] = {}
    for info in sorted(plan.layers, key=lambda info: info.asked_of != ""):
        own, partners = worded.get(normal(info.name), ""), known.get(info.asked_of)
        text = WHAT_WE_ASK.get(normal(info.name), WHAT_WE_ASK["other layer"])
        hint = HOW_TO_ANSWER["roster"]
        if partners:
            hint = filled(HOW_TO_ANSWER["partners"], question=partners.text)
        known[info.name] = Question(
            ids.of(info.name), "tie", "grid", "with whom",
            same(own) if own else filled(text, layer=same(info.name[:1].upper() + info.name[1:])),
            hint, promise[info.promise], roster, (*_steps(scales[info.name]), not_known), info.name,
            partners.id if partners else "",
        )  # fmt: skip
    return known.values()


def _lists(plan: Plan, not_known: Option, promise: Mapping[Promise, Text], ids: "_Codes") -> Iterable[Question]:
    """One list for each kind of item; items with a scale are a grid on it."""
    for kind in KINDS:
        by_scale = _by_scale(plan, kind)
        for scale, items in by_scale:
            if kind == "indicator" or not items:
                continue
            steps = (*_steps(plan.scales[scale]), not_known) if scale else items
            yield Question(
                ids.of(kind), kind, "grid" if scale else "many", "on what", _worded(plan, kind, len(by_scale)),
                NOTHING if scale else HOW_TO_ANSWER["many"], _promise_of_items(promised(plan, kind), promise),
                items if scale else (), steps, kind,
            )  # fmt: skip


def _ratings(plan: Plan, not_known: Option, promise: Mapping[Promise, Text], ids: "_Codes") -> Iterable[Question]:
    """One grid for each kind and scale; without a scale from 1 to 5."""
    for kind in RATED:
        by_scale = _by_scale(plan, kind)
        for scale, items in by_scale:
            if items:
                steps = plan.scales[scale] if scale else tuple(step(value, str(value)) for value in range(1, 6))
                yield Question(
                    ids.of(kind), "rating", "grid", "views", _worded(plan, kind, len(by_scale)), NOTHING,
                    _promise_of_items(promised(plan, "rating"), promise), items, (*_steps(steps), not_known), kind,
                )  # fmt: skip


def _worded(plan: Plan, kind: str, grids: int) -> Text:
    """The settings' own wording where one question asks about a kind in one place; else ours."""
    own = {each.wording for each in plan.settings.question if kind in (each.kind, _rated(each)) and each.wording}
    return same(own.pop()) if len(own) == grids == 1 else WHAT_WE_ASK[kind]


def _rated(entry: Entry) -> str:
    return entry.about if entry.kind == "rating" else ""


def _again(asked: Asked, plan: Plan, not_known: Option, promise: Mapping[Promise, Text], ids: "_Codes") -> Question:
    """A question of the settings as it was asked."""
    entry, codes = asked.question, _Codes()
    kind, about = entry.kind, _rated(entry) or entry.kind
    items = tuple(Option(codes.of(item), same(item)) for item in asked.items)
    section: Section = "views" if kind == "rating" else "who" if kind == "attribute" else "on what"
    if kind == "attribute":
        about, seen = entry.item or wording_of(entry), PROMISE_OF_ATTRIBUTES
    else:
        seen = _promise_of_items(promised(plan, kind), promise)
    grid = asked.form == "grid"
    return Question(
        ids.of(about), kind, asked.form, section, same(wording_of(entry)),
        HOW_TO_ANSWER["many"] if asked.form == "many" else NOTHING, seen, items if grid else (),
        (*_steps(asked.steps), not_known) if grid else items, about,
    )  # fmt: skip


def promised(plan: Plan, kind: str) -> Promise:
    """Give what respondents are promised of a kind of question that is not about ties.

    Parameters
    ----------
    plan : Plan
        Its settings' questions come first.
    kind : str
        ``rating`` or a kind of item.

    Returns
    -------
    {"named", "aggregate", "backbone"}
        Where no question says so, items are named and ratings are for the backbone only.
    """
    told = plan.promises.get(kind)
    return told or (plan.settings.promises.ratings or "backbone" if kind == "rating" else "named")


def _promise_of_items(told: Promise, promise: Mapping[Promise, Text]) -> Text:
    return PROMISE_OF_ITEMS if told == "named" else promise[told]


def _by_scale(plan: Plan, kind: str) -> list[tuple[str, tuple[Option, ...]]]:
    """The items of a kind in the order of the list, by the normal name of their scale."""
    rows = plan.items[plan.items["kind"] == kind]
    codes = _Codes()
    by_scale: dict[str, list[Option]] = {}
    for item, scale in zip(rows["item"], rows["scale"], strict=True):
        by_scale.setdefault(normal(scale), []).append(Option(codes.of(item), same(item)))
    return [(scale, tuple(items)) for scale, items in by_scale.items()]


def _answerable(info: LayerInfo) -> tuple[Step, ...]:
    """The steps of a layer, with one that is no tie: without it nobody could say so."""
    steps = info.steps or (step(1, ANSWERS["yes"]["en"]),)
    return steps if any(not each.tie for each in steps) else (step(0, ANSWERS["no tie"]["en"]), *steps)


def _steps(steps: Iterable[Step]) -> tuple[Option, ...]:
    return tuple(Option(f"{each.value:g}", step_name(each.name), each.tie) for each in steps)


class _Codes:
    """Names for form tools: made of a text's own letters, so that they stay when the list around it changes.

    Examples
    --------
    >>> codes = _Codes(["role"])
    >>> codes.of("Casa de los Niños"), codes.of("casa de los niños!"), codes.of("Role"), codes.of("7")
    ('casa_de_los_ninos', 'casa_de_los_ninos_b', 'role_b', 'x_7')
    """

    def __init__(self, taken: Iterable[str] = ()) -> None:
        self.taken = set(taken)

    def of(self, text: str) -> str:
        """A name that has not been given yet."""
        plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().casefold()
        code = re.sub(r"[^a-z0-9]+", "_", plain).strip("_") or "x"
        if len(code) > _LONGEST:
            code = code[:_LONGEST].rpartition("_")[0] or code[:_LONGEST]
        code = code if code[0].isalpha() else f"x_{code}"
        found, number = code, 1
        while found in self.taken:
            number += 1
            found = f"{code}_{_letters(number)}"
        self.taken.add(found)
        return found


def _letters(number: int) -> str:
    """1 is a, 26 z, 27 aa: a name that ended in a number could be taken for a column of a grid."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(97 + rest) + letters
    return letters
