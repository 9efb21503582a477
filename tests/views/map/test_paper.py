"""What is printed and saved says what it shows."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.editions import Copy

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
Found = Callable[..., Copy]


def written(page: Page) -> list[str]:
    """The lines of text in the picture, from the top."""
    picture = ElementTree.fromstring(page.evaluate("drawPicture().svg"))
    return [text.text or "" for text in picture.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize(
    ("view", "heading"),
    [
        ("organization=Wrenfield+Clinic", "Wrenfield Clinic and whom it works with"),
        ("organization=Wrenfield+Clinic&steps=2", "Wrenfield Clinic, whom it works with, and whom they work with"),
        (
            "organization=Wrenfield+Clinic&beside=Valley+Clinic",
            "Wrenfield Clinic and Valley Clinic, and whom each works with",
        ),
        ("kind=team&item=Reading", "Who works on Reading"),
        ("between=Sector+3&between=Sector+3", r"Within Sector 3: \d+ connections?"),
        ("without=Sector+1&least=2", "Without Sector 1 · only connections of at least: coordination"),
    ],
)
def test_pictures_and_paper_say_what_is_looked_at(opens: Opens, found: Found, view: str, heading: str) -> None:
    page = opens(release=found(), at=f"#{view}")
    lines = written(page)
    assert re.fullmatch(heading, lines[1])
    assert lines[2].startswith(page.inner_text("#count"))
    page.emulate_media(media="print")
    expect(page.locator("#paper")).to_contain_text(lines[1])
    title = page.locator("#paper svg > title").text_content()
    assert title == f"Wren County <b>Cradle</b> to Career: {lines[1]}"
    page.emulate_media(media="screen")
    page.evaluate("change(opening)")
    assert written(page)[1] == page.evaluate("lineAboutIt()")


def test_long_headings_stay_on_the_paper(opens: Opens, found: Found) -> None:
    page = opens(release=found(), at="#" + "&".join(f"without=Sector+{k}" for k in (1, 2, 4, 5, 6, 7)))
    picture = ElementTree.fromstring(page.evaluate("drawPicture().svg"))
    _, _, width, _ = map(float, picture.get("viewBox", "").split())
    sizes = page.evaluate(
        "(lines) => lines.map(([line, size, weight]) => penOf(size, weight).measureText(line).width)",
        [
            [text.text, float(text.get("font-size", "13")), text.get("font-weight", "normal")]
            for text in picture.iter("{http://www.w3.org/2000/svg}text")
        ],
    )
    assert max(sizes) <= width - 48 + 1


def test_a_saved_focus_is_named_after_whom_it_shows(opens: Opens, found: Found) -> None:
    page = opens(release=found(), at="#organization=Wrenfield+Clinic")
    with page.expect_download() as picked:
        page.click("#save-png")
    assert picked.value.suggested_filename == "wren-county-b-cradle-b-to-career-map-wrenfield-clinic.png"


def test_with_the_table_open_the_table_is_printed(opens: Opens, found: Found, tmp_path: Path) -> None:
    page = opens(release=found(), at="#view=table&organization=Wrenfield+Clinic", drawn="canvas.open")
    page.emulate_media(media="print")
    rows = page.locator("#table-view tbody tr").count()
    expect(page.locator("#paper tbody tr")).to_have_count(rows)
    expect(page.locator("#paper h2")).to_have_text("Wrenfield Clinic and whom it works with")
    expect(page.locator("#paper > svg")).to_have_count(0)
    page.evaluate("choose(-1)")
    page.emulate_media(media="null")
    (tmp_path / "map.pdf").write_bytes(page.pdf(prefer_css_page_size=True))
    if shutil.which("pdftotext"):
        text = subprocess.run(["pdftotext", tmp_path / "map.pdf", "-"], capture_output=True, text=True, check=True)
        assert "Works with" in text.stdout
        assert "have answered; connections among the others" in text.stdout.replace("\n", " ")


def letters(page: Page, picture: str) -> tuple[dict[str, float], float]:
    """The size of each text in a picture, and how wide the map on it is."""
    drawn = ElementTree.fromstring(page.evaluate(picture))
    sizes: dict[str, float] = {}

    def walk(node: ElementTree.Element, grown: float) -> None:
        scaled = re.search(r"scale\(([\d.]+)\)", node.get("transform", ""))
        grown *= float(scaled[1]) if scaled else 1
        if node.tag.endswith("}text"):
            sizes[node.text or ""] = grown * float(node.get("font-size", drawn.get("font-size", "")))
        for child in node:
            walk(child, grown)

    walk(drawn, 1)
    return sizes, float(drawn.get("width", "")) - 48


def test_a_large_map_is_printed_in_letters_that_can_be_read(opens: Opens) -> None:
    page = opens(150, 0.04, at="#arranged=ties")
    across, smallest = page.evaluate("PAGE"), page.evaluate("SMALLEST")
    sizes, wide = letters(page, "drawPicture(true).svg")
    assert wide > 1.3 * across, "the map is wider than paper"
    # Names that reach beyond the outermost symbols widen the paper a little after sizes are chosen.
    assert min(sizes.values()) * across / wide >= 0.9 * smallest
    assert sizes["Wren County <b>Cradle</b> to Career"] * across / wide >= 0.9 * 22
    (told,) = [line for line in sizes if line.startswith("Written are the ")]
    written = re.fullmatch(r"Written are the (\d+) names for which there is room; the table has all 150\.", told)
    assert written is not None
    assert 100 <= int(written[1]) < 150
    saved, _ = letters(page, "drawPicture().svg")
    assert not any(line.startswith("Written are the ") for line in saved)
