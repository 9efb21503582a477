"""How often Python looks for objects that only hold on to one another."""

import gc

#: Objects made between two looks. Python's own 700 suits programs that make cycles; this one makes tables and arrays,
#: which go when nobody holds them, and each look goes through all that libraries loaded.
_BETWEEN_LOOKS = 200_000


def look_rarely() -> None:
    """Look for such objects rarely: a report spends a twentieth of its time on them otherwise.

    For a process that is the tool's own, never for one that imports it as a library.

    Examples
    --------
    >>> usual = gc.get_threshold()
    >>> look_rarely()
    >>> gc.get_threshold()[0]
    200000
    >>> gc.set_threshold(*usual)
    """
    gc.set_threshold(_BETWEEN_LOOKS, 20, 50)
