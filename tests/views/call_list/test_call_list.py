"""The call list on paper and in a workbook: whatever people wrote is text, and no other edition has it."""

import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest
from playwright.sync_api import Browser

from stakeholder_graph.editions import Copy
from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.model.finding import Message
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.studies.call_list import Call
from stakeholder_graph.views.call_list import call_list_workbook, draw_call_list
from stakeholder_graph.views.report.report_page import draw_report
from stakeholder_graph.views.report_folders import publish
from tests.views.conftest import HOSTILE

Reported = Callable[..., Copy]


def shy(release: Copy) -> Copy:
    """The same with nobody of the first organizations having answered, so that all are on the list."""
    graph = release.partnership.graph(release.wave)
    asked = graph["asked"]
    asked["answered"] = asked["answered"] & ~asked["organization"].isin(graph.names[:9] + HOSTILE)
    ties = graph["ties"]
    frames = {**graph.frames, "asked": asked, "ties": ties[~ties["from"].isin(graph.names[:9] + HOSTILE)]}
    quiet = PartnerGraph(graph.wave, graph.layers, frames, graph.directed)
    return replace(release, partnership=replace(release.partnership, graphs={release.wave: quiet}))


def cells(data: bytes) -> list[tuple[object, ...]]:
    return list(openpyxl.load_workbook(io.BytesIO(data)).active.iter_rows(values_only=True))


def test_page_and_workbook_hold_the_same_calls(reported: Reported) -> None:
    release = reported("backbone")
    rows = cells(call_list_workbook(release))
    html = draw_call_list(release)
    assert rows[0][:2] == ("Call for", "Whom")
    assert len(rows) - 1 == html.count('<th scope="row">') > 3
    assert "Backbone only: do not share" in html


def test_an_incomplete_list_says_what_it_waits_for(reported: Reported) -> None:
    release = reported("backbone")
    open_still = (Problem("open", "decide"),)
    info = release.partnership.info
    waiting = replace(release.partnership, info=replace(info, undecided=open_still))
    draft = replace(release, partnership=waiting)
    unknown = replace(release, partnership=replace(release.partnership, info=replace(info, answered_known=False)))
    assert "A decision about the survey that is still open" in draw_call_list(draft)
    assert "Nothing says who answered" not in draw_call_list(draft)
    assert "Nothing says who answered" in draw_call_list(unknown)
    assert '<p class="nobody">' not in draw_call_list(release)
    for waiting_copy in (draft, unknown):
        assert 'id="block-1"' in draw_call_list(waiting_copy)


def test_page_one_names_calls_of_the_list(reported: Reported) -> None:
    release = reported("backbone")
    listed = {f"{row[0]}: {row[1]}" for row in cells(call_list_workbook(release))[1:]}
    told = re.search(r'<ul class="calls">.*?</ul>', draw_report(release, calls_href="call-list.html"), re.DOTALL)
    assert told
    named = re.findall(r"<b>(.*?)</b>", told[0])
    assert len(named) == 3
    assert set(named) <= listed
    assert 'href="call-list.html"' in draw_report(release, calls_href="call-list.html")


@pytest.mark.browser
def test_what_people_wrote_is_text(reported: Reported, chromium: Browser, page_file: Callable[[str], str]) -> None:
    release = shy(reported("backbone", hostile=True))
    book = openpyxl.load_workbook(io.BytesIO(call_list_workbook(release)))
    written = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in written} == {"s"}
    assert "=1+1" in {cell.value for cell in written}
    page = chromium.new_page()
    asked: list[str] = []
    page.on("dialog", lambda dialog: asked.append(dialog.message))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(page_file(draw_call_list(release)))
    assert len(asked) == 1  # the page itself
    assert HOSTILE[0] in page.inner_text("main")
    page.close()


def test_same_list_same_bytes(reported: Reported) -> None:
    release = reported("backbone")
    assert call_list_workbook(release) == call_list_workbook(release)
    assert draw_call_list(release) == draw_call_list(release)


@pytest.mark.parametrize("edition", ["partners", "community"])
def test_no_other_edition_has_it(reported: Reported, edition: str, tmp_path: Path) -> None:
    release = reported(edition)
    for make in (call_list_workbook, draw_call_list):
        with pytest.raises(ValueError, match="Only the backbone"):
            make(release)


def test_it_is_written_for_the_backbone_only(reported: Reported, tmp_path: Path) -> None:
    release = reported("backbone")
    written = publish(release.partnership, release.findings, release.wave, tmp_path)
    found = {str(path.relative_to(tmp_path)) for path in written if path.name.startswith("call-list")}
    assert found == {"backbone-only/call-list.html", "backbone-only/call-list.xlsx"}


