"""Lists of organizations, of what they take part in, and of indicators: which column means what."""

import re
from collections.abc import Iterable, Sequence

from stakeholder_graph.survey.formats.source import bracketed
from stakeholder_graph.survey.names.consent_words import asks_for_consent
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.plain.items import KINDS
from stakeholder_graph.survey.roles.opening.open_tables import NAMELESS, OpenTable
from stakeholder_graph.survey.roles.table_role import TableRole
from stakeholder_graph.survey.roles.vocabulary import (
    CONTACTS,
    DICTIONARIES,
    IDS,
    ITEMS,
    NAMES,
    OWN,
    SECTORS,
    VALUES,
    WAVES,
    item_kind,
    words,
)
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.text import _

#: This share of the cells of a column differ, where each row is an organization.
_DIFFERENT = 0.95
_LONGEST_NAME = 120
_FORM_TYPE = re.compile(
    r"select[_ ](one|multiple)\b.*|(begin|end)[_ ](group|repeat)|rank\b.*|text|integer|decimal|date(time)?|time|note"
    r"|calculate|start|end|today|deviceid|username|geopoint|image|audio|file|acknowledge|hidden|range|barcode|audit",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"\?|^(timestamp|start ?time|startdate|submitdate|response ?id|respondent ?id)$", re.IGNORECASE)
_NUMBERED = re.compile(r"(.*?)[ _.-]?(\d{1,3})")
#: Headers with so many words are questions.
_QUESTION_WORDS = 6
#: With so few words a question may still stand for the name of a column.
_ITEM_WORDS = 9


def different(texts: Sequence[str]) -> bool:
    """Whether nearly every cell that is not blank differs from all others.

    Parameters
    ----------
    texts : sequence of str
        Cells.
    """
    return len(texts) > 1 and len({normal(text) for text in texts}) >= _DIFFERENT * len(texts)


def name_columns(table: OpenTable) -> tuple[str, str]:
    """Give the column with the names of organizations and the one with their ids; blank for none.

    Parameters
    ----------
    table : OpenTable
        Any.

    Notes
    -----
    Of several columns that could be names, the one counts that holds the fewest ids; a column of names alone has no
    ids.
    """
    headers = {words(header): header for header in reversed(list(table.table.columns))}
    named = [headers[name] for name in NAMES if name in headers and _may_be_names(table.texts(headers[name]))]
    first = next(iter(table.table.columns), "")
    if first == NAMELESS and _may_be_names(table.texts(first)):
        named.append(first)
    key = next((headers[name] for name in IDS if name in headers and different(table.texts(headers[name]))), "")
    ids = {normal(text) for text in table.texts(key)} if key else set()

    def shared(header: str) -> int:
        return sum(normal(text) in ids for text in table.texts(header))

    name = min(named, key=lambda header: (shared(header), named.index(header)), default="")
    if key and not name:
        return key, ""
    return name, key if key != name else ""


def organization_list(table: OpenTable) -> TableRole | None:
    """Take a table for a list of organizations, one in each row.

    Parameters
    ----------
    table : OpenTable
        Any.
    """
    name, key = name_columns(table)
    if not name or not different(table.texts(name)):
        return None
    columns = {"organization": name}
    if key:
        columns["id"] = key
    columns |= own_columns(table, {name, key})
    known = words(name) in NAMES[:4]
    why = _("Each row of “{column}” is a name of its own.", column=name)
    role = "contacts" if {words(header) for header in table.table.columns} & CONTACTS and not known else "organizations"
    if role == "contacts":
        return TableRole(table.file, table.sheet, "contacts", {}, _("It holds addresses of people."), sure=True)
    return TableRole(table.file, table.sheet, "organizations", columns, why, sure=known)


def own_columns(table: OpenTable, used: Iterable[str]) -> dict[str, str]:
    """What the columns of a list of organizations mean beside their names.

    Parameters
    ----------
    table : OpenTable
        The list.
    used : iterable of str
        Columns that mean something already.
    """
    taken = set(used)
    headers = {words(header): header for header in reversed(list(table.table.columns)) if header not in taken}
    columns: dict[str, str] = {
        meaning: headers[name] for meaning, names in OWN.items() for name in reversed(names) if name in headers
    }
    for choice in SECTORS:
        if choice in headers and headers[choice] not in columns.values():
            texts = [normal(text) for text in table.texts(headers[choice])]
            if texts and (choice in SECTORS[:2] or len(set(texts)) < len(texts)):
                return {**columns, "sector": headers[choice]}
    return columns


