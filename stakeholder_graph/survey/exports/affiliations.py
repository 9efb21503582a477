"""Answers about items: affiliations with outcomes, activities, teams, assets and needs; ratings."""

import numpy as np
import pandas as pd

from stakeholder_graph.frames import empty_frame
from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.survey import COLUMNS
from stakeholder_graph.survey.exports.answer_matrix import read_grid
from stakeholder_graph.survey.exports.questions import Export
from stakeholder_graph.survey.exports.roster_answers import voices
from stakeholder_graph.survey.names.resolution import NameResolution
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.items import RATED, Items
from stakeholder_graph.survey.settings.scales import Steps


def kinds_of(export: Export) -> tuple[str, ...]:
    """Kinds of item that a question is about; the first is that of items which no list has."""
    question = export.question
    return (question.kind,) if question.kind != "rating" else (question.about, *RATED)


def items_shown(exports: list[Export], items: Items) -> pd.DataFrame:
    """Give the items that questions show, for kinds that items.csv does not list.

    Parameters
    ----------
    exports : list of Export
        Questions about items.
    items : Items
        Those listed.

    Returns
    -------
    DataFrame
        Rows of the frame `items`, in the order of the questions. What respondents only wrote is not among them.
    """
    rows: dict[tuple[str, str], str] = {}
    for export in exports:
        kinds = kinds_of(export)
        if items.names(*kinds).shown:
            continue
        shown = [name for name in export.items if name]
        if not shown and export.question.kind == "rating":
            shown = [_alone(export)]
        scale = export.question.scale if isinstance(export.question.scale, str) else ""
        for name in Names(shown).shown.values():
            rows.setdefault((kinds[0], name), scale)
    frame = pd.DataFrame([(*key, scale) for key, scale in rows.items()], columns=["kind", "item", "scale"])
    return frame.assign(outcome="", steering=False, public=False)[list(COLUMNS["items"])]


def _alone(export: Export) -> str:
    """What an answer that stands alone is about."""
    return export.question.item or export.question.wording or export.columns[0].wording or export.columns[0].header


def read_choices(
    export: Export, resolution: NameResolution, items: Items, steps: Steps, inspection: Inspection
) -> pd.DataFrame:
    """Read what organizations have to do with items, or how they rate them.

    Parameters
    ----------
    export : Export
        A question about affiliations or ratings, with its wave.
    resolution : NameResolution
        The roster.
    items : Items
        Those listed and shown.
    steps : tuple of Step
        The scale; empty for ticks and bare numbers.
    inspection : Inspection
        Takes what waits for a decision.

    Returns
    -------
    DataFrame
        Columns wave, organization, item, value, respondent; and kind, of affiliations. What was not ticked, or
        answered at a step that is none, has no row.
    """
    known = voices(export, resolution)
    found = _written(export) if _answers_name_items(export) else _shown(export, steps, inspection)
    heard = found["row"].isin(known.index)
    inspection.left_out[export.about] += int((~heard).sum())
    found = found[heard].join(known, on="row")
    kinds = kinds_of(export)
    listed = items.names(*kinds)
    written = found["item"]
    resolved = listed.resolve(written) if listed.shown else Names(sorted(set(written))).resolve(written)
    unknown = written[resolved == ""]
    inspection.left_out[export.about] += len(unknown)
    for text, rows in unknown.groupby(unknown):
        inspection.decide(
            f'"{text}" is not in the list of items ({kinds[0]}); it is named {len(rows)} times.',
            suggestion(str(text), list(listed.shown.values()), "Add it to items.csv, or correct the export."),
            export.file,
            found["row"][rows.index[0]],
        )
    found = found.assign(item=resolved, wave=export.wave)[resolved != ""]
    about = ["wave", "organization", "item", "respondent"]
    found = found.sort_values("value", na_position="first", kind="stable").drop_duplicates(about, keep="last")
    if export.question.kind == "rating":
        return found[list(COLUMNS["ratings"])].dropna(subset="value").astype(empty_frame("ratings").dtypes)
    found = found.assign(kind=export.question.kind)
    return found[list(COLUMNS["affiliations"])].astype(empty_frame("affiliations").dtypes)


def _answers_name_items(export: Export) -> bool:
    """Whether the answers themselves are the items, as where one option of a list is chosen."""
    return export.question.kind != "rating" and not (export.items != "").any()


def _written(export: Export) -> pd.DataFrame:
    parts = [
        pd.DataFrame({"row": export.part.respondent, "item": texts})[texts != ""]
        for column in export.columns
        for texts in [export.part.texts(column)]
    ]
    rows = pd.concat(parts, ignore_index=True).assign(value=np.nan)
    return rows[rows["row"].isin(export.respondents.index)].reset_index(drop=True)


def _shown(export: Export, steps: Steps, inspection: Inspection) -> pd.DataFrame:
    grid = read_grid(export, steps, inspection)
    counts = grid.given if export.question.kind == "rating" else grid.chosen
    at, to = np.nonzero(counts)
    names = np.array([item or _alone(export) for item in grid.items], dtype=object)
    return pd.DataFrame({"row": grid.rows.to_numpy()[at], "item": names[to], "value": grid.values[at, to]})
