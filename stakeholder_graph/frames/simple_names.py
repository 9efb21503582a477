"""Names of attributes as every graph file can hold them: letters, digits and underscores."""

import re
from collections.abc import Iterable

#: Names that graph files use themselves.
RESERVED = frozenset({"id", "key", "label", "source", "target", "type", "viz", "start", "end", "shape", "x", "y"})


def simple_names(names: Iterable[str], *, taken: Iterable[str] = ()) -> dict[str, str]:
    """A simple name for each attribute.

    Parameters
    ----------
    names : iterable of str
        As the survey calls them.
    taken : iterable of str
        Names that stand for something else.

    Returns
    -------
    dict of str to str
        By name; a name that is simple stands for itself.

    Examples
    --------
    >>> simple_names(["county", "Number of staff", "id"])
    {'county': 'county', 'Number of staff': 'Number_of_staff', 'id': 'id_'}
    """
    names, used = list(names), {*RESERVED, *taken}
    simple: dict[str, str] = {}
    # Names that are simple keep themselves, whatever the others are made into.
    for name in sorted(names, key=lambda name: not _is_simple(name)):
        short = re.sub(r"[^0-9A-Za-z]+", "_", name).strip("_") if not _is_simple(name) else name
        short = short if short[:1].isalpha() else f"attribute_{short}".rstrip("_")
        while short in used:
            short += "_"
        simple[name] = short
        used.add(short)
    return {name: simple[name] for name in names}


def _is_simple(name: str) -> bool:
    return re.fullmatch(r"[A-Za-z][0-9A-Za-z_]*", name) is not None
