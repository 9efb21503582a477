"""Time left is honest: near the truth for steady work, silent before it can know, and without jumps."""

from collections.abc import Callable
from itertools import pairwise

import pytest

from stakeholder_graph.progress.time_left import TimeLeft

LOOK = 0.5


def figures(seconds: float, done: Callable[[float], float]) -> list[tuple[float, float | None]]:
    """What is said at each look, with the seconds that are really left."""
    left = TimeLeft()
    looks = [LOOK * number for number in range(1, int(seconds / LOOK))]
    return [(seconds - at, left.at(at, done(at))) for at in looks]


@pytest.mark.parametrize("seconds", [6.0, 20.0, 75.0, 600.0, 5000.0])
@pytest.mark.parametrize("steps", [10, 1000])
def test_steady_steps_are_told_within_three_tenths(seconds: float, steps: int) -> None:
    told = figures(seconds, lambda at: int(at / seconds * steps) / steps)
    spoken = [(true, said) for true, said in told if said is not None]
    assert len(spoken) > len(told) / 3
    for true, said in spoken:
        assert abs(said - true) <= max(5.0, 0.3 * true), (true, said)


def test_nothing_is_said_before_enough_is_known() -> None:
    left = TimeLeft()
    assert left.at(2.5, 0.5) is None  # too soon
    assert left.at(60, 0.05) is None  # too little is done
    assert left.at(61, 0.0) is None
    assert left.at(62, 0.1) is not None


def test_a_total_that_is_not_known_is_never_guessed() -> None:
    assert {said for _true, said in figures(120, lambda at: 0.0)} == {None}


def test_a_step_that_takes_much_longer_than_its_share_moves_the_figure_slowly() -> None:
    """Half of the work takes 10 seconds as expected, then a step of a tenth takes 60, then the rest 8 seconds."""

    def done(at: float) -> float:
        if at < 10:
            return at / 20
        return 0.5 if at < 70 else min(0.6 + (at - 70) / 20, 1.0)

    said = [figure for _true, figure in figures(78, done)]
    spoken = [figure for figure in said if figure is not None]
    # While the step goes on the figure rises with the time that it takes, and never faster than the clock.
    during = said[int(20 / LOOK) : int(70 / LOOK)]
    assert during == sorted(during, key=lambda figure: figure or 0)
    assert during[-1] == pytest.approx(60, abs=10)  # half was done in 70 seconds, and a little more
    assert max(after - before for before, after in pairwise(spoken)) <= 10
    assert min(after - before for before, after in pairwise(spoken)) >= -10


def test_the_figure_does_not_flicker_between_two_numbers() -> None:
    left = TimeLeft()
    figures = [left.at(30 + LOOK * look, 0.4 + 0.005 * look + 0.004 * (look % 2)) for look in range(60)]
    assert figures == sorted(figures, key=lambda figure: -(figure or 0))
