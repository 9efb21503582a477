"""One screen on a slide: its title, its words, and beside them a map, bars, seats, a list or a table to fill in."""

from collections.abc import Sequence

from stakeholder_graph.text import _
from stakeholder_graph.views.layout.text_width import text_width, wrap
from stakeholder_graph.views.present.map_key import map_key
from stakeholder_graph.views.present.screens import Screen
from stakeholder_graph.views.present.screens.screen import Guess
from stakeholder_graph.views.present.slides.pptx_chart import draw_chart
from stakeholder_graph.views.present.slides.pptx_map import draw_slide_map, has_single
from stakeholder_graph.views.present.slides.pptx_slide import Slide, SlideBox
from stakeholder_graph.views.scene.camera import BOLD
from stakeholder_graph.views.scene.scene import Scene
from stakeholder_graph.views.style import ACCENT, MUTED

#: A wide screen, in points.
PAGE = (960.0, 540.0)
EDGE, KIND, TITLE, FOOT = 36.0, 20.0, 46.0, 508.0
WHOLE = PAGE[0] - 2 * EDGE
#: Sizes of type, of which the largest that fits is taken: titles, words alone, words beside a picture. Nothing that is
#: to be read in a room is smaller than the last.
TITLES, WORDS, BESIDE = (32.0, 28.0, 24.0), (32.0, 28.0, 24.0, 20.0, 18.0), (24.0, 22.0, 20.0, 18.0)
SMALL, FOOTER = 18.0, 12.0
#: Programs break lines a little earlier than a sum of widths says.
ROUNDED = 1.04
#: From one line to the next, and between paragraphs, in sizes of the type.
LEADING, AFTER = 1.2, 0.5
#: The column of words beside a map or a tally: the narrowest in which they have room.
COLUMNS, BETWEEN = (310.0, 380.0, 450.0), 28.0
#: A number to be read from the door, and the most height of a bar with what lies around it.
LARGE, ROW = 80.0, 48.0
#: What the room guesses between.
GUESSED = 44.0
#: Seats in columns, and their height at most; rows of the table for what is taken on.
SEATS, SEAT, TAKEN = 2, 52.0, 6


def draw_screen(slide: Slide, scene: Scene, screen: Screen) -> None:
    """Draw what a screen says and shows.

    Parameters
    ----------
    slide : Slide
        An empty one.
    scene, screen : Scene, Screen
        The map, and what to draw.
    """
    slide.text(EDGE, KIND, WHOLE, 24, [screen.kind], SMALL, bold=True, colour=ACCENT)
    top = TITLE + _title(slide, screen.title) + 12
    lines = [f"{k}.  {line}" if screen.numbered else line for k, line in enumerate(screen.lines, start=1)]
    beside = {"map": _map, "tally": _tally, "seats": _seats}.get(screen.shows)
    if beside is None and (screen.listed or screen.id == "next"):
        beside = _listed if screen.listed else _to_fill_in
    if beside is None:
        size = _largest(lines, WHOLE, WORDS, FOOT - top)
        slide.text(EDGE, top, WHOLE, FOOT - top, lines, size, after=AFTER * size)
        return
    below = _legend(slide, scene) if screen.shows == "map" else FOOT
    column = next((wide for wide in COLUMNS if _high(lines, wide, BESIDE[-1]) <= below - top), COLUMNS[-1])
    size = _largest(lines, column, BESIDE, below - top)
    slide.text(EDGE, top, column, below - top, lines, size, after=AFTER * size)
    box = (EDGE + column + BETWEEN, top, WHOLE - column - BETWEEN, below - top)
    beside(slide, scene, screen, box)


def draw_guess(slide: Slide, kind: str, guess: Guess) -> None:
    """Draw what the room guesses: the question, and three answers to show fingers for.

    Parameters
    ----------
    slide : Slide
        An empty one.
    kind : str
        What stands above the question.
    guess : Guess
        What is asked.
    """
    slide.text(EDGE, KIND, WHOLE, 24, [kind], SMALL, bold=True, colour=ACCENT)
    top = TITLE + _title(slide, guess.question) + 30
    lines = [f"{k}.  {answer}" for k, answer in enumerate(guess.ranges, start=1)]
    slide.text(EDGE, top, WHOLE, FOOT - top - 50, lines, GUESSED, after=AFTER * GUESSED, bold=True)
    slide.text(EDGE, FOOT - 40, WHOLE, 32, [_("Show one, two or three fingers")], WORDS[2], colour=MUTED)


def _title(slide: Slide, text: str) -> float:
    """Write the title, in two lines where it can be, and never cut; the height it takes."""
    size = next((size for size in TITLES if _rows(text, WHOLE, size * BOLD) <= 2), TITLES[-1])
    high = _rows(text, WHOLE, size * BOLD) * size * LEADING
    slide.title(EDGE, TITLE, WHOLE, high, text, size)
    return high


