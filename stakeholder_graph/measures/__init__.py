"""Measures: a graph in, value and tables out; one measure a file, registered by its decorator.

Each measure is an attribute of this package, loaded when it is first used: ``measures.ei_index(layer)``.
"""

from collections.abc import Callable
from typing import Any


def __getattr__(name: str) -> Callable[..., Any]:
    from stakeholder_graph.measures._registry import measures

    if name.startswith("_") or name not in (known := measures()):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return known[name].function


def __dir__() -> list[str]:
    from stakeholder_graph.measures._registry import measures

    return list(measures())
