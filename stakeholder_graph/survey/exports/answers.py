"""What all exports hold: names, to be resolved against the roster, and answers about ties and about items."""

from collections.abc import Iterable, Mapping, Sequence
from typing import get_args

import numpy as np

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import COLUMNS, LayerInfo
from stakeholder_graph.survey.exports.affiliations import read_choices
from stakeholder_graph.survey.exports.name_generator import read_named
from stakeholder_graph.survey.exports.questions import LocatedQuestion
from stakeholder_graph.survey.exports.roster_answers import organizations_in, read_roster
from stakeholder_graph.survey.names.resolution import ASKED_ABOUT, NAMED, RESPONDENT, NameCell, NameResolution
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.items import Items, step_rows
from stakeholder_graph.survey.settings.layers import steps_of
from stakeholder_graph.survey.settings.model import AffiliationKind
from stakeholder_graph.survey.settings.scales import Steps
from stakeholder_graph.survey.survey_rows import SurveyRows
from stakeholder_graph.text import _

#: Kinds of question that are about items.
ABOUT_ITEMS = frozenset({*get_args(AffiliationKind), "rating"})


def written_names(questions: Iterable[LocatedQuestion]) -> list[NameCell]:
    """Gather every name that the questions of exports hold.

    Parameters
    ----------
    questions : iterable of LocatedQuestion
        With their waves.
    """
    cells: list[NameCell] = []
    heard: set[tuple[str, str]] = set()
    for located in questions:
        wave, file, names = located.wave, located.file, located.respondents.names
        if (wave, file) not in heard:
            heard.add((wave, file))
            cells += [NameCell(wave, name, RESPONDENT, file, row, by=name) for row, name in names.items()]
        if located.question.kind != "tie":
            continue
        if not located.generates_names:
            cells += [NameCell(wave, item, ASKED_ABOUT, file, column=header) for header, item in located.items.items()]
            continue
        table = located.table
        cells += [
            NameCell(wave, text, NAMED, file, row, column.header, names[row])
            for column in table.question(located.question.partners)
            for row, text in zip(table.respondents, table.texts(column), strict=True)
            if text and row in names
        ]
    return cells


def add_ties(
    questions: Sequence[LocatedQuestion],
    listed: Sequence[str],
    resolution: NameResolution,
    layers: Mapping[str, LayerInfo],
    rows: SurveyRows,
    inspection: Inspection,
) -> None:
    """Add the answers about ties to those of the plain files, which may not be about the same.

    Parameters
    ----------
    questions : sequence of LocatedQuestion
        Of all kinds: a respondent to any question of a wave is on the roster of that wave.
    listed : sequence of str
        The list of organizations; those that no export mentions are on the roster of every wave.
    resolution : NameResolution
        The whole roster.
    layers : mapping of str to LayerInfo
        By name.
    rows : SurveyRows
        Takes the answers.
    inspection : Inspection
        Takes problems, and what waits for a decision.
    """
    in_wave: dict[str, set[str]] = {}
    for located in questions:
        there = in_wave.setdefault(located.wave, set())
        there |= organizations_in(located, resolution)
        if located.question.kind == "tie" and located.generates_names:
            there |= set(listed or resolution.names.shown.values())
    silent = set(listed).difference(*in_wave.values())
    taken = set(rows.records("asked", "wave", "layer"))
    spelled = Names(layers)
    for located in (located for located in questions if located.question.kind == "tie"):
        info = layers[spelled.find(located.question.layer)]
        if (located.wave, info.name) in taken:
            inspection.wrong(
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
        read(located, resolution, info, sorted(in_wave[located.wave] | silent), rows, inspection)


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
        rated = read_choices(located, resolution, items, steps, rows, inspection)
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
