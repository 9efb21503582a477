"""All texts of all views, as the catalogue has them: none uses a word that only analysts use."""

import re

import pytest

from stakeholder_graph.views.sentences import WORDS
from tools.catalogue import PACKAGE, extract

THOUGHT = re.compile(rf"\b({'|'.join(WORDS)})\b", re.IGNORECASE)


@pytest.fixture(scope="module")
def texts() -> list[str]:
    ids = [message.id for message in extract(PACKAGE / "views") if message.id]
    return [text for id in ids for text in ([id] if isinstance(id, str) else list(id))]


def test_no_text_uses_a_word_that_only_analysts_use(texts: list[str]) -> None:
    # A gap in what is drawn is one that everybody sees.
    assert [text for text in texts if THOUGHT.search(text.replace("leaves a gap around", ""))] == []


def test_texts_of_every_kind_of_file_are_among_them(texts: list[str]) -> None:
    assert "Each symbol is one of us, each line a tie" in texts
    assert "Find your organization: click a letter, or type it with Shift" in texts
