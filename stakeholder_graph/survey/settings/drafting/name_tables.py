"""The organizations of a draft: the roster that exports imply, and the names that a person has to decide."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.questions import joined
from stakeholder_graph.survey.formats import AnswerColumn, AnswerTable, Responses
from stakeholder_graph.survey.formats.options.write_ins import names_written, write_ins_of
from stakeholder_graph.survey.names.decisions import WaveAndName
from stakeholder_graph.survey.names.matching import Matcher
from stakeholder_graph.survey.names.near_duplicates import without_near_duplicates
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.settings.draft import TABLES
from stakeholder_graph.survey.settings.drafting.question_guess import QuestionGuess
from stakeholder_graph.survey.settings.model import QuestionSettings
from stakeholder_graph.text import _

#: The score of a proposal for a partner that an export only numbers.
_LIKELY = "80"


@dataclass(frozen=True, eq=False)
class GuessedExport:
    """An export with what its questions are taken for.

    Parameters
    ----------
    wave : str
        To which it belongs.
    responses : Responses
        What it holds.
    guesses : tuple of QuestionGuess
        Of each of its questions.
    """

    wave: str
    responses: Responses
    guesses: tuple[QuestionGuess, ...]

    def identity(self) -> QuestionSettings | None:
        """The question that says who answers."""
        return next((guess.question for guess in self.guesses if guess.question.kind == "identity"), None)

    def respondents(self) -> dict[int, str]:
        """Who answers, as written, by row; none where nothing says so."""
        question = self.identity()
        if question is None:
            return {}
        return joined(self.responses.table, question.respondent or question.question, Inspection()) or {}

    def written(self) -> list[str]:
        """Every name that respondents write down, of themselves and of partners."""
        asked = {guess.question.partners for guess in self.guesses if guess.question.kind == "tie"} - {""}
        partners = {
            text
            for part in self.responses.tables
            for column in [*(c for question in asked for c in part.question(question)), *self._write_ins(part)]
            for text in names_written(part, column)
        }
        return sorted({*self.respondents().values(), *partners} - {""}, key=natural)

    def ticked_only(self, question: QuestionSettings) -> bool:
        """Whether options of a question are known only because somebody ticked them."""
        columns = (column for part in self.responses.tables for column in part.question(question.question))
        return any(column.of_answers for column in columns)

    def _write_ins(self, part: AnswerTable) -> tuple[AnswerColumn, ...]:
        """Words beside the option "other" of questions about ties."""
        ties = [guess.question.question for guess in self.guesses if guess.question.kind == "tie"]
        return write_ins_of(part, [column for question in ties for column in part.question(question)])

    def numbered(self) -> dict[str, str]:
        """Partners of questions about ties that the export only numbers, each with the respondent whom it may be."""
        respondents, numbered = self.respondents(), dict[str, str]()
        for guess in self.guesses:
            for part in self.responses.tables if guess.question.kind == "tie" else ():
                columns = [column for column in part.question(guess.question.question) if column.item_kind == "unnamed"]
                proposed = not_asked(part, columns, respondents) if columns else {}
                for column in columns:
                    numbered[column.item] = numbered.get(column.item, "") or proposed.get(column.item, "")
        return numbered

    def with_sector(self) -> list[str]:
        """Respondents who answered the question about their sector."""
        main = self.responses.table
        rows = {
            row
            for guess in self.guesses
            if is_sector(guess.question) and guess.question.decided
            for column in main.question(guess.question.question)
            for row, text in zip(main.rows, main.texts(column), strict=True)
            if text not in ("", "0")
        }
        return sorted({text for row, text in self.respondents().items() if row in rows and text})


def is_sector(question: QuestionSettings) -> bool:
    """Whether a question asks for the sector of the respondent's organization.

    Parameters
    ----------
    question : QuestionSettings
        As it is guessed.

    Examples
    --------
    >>> is_sector(QuestionSettings(kind="attribute", question="Q2", item="sector"))
    True
    """
    return (question.kind, question.item) == ("attribute", "sector")


def implied_roster(together: Sequence[QuestionGuess], exports: Sequence[GuessedExport]) -> list[str]:
    """List the organizations that exports speak of.

    Parameters
    ----------
    together : sequence of QuestionGuess
        Each question once.
    exports : sequence of GuessedExport
        One for each wave.

    Returns
    -------
    list of str
        The rows and options of questions about ties, as the form has them; without any, or where the form may have had
        more of them, those who answer. What is a guess still, or left out, lists nobody: a person may say yet that it
        is about something else.
    """
    decided = [guess for guess in together if guess.question.decided]
    ties = [guess for guess in decided if guess.question.kind == "tie" and not guess.question.partners]
    roster = list(Names(item for guess in ties for item in guess.items).shown.values())
    if roster and not any(export.ticked_only(guess.question) for guess in ties for export in exports):
        return roster
    certain = [export for export in exports if (who := export.identity()) is not None and who.decided]
    answering = {name for export in certain for name in export.respondents().values()} - {""}
    kept = roster
    for name in sorted(answering, key=natural):
        if not Matcher(kept).match(name).organization:
            kept.append(name)
    return without_near_duplicates(kept, {})


def not_asked(part: AnswerTable, columns: Sequence[AnswerColumn], respondents: Mapping[int, str]) -> dict[str, str]:
    """Propose for each number the respondent who alone was not asked about it: nobody is asked about oneself.

    Parameters
    ----------
    part : AnswerTable
        Where the columns stand.
    columns : sequence of AnswerColumn
        Of one question, each about a partner with a number.
    respondents : mapping of int to str
        Who answers, by row.

    Returns
    -------
    dict of str to str
        Names by item; none where two numbers would stand for one name.

    Examples
    --------
    >>> columns = [AnswerColumn(f"{n}_Q5", "Q5", "", f"Loop {n}", item_kind="unnamed") for n in (1, 2)]
    >>> cells = {"1_Q5": ["", "Weekly"], "2_Q5": ["Never", ""]}
    >>> part = AnswerTable("export.csv", tuple(columns), cells, [2, 3], [2, 3])
    >>> not_asked(part, columns, {2: "Clinic", 3: "Library"})
    {'Loop 1': 'Clinic', 'Loop 2': 'Library'}
    """
    answered = [any(row) for row in zip(*(part.cells[column.header] for column in columns), strict=True)]
    proposed: dict[str, str] = {}
    for column in columns:
        rows = zip(part.respondents, part.cells[column.header], answered, strict=True)
        skipped = {respondents.get(row, "") for row, text, there in rows if there and not text} - {""}
        if len(skipped) == 1:
            proposed[column.item] = skipped.pop()
    return proposed if max(Counter(proposed.values()).values(), default=0) == 1 else {}


def names_to_decide(
    roster: Sequence[str], exports: Sequence[GuessedExport], aliases: Mapping[WaveAndName, str] | None
) -> pd.DataFrame:
    """Give the table `names` of a draft: names that nobody can be sure of, with the nearest organization.

    Parameters
    ----------
    roster : sequence of str
        Organizations.
    exports : sequence of GuessedExport
        One for each wave.
    aliases : mapping, optional
        As of `NameDecisions`.
    """
    rows: dict[str, tuple[str, ...]] = {}
    for export in exports:
        matcher = Matcher(roster, aliases, export.wave)
        for written, respondent in export.numbered().items():
            if matcher.match(written).kind not in ("exact", "alias", "nobody"):
                name = matcher.match(respondent).organization if respondent else ""
                reason = _("This respondent alone was not asked about it; nobody is asked about oneself.")
                rows[normal(written)] = (written, name, *((_LIKELY, reason) if name else ("", "")), "")
    for export in exports if roster else ():
        for match in Matcher(roster, aliases, export.wave).match_all(export.written()):
            for single in match.single:
                if not single.decided:
                    best = single.proposals[0] if single.proposals else None
                    proposal = (best.organization, str(best.score), best.reason) if best else ("", "", "")
                    rows.setdefault(normal(single.written), (single.written, *proposal, ""))
    ordered = [rows[name] for name in sorted(rows, key=natural)]
    return pd.DataFrame(ordered, columns=list(TABLES["names"]), dtype="str")


def organizations_with_sector(
    roster: Sequence[str], exports: Sequence[GuessedExport], aliases: Mapping[WaveAndName, str] | None
) -> frozenset[str]:
    """Give the organizations, in normal form, of which somebody answered the question about the sector.

    Parameters
    ----------
    roster : sequence of str
        Organizations.
    exports : sequence of GuessedExport
        One for each wave.
    aliases : mapping, optional
        As of `NameDecisions`.
    """
    return frozenset(
        normal(match.organization)
        for export in exports
        for match in Matcher(roster, aliases, export.wave).match_all(export.with_sector())
        if match.organization
    )


def without_list(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """Give the tables of a draft of those who keep no list: of names only those that may be another are to be decided.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        Of a draft, in which whoever answers is listed and all others are names to decide on.

    Returns
    -------
    dict of str to DataFrame
        `names` proposes for each the one that is kept.

    Examples
    --------
    >>> listed = pd.DataFrame({"organization": ["Elm Library", "Fir Trust"]})
    >>> tables = without_list({"organizations": listed, "names": pd.DataFrame({"written": ["Elm Libary", "Zoo"]})})
    >>> len(tables["organizations"]), tables["names"][["written", "proposal"]].to_numpy().tolist()
    (0, [['Elm Libary', 'Elm Library']])
    """
    listed, names = tables.get("organizations"), tables.get("names")
    if listed is None or names is None:
        return dict(tables)
    written = list(dict.fromkeys([*listed["organization"], *names["written"]]))
    kept = without_near_duplicates(written, {})
    near = [name for name in written if name not in set(kept)]
    rows = [
        (name, best.organization, str(best.score), best.reason, "")
        for name, match in zip(near, Matcher(kept).match_all(near), strict=True)
        for best in match.proposals[:1]
    ]
    return {
        **tables,
        "organizations": listed.iloc[:0],
        "names": pd.DataFrame(rows, columns=list(TABLES["names"]), dtype="str"),
    }
