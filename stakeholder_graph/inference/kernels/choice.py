"""Whether loops are compiled: only where the user says so, never because numba happens to be installed."""

import os
from collections.abc import Callable
from functools import cache
from importlib.util import find_spec
from typing import ParamSpec, TypeVar

from stakeholder_graph.model.errors import StakeholderGraphError
from stakeholder_graph.text import _

Arguments = ParamSpec("Arguments")
Product = TypeVar("Product")

#: The environment variable that chooses, and what it may say.
KERNELS, NUMBA = "STAKEHOLDER_GRAPH_KERNELS", "numba"


class KernelsError(StakeholderGraphError):
    """The kernels that the user chose cannot be had."""


def compiled_kernels() -> bool:
    """Whether the user chose compiled loops.

    Returns
    -------
    bool

    Raises
    ------
    KernelsError
        If the environment variable says anything but ``numba``.

    Examples
    --------
    >>> compiled_kernels()
    False
    """
    chosen = os.environ.get(KERNELS, "").strip().casefold()
    if chosen not in ("", NUMBA):
        raise KernelsError(
            _("{variable} is “{value}”. Set it to numba, or leave it out.", variable=KERNELS, value=chosen)
        )
    return chosen == NUMBA


def check_kernels() -> None:
    """Notice before any work is done what would stop it later: a choice that there is not, or that is not installed.

    Raises
    ------
    KernelsError
        As of `compiled_kernels` and `compiled`; numba itself is not loaded, which takes a second.
    """
    if compiled_kernels() and not _installed():
        raise _not_installed()


def _installed() -> bool:
    try:
        return find_spec(NUMBA) is not None
    except ValueError:  # something of that name was loaded that is no module of a file
        return False


def _not_installed() -> KernelsError:
    what = _("{variable} asks for numba, which is not installed.", variable=KERNELS)
    todo = _("Install the extra: pip install '.[fast]' in the project's folder. Or leave the variable out.")
    return KernelsError(f"{what} {todo}")


@cache
def compiled(loop: Callable[Arguments, Product]) -> Callable[Arguments, Product]:
    """Compile a loop.

    Parameters
    ----------
    loop : callable
        Takes arrays and numbers, and draws nothing at random.

    Returns
    -------
    callable
        The same, many times faster after its first call, which takes a second.

    Raises
    ------
    KernelsError
        If numba is not installed.
    """
    try:
        from numba import njit
    except ImportError:
        raise _not_installed() from None
    fast: Callable[Arguments, Product] = njit(nogil=True)(loop)
    return fast
