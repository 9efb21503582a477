"""Answers about items: affiliations with outcomes, activities, teams, assets and needs; ratings."""

from collections.abc import Iterable, Mapping, Sequence
from math import isnan, nan
from typing import NamedTuple, get_args

import numpy as np

from stakeholder_graph.frames.rows import SurveyRows
from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.survey import COLUMNS, RATED
from stakeholder_graph.survey.exports.answer_matrix import read_matrix, values_at
from stakeholder_graph.survey.exports.item_options import names_item, note_typed_in, only_adds, typed_in
from stakeholder_graph.survey.exports.questions import LocatedQuestion
from stakeholder_graph.survey.exports.roster_answers import speakers
from stakeholder_graph.survey.names.resolution import NameResolution
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.items import Item, Items, step_rows
from stakeholder_graph.survey.settings.elements import Steps
from stakeholder_graph.survey.settings.layers import steps_of
from stakeholder_graph.survey.settings.model import AffiliationKind
from stakeholder_graph.text import _, _n

#: Kinds of question that are about items.
ABOUT_ITEMS = frozenset({*get_args(AffiliationKind), "rating"})


class _Choice(NamedTuple):
    """An item that a respondent chose or rated."""

    row: int
    item: str
    value: float
    typed: bool = False


def kinds_of(located: LocatedQuestion) -> tuple[str, ...]:
    """Kinds of item that a question is about; the first is the kind of items that no list has.

    Parameters
    ----------
    located : LocatedQuestion
        A question about affiliations or ratings.
    """
    question = located.question
    return (question.kind,) if question.kind != "rating" else (question.about, *RATED)


def with_items_shown(items: Items, questions: Iterable[LocatedQuestion]) -> Items:
    """Add the items that questions show, for kinds that no list has.

    Parameters
    ----------
    items : Items
        Those listed.
    questions : iterable of LocatedQuestion
        Questions about items.

    Returns
    -------
    Items
        Those added follow in the order of the questions. What respondents only wrote is not among them; where a list
        holds nothing else, it adds to what the questions show.
    """
    added: dict[tuple[str, str], Item] = {}
    everyone = list(questions)
    for located in everyone:
        kinds = kinds_of(located)
        listed = items.names(*kinds)
        if listed.shown and not only_adds(listed, [other for other in everyone if kinds_of(other) == kinds]):
            continue
        shown = _items_shown(located)
        if not shown and located.question.kind == "rating":
            shown = [_alone(located)]
        scale = located.question.scale if isinstance(located.question.scale, str) else ""
        for name in Names(shown).shown.values():
            if listed.find(name):
                continue
            added.setdefault((kinds[0], name), Item(kinds[0], name, scale=scale))
    return Items((*items.listed, *added.values()), items.scales) if added else items


def _items_shown(located: LocatedQuestion) -> list[str]:
    """The items that the form shows, without options that stand for none."""
    is_item, is_typed = names_item(located), typed_in(located)
    shown = [located.items[column.header] for column in located.columns if not is_typed(column)]
    return [name for name in shown if is_item(name)]


def _alone(located: LocatedQuestion) -> str:
    """What the only answer of a question is about."""
    question, column = located.question, located.columns[0]
    return question.item or question.wording or column.wording or column.header


def add_item_answers(
    questions: Sequence[LocatedQuestion],
    resolution: NameResolution,
    items: Items,
    scales: Mapping[str, Steps],
    rows: SurveyRows,
    inspection: Inspection,
) -> None:
    """Add the answers about items to those of the plain files, which come first.

    Parameters
    ----------
    questions : sequence of LocatedQuestion
        Of all kinds.
    resolution : NameResolution
        The whole roster.
    items : Items
        Those listed and shown.
    scales : mapping of str to tuple of Step
        Those of scales.csv.
    rows : SurveyRows
        Takes the answers.
    inspection : Inspection
        Takes what waits for a decision.
    """
    for located in (located for located in questions if located.question.kind in ABOUT_ITEMS):
        steps = steps_of(located.question, located.about, scales, inspection)
        rated = _read_choices(located, resolution, items, steps, rows, inspection)
        if located.question.kind == "rating":
            known = set(rows.column("steps", "item").tolist())
            rows.add("steps", step_rows({item: steps for item in rated if item not in known}))
    for family in ("affiliations", "ratings"):
        seen = set[tuple[object, ...]]()
        kept = []
        for record in rows.records(family, *(name for name in COLUMNS[family] if name not in ("value", "source"))):
            kept.append(record not in seen)
            seen.add(record)
        rows.keep(family, np.array(kept, dtype=bool))


