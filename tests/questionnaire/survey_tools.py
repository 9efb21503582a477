"""What survey tools would export had an invented partnership filled in the questionnaire."""

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Literal

from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.questionnaire.formats.xlsform import cell_name
from stakeholder_graph.questionnaire.survey_question import Questionnaire, ResponseOption, SurveyQuestion
from stakeholder_graph.tabular.write_xlsx import workbook

Rows = list[list[str]]


@dataclass
class Answers:
    """One respondent: the code chosen by question and row (blank for a question without rows), or words."""

    one: dict[tuple[str, str], str] = field(default_factory=dict)
    many: dict[str, set[str]] = field(default_factory=dict)


def fill(survey: Questionnaire, graph: PartnerGraph) -> list[Answers]:
    """Let everybody who answered in a graph say in the questionnaire what the graph has of them."""
    answered = graph["asked"]
    answered = answered[answered["answered"]][["organization", "respondent"]].drop_duplicates()
    return [_filled(survey, graph, str(name), str(person)) for name, person in answered.to_numpy()]


def _filled(survey: Questionnaire, graph: PartnerGraph, name: str, person: str) -> Answers:
    said = Answers()
    own = {family: graph[family] for family in ("ties", "affiliations", "ratings")}
    for family, frame in own.items():
        end = "from" if family == "ties" else "organization"
        own[family] = frame[(frame[end] == name) & (frame["respondent"] == person)]
    for question in survey.questions:
        if question.kind == "identity":
            said.one[question.id, ""] = _code(question.options, name)
        elif question.kind == "person":
            said.one[question.id, ""] = person
        elif question.kind == "tie":
            rows = own["ties"][own["ties"]["layer"] == question.about]
            ties = {str(to): f"{value:g}" for to, value in rows[["to", "value"]].to_numpy()}
            nothing = next(option.code for option in question.options if not option.tie)
            tied = {option.code for each in survey.questions if each.id == question.asked_of
                    for option in each.options if option.tie}  # fmt: skip
            for row in question.rows:
                partner = row.text
                asked = not question.asked_of or said.one.get((question.asked_of, row.code)) in tied
                if partner != name and asked:
                    said.one[question.id, row.code] = ties.get(partner, nothing)
        elif question.kind == "rating":
            rated = {str(item): f"{value:g}" for item, value in own["ratings"][["item", "value"]].to_numpy()}
            said.one |= {(question.id, row.code): rated[row.text] for row in question.rows if row.text in rated}
        elif question.response == "multiple choice":
            rows = own["affiliations"][own["affiliations"]["kind"] == question.kind]
            said.many[question.id] = {_code(question.options, str(item)) for item in rows["item"]}
        elif question.response == "grid":
            rows = own["affiliations"][own["affiliations"]["kind"] == question.kind]
            carried = {str(item): f"{value:g}" for item, value in rows[["item", "value"]].to_numpy()}
            said.one |= {(question.id, row.code): carried.get(row.text, "0") for row in question.rows}
    return said


def _code(options: Sequence[ResponseOption], text: str) -> str:
    return next(option.code for option in options if option.text == text)


Kobo = Literal["kobo", "kobo with groups", "kobo workbook", "central"]


def kobo(survey: Questionnaire, answers: Sequence[Answers], layout: Kobo) -> bytes:
    """Names in headers and cells, options of a list split, as KoboToolbox and ODK Central write them."""
    cut = {"kobo with groups": "/", "central": "-"}.get(layout, "")
    columns = [
        (f"{group}{cut}{name}" if cut else name, question, row, option)
        for question in survey.questions
        for group, name, row, option in _kobo_columns(question)
    ]
    table = [["start", *(header for header, *_ in columns), "_id", "_uuid", "_index"]]
    for number, said in enumerate(answers, start=1):
        cells = [_kobo_cell(said, question, row, option) for _, question, row, option in columns]
        table.append(["2025-10-21T09:00:00Z", *cells, str(5000 + number), f"uuid-{number}", str(number)])
    if layout == "kobo workbook":
        return workbook({"partners": table})
    return _csv(table, "," if layout == "central" else ";")


def _kobo_columns(question: SurveyQuestion) -> Iterator[tuple[str, str, str, str]]:
    group = question.id if question.response == "grid" else f"section_{question.section.replace(' ', '_')}"
    if question.response == "grid":
        for row in question.rows:
            yield group, cell_name(question, row), row.code, ""
        return
    yield group, question.id, "", ""
    if question.response == "multiple choice":
        for option in question.options:
            yield group, f"{question.id}/{option.code}", "", option.code


