"""How much time is left, from how much of the work took how long."""

from math import exp, inf

#: Before so much is done, or so many seconds have passed, nobody can know.
ENOUGH_DONE, ENOUGH_SECONDS = 0.1, 3.0
#: Within so many seconds the figure follows what is learned, so that it never jumps.
SECONDS_TO_FOLLOW = 5.0
_MINUTE, _HOUR = 60, 3600
#: Up to how many seconds the figure is rounded to how many.
_STEPS = ((30, 5), (2 * _MINUTE, 10), (30 * _MINUTE, _MINUTE), (2 * _HOUR, 5 * _MINUTE), (inf, _HOUR // 4))


class TimeLeft:
    """Tells how many seconds are left.

    Work is taken to go on as fast as it went so far, between two steps too, but no further than the last step went: a
    step that takes longer makes the figure rise. It nears what is learned without jumping, and keeps the number that
    it says until another is clearly nearer.

    Examples
    --------
    >>> left = TimeLeft()
    >>> [left.at(seconds, seconds / 100) for seconds in (1, 10, 25, 50, 78)]
    [None, 90, 80, 50, 20]
    """

    def __init__(self) -> None:
        self._seconds: float | None = None
        self._looked = 0.0
        self._done, self._step, self._changed = 0.0, 0.0, 0.0
        self._said: float | None = None

    def at(self, seconds: float, done: float) -> float | None:
        """Tell how many seconds are left.

        Parameters
        ----------
        seconds : float
            Since the work began; no less than at the last look.
        done : float
            How much of it is done, from 0 to 1.

        Returns
        -------
        float or None
            Rounded; None where too little is done to know.
        """
        if done > self._done:
            self._done, self._step, self._changed = done, done - self._done, seconds
        if done < ENOUGH_DONE or seconds < ENOUGH_SECONDS:
            return None
        going_on = (seconds - self._changed) / self._changed * self._done
        done = min(self._done + min(going_on, self._step), 1.0)
        learned = seconds * (1 - done) / done
        if self._seconds is None:
            self._seconds = learned
        else:
            passed = seconds - self._looked
            run_down = self._seconds - passed
            self._seconds = max(run_down + (learned - run_down) * (1 - exp(-passed / SECONDS_TO_FOLLOW)), 0.0)
        self._looked = seconds
        step = next(step for most, step in _STEPS if self._seconds <= most)
        if self._said is None or abs(self._seconds - self._said) > 0.6 * step:
            self._said = max(round(self._seconds / step), 1) * step
        return self._said
