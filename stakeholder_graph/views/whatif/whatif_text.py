"""A what-if for the terminal: what changes first, then the values that change."""

from collections.abc import Iterator, Sequence

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.studies.whatif import Change, Departures, WhatIf
from stakeholder_graph.text import _, _n, number, translate
from stakeholder_graph.views.amounts import amount
from stakeholder_graph.views.sentences import term
from stakeholder_graph.views.terminal.text_table import text_table
from stakeholder_graph.views.whatif.whatif_words import VALUES_ALONE, sentences, title_of

#: The most characters of each column.
WIDEST = (52, 24, 14, 14, 40)


def whatif_text(supposed: WhatIf) -> str:
    """Write a what-if for reading on a terminal.

    Parameters
    ----------
    supposed : WhatIf
        Any.
    """
    scenario = supposed.scenario
    changed = [change for change in supposed.changes if change.changed]
    head = [title_of(scenario), f"{supposed.before.name}, {scenario.wave}", ""]
    head += [*sentences(scenario, supposed.consequences), ""]
    same = len(supposed.changes) - len(changed)
    if changed:
        headings = (_("What is measured"), _("Kind of tie"), _("Before"), _("After"), _("Unit"))
        head += [text_table(headings, [_cells(change) for change in changed], WIDEST)]
    head += [_n("{count} value stays as it is.", "{count} values stay as they are.", same)] if same else []
    return "\n".join([*head, translate(VALUES_ALONE)]) + "\n"


def departures_text(without: Departures) -> str:
    """Write what the network would be without each organization, those first without whom most connections go.

    Parameters
    ----------
    without : Departures
        Any.
    """
    rows = sorted(without.rows, key=lambda row: row.consequences.connections[1])
    headings = (_("Without"), _("Connections"), _("Left with none"), _("Cut off"), *map(title_in_short, without.values))
    cells = [
        (
            row.organization,
            number(row.consequences.connections[1]),
            number(len(row.consequences.alone)),
            number(sum(map(len, row.consequences.cut_off))),
            *(value_text(name, value) for name, value in row.values.items()),
        )
        for row in rows
    ]
    if rows:
        today = (number(rows[0].consequences.connections[0]), "", "")
        now = (_("As it is"), *today, *(value_text(name, value) for name, value in without.values.items()))
        cells.insert(0, now)
    return text_table(headings, cells, (36, 11, 9, 8, *[13] * len(without.values)))


def title_in_short(name: str) -> str:
    """The title of a measure in the page's language.

    Parameters
    ----------
    name : str
        Of the measure.
    """
    return translate(measures()[name].title)


def value_text(name: str, value: float | None) -> str:
    """A value of a measure in words; a dash where it is undefined.

    Parameters
    ----------
    name : str
        Of the measure.
    value : float or None
        In its unit.

    Examples
    --------
    >>> value_text("density", 0.1818), value_text("density", None)
    ('18%', '–')
    """
    return "–" if value is None else amount(value, measures()[name].unit)


def before_after(change: Change) -> tuple[str, str]:
    """The two values in words, with as many digits as it takes to tell them apart.

    Parameters
    ----------
    change : Change
        Any.

    Examples
    --------
    >>> before_after(Change("density/work/1", "density", ("work",), "share", 0.1822, 0.1829))
    ('18.2%', '18.3%')
    """
    values = (change.before, change.after)
    texts = tuple("–" if value is None else amount(value, change.unit) for value in values)
    if change.changed and texts[0] == texts[1]:
        texts = tuple(_exactly(values, change.unit))
    return texts[0], texts[1]


def _exactly(values: Sequence[float | None], unit: str) -> Iterator[str]:
    numbers = [value * (100 if unit == "share" else 1) for value in values if value is not None]
    digits = next((digits for digits in range(3, 17) if len({f"{value:.{digits}g}" for value in numbers}) > 1), 17)
    return (f"{value:.{digits}g}{'%' if unit == 'share' else ''}" for value in numbers)


def _cells(change: Change) -> tuple[str, ...]:
    unit = "" if change.unit in ("share", "index") else term(change.unit)
    return (title_in_short(change.name), ", ".join(change.layers), *before_after(change), unit)