def _kobo_cell(said: Answers, question: SurveyQuestion, row: str, option: str) -> str:
    if question.response != "multiple choice":
        return said.one.get((question.id, row), "")
    ticked = said.many.get(question.id, set())
    if option:
        return str(int(option in ticked)) if ticked else ""
    return " ".join(each.code for each in question.options if each.code in ticked)


def qualtrics(text: str, survey: Questionnaire, answers: Sequence[Answers], *, numbers: bool, split: bool) -> bytes:
    """Three rows of headers; answers as texts or numbers; lists with options in columns of their own or in one.

    Ids, wording, rows and answers are those of the file that was imported.
    """
    noted = {
        "StartDate": "2025-10-21 09:00:00", "Status": "0" if numbers else "IP Address", "Progress": "100",
        "Finished": "1" if numbers else "True", "ResponseId": "R_{number:012d}", "UserLanguage": "EN",
    }  # fmt: skip
    headers = [(name, name, name[:1].lower() + name[1:]) for name in noted]
    cells: list[Callable[[Answers], str]] = []
    imported = read_advanced_format(text)
    for number, question in enumerate(survey.questions, start=2):
        made = imported[question.id]
        if question.response == "grid":
            shown = {code: code if numbers else answer for code, answer in made.answers}
            for place, (row, label) in enumerate(zip(question.rows, made.choices, strict=True), start=1):
                headers.append((f"{question.id}_{place}", f"{made.wording} - {label}", f"QID{number}_{place}"))
                cells.append(_chosen(question, row.code, shown))
        elif question.response == "multiple choice":
            names = {option.code: label for option, label in zip(question.options, made.choices, strict=True)}
            parts = [[each] for each in names] if split else [list(names)]
            for place, codes in enumerate(parts, start=1):
                tail = f"_{place}" if split else ""
                wording = f"{made.wording} - {names[codes[0]]}" if split else made.wording
                headers.append((f"{question.id}{tail}", wording, f"QID{number}{tail}"))
                cells.append(_ticked(question, codes, names))
        else:
            names = {option.code: label for option, label in zip(question.options, made.choices, strict=True)}
            tail = "_TEXT" if question.response == "open" else ""
            headers.append((question.id, made.wording, f"QID{number}{tail}"))
            cells.append(_chosen(question, "", names))
    top, texts, ids = zip(*headers, strict=True)
    table = [list(top), list(texts), [json.dumps({"ImportId": name}, separators=(",", ":")) for name in ids]]
    for number, said in enumerate(answers, start=1):
        own = [each.format(number=number) for each in noted.values()]
        table.append([*own, *(cell(said) for cell in cells)])
    return _csv(table, ",")


def _chosen(question: SurveyQuestion, row: str, shown: Mapping[str, str]) -> Callable[[Answers], str]:
    def cell(said: Answers) -> str:
        code = said.one.get((question.id, row), "")
        return shown.get(code, code)

    return cell


def _ticked(question: SurveyQuestion, codes: list[str], names: Mapping[str, str]) -> Callable[[Answers], str]:
    return lambda said: ",".join(names[code] for code in codes if code in said.many.get(question.id, ()))


@dataclass
class Imported:
    """A question as Qualtrics holds it."""

    wording: str
    choices: list[str]
    answers: list[tuple[str, str]]


def read_advanced_format(text: str) -> dict[str, Imported]:
    """Read a file in Advanced Format as Qualtrics does, by id; tags are dropped as its exports drop them."""
    found: dict[str, Imported] = {}
    lines = text.split("\n")
    assert lines[0] == "[[AdvancedFormat]]"
    current, part, code = Imported("", [], []), "", ""
    for line in filter(None, lines[1:]):
        tag = re.fullmatch(r"\[\[(\w+)(?::(.*))?\]\]", line)
        if tag and tag[1] in ("Question", "Block", "PageBreak"):
            current, part = Imported("", [], []), "wording" if tag[1] == "Question" else ""
        elif tag and tag[1] == "ID":
            assert tag[2] not in found
            found[tag[2]] = current
        elif tag and tag[1] == "Answer":
            code = tag[2]
        elif tag:
            part = {"Choices": "choices", "AdvancedAnswers": "answers"}[tag[1]]
        else:
            plain = unescape(re.sub("<br>", " ", line))
            assert not re.search("<[^>]*>", line.replace("<br>", ""))
            if part == "choices":
                current.choices.append(plain)
            elif part == "answers":
                current.answers.append((code, plain))
            else:
                assert part == "wording"
                current.wording += plain
    return found


def _csv(table: Rows, separator: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(table)
    return text.getvalue().encode("utf-8-sig")
