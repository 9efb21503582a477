"""A network of ties and sectors is no community partnership: nothing of residents, nor of what it stands for."""

from collections.abc import Callable, Mapping

import pytest

from stakeholder_graph.editions import Edition, make_copy
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.measures.representation.community_voice import community_voice
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey import Survey
from stakeholder_graph.views.report.report_page import draw_report

Read = Callable[[Mapping[str, str | bytes]], Survey]
NAMES = "ABCDEFGHIJKL"
ORGANIZATIONS = "organization,sector\n" + "".join(f"{name},{'Labs' if name < 'G' else 'Parks'}\n" for name in NAMES)
# Within each sector everybody is tied to everybody; one tie joins the two.
TIES = "from,to\n" + "".join(
    f"{a},{b}\n" for a in NAMES for b in NAMES if a != b and ((a < "G") == (b < "G") or (a, b) == ("A", "G"))
)
PLAIN = {"organizations.csv": ORGANIZATIONS, "ties.csv": TIES}
OUTCOMES = {"affiliations.csv": "organization,kind,item\n" + "".join(f"{name},outcome,Reading\n" for name in NAMES[:8])}


def drawn(partnership: Partnership, edition: Edition) -> str:
    names = ["response", "ei_index", "density", "tie_predictors", "community_voice"]
    findings = assess(partnership, names, settings=MeasureSettings(permutations=99, draws=2))
    return draw_report(make_copy(edition, partnership, findings, partnership.latest))


@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_nothing_is_said_of_residents_and_shared_aims(read: Read, edition: Edition) -> None:
    page = drawn(to_partnership(read(PLAIN)), edition)
    assert "stands for residents" not in page
    assert "people we serve" not in page
    assert "What we stand for together" not in page
    assert "share outcomes, and not only" not in page


def test_a_caption_does_not_stand_without_its_table(read: Read) -> None:
    """The room hears of pairs of sectors in words; where there are none, the caption of the table says nothing."""
    ring = "from,to\n" + "".join(f"{a},{NAMES[(k + by) % 12]}\n" for k, a in enumerate(NAMES) for by in (1, 3))
    partnership = to_partnership(read({**PLAIN, "ties.csv": ring}))
    findings = assess(partnership, ["response", "sector_mixing"], settings=MeasureSettings(permutations=99, draws=2))
    page = draw_report(make_copy("partners", partnership, findings, partnership.latest))
    in_short, appendix = page.split('id="appendix"', 1)
    assert "Lines on the map, by the sectors that they join." in appendix
    assert "Lines on the map, by the sectors that they join." not in in_short


def test_the_desk_s_chapter_is_called_after_what_it_tells(read: Read) -> None:
    assert "What connections go with" in drawn(to_partnership(read(PLAIN)), "backbone")
    assert "What we stand for together" in drawn(to_partnership(read({**PLAIN, **OUTCOMES})), "backbone")


def test_of_a_partnership_with_outcomes_it_is_said_that_residents_are_missing(read: Read) -> None:
    alone, ours = (to_partnership(read(files)) for files in (PLAIN, {**PLAIN, **OUTCOMES}))
    (caveat,) = community_voice(alone.graph(), alone).caveats
    assert caveat.id == "ties_alone"
    assert community_voice(ours.graph(), ours).tables["network"].rows[0]["organizations"] == 0
