"""Bars as a chart that office programs know: its numbers can be edited, and its colours changed."""

from collections.abc import Sequence
from typing import Any

from stakeholder_graph.tabular.write_xlsx import XlsxCell, workbook
from stakeholder_graph.views.in_short.bars import Bar
from stakeholder_graph.views.present.slides.pptx_slide import FONT, Slide, clean, describe, rgb
from stakeholder_graph.views.style import INK

#: How much of a bar's thickness lies between two bars, in percent.
BETWEEN = 45


def draw_chart(
    slide: Slide,
    box: tuple[float, float, float, float],
    bars: Sequence[tuple[Bar, str]],
    longest: float,
    counted: str,
    size: float,
) -> None:
    """Draw bars from top to bottom, each with its name before it and its label behind it.

    Parameters
    ----------
    slide : Slide
        Where.
    box : tuple of float
        Left, top, width and height, in points.
    bars : sequence of (Bar, str)
        Each with its colour.
    longest : float
        How long the longest bar can be.
    counted : str
        What the bars count: the name of the series.
    size : float
        Of the type, in points.
    """
    from pptx.chart.data import CategoryChartData
    from pptx.enum.chart import XL_CHART_TYPE, XL_TICK_LABEL_POSITION, XL_TICK_MARK
    from pptx.util import Pt

    counted, names = clean(counted), [clean(bar.name) for bar, _colour in bars]
    make: Any = CategoryChartData
    data = make()
    data.categories = names
    data.add_series(counted, [bar.length for bar, _colour in bars])
    left, top, wide, high = map(Pt, box)
    frame: Any = slide.shapes.add_chart(XL_CHART_TYPE.BAR_CLUSTERED, left, top, wide, high, data)
    said = "; ".join(f"{name}: {clean(bar.label)}" for name, (bar, _colour) in zip(names, bars, strict=True))
    describe(frame, counted, f"{counted}: {said}")
    chart: Any = frame.chart
    # The library's own workbook takes a name that begins with "=" for a formula, and knows the time of day.
    rows: list[list[XlsxCell]] = [["", counted]]
    rows += [[name, bar.length] for name, (bar, _colour) in zip(names, bars, strict=True)]
    chart.part.chart_workbook.update_from_xlsx_blob(workbook({"Sheet1": rows}))
    chart.has_legend = chart.has_title = False
    chart.font.size, chart.font.name, chart.font.color.rgb = Pt(size), FONT, rgb(INK)
    names_axis, numbers_axis = chart.category_axis, chart.value_axis
    names_axis.reverse_order = True
    names_axis.major_tick_mark, names_axis.tick_label_position = XL_TICK_MARK.NONE, XL_TICK_LABEL_POSITION.LOW
    names_axis.format.line.color.rgb = rgb(INK)
    # Room for the labels behind the longest bar.
    numbers_axis.minimum_scale, numbers_axis.maximum_scale = 0, longest * 1.2
    numbers_axis.visible = numbers_axis.has_major_gridlines = False
    plot = chart.plots[0]
    plot.gap_width, plot.vary_by_categories = BETWEEN, False
    for k, (bar, colour) in enumerate(bars):
        point = plot.series[0].points[k]
        point.format.fill.solid()
        point.format.fill.fore_color.rgb = rgb(colour)
        _label(point.data_label, bar, size)


def _label(label: Any, bar: Bar, size: float) -> None:
    """What is written at the end of a bar, whatever its length is."""
    from pptx.enum.chart import XL_LABEL_POSITION
    from pptx.util import Pt

    label.position = XL_LABEL_POSITION.OUTSIDE_END
    label.text_frame.text = clean(bar.label)
    for run in label.text_frame.paragraphs[0].runs:
        run.font.size, run.font.name, run.font.bold = Pt(size), FONT, not bar.length
        run.font.color.rgb = rgb(INK)
