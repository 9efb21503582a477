"""The stories that the README of the example promises stand on the pages where they belong; ten seeds by `stories`."""

import pytest

from tests.views.report.stories import STORIES, Told, copy_of, pages_of, told


@pytest.fixture(scope="module", params=[None, 3], ids=["the example", "another seed"])
def found(request: pytest.FixtureRequest) -> Told:
    return told(copy_of(request.param))


def test_each_story_stands_where_it_belongs(found: Told) -> None:
    assert [number for number, stands in found.stories.items() if not stands] == []
    assert len(found.stories) == len(STORIES)


def test_nothing_is_claimed_that_was_not_planted(found: Told) -> None:
    assert found.false_claims == ()


def test_pages_are_told_apart() -> None:
    html = "<p>One</p><section id='page-x'><h2>Two</h2><script>three()</script></section>"
    html += "<section id='appendix'>Four</section>"
    pages = {name: text.strip() for name, text in pages_of(html).items()}
    assert pages == {"": "One", "page-x": "Two", "appendix": "Four"}


def test_a_story_that_does_not_stand_is_seen() -> None:
    """The patterns tell something else apart: none of them is in a text that tells nothing."""
    nothing = "Organizations of Health mention each other. 8 organizations answered."
    assert not any(story.told(nothing) for story in STORIES)
