"""Consent in the list of organizations: a column that says which of them may be named."""

import re
from collections.abc import Collection, Mapping
from dataclasses import replace

from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.survey.names.normalization import plain_words
from stakeholder_graph.survey.plain.organizations import OrganizationList
from stakeholder_graph.tabular.source_table import YES, SourceTable

#: Headers of a column that says who agreed to be named, in plain words.
CONSENT = re.compile(
    r"consent( to be named)?|consented|may be named|may we name( them)?|agree[sd]? to be named|can be named|"
    r"named on the map|consentimiento|puede nombrarse|acepta ser nombrad[ao]"
)
#: Tables with answers, and the column that says whose.
_ANSWERS: Mapping[str, str] = {"ties": "from", "affiliations": "organization", "ratings": "organization"}


def is_consent(header: str) -> bool:
    """Whether a column of the list of organizations says which of them may be named.

    Parameters
    ----------
    header : str
        As it is written.

    Examples
    --------
    >>> is_consent("Consent"), is_consent("May be named?"), is_consent("Consent decree")
    (True, True, False)
    """
    return CONSENT.fullmatch(" ".join(plain_words(header))) is not None


def may_not_be_named(listed: OrganizationList) -> frozenset[str]:
    """Give the organizations of which the list does not say that they may be named, where it says so of any.

    Parameters
    ----------
    listed : OrganizationList
        As read; a blank is no consent.

    Examples
    --------
    >>> sorted(may_not_be_named(OrganizationList(["Zoo", "Library"], {"consent": ["yes", ""]})))
    ['Library']
    """
    columns = [texts for header, texts in listed.attributes.items() if is_consent(header)]
    agreed = YES | {"si", "sí", "x"}
    return frozenset(
        name
        for texts in columns
        for name, text in zip(listed.names, texts, strict=True)
        if text.casefold() not in agreed
    )


def without_answers(
    tables: Mapping[str, SourceTable],
    organizations: Collection[tuple[str, str]],
    everywhere: Collection[str],
    context: ReadingContext,
) -> dict[str, SourceTable]:
    """Leave out all answers of some organizations, as if they had not answered.

    Parameters
    ----------
    tables : mapping of str to SourceTable
        The plain files, by name without ending.
    organizations : collection of (str, str)
        Wave and organization.
    everywhere : collection of str
        Those that the list of organizations itself keeps from being named, in every wave.
    context : ReadingContext
        Names, waves and layers. A row about a tie without direction does not say who reported it, so that every such
        row about one of these organizations is left out.
    """
    left = dict(tables)
    only = context.waves[0] if len(context.waves) == 1 else ""
    undirected = {name.casefold() for name in context.undirected}

    def silent(table: SourceTable, column: str) -> list[bool]:
        waves = [text or only for text in table.texts("wave")]
        names = context.names.find_all(table.texts(column), waves)
        return [(wave, name) in organizations for wave, name in zip(waves, names, strict=True)]

    for family, column in _ANSWERS.items():
        if family not in tables:
            continue
        table = tables[family]
        gone = silent(table, column)
        if family == "affiliations":
            gone = [out and text.casefold() != "list" for out, text in zip(gone, table.texts("source"), strict=True)]
        if family == "ties":
            whole = not context.layers or undirected >= {name.casefold() for name in context.layers}
            mutual = [(text.casefold() in undirected) if text else whole for text in table.texts("layer")]
            touched = silent(table, "to")
            gone = [out or (ends and other) for out, ends, other in zip(gone, mutual, touched, strict=True)]
        left[family] = table.select([not out for out in gone])
    if "asked" in tables:
        table = tables["asked"]
        answered = table.texts("answered") if "answered" in table else ["yes"] * len(table)
        left["asked"] = _answered(
            table, ["no" if out else text for out, text in zip(silent(table, "organization"), answered, strict=True)]
        )
    if "answered" in left.get("organizations", ()):
        table = tables["organizations"]
        names = context.names.find_all(table.texts("organization"))
        said = zip(names, table.texts("answered"), strict=True)
        left["organizations"] = _answered(table, ["no" if name in everywhere else text for name, text in said])
    return left


def _answered(table: SourceTable, texts: list[str]) -> SourceTable:
    header = table.headers.get("answered", "answered")
    return replace(table, columns={**table.columns, header: texts})