def affiliation_list(table: OpenTable, organizations: Iterable[str] = ()) -> TableRole | None:
    """Take a table for a list of what organizations take part in, one row for each.

    Parameters
    ----------
    table : OpenTable
        Any.
    organizations : iterable of str
        Names and ids of organizations that are known from another table, in normal form.
    """
    headers = {words(header): header for header in reversed(list(table.table.columns))}
    known = set(organizations)
    items = [header for name, header in headers.items() if name in ITEMS and _may_be_items(table.texts(header))]
    names = [headers[name] for name in NAMES if name in headers and headers[name] not in items]
    names += [h for h in headers.values() if h not in (*names, *items) and known and _are_known(table.texts(h), known)]
    if not names:
        return None
    name = next((header for header in names if known and _are_known(table.texts(header), known)), names[0])
    kinds = next(
        (headers[n] for n in ("kind", "type") if n in headers and _are_item_kinds(table.texts(headers[n]))), ""
    )
    repeated = not different(table.texts(name))
    if items and (repeated or len(headers) <= 2 or kinds):
        item = next((header for header in items if words(header) == "item"), items[0])
    elif known and repeated and _are_known(table.texts(name), known):
        others = [h for h in headers.values() if h != name and _may_be_items(table.texts(h))]
        if len(headers) > 3 or not others:
            return None
        item = others[0]
    else:
        return None
    columns = {"organization": name, "item": item}
    if kinds and kinds != item:
        columns["kind"] = kinds
    for meaning, choices in (("value", VALUES), ("wave", WAVES)):
        header = next((headers[n] for n in choices if n in headers and headers[n] not in columns.values()), "")
        if header:
            columns[meaning] = header
    kind = "" if "kind" in columns else (item_kind(item) or item_kind(table.name) or "")
    sure = bool(kind or "kind" in columns)
    why = _("It says in “{item}” what each organization takes part in.", item=item)
    doubt = "" if sure else _("It does not say what “{item}” holds: activities, outcomes or teams.", item=item)
    kind = kind or ("" if "kind" in columns else "activity")
    return TableRole(table.file, table.sheet, "affiliations", columns, why, sure, kind=kind, doubt=doubt)


def indicator_list(table: OpenTable) -> TableRole | None:
    """Take a table for indicators over time.

    Parameters
    ----------
    table : OpenTable
        Any.
    """
    headers = {words(header): header for header in reversed(list(table.table.columns))}
    indicator = next((headers[name] for name in ("indicator", "indicators", "measure") if name in headers), "")
    period = next((headers[name] for name in ("period", "year", "date", "quarter") if name in headers), "")
    value = next((headers[name] for name in ("value", "rate", "percent", "result") if name in headers), "")
    if not (indicator and period and value):
        return None
    columns = {"indicator": indicator, "period": period, "value": value}
    return TableRole(
        table.file, table.sheet, "indicators", columns, _("It has indicators, periods and values."), sure=True
    )


def dictionary(table: OpenTable) -> TableRole | None:
    """Take a table for one that says what columns of another mean.

    Parameters
    ----------
    table : OpenTable
        Any.
    """
    headers = {words(header) for header in table.table.columns}
    written = {" ".join(header.split()).casefold() for header in table.table.columns}
    if any(known <= headers or known <= written for known in DICTIONARIES) or _is_xlsform(table):
        return TableRole(
            table.file, table.sheet, "dictionary", {}, _("It says what columns of another table mean."), sure=True
        )
    return None


def _is_xlsform(table: OpenTable) -> bool:
    """Whether a sheet holds the questions of an XLSForm: each row a type, a name and a label."""
    headers = {words(header): header for header in table.table.columns}
    if not {"type", "name"} <= set(headers) or not any(header.startswith("label") for header in headers):
        return False
    types = set(table.texts(headers["type"]))
    return bool(types) and all(map(_FORM_TYPE.fullmatch, types))


def resembles_answers(table: OpenTable) -> bool:
    """Whether a table has questions above it: one row for each respondent.

    Parameters
    ----------
    table : OpenTable
        Any.
    """
    headers = list(table.table.columns)
    asked = sum(
        bool(_QUESTION.search(header)) or bracketed(header) is not None or len(header.split()) >= _QUESTION_WORDS
        for header in headers
        if not asks_for_consent(header) and not _asks_for_items(header)
    )
    series: dict[str, int] = {}
    for header in headers:
        if (numbered := _NUMBERED.fullmatch(header)) and numbered[1]:
            series[numbered[1]] = series.get(numbered[1], 0) + 1
    return 4 * asked >= len(headers) or max(series.values(), default=0) >= 3


def _asks_for_items(header: str) -> bool:
    """Whether a header asks in a few words what somebody takes part in, as "Teams" does."""
    return item_kind(header) is not None and bracketed(header) is None and len(header.split()) <= _ITEM_WORDS


def _may_be_names(texts: Sequence[str]) -> bool:
    return bool(texts) and all(
        len(text) <= _LONGEST_NAME and as_number(text, decimal_comma=True) is None for text in set(texts)
    )


def _may_be_items(texts: Sequence[str]) -> bool:
    return bool(texts) and not all(as_number(text, decimal_comma=True) is not None for text in set(texts))


def _are_known(texts: Sequence[str], known: set[str]) -> bool:
    names = {normal(text) for text in texts}
    return bool(names) and 2 * len(names & known) > len(names)


def _are_item_kinds(texts: Sequence[str]) -> bool:
    return bool(texts) and {text.casefold() for text in texts} <= set(KINDS)
