"""The small drawing of a community's network, without names, beside those of others.

It is written as three paths, so that seventy of them open at once: faint lines, those between
two sectors over them, and points.
"""

from collections.abc import Iterable

from markupsafe import Markup

from stakeholder_graph.communities.small_drawing import HIGH, WIDE, NumberPairs, SmallDrawing

#: Free space around the drawing.
_MARGIN = 8
_SVG = Markup(
    '<svg class="small-map" viewBox="{view}" role="img" aria-label="{label}">'
    '<path class="others" d="{others}"/><path class="between" d="{across}"/><path class="points" d="{points}"/></svg>'
)


def small_map(drawing: SmallDrawing, label: str) -> Markup:
    """Draw a network.

    Parameters
    ----------
    drawing : SmallDrawing
        Any.
    label : str
        What it shows, for those who do not see it.

    Examples
    --------
    >>> print(small_map(SmallDrawing(((0, 5), (9, 7)), across=((0, 1),)), "Two organizations"))
    <svg class="small-map" viewBox="-8 -8 496 316" role="img" aria-label="Two organizations"><path class="others"
    d=""/><path class="between" d="M0 5L9 7"/><path class="points" d="M0 5h0M9 7h0"/></svg>
    """
    view = f"{-_MARGIN} {-_MARGIN} {WIDE + 2 * _MARGIN} {HIGH + 2 * _MARGIN}"
    return _SVG.format(
        view=view,
        label=label,
        others=_lines(drawing.others, drawing.points),
        across=_lines(drawing.across, drawing.points),
        points="".join(f"M{x} {y}h0" for x, y in drawing.points),
    )


def _lines(pairs: Iterable[tuple[int, int]], points: NumberPairs) -> str:
    ends = ((points[a], points[b]) for a, b in pairs)
    return "".join(f"M{x} {y}L{right} {low}" for (x, y), (right, low) in ends)
