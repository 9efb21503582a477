"""What survey tools would export had an invented partnership filled in the questionnaire."""

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.views.questionnaire.questions import Option, Question, Questionnaire
from stakeholder_graph.views.questionnaire.xlsform import cell_name
from stakeholder_graph.views.sheets import workbook

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
            for row in question.rows:
                partner = row.text["en"]
                asked = said.one.get((question.asked_of, row.code), nothing if question.asked_of else "any")
                if partner != name and asked != nothing:
                    said.one[question.id, row.code] = ties.get(partner, nothing)
        elif question.kind == "rating":
            rated = {str(item): f"{value:g}" for item, value in own["ratings"][["item", "value"]].to_numpy()}
            said.one |= {
                (question.id, row.code): rated[row.text["en"]] for row in question.rows if row.text["en"] in rated
            }
        elif question.form == "many":
            rows = own["affiliations"][own["affiliations"]["kind"] == question.kind]
            said.many[question.id] = {_code(question.options, str(item)) for item in rows["item"]}
    return said


def _code(options: Sequence[Option], text: str) -> str:
    return next(option.code for option in options if option.text["en"] == text)


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


def _kobo_columns(question: Question) -> Iterator[tuple[str, str, str, str]]:
    group = question.id if question.form == "grid" else f"section_{question.section.replace(' ', '_')}"
    if question.form == "grid":
        for row in question.rows:
            yield group, cell_name(question, row), row.code, ""
        return
    yield group, question.id, "", ""
    if question.form == "many":
        for option in question.options:
            yield group, f"{question.id}/{option.code}", "", option.code


def _kobo_cell(said: Answers, question: Question, row: str, option: str) -> str:
    if question.form != "many":
        return said.one.get((question.id, row), "")
    ticked = said.many.get(question.id, set())
    if option:
        return str(int(option in ticked)) if ticked else ""
    return " ".join(each.code for each in question.options if each.code in ticked)


def qualtrics(survey: Questionnaire, answers: Sequence[Answers], language: Literal["en", "es"], numbers: bool) -> bytes:
    """Three rows of headers; answers as texts or numbers; lists unsplit."""
    noted = {
        "StartDate": "2025-10-21 09:00:00", "Status": "0" if numbers else "IP Address", "Progress": "100",
        "Finished": "1" if numbers else "True", "ResponseId": "R_{number:012d}", "UserLanguage": "EN",
    }  # fmt: skip
    top, texts, ids = list(noted), list(noted), [_import_id(name[:1].lower() + name[1:]) for name in noted]
    columns: list[tuple[Question, str]] = []
    for number, question in enumerate(survey.questions, start=2):
        wording = " ".join(
            " ".join(each[language].split()) for each in (question.text, question.hint, question.promise) if each["en"]
        )
        if question.form != "grid":
            top, texts = [*top, question.id], [*texts, wording]
            ids.append(_import_id(f"QID{number}_TEXT" if question.form == "words" else f"QID{number}"))
            columns.append((question, ""))
            continue
        for place, row in enumerate(question.rows, start=1):
            top, texts = [*top, f"{question.id}_{place}"], [*texts, f"{wording} - {row.text[language]}"]
            ids.append(_import_id(f"QID{number}_{place}"))
            columns.append((question, row.code))
    table = [top, texts, ids]
    for number, said in enumerate(answers, start=1):
        cells = [_qualtrics_cell(said, question, row, language, numbers) for question, row in columns]
        table.append([*(each.format(number=number) for each in noted.values()), *cells])
    return _csv(table, ",")


def _qualtrics_cell(said: Answers, question: Question, row: str, language: Literal["en", "es"], numbers: bool) -> str:
    shown: Mapping[str, str] = {option.code: option.text[language] for option in question.options}
    if question.form == "many":
        return ",".join(shown[each.code] for each in question.options if each.code in said.many.get(question.id, ()))
    code = said.one.get((question.id, row), "")
    return code if numbers and question.form == "grid" else shown.get(code, code)


def _import_id(name: str) -> str:
    return json.dumps({"ImportId": name}, separators=(",", ":"))


def _csv(table: Rows, separator: str) -> bytes:
    text = io.StringIO()
    csv.writer(text, delimiter=separator, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(table)
    return text.getvalue().encode("utf-8-sig")
