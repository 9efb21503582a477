"""Why a copy draws no lines, or none of an earlier wave, is said on each of its pages."""

from stakeholder_graph.editions import Copy, Release, copy_of
from stakeholder_graph.editions.release import Line, Member, WaveRelease, Word
from stakeholder_graph.model.survey import LayerInfo
from stakeholder_graph.views.map.map_page import draw_map
from stakeholder_graph.views.present.screens import deck
from stakeholder_graph.views.report import draw_first_page, draw_report
from stakeholder_graph.views.undrawn_lines import earlier_left_out, instead_of_findings, why_no_lines

NAMES = ("A", "B", "C", "D")
MEMBERS = tuple(Member(name, "Health" if name < "C" else "Schools") for name in NAMES)
LINES = (Line("contact", "A", "B"), Line("contact", "B", "C"))
WITHHELD = "Lines are not drawn in this copy, since they could show who has not answered."
NOT_PROMISED = "Connections are not shown here, since those who answered were not told that they would be."
EARLIER = "The lines of 2024 are not drawn in this copy, since they could show who had not answered then."


def release(*waves: WaveRelease, layers: tuple[LayerInfo, ...] = (LayerInfo("contact"),), **also: object) -> Release:
    return Release("partners", "Ours", waves[-1].name, MEMBERS, waves, layers, **also)  # type: ignore[arg-type]


def wave(name: str, answered: int | None = 3, lines: tuple[Line, ...] | None = LINES) -> WaveRelease:
    return WaveRelease(name, roster=NAMES, listed=4, answered=answered, lines=lines)


def lines_of(copy: Copy) -> str:
    return " ".join(line for screen in deck(copy).screens for line in screen.lines)


def test_lines_that_are_withheld_and_lines_that_were_not_promised_are_told_apart() -> None:
    for ours, said in (
        (release(wave("1")), ""),
        (release(wave("1", lines=None)), WITHHELD),
        (release(wave("1", lines=()), layers=()), NOT_PROMISED),
    ):
        copy = copy_of(ours)
        assert why_no_lines(copy) == said
        pages = (
            draw_report(copy),
            draw_map(copy),
            " ".join(line for screen in deck(copy).screens for line in screen.lines),
        )
        for page in pages:
            assert [text for text in (WITHHELD, NOT_PROMISED) if text in page] == [said] * bool(said)
        assert ("counted on the lines of its map" in pages[0]) is (not said)


def test_an_earlier_wave_that_is_left_out_is_named() -> None:
    both, later = copy_of(release(wave("2024"), wave("2025"))), copy_of(release(wave("2024", lines=None), wave("2025")))
    assert earlier_left_out(both) == ""
    assert earlier_left_out(later) == EARLIER
    for page in (draw_report, draw_map):
        assert EARLIER in page(later)
        assert EARLIER not in page(both)
    # Where nothing is drawn, one sentence says so.
    assert earlier_left_out(copy_of(release(wave("2024"), wave("2025", lines=None)))) == ""


def test_where_few_answered_nobody_is_counted() -> None:
    copy = copy_of(release(wave("1", answered=None, lines=None)))
    for page in (draw_report(copy), lines_of(copy)):
        assert "Hardly any of the 4 organizations have answered so far." in page
        assert "takes for granted" not in page


def test_a_verdict_in_words_has_no_number_and_is_no_test() -> None:
    ours = release(wave("1", lines=None), words=(Word("named_by_both", "contact"),))
    html = draw_report(copy_of(ours))
    assert "Most connections are seen from both sides" in html
    assert "What all answers together show is said in words, without a number." in html
    assert "a verdict in words" in html
    assert "Its numbers stay with the backbone" in html
    # It was counted, and not compared with chance.
    assert "Luck would rarely do this" not in html
    assert "What all answers together show (contact)." in html


def test_a_page_without_findings_and_map_says_so_and_what_would_change_it() -> None:
    nothing = "Findings and the map rest on connections, so neither is shown."
    for ours, also in (
        (release(wave("1", lines=None)), "They can be once more organizations have answered."),
        (release(wave("1", lines=()), layers=()), "it says so in the survey settings"),
    ):
        copy = copy_of(ours)
        assert also in instead_of_findings(copy)
        for page in (draw_first_page(copy), draw_report(copy, "map.html")):
            assert nothing in page
            assert also in page
        assert "See who takes part" in page
        assert "Open the map" not in page
        shown, folded = draw_map(copy).split('<details id="how">')
        assert why_no_lines(copy) in shown
        assert why_no_lines(copy) not in folded
    drawn = copy_of(release(wave("1")))
    assert nothing not in draw_first_page(drawn)
    assert "Open the map" in draw_report(drawn, "map.html")


def test_a_map_that_nobody_was_asked_for_speaks_of_no_answers() -> None:
    said = instead_of_findings(copy_of(release(wave("1", lines=()), layers=(), surveyed=False)))
    assert said == "There are no findings to show on this page."
