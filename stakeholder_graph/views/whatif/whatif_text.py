"""A what-if for the terminal: what changes first, then the values that change."""

from collections.abc import Iterator, Sequence

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.studies.whatif import Change, Departures, WhatIf, difference
from stakeholder_graph.text import _, _n, number, translate
from stakeholder_graph.views.amounts import bare, counted, display, title_and_count
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
    changed = changed_values(supposed)
    head = [title_of(scenario), f"{supposed.before.name}, {scenario.wave}", ""]
    head += [*sentences(scenario, supposed.consequences), ""]
    same = sum(not change.changed for change in supposed.changes)
    if changed:
        headings = (_("What is measured"), _("Kind of tie"), _("Before"), _("After"), _("Unit"))
        head += [text_table(headings, [_cells(change) for change in changed], WIDEST)]
    head += [_n("{count} value stays as it is.", "{count} values stay as they are.", same)] if same else []
    return "\n".join([*head, translate(VALUES_ALONE)]) + "\n"


def changed_values(supposed: WhatIf) -> list[Change]:
    """The values that change, without what changed since an earlier survey: that is no consequence of the scenario.

    Parameters
    ----------
    supposed : WhatIf
        Any.
    """
    return [change for change in supposed.changes if change.changed and measures()[change.name].section != "change"]


def departures_text(without: Departures) -> str:
    """Write what the network would be without each organization, those first without whom most connections go.

    Parameters
    ----------
    without : Departures
        Any.
    """
    rows = sorted(without.rows, key=lambda row: row.consequences.connections[1])
    titles = [title_and_count(bare(name, without.ties)) for name in without.values]
    headings = (_("Without"), _("Connections"), _("Left with none"), _("Cut off"), *titles)
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


def value_text(name: str, value: float | None) -> str:
    """A value of a measure as every page shows it; a dash where it is undefined.

    Parameters
    ----------
    name : str
        Of the measure.
    value : float or None
        In its unit.

    Examples
    --------
    >>> value_text("density", 0.1818), value_text("density", None), value_text("ei_index", 0.57)
    ('18%', '–', '78')
    """
    return "–" if value is None else display(bare(name), value, what=False, compared=True)


def before_after(change: Change) -> tuple[str, str]:
    """The two values in words, told apart: by more digits, or in words where pages count in whole numbers.

    Parameters
    ----------
    change : Change
        Any.

    Examples
    --------
    >>> before_after(Change("density/work/1", "density", ("work",), "share", 0.1822, 0.1829))
    ('18.2%', '18.3%')
    >>> before_after(Change("ei_index/work/1", "ei_index", ("work",), "index", 0.571, 0.572))
    ('79', '79, a little more')
    """
    values = (change.before, change.after)
    texts = [value_text(change.name, value) for value in values]
    more = difference(change)
    if more and texts[0] == texts[1]:
        if measures()[change.name].displayed:
            little = (
                _("{value}, a little more", value=texts[1]) if more > 0 else _("{value}, a little less", value=texts[1])
            )
            return texts[0], little
        texts = list(_exactly(values, change.unit))
    return texts[0], texts[1]


def _exactly(values: Sequence[float | None], unit: str) -> Iterator[str]:
    numbers = [value * (100 if unit == "share" else 1) for value in values if value is not None]
    digits = next((digits for digits in range(3, 17) if len({f"{value:.{digits}g}" for value in numbers}) > 1), 17)
    return (f"{value:.{digits}g}{'%' if unit == 'share' else ''}" for value in numbers)


def _cells(change: Change) -> tuple[str, ...]:
    unit = counted(bare(change.name, change.ties)) or ("" if change.unit in ("share", "index") else term(change.unit))
    return (translate(measures()[change.name].title), ", ".join(change.layers), *before_after(change), unit)
