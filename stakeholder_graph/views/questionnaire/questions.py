"""The questions of the survey, once: every output writes these and nothing else."""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.survey.items import KINDS, RATED
from stakeholder_graph.survey.names import normal
from stakeholder_graph.survey.plan import Plan
from stakeholder_graph.survey.scales import step
from stakeholder_graph.survey.survey import LayerInfo, Promise, Step
from stakeholder_graph.views.questionnaire.wording import (
    ANSWERS,
    HOW_TO_ANSWER,
    LANGUAGES,
    PROMISE_OF_ITEMS,
    PROMISES,
    WHAT_WE_ASK,
    WORDS,
    Text,
)

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
        What it asks about: ``identity``, ``person``, ``tie``, a kind of item, ``rating`` or ``missing``.
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
        The layer of ties, or the kind of items that are rated.
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
        Who answers; a grid over the roster for each layer; lists of outcomes, teams and other items; ratings
        on their scales; and who is missing. Indicators are no question.
    """
    backbone = same(plan.settings.backbone) if plan.settings.backbone else WORDS["backbone"]
    to, day = same(contact) if contact else WORDS["blank"], same(until) if until else WORDS["blank"]
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
    questions += _ties(plan, scales, roster, not_known, promise, ids)
    questions += _lists(plan, not_known, ids)
    questions += _ratings(plan, not_known, promise[plan.settings.promises.ratings or "backbone"], ids)
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


def _lists(plan: Plan, not_known: Option, ids: "_Codes") -> Iterable[Question]:
    """One list for each kind of item; items with a scale are a grid on it."""
    for kind in KINDS:
        for scale, items in _by_scale(plan, kind):
            if kind == "indicator" or not items:
                continue
            steps = (*_steps(plan.scales[scale]), not_known) if scale else items
            yield Question(
                ids.of(kind), kind, "grid" if scale else "many", "on what", WHAT_WE_ASK[kind],
                NOTHING if scale else HOW_TO_ANSWER["many"], PROMISE_OF_ITEMS,
                items if scale else (), steps, kind,
            )  # fmt: skip


def _ratings(plan: Plan, not_known: Option, promise: Text, ids: "_Codes") -> Iterable[Question]:
    """One grid for each kind and scale; without a scale from 1 to 5."""
    for kind in RATED:
        for scale, items in _by_scale(plan, kind):
            if items:
                steps = plan.scales[scale] if scale else tuple(step(value, str(value)) for value in range(1, 6))
                yield Question(
                    ids.of(kind), "rating", "grid", "views", WHAT_WE_ASK[kind], NOTHING, promise, items,
                    (*_steps(steps), not_known), kind,
                )  # fmt: skip


def _by_scale(plan: Plan, kind: str) -> Iterable[tuple[str, tuple[Option, ...]]]:
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
    ours = {answer["en"]: answer for answer in ANSWERS.values()}
    return tuple(Option(f"{each.value:g}", ours.get(normal(each.name), same(each.name)), each.tie) for each in steps)


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
