"""Answers about ties where respondents wrote down the names of their partners."""

import numpy as np
import pandas as pd

from stakeholder_graph.frames import empty_frame
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import COLUMNS, LayerInfo
from stakeholder_graph.survey.exports.questions import Export
from stakeholder_graph.survey.exports.roster_answers import Answers, asked_frame, ties_frame, voices
from stakeholder_graph.survey.formats import Column
from stakeholder_graph.survey.names.resolution import NameResolution
from stakeholder_graph.survey.settings.scales import Steps, graded, no_ties


def read_named(
    export: Export, resolution: NameResolution, info: LayerInfo, listed: list[str], inspection: Inspection
) -> Answers:
    """Read whom respondents named, and how strong they said each tie is.

    Parameters
    ----------
    export, resolution, info, listed, inspection
        As of `read_roster`.

    Returns
    -------
    Answers
        Whoever named anyone has answered about everyone listed, up to the limit: that of the settings, else the
        number of boxes, and none for a box that takes a list. A name that is not certain is left out, and of
        those it may stand for nothing is known; neither is of anyone else, where it was the last that fitted.
    """
    known = voices(export, resolution)
    mentions = _mentions(export, known.index)
    mentions = mentions.assign(value=_values(export, mentions, info.steps, inspection))
    parts = _resolved(export, resolution, mentions, no_ties(info.steps))
    heard = parts["row"].isin(known.index)
    certain = parts["organization"] != ""
    inspection.left_out[export.about] += int((~(heard & certain)).sum())
    parts = parts[heard].assign(**{"from": known["organization"].reindex(parts["row"][heard]).to_numpy()})
    parts = parts.assign(respondent=known["respondent"].reindex(parts["row"]).to_numpy())
    named = parts[(parts["organization"] != "") & (parts["organization"] != parts["from"])]
    named = named.sort_values(["value"], na_position="first", kind="stable")
    named = named.drop_duplicates(["row", "organization"], keep="last")
    ties = named[named["tie"]]
    key = {"wave": export.wave, "layer": info.name}
    answered = known.index.isin(parts["row"]) | (export.question.blank == "no tie")
    limit = _limit(export)
    asked = asked_frame(known, answered, listed, "", limit)
    open_names = parts[parts["organization"] == ""]
    if limit is not None:
        lost = open_names.groupby("row").size().reindex(known.index, fill_value=0).to_numpy()
        asked.loc[: len(known) - 1, "limit"] = np.maximum(limit - lost, 0)
    # Whoever named nobody whom we know for certain has told us of nobody.
    silent = known.index.isin(open_names["row"]) & ~known.index.isin(named["row"])
    asked.loc[: len(known) - 1, "answered"] &= ~silent
    return Answers(
        ties_frame(
            ties["from"].to_numpy(),
            ties["organization"].to_numpy(),
            ties["value"].to_numpy(),
            ties["respondent"].to_numpy(),
            key,
        ),
        asked.assign(**key)[list(COLUMNS["asked"])],
        _perhaps(open_names, named).assign(**key)[list(COLUMNS["exceptions"])],
        empty_frame("rosters"),
    )


def _limit(export: Export) -> int | None:
    if export.question.limit is not None:
        return export.question.limit
    boxes = len(export.part.question(export.question.partners))
    return boxes if boxes > 1 else None


def _mentions(export: Export, rows: "pd.Index[int]") -> pd.DataFrame:
    """Columns row (of the respondent), text (the cell with names), strength (as written)."""
    question = export.question
    strength_of = export.columns if question.question != question.partners else ()
    frames = [pd.DataFrame({"row": pd.Series(dtype="int64"), "text": pd.Series(dtype="str"), "strength": ""})]
    for column in export.part.question(question.partners):
        texts = export.part.texts(column)
        strength = _beside(column, strength_of)
        said = export.part.texts(strength) if strength else pd.Series("", index=texts.index, dtype="str")
        frame = pd.DataFrame({"row": export.part.respondent, "text": texts, "strength": said})
        frames.append(frame[texts != ""])
    found = pd.concat([frame for frame in frames if len(frame)] or frames, ignore_index=True)
    return found[found["row"].isin(export.respondents.index)].reset_index(drop=True)


def _beside(column: Column, strengths: tuple[Column, ...]) -> Column | None:
    """The column that says how strong the tie with the partner of another column is: that in the same place."""
    return next((each for each in strengths if each.item == column.item or len(strengths) == 1), None)


def _values(export: Export, mentions: pd.DataFrame, steps: Steps, inspection: Inspection) -> "pd.Series[float]":
    values = graded(mentions["strength"], steps, export.part.table.decimal_comma)
    bad = mentions[(mentions["strength"] != "") & values.isna()]
    for text, rows in bad.groupby("strength"):
        inspection.decide(
            f'"{text}" is no answer on the scale of the layer "{export.about}"; {len(rows)} ties of those named so '
            "count as ties of unknown strength.",
            "Add it to the scale in the survey settings.",
            export.file,
            rows["row"].iloc[0],
        )
    return values


def _resolved(export: Export, resolution: NameResolution, mentions: pd.DataFrame, none: list[float]) -> pd.DataFrame:
    """One row for each name: row, organization (blank where not certain), proposals, value, tie."""
    rows = []
    for row, text, value in zip(mentions["row"], mentions["text"], mentions["value"], strict=True):
        for match in resolution.matches[export.wave, text].single:
            if match.kind != "nobody":
                proposals = tuple(each.organization for each in match.proposals)
                rows.append((row, match.organization, proposals, value))
    frame = pd.DataFrame(rows, columns=["row", "organization", "proposals", "value"])
    frame = frame.astype({"organization": "str", "value": "float64"})
    return frame.assign(tie=~frame["value"].isin(none))


def _perhaps(open_names: pd.DataFrame, named: pd.DataFrame) -> pd.DataFrame:
    """Dyads with those whom an uncertain name may stand for: these are not known."""
    certain = set(zip(named["from"], named["organization"], strict=True))
    pairs = {
        (end, to)
        for end, proposals in zip(open_names["from"], open_names["proposals"], strict=True)
        for to in proposals
        if to != end and (end, to) not in certain
    }
    if not pairs:
        return empty_frame("exceptions")
    return pd.DataFrame(sorted(pairs), columns=["from", "to"]).assign(observed=False)
