"""Page one alone, for board and funders: what the room's page one says, and nothing that leads elsewhere."""

import re
from collections.abc import Callable
from html.parser import HTMLParser

import pytest

from stakeholder_graph.editions import Copy
from stakeholder_graph.views.report import draw_first_page, draw_report

Reported = Callable[..., Copy]


class FirstPage(HTMLParser):
    """The words of page one, and every address on a page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words, self.hrefs, self._inside = list[str](), list[str](), False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        self._inside |= values.get("id") == "learned"
        self.hrefs += [str(values[name]) for name in ("href", "src") if name in values]

    def handle_endtag(self, tag: str) -> None:
        self._inside &= tag != "section"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.words += data.split()


def test_it_says_what_the_room_s_page_one_says(reported: Reported) -> None:
    alone, whole = (FirstPage(draw(reported("partners"))) for draw in (draw_first_page, draw_report))
    assert len(alone.words) > 80
    assert alone.words == whole.words


def test_it_leads_nowhere_so_that_it_can_be_mailed_alone(reported: Reported) -> None:
    html = draw_first_page(reported("partners"))
    assert FirstPage(html).hrefs == []
    assert "<script" not in html


def test_nothing_of_the_desk_is_in_its_bytes(reported: Reported) -> None:
    html = draw_first_page(reported("partners"))
    desk = draw_report(reported("backbone"))
    asked = set(re.findall(r"<b>(?:Hear from|Connect|Invite): (.*?)</b>", desk))
    assert asked
    assert not [name for name in asked if name in html]
    assert "calls" not in html.split('<section class="first"')[1]


def test_it_is_never_drawn_from_the_backbone_s_own_copy(reported: Reported) -> None:
    with pytest.raises(ValueError, match="drawn from the room's copy"):
        draw_first_page(reported("backbone"))
