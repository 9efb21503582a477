"""Colours as people see them: whether one is seen on white paper, and how far two differ.

References
----------
.. [1] W3C (2018), "Web Content Accessibility Guidelines 2.1": relative luminance and contrast ratio.
.. [2] B. Ottosson (2020), "A perceptual color space for image processing": Oklab.
"""

from math import dist

#: The lightest colour of our own, a yellow with a dark border, has a contrast of 1.32 with white.
SEEN_ON_WHITE = 1.25
#: The nearest two of our own, an orange and a vermillion, lie 0.16 apart in Oklab: half of that is hard to tell.
TOLD_APART = 0.08
_STEPS = 100


def _linear(colour: str) -> tuple[float, float, float]:
    """Red, green and blue as amounts of light, from 0 to 1."""
    shares = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4 for share in shares)
    return red, green, blue


def contrast_with_white(colour: str) -> float:
    """Say how much a colour stands out from white paper.

    Parameters
    ----------
    colour : str
        ``#rrggbb``.

    Returns
    -------
    float
        The contrast ratio of WCAG [1]_: 1 for white, 21 for black.

    Examples
    --------
    >>> contrast_with_white("#ffffff"), contrast_with_white("#000000")
    (1.0, 21.0)
    """
    red, green, blue = _linear(colour)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def difference(first: str, second: str) -> float:
    """Say how far two colours differ, to the eye.

    Parameters
    ----------
    first, second : str
        ``#rrggbb``.

    Returns
    -------
    float
        Their distance in Oklab [2]_: 0 for the same, 1 for black and white.

    Examples
    --------
    >>> round(difference("#000000", "#ffffff"), 3), round(difference("#d55e00", "#e69f00"), 2)
    (1.0, 0.16)
    """
    return dist(_oklab(first), _oklab(second))


def darkened(colour: str) -> str:
    """Give the lightest shade of a colour that is seen on white.

    Parameters
    ----------
    colour : str
        ``#rrggbb``.

    Examples
    --------
    >>> darkened("#ffffff"), darkened("#0072b2")
    ('#e5e5e5', '#0072b2')
    """
    shares = [int(colour[at : at + 2], 16) for at in (1, 3, 5)]
    for step in range(_STEPS, 0, -1):
        shade = "#" + "".join(f"{share * step // _STEPS:02x}" for share in shares)
        if contrast_with_white(shade) >= SEEN_ON_WHITE:
            break
    return shade


def _oklab(colour: str) -> tuple[float, float, float]:
    red, green, blue = _linear(colour)
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    middle = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * middle - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * middle + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * middle - 0.8086757660 * short,
    )
