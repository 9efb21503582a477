"""The two measures of change: what they say of two waves, and of what cannot be compared."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import LayerInfo, SurveyInfo, Wave
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.views.sentences import headline

NAMES = tuple(f"Organization {k:02d}" for k in range(40))


def wave(
    name: str, share: float, silent: Sequence[str] = (), seed: int = 1, names: Sequence[str] = NAMES
) -> PartnerGraph:
    """Ties at random; with the same seed a larger share holds all ties of a smaller one."""
    drawn = np.random.default_rng(seed).random((len(names), len(names)))
    ties = [
        (a, b)
        for i, a in enumerate(names)
        for j, b in enumerate(names)
        if i != j and drawn[i, j] < share and a not in silent
    ]
    frames = {
        "organizations": pd.DataFrame({"organization": names, "sector": [f"s{k % 2}" for k in range(len(names))]}),
        "ties": pd.DataFrame(ties, columns=["from", "to"]).assign(layer="work"),
        "asked": pd.DataFrame({"organization": names, "layer": "work", "answered": [n not in silent for n in names]}),
    }
    return PartnerGraph(Wave(name), {"work": LayerInfo("work")}, frames)


def found(*waves: PartnerGraph, answered_known: bool = True) -> tuple[Partnership, Finding, Finding]:
    info = SurveyInfo("P", answered_known=answered_known)
    partnership = Partnership(info, {graph.wave.name: graph for graph in waves})
    settings = MeasureSettings(permutations=199, draws=0)
    findings = assess(partnership, ["panel_change", "group_change"], settings=settings)
    by_name = {finding.name: finding for finding in findings}
    return partnership, by_name["panel_change"], by_name["group_change"]


def test_fewer_answers_are_no_loss() -> None:
    """The same ties, and ten organizations fewer answered; those who answered name them all as before."""
    _, change, groups = found(wave("1", 0.3), wave("2", 0.3, NAMES[30:]))
    row = change.tables["network"].rows[0]
    assert (row["panel"], row["before"]) == (30, row["after"])
    assert change.value == 0
    assert headline(change).endswith("about the same.")
    assert change.table is not None
    assert {r["change"] for r in change.table.rows if r["pairs"]} <= {"kept", "not known"}
    assert groups.reading is not None
    assert groups.reading.id == "none"


def test_an_apparent_loss_is_called_one() -> None:
    """Those who name most answered the first time only: all that is reported falls, and the panel stays as it was."""
    first = wave("1", 0.2)
    keen = pd.DataFrame([(a, b) for a in NAMES[30:] for b in NAMES if a != b], columns=["from", "to"]).assign(
        layer="work"
    )
    frames = {name: first[name] for name in ("organizations", "asked")}
    ties = first["ties"][["from", "to", "layer"]]
    frames["ties"] = pd.concat([ties[~ties["from"].isin(NAMES[30:])], keen])
    _, change, _ = found(PartnerGraph(Wave("1"), first.layers, frames), wave("2", 0.2, NAMES[30:]))
    assert change.reading is not None
    assert change.reading.id == "same_loss"
    assert "is one of answers, not of connections." in headline(change)


def test_a_change_of_all_is_said_and_its_direction() -> None:
    for shares, id in (((0.1, 0.4), "more"), ((0.4, 0.1), "fewer")):
        _, change, _ = found(*(wave(str(k), share) for k, share in enumerate(shares)))
        assert change.reading is not None
        assert change.reading.id == id


@pytest.mark.parametrize(
    ("waves", "caveat"),
    [
        ((wave("1", 0.2),), "one_wave"),
        ((wave("1", 0.2), wave("2", 0.2, NAMES)), "few"),
        ((wave("1", 0.2), wave("2", 0.2, names=[f"Other {k}" for k in range(40)])), "few"),
    ],
)
def test_nothing_is_said_of_what_cannot_be_compared(waves: tuple[PartnerGraph, ...], caveat: str) -> None:
    _, change, groups = found(*waves)
    assert (change.value, change.reading, change.caveats[0].id) == (None, None, caveat)
    assert (groups.value, groups.reading, groups.caveats[0].id) == (None, None, caveat)


def test_below_twenty_there_is_no_test() -> None:
    _, change, groups = found(wave("1", 0.2, NAMES[19:]), wave("2", 0.6, NAMES[19:]))
    assert change.tables["network"].rows[0]["p"] is None
    assert headline(change) == "Too few answered both times (19) to say whether anything changed."
    assert groups.value is None


def test_where_nothing_says_who_answered_it_is_not_told() -> None:
    """All-zero rows of a wave may be silence: they are left out, and nobody beyond the desk hears a verdict."""
    silent = NAMES[30:]
    plain = wave("2", 0.3, silent)
    frames = {name: plain[name] for name in ("organizations", "ties")}
    partnership, change, groups = found(
        wave("1", 0.3), PartnerGraph(Wave("2"), plain.layers, frames), answered_known=False
    )
    assert change.tables["network"].rows[0]["panel"] == 30
    assert headline(change).startswith("Nothing says who answered, so it cannot be told whether anything changed:")
    assert change.table is None
    assert groups.reading is None
    assert make_copy("partners", partnership, [change, groups], "2").with_role("change") is None


def test_the_room_hears_a_word_and_no_number() -> None:
    partnership, change, groups = found(wave("1", 0.3), wave("2", 0.3, NAMES[30:]))
    told = make_copy("partners", partnership, [change, groups], "2").with_role("change")
    assert told is not None
    assert told.in_words
    assert (told.value, told.table, dict(told.tables)) == (None, None, {})
    assert make_copy("partners", partnership, [change, groups], "2").with_role("group change") is None
