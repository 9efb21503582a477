"""Pages are written in the language of the partnership that they are about."""

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar, cast

from stakeholder_graph.graph import Partnership
from stakeholder_graph.text import current_language, speaking

F = TypeVar("F", bound=Callable[..., Any])


def in_its_language(function: F) -> F:
    """Let a function put texts into the language that a partnership was read in, or else the one that is spoken.

    Parameters
    ----------
    function : callable
        Takes a partnership first.

    Examples
    --------
    >>> import stakeholder_graph as sg
    >>> in_its_language(lambda partnership: current_language())(sg.read("surveys/wren-county", language="es"))
    'es'
    """

    @wraps(function)
    def speaks(partnership: Partnership, *args: Any, **kwargs: Any) -> Any:
        with speaking(partnership.info.language or current_language()):
            return function(partnership, *args, **kwargs)

    return cast("F", speaks)
