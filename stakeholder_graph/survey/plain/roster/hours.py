"""Hours a month: what a tie takes, by scales.csv, and what an organization can give, by organizations.csv."""

from collections.abc import Mapping
from dataclasses import replace

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import HOURS
from stakeholder_graph.survey.settings.elements import Location, Steps
from stakeholder_graph.tabular.delimited import as_number, is_known
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _


def with_plain_hours(table: SourceTable, inspection: Inspection) -> SourceTable:
    """Give a list of organizations with plain numbers in its column hours.

    Parameters
    ----------
    table : SourceTable
        The list, which has the column. Words for "not known" may stand in the column.
    inspection : Inspection
        Takes a problem for each text that is no number of 0 or more.

    Returns
    -------
    SourceTable
        The column's header is in lower case, and a decimal comma is a point.

    Examples
    --------
    >>> table = SourceTable("organizations.csv", {"organization": ["A", "B"], "Hours": ["12,5", "n/a"]}, [2, 3], True)
    >>> with_plain_hours(table, Inspection()).columns["hours"]
    ['12.5', 'n/a']
    """
    asked = replace(table, columns={HOURS: [text if is_known(text) else "" for text in table.texts(HOURS)]})
    asked.numbers(HOURS, inspection, 0)
    plain = [_plain(text, table.decimal_comma) for text in table.texts(HOURS)]
    columns = {
        HOURS if header.casefold() == HOURS else header: plain if header.casefold() == HOURS else texts
        for header, texts in table.columns.items()
    }
    return replace(table, columns=columns)


def _plain(text: str, decimal_comma: bool) -> str:
    number = as_number(text, decimal_comma)
    return text if number is None else f"{number:g}"


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
    >>> from stakeholder_graph.survey.settings.elements import step
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
