"""A canvas's picture as SVG inside a page."""

from markupsafe import Markup

from stakeholder_graph.views.charts.drawing.canvas import Canvas


def inline(canvas: Canvas, label: str, kind: str) -> Markup:
    """The picture for a page.

    Parameters
    ----------
    canvas : Canvas
        Drawn.
    label : str
        What it shows, for those who do not see it.
    kind : str
        A class of the whole.

    Examples
    --------
    >>> canvas = Canvas(60, 20)
    >>> canvas.text(0, 14, "<b> & co", role="muted")
    >>> print(inline(canvas, "Who", "wide"))
    <svg class="wide" viewBox="0 0 60 20" role="img" aria-label="Who"><text class="fill-muted" x="0" y="14"
    font-size="14">&lt;b&gt; &amp; co</text></svg>
    """
    drawn = Markup("".join(canvas.elements()))  # noqa: S704 (`page_renderer.element` escapes)
    size = f"{canvas.width:g} {canvas.height:g}"
    return Markup('<svg class="{}" viewBox="0 0 {}" role="img" aria-label="{}">{}</svg>').format(
        kind, size, label, drawn
    )
