"""All texts of all views, as the catalogue has them: none uses a word that only analysts use."""

import re
from collections.abc import Callable

import pytest

from stakeholder_graph.editions import Copy
from stakeholder_graph.views.report import draw_report
from stakeholder_graph.views.sentences import WORDS
from tools.catalogue import PACKAGE, extract

THOUGHT = re.compile(rf"\b({'|'.join(WORDS)})\b", re.IGNORECASE)
#: What we say among ourselves; people read of connections, surveys, copies, mentions, and of what luck would do.
OURS = re.compile(r"\b(ties?|tied|waves?|editions?|namings?|chance alone)\b", re.IGNORECASE)
#: Texts about the plain files call them by their names and columns.
OF_FILES = re.compile(r"\.csv|\bsheets? \w*|wave\.$|rows that hold")


@pytest.fixture(scope="module")
def texts() -> list[str]:
    ids = [message.id for message in extract(PACKAGE / "views") if message.id]
    return [text for id in ids for text in ([id] if isinstance(id, str) else list(id))]


def test_no_text_uses_a_word_that_only_analysts_use(texts: list[str]) -> None:
    # A gap in what is drawn is one that everybody sees; one between children's outcomes is called so.
    of_gaps = {message.id for message in extract(PACKAGE / "views" / "charts" / "indicators")}
    texts = [re.sub(r"\bgap\b", "", text) if text in of_gaps else text for text in texts]
    said = [re.sub(r"leaves a gap around|\ba gap of\b", "", re.sub(r"\{\w+\}", "", text)) for text in texts]
    assert [text for text in said if THOUGHT.search(text)] == []


def test_texts_of_every_kind_of_file_are_among_them(texts: list[str]) -> None:
    assert "Each symbol is one of us, each line a connection" in texts
    assert "Find your organization: click a letter, or type it with Shift" in texts


def before_the_appendix(html: str) -> str:
    """What a report says before its appendix, without data that are folded, styles and scripts."""
    head = html[html.index("<body") :].partition('id="appendix"')[0]
    for folded in (r"<style.*?</style>", r"<script.*?</script>", r'<details class="twin">.*?</details>'):
        head = re.sub(folded, " ", head, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", head).split())


@pytest.mark.parametrize("edition", ["backbone", "partners"])
def test_a_report_speaks_of_connections_and_luck_before_its_appendix(
    reported: Callable[..., Copy], edition: str
) -> None:
    said = before_the_appendix(draw_report(reported(edition), "map.html", "call-list.html"))
    assert len(said.split()) > 300
    assert [said[max(0, hit.start() - 60) : hit.end() + 40] for hit in OURS.finditer(said)] == []


@pytest.mark.parametrize("folder", ["views/map", "views/scripts", "views/present", "views/in_short", "views/call_list"])
def test_map_presentation_and_calls_speak_of_connections(folder: str) -> None:
    ids = [message.id for message in extract(PACKAGE / folder) if message.id]
    texts = [re.sub(r"\{\w+\}", "", text) for id in ids for text in ([id] if isinstance(id, str) else id)]
    assert len(texts) > 5
    assert [text for text in texts if OURS.search(text) and not OF_FILES.search(text)] == []
