"""Scales: what the answers to a question are called, which number each stands for, which are no tie."""

import pandas as pd

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import Step
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.tabular.cells import as_number, numbers, yes_no
from stakeholder_graph.tabular.source_table import SourceTable

Steps = tuple[Step, ...]

#: What is wrong with a step that says it is a tie and has the number 0, and what to do about it.
ZERO_TIE = "has the value 0, and 0 means no tie."
RENUMBER = "Number the steps that are a tie from 1 up."


def step(value: float, name: str, tie: bool | None = None) -> Step:
    """Make a step; unless told, 0 and a step called "none" are no tie.

    Examples
    --------
    >>> step(0, "never").tie, step(1, "None").tie, step(1, "yearly").tie
    (False, False, True)
    """
    return Step(value, name, value != 0 and normal(name) != "none" if tie is None else tie)


def read_scales(table: SourceTable | None, inspection: Inspection) -> dict[str, Steps]:
    """Read scales.csv: the steps of each scale from least to most, by the scale's name in normal form."""
    if table is None:
        return {}
    table.require_text(inspection, "scale", "value", "name")
    frame = pd.DataFrame(
        {
            "scale": table["scale"].map(normal),
            "value": numbers(table, "value", inspection),
            "name": table["name"],
            "said": table["tie"] != "",
            "tie": yes_no(table, "tie", inspection),
        }
    )
    for column in ("value", "name"):
        if column not in table:
            continue
        key = frame[column].map(normal) if column == "name" else frame[column]
        twice = key.notna() & (frame["scale"] != "") & pd.DataFrame({"scale": frame["scale"], "key": key}).duplicated()
        for row in frame.index[twice]:
            inspection.wrong(
                f'The scale "{table["scale"][row]}" has this {column} twice.',
                f"Give each step a {column} of its own.",
                table.file,
                row,
                column,
            )
    for row in frame.index[frame["said"] & frame["tie"].eq(True) & (frame["value"] == 0)]:
        inspection.wrong(f'"{table["name"][row]}" is a tie here and {ZERO_TIE}', RENUMBER, table.file, row, "value")
    frame = frame.dropna(subset="value").sort_values("value", kind="stable")
    return {
        str(name): tuple(
            step(value, text, tie if said else None)
            for value, text, said, tie in zip(rows["value"], rows["name"], rows["said"], rows["tie"], strict=True)
        )
        for name, rows in frame.groupby("scale")
    }


def graded(texts: "pd.Series[str]", steps: Steps, decimal_comma: bool = False) -> "pd.Series[float]":
    """Read answers written as the names or numbers of a scale, or as bare numbers of 0 or more.

    Parameters
    ----------
    texts : Series of str
        Answers as written.
    steps : tuple of Step
        The scale; empty for bare numbers.
    decimal_comma : bool
        Whether ``3,5`` is three and a half.

    Returns
    -------
    Series of float
        NaN where the text is blank or none of these.

    Examples
    --------
    >>> answers = pd.Series(["Weekly", "0", "often", ""])
    >>> graded(answers, (step(0, "never"), step(1, "weekly"))).tolist()
    [1.0, 0.0, nan, nan]
    """
    by_name = {normal(each.name): each.value for each in steps}
    values = {each.value for each in steps}

    def grade(text: str) -> float:
        if normal(text) in by_name:
            return by_name[normal(text)]
        number = as_number(text, decimal_comma)
        allowed = number is not None and (number in values if steps else number >= 0)
        return number if number is not None and allowed else float("nan")

    known = {text: grade(text) for text in texts.unique() if text}
    return texts.map(known).astype("float64")


def no_ties(steps: Steps) -> list[float]:
    """Values at which an answer is no tie; 0 always is one."""
    return [0.0, *(each.value for each in steps if not each.tie)]


def allowed_answers(steps: Steps) -> str:
    """Say what may be answered, for the text of a problem."""
    if not steps:
        return "a number of 0 or more"
    return "one of " + ", ".join(f"{each.value:g} ({each.name})" for each in steps)


def wrong_answers(
    texts: "pd.Series[str]",
    values: "pd.Series[float]",
    steps: Steps,
    place: tuple[str, str],
    called: str,
    inspection: Inspection,
    hint: str = "",
) -> None:
    """Note a problem for each different answer in a file's column (`place`) that the scale does not have.

    `hint` says first what else may be wrong.
    """
    inspection.wrong_texts(
        texts[(texts != "") & values.isna()],
        *place,
        lambda text: f'"{text}" is no answer on the scale of {called}',
        lambda text: (f"{hint} Otherwise write" if hint else "Write") + f" {allowed_answers(steps)}.",
    )