def _read_choices(
    located: LocatedQuestion,
    resolution: NameResolution,
    items: Items,
    steps: Steps,
    rows: SurveyRows,
    inspection: Inspection,
) -> list[str]:
    """Read what organizations have to do with items, or how they rate them.

    Parameters
    ----------
    located : LocatedQuestion
        A question about affiliations or ratings, with its wave.
    resolution : NameResolution
        The roster.
    items : Items
        Those listed and shown.
    steps : tuple of Step
        The scale; empty for ticks and bare numbers.
    rows : SurveyRows
        Takes affiliations or ratings. What was not ticked, or answered at a step that is none, has no row.
    inspection : Inspection
        Takes what waits for a decision.

    Returns
    -------
    list of str
        The items that have an answer.
    """
    known = speakers(located, resolution)
    is_item = names_item(located)
    read = _written(located) if _answers_name_items(located) else _shown(located, steps, inspection)
    choices = [choice for choice in read if is_item(choice.item)]
    heard = [choice for choice in choices if choice.row in known.organizations]
    inspection.left_out[located.about] += len(choices) - len(heard)
    kinds = kinds_of(located)
    listed = items.names(*kinds)
    names = listed if listed.shown else Names(sorted({choice.item for choice in heard}))
    if located.question.kind != "rating" and not listed.shown:
        names = Names(sorted({choice.item for choice in heard if not choice.typed}))
    unknown = [choice for choice in heard if not names.find(choice.item)]
    _note_unknown(located, unknown, kinds[0], listed, inspection)
    rating = located.question.kind == "rating"
    strongest: dict[tuple[str, str, str], float] = {}
    for choice in heard:
        item = names.find(choice.item)
        if item and not (rating and isnan(choice.value)):
            key = (known.organizations[choice.row], item, known.labels[choice.row])
            before = strongest.get(key, nan)
            strongest[key] = choice.value if isnan(before) or choice.value >= before else before
    columns = {
        "wave": located.wave,
        "organization": [organization for organization, _item, _label in strongest],
        "item": [item for _organization, item, _label in strongest],
        "value": list(strongest.values()),
        "respondent": [label for _organization, _item, label in strongest],
    }
    if rating:
        rows.add("ratings", columns)
    else:
        rows.add("affiliations", {**columns, "kind": located.question.kind, "source": "answer"})
    return list(dict.fromkeys(item for _organization, item, _label in strongest))


def _note_unknown(
    located: LocatedQuestion, unknown: list[_Choice], kind: str, listed: Names, inspection: Inspection
) -> None:
    inspection.left_out[located.about] += len(unknown)
    rows: dict[str, list[int]] = {}
    typed: dict[str, list[int]] = {}
    for choice in unknown:
        (typed if choice.typed else rows).setdefault(choice.item, []).append(choice.row)
    note_typed_in(located, typed, kind, inspection)
    for text, places in sorted(rows.items()):
        inspection.decide(
            _n(
                "“{item}” is not in the list of items of the kind “{kind}”; {count} answer names it.",
                "“{item}” is not in the list of items of the kind “{kind}”; {count} answers name it.",
                len(places),
                item=text,
                kind=kind,
            ),
            suggestion(
                text,
                list(listed.shown.values()),
                _("Add it to {items}, or correct the export.", items=inspection.list_name("items")),
            ),
            located.file,
            places[0],
            about="answers",
        )


def _answers_name_items(located: LocatedQuestion) -> bool:
    """Whether the answers themselves are the items, as where one option of a list is chosen."""
    return located.question.kind != "rating" and not any(located.items.values())


def _written(located: LocatedQuestion) -> list[_Choice]:
    table, is_typed = located.table, typed_in(located)
    return [
        _Choice(row, text, nan, is_typed(column))
        for column in located.columns
        for row, text in zip(table.respondents, table.texts(column), strict=True)
        if text and row in located.respondents.names
    ]


def _shown(located: LocatedQuestion, steps: Steps, inspection: Inspection) -> list[_Choice]:
    matrix = read_matrix(located, steps, inspection)
    counts = matrix.given if located.question.kind == "rating" else matrix.chosen
    names = [item or _alone(located) for item in matrix.items]
    is_typed = typed_in(located)
    typed = {located.items[column.header] for column in located.columns if is_typed(column)}
    at, to = np.nonzero(counts)
    values = values_at(matrix.levels, matrix.strength[at, to])
    cells = zip(matrix.rows[at].tolist(), to.tolist(), values.tolist(), strict=True)
    return [_Choice(row, names[place], value, names[place] in typed) for row, place, value in cells]
