"""The file scales.csv, and what to say of answers that are on none of its steps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from math import isnan

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.elements import RENUMBER, Location, Steps, step
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _


def read_scales(table: SourceTable, inspection: Inspection) -> dict[str, Steps]:
    """Read scales.csv.

    Parameters
    ----------
    table : SourceTable
        With columns scale, value, name and perhaps tie and hours.
    inspection : Inspection
        Takes the problems.

    Returns
    -------
    dict of str to tuple of Step
        The steps of each scale from least to most, by the scale's name in normal form.
    """
    table.require_text(inspection, "scale", "value", "name")
    written = list(
        zip(
            table.rows, map(normal, table.texts("scale")), table.numbers("value", inspection), table.texts("name"),
            table.texts("tie"), table.yes_or_no("tie", inspection), strict=True,
        )
    )  # fmt: skip
    hours = table.numbers("hours", inspection, 0)
    _check_steps(table, written, inspection)
    scales: dict[str, Steps] = {}
    rows = sorted(zip(written, hours, strict=True), key=lambda row: row[0][1])
    for (_row, scale, value, name, said, tie), takes in rows:
        if value == value:
            known = None if isnan(takes) else takes
            scales[scale] = (*scales.get(scale, ()), step(value, name, tie if said else None, known))
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


def with_hours(
    steps: Steps, layer: str, scales: Mapping[str, Steps], known: str, at: Location, inspection: Inspection
) -> Steps:
    """Give the steps of a layer the hours that scales.csv states of the scale with the layer's name.

    Parameters
    ----------
    steps : tuple of Step
        The layer's, as the settings spell them.
    layer : str
        Its name, for the problems.
    scales : mapping of str to tuple of Step
        Those of scales.csv by normal name.
    known : str
        The layer's name in normal form.
    at : Location
        Where the settings spell the steps.
    inspection : Inspection
        Takes a problem for each step with hours that the layer does not have.

    Examples
    --------
    >>> stated = {"contact": (step(1, "yearly", hours=0.5),)}
    >>> [own.hours for own in with_hours((step(1, "yearly"),), "contact", stated, "contact", Location(), Inspection())]
    [0.5]
    """
    stated = {own.value: own.hours for own in scales.get(known, ()) if own.hours is not None}
    values = {own.value for own in steps}
    for value in sorted(set(stated) - values) if steps else ():
        inspection.wrong(
            _(
                "{scales} states hours for the step {value} of “{layer}”, which the settings do not have.",
                scales=inspection.list_name("scales"),
                value=f"{value:g}",
                layer=layer,
            ),
            _("Give the step the number that it has in the settings."),
            at.file,
            at.row,
        )
    return tuple(replace(own, hours=stated.get(own.value, own.hours)) for own in steps)


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


def advise_on_unused_scales(
    table: SourceTable,
    scales: Mapping[str, Steps],
    named: Iterable[str],
    settings: Settings,
    inspection: Inspection,
) -> None:
    """Advise on each scale that no layer and no item is answered on.

    Parameters
    ----------
    table : SourceTable
        Where they stand.
    scales : mapping of str to tuple of Step
        By normal name.
    named : iterable of str
        Names of layers, and of scales that items are answered on.
    settings : Settings
        Its layers and questions may name scales.
    inspection : Inspection
        Takes the advice.
    """
    stated = [layer.scale for layer in settings.layers.values()]
    stated += [question.scale for question in settings.question]
    used = {normal(name) for name in [*named, *stated] if isinstance(name, str)}
    for scale in scales:
        if scale not in used:
            inspection.advise(
                _("No layer and no item is answered on the scale “{scale}”.", scale=scale),
                _(
                    "Give it the name of its layer, or name it in {items} or in the settings.",
                    items=inspection.list_name("items"),
                ),
                table.file,
            )
