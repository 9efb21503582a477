"""Colours of sectors are seen and told apart, and are those of sectors that there are."""

from collections.abc import Mapping

import pytest

from stakeholder_graph.model.colours import SEEN_ON_WHITE, TOLD_APART, contrast_with_white, darkened, difference
from stakeholder_graph.model.problems import Inspection, SurveyError
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.settings.own.colours import sector_colours
from stakeholder_graph.survey.settings.own.spelled import listed_colours
from stakeholder_graph.survey.settings.read_toml import checked_settings
from stakeholder_graph.views.style import COLOURS, OTHER_COLOUR, Look, sector_looks

SECTORS = Names(["Health", "Schools", "Faith"], {("", "salud"): "health"})


def read(**colours: str) -> tuple[dict[str, str], Inspection]:
    """The colours by sector, and what there is to say about them."""
    inspection = Inspection()
    rows = checked_settings({"colours": colours}, "partnership.toml", inspection).colours
    return dict(sector_colours(rows, SECTORS, "partnership.toml", inspection)), inspection


def refused(**colours: str) -> str:
    with pytest.raises(SurveyError) as caught:
        read(**colours)
    (problem,) = caught.value.problems
    return str(problem)


def test_contrast_is_that_of_the_guidelines() -> None:
    # The greys that WCAG's own tools name as the first to reach 4.5 and 3 on white; blue from its relative luminance.
    assert contrast_with_white("#767676") == pytest.approx(4.54, abs=0.005)
    assert contrast_with_white("#949494") == pytest.approx(3.03, abs=0.005)
    assert contrast_with_white("#0000ff") == pytest.approx(1.05 / (0.0722 + 0.05))


def test_difference_is_measured_in_oklab() -> None:
    # CSS Color 4 gives red as oklab(62.796% 0.22486 0.12585); white is oklab(100% 0 0).
    away = ((1 - 0.62796) ** 2 + 0.22486**2 + 0.12585**2) ** 0.5
    assert difference("#ff0000", "#ffffff") == pytest.approx(away, abs=1e-4)
    assert difference("#123456", "#123456") == 0


def test_our_own_colours_pass_what_is_asked_of_others() -> None:
    assert min(map(contrast_with_white, COLOURS)) >= SEEN_ON_WHITE
    pairs = [(first, second) for first in COLOURS for second in COLOURS if first < second]
    assert min(difference(*pair) for pair in pairs) > TOLD_APART


def test_a_sector_is_found_in_any_case_and_language() -> None:
    assert read(HEALTH="#0072B2", schools="#0a0")[0] == {"Health": "#0072b2", "Schools": "#00aa00"}
    assert read(Salud="#0072b2")[0] == {"Health": "#0072b2"}


@pytest.mark.parametrize("written", ["red", "0072b2", "#0072b", "#0072bg", "#0072b2ff", "rgb(0,0,0)", "=1+1", ""])
def test_only_digits_are_a_colour(written: str) -> None:
    said = refused(Health=written)
    assert said.startswith("partnership.toml, colours, Health: A colour is written as #")
    assert said.endswith("Write #rrggbb: two digits each for red, green and blue, such as #cc0000 for red.")


def test_a_sector_that_is_not_there_is_an_error_that_names_the_nearest() -> None:
    assert [str(problem) for problem in read(Scools="#0072b2", Zoo="#d55e00")[1].problems] == [
        "partnership.toml, colours: There is no sector “Scools”. Did you mean “Schools”?",
        "partnership.toml, colours: There is no sector “Zoo”. "
        "Write one of the survey’s: “Health”, “Schools” or “Faith”.",
    ]


def test_a_colour_that_nobody_sees_is_refused_with_one_that_is_seen() -> None:
    _colours, inspection = read(Health="#ffff66", Faith="#ffffff")
    assert [problem.what for problem in inspection.problems] == [
        "#ffff66, of “Health”, can hardly be seen on white.",
        "#ffffff, of “Faith”, can hardly be seen on white.",
    ]
    assert inspection.problems[1].todo == "Write a darker colour, such as #e5e5e5."
    assert contrast_with_white(darkened("#ffff66")) >= SEEN_ON_WHITE


