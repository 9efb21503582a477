"""One slide: text that can be edited, symbols and lines that can be moved. All measures are points."""

import io
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from stakeholder_graph.views.present.slides.pptx_shapes import line_shape, outlined_shape
from stakeholder_graph.views.scene.scene import RING
from stakeholder_graph.views.style import ACCENT, INK, PAPER, Look
from stakeholder_graph.views.symbols import Point

FONT = "Arial"
#: Left, top, width and height.
SlideBox = tuple[float, float, float, float]
#: The border of a symbol.
BORDER = 0.8
#: What is not spoken of is as pale as this share of its colour.
PALE = 0.15
_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
#: What a shape takes from the theme.
_STYLE = "{http://schemas.openxmlformats.org/presentationml/2006/main}style"


class Slide:
    """A slide in the making.

    Parameters
    ----------
    show : pptx.presentation.Presentation
        To whose end it is added.
    """

    def __init__(self, show: Any) -> None:
        title_only = show.slide_layouts[5]
        self._slide: Any = show.slides.add_slide(title_only)
        self._shapes: Any = self._slide.shapes
        self._tree: Any = self._shapes._spTree
        # Otherwise each new shape looks through all others for a number of its own.
        self._shapes.turbo_add_enabled = True

    @property
    def shapes(self) -> Any:
        """What lies on the slide."""
        return self._shapes

    def title(self, left: float, top: float, wide: float, high: float, text: str, size: float) -> None:
        """Write the title, which also names the slide in its outline."""
        from pptx.util import Pt

        title = self._shapes.title
        title.left, title.top, title.width, title.height = map(Pt, (left, top, wide, high))
        _write(title.text_frame, [text], size, bold=True)

    def text(
        self, left: float, top: float, wide: float, high: float, lines: Sequence[str], size: float, **style: Any
    ) -> Any:
        """A box of text, one paragraph a line; `style` as of `_write`."""
        from pptx.util import Pt

        box = self._shapes.add_textbox(*map(Pt, (left, top, wide, high)))
        _write(box.text_frame, lines, size, **style)
        return box

    def card(self, box: SlideBox, text: str, size: float, *, empty: bool) -> None:
        """A box with a line of text in it: pale, or empty with a dashed edge."""
        from pptx.enum.dml import MSO_LINE
        from pptx.enum.shapes import MSO_SHAPE
        from pptx.enum.text import MSO_ANCHOR
        from pptx.util import Pt

        card = self._shapes.add_shape(MSO_SHAPE.RECTANGLE, *map(Pt, box))
        _paint(card, PAPER if empty else mixed(ACCENT, PALE / 2), ACCENT if empty else None, 1.5)
        if empty:
            card.line.dash_style = MSO_LINE.DASH
        _write(card.text_frame, [text], size, bold=empty)
        card.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        card.text_frame.margin_left = Pt(32)

    def table(self, box: SlideBox, headings: Sequence[str], rows: int, size: float, name: str) -> None:
        """An empty table to type into."""
        from pptx.util import Pt

        frame = self._shapes.add_table(rows + 1, len(headings), *map(Pt, box))
        describe(frame, name, " · ".join(headings))
        for k, heading in enumerate(headings):
            _write(frame.table.cell(0, k).text_frame, [heading], size, bold=True, colour=PAPER)
            for row in range(1, rows + 1):
                _write(frame.table.cell(row, k).text_frame, [""], size)

    @contextmanager
    def grouped(self, name: str, described: str = "") -> Iterator[None]:
        """What is drawn meanwhile becomes one thing, to be moved and sized as a whole; it can be ungrouped.

        Parameters
        ----------
        name : str
            What it is called in the list of what lies on the slide.
        described : str
            What it shows, for those who do not see it.
        """
        before = len(self._shapes)
        yield
        if drawn := [*self._tree.iter_shape_elms()][before:]:
            group = self._shapes.add_group_shape()
            for shape in drawn:
                group._element.insert_element_before(shape, "p:extLst")
            _fit(group)
            describe(group, name, described)

    def picture(self, box: SlideBox, png: bytes, name: str) -> None:
        """A picture of pixels.

        Parameters
        ----------
        box : SlideBox
            Where.
        png : bytes
            The picture.
        name : str
            What it is called in the list of what lies on the slide.
        """
        from pptx.util import Pt

        describe(self._shapes.add_picture(io.BytesIO(png), *map(Pt, box)), name, name)

    def notes(self, text: str) -> None:
        """What the speaker sees beside the slide."""
        self._slide.notes_slide.notes_text_frame.text = clean(text)

    def line(self, start: Point, end: Point, colour: str, width: float) -> Any:
        """A straight line, as `tie` takes it."""
        return self._added(line_shape(self._shapes._next_shape_id, start, end, colour, width))

    def polygon(
        self, outlines: Iterable[Sequence[Point]], fill: str | None, line: str, width: float, name: str = ""
    ) -> int:
        """One shape of one or more outlines, and its number; without a `fill` these are open lines."""
        number: int = self._shapes._next_shape_id
        shape = self._added(outlined_shape(number, outlines, fill, line, width))
        if name:
            shape.nvSpPr.cNvPr.set("name", clean(name))
        return number

    def _added(self, shape: Any) -> Any:
        self._tree.insert_element_before(shape, "p:extLst")
        return shape

    def symbol(
        self, at: Point, radius: float, look: Look, *, faint: bool = False, ring: bool = False, name: str = ""
    ) -> int:
        """The symbol of a sector around a point, and its number."""
        from pptx.enum.shapes import MSO_SHAPE
        from pptx.util import Pt

        if ring:
            reach = RING * radius
            circle = self._shapes.add_shape(
                MSO_SHAPE.OVAL, *map(Pt, (at[0] - reach, at[1] - reach, 2 * reach, 2 * reach))
            )
            _paint(circle, PAPER, pale(INK, faint), BORDER)
        return self.polygon([look.around(*at, radius)], pale(look.colour, faint), pale(INK, faint), BORDER, name)


