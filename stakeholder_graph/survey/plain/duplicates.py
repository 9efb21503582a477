"""Rows that say the same thing twice, and rows that contradict each other."""

import pandas as pd

from stakeholder_graph.model.problems import Inspection


def settled(
    frame: pd.DataFrame, keys: list[str], answers: list[str], file: str, inspection: Inspection
) -> pd.DataFrame:
    """Count identical rows once, with advice, and note a problem for each that contradicts an earlier one.

    Parameters
    ----------
    frame : DataFrame
        Indexed by row; the column `written`, where there is one, holds names as written.
    keys : list of str
        Columns that say what a row is about.
    answers : list of str
        Columns that say something of it.
    file : str
        For the problems.
    inspection : Inspection
        Takes problems and advice.

    Returns
    -------
    DataFrame
        One row for each combination of `keys`. Where two written names have become one organization, their
        rows do not contradict each other: the one with the largest answers stands for both.
    """
    about = [*keys, "written"] if "written" in frame else keys
    repeated = frame.duplicated([*about, *answers])
    if repeated.any():
        row = frame.index[repeated][0]
        count = int(repeated.sum())
        alike = frame.groupby([*about, *answers], dropna=False, sort=False).ngroup().to_numpy()
        first = frame.index[alike == alike[repeated.to_numpy()][0]][0]
        more = f", and {count - 1} more rows do the like" if count > 1 else ""
        inspection.advise(f"The row repeats row {first}{more}; each counts once.", "Remove the repetition.", file, row)
    once = frame[~repeated]
    pairs = [
        rows.iloc[:2] for _, rows in once[once.duplicated(about, keep=False)].groupby(about, sort=False, dropna=False)
    ]
    inspection.wrong_rows(
        [pair.index[1] for pair in pairs],
        file,
        lambda place: f"The row contradicts row {pairs[place].index[0]}: {_told(pairs[place], answers)}.",
        "Keep the right one.",
    )
    merged = once.duplicated(keys)
    if merged.any():
        inspection.advise(
            f"{int(merged.sum())} rows speak of an organization under two names; the strongest answer counts.",
            f"Nothing, if {inspection.list_name('names')} is right.",
            file,
            once.index[merged][0],
        )
        ranked = once.sort_values(answers, kind="stable", na_position="first")
        once = ranked[~ranked.duplicated(keys, keep="last")].sort_index(kind="stable")
    return once


def _told(rows: pd.DataFrame, answers: list[str]) -> str:
    one, other = rows.iloc[0], rows.iloc[1]
    differing = [column for column in answers if str(one[column]) != str(other[column])]
    return "; ".join(f"{column} is {_seen(one[column])} there and {_seen(other[column])} here" for column in differing)


def _seen(value: object) -> str:
    if value == "" or value != value:
        return "blank"
    return f'"{value:g}"' if isinstance(value, float) else f'"{value}"'
