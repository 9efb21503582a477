"""What the parser of XML tells of a part is what the parser of pages would tell; what stands in it is found."""

from html.parser import HTMLParser

import pytest

from stakeholder_graph.editions.checks.office_parts import read_part
from stakeholder_graph.editions.statements import statements
from stakeholder_graph.tabular.write_xlsx import workbook

PART = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    '<worksheet xmlns:r="there"><!-- for the desk --><row r="1"><c r="A1" t="inlineStr"><is>'
    '<t xml:space="preserve"> Zoo &amp; Sons &#8211; &lt;all&gt;</t></is></c><c r="B1"/></row></worksheet>'
)

#: A document type whose entity holds a name that no reader of the part is told of.
HIDDEN = '<!DOCTYPE t [<!ENTITY who "Zoo">]><t>nobody</t>'


class _Calls(HTMLParser):
    """Keeps which handlers were called, texts that follow each other as one."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: list[tuple[object, ...]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.calls.append(("start", tag, attrs))

    def handle_endtag(self, tag: str) -> None:
        self.calls.append(("end", tag))

    def handle_data(self, data: str) -> None:
        self.calls.append(("data", data))

    def handle_comment(self, data: str) -> None:
        self.calls.append(("comment", data))

    def handle_pi(self, data: str) -> None:
        self.calls.append(("pi", data))


def test_handlers_are_called_as_by_the_parser_of_pages() -> None:
    ours, theirs = _Calls(), _Calls()
    theirs.feed(PART)
    theirs.close()
    assert read_part(PART, ours)
    # After the declaration a line break alone differs, which says nothing.
    assert ours.calls == [call for call in theirs.calls if call != ("data", "\n")]


@pytest.mark.parametrize("broken", ["", "Zoo", "<p>Zoo<br>", "<t>&nbsp;</t>", "<t>\x00</t>", "<t>\udc80</t>", HIDDEN])
def test_what_is_no_xml_is_refused(broken: str) -> None:
    assert not read_part(broken, _Calls())


def test_what_a_part_hides_from_readers_of_pages_is_found() -> None:
    calls = _Calls()
    assert read_part("<t><![CDATA[Zoo]]></t>", calls)
    assert ("data", "Zoo") in calls.calls


def test_cells_of_a_row_are_one_statement() -> None:
    said = statements(workbook({"Calls": [["who", "why"], ["Zoo & Sons", "<late>"]]}))
    assert said is not None
    assert ("Zoo & Sons", "<late>") in said
