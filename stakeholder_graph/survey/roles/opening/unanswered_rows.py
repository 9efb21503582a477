"""Rows of a matrix of ties that say in words that the organization did not answer."""

import re
from collections.abc import Sequence
from dataclasses import replace

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.roles.matrices import square_columns
from stakeholder_graph.survey.roles.opening.open_tables import OpenTable
from stakeholder_graph.tabular.source_table import SourceTable

_SAID = re.compile(
    r"(has |have |had )?(did ?n[o']t|did not|not|never|hasn't|haven't) (yet )?(answer(ed)?|respond(ed)?|repl(y|ied)"
    r"|return(ed)?|complete(d)?|submit(ted)?|take part|participate(d)?|fill(ed)? (in|out))\b.*"
    r"|(no|without|awaiting|waiting for|pending) (answers?|responses?|reply|replies|survey|return)\b.*"
    r"|non-? ?(response|respondent|responder)|no[- ]show|refused|declined( to .*)?|unanswered|missing response"
    r"|keine (antwort|r[uü]ckmeldung)|(hat )?nicht (ge)?antwort(et)?|nicht beantwortet|nicht teilgenommen"
    r"|sin respuesta|no (respondi[oó]|contest[oó]|particip[oó])|pas de r[eé]ponse|n'a pas r[eé]pondu|sem resposta"
    r"|n[aã]o respondeu",
    re.IGNORECASE,
)


def says_no_answer(text: str) -> bool:
    """Whether a cell says in plain words that nobody answered.

    Parameters
    ----------
    text : str
        As written.

    Examples
    --------
    >>> [says_no_answer(text) for text in ("Did not answer", "no response yet", "(didn’t respond)", "no", "n/a")]
    [True, True, True, False, False]
    """
    return bool(_SAID.fullmatch(text.strip(" .()[]*-–—").replace("’", "'")))


def without_unanswered_rows(tables: Sequence[OpenTable]) -> list[OpenTable]:
    """Make the rows of matrices blank that say that nobody answered; such words among answers are not known.

    Parameters
    ----------
    tables : sequence of OpenTable
        Of a folder.
    """
    return [_blanked(table) for table in tables]


def _blanked(table: OpenTable) -> OpenTable:
    source = table.table
    headers = square_columns(table)
    if not headers or not any(says_no_answer(text) for header in headers for text in set(source.columns[header])):
        return table
    first = next(iter(source.columns))
    columns = {header: list(texts) for header, texts in source.columns.items()}
    unanswered: set[int] = set()
    for place, (row, name) in enumerate(zip(source.rows, source.columns[first], strict=True)):
        about = [header for header in headers if normal(header) != normal(name)]
        silent = [header for header in headers if says_no_answer(source.columns[header][place])]
        whole = all(header in silent or not source.columns[header][place] for header in about)
        if silent and whole:
            unanswered.add(row)
        for header in silent:
            columns[header][place] = "" if whole else "n/a"
    made = SourceTable(source.file, columns, source.rows, source.decimal_comma)
    return replace(table, table=made, unanswered=frozenset(unanswered))