def describe(shape: Any, name: str, described: str) -> None:
    """Give something on a slide a name, and words for those who do not see it.

    Parameters
    ----------
    shape : pptx.shapes.base.BaseShape
        What lies on the slide.
    name, described : str
        What it is called, and what it shows; blank for nothing to say.
    """
    shape.name = clean(name)
    if described:
        shape._element._nvXxPr.cNvPr.set("descr", clean(described))


def _fit(group: Any) -> None:
    """Make a group as large as what is in it; the library would ask each shape six times."""
    ends = group._element.xpath("*/*/a:xfrm/a:off | */*/a:xfrm/a:ext")
    left, top, wide, high = (
        [int(end.get(name)) for end in ends[k::2]] for k, name in ((0, "x"), (0, "y"), (1, "cx"), (1, "cy"))
    )
    right = max(x + across for x, across in zip(left, wide, strict=True))
    foot = max(y + down for y, down in zip(top, high, strict=True))
    element = group._element
    element.chOff.x = group.left = min(left)
    element.chOff.y = group.top = min(top)
    element.chExt.cx = group.width = right - min(left)
    element.chExt.cy = group.height = foot - min(top)


def tie(line: Any, start: int, end: int) -> None:
    """Make a line follow its symbols when they are moved, and leave its ends where they are until then.

    Parameters
    ----------
    line : pptx.oxml.shapes.connector.CT_Connector
        The line.
    start, end : int
        The numbers of the symbols it joins.
    """
    ends = line.nvCxnSpPr.cNvCxnSpPr
    for held, number in ("stCxn", start), ("endCxn", end):
        ends.append(ends.makeelement(f"{_DRAWING}{held}", {"id": str(number), "idx": "0"}))


def mixed(colour: str, share: float) -> str:
    """A colour on white, as if there were only so much of it.

    Parameters
    ----------
    colour : str
        ``#rrggbb``.
    share : float
        From 0, white, to 1, the colour itself.

    Examples
    --------
    >>> mixed("#000000", 0.2)
    '#CCCCCC'
    """
    channels = (int(colour[k : k + 2], 16) for k in (1, 3, 5))
    return "#" + "".join(f"{round(255 - (255 - channel) * share):02X}" for channel in channels)


def pale(colour: str, faint: bool) -> str:
    """A colour, pale if what it paints is not spoken of.

    Parameters
    ----------
    colour : str
        ``#rrggbb``.
    faint : bool
        Whether to make it pale.

    Examples
    --------
    >>> pale("#000000", False), pale("#000000", True)
    ('#000000', '#D9D9D9')
    """
    return mixed(colour, PALE) if faint else colour


def clean(text: str) -> str:
    r"""Text without characters that XML cannot hold; a vertical tab is a line break.

    Parameters
    ----------
    text : str
        Any.

    Examples
    --------
    >>> clean("bell\x07 rings")
    'bell rings'
    """
    return "".join(char for char in text if char in "\n\v" or (char >= " " and char not in "\ufffe\uffff"))


def _write(
    frame: Any,
    lines: Sequence[str],
    size: float,
    *,
    bold: bool = False,
    colour: str = INK,
    after: float = 0,
    middle: bool = False,
    wrap: bool = True,
) -> None:
    from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
    from pptx.util import Pt

    frame.word_wrap = wrap
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    frame.vertical_anchor = MSO_ANCHOR.TOP
    for k, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if k == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.CENTER if middle else PP_ALIGN.LEFT
        paragraph.space_after = Pt(after)
        paragraph.text = clean(line)
        for run in paragraph.runs:
            run.font.size, run.font.bold, run.font.name, run.font.color.rgb = Pt(size), bold, FONT, rgb(colour)


def _paint(shape: Any, fill: str | None, line: str | None, width: float = 0) -> None:
    from pptx.util import Pt

    _bare(shape)
    if fill is None:
        shape.fill.background()
    else:
        shape.fill.solid()
        shape.fill.fore_color.rgb = rgb(fill)
    if line is None:
        shape.line.fill.background()
    else:
        shape.line.color.rgb, shape.line.width = rgb(line), Pt(width)


def _bare(shape: Any) -> None:
    """Without what the theme would add: shadows above all."""
    for style in shape._element.findall(_STYLE):
        shape._element.remove(style)


def rgb(colour: str) -> Any:
    """A colour ``#rrggbb`` as the library wants it."""
    from pptx.dml.color import RGBColor

    make: Any = RGBColor
    return make(*bytes.fromhex(colour[1:]))
