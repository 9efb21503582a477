"""What the Python functions give shows itself in a notebook: escaped, without a network, and as a frame."""

from pathlib import Path
from typing import Protocol

import networkx as nx
import pytest

import stakeholder_graph as sg
from stakeholder_graph.graph import Partnership

WREN = Path(__file__).resolve().parents[2] / "surveys" / "wren-county"


class Rich(Protocol):
    def _repr_html_(self) -> str: ...


@pytest.fixture(scope="module")
def wren() -> Partnership:
    return sg.read(WREN)


def shown(value: Rich) -> str:
    html = value._repr_html_()
    assert html.startswith("<table>")
    assert "http" not in html
    assert "src=" not in html
    return html


def test_findings_and_each_of_them(wren: Partnership) -> None:
    findings = sg.measure(wren, ["density", "ei_index"], layers="collaboration", permutations=99, draws=20)
    assert "<td>0.57</td>" in shown(findings)
    assert "<td>ei_index/collaboration/2025</td>" in shown(findings)
    assert "<td>expected by chance</td><td>0.74</td>" in shown(findings["ei_index"])
    low, high = findings["ei_index"].range or (0, 0)
    frame = findings.to_frame()
    assert list(frame.loc["ei_index/collaboration/2025", ["range_low", "range_high"]]) == [low, high]


def test_a_comparison_has_what_holds_first(wren: Partnership) -> None:
    comparison = sg.compare(wren, names=["density", "reciprocity"], permutations=99, draws=20)
    rows = shown(comparison).split("<tr>")[2:]
    assert len(rows) == len(comparison.measures)
    holding = [row.name for row in comparison.measures if row.holds]
    assert [row.split("</td>")[0] for row in rows[: len(holding)]] == [f"<td>{name}" for name in holding]


def test_a_ledger(wren: Partnership) -> None:
    ledger = sg.maturity(wren, permutations=99, draws=20)
    frame = ledger.to_frame()
    assert len(frame) == len(ledger.rows) == shown(ledger).count("<tr>") - 1
    assert (frame["verdict"] == "shown").sum() == ledger.counts["shown"]
    assert repr(ledger) == f"<Ledger of {wren.name}, wave 2025: {ledger.counts['shown']} of {ledger.scored} rows shown>"


def test_introductions(wren: Partnership) -> None:
    proposals = sg.introductions(wren, 3, permutations=99)
    frame = proposals.to_frame()
    assert frame["weight"].sum() == proposals.weights
    assert all(name in shown(proposals) for name in [*frame["a"], *frame["b"]])


def test_what_if(wren: Partnership) -> None:
    supposed = sg.whatif(wren, "Wren Forward", names=["tie_counts", "density"], permutations=99, draws=20)
    assert "<td>tie_counts/collaboration/2025</td><td>363</td><td>323</td><td>−40</td>" in shown(supposed)


def test_indicators(wren: Partnership) -> None:
    progress = sg.indicators(wren, permutations=99, draws=20).table("indicator_progress")
    figures = progress.set_index("indicator").loc["Early prenatal care", ["baseline", "latest", "change"]]
    assert list(figures) == pytest.approx([68.4, 74.0, 5.6])  # as in indicators.csv


def test_names_are_no_markup() -> None:
    partnership = sg.from_networkx(nx.path_graph(["<b>a</b>", "b", "c", "d"]), name="<img>")
    findings = sg.measure(partnership, ["density"])
    values: list[Rich] = [findings, findings[0], sg.introductions(partnership, 2, permutations=99)]
    values.append(sg.whatif(partnership, "b", names=["density"], permutations=99, draws=20))
    for value in values:
        assert "<b>" not in shown(value)
        assert "<img>" not in shown(value)
