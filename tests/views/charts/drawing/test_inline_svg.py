"""Pictures are the same each time, hold names as text and nothing else, and have their colours from the page."""

import re
import subprocess
import sys
from importlib.resources import files

import pytest

from stakeholder_graph.views.charts.drawing.canvas import Canvas, cut, width_of
from stakeholder_graph.views.charts.drawing.inline_svg import inline
from stakeholder_graph.views.charts.drawing.theme import COLOURS, ROLES
from stakeholder_graph.views.charts.figure import Basis, figure
from stakeholder_graph.views.charts.kinds.bars import BarRow, Bars
from stakeholder_graph.views.charts.kinds.dumbbell import Dumbbell, DumbbellRow
from tests.views.charts.drawn import picture_of

HOSTILE = (
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</text></svg><b>",
    "$\\frac{1}{0}$ and $x",
    "]]> &amp; &#x27;",
    "Ward\u2028One\x00\x0b\n\ttwo",
    "{count} %s %(name)s",
    "\ud800 lone",
)
NAMES = ("教育委员会", "مجتمع الوادي", "בית ספר", "Ärztinnen & Ärzte", "नगर परिषद", "👩‍🏫 Teachers", "x" * 300, "")


@pytest.mark.parametrize("name", HOSTILE)
def test_names_are_text_and_never_markup(name: str) -> None:
    row = DumbbellRow(name, 1, 2, name, name, stands_out=True)
    html = figure(Dumbbell(name, (row,), name), Basis(name, (name,)), name)
    for kind in ("wide", "narrow"):
        drawn = picture_of(html.replace("\x00", "").replace("\x0b", "").replace("\ud800", ""), kind)
        assert drawn.texts
    assert "<script" not in html
    assert "<img" not in html


@pytest.mark.parametrize("name", NAMES)
def test_names_of_any_script_and_length_are_drawn_within_their_column(name: str) -> None:
    drawn = picture_of(figure(Bars("T", (BarRow(name, 3, "3"),))))
    ((left, _right),) = drawn.spans("value")
    written = [text for text in drawn.texts if text != "3"]
    assert all(width_of(text) <= left for text in written)
    if len(name) < 30:
        assert "".join(written).replace(" ", "") == name.replace(" ", "")


def test_the_same_bytes_each_time_and_in_another_process() -> None:
    code = (
        "from stakeholder_graph.views.charts.kinds.dumbbell import Dumbbell, DumbbellRow as R;"
        "from stakeholder_graph.views.charts.drawing.inline_svg import inline;"
        "rows = R('A', 1, 2, '1', '2'), R('B', 3, 1, '3', '1', True);"
        "print(inline(Dumbbell('T', rows, 'u').draw('wide'), 'T', 'wide'))"
    )
    made = {
        subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, env=None).stdout
        for _time in range(2)
    }
    plot = Dumbbell("T", (DumbbellRow("A", 1, 2, "1", "2"), DumbbellRow("B", 3, 1, "3", "1", True)), "u")
    here = {inline(plot.draw("wide"), "T", "wide").encode() + b"\n" for _time in range(2)}
    assert made == here


def test_matplotlib_is_loaded_only_where_something_is_drawn() -> None:
    code = "import sys, stakeholder_graph.views.report.report_page; print('matplotlib' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout.strip() == "False"


def test_every_colour_is_told_apart_and_has_a_rule_in_the_style_sheet() -> None:
    assert len(ROLES) == len(COLOURS)
    css = files("stakeholder_graph").joinpath("views/charts/charts.css").read_text("utf-8")
    for role in COLOURS:
        assert f".fill-{role} {{ fill: var(--" in css, role


def test_what_matplotlib_draws_has_no_colour_of_its_own_left() -> None:
    html = figure(Bars("T", (BarRow("A", 3, "3", whole=4, stands_out=True),), "part", "rest"))
    assert not re.search(r"#[0-9a-f]{6}|rgb\(", html)


def test_texts_lie_where_they_were_written() -> None:
    canvas = Canvas(200, 60)
    canvas.text(10, 20, "start")
    canvas.text(190, 40, "end", anchor="end", bold=True, size=12)
    drawn = picture_of(inline(canvas, "T", "wide"))
    assert [drawn.text("start").get(axis) for axis in ("x", "y", "text-anchor")] == ["10", "20", None]
    assert [drawn.text("end").get(axis) for axis in ("x", "y", "text-anchor")] == ["190", "40", "end"]


def test_text_is_cut_to_its_room() -> None:
    assert cut("Health", 100) == "Health"
    assert width_of(cut("Houses of worship and more", 80)) <= 80
    assert cut("Health", 1) == "…"
