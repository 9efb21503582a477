"""What is drawn together, and by what the map is arranged."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import PartnerGraph, Partnership, to_partnership
from stakeholder_graph.survey import read_partnership
from tests.views.browser import sees, still, until

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
Found = Callable[..., Copy]
Invents = Callable[..., Partnership]

#: Titles that lie on a symbol, on a name or on another title.
COLLISIONS = """() => {
  const hit = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  const symbols = [...scene.shown].map((id) => { const one = organizations[id], r = radiusAt(id);
    return { left: one.x - r, right: one.x + r, top: one.y - r, bottom: one.y + r }; });
  const others = (box) => titles.boxes.filter((other) => other !== box);
  return titles.boxes.filter((box) => [...symbols, ...names.boxes, ...others(box)].some((other) => hit(box, other)))
    .map((box) => box.group.name);
}"""
INSIDE = """() => titles.boxes.filter((box) => { const view = viewOnScreen();
  return box.left < view.left || box.right > view.right || box.top < view.top || box.bottom > view.bottom; }).length"""


@pytest.mark.parametrize("size", [(1440, 900), (1024, 768)])
def test_titles_lie_on_nothing(opens: Opens, found: Found, size: tuple[int, int]) -> None:
    page = opens(release=found(), size=size)
    for arranged in ("ties", "sector"):
        page.select_option("#arranged", arranged)
        for together, groups in (("clusters", 2), ("teams", 3), ("sectors", 7)):
            page.select_option("#together", together)
            drawn = still(page).evaluate("together.hulls.length")
            assert drawn in (1, groups)
            sees(page, "titles.boxes.length", drawn)
            sees(page, COLLISIONS, [])
            sees(page, INSIDE, 0)


@pytest.mark.parametrize("size", [(1440, 900), (640, 800), (390, 844)])
def test_every_sector_has_its_title_on_a_small_screen_too(opens: Opens, size: tuple[int, int]) -> None:
    partnership = to_partnership(read_partnership("surveys/wren-county"))
    page = opens(release=make_copy("backbone", partnership, (), partnership.latest), size=size)
    sees(page, "titles.boxes.length", 9)
    sees(page, COLLISIONS, [])


def test_sectors_arranged_by_sector_are_all_drawn_and_hold_nobody_else(opens: Opens, found: Found) -> None:
    page = opens(release=found())
    for together in ("", "sectors"):  # on ground of their own, and in bands
        page.select_option("#together", together)
        sees(page, "together.hulls.length", 7)
        sees(page, "together.hulls.every((hull) => hull.tangle === 0)", True)
        inside = "hull.members.every((id) => covers(hull, organizations[id].x, organizations[id].y))"
        sees(page, f"together.hulls.every((hull) => {inside})", True)
        outside = "organizations.every(({ id, x, y }) => hull.members.includes(id) || !covers(hull, x, y))"
        sees(page, f"together.hulls.every((hull) => {outside})", True)


def test_groups_that_run_through_each_other_are_drawn_one_at_a_time(opens: Opens, found: Found) -> None:
    page = opens(release=found())
    page.select_option("#together", "teams")
    expect(page.locator("#group option")).to_have_text(["Early Years (30)", "Graduation (30)", "Reading (30)"])
    expect(page.locator("#group-note")).to_have_text("They run through each other: one is drawn at a time.")
    page.select_option("#group", label="Graduation (30)")
    sees(page, "titles.boxes.map((box) => box.lines.join(' '))", ["Graduation"])
    expect(page.locator("#summary")).to_contain_text("Drawn together: Graduation (30).")
    page.select_option("#together", "")
    expect(page.locator("#group-control")).to_be_hidden()


def test_without_ties_sectors_stand_together_and_bear_their_names(opens: Opens, invents: Invents) -> None:
    partnership = invents(60, 0.1)
    graphs = {}
    for wave, graph in partnership.graphs.items():
        frames = {name: graph[name] for name in ("organizations", "ties", "asked")}
        layers = {name: replace(info, promise="aggregate") for name, info in graph.layers.items()}
        graphs[wave] = PartnerGraph(graph.wave, layers, frames)
    page = opens(release=make_copy("partners", replace(partnership, graphs=graphs), (), "2"))
    until(page, "organizations.every(({ x, y, places }) => x === places.sector[0] && y === places.sector[1])")
    sees(page, "[titles.boxes.length, sectors.length]", [7, 7])
    sees(page, COLLISIONS, [])
    expect(page.locator("#group-note")).to_have_text("")


def test_clusters_are_offered_only_where_the_edition_has_them(opens: Opens, found: Found) -> None:
    expect(opens(release=found()).locator("#together option")).to_have_text(["Nothing", "Clusters", "Teams", "Sectors"])
    expect(opens(release=found("partners")).locator("#together option")).to_have_text(["Nothing", "Sectors"])


def test_organizations_move_to_their_other_places_and_back(opens: Opens, found: Found) -> None:
    page = opens(release=found(), motion="no-preference", at="#arranged=ties")
    places = "Object.fromEntries(organizations.map(({ id }) => [id, [dots.get(id).x, dots.get(id).y]]))"
    by_ties = page.evaluate(places)
    page.select_option("#arranged", "sector")
    until(page, "!arranged.moving && titles.boxes.length === 7")
    given = page.evaluate("Object.fromEntries(organizations.map((one) => [one.id, one.places.sector]))")
    sees(page, places, given)
    page.select_option("#arranged", "ties")
    until(page, "!arranged.moving")
    sees(page, places, by_ties)


def test_nothing_moves_for_those_who_want_it_so(opens: Opens, found: Found) -> None:
    page = opens(release=found(), at="#arranged=ties")
    page.evaluate("change({ arranged: 'sector' })")
    sees(
        page,
        "[arranged.moving, organizations[3].x]",
        [
            0,
            page.evaluate("organizations[3].places.sector[0]"),
        ],
    )


def test_shapes_and_titles_go_into_the_picture_and_onto_paper(opens: Opens, found: Found, tmp_path: Path) -> None:
    page = opens(release=found())
    page.select_option("#arranged", "sector")
    with page.expect_download() as picked:
        page.click("#save-svg")
    picked.value.save_as(tmp_path / "map.svg")
    root = ElementTree.parse(tmp_path / "map.svg").getroot()
    svg = "{http://www.w3.org/2000/svg}"
    assert len([path for path in root.iter(f"{svg}path") if path.get("fill-opacity") == "0.15"]) == 7
    bold = {text.text for text in root.iter(f"{svg}text") if text.get("font-weight") == "bold"}
    assert bold >= {f"Sector {k}" for k in range(1, 8)}
    page.emulate_media(media="print")
    expect(page.locator("#paper path[fill-opacity='0.15']")).to_have_count(7)


def test_a_band_leaves_a_gap_around_whoever_it_passes(opens: Opens, found: Found) -> None:
    """Where a band runs over the symbol of somebody who is no member, no colour of it is around the symbol."""
    page = opens(release=found(), at="#together=teams&group=1")
    sees(page, "together.hulls.map(({ name }) => name)", ["Early Years"])
    members, passed = page.evaluate("[together.hulls[0].members, together.hulls[0].passed]")
    assert passed
    assert not set(members) & set(passed)
    # Eight places between a symbol and the end of its gap, asked of the canvas's own idea of the clip.
    clear = """(id) => { const { around } = together.hulls[0], pen = document.createElement("canvas").getContext("2d");
      return [0, 1, 2, 3, 4, 5, 6, 7].map((k) => k * Math.PI / 4).every((turn) =>
        !pen.isPointInPath(new Path2D(around), organizations[id].x + 1.4 * type.radius * Math.cos(turn),
          organizations[id].y + 1.4 * type.radius * Math.sin(turn), "evenodd")); }"""
    assert all(page.evaluate(clear, one) for one in passed)
    assert not any(page.evaluate(clear, one) for one in members)
    said = "A coloured band joins the members of a group; where it passes others, it leaves a gap around their symbols."
    expect(page.locator("#how")).to_contain_text(said)
    picture = ElementTree.fromstring(page.evaluate("drawPicture().svg"))
    svg = "{http://www.w3.org/2000/svg}"
    (band,) = [path for path in picture.iter(f"{svg}path") if path.get("fill-opacity") == "0.15"]
    (clip,) = picture.iter(f"{svg}clipPath")
    assert band.get("clip-path") == f"url(#{clip.get('id')})"
    assert clip[0].get("d", "").count("a") == 2 * len(passed)
    assert said in " ".join(text.text or "" for text in picture.iter(f"{svg}text"))
    page.select_option("#together", "")
    expect(page.locator("#how")).not_to_contain_text("band")
