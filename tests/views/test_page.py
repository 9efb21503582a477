"""A page loads nothing, runs only its own code, and says whose eyes it is for."""

import json
import re
from base64 import b64encode
from hashlib import sha256

import pandas as pd
import pytest

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.release import Edition
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import COLUMNS, LayerInfo, SurveyInfo, Wave
from stakeholder_graph.views import page
from stakeholder_graph.views.style import COLOURS, INK, MUTED, OTHER_COLOUR, sector_looks
from stakeholder_graph.views.symbols import SYMBOLS

HOSTILE = "</script><img src=x onerror=alert(1)>\u2028 policy-of-this-page"


def release(edition: Edition = "backbone", *, invented: bool = False, name: str = HOSTILE) -> Copy:
    frames = {"organizations": pd.DataFrame({"organization": ["A", "B"]})}
    graph = PartnerGraph(Wave("1"), {"contact": LayerInfo("contact")}, frames)
    lists = {name: pd.DataFrame(columns=list(COLUMNS[name])) for name in ("items",)}
    return Copy(edition, Partnership(SurveyInfo(name, invented=invented), {"1": graph}, lists), (), "1")


def test_name_of_the_partnership_is_text() -> None:
    html = page.render(release(), "views/page.html")
    assert "<img" not in html
    assert html.count("&lt;img src=x onerror=alert(1)&gt;") == 1  # the title


def test_policy_allows_nothing_but_the_page_s_own_code() -> None:
    html = page.render(release(), "views/page.html")
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert policy[1].startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy[1]
    assert "; img-src blob:; font-src data:; base-uri 'none'; form-action 'none'" in policy[1]
    style = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    assert style
    assert b64encode(sha256(style[1].encode()).digest()).decode() in policy[1]


def test_a_name_cannot_take_the_place_of_the_policy() -> None:
    html = page.render(release(), "views/page.html")
    assert html.index("default-src") < html.index(page.POLICY)


def test_data_come_back_as_they_were_and_hold_no_markup() -> None:
    value = {"name": HOSTILE, "ties": [1, 2.5, None], "accent": "Niños"}
    written = page.environment(release()).from_string("{{ value|tojson }}").render(value=value)
    assert not set(written) & set("<>&\u2028\u2029")
    assert json.loads(written) == value
    assert "Niños" in written


@pytest.mark.parametrize("value", [float("nan"), float("inf"), pd.Timestamp("2025-01-01"), {1}])
def test_data_that_are_not_plain_are_refused(value: object) -> None:
    with pytest.raises((ValueError, TypeError)):
        page.plain_json(value)


def test_banner() -> None:
    assert page.banner(release("partners")) == ""
    assert page.banner(release("partners", invented=True)) == "Invented example data"
    assert page.banner(release(invented=True)) == "Backbone only: do not share · Invented example data"


def test_page_has_language_encoding_viewport_and_unix_line_ends() -> None:
    html = page.render(release(name="Line\r\nend"), "views/page.html")
    assert html.startswith('<!doctype html>\n<html lang="en">')
    assert '<meta charset="utf-8">' in html
    assert 'name="viewport"' in html
    assert "\r" not in html


def test_eight_sectors_have_colours_of_their_own_and_the_smallest_share_grey() -> None:
    sizes = {f"s{k:02}": 20 - k for k in range(11)} | {"Not stated": 30}
    looks = sector_looks(sizes)
    assert list(looks) == [*sorted(sizes.keys() - {"Not stated"}), "Not stated"]
    assert [look.colour for look in looks.values()] == [*COLOURS, *[OTHER_COLOUR] * 4]
    assert len({look.shape for look in looks.values()}) == len(SYMBOLS) == 12


def test_looks_do_not_depend_on_the_order_of_sectors() -> None:
    sizes = {"health": 3, "faith": 1, "schools": 7}
    assert sector_looks(sizes) == sector_looks(dict(reversed(sizes.items())))


def luminance(colour: str) -> float:
    """Relative luminance of WCAG 2.2."""
    channels = [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("ink", [INK, MUTED, "#0b5cad", "#8a1c00"])
def test_text_on_paper_has_contrast_aa(ink: str) -> None:
    assert 1.05 / (luminance(ink) + 0.05) >= 4.5


def test_colours_here_are_those_of_the_style_sheet() -> None:
    css = page.packaged("views/base.css").casefold()
    assert f"--ink: {INK.casefold()};" in css
    assert f"--muted: {MUTED.casefold()};" in css
