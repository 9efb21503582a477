"""Nothing that leaves the backbone's desk is half in English: every text that its pages ask for is there in Spanish."""

from collections.abc import Iterator
from gettext import NullTranslations
from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.editions import Edition
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.questionnaire import read_plan
from stakeholder_graph.questionnaire.build import build_questionnaire
from stakeholder_graph.questionnaire.formats.invitation import invitation
from stakeholder_graph.questionnaire.formats.paper import paper
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.text import catalogue, language, speaking
from stakeholder_graph.views.report_folders import publish
from tests.text.pseudo import Pseudo

EXAMPLE = Path(__file__).parents[2] / "surveys" / "wren-county"
SETTINGS = MeasureSettings(permutations=99, draws=20)
#: Words that are the same in both languages.
ALIKE = {
    "{answered}.", "{organizations}.", "{ties}.", "{what}: {values}", "{who}: {step}", "no", "p", "Sector", "sector",
    "{count} sector", "Zoom", "Hospital", "neutral",
}  # fmt: skip


class Listening(NullTranslations):
    """The Spanish texts, and those of the catalogue that were asked for and are not among them."""

    def __init__(self, known: NullTranslations) -> None:
        super().__init__()
        self.known, self.missing = known, dict[str, None]()
        self.ours = Pseudo().known

    def gettext(self, message: str) -> str:
        return self._noted(message, self.known.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        text = self.known.ngettext(msgid1, msgid2, n)
        self._noted(msgid1 if n == 1 else msgid2, text)
        return text

    def _noted(self, message: str, text: str) -> str:
        if (
            text == message
            and message in self.ours
            and any(map(str.isalpha, catalogue.fill(message, _BLANK)))
            and message not in ALIKE
        ):
            self.missing[message] = None
        return text


class _Blank(dict[str, object]):
    def __missing__(self, name: str) -> str:
        return ""


_BLANK = _Blank()


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Iterator[Listening]:
    listening = Listening(language.translations("es"))
    for module in (language, catalogue):
        monkeypatch.setattr(module, "translations", lambda tag: listening)
    with speaking("es"):
        yield listening


@pytest.fixture(scope="module")
def example() -> tuple[Partnership, tuple[Finding, ...]]:
    partnership = to_partnership(read_partnership(EXAMPLE, language="es"))
    return partnership, assess(partnership, settings=SETTINGS)


@pytest.mark.parametrize("edition", ["partners", "community"])
def test_the_room_reads_spanish(
    example: tuple[Partnership, tuple[Finding, ...]], edition: Edition, tmp_path: Path, heard: Listening
) -> None:
    partnership, findings = example
    heard.missing.clear()
    publish(partnership, findings, partnership.latest, tmp_path, (edition,))
    assert not heard.missing


def test_an_organization_reads_its_page_in_spanish(
    example: tuple[Partnership, tuple[Finding, ...]], tmp_path: Path, heard: Listening
) -> None:
    sg.profiles(example[0], tmp_path, ["Bright Path Tutoring", "Bethel AME Church"])
    assert not heard.missing


def test_respondents_read_spanish(heard: Listening) -> None:
    survey = build_questionnaire(read_plan(EXAMPLE), "es", "Ada Reed", "2027-01-31")
    invitation(survey)
    paper(survey)
    assert not heard.missing
