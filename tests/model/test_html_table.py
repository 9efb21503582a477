"""Tables for notebooks: escaped, and complete by themselves."""

from stakeholder_graph.model.html_table import html_table


def test_what_a_survey_says_is_no_markup() -> None:
    html = html_table(["<b>"], [["<script>alert(1)</script>"], ['"&']], "<img src=x>")
    assert "<script" not in html
    assert "<img" not in html
    assert "<th>&lt;b&gt;</th>" in html
    assert "<td>&quot;&amp;</td>" in html


def test_what_is_not_known_is_blank() -> None:
    html = html_table([], [[None, float("nan"), 0.0, True, False]])
    assert html == "<table><tbody><tr><td></td><td></td><td>0</td><td>yes</td><td>no</td></tr></tbody></table>"
