"""What the attack reads from a page: each table belongs to the finding that it stands with."""

from tests.attacks.extract import _Page

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
