"""Frames: rectangles with sides along the axes, y downwards, in tenths of a unit."""

#: Left, top, width and height.
Frame = tuple[float, float, float, float]


def rounded(frame: Frame) -> Frame:
    """The frame in tenths.

    Parameters
    ----------
    frame : tuple of float
        Left, top, width and height.

    Examples
    --------
    >>> rounded((0.04, 1.26, 3, 4))
    (0.0, 1.3, 3, 4)
    """
    left, top, wide, high = (round(value, 1) for value in frame)
    return (left, top, wide, high)


def holds(frame: Frame, other: Frame) -> bool:
    """Whether a frame lies within another.

    Parameters
    ----------
    frame, other : tuple of float
        Left, top, width and height.

    Examples
    --------
    >>> holds((0, 0, 10, 10), (2, 2, 3, 3)), holds((0, 0, 10, 10), (8, 2, 3, 3))
    (True, False)
    """
    return all(frame[k] <= other[k] and other[k] + other[k + 2] <= frame[k] + frame[k + 2] for k in (0, 1))


def overlap(frame: Frame, other: Frame) -> bool:
    """Whether two frames share more than an edge.

    Parameters
    ----------
    frame, other : tuple of float
        Left, top, width and height.

    Examples
    --------
    >>> overlap((0, 0, 10, 10), (9, 9, 3, 3)), overlap((0, 0, 10, 10), (10, 0, 3, 3))
    (True, False)
    """
    left, top, wide, high = frame
    x, y, across, down = other
    return left < x + across and x < left + wide and top < y + down and y < top + high


def widened(frame: Frame, wide: float, high: float) -> Frame:
    """The frame made at least so wide and high, around its middle.

    Parameters
    ----------
    frame : tuple of float
        Left, top, width and height.
    wide, high : float
        What it is at least to have.

    Examples
    --------
    >>> widened((0, 0, 10, 10), 20, 5)
    (-5.0, 0.0, 20, 10)
    """
    wide, high = max(frame[2], wide), max(frame[3], high)
    return rounded((frame[0] + (frame[2] - wide) / 2, frame[1] + (frame[3] - high) / 2, wide, high))
