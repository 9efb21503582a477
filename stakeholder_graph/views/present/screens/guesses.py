"""Three ranges to guess between before a number is shown: each wide enough to be chosen, and none of them tells."""

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256
from math import ceil

from stakeholder_graph.text import _
from stakeholder_graph.views.present.screens.screen import Guess, Screen

#: Screens that the room guesses before they are shown, at most, and which of them come first.
MOST_GUESSES = 3
GUESSED_FIRST = ("meet", "across", "strength")
#: Of fewer nobody guesses: one counts them.
FEWEST = 5
#: What may be guessed is cut at about so many places, all of them round numbers.
PLACES = 20
#: The least and the most of it that one of the three ranges holds.
NARROWEST, WIDEST = 1 / 5, 2 / 5
#: Round steps.
STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 250, 500, 1000)


def guess_of(question: str, value: int, whole: int, key: str, likely: int | None = None) -> Guess | None:
    """Make three ranges of which one holds a number.

    They do not depend on the number, so neither the place of a range nor its width tells anybody which one is right.

    Parameters
    ----------
    question : str
        What is asked.
    value, whole : int
        The number that the screen tells, and of how many it is.
    key : str
        What the ranges are of: another key may put the number into another range. It decides, not chance, so that the
        page is the same whenever it is drawn.
    likely : int, optional
        The most that anybody would guess, where that is less than the whole; the last range begins below it.

    Returns
    -------
    Guess or None
        None where the whole is too small to guess.

    Examples
    --------
    >>> guess_of("How many of 100?", 21, 100, "ours").ranges
    ('40 or fewer', '41 to 70', '71 or more')
    """
    if whole < FEWEST or not 0 <= value <= whole:
        return None
    cuts = _cuts(whole if likely is None else min(likely, whole))
    if not cuts:
        return None
    drawn = int.from_bytes(sha256(f"{key}|{whole}".encode()).digest()[:4], "big")
    low, high = cuts[drawn % len(cuts)]
    return Guess(question, (_up_to(low), _between(low + 1, high), _from(high + 1, whole)))


def with_few_guesses(screens: Sequence[Screen]) -> list[Screen]:
    """Keep the guesses of the few screens that the room guesses.

    Parameters
    ----------
    screens : sequence of Screen
        In their order, which stays.
    """
    guessed = [screen for screen in screens if screen.guess]
    ranked = sorted(guessed, key=lambda screen: [screen.id == id for id in GUESSED_FIRST], reverse=True)
    kept = {screen.id for screen in ranked[:MOST_GUESSES]}
    return [screen if screen.id in kept else replace(screen, guess=None) for screen in screens]


def _cuts(most: int) -> list[tuple[int, int]]:
    """Where the first and the second range can end, so that no range is too narrow to be chosen, or too wide."""
    step = next((step for step in STEPS if step * PLACES >= most), STEPS[-1])
    ends = range(0, most, step)
    narrowest, widest = NARROWEST * (most + 1), ceil(WIDEST * (most + 1))
    return [
        (low, high)
        for low in ends
        for high in ends
        if all(narrowest <= width <= widest for width in (low + 1, high - low, most - high))
    ]


def _up_to(most: int) -> str:
    return _("{most} or fewer", most=most) if most else "0"


def _between(least: int, most: int) -> str:
    return _("{least} to {most}", least=least, most=most) if least < most else f"{most}"


def _from(least: int, whole: int) -> str:
    return _("{least} or more", least=least) if least < whole else _("All {whole}", whole=whole)
