"""The answers of an export, one by one: what tests compare exports by."""

from collections.abc import Iterator
from typing import NamedTuple

from stakeholder_graph.survey.formats import AnswerColumn, Responses


class Answer(NamedTuple):
    """One answer: of whom, in which repeated part, in which column, and what it says."""

    row: int
    repeat: str
    header: str
    question: str
    item: str
    choice: str
    answer: str


def long_answers(responses: Responses) -> Iterator[Answer]:
    """Every cell that is not blank and not only noted by the tool, with labels in place of codes."""
    for table in responses.tables:
        for column in table.columns:
            if column.kind != "meta":
                about = (table.name, column.header, column.question, column.item, column.choice)
                for row, text, cell in zip(
                    table.respondents, table.texts(column), table.cells[column.header], strict=True
                ):
                    if cell:
                        yield Answer(row, *about, text)


def questions_of(responses: Responses) -> dict[str, list[AnswerColumn]]:
    """The columns of each question of the main table, without what the tool only noted."""
    questions: dict[str, list[AnswerColumn]] = {}
    for column in responses.columns:
        if column.kind != "meta":
            questions.setdefault(column.question, []).append(column)
    return questions
