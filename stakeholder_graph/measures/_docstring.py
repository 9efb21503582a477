"""Docstrings of measures: formula, values, undefined cases and references come from the declaration."""

from inspect import cleandoc
from textwrap import fill

from stakeholder_graph.measures._declaration import Declaration

WIDTH = 100


def with_declaration(docstring: str | None, declared: Declaration) -> str:
    """A docstring with what the measure declares, so that ``help(measure)`` shows it.

    Parameters
    ----------
    docstring : str or None
        As written, in numpydoc.
    declared : Declaration
        What is added: formula, values and undefined cases to the Notes, the literature as References.

    Returns
    -------
    str
        In numpydoc's order: the examples last.

    Examples
    --------
    >>> from stakeholder_graph.measures._registry import find_measure
    >>> "Formula: Ties / observed dyads;" in with_declaration("Measure it.", find_measure("density"))
    True
    """
    text = cleandoc(docstring or declared.question)
    body, examples = _split(text, "Examples")
    body, notes = _split(body, "Notes")
    low, high = ("no limit" if bound is None else f"{bound:g}" for bound in declared.bounds)
    said = [f"Formula: {declared.formula}", f"Values: from {low} to {high}; {declared.unit}."]
    if declared.undefined:
        said.append(f"Undefined: {declared.undefined}")
    parts = [body, _section("Notes", "\n\n".join([*([notes] if notes else []), *map(_wrapped, said)]))]
    if declared.references:
        literature = (_wrapped(f".. [{number}] {work}", "   ") for number, work in enumerate(declared.references, 1))
        parts.append(_section("References", "\n".join(literature)))
    if examples:
        parts.append(_section("Examples", examples))
    return "\n\n".join(part for part in parts if part) + "\n"


def _split(text: str, title: str) -> tuple[str, str]:
    """What comes before a section, and what is in it; it must be the last one."""
    before, _, inside = text.partition(f"{title}\n{'-' * len(title)}\n")
    return before.strip(), inside.strip()


def _wrapped(text: str, indent: str = "") -> str:
    return fill(text, WIDTH, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)


def _section(title: str, text: str) -> str:
    return f"{title}\n{'-' * len(title)}\n{text}"
