"""Three ranges to guess between before a number is shown: plausible, always the same, and in no order that tells."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256

from stakeholder_graph.text import _
from stakeholder_graph.views.present.screens.screen import Guess, Screen

#: Screens that the room guesses before they are shown, at most, and which of them come first.
MOST_GUESSES = 3
GUESSED_FIRST = ("meet", "across", "strength", "missing", "connected")
#: Of fewer nobody guesses: one counts them.
FEWEST = 5
#: A whole is cut at about so many places, all of them round numbers; a range in the middle has so many of these steps.
PLACES, WIDE = 20, (4, 2, 1)
#: Round steps.
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)


def guess_of(question: str, value: int, whole: int, key: str) -> Guess | None:
    """Make three ranges of which one holds a number.

    Parameters
    ----------
    question : str
        What is asked.
    value, whole : int
        The number that the screen tells, and of how many it is.
    key : str
        What the ranges are of: another key may put the number into another range. It decides, not chance, so that the
        page is the same whenever it is drawn.

    Returns
    -------
    Guess or None
        None where the whole is too small to guess.

    Examples
    --------
    >>> guess_of("How many of 100?", 21, 100, "ours").ranges
    ('15 or fewer', '16 to 35', '36 or more')
    """
    if whole < FEWEST or not 0 <= value <= whole:
        return None
    drawn = sha256(f"{key}|{whole}".encode()).digest()
    feasible = list(_cuts(value, whole, drawn[1]))
    if not feasible:
        return None
    low, high = feasible[drawn[0] % len(feasible)]
    return Guess(question, (_up_to(low), _between(low + 1, high), _from(high + 1, whole)))


def with_few_guesses(screens: Sequence[Screen]) -> list[Screen]:
    """Keep the guesses of the few screens that the room guesses.

    Parameters
    ----------
    screens : sequence of Screen
        In their order, which stays.
    """
    ranked = sorted((screen for screen in screens if screen.guess), key=lambda screen: GUESSED_FIRST.index(screen.id))
    kept = {screen.id for screen in ranked[:MOST_GUESSES]}
    return [screen if screen.id in kept else replace(screen, guess=None) for screen in screens]


def _cuts(value: int, whole: int, drawn: int) -> Iterator[tuple[int, int]]:
    """Where to cut so that the number lies in the first, in the second, and in the third range, as far as that can be.

    A range ends next to the number or one step further, so that neither the middle of a range nor its end tells it.
    """
    step = next((step for step in STEPS if step * PLACES >= whole), STEPS[-1])
    for place in range(3):
        for unit in dict.fromkeys((step, 1)):
            above, below = -(-value // unit) * unit, (value - 1) // unit * unit
            away = unit * ((drawn >> place) & 1)
            wides = [unit * wide for wide in WIDE]
            tried = {
                0: [(above + near, above + near + wide) for near in (away, 0) for wide in wides],
                1: [(below - near, max(above, below - near + wide)) for near in (away, 0) for wide in wides],
                2: [(below - near - wide, below - near) for near in (away, 0) for wide in wides],
            }[place]
            fits = next(((low, high) for low, high in tried if 0 <= low < high < whole), None)
            if fits:
                yield fits
                break


def _up_to(most: int) -> str:
    return _("{most} or fewer", most=most) if most else _("None")


def _between(least: int, most: int) -> str:
    return _("{least} to {most}", least=least, most=most) if least < most else f"{most}"


def _from(least: int, whole: int) -> str:
    return _("{least} or more", least=least) if least < whole else _("All {whole}", whole=whole)
