"""Only plain addresses and numbers become links."""

import pytest

from stakeholder_graph.views.call_list.contact_links import linked


@pytest.mark.parametrize(
    ("text", "href"),
    [
        ("ana@example.org", "mailto:ana@example.org"),
        ("ana.ruiz+p20@sub.example.org", "mailto:ana.ruiz+p20@sub.example.org"),
        ("+1 (555) 010-0123", "tel:+15550100123"),
        ("555 0100", "tel:5550100"),
        ("Ana Ruiz", ""),
        ("a@b", ""),
        ("mailto:a@b.org", ""),
        ("javascript:alert(1)", ""),
        ("a@b.org?bcc=c@d.org", ""),
        ('a"onclick=x@b.org', ""),
        ("<b>a@b.org</b>", ""),
        ("2025-10", ""),
        ("a@-b.org", ""),
    ],
)
def test_what_leads_where(text: str, href: str) -> None:
    assert list(linked(text)) == [(text, href)]


def test_parts_are_parted_by_commas() -> None:
    assert [href for _text, href in linked("Ana, a@b.org, 555 0100,")] == ["", "mailto:a@b.org", "tel:5550100"]