def test_two_sectors_that_look_alike_are_reported() -> None:
    for near in ("#0072b2", "#0a78b5"):
        colours, inspection = read(Health="#0072b2", Faith=near)
        assert len(colours) == 2
        assert not inspection.problems
        assert inspection.advice[0].what == "The colours of “Health” and “Faith” can hardly be told apart."


def test_a_sector_has_one_colour() -> None:
    assert "Two rows give a colour to the same sector." in refused(Health="#0072b2", HEALTH="#d55e00")


def test_a_table_of_them_is_a_row_each() -> None:
    assert listed_colours([{"sector": "Health"}]) == [{"sector": "Health"}]


def test_own_colours_leave_the_others_colours_that_differ() -> None:
    sizes = {"a": 3, "b": 2, "c": 1}
    looks = sector_looks(sizes, {"b": COLOURS[0].casefold()})
    assert [looks[sector].colour for sector in sizes] == [COLOURS[1], COLOURS[0].casefold(), COLOURS[2]]
    assert shapes(looks) == shapes(sector_looks(sizes))


def test_a_small_sector_with_a_colour_of_its_own_is_not_grey() -> None:
    sizes = {f"s{k}": 20 - k for k in range(10)}
    assert sector_looks(sizes)["s9"].colour == OTHER_COLOUR
    looks = sector_looks(sizes, {"s9": "#7b1fa2"})
    assert looks["s9"].colour == "#7b1fa2"
    assert [name for name, look in looks.items() if look.colour == OTHER_COLOUR] == ["s8"]
    assert shapes(looks) == shapes(sector_looks(sizes))


def shapes(looks: Mapping[str, Look]) -> dict[str, str]:
    return {sector: look.shape for sector, look in looks.items()}


def recoloured(sizes: Mapping[str, int], own: Mapping[str, str]) -> set[str]:
    """The sectors without a chosen colour whose look is another than without the setting."""
    before, after = sector_looks(sizes), sector_looks(sizes, own)
    assert shapes(before) == shapes(after)
    return {sector for sector in sizes if sector not in own and before[sector] != after[sector]}


def test_sectors_without_a_chosen_colour_keep_theirs() -> None:
    sizes = dict.fromkeys(("Faith", "Health", "Houses", "Parks", "Schools"), 5) | {"Not stated": 2}
    far = {"Health": "#7b1fa2", "Schools": "#8b0000"}
    assert recoloured(sizes, far) == set()
    # Of twelve the four smallest share a grey, and do so still where two of the others chose.
    many = {f"s{k:02}": 20 - k for k in range(12)}
    assert recoloured(many, {"s03": "#7b1fa2", "s11": "#8b0000"}) == set()


@pytest.mark.parametrize("near", [COLOURS[2], "#0a78b5"])
def test_only_a_colour_that_looks_like_a_chosen_one_gives_way(near: str) -> None:
    sizes = {f"s{k}": 20 - k for k in range(8)}
    taken = next(k for k, ours in enumerate(COLOURS) if difference(ours, near) < TOLD_APART)
    own = {"s5": near}
    assert recoloured(sizes, own) == {f"s{taken}"}
    # All eight are dealt out: the one that is left is the one that the chosen colour stands in for.
    assert sector_looks(sizes, own)[f"s{taken}"].colour == COLOURS[5]


def test_looks_are_dealt_out_in_the_order_that_is_given() -> None:
    sizes = {f"s{k:02}": 5 for k in range(10)}
    called = {sector: f"z{9 - k}" for k, sector in enumerate(sizes)}
    looks, abroad = sector_looks(sizes), sector_looks(dict.fromkeys(called.values(), 5), order=tuple(called.values()))
    assert {called[sector]: look for sector, look in looks.items()} == abroad
    assert list(abroad) == sorted(abroad)
