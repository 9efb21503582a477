"""What the attack reads from a page: each table belongs to the finding that it stands with."""

import json
from pathlib import Path

from tests.attacks.extract import _Page, extract

PAGE = """
<table class="counts coverage"><tr><th>outcome</th><th>answered</th></tr><tr><td>Attendance</td><td>7</td></tr></table>
<dl><dt>Finding</dt><dd>outcome_coverage/-/1</dd></dl>
<dl><dt>Finding</dt><dd>connectedness/contact/1</dd></dl>
<table class="values"><tr><th>organizations</th><th>parts</th></tr><tr><td>32</td><td>1</td></tr></table>
<dl><dt>Finding</dt><dd>connectedness/referrals/1</dd></dl>
<table class="values"><tr><th>organizations</th><th>parts</th></tr><tr><td>32</td><td>2</td></tr></table>
"""


def test_a_table_of_values_belongs_to_the_finding_before_it_and_a_picture_to_the_one_after() -> None:
    page = _Page()
    page.feed(PAGE)
    assert [(table.finding, dict(table.rows[0])) for table in page.printed()] == [
        ("outcome_coverage/-/1", {"outcome": "Attendance", "answered": "7"}),
        ("connectedness/contact/1", {"organizations": "32", "parts": "1"}),
        ("connectedness/referrals/1", {"organizations": "32", "parts": "2"}),
    ]


def test_tables_as_data_are_read_with_all_their_digits(tmp_path: Path) -> None:
    people = [{"id": k, "name": name, "sector": "Health"} for k, name in enumerate("ABC")]
    drawn = {"organizations": people, "ties": [], "about": {"layers": [], "waves": ["1"]}}
    data = f'<script type="application/json" id="data">{json.dumps(drawn)}</script>'
    (tmp_path / "map.html").write_text(data, "utf-8")
    tables = tmp_path / "tables"
    tables.mkdir()
    (tables / "findings.csv").write_text("finding,value\nresponse/-/1,0.666666667\n", "utf-8")
    (tables / "ei_index-by_sector.csv").write_text(
        "finding,sector,external,internal\nei_index/work/1,Health,4,2\nother/work/1,Health,1,1\n", "utf-8"
    )
    seen = extract(tmp_path)
    facts = {(fact.quantity, fact.of, round(fact.low, 6), round(fact.high, 6)) for fact in seen.facts}
    assert facts == {
        ("answered", (), 0.666667, 0.666667),
        ("mentions", ("Health", "Health"), 2, 2),
        ("mentions leaving", ("Health",), 4, 4),
    }
    assert seen.unread == ("other",)
