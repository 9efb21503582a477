"""The page of communities side by side: what it says, what it does not, and that all can use it."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from stakeholder_graph.communities.community_wave import CommunityWave, Comparable
from stakeholder_graph.communities.fingerprint import Fingerprint, SaidWord
from stakeholder_graph.communities.side_by_side import SideBySide, side_by_side
from stakeholder_graph.communities.small_drawing import SmallDrawing
from stakeholder_graph.communities.standing import NEARLY_ALL
from stakeholder_graph.text import speaking
from stakeholder_graph.views.across import across_text, draw_across
from stakeholder_graph.views.across.across_words import words_of_fingerprint

Axe = Callable[[Page], list[str]]


def town(k: int, share: float, name: str = "") -> CommunityWave:
    compared = (
        Comparable("answered", (), 0.8, denominator=60),
        Comparable("across_sectors", (), share, 0.8, 0.02, 0.81, 0.02, 100),
        Comparable("two_sectors", ("Health", "Schools"), 0.1 + share / 5, 0.2, 0.03, 0.2, 0.03, 90),
    )
    return CommunityWave(
        name or f"Town {k:02d}", "2025", "collaboration", True, 50 + k, 48, True, 0.2, 9.5, 0.0, 1,
        ("Health", "Schools"), compared, own_outcomes=("Our own",),
    )  # fmt: skip


def together(name: str = "", said: str = "") -> SideBySide:
    """Twelve of which the last works across sectors more, and one that shares a fingerprint."""
    waves = [*(town(k, 0.7 + 0.01 * (k % 3)) for k in range(11)), town(11, 0.95, name)]
    words = (SaidWord("sectors_apart", ("Health", "Schools")),)
    return side_by_side(waves, {said or "North": Fingerprint("20-49", 2025, None, ("Schools",), 0.18, words=words)})


def test_it_stays_on_the_desk_and_says_first_from_whom_to_learn() -> None:
    page = draw_across(together())
    assert "Backbone only: do not share" in page
    assert page.index("how to work across sectors, ask Town 11 (95%; by chance 80%).") < page.index(
        "What is usual for each size"
    )


def test_only_who_stands_out_has_a_name_in_a_funnel() -> None:
    page = draw_across(together())
    funnels = page.split("What is usual for each size")[1].split("Each community")[0]
    assert set(re.findall(r"Town \d\d", funnels)) == {"Town 11"}


def test_the_funnel_of_density_names_nobody() -> None:
    page = draw_across(together())
    drawn = page.split("How many pairs are connected, by size")[1].split("Each community")[0]
    assert "95 of 100 communities of this size" in drawn
    assert not re.findall(r"Town \d\d", drawn)


def test_communities_stand_in_the_order_of_their_names() -> None:
    table = draw_across(together()).split("The same as a table")[1]
    rows = re.findall(r'<th scope="row">(.*?)</th>', table.split("</table>")[0])
    assert rows == [*(f"Town {k:02d}" for k in range(12)), "North"]


def test_what_a_fingerprint_lacks_is_not_shared() -> None:
    page = draw_across(together())
    row = page.split('<tr class="nameless">')[1].split("</tr>")[0]
    assert re.findall(r">([^<>]+)</t[dh]>", row) == ["North", "2025", "20-49"] + ["not shared"] * 9
    assert "Health and Schools have fewer connections with each other than usual." in page


def test_what_is_said_of_those_not_named_is_true_of_one_far_below() -> None:
    waves = [*(town(k, 0.7 + 0.01 * (k % 3)) for k in range(11)), town(11, 0.3)]
    below = side_by_side(waves)
    (standing,) = (standing for standing in below.standings if standing.aspect == "across_sectors")
    off = {position.community: position.off for position in standing.positions}["Town 11"]
    assert off is not None
    assert off < -NEARLY_ALL
    said = across_text(below)
    assert (
        "lies within what is usual, or below it, or too little is known of it. Who lies below is never named." in said
    )
    assert "does no worse" not in said


@pytest.mark.parametrize(
    ("density", "within", "said"),
    [
        (None, None, []),
        (0.18, None, ["18% of all pairs on its list have a line."]),
        (0.0, 0.15, [
            "0% of all pairs on its list have a line.",
            "Lines within sectors: 15 percentage points more than by chance, to the nearest 5.",
        ]),
        (None, -0.05, ["Lines within sectors: 5 percentage points less than by chance, to the nearest 5."]),
        (None, 0.0, ["Lines within sectors: as many as by chance, to the nearest 5 percentage points."]),
    ],
)  # fmt: skip
def test_numbers_of_a_fingerprint_stand_in_sentences_of_their_own(
    density: float | None, within: float | None, said: list[str]
) -> None:
    shared = Fingerprint("20-49", 2025, None, ("Schools",), density, within)
    both = side_by_side([town(0, 0.7)], {"North": shared})
    page, text = draw_across(both), across_text(both)
    assert words_of_fingerprint(shared) == said
    assert all(sentence in page and sentence in text for sentence in said)
    rows = [(row["aspect"], row.get("value")) for row in both.rows if row["community"] == "North"]
    known = [("density_of_list", density), ("within_less_usual", within)]
    assert rows == [("organizations", None), *(fact for fact in known if fact[1] is not None)]
    assert [row["band"] for row in both.rows if "band" in row] == ["20-49"]


def test_no_fingerprint_is_in_the_funnel_of_density() -> None:
    drawn = together().density_funnel
    assert drawn is not None
    assert [position.community for position in drawn.positions] == [f"Town {k:02d}" for k in range(12)]


def test_it_speaks_spanish() -> None:
    with speaking("es"):
        page, text = draw_across(together()), across_text(together())
    assert "Salud" in page
    for english in ("ask Town", "not shared", "by chance", "Usual for its size", "What is usual"):
        assert english not in page
        assert english not in text


def test_names_are_escaped() -> None:
    page = draw_across(together("<script>alert(1)</script>", "<b>North"))
    assert "<script>alert" not in page
    assert "<b>North" not in page


def test_each_community_has_a_card_with_its_network_and_all_share_one_key() -> None:
    drawing = SmallDrawing(((0, 0), (9, 9), (40, 5)), across=((0, 1), (0, 2)), others=((1, 2),))
    waves = [*(replace(town(k, 0.7 + 0.01 * (k % 3)), drawing=drawing) for k in range(11)), town(11, 0.95)]
    page = draw_across(side_by_side(waves, {"North": Fingerprint("20-49", 2025)}))
    section = page.split("<h2>Each community</h2>")[1].split("</section>")[0]
    key, *cards = section.split('<div class="chart panel card">')
    assert re.findall(r"<h3>(.*?)</h3>", section) == [*(f"Town {k:02d}" for k in range(12)), "North"]
    # Once for each width, and in none of the charts.
    for word in ("as it is", "one to learn from", "by chance", "a connection between two sectors"):
        assert (key.count(f">{word}<"), sum(card.count(f">{word}<") for card in cards)) == (2, 0)
    for card in cards[:11]:
        assert 'aria-label="Organizations that answered: 3. Connections among them: 3."' in card
        assert [path.count("M") for path in re.findall(r' d="(.*?)"', card.split("</svg>")[0])] == [1, 2, 3]
    assert "too many organizations or connections for a small drawing" in cards[11]
    assert "It shares a fingerprint, which holds no network." in cards[12]
    assert "<svg" not in cards[12]


def test_of_few_communities_it_is_said_how_they_stand_to_their_own_chance() -> None:
    few = side_by_side([town(0, 0.95), town(1, 0.6), town(2, 0.81)])
    page, text = draw_across(few), across_text(few)
    for sentence in (
        "Connections across sectors: clearly more than chance gives in Town 00 (95%; by chance 80%).",
        "Connections across sectors: clearly less than chance gives in 1 of 3 communities.",
    ):
        assert sentence in page
        assert sentence in text
    # Of twelve a funnel says more.
    assert "clearly more than chance gives" not in draw_across(together())


def test_of_fingerprints_alone_nothing_empty_is_shown() -> None:
    alone = side_by_side([], {name: Fingerprint("20-49", 2025) for name in ("East", "North")})
    page, text = draw_across(alone), across_text(alone)
    for absent in ("as it is", "all to one scale", "not shared", "0 communities", "Chance: for sectors", "by chance"):
        assert absent not in page
        assert absent not in text
    assert re.findall(r'<th scope="col".*?>(.*?)</th>', page) == ["Community", "Survey", "Organizations"]
    assert "All of them share a fingerprint alone: nothing is compared" in page


def test_a_community_without_ties_is_said_to_have_none() -> None:
    points = SmallDrawing(((0, 0), (9, 0), (40, 0)))
    without = replace(town(0, 0.7), drawing=points, mean_degree=0.0)
    page = draw_across(side_by_side([without, town(1, 0.7)]))
    card = page.split('<div class="chart panel card">')[1]
    assert "No connections among the organizations that answered." in card
    assert "small-map" not in card
    assert "any other connection" not in page


@pytest.mark.browser
def test_no_rule_is_broken_and_nothing_is_asked_for(tmp_path: Path, chromium: Browser, axe: Axe) -> None:
    path = tmp_path / "page.html"
    path.write_text(draw_across(together("A town whose name is long enough to need two lines")), encoding="utf-8")
    page, trouble = chromium.new_page(reduced_motion="reduce"), list[str]()
    page.on("console", lambda message: trouble.append(message.text))
    page.on("request", lambda asked: None if asked.url == path.as_uri() else trouble.append(asked.url))
    for width, dark in ((1440, False), (390, True)):
        page.emulate_media(color_scheme="dark" if dark else "light")
        page.set_viewport_size({"width": width, "height": 900})
        page.goto(path.as_uri())
        page.evaluate("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
        trouble += axe(page)
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()
    assert trouble == []
