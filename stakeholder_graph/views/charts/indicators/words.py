"""Figures of indicators as a person would write them: in their unit, and what lies between two of them in points."""

import re

from stakeholder_graph.text import _, number

_PERCENT = re.compile(r"%|\bpercent|\bper cent|\bpor ciento", re.IGNORECASE)


def figure_of(value: float, unit: object = "") -> str:
    """A figure in its unit, with no more decimals than it has.

    Examples
    --------
    >>> figure_of(8.3, "%"), figure_of(44.0), figure_of(0.4449), figure_of(1250.0, "children"), figure_of(-120.5)
    ('8.3%', '44', '0.44', '1,250 children', '−120')
    """
    written, text = _plain(value), str(unit or "")
    if text.startswith("%"):
        return f"{written}{text}"
    return _("{value} {unit}", value=written, unit=text) if text else written


def distance_of(value: float, unit: object = "") -> str:
    """What lies between two figures: in points where these are percentages.

    Examples
    --------
    >>> distance_of(9.5, "%"), distance_of(1.0, "%"), distance_of(3.0, "days")
    ('9.5 points', '1 point', '3 days')
    """
    if not _PERCENT.search(str(unit or "")):
        return figure_of(value, unit)
    written = _plain(round(value, 1))
    return _("{number} point", number=written) if written == _plain(1.0) else _("{number} points", number=written)


def change_of(value: float, unit: object = "") -> str:
    """A change with its sign.

    Examples
    --------
    >>> change_of(5.6, "%"), change_of(-0.4, "%"), change_of(0.0, "%")
    ('+5.6 points', '−0.4 points', '0 points')
    """
    written = distance_of(abs(value), unit)
    return written if not round(value, 6) else f"{'+' if value > 0 else '−'}{written}"


def _plain(value: float) -> str:
    value = round(value, 6)
    written = number(value)
    # Two decimals are written of numbers under ten; one that has only one needs no nought.
    return (
        written.removesuffix("0") if abs(value) < 10 and value != round(value) and value == round(value, 1) else written
    )
