"""The report shows what the partnership gives to it, and without that it is as it was."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

import stakeholder_graph as sg
from stakeholder_graph.editions import Edition, make_copy
from stakeholder_graph.editions.profile import ProfileGuard, profile_releases
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.own_pages import NOTHING_OWN, OwnPages, Paragraph, Place, ReportPart
from stakeholder_graph.questionnaire import build_questionnaire, read_plan
from stakeholder_graph.questionnaire.formats.invitation import invitation
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.views.community import draw_community
from stakeholder_graph.views.map.map_page import draw_map
from stakeholder_graph.views.outcomes.handout import draw_outcome_sheets
from stakeholder_graph.views.own.looks import looks_of
from stakeholder_graph.views.present.paper import draw_stations
from stakeholder_graph.views.present.present_page import draw_present
from stakeholder_graph.views.present.screens import deck
from stakeholder_graph.views.present.slides import draw_slides
from stakeholder_graph.views.profile.profile_page import draw_profile
from stakeholder_graph.views.report import draw_first_page, draw_report
from tests.facts.own_survey import own_survey, picture

MARKUP = "<b>bold</b> & <script>alert(1)</script> {{ 7 * 7 }} {% raise %}"
LOGO, COLOUR = '<img class="logo" alt="" width="480" height="160" src="data:image/png;base64,', "#7b1fa2"
SETTINGS = f"""
[pages]
logo = "logo.png"
order = ["network", "missing"]
[colours]
Health = "{COLOUR}"
"""


@pytest.fixture(scope="module")
def surveyed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Partnership, tuple[Finding, ...]]:
    partnership = sg.read(own_survey(tmp_path_factory.mktemp("survey"), SETTINGS, picture()))
    return partnership, assess(partnership, settings=MeasureSettings(permutations=9, draws=2))


def drawn(surveyed: tuple[Partnership, tuple[Finding, ...]], own: OwnPages, edition: Edition = "partners") -> str:
    partnership, findings = surveyed
    given = replace(partnership, info=replace(partnership.info, own_pages=own))
    copy = make_copy(edition, given, findings, "1")
    return draw_community(copy) if edition == "community" else draw_report(copy)


def at(place: Place, part: ReportPart | str = "", text: str = "Ours.", **more: str) -> OwnPages:
    return OwnPages(paragraphs=(Paragraph(text, place, part, readers="community", **more),))  # type: ignore[arg-type]


@pytest.mark.parametrize("edition", ["backbone", "partners", "community"])
def test_without_them_a_page_has_nothing_of_them(
    surveyed: tuple[Partnership, tuple[Finding, ...]], edition: Edition
) -> None:
    page = drawn(surveyed, NOTHING_OWN, edition)
    assert 'class="logo"' not in page
    assert ".own" not in page
    assert "img-src blob:; font-src data:" in page
    # What other copies have alone leaves this one byte for byte as it was.
    if edition != "backbone":
        assert drawn(surveyed, OwnPages(paragraphs=(Paragraph("Ours.", "closing"),)), edition) == page


def test_the_same_settings_give_the_same_bytes(surveyed: tuple[Partnership, tuple[Finding, ...]]) -> None:
    own = surveyed[0].info.own_pages
    assert drawn(surveyed, own) == drawn(surveyed, own)


def test_parts_stand_in_the_order_that_was_chosen(surveyed: tuple[Partnership, tuple[Finding, ...]]) -> None:
    usual, chosen = (drawn(surveyed, own) for own in (NOTHING_OWN, surveyed[0].info.own_pages))
    pages = re.compile(r'<section class="page[^"]*" id="page-(\w+)"')
    assert sorted(pages.findall(usual)) == sorted(pages.findall(chosen))
    rest = [page for page in pages.findall(usual) if page not in ("network", "missing")]
    assert pages.findall(chosen) == ["network", "missing", *rest]
    # The contents are in the same order, and page one comes first.
    assert re.findall(r'<a href="#page-(\w+)">', chosen) == pages.findall(chosen)
    assert chosen.index('id="learned"') < chosen.index('id="page-network"') < chosen.index('id="appendix"')


@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_a_paragraph_stands_where_it_was_put(
    surveyed: tuple[Partnership, tuple[Finding, ...]], edition: Edition
) -> None:
    before, after, closing, first = (
        drawn(surveyed, at(*place), edition)
        for place in (("before", "network"), ("after", "network"), ("closing",), ("introduction",))
    )
    assert before.index("Ours.") < before.index('id="page-network"')
    assert after.index('id="page-network"') < after.index("Ours.") < after.index('id="appendix"')
    assert closing.index('id="page-network"') < closing.index("Ours.") < closing.index('id="appendix"')
    assert first.index('id="learned"') < first.index("Ours.") < first.index('class="contents')


def test_a_paragraph_at_a_part_that_is_not_there_is_shown_all_the_same(
    surveyed: tuple[Partnership, tuple[Finding, ...]],
) -> None:
    page = drawn(surveyed, at("before", "indicators"))
    assert 'id="page-results"' not in page
    assert "Ours." in page


@pytest.mark.parametrize("edition", ["backbone", "partners", "community"])
def test_text_is_never_markup(surveyed: tuple[Partnership, tuple[Finding, ...]], edition: Edition) -> None:
    page = drawn(surveyed, at("introduction", text=MARKUP, title="<i>odd</i>"), edition)
    assert "&lt;b&gt;bold&lt;/b&gt; &amp; &lt;script&gt;alert(1)&lt;/script&gt; {{ 7 * 7 }} {% raise %}" in page
    assert '<h2 dir="auto">&lt;i&gt;odd&lt;/i&gt;</h2>' in page


def test_blank_lines_part_paragraphs_and_each_runs_its_own_way(
    surveyed: tuple[Partnership, tuple[Finding, ...]],
) -> None:
    page = drawn(surveyed, at("closing", text="One,\nstill one.\n \n\nنجتمع كل شهر"))
    assert '<p dir="auto">One,\nstill one.</p>\n  <p dir="auto">نجتمع كل شهر</p>' in page


def test_the_desk_sees_who_reads_each(surveyed: tuple[Partnership, tuple[Finding, ...]]) -> None:
    said = OwnPages(paragraphs=(Paragraph("Ours.", "closing"), Paragraph("All’s.", "closing", readers="partners")))
    desk, room = (drawn(surveyed, said, edition) for edition in ("backbone", "partners"))
    assert 'Ours. <span class="who-reads">On this copy alone.</span>' in desk
    assert 'All’s. <span class="who-reads">Also in the room’s copy.</span>' in desk
    assert "who-reads" not in room.split("</head>")[1]


def test_a_logo_stands_in_the_page_itself(surveyed: tuple[Partnership, tuple[Finding, ...]]) -> None:
    partnership, findings = surveyed
    copy = make_copy("partners", partnership, findings, "1")
    pages = draw_report(copy), draw_first_page(copy), draw_present(deck(copy))
    for page in (*pages, draw_report(make_copy("backbone", partnership, findings, "1"))):
        assert page.count(LOGO) == 1
        assert "img-src blob: data:; font-src data:" in page
    assert draw_outcome_sheets(copy).count(LOGO) == draw_outcome_sheets(copy).count("<article")


def test_profiles_and_the_invitation_have_it_too(
    surveyed: tuple[Partnership, tuple[Finding, ...]], tmp_path: Path
) -> None:
    partnership, _findings = surveyed
    (released,) = profile_releases(partnership, "1", ["Elm Library"])
    assert draw_profile(ProfileGuard(partnership, released.room).copy, released).count(LOGO) == 1
    plan = read_plan(own_survey(tmp_path, SETTINGS, picture()))
    assert invitation(build_questionnaire(plan), build_questionnaire(plan, "es")).count(LOGO) == 1


def test_colours_are_those_of_the_map_the_report_the_posters_and_the_slides(
    surveyed: tuple[Partnership, tuple[Finding, ...]],
) -> None:
    partnership, findings = surveyed
    copy = make_copy("partners", partnership, findings, "1")
    assert f'{{"name":"Health","colour":"{COLOUR}"' in draw_map(copy)
    assert f'fill="{COLOUR}"' in draw_report(copy)
    shown = deck(copy)
    assert shown.scene.looks["Health"].colour == COLOUR
    with zipfile.ZipFile(BytesIO(draw_slides(shown))) as slides:
        drawn = b"".join(slides.read(name) for name in slides.namelist() if name.startswith("ppt/slides/"))
    assert f'<a:srgbClr val="{COLOUR[1:].upper()}"/>' in drawn.decode()


@pytest.mark.parametrize("settings", ["", SETTINGS])
@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_a_sector_looks_the_same_in_both_languages(tmp_path: Path, settings: str, edition: Edition) -> None:
    folder = own_survey(tmp_path, settings, picture())
    # In Spanish the clinics come last in the alphabet, and the schools first.
    called = {"Schools": "Aulas", "Health": "Salud", "Faith": "Templos", "Funders": "Donantes"}
    rows = "\n".join(f"ours,{sector},{name}" for sector, name in called.items())
    (folder / "sectors.csv").write_text(f"list,sector,sector_es\n{rows}", encoding="utf-8")
    looks, abroad = (
        looks_of(make_copy(edition, sg.read(folder, language=language), (), "1").partnership)
        for language in ("en", "es")
    )
    assert {called[sector]: look for sector, look in looks.items()} == abroad
    assert set(abroad) == set(called.values())


def test_slides_and_posters_show_the_logo_and_are_the_same_each_time(
    surveyed: tuple[Partnership, tuple[Finding, ...]],
) -> None:
    partnership, findings = surveyed
    shown = deck(make_copy("partners", partnership, findings, "1"))
    slides, posters = draw_slides(shown), draw_stations(shown).content
    assert (slides, posters) == (draw_slides(shown), draw_stations(shown).content)
    assert all(len(page.images) == 1 for page in PdfReader(BytesIO(posters)).pages)
    with zipfile.ZipFile(BytesIO(slides)) as archive:
        pictures = [name for name in archive.namelist() if name.startswith("ppt/media/")]
        logo = partnership.info.own_pages.logo
        assert [archive.read(name) for name in pictures] == [logo and logo.png]


def test_exports_have_the_colours_too(surveyed: tuple[Partnership, tuple[Finding, ...]], tmp_path: Path) -> None:
    path = tmp_path / "network.gexf"
    sg.write(surveyed[0], path)
    red, green, blue = (int(COLOUR[k : k + 2], 16) for k in (1, 3, 5))
    assert f'r="{red}" g="{green}" b="{blue}"' in path.read_text(encoding="utf-8")
