"""Marks in a draft that somebody has to say which answers count: of who answered twice, and flagged ones."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.flagged_answers import proposed_rule, with_flagged, without_set_aside
from stakeholder_graph.survey.exports.questions import LocatedQuestion, locate_questions
from stakeholder_graph.survey.exports.several_answers import open_choice
from stakeholder_graph.survey.formats import Responses
from stakeholder_graph.survey.names.matching import Matcher
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.draft import UNSURE, Draft
from stakeholder_graph.survey.settings.model import QuestionSettings

#: Of more different names than this, only those that are spelled alike are taken for the same.
_MOST_MATCHED = 500


def with_open_answers(draft: Draft, exports: Sequence[tuple[str, Responses]]) -> Draft:
    """Write into the row of who answers what is proposed, with a mark, where somebody has to say which answers count.

    Parameters
    ----------
    draft : Draft
        With its questions; what a person has written there stays.
    exports : sequence of (str, Responses)
        The exports, by the name of their file.

    Returns
    -------
    Draft
    """
    opened = {file: with_flagged(responses) for file, responses in exports}
    listed = draft.tables.get("organizations")
    names = _Spellings(() if listed is None else tuple(listed["organization"]))
    probe = Inspection()
    questions = locate_questions(draft.settings, opened.get, probe)
    flagged = {id(located.respondents.saying): proposed_rule(located.respondents) for located in questions}
    counted = without_set_aside(questions, probe).questions
    several: dict[int, str] = {}
    for here in _by_export(counted):
        choice = open_choice(here, names.organization)
        several.setdefault(id(here[0].respondents.saying), choice) if choice else None

    def marked(question: QuestionSettings) -> QuestionSettings:
        known = {"several_answers": several.get(id(question)), "flagged_answers": flagged.get(id(question))}
        new = {key: f"{rule}{UNSURE}" for key, rule in known.items() if rule and getattr(question, key) is None}
        return question.model_copy(update=new) if new else question

    settings = draft.settings
    return replace(draft, settings=settings.model_copy(update={"question": tuple(map(marked, settings.question))}))


def _by_export(questions: Sequence[LocatedQuestion]) -> list[list[LocatedQuestion]]:
    groups: dict[tuple[str, str], list[LocatedQuestion]] = {}
    for located in questions:
        groups.setdefault((located.file, located.wave), []).append(located)
    return list(groups.values())


@dataclass
class _Spellings:
    """Organizations by their spellings, as far as a draft can tell."""

    listed: tuple[str, ...]
    known: dict[str, str] = field(default_factory=dict)
    _matcher: Matcher | None = None

    def organization(self, written: str, wave: str) -> str:
        """What a name stands for; one that is not listed stands for itself."""
        key = normal(written)
        if key not in self.known and len(self.known) < _MOST_MATCHED:
            self._matcher = self._matcher or Matcher(self.listed)
            self.known[key] = self._matcher.match(written).organization or key
        return self.known.get(key, key)
