"""Answers about ties where respondents were shown a roster of partners."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames.rows import SurveyRows
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import LayerInfo
from stakeholder_graph.survey.exports.answer_matrix import AnswerMatrix, read_matrix, values_at
from stakeholder_graph.survey.exports.questions import LocatedQuestion
from stakeholder_graph.survey.exports.write_ins import (
    WrittenPartner,
    add_write_ins,
    fill_in,
    read_write_ins,
    written_in,
)
from stakeholder_graph.survey.names.resolution import NameResolution
from stakeholder_graph.text import _

NameArray = NDArray[np.object_]


@dataclass(frozen=True, eq=False)
class Speakers:
    """For whom the rows of an export speak, as far as it is known.

    Parameters
    ----------
    organizations : dict of int to str
        By row of the main table.
    labels : dict of int to str
        What tells several respondents of one organization apart; blank where there is one.
    """

    organizations: dict[int, str]
    labels: dict[int, str]


def speakers(located: LocatedQuestion, resolution: NameResolution) -> Speakers:
    """Say for whom each row of an export speaks.

    Parameters
    ----------
    located : LocatedQuestion
        With its wave.
    resolution : NameResolution
        The roster.

    Returns
    -------
    Speakers
        Without rows whose organization is not certain.
    """
    organizations = {
        row: organization
        for row, name in located.respondents.names.items()
        if (organization := resolution.organization(name, located.wave))
    }
    total = Counter(organizations.values())
    width = len(str(max(total.values(), default=1)))
    so_far = Counter[str]()
    taken = set[tuple[str, str]]()
    labels = {}
    for row, name in organizations.items():
        so_far[name] += 1
        number = f"{so_far[name]:0{width}d}"
        label = located.respondents.persons.get(row, "") or number
        if (name, label) in taken:
            label = f"{label} ({number})"
        taken.add((name, label))
        labels[row] = label if total[name] > 1 else ""
    return Speakers(organizations, labels)


def organizations_in(located: LocatedQuestion, resolution: NameResolution) -> set[str]:
    """Give every organization that a question speaks of, without names that are not certain.

    Parameters
    ----------
    located : LocatedQuestion
        With its wave.
    resolution : NameResolution
        The roster.
    """
    written = set(located.respondents.names.values())
    if located.question.kind == "tie" and not located.generates_names:
        written |= set(located.items.values())
    named = {resolution.organization(name, located.wave) for name in written if name} - {""}
    return named | written_in(located, resolution) if located.write_ins else named


def read_roster(
    located: LocatedQuestion,
    resolution: NameResolution,
    info: LayerInfo,
    listed: list[str],
    rows: SurveyRows,
    inspection: Inspection,
) -> None:
    """Read who reported what of the partners shown, who was asked, and what was left blank.

    Parameters
    ----------
    located : LocatedQuestion
        With its wave.
    resolution : NameResolution
        The roster.
    info : LayerInfo
        The layer, with its scale.
    listed : list of str
        Everyone on the roster of the wave.
    rows : SurveyRows
        Takes ties, who was asked, exceptions and the roster shown. Of oneself nothing is known. A row with blanks
        only has not answered, unless a blank means no tie and the respondent came to the end of the survey.
    inspection : Inspection
        Takes what waits for a decision.
    """
    known = speakers(located, resolution)
    number = {name: place for place, name in enumerate(listed)}
    of_row = {row: number[name] for row, name in known.organizations.items()}

    def partners(items: tuple[str, ...]) -> NDArray[np.intp]:
        names = (resolution.organization(item, located.wave) for item in items)
        return np.array([number.get(name, -1) for name in names], dtype=np.intp)

    def oneself(respondents: NDArray[np.int64], items: tuple[str, ...]) -> NDArray[np.bool_]:
        ends = np.array([of_row.get(row, -2) for row in respondents.tolist()], dtype=np.intp)
        return np.equal.outer(ends, partners(items))

    matrix = read_matrix(located, info.steps, inspection, oneself)
    columns = partners(matrix.items)
    if len(columns) and (columns < 0).all():
        inspection.advise(
            _("None of the {count} rows of “{question}” is in the list of organizations.", count=len(columns),
              question=located.about),
            _("Decide on the names below, or take another column of the list as the one with names."),
            located.file,
        )  # fmt: skip
    heard = np.array([row in of_row for row in matrix.rows.tolist()], dtype=bool)
    unclear = [resolution.matches.get((located.wave, item)) for item in matrix.items]
    somebody = np.array([match is None or match.kind != "nobody" for match in unclear], dtype=bool)
    kept = matrix.given[np.ix_(heard, somebody & (columns >= 0))]
    inspection.left_out[located.about] += int(matrix.given[:, somebody].sum() - kept.sum())
    strength, chosen, given, shown = _merged(matrix, heard, columns)
    respondents, levels = matrix.rows[heard].tolist(), matrix.levels
    del matrix, kept  # as large as the table of answers, as is each of these
    ends = np.array([of_row[row] for row in respondents], dtype=np.intp)
    names = np.array(listed, dtype=object)
    written: list[WrittenPartner] = []
    if located.write_ins:
        partners_written = read_write_ins(located, resolution, info.steps, inspection)
        heard_of = [(partner, of_row.get(partner.row, -1)) for partner in partners_written]
        written = [partner for partner, by in heard_of if by not in (-1, number.get(partner.organization))]
    ties = fill_in(written, respondents, names[shown].tolist(), chosen, given) if written else {}
    given |= blank_counts(located, respondents)[:, np.newaxis]
    for answers in (chosen, given):
        answers[np.equal.outer(ends, shown)] = False
    answered = np.asarray(given.any(axis=1)) | np.isin(respondents, [row for row, _organization in ties])
    everyone = len(shown) == len(listed)
    roster = "" if everyone else f"{info.name}, {located.wave}"
    about: dict[str, str] = {"wave": located.wave, "layer": info.name}
    labels = np.array([known.labels[row] for row in respondents], dtype=object)
    rows.add("ties", {**about, **_ties(chosen, strength, levels, names[ends], names[shown], labels)})
    limit = np.nan if located.question.limit is None else float(located.question.limit)
    add_asked(rows, about, names[ends], labels, answered, listed, roster, np.full(len(ends), limit), limit)
    if written:
        add_write_ins(written, ties, known.organizations, known.labels, about, rows)
    left, out = _blanks(ends, shown, given, answered, len(listed))
    rows.add("exceptions", {**about, "from": names[left], "to": names[shown[out]], "observed": False})
    if not everyone:
        rows.add("rosters", {"roster": roster, "organization": sorted(names[shown].tolist())})


def _ties(
    chosen: NDArray[np.bool_],
    strength: NDArray[np.signedinteger],
    levels: NDArray[np.float64],
    speaking: NameArray,
    partners: NameArray,
    labels: NameArray,
) -> dict[str, NDArray[Any]]:
    """The columns of the ties; who and whom, by number, take as much room again and are gone with this function."""
    at, to = np.nonzero(chosen)
    value = values_at(levels, strength[at, to])
    return {"from": speaking[at], "to": partners[to], "value": value, "respondent": labels[at]}


def blank_counts(located: LocatedQuestion, respondents: Sequence[int]) -> NDArray[np.bool_]:
    """Say of whom a blank means no tie.

    Parameters
    ----------
    located : LocatedQuestion
        With what a blank means.
    respondents : sequence of int
        Rows of the main table.

    Returns
    -------
    array of bool
        False for those who left the whole question blank and did not finish: they have not come to it. Where a draft
        only proposes what a blank means, False for everybody who left the whole question blank.
    """
    proposed = located.question.blank == "no tie?"
    rows = np.array(respondents, dtype=np.int64)
    counts = np.full(len(rows), proposed or located.question.blank_is_no_tie)
    in_doubt = counts & (proposed | np.isin(rows, list(located.respondents.unfinished)))
    if not in_doubt.any():
        return counts
    table = located.table
    questions = dict.fromkeys([*(column.question for column in located.columns), located.question.partners])
    whole = [column for question in questions if question for column in table.question(question)]
    headers = {column.header for column in (*located.columns, *located.write_ins, *whole)}
    filled = np.logical_or.reduce([table.cells[header] != "" for header in sorted(headers)])
    return counts & (~in_doubt | np.isin(rows, np.array(table.respondents)[filled]))


def _merged(
    matrix: AnswerMatrix, heard: NDArray[np.bool_], columns: NDArray[np.intp]
) -> tuple[NDArray[np.signedinteger], NDArray[np.bool_], NDArray[np.bool_], NDArray[np.intp]]:
    """Strengths, choices and answers about each organization shown, and which these are.

    Two columns stand for one partner where organizations were merged, or where each has one of several boxes.
    """
    known = columns >= 0
    shown, places = np.unique(columns[known], return_inverse=True)
    if len(shown) == len(places):  # each has one column: no need to go through them one at a time
        at = np.ix_(heard, np.flatnonzero(known)[np.argsort(places)])
        ticked = matrix.chosen[at]
        strongest = np.where(ticked, matrix.strength[at], matrix.strength.dtype.type(-1))
        return strongest, ticked, matrix.given[at], shown.astype(np.intp)
    shape = (int(heard.sum()), len(shown))
    strength = np.full(shape, -1, dtype=matrix.strength.dtype)
    chosen, given = np.zeros(shape, bool), np.zeros(shape, bool)
    for column, place in zip(np.flatnonzero(known), places, strict=True):
        tie = matrix.chosen[heard, column]
        strength[:, place] = np.maximum(strength[:, place], np.where(tie, matrix.strength[heard, column], -1))
        chosen[:, place] |= tie
        given[:, place] |= matrix.given[heard, column]
    return strength, chosen, given, shown.astype(np.intp)


def add_asked(
    rows: SurveyRows,
    about: dict[str, str],
    speaking: NameArray,
    labels: NameArray,
    answered: NDArray[np.bool_],
    listed: list[str],
    roster: str,
    limits: NDArray[np.floating],
    limit: float,
) -> None:
    """Add who was asked: respondents, and everyone listed who has none.

    Parameters
    ----------
    rows : SurveyRows
        Takes the rows.
    about : dict of str to str
        Wave and layer.
    speaking, labels : array of str
        The organization and the label of each respondent.
    answered : array of bool
        Whether each has answered.
    listed : list of str
        Everyone on the roster of the wave.
    roster : str
        The one that was shown.
    limits : array of float
        How many names each respondent could give.
    limit : float
        The same of everybody else.
    """
    silent = sorted(set(listed) - set(speaking.tolist()))
    rows.add(
        "asked",
        {
            **about,
            "organization": [*speaking.tolist(), *silent],
            "respondent": [*labels.tolist(), *[""] * len(silent)],
            "roster": roster,
            "answered": [*answered.tolist(), *[False] * len(silent)],
            "limit": [*limits.tolist(), *[limit] * len(silent)],
        },
    )


def _blanks(
    ends: NDArray[np.intp],
    shown: NDArray[np.intp],
    given: NDArray[np.bool_],
    answered: NDArray[np.bool_],
    size: int,
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Dyads on the roster that no respondent of an organization which answered has filled in."""
    missing = np.zeros((size, len(shown)), dtype=bool)
    missing[ends[answered]] = True
    missing[shown, np.arange(len(shown))] = False
    for end, filled in zip(ends, given, strict=True):  # indices of all that was given would take ten times the file
        missing[end] &= ~filled
    left, out = np.nonzero(missing)
    return left, out
