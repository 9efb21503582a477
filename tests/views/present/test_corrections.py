"""What is noted in the room can be copied over into the files."""

import io
from pathlib import Path

import openpyxl

from stakeholder_graph.editions import make_copy
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.model.finding import Finding, Scope
from stakeholder_graph.model.table import Disclosure, Row
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.views.present.corrections import draw_corrections
from stakeholder_graph.views.present.screens import deck
from tests.tables import table_of


def test_corrections_can_be_copied_over(tmp_path: Path) -> None:
    """A tie and another spelling, noted in the room, are there when the files are read again."""
    files = {
        "organizations": ["organization,sector", "Ada,x", "Ben,x", "Cem,y"],
        "ties": ["from,to,layer,value", "Ada,Ben,collaboration,1"],
        "names": ["written,organization", "Adda,Ada"],
    }

    def pairs() -> set[tuple[str, str]]:
        for name, rows in files.items():
            (tmp_path / f"{name}.csv").write_text("\n".join(rows) + "\n", "utf-8")
        ties = to_partnership(read_partnership(tmp_path)).graph()["ties"]
        return set(ties[["from", "to"]].itertuples(index=False, name=None))

    assert pairs() == {("Ada", "Ben")}
    partnership = to_partnership(read_partnership(tmp_path))
    data = draw_corrections(deck(make_copy("partners", partnership, [], partnership.latest)))
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert [row[0].value for row in book["organizations"].iter_rows(min_row=2)] == ["Ada", "Ben", "Cem"]
    noted = {"names": ["Benn", "Ben", "Ada"], "ties": ["Cem", "Benn", "collaboration", "1", "is missing", "Cem"]}
    for sheet, row in noted.items():
        heads = [str(cell.value) for cell in book[sheet][1]]
        copied = len(files[sheet][0].split(","))
        assert heads[:copied] == files[sheet][0].split(",")
        assert len(heads) == len(row)
        files[sheet].append(",".join(row[:copied]))
    assert pairs() == {("Ada", "Ben"), ("Cem", "Ben")}


def test_corrections_say_which_wave_they_belong_to(tmp_path: Path) -> None:
    """Two waves and a scale with names: what is chosen from the lists is read as it was meant."""
    files = {
        "organizations": ["organization,sector", "Ada,x", "Ben,x", "Cem,y"],
        "scales": ["scale,value,name,tie", "help,0,Never,no", "help,1,=Monthly,yes", "help,2,Weekly,yes"],
        "ties": ["from,to,layer,value,wave", "Ada,Ben,help,1,2024", "Ada,Ben,help,2,2025"],
        "affiliations": ["organization,kind,item,wave", "Ada,outcome,Reading,2024", "Ada,outcome,Reading,2025"],
        "items": ["kind,item", "outcome,Reading", "team,Told in confidence"],
    }

    def read() -> Partnership:
        for name, rows in files.items():
            (tmp_path / f"{name}.csv").write_text("\n".join(rows) + "\n", "utf-8")
        return to_partnership(read_partnership(tmp_path))

    rows: tuple[Row, ...] = ({"outcome": "Reading", "organizations": 1},)
    found = Finding(
        "outcome_coverage", Scope(("2025",)), 0, "outcomes", (0, None), table=table_of(rows, Disclosure.NETWORK)
    )
    data = draw_corrections(deck(make_copy("partners", read(), [found], "2025")))
    book = openpyxl.load_workbook(io.BytesIO(data))
    lists = {cells[0].value: [cell.value for cell in cells[1:] if cell.value] for cells in book["Lists"].columns}
    assert lists["value"] == ["Never", "=Monthly", "Weekly"]
    assert lists["wave"] == ["2024", "2025"]
    # Everybody knows what was asked about, whoever works on it.
    assert lists["item"] == ["Reading", "Told in confidence"]
    assert {"outcome", "team"} <= set(lists["kind"])
    assert all(cell.data_type == "s" for sheet in book for row in sheet.iter_rows() for cell in row if cell.value)
    words = [str(row[0].value) for row in book["This is wrong"].iter_rows()]
    assert any("Never (0); =Monthly (1); Weekly (2)" in text for text in words)
    assert not [text for text in words if "csv" in text]
    chosen = {"from": "Cem", "to": "Ben", "organization": "Cem", "layer": "help", "value": "=Monthly"}
    chosen |= {"kind": "outcome", "item": "Reading"}
    for sheet in ("ties", "affiliations"):
        heads = [str(cell.value) for cell in book[sheet][1]]
        first = [str(cell.value or "") for cell in book[sheet][2]]
        assert first[heads.index("wave")] == "2025"
        assert heads[: len(files[sheet][0].split(","))] == files[sheet][0].split(",")
        allowed = {str(choice.sqref)[0] for choice in book[sheet].data_validations.dataValidation}
        assert len(allowed) == len(files[sheet][0].split(",")) + 1
        files[sheet].append(
            ",".join(chosen.get(head, cell) for head, cell in zip(heads, first, strict=True) if head in files[sheet][0])
        )
    graph = read().graph("2025")
    ties = graph["ties"]
    assert ("Cem", "Ben", 1.0) in set(ties[["from", "to", "value"]].itertuples(index=False, name=None))
    assert set(graph["affiliations"]["organization"]) == {"Ada", "Cem"}
