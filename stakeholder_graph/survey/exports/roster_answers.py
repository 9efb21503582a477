"""Answers about ties where respondents were shown a roster of partners."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.frames import empty_frame
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import COLUMNS, LayerInfo
from stakeholder_graph.survey.exports.answer_matrix import read_grid
from stakeholder_graph.survey.exports.questions import Export
from stakeholder_graph.survey.names.resolution import NameResolution


@dataclass(frozen=True, eq=False)
class Answers:
    """Frames of a `Survey`, as far as one question fills them."""

    ties: pd.DataFrame
    asked: pd.DataFrame
    exceptions: pd.DataFrame
    rosters: pd.DataFrame


def voices(export: Export, resolution: NameResolution) -> pd.DataFrame:
    """Say for whom each row of an export speaks.

    Parameters
    ----------
    export : Export
        As opened, with its wave.
    resolution : NameResolution
        The roster.

    Returns
    -------
    DataFrame
        By row of the main table: organization, and respondent, which tells several of one organization apart and
        is blank where there is one. Rows of whom nobody knows who they are have none.
    """
    organization = resolution.organizations(export.respondents, export.wave)
    organization = organization[organization != ""]
    person = export.persons.loc[organization.index]
    total = Counter(organization)
    width = len(str(max(total.values(), default=1)))
    so_far = Counter[str]()
    taken = set[tuple[str, str]]()
    labels = []
    for name, label in zip(organization, person, strict=True):
        so_far[name] += 1
        number = f"{so_far[name]:0{width}d}"
        said = label or number
        if (name, said) in taken:
            said = f"{said} ({number})"
        taken.add((name, said))
        labels.append(said if total[name] > 1 else "")
    return pd.DataFrame(
        {"organization": organization, "respondent": pd.Series(labels, organization.index, dtype="str")}
    )


def organizations_in(export: Export, resolution: NameResolution) -> set[str]:
    """Give everyone an export speaks of, without names that are not certain."""
    found = set(resolution.organizations(export.respondents, export.wave))
    if export.question.kind == "tie" and not export.named:
        found |= set(resolution.organizations(export.items, export.wave))
    return found - {""}


def read_roster(
    export: Export, resolution: NameResolution, info: LayerInfo, listed: list[str], inspection: Inspection
) -> Answers:
    """Read who reported what of the partners shown, who was asked, and what was left blank.

    Parameters
    ----------
    export : Export
        As opened, with its wave.
    resolution : NameResolution
        The roster.
    info : LayerInfo
        The layer, with its scale.
    listed : list of str
        Everyone on the roster of the wave.
    inspection : Inspection
        Takes what waits for a decision.

    Returns
    -------
    Answers
        Of oneself nothing is known. A row with blanks only has not answered, unless a blank means no tie.
    """
    known = voices(export, resolution)

    def stands_for(items: tuple[str, ...]) -> "pd.Series[str]":
        return resolution.organizations(pd.Series(items, dtype="str"), export.wave)

    def oneself(rows: "pd.Series[int]", items: tuple[str, ...]) -> NDArray[np.bool_]:
        speaking = known["organization"].reindex(rows).to_numpy(dtype=object)
        return np.asarray(speaking[:, None] == stands_for(items).to_numpy(dtype=object), dtype=bool)

    grid = read_grid(export, info.steps, inspection, oneself)
    place = {name: number for number, name in enumerate(listed)}
    partners = stands_for(grid.items)
    from_known = grid.rows.isin(known.index).to_numpy()
    to_known = (partners != "").to_numpy()
    nobody = np.array([resolution.matches[export.wave, item].kind == "nobody" for item in grid.items], bool)
    lost = grid.given & ~(from_known[:, None] & to_known) & ~nobody
    inspection.left_out[export.about] += int(lost.sum())
    grid = grid.of(from_known, to_known)
    speaking = known.loc[grid.rows]
    rows = np.array([place[name] for name in speaking["organization"]], dtype=np.intp)
    shown, columns = np.unique([place[name] for name in partners[to_known]], return_inverse=True)
    own = rows[:, None] == shown
    # Two columns stand for one partner where they were merged, or where each has one of several boxes.
    values = np.full(own.shape, -np.inf)
    chosen, given = np.zeros(own.shape, bool), np.zeros(own.shape, bool)
    for column, at in enumerate(columns):
        strength = np.where(grid.chosen[:, column] & ~np.isnan(grid.values[:, column]), grid.values[:, column], -np.inf)
        values[:, at] = np.maximum(values[:, at], strength)
        chosen[:, at] |= grid.chosen[:, column]
        given[:, at] |= grid.given[:, column]
    values[np.isneginf(values)] = np.nan
    chosen &= ~own
    given = (given | (export.question.blank == "no tie")) & ~own
    answered = given.any(axis=1)
    at, to = np.nonzero(chosen)
    names = np.array(listed, dtype=object)
    everyone = set(listed) <= set(names[shown])
    roster = "" if everyone else f"{info.name}, {export.wave}"
    key = {"wave": export.wave, "layer": info.name}
    return Answers(
        ties_frame(names[rows[at]], names[shown[to]], values[at, to], speaking["respondent"].to_numpy()[at], key),
        asked_frame(speaking, answered, listed, roster, export.question.limit).assign(**key)[list(COLUMNS["asked"])],
        _blanks(rows, shown, given, answered, names).assign(**key)[list(COLUMNS["exceptions"])],
        empty_frame("rosters") if everyone else pd.DataFrame({"roster": roster, "organization": sorted(names[shown])}),
    )


def ties_frame(
    ends: NDArray[np.object_],
    partners: NDArray[np.object_],
    values: NDArray[np.floating],
    respondents: NDArray[np.object_],
    key: dict[str, str],
) -> pd.DataFrame:
    """Give the frame `ties` from who reports on whom; `key` holds wave and layer."""
    frame = pd.DataFrame({"from": ends, "to": partners, "value": values, "respondent": respondents})
    return frame.assign(**key)[list(COLUMNS["ties"])].astype(empty_frame("ties").dtypes)


def asked_frame(
    speaking: pd.DataFrame, answered: NDArray[np.bool_], listed: list[str], roster: str, limit: float | None
) -> pd.DataFrame:
    """Respondents, and everyone listed who has none."""
    asked = speaking.reset_index(drop=True).assign(answered=answered, limit=np.nan if limit is None else float(limit))
    heard = set(asked["organization"])
    silent = pd.DataFrame({"organization": [name for name in listed if name not in heard]}, dtype="str")
    silent = silent.assign(respondent="", answered=False, limit=np.nan if limit is None else float(limit))
    return pd.concat([asked, silent], ignore_index=True).assign(roster=roster)


def _blanks(
    rows: NDArray[np.intp],
    shown: NDArray[np.intp],
    given: NDArray[np.bool_],
    answered: NDArray[np.bool_],
    names: NDArray[np.object_],
) -> pd.DataFrame:
    """Dyads on the roster that no respondent of an organization which answered has filled in."""
    missing = np.zeros((len(names), len(shown)), dtype=bool)
    missing[rows[answered]] = True
    missing[shown, np.arange(len(shown))] = False
    for row, filled in zip(rows, given, strict=True):  # indices of all that was given would take ten times the file
        missing[row] &= ~filled
    left, out = np.nonzero(missing)
    if not len(left):
        return empty_frame("exceptions")
    return pd.DataFrame({"from": names[left], "to": names[shown[out]], "observed": False})
