"""The answers of all exports: about ties and about items, added to those of the plain files."""

from collections.abc import Mapping, Sequence
from typing import get_args

import numpy as np

from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.survey.exports.affiliations import read_choices
from stakeholder_graph.survey.exports.name_generator import read_named
from stakeholder_graph.survey.exports.questions import LocatedQuestion
from stakeholder_graph.survey.exports.roster_answers import organizations_in, read_roster
from stakeholder_graph.survey.names.resolution import NameResolution
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.items import Items, step_rows
from stakeholder_graph.survey.settings.layers import steps_of
from stakeholder_graph.survey.settings.model import AffiliationKind
from stakeholder_graph.survey.settings.scales import Steps
from stakeholder_graph.survey.survey_rows import SurveyRows
from stakeholder_graph.text import _

#: Kinds of question that are about items.
ABOUT_ITEMS = frozenset({*get_args(AffiliationKind), "rating"})


def add_ties(
    questions: Sequence[LocatedQuestion],
    listed: Sequence[str],
    resolution: NameResolution,
    rows: SurveyRows,
    context: ReadingContext,
) -> None:
    """Add the answers about ties to those of the plain files, which may not be about the same.

    Parameters
    ----------
    questions : sequence of LocatedQuestion
        Of all kinds: whoever answers any of a wave is on its roster.
    listed : sequence of str
        The list of organizations; those of whom no export speaks are on the roster of every wave.
    resolution : NameResolution
        The whole roster.
    rows : SurveyRows
        Takes the answers.
    context : ReadingContext
        Layers, and the list of problems.
    """
    in_wave: dict[str, set[str]] = {}
    for located in questions:
        there = in_wave.setdefault(located.wave, set())
        there |= organizations_in(located, resolution)
        if located.question.kind == "tie" and located.generates_names:
            there |= set(listed or resolution.names.shown.values())
    silent = set(listed).difference(*in_wave.values())
    taken = set(rows.records("asked", "wave", "layer"))
    layers = Names(context.layers)
    for located in (located for located in questions if located.question.kind == "tie"):
        info = context.layers[layers.find(located.question.layer)]
        if (located.wave, info.name) in taken:
            context.inspection.wrong(
                _(
                    "The layer “{layer}” has answers from two places in the wave “{wave}”.",
                    layer=info.name,
                    wave=located.wave,
                ),
                _("Give one of them another layer or wave."),
                located.file,
            )
            continue
        taken.add((located.wave, info.name))
        read = read_named if located.generates_names else read_roster
        read(located, resolution, info, sorted(in_wave[located.wave] | silent), rows, context.inspection)


def add_item_answers(
    questions: Sequence[LocatedQuestion],
    resolution: NameResolution,
    items: Items,
    scales: Mapping[str, Steps],
    rows: SurveyRows,
    context: ReadingContext,
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
    context : ReadingContext
        Takes what waits for a decision.
    """
    for located in (located for located in questions if located.question.kind in ABOUT_ITEMS):
        steps = steps_of(located.question, located.about, scales, context.inspection)
        rated = read_choices(located, resolution, items, steps, rows, context.inspection)
        if located.question.kind == "rating":
            known = set(rows.column("steps", "item").tolist())
            rows.add("steps", step_rows({item: steps for item in rated if item not in known}))
    for family in ("affiliations", "ratings"):
        seen = set[tuple[object, ...]]()
        kept = []
        for record in rows.records(family, *(name for name in COLUMNS[family] if name != "value")):
            kept.append(record not in seen)
            seen.add(record)
        rows.keep(family, np.array(kept, dtype=bool))
