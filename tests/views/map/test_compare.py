"""Two organizations side by side."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from stakeholder_graph.editions import Copy
from tests.views.browser import goes_to, sees, until

pytestmark = pytest.mark.browser

Opens = Callable[..., Page]
Found = Callable[..., Copy]


def partners(page: Page, name: str) -> set[str]:
    """Who is tied to an organization, from the page's data alone."""
    found: list[str] = page.evaluate(
        "(name) => { const id = organizations.find((one) => one.name === name).id;"
        "return ties.filter((tie) => tie.wave === state.wave && (tie.from === id || tie.to === id))"
        ".map((tie) => nameOf(tie.from === id ? tie.to : tie.from)); }",
        name,
    )
    return set(found)


def test_two_are_compared_by_keyboard_and_seen_on_the_map(opens: Opens, found: Found) -> None:
    page = opens(release=found())
    page.fill("#find", "wrenfield clinic")
    page.keyboard.press("Enter")
    page.focus("#beside")
    page.select_option("#beside", label="Valley School District")
    one, other = partners(page, "Wrenfield Clinic"), partners(page, "Valley School District")
    pair = {"Wrenfield Clinic", "Valley School District"}
    both = one & other
    expect(page.locator("#details")).to_contain_text(f"Partners of both: {len(both)}")
    shown = page.locator("#details .names").all()
    lists = [set(each.locator(".partner").all_inner_texts()) for each in shown]
    wanted = [each for each in (both, one - other - pair, other - one - pair) if each]
    assert lists == wanted
    assert set(page.evaluate("[...scene.lit].map(nameOf)")) == pair | one | other
    assert set(page.evaluate("[...scene.both].map(nameOf)")) == both
    ends = "touches(tie, scene.chosen) || touches(tie, scene.beside)"
    until(page, f"scene.drawn.filter(scene.litTie).every((tie) => {ends})")
    tied = "Valley School District" in one
    for mine, text in zip(
        (one, other), page.locator("#details .pair p.muted", has_text=" of ").all_inner_texts(), strict=True
    ):
        rest = mine - pair
        assert text == f"{len(rest - both)} of {len(rest)}" + (", apart from each other" if tied else "")
    expect(page.locator("#summary")).to_contain_text("are compared")
    expect(page).to_have_url(re.compile("beside=Valley[+]School[+]District"))
    page.reload()
    expect(page.locator("#details h2")).to_have_text("Side by side")
    page.keyboard.press("Escape")
    expect(page.locator("#details h2")).to_have_text("Wrenfield Clinic")
    page.keyboard.press("Escape")
    expect(page.locator("#details")).to_be_hidden()


@pytest.mark.parametrize("tied", [True, False])
def test_that_the_tie_between_them_is_left_out_is_said(opens: Opens, found: Found, tied: bool) -> None:
    page = opens(release=found())
    page.evaluate(
        "(tied) => { const joined = (a, b) => scene.partners.get(a).some(({ other }) => other === b);"
        "const beside = byName.find((id) => id !== 0 && joined(0, id) === tied); change({ chosen: 0, beside }); }",
        tied,
    )
    texts = page.locator("#details .pair p.muted", has_text=" of ").all_inner_texts()
    works_with = page.evaluate("[scene.chosen, scene.beside].map((id) => scene.partners.get(id).length)")
    assert len(texts) == 2
    for text, count in zip(texts, works_with, strict=True):
        assert text.endswith(f" of {count - 1}, apart from each other" if tied else f" of {count}")


def test_what_both_work_on_and_findings_stand_side_by_side(opens: Opens, found: Found) -> None:
    page = opens(release=found(), at="#organization=Wrenfield+Clinic&beside=Harbor+Flats+Clinic")
    expect(page.locator("#details h3", has_text="Teams of both")).to_have_text("Teams of both: 0")
    teams = [
        set(page.evaluate(f"organizations[scene.{who}].items[1].map((k) => items[k].name)"))
        for who in ("chosen", "beside")
    ]
    assert not teams[0] & teams[1] & {"Early Years", "Reading", "Graduation"}
    expect(page.locator("#details .findings tbody tr")).to_have_count(1)
    values = [float(text) for text in page.locator("#details .findings td").all_inner_texts()]
    assert values == [0.9, 0.167]  # the 55th and the 11th of 60 names
    room = opens(release=found("partners"), at="#organization=Wrenfield+Clinic&beside=Harbor+Flats+Clinic")
    expect(room.locator("#details h2")).to_have_text("Side by side")
    expect(room.locator("#details .findings")).to_have_count(0)


def test_a_comparison_with_nobody_is_none(opens: Opens) -> None:
    page = opens(30, 0.15, at="#organization=Wrenfield+Clinic&beside=Wrenfield+Clinic")
    expect(page.locator("#details h2")).to_have_text("Wrenfield Clinic")
    sees(page, "[state.beside, scene.both.size]", [-1, 0])
    goes_to(page, "#beside=Wrenfield+Clinic")
    expect(page.locator("#details")).to_be_hidden()
