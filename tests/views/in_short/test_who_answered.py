"""Who has not answered is for the desk alone; a finding on a sector says when hardly anyone of it answered."""

from dataclasses import replace

import pandas as pd
import pytest

from stakeholder_graph.editions import Copy, make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Finding, Message, Scope
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from stakeholder_graph.views.in_short.who_answered import rests_on_few, silent
from stakeholder_graph.views.map.story_steps import story_steps
from stakeholder_graph.views.own.looks import looks_of
from stakeholder_graph.views.report.brief.page_one import brief
from stakeholder_graph.views.report.sections import sections
from stakeholder_graph.views.style import PAPER
from tests.tables import table_of


def copy_of(answered: int, edition: str = "backbone", *, known: bool = True) -> Copy:
    """Of 12 organizations of sector x so many answered, and all 12 of sector y."""
    names = [f"{sector}{k:02}" for sector in "xy" for k in range(12)]
    says = [k < answered for k in range(12)] + [True] * 12
    ties = [(name, names[(k + 1) % 24]) for k, name in enumerate(names) if says[k]]
    frames = {
        "organizations": pd.DataFrame({"organization": names, "sector": [name[0] for name in names]}),
        "ties": pd.DataFrame(ties, columns=["from", "to"]).assign(layer="contact", value=1.0),
        "asked": pd.DataFrame({"layer": "contact", "organization": names, "answered": says}),
    }
    graph = PartnerGraph(Wave("1"), {"contact": LayerInfo("contact")}, frames)
    partnership = Partnership(SurveyInfo("Ours", answered_known=known), {"1": graph})
    return make_copy(edition, partnership, [], "1")  # type: ignore[arg-type]


SCOPE = Scope(("1",), ("contact",), ties="reported")
FROM_X = Finding("sector_mixing", SCOPE, 1, "", (0, None), reading=Message("holes", {"one": "x", "other": "y"}))


@pytest.mark.parametrize(
    ("answered", "said"),
    [
        (4, "4 of the 12 organizations of x have answered."),
        (1, "1 of the 12 organizations of x has answered."),
        (0, "0 of the 12 organizations of x have answered."),
        (6, ""),
        (12, ""),
    ],
)
def test_it_says_so_where_less_than_half_of_the_sector_that_mentions_answered(answered: int, said: str) -> None:
    assert rests_on_few(copy_of(answered), FROM_X) == said


def test_nothing_is_said_of_lines_of_the_sector_mentioned_or_where_answers_are_not_known() -> None:
    few = copy_of(4)
    assert rests_on_few(few, replace(FROM_X, reading=Message("holes", {"one": "y", "other": "x"}))) == ""
    assert rests_on_few(few, replace(FROM_X, scope=replace(SCOPE, ties="either"))) == ""
    assert rests_on_few(copy_of(4, known=False), FROM_X) == ""
    assert rests_on_few(few, replace(FROM_X, reading=None)) == ""


def test_the_small_map_of_the_desk_is_hollow_where_nobody_answered_and_the_room_s_never() -> None:
    desk, room = copy_of(4), copy_of(4, "partners")
    assert silent(desk, desk.partnership.graph("1")) == {f"x{k:02}" for k in range(4, 12)}
    drawn = brief(desk, ())
    assert drawn.hollow
    assert drawn.map is not None
    assert drawn.map.count(f'fill="{PAPER}"') == 8
    assert silent(room, room.partnership.graph("1")) == frozenset()
    shown = brief(room, ())
    assert not shown.hollow
    assert PAPER not in (shown.map or "")
    everyone = brief(copy_of(12), ())
    assert not everyone.hollow
    assert PAPER not in (everyone.map or "")


def test_the_appendix_and_the_story_on_the_map_say_it_too() -> None:
    """Wherever the sentence stands it stands with how few of the sector answered; in the room nobody learns that."""
    rows = [
        {
            "from_sector": "x",
            "to_sector": "y",
            "observed": 1,
            "p": 0.001,
            "p_adjusted": 0.001,
            "p_rewired_adjusted": 0.001,
        }
    ]
    fields = {"one": "x", "other": "y", "observed": 1, "expected": 9, "drawn": 1, "count": 4}
    told = replace(FROM_X, table=table_of(rows), reading=Message("holes", fields, "concern"))  # type: ignore[arg-type]
    few, many = (replace(copy_of(answered), findings=(told,)) for answered in (4, 8))
    said = "4 of the 12 organizations of x have answered."
    ((block,),) = (section.blocks for section in sections(few, looks_of(few.partnership)))
    assert block.headline.endswith(said)
    ((block,),) = (section.blocks for section in sections(many, looks_of(many.partnership)))
    assert "have answered" not in block.headline
    (step,) = story_steps(few, ())
    assert step.further.endswith(said)
    assert "have answered" not in story_steps(many, ())[0].further
