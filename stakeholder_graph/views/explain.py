"""Explains measures from what they declare, for the terminal and for the reference alike."""

import textwrap

from stakeholder_graph.measures._registry import MeasureInfo, find_measure, measures
from stakeholder_graph.text import _, number, translate

WIDTH = 88


def list_measures() -> str:
    """List every measure with the question that it answers."""
    known = measures()
    width = max(map(len, known))
    lines = [f"{name:<{width}}  {translate(info.question)}" for name, info in known.items()]
    return "\n".join([*lines, "", _("More on one of them: {command}", command="stakeholder-graph explain NAME"), ""])


def explain(name: str) -> str:
    """Say of a measure what it answers, how to read it, its formula, bounds and sources.

    Parameters
    ----------
    name : str
        The measure's name.

    Raises
    ------
    UnknownNameError
        If there is no such measure.

    Examples
    --------
    >>> print(explain("density").splitlines()[0])
    How many connections there are (density)
    """
    info = find_measure(name)
    said = (f"{label}: {text}" if label else text for label, text in said_of(info))
    blocks = [f"{translate(info.title)} ({info.name})", *said]
    return "\n\n".join("\n".join(textwrap.wrap(block, WIDTH)) for block in blocks) + "\n"


def said_of(info: MeasureInfo) -> list[tuple[str, str]]:
    """What there is to say of a measure, each with its heading; the question has none.

    Parameters
    ----------
    info : MeasureInfo
        Any.
    """
    return [
        ("", translate(info.question)),
        (_("How to read it"), translate(info.how_to_read)),
        (_("Formula"), translate(info.formula)),
        (_("Values"), _bounds(info)),
        (_("Undefined"), translate(info.undefined)),
        (_("Compared with chance"), _null(info)),
        (_("If not all answered"), _range(info)),
        *((_("Source"), source) for source in info.references),
    ]


def _bounds(info: MeasureInfo) -> str:
    low, high = info.bounds
    if low is None and high is None:
        return _("any; {unit}.", unit=translate(info.unit))
    least, most = (_("no limit") if end is None else number(end) for end in (low, high))
    return _("from {least} to {most}; {unit}.", least=least, most=most, unit=translate(info.unit))


def _null(info: MeasureInfo) -> str:
    if info.null is None:
        return _("No test: it describes what is there.")
    if info.permutes_labels is None:
        return _("As the formula says.")
    labels = _(
        "Sectors are dealt out at random among the organizations that answered and, apart, among those that did not; "
        "p is twice the smaller tail, each tail (1 + k) / (1 + B)."
    )
    if info.permutes_labels.cells is None or info.permutes_labels.verdict is None:
        return labels
    rewired = _("A row is named only where networks in which everyone has as many partners as observed agree.")
    return f"{labels} {rewired}"


def _range(info: MeasureInfo) -> str:
    if info.statistic is None:
        return translate(info.no_range) if info.no_range else _("It has no range.")
    return _(
        "The likely range comes from 200 draws of the answers that are missing, if those who have not answered are "
        "like those who have, and if they are half or twice as active."
    )
