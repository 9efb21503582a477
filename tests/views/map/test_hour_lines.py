"""Hours on the map: on the backbone's, and on nobody else's."""

from pathlib import Path

import stakeholder_graph as sg
from stakeholder_graph.editions import Edition, make_copy
from stakeholder_graph.graph import Partnership
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.views.map.hour_lines import hour_lines
from stakeholder_graph.views.map.map_page import draw_map

NAMES = [f"Org {number}" for number in range(8)]
SETTINGS = 'name = "Ours"\n[layers.work]\npromise = "named with strength"\n'


def partnership(folder: Path, hours: bool) -> Partnership:
    folder.mkdir()

    def column(cell: str) -> str:
        return f",{cell}" if hours else ""

    people = [f"organization,sector{column('hours')}"]
    people += [f"{name},{'xy'[k % 2]}{column('37' if k == 0 else '')}" for k, name in enumerate(NAMES)]
    scale = [f"scale,value,name{column('hours')}", f"work,1,light{column('1.5')}", f"work,2,close{column('9')}"]
    ties = ["from,to,layer,value"] + [f"{a},{b},work,2" for a in NAMES[:4] for b in NAMES if a != b]
    files = {"organizations.csv": people, "scales.csv": scale, "ties.csv": ties, "partnership.toml": [SETTINGS]}
    for name, lines in files.items():
        (folder / name).write_text("\n".join(lines) + "\n", encoding="utf-8")
    return sg.read(folder)


def drawn(ours: Partnership, edition: Edition) -> str:
    return draw_map(make_copy(edition, ours, assess(ours, ["response"]), ours.latest))


def test_only_the_backbone_sees_hours(tmp_path: Path) -> None:
    with_hours, without = partnership(tmp_path / "a", hours=True), partnership(tmp_path / "b", hours=False)
    assert "Hours a month it can give" in drawn(with_hours, "backbone")
    assert "Hours a month" not in drawn(without, "backbone")
    others: tuple[Edition, ...] = ("partners", "community")
    for edition in others:
        assert drawn(with_hours, edition) == drawn(without, edition)


def test_what_is_given_and_what_can_be_given(tmp_path: Path) -> None:
    ours = partnership(tmp_path / "a", hours=True)
    lines = hour_lines(make_copy("backbone", ours, [], ours.latest))
    assert lines["Org 0"] == [["Hours a month it gives now", "63"], ["Hours a month it can give", "37"]]
    assert lines["Org 5"] == [["Hours a month it gives now", "0"]]  # it answered as all do here, and named nobody
    assert hour_lines(make_copy("partners", ours, [], ours.latest)) == {}
