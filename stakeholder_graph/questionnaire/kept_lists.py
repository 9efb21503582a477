"""Lists that the backbone keeps: nobody is asked for what they say, and the answers are read beside them."""

from collections.abc import Mapping

from stakeholder_graph.frames import natural
from stakeholder_graph.survey.settings.workbook.sheets import EVIDENCE_SHEET
from stakeholder_graph.tabular.source_table import SourceTable

#: Plain files about other things than the survey that stay as they are.
_AS_THEY_ARE = ("indicators", "places", "strategies", "changes")
#: What happens anew in each round, so that a list of another round says nothing of it.
_OF_ITS_ROUND = ("meeting",)


def kinds_of_lists(tables: Mapping[str, SourceTable]) -> frozenset[str]:
    """Give the kinds of items of which a list says who has to do with which, so that nobody is asked.

    Parameters
    ----------
    tables : mapping of str to SourceTable
        The plain files.

    Examples
    --------
    >>> cells = {"kind": ["team", "outcome", "outcome"], "source": ["list", "list", "answer"]}
    >>> kinds_of_lists({"affiliations": SourceTable("affiliations.csv", cells, [2, 3, 4])})
    frozenset({'team'})
    """
    if "affiliations" not in tables:
        return frozenset()
    table = tables["affiliations"]
    rows = list(zip(map(str.casefold, table.texts("kind")), _is_listed(table), strict=True))
    return frozenset(kind for kind, _listed in rows) - {kind for kind, listed in rows if not listed}


def kept_tables(tables: Mapping[str, SourceTable]) -> dict[str, SourceTable]:
    """Give the plain files that belong beside the answers, as they hold whenever these come in.

    Parameters
    ----------
    tables : mapping of str to SourceTable
        The plain files.

    Returns
    -------
    dict of str to SourceTable
        Figures, places, strategies and changes as they are; who is on which team and uses which indicator as lists last
        said it; attendance at meetings of its own round; and what people decided, in evidence.csv or in the sheet.
    """
    kept = {name: tables[name] for name in _AS_THEY_ARE if name in tables}
    if (kinds := kinds_of_lists(tables)) and (listed := _listed(tables["affiliations"], kinds)):
        kept["affiliations"] = listed
    evidence = [tables[name] for name in (EVIDENCE_SHEET, "evidence") if name in tables]
    if evidence and any(map(len, evidence)):
        headers = dict.fromkeys(header.casefold() for table in evidence for header in table.columns)
        columns = {
            header: [text for table in evidence for text in table.texts(header)]
            for header in headers
            if header != "wave"
        }
        kept["evidence"] = SourceTable("evidence.csv", columns, list(range(2, 2 + sum(map(len, evidence)))))
    return kept


def _is_listed(table: SourceTable) -> list[bool]:
    return [source.casefold() == "list" for source in table.texts("source")]


def _listed(table: SourceTable, kinds: frozenset[str]) -> SourceTable | None:
    """The rows of some kinds, of the last round that a list has; only of what is of its round the round stays."""
    cells = list(zip(map(str.casefold, table.texts("kind")), table.texts("wave"), strict=True))
    last = {kind: max((wave for other, wave in cells if other == kind), key=natural) for kind in kinds}
    kept = [kind in kinds and (kind in _OF_ITS_ROUND or wave in ("", last[kind])) for kind, wave in cells]
    rows = table.select(kept)
    waves = [
        wave if kind.casefold() in _OF_ITS_ROUND else ""
        for kind, wave in zip(rows.texts("kind"), rows.texts("wave"), strict=True)
    ]
    header = table.headers.get("wave")
    columns = {name: waves if name == header else texts for name, texts in rows.columns.items()}
    return SourceTable(table.file, columns, rows.rows, table.decimal_comma) if rows.rows else None
