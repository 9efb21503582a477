"""The answers of a wide roster export: one row a respondent, one column a partner."""

from collections import Counter
from dataclasses import dataclass

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.survey.export import Export
from stakeholder_graph.survey.inspection import Inspection
from stakeholder_graph.survey.names import Names
from stakeholder_graph.survey.scales import Steps, allowed_answers, graded, no_ties
from stakeholder_graph.survey.survey import COLUMNS, LayerInfo, empty_frame


@dataclass(frozen=True, eq=False)
class Answers:
    """Frames of a `Survey`, as far as one export fills them."""

    ties: pd.DataFrame
    asked: pd.DataFrame
    exceptions: pd.DataFrame
    rosters: pd.DataFrame


def organizations_in(export: Export, names: Names) -> set[str]:
    """Give everyone an export speaks of: its respondents and its partners."""
    written = pd.concat([export.respondents, export.partners])
    wave = pd.Series(export.wave, index=written.index, dtype="str")
    return set(names.resolve(written.reset_index(drop=True), wave.reset_index(drop=True)))


def read_answers(export: Export, names: Names, info: LayerInfo, listed: list[str], inspection: Inspection) -> Answers:
    """Read who reported what, who was asked, and what was left blank.

    Parameters
    ----------
    export : Export
        As opened, with its wave.
    names : Names
        The roster.
    info : LayerInfo
        The layer, with its scale.
    listed : list of str
        Everyone on the roster of the wave.
    inspection : Inspection
        Takes problems and advice.

    Returns
    -------
    Answers
        Of oneself nothing is known. A row with blanks only has not answered, unless a blank means no tie.
    """
    place = {name: number for number, name in enumerate(listed)}
    row_names = [names.find(name, export.wave) for name in export.respondents]
    rows = np.array([place[name] for name in row_names], dtype=np.intp)
    columns = np.array([place[names.find(name, export.wave)] for name in export.partners], dtype=np.intp)
    own = rows[:, None] == columns
    values, ties, blank = _values(export, info.steps, own, inspection)
    blank_is_no = export.question.blank == "no tie"
    given = ~own & (~blank | blank_is_no)
    answered = given.any(axis=1)
    respondents = _numbered(row_names)
    at, to = np.nonzero(ties)
    key = {"wave": export.wave, "layer": info.name}
    reported = pd.DataFrame(
        {
            **key,
            "from": np.array(listed, dtype=object)[rows[at]],
            "to": np.array(listed, dtype=object)[columns[to]],
            "value": values[at, to],
            "respondent": np.array(respondents, dtype=object)[at],
        },
        columns=list(COLUMNS["ties"]),
    ).astype(empty_frame("ties").dtypes)
    if len(np.unique(columns)) < len(columns):  # two columns stand for one partner after a merger
        reported = reported.sort_values("value", kind="stable")
        reported = reported.drop_duplicates(["from", "to", "respondent"], keep="last")
    everyone = set(listed) <= {listed[column] for column in columns}
    roster = "" if everyone else f"{info.name}, {export.wave}"
    shown = sorted({listed[column] for column in columns})
    asked = pd.DataFrame({"organization": row_names, "respondent": respondents, "roster": roster, "answered": answered})
    heard = set(row_names)
    silent = pd.DataFrame({"organization": [name for name in listed if name not in heard]})
    silent = silent.assign(respondent="", roster=roster, answered=False)
    asked = pd.concat([asked, silent], ignore_index=True).assign(**key, limit=np.nan)
    return Answers(
        reported,
        asked[list(COLUMNS["asked"])],
        _blanks(rows, columns, given, answered, listed).assign(**key)[list(COLUMNS["exceptions"])],
        empty_frame("rosters") if everyone else pd.DataFrame({"roster": roster, "organization": shown}),
    )


def _values(
    export: Export, steps: Steps, own: NDArray[np.bool_], inspection: Inspection
) -> tuple[NDArray[np.floating], NDArray[np.bool_], NDArray[np.bool_]]:
    """Values, whether each is a tie, and whether each is blank, by respondent and partner."""
    table, headers = export.table, list(export.partners.index)
    cells = table.cells.loc[export.respondents.index, headers].to_numpy(dtype=object)
    codes, texts = pd.factorize(cells.ravel())
    codes = codes.reshape(cells.shape)
    known = pd.Series(texts, dtype="str")
    values = graded(known, steps, table.decimal_comma).to_numpy()
    is_blank = (known == "").to_numpy(dtype=bool)
    bad = np.isnan(values) & ~is_blank
    for code in np.flatnonzero(bad):
        at, to = np.nonzero((codes == code) & ~own)
        if len(at):
            more = f" (and in {len(at) - 1} more cells)" if len(at) > 1 else ""
            inspection.wrong(
                f'"{texts[code]}" is no answer on the scale of the layer "{export.question.layer}"{more}.',
                f"Write {allowed_answers(steps)}, or correct the scale in the settings.",
                table.file,
                export.respondents.index[at[0]],
                headers[to[0]],
            )
    tie = ~is_blank & ~bad & ~np.isin(values, no_ties(steps))
    return values[codes], tie[codes] & ~own, is_blank[codes]


def _numbered(names: list[str]) -> list[str]:
    """Respondents of one organization, numbered in the order of their rows; blank where there is one."""
    total, so_far = Counter(names), Counter[str]()
    width = len(str(max(total.values(), default=1)))
    labels = []
    for name in names:
        so_far[name] += 1
        labels.append(f"{so_far[name]:0{width}d}" if total[name] > 1 else "")
    return labels


def _blanks(
    rows: NDArray[np.intp],
    columns: NDArray[np.intp],
    given: NDArray[np.bool_],
    answered: NDArray[np.bool_],
    listed: list[str],
) -> pd.DataFrame:
    """Dyads on the roster that no respondent of an organization which answered has filled in."""
    partners, column_of = np.unique(columns, return_inverse=True)
    missing = np.zeros((len(listed), len(partners)), dtype=bool)
    missing[rows[answered]] = True
    missing[partners, np.arange(len(partners))] = False
    at, to = np.nonzero(given)
    missing[rows[at], column_of[to]] = False
    left, out = np.nonzero(missing)
    if not len(left):
        return empty_frame("exceptions")
    names = np.array(listed, dtype=object)
    return pd.DataFrame({"from": names[left], "to": names[partners[out]], "observed": False})
