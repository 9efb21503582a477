"""A workbook that was written in one language is filled in, and written anew in another."""

import io

import openpyxl

from stakeholder_graph.tabular.filled_in.reworded_xlsx import Words, as_said_now, reworded
from stakeholder_graph.tabular.write_xlsx import workbook
from stakeholder_graph.text import speaking

WORDS = Words({"Llamadas": "Calls", "Estado": "Status", "Notas": "Notes"}, {"Status": {"hecha": "done"}})


def test_only_names_headers_and_choices_are_put_into_other_words() -> None:
    rows = [["Estado", "Notas", "Ours"], ["hecha", "hecha", "Estado"]]
    book = openpyxl.load_workbook(io.BytesIO(reworded(workbook({"Llamadas": rows, "Más": [["Notas"]]}), WORDS)))
    assert book.sheetnames == ["Calls", "Más"]
    assert [*book["Calls"].iter_rows(values_only=True)] == [("Status", "Notes", "Ours"), ("done", "hecha", "Estado")]


def test_what_is_said_so_already_or_is_no_workbook_stays_to_the_byte() -> None:
    now = workbook({"Calls": [["Status"], ["done"]]})
    assert reworded(now, WORDS) is now
    assert reworded(b"no workbook", WORDS) == b"no workbook"


def test_words_of_every_language_become_those_of_now() -> None:
    assert as_said_now(["Notes"]) == {"Notes": "Notes", "Notas": "Notes"}
    with speaking("es"):
        assert as_said_now(["Notes"]) == {"Notes": "Notas", "Notas": "Notas"}
