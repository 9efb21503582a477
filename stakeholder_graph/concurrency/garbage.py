"""How often Python looks for objects that only hold on to one another."""

import atexit
import gc

#: Objects made between two looks. Python's own 700 suits programs that make cycles; this one makes tables and arrays,
#: which go when nobody holds them, and each look goes through all that libraries loaded.
_BETWEEN_LOOKS = 2_000_000


def look_rarely() -> None:
    """Look for such objects rarely, and not when the process ends, where all memory is given back anyway.

    A report spends a twentieth of its time on them otherwise; and Python's last look, through all that libraries
    loaded, takes half a second of the processor, which on a busy computer was seen to last for half a minute.

    For a process that is the tool's own, never for one that imports it as a library.

    Examples
    --------
    >>> usual = gc.get_threshold()
    >>> look_rarely()
    >>> gc.get_threshold()[0]
    2000000
    >>> gc.set_threshold(*usual)
    >>> atexit.unregister(gc.freeze)
    """
    gc.set_threshold(_BETWEEN_LOOKS, 20, 50)
    atexit.unregister(gc.freeze)  # once, however often a command runs in one process
    atexit.register(gc.freeze)