def _rows(text: str, wide: float, size: float) -> int:
    return len(wrap(text, size, wide / ROUNDED, most=len(text) + 1))


def _high(lines: Sequence[str], wide: float, size: float) -> float:
    return sum((_rows(line, wide, size) * LEADING + AFTER) * size for line in lines)


def _largest(lines: Sequence[str], wide: float, sizes: Sequence[float], high: float) -> float:
    return next((size for size in sizes if _high(lines, wide, size) <= high), sizes[-1])


def _map(slide: Slide, scene: Scene, screen: Screen, box: SlideBox) -> None:
    words = map_key(ring=scene.has_ring, widths=scene.has_widths and has_single(scene))
    left, top, wide, high = box
    if words:
        rows = _rows(words, wide, SMALL) * SMALL * LEADING
        slide.text(left, top + high - rows, wide, rows, [words], SMALL, colour=MUTED)
        high -= rows + 4
    draw_slide_map(slide, scene, screen, left, top, wide, high)


def _legend(slide: Slide, scene: Scene) -> float:
    """The sectors with their symbols across the foot, in as many rows as they need; where these begin."""
    if not scene.by_sector:
        return FOOT
    rows: list[list[tuple[str, float]]] = [[]]
    for sector in scene.sectors:
        wide = text_width(sector, SMALL) * ROUNDED + 2.2 * SMALL
        if rows[-1] and sum(other for _sector, other in rows[-1]) + wide > WHOLE:
            rows.append([])
        rows[-1].append((sector, min(wide, WHOLE)))
    top = FOOT - len(rows) * SMALL * LEADING
    with slide.grouped(_("Legend")):
        for k, row in enumerate(rows):
            x, y = EDGE, top + k * SMALL * LEADING
            for sector, wide in row:
                slide.symbol((x + 0.5 * SMALL, y + 0.6 * SMALL), 0.4 * SMALL, scene.looks[sector])
                slide.text(x + 1.2 * SMALL, y, wide - 1.2 * SMALL, SMALL * LEADING, [sector], SMALL)
                x += wide
    return top - 8


def _tally(slide: Slide, scene: Scene, screen: Screen, box: SlideBox) -> None:
    left, top, wide, high = box
    if screen.large:
        slide.text(left, top - 10, wide, LARGE * LEADING, [screen.large], LARGE, bold=True, colour=ACCENT)
        top, high = top + LARGE * LEADING, high - LARGE * LEADING
    looks = [scene.looks.get(bar.name) for bar in screen.tally]
    colours = [look.colour if look else ACCENT if not (screen.large and k) else MUTED for k, look in enumerate(looks)]
    below = _rows(screen.caption, wide, SMALL) * SMALL * LEADING if screen.caption else 0.0
    high = min(high - below - 6, ROW * len(screen.tally) + ROW)
    if screen.caption:
        slide.text(left, top + high + 6, wide, below, [screen.caption], SMALL, colour=MUTED)
    counted = screen.caption or screen.title
    bars = list(zip(screen.tally, colours, strict=True))
    draw_chart(slide, (left, top, wide, high), bars, screen.longest, counted, SMALL)


def _seats(slide: Slide, scene: Scene, screen: Screen, box: SlideBox) -> None:
    """A card a sector: those where nobody sits are empty, and say so."""
    left, top, wide, high = box
    rows = -(-len(screen.seats) // SEATS)
    across, down = wide / SEATS, min(SEAT, high / rows)
    with slide.grouped(_("Seats"), screen.title):
        for k, seat in enumerate(screen.seats):
            at = (left + across * (k // rows), top + down * (k % rows), across - 10, down - 8)
            look = scene.looks.get(seat.name)
            said = seat.name if seat.taken else _("{name}: nobody yet", name=seat.name)
            slide.card(at, said, SMALL, empty=not seat.taken)
            if look and seat.taken:
                slide.symbol((at[0] + 16, at[1] + at[3] / 2), 7, look)


def _listed(slide: Slide, scene: Scene, screen: Screen, box: SlideBox) -> None:
    left, top, wide, high = box
    size = _largest(screen.listed, wide, BESIDE, high)
    slide.text(left, top, wide, high, [f"•  {said}" for said in screen.listed], size, after=AFTER * size / 2)


def _to_fill_in(slide: Slide, scene: Scene, screen: Screen, box: SlideBox) -> None:
    headings = (_("Who"), _("With whom"), _("First step"), _("By when"))
    slide.table(box, headings, TAKEN, SMALL, _("What we take on"))