@pytest.mark.browser
def test_it_prints_with_all_columns_on_the_sheet(
    reported: Reported, chromium: Browser, page_file: Callable[[str], str]
) -> None:
    page = chromium.new_page(viewport={"width": 950, "height": 700})
    page.goto(page_file(draw_call_list(reported("backbone"))))
    page.emulate_media(media="print")
    # Letter turned sideways, without its margins, is 979 CSS pixels wide; A4 is wider.
    assert page.evaluate("Math.max(...[...document.querySelectorAll('table')].map(t => t.scrollWidth))") <= 979
    page.close()


def test_an_address_breaks_before_its_at_sign_only(reported: Reported) -> None:
    release = shy(reported("backbone"))
    graph = release.partnership.graph(release.wave)
    people = graph.organizations.assign(contact="director@<b>.example")
    with_contact = PartnerGraph(graph.wave, graph.layers, {**graph.frames, "organizations": people}, graph.directed)
    partnership = replace(release.partnership, graphs={release.wave: with_contact})
    assert "director<wbr>@&lt;b&gt;.example</span>" in draw_call_list(replace(release, partnership=partnership))


def test_plain_addresses_and_numbers_are_links_on_the_page_and_nowhere_beyond_the_desk(
    reported: Reported, tmp_path: Path
) -> None:
    copy = shy(reported("backbone"))
    graph = copy.partnership.graph(copy.wave)
    people = graph.organizations.assign(contact="Ada Quill", email="ada@quill.example", phone="+1 555 010 0123")
    with_contact = PartnerGraph(graph.wave, graph.layers, {**graph.frames, "organizations": people}, graph.directed)
    partnership = replace(copy.partnership, graphs={copy.wave: with_contact})
    publish(partnership, copy.findings, copy.wave, tmp_path, ("backbone", "partners", "community"))
    html = (tmp_path / "backbone-only" / "call-list.html").read_text("utf-8")
    assert 'Ada Quill, <a href="mailto:ada@quill.example">ada<wbr>@quill.example</a>' in html
    assert '<a href="tel:+15550100123">+1 555 010 0123</a>' in html
    assert "Add the columns contact" not in html
    assert "Add the columns contact" in draw_call_list(copy)
    beyond = [path for folder in ("for-the-room", "for-the-community") for path in (tmp_path / folder).rglob("*.*")]
    assert len(beyond) > 3
    for path in beyond:
        content = path.read_bytes() if path.is_file() else b""
        if path.suffix in (".xlsx", ".pptx"):
            content = b"".join(ZipFile(path).read(name) for name in ZipFile(path).namelist())
        assert b"quill" not in content.lower()
        # The styles that all pages share know the class of its page; nothing beyond the desk names the file.
        assert b"call-list." not in content


@pytest.mark.browser
def test_a_telephone_shows_cards_and_nothing_is_moved_sideways(
    reported: Reported, chromium: Browser, page_file: Callable[[str], str]
) -> None:
    page = chromium.new_page(viewport={"width": 390, "height": 844})
    page.goto(page_file(draw_call_list(reported("backbone"))))
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    assert page.evaluate("[...document.querySelectorAll('.wide')].every(e => e.scrollWidth <= e.clientWidth)")
    assert page.evaluate("getComputedStyle(document.querySelector('tbody tr')).display") == "block"
    page.close()


@pytest.mark.browser
@pytest.mark.parametrize("width", [640, 760, 1024, 1100, 1440])
def test_no_column_is_cut_between_a_telephone_and_a_large_screen(
    reported: Reported, chromium: Browser, page_file: Callable[[str], str], width: int
) -> None:
    page = chromium.new_page(viewport={"width": width, "height": 800})
    page.goto(page_file(draw_call_list(reported("backbone", hostile=True))))
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("[...document.querySelectorAll('.wide')].every(e => e.scrollWidth <= e.clientWidth)")
    page.close()


def test_what_answers_could_settle_is_explained_once_above_the_list(reported: Reported) -> None:
    said = "one of the answers that could settle open rows of what you can show"
    reason = Message("call_rows", {"asked": "We meet", "count": 3})
    calls = [Call("hear from", name, "", (reason,)) for name in ("Zoo", "Ark")]
    html = draw_call_list(reported("backbone"), calls=calls)
    assert html.count(said) == 1
    assert html.count("Could settle 3 open rows.") == 2
    plain = draw_call_list(reported("backbone"), calls=[Call("hear from", "Zoo", "", (Message("call_unnamed"),))])
    assert said not in plain
