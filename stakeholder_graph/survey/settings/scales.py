"""Scales: what the answers to a question are called, which number each stands for, which are no tie."""

from collections.abc import Iterable, Sequence
from math import nan

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import Step
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.tabular.cells import as_number
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import N_, _

Steps = tuple[Step, ...]

#: What to do about a step that says it is a tie and has the number 0.
RENUMBER = N_("Number the steps that are a tie from 1 up.")


def step(value: float, name: str, tie: bool | None = None) -> Step:
    """Make a step.

    Parameters
    ----------
    value : float
        The number it stands for.
    name : str
        What the answer is called.
    tie : bool, optional
        Whether it is a tie; where this is left open, 0 and a step called "none" are none.

    Examples
    --------
    >>> step(0, "never").tie, step(1, "None").tie, step(1, "yearly").tie
    (False, False, True)
    """
    return Step(value, name, value != 0 and normal(name) != "none" if tie is None else tie)


def read_scales(table: SourceTable | None, inspection: Inspection) -> dict[str, Steps]:
    """Read scales.csv.

    Parameters
    ----------
    table : SourceTable or None
        With columns scale, value, name and perhaps tie.
    inspection : Inspection
        Takes the problems.

    Returns
    -------
    dict of str to tuple of Step
        The steps of each scale from least to most, by the scale's name in normal form.
    """
    if table is None:
        return {}
    table.require_text(inspection, "scale", "value", "name")
    written = list(
        zip(
            table.rows, map(normal, table.texts("scale")), table.numbers("value", inspection), table.texts("name"),
            table.texts("tie"), table.yes_or_no("tie", inspection), strict=True,
        )
    )  # fmt: skip
    _check_steps(table, written, inspection)
    scales: dict[str, list[Step]] = {}
    for _row, scale, value, name, said, tie in sorted(written, key=lambda row: row[1]):
        if value == value:
            scales.setdefault(scale, []).append(step(value, name, tie if said else None))
    return {scale: tuple(sorted(steps, key=lambda known: known.value)) for scale, steps in scales.items()}


def _check_steps(
    table: SourceTable, written: Sequence[tuple[int, str, float, str, str, bool]], inspection: Inspection
) -> None:
    """Note steps that stand twice, and ties with the value 0."""
    seen = set[tuple[str, str, object]]()
    shown = dict(table.items("scale"))
    for row, scale, value, name, said, tie in written:
        for column, key in (("value", value), ("name", normal(name))):
            if column in table and key == key and scale and (scale, column, key) in seen:
                inspection.wrong(
                    _("The scale “{scale}” has this {column} twice.", scale=shown[row], column=column),
                    _("Give each step a {column} of its own.", column=column),
                    table.file,
                    row,
                    column,
                )
            seen.add((scale, column, key))
        if said and tie and value == 0:
            what = _("“{step}” is a tie here, but has the value 0, which means no tie.", step=name)
            inspection.wrong(what, _(RENUMBER), table.file, row, "value")


def values_of(texts: Iterable[str], steps: Steps, decimal_comma: bool = False) -> dict[str, float]:
    """Read answers written as the names or numbers of a scale, or as bare numbers of 0 or more.

    Parameters
    ----------
    texts : iterable of str
        Answers as written.
    steps : tuple of Step
        The scale; empty for bare numbers.
    decimal_comma : bool
        Whether ``3,5`` is three and a half.

    Returns
    -------
    dict of str to float
        By different text; NaN where it is blank or none of these.

    Examples
    --------
    >>> values_of(["Weekly", "0", "often", ""], (step(0, "never"), step(1, "weekly")))
    {'Weekly': 1, '0': 0.0, 'often': nan, '': nan}
    """
    by_name = {normal(known.name): known.value for known in steps}
    allowed = {known.value for known in steps}

    def value(text: str) -> float:
        if not text:
            return nan
        if normal(text) in by_name:
            return by_name[normal(text)]
        number = as_number(text, decimal_comma)
        return number if number is not None and (number in allowed if steps else number >= 0) else nan

    return {text: value(text) for text in dict.fromkeys(texts)}


def no_ties(steps: Steps) -> list[float]:
    """Give the values at which an answer is no tie; 0 always is one.

    Parameters
    ----------
    steps : tuple of Step
        The scale.

    Examples
    --------
    >>> no_ties((step(1, "none"), step(2, "weekly")))
    [0.0, 1]
    """
    return [0.0, *(known.value for known in steps if not known.tie)]


def allowed_answers(steps: Steps) -> str:
    """Say what may be answered, for the text of a problem.

    Parameters
    ----------
    steps : tuple of Step
        The scale; empty for bare numbers.

    Examples
    --------
    >>> allowed_answers((step(0, "never"), step(1, "weekly"))), allowed_answers(())
    ('one of 0 (never), 1 (weekly)', 'a number of 0 or more')
    """
    if not steps:
        return _("a number of 0 or more")
    return _("one of {answers}", answers=", ".join(f"{known.value:g} ({known.name})" for known in steps))


def wrong_answers(
    cells: Iterable[tuple[int, str]],
    steps: Steps,
    place: tuple[str, str],
    called: str,
    inspection: Inspection,
    hint: str = "",
) -> None:
    """Note a problem for each different answer that a scale does not have.

    Parameters
    ----------
    cells : iterable of (int, str)
        Row and text of each such answer.
    steps : tuple of Step
        The scale.
    place : (str, str)
        The file and the column where they stand.
    called : str
        Whose scale it is.
    inspection : Inspection
        Takes the problems.
    hint : str
        Says first what else may be wrong.
    """
    todo = _("Write {answers}.", answers=allowed_answers(steps))
    if hint:
        todo = hint + " " + _("Otherwise write {answers}.", answers=allowed_answers(steps))
    inspection.wrong_texts(
        cells,
        *place,
        lambda text: _("“{answer}” is not on the scale of {called}.", answer=text, called=called),
        lambda text: todo,
    )
