"""The trend of an indicator: a weighted line, its slope with an interval, and where it leads."""

from dataclasses import dataclass

import numpy as np
from scipy.special import stdtrit

from stakeholder_graph.frames.arrays import Floats
from stakeholder_graph.inference.rates.gaps import Estimate

#: Fewer points say no trend.
LEAST_POINTS = 4


@dataclass(frozen=True, slots=True)
class Trend:
    """A weighted line through an indicator's points.

    Parameters
    ----------
    slope : Estimate
        Change a unit of time, with its 95 % t interval.
    spread : float
        Residual standard deviation of a point of average weight.
    center, height : float
        The weighted mean of time, and the height of the line there.
    height_variance, slope_variance : float
        Of these two, which are independent.
    points : int
        How many.
    """

    slope: Estimate
    spread: float
    center: float
    height: float
    height_variance: float
    slope_variance: float
    points: int

    def at(self, time: float) -> Estimate:
        """Say what a new point at a time would be if nothing changes, with its 95 % prediction interval.

        Parameters
        ----------
        time : float
            In the unit of the times that the line was fitted to.
        """
        value = self.height + self.slope.value * (time - self.center)
        variance = self.spread**2 + self.height_variance + self.slope_variance * (time - self.center) ** 2
        half = -float(stdtrit(self.points - 2, 0.025)) * float(np.sqrt(variance))
        return Estimate(value, value - half, value + half)


def trend(times: Floats, values: Floats, weights: Floats | None = None) -> Trend | None:
    """Fit a weighted line whose scale is estimated from its own residuals.

    Parameters
    ----------
    times, values : ndarray of float, shape (m,)
        When and how much.
    weights : ndarray of float, shape (m,), optional
        One over the variance of each value, up to a factor; by default all alike.

    Returns
    -------
    Trend or None
        None with fewer than `LEAST_POINTS` points, or all at one time.

    Notes
    -----
    The residuals set the scale, since years differ by more than sampling says: with noise of years of .03 an interval
    from known variances covers .87, this one .95.

    Examples
    --------
    >>> line = trend(np.arange(4.0), np.array([1.0, 3.0, 4.0, 6.0]))
    >>> round(line.slope.value, 3), round(line.at(4).value, 3)
    (1.6, 7.5)
    """
    points = len(times)
    if points < LEAST_POINTS or np.ptp(times) == 0:
        return None
    weights = np.ones(points) if weights is None else weights / weights.mean()
    center, height = (float(np.average(numbers, weights=weights)) for numbers in (times, values))
    apart = times - center
    square = float(weights @ apart**2)
    slope = float(weights @ (apart * values)) / square
    residuals = values - height - slope * apart
    spread = float(np.sqrt(weights @ residuals**2 / (points - 2)))
    half = -float(stdtrit(points - 2, 0.025)) * spread / np.sqrt(square)
    return Trend(
        Estimate(slope, slope - half, slope + half),
        spread,
        center,
        height,
        spread**2 / float(weights.sum()),
        spread**2 / square,
        points,
    )
