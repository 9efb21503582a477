"""Names that a table shortens: headers that are abbreviations or ids which a column has beside the full names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.roles.opening.open_tables import OpenTable
from stakeholder_graph.survey.roles.vocabulary import ABBREVIATIONS, words
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _

#: In a column that is called otherwise, this share of the headers stands.
_MOST = 0.6
_LEAST = 3
#: The names, and what is short for them, are among so many first columns of a matrix.
_LEADING = 3


def with_full_names(tables: Sequence[OpenTable], lists: Sequence[SourceTable] = ()) -> list[OpenTable]:
    """Give tables with full names in place of abbreviations or ids in their headers and their first column.

    Parameters
    ----------
    tables : sequence of OpenTable
        Of a folder.
    lists : sequence of SourceTable
        Plain files, which may have a column of abbreviations, too.

    Returns
    -------
    list of OpenTable
        Tables that shorten nothing come back as they are.

    Examples
    --------
    >>> from stakeholder_graph.exchange.network_source import NetworkSource
    >>> from stakeholder_graph.survey.roles.opening.open_tables import table_of_sheet
    >>> rows = [["Organization", "Abbr", "E", "F", "G"], ["Elm", "E", "", "1", "0"], ["Fir", "F", "1", "", "0"],
    ...         ["Gum", "G", "0", "1", ""]]
    >>> list(with_full_names([table_of_sheet(NetworkSource("m.csv", "CSV", {}), "", rows)])[0].table.columns)
    ['Organization', 'Elm', 'Fir', 'Gum']
    """
    made = [_by_itself(table) for table in tables]
    keys = [(table, *pair) for table in made for pair in _pairs(table.table)]
    plain = [(None, *pair) for source in lists for pair in _pairs(source)]
    sources = [*keys, *plain]
    return [_by_list(table, [(k, n) for holder, k, n in sources if holder is not table]) for table in made]


def _by_itself(table: OpenTable) -> OpenTable:
    """A matrix with names and abbreviations in its first columns: the names stay."""
    columns = table.table.columns
    headers = list(columns)
    leading = headers[:_LEADING]
    best: tuple[int, str, str, Mapping[str, str]] | None = None
    for key in leading:
        partners = {normal(header) for header in headers if header != key} - {""}
        for name in leading:
            full = _short_for(columns[key], columns[name]) if key != name else {}
            count = len(partners & set(full))
            if count < max(_LEAST, _MOST * (len(headers) - 2)) or not _are_names(columns[name]):
                continue
            if best is None or count > best[0]:
                best = (count, key, name, full)
    if best is None or {normal(text) for text in columns[best[2]]} >= {normal(header) for header in headers[2:]}:
        return table
    _count, key, name, short = best
    kept = {name: columns[name], **{header: columns[header] for header in headers if header not in (key, name)}}
    note = _("Its headers are short for names: “{short}” stands beside “{name}”.", short=key, name=name)
    return _renamed(table, kept, short, note)


def _by_list(table: OpenTable, pairs: Sequence[tuple[str, Mapping[str, str]]]) -> OpenTable:
    """A matrix whose headers, or whose first column, another table has as abbreviations or ids of names."""
    columns = dict(table.table.columns)
    headers = list(columns)
    if len(headers) <= _LEAST or len(table.table) < _LEAST:
        return table
    first = headers[0]
    rows = {normal(text) for text in columns[first]} - {""}
    across = {normal(header) for header in headers[1:]}
    for column, short in pairs:
        names = {normal(name) for name in short.values()}
        least = 1 if words(column) in ABBREVIATIONS else _LEAST
        all_short = least == 1 and min(len(rows & set(short)), len(across & set(short))) >= _MOST * len(rows)
        if max(len(names & rows), len(names & across)) < max(_LEAST, len(rows) / 2) and not all_short:
            continue  # about other organizations, or nothing is a full name; ids on both sides are looked up later
        above, beside = across & set(short), rows & set(short)
        if not all_short:
            above, beside = above - rows, beside - across
        enough = [len(part) >= max(least, 0 if least == 1 else _MOST * len(whole))
                  for part, whole in ((above, across), (beside, rows))]  # fmt: skip
        if not any(enough):
            continue
        texts = columns[first]
        if enough[1]:
            texts = [short[normal(text)] if normal(text) in beside else text for text in texts]
        note = _("Some of its names are abbreviations or ids, which “{column}” of the list explains.", column=column)
        kept = {**columns, first: texts}
        return _renamed(table, kept, {key: short[key] for key in above} if enough[0] else {}, note)
    return table


def _renamed(table: OpenTable, columns: Mapping[str, list[str]], short: Mapping[str, str], note: str) -> OpenTable:
    first, *others = columns
    renamed = {first: columns[first]}
    for header in others:
        name = short.get(normal(header), header)
        renamed[header if name in renamed else name] = columns[header]
    source = table.table
    made = SourceTable(source.file, renamed, source.rows, source.decimal_comma)
    return replace(table, table=made, short_names=note)


def _pairs(source: SourceTable) -> Iterator[tuple[str, dict[str, str]]]:
    """Columns that may be short for names, each with the names by what is short for them."""
    named = [header for header, texts in source.columns.items() if _are_names(texts)]
    for key, texts in source.columns.items():
        shorts = [normal(text) for text in texts if text]
        if len(shorts) < _LEAST or len(set(shorts)) < 0.8 * len(shorts):
            continue
        for name in named:
            if name != key:
                yield key, _short_for(texts, source.columns[name])


def _short_for(texts: Sequence[str], names: Sequence[str]) -> dict[str, str]:
    """Names by what is short for them; nothing that stands for two."""
    short: dict[str, str] = {}
    twice: set[str] = set()
    for text, name in zip(texts, names, strict=True):
        if not 0 < len(text) < len(name):
            continue
        if normal(short.setdefault(normal(text), name)) != normal(name):
            twice.add(normal(text))
    return {key: name for key, name in short.items() if key not in twice}


def _are_names(texts: Sequence[str]) -> bool:
    written = [normal(text) for text in texts if text]
    return (
        len(written) >= _LEAST
        and len(set(written)) >= 0.8 * len(written)
        and all(as_number(text) is None for text in written)
    )
