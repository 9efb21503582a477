"""The map on a slide: one group, in it symbols and lines of their own, as long as there are not too many of them."""

from collections.abc import Callable, Sequence

from stakeholder_graph.text import _
from stakeholder_graph.views.layout.positions import FONT_SIZE, LINE_HEIGHT, RADIUS
from stakeholder_graph.views.present.block_names import LARGER, around_blocks, block_lines, block_names
from stakeholder_graph.views.present.screens.screen import Screen
from stakeholder_graph.views.present.slides.pptx_slide import Slide, clean, mixed, pale, tie
from stakeholder_graph.views.scene.camera import MOST_PARTNERS, MapView, overview, spotlight
from stakeholder_graph.views.scene.scene import LINE, THIN, Scene
from stakeholder_graph.views.style import ACCENT, INK
from stakeholder_graph.views.symbols import Point

#: With more organizations or lines than this all of a kind become one shape: single ones would be too many to handle.
MOST_SYMBOLS, MOST_LINES = 150, 800
#: Shapes do not shine through: lines are as pale as they would look, those that do not stand out paler.
BRIGHT, FAINT = 0.5, 0.1

#: From a point of the scene to one of the slide.
OnSlide = Callable[[float, float], Point]


def draw_slide_map(
    slide: Slide, scene: Scene, screen: Screen, left: float, top: float, wide: float, high: float
) -> None:
    """Draw the map as a screen shows it, as large as there is room.

    Parameters
    ----------
    slide : Slide
        To draw on.
    scene, screen : Scene, Screen
        The map, and what of it stands out.
    left, top, wide, high : float
        Where, in points.
    """
    whole, scene = scene, screen.arranged(scene)
    few = screen.lit is not None and len(screen.lit) <= MOST_PARTNERS
    view = spotlight(scene, screen.lit) if screen.lit and few else overview(scene, screen.lit)
    blocks = block_names(scene) if scene is not whole else ()
    x0, y0, across, down = around_blocks(view.frame, scene, block_lines(scene)) if blocks else view.frame
    scale = min(wide / across, high / down)
    left, top = left + (wide - across * scale) / 2, top + (high - down * scale) / 2

    def on_slide(x: float, y: float) -> Point:
        return left + (x - x0) * scale, top + (y - y0) * scale

    middles = [on_slide(dot.x, dot.y) for dot in scene.dots]
    with slide.grouped(_("The map"), screen.title):
        (_single if has_single(scene) else _merged)(slide, scene, screen, middles, scale)
        _names(slide, scene, view, on_slide, scale)
        for text, (block_left, block_top, block_wide, block_high) in blocks:
            at = on_slide(block_left, block_top)
            size = LARGER * FONT_SIZE * scale
            lines = ["\v".join(text.split("\n"))]
            slide.text(*at, block_wide * scale, block_high * scale, lines, size, middle=True, wrap=False, bold=True)


def has_single(scene: Scene) -> bool:
    """Whether symbols, and lines of their own width, are few enough to be shapes of their own.

    Parameters
    ----------
    scene : Scene
        The map.
    """
    return len(scene.dots) <= MOST_SYMBOLS and len(scene.threads) <= MOST_LINES


def _paint(scene: Scene, screen: Screen) -> tuple[frozenset[int], str, str]:
    """The lines that stand out, the colour of the others, and theirs."""
    bright, apart = screen.stands_out(scene), screen.apart
    return bright, mixed(LINE, FAINT if apart else scene.ink), mixed(ACCENT, BRIGHT)


def _faint(screen: Screen, number: int) -> bool:
    return screen.lit is not None and number not in screen.lit


def _single(slide: Slide, scene: Scene, screen: Screen, middles: Sequence[Point], scale: float) -> None:
    bright, plain, colour = _paint(scene, screen)
    order = [*(k for k in range(len(scene.threads)) if k not in bright), *sorted(bright)]
    lines = {}
    for k in order:
        thread = scene.threads[k]
        ends = middles[thread.a], middles[thread.b]
        lines[k] = slide.line(*ends, colour if k in bright else plain, thread.width * scale)
    radius = RADIUS * scene.grown * scale
    numbers = [
        slide.symbol(
            middles[k], radius, scene.looks[dot.sector], faint=_faint(screen, k), ring=dot.backbone, name=dot.name
        )
        for k, dot in enumerate(scene.dots)
    ]
    for k, line in lines.items():
        tie(line, numbers[scene.threads[k].a], numbers[scene.threads[k].b])


def _merged(slide: Slide, scene: Scene, screen: Screen, middles: Sequence[Point], scale: float) -> None:
    bright, plain, colour = _paint(scene, screen)
    for stands_out, paint in (False, plain), (True, colour):
        numbers = [k for k in range(len(scene.threads)) if (k in bright) is stands_out]
        ends = [(middles[scene.threads[k].a], middles[scene.threads[k].b]) for k in numbers]
        if ends:
            slide.polygon(ends, None, paint, THIN * scale)
    for sector, look in scene.looks.items():
        for faint in (True, False):
            here = [
                look.around(*middles[k], RADIUS * scene.grown * scale)
                for k, dot in enumerate(scene.dots)
                if dot.sector == sector and _faint(screen, k) is faint
            ]
            if here:
                slide.polygon(here, pale(look.colour, faint), pale(INK, faint), 0.5, sector)


def _names(slide: Slide, scene: Scene, view: MapView, on_slide: OnSlide, scale: float) -> None:
    times = view.names * scale
    for label in view.labels:
        dot = scene.dots[label.number]
        x, y = on_slide(label.x, label.top)
        wide, high = dot.width * times + 12, LINE_HEIGHT * len(dot.lines) * times
        lines = ["\v".join(dot.lines)]
        box = slide.text(x - wide / 2, y, wide, high, lines, FONT_SIZE * times, middle=True, wrap=False)
        box.name = clean(dot.name)
