"""Consent in the list of organizations: a column that says which of them may be named."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.survey.names.consent_words import agrees, asks_for_consent, consent_columns, is_turned
from stakeholder_graph.survey.plain.organizations import OrganizationList
from stakeholder_graph.tabular.source_table import NO, YES, SourceTable
from stakeholder_graph.text import _, listing

#: Tables with answers, and the column that says whose.
_ANSWERS: Mapping[str, str] = {"ties": "from", "affiliations": "organization", "ratings": "organization"}


#: Ticks that agree beside the words for yes.
_TICKS = YES | {"x", "✓", "✔"}


def may_not_be_named(listed: OrganizationList, inspection: Inspection) -> frozenset[str]:
    """Give the organizations of which the list does not say that they may be named, where it says so of any.

    Parameters
    ----------
    listed : OrganizationList
        As read; a blank is no consent.
    inspection : Inspection
        Takes open decisions: a column that may ask something else, and answers of which nobody knows what they say.

    Examples
    --------
    >>> listed = OrganizationList(["Zoo", "Library"], {"consent": ["yes", ""]})
    >>> sorted(may_not_be_named(listed, Inspection()))
    ['Library']
    """
    refused: set[str] = set()
    for header in consent_columns(listed.attributes):
        texts, turned = listed.attributes[header], is_turned(header)
        said = {text: _agrees(text, turned) for text in dict.fromkeys(texts)}
        refused |= {name for name, text in zip(listed.names, texts, strict=True) if not said[text]}
        if turned or asks_for_consent(header) != "surely":
            _ask(header, turned, inspection)
        elif unclear := [text for text, agreed in said.items() if agreed is None and text]:
            _ask_about(header, unclear, inspection)
    return frozenset(refused)


def _agrees(text: str, turned: bool) -> bool | None:
    if not text:
        return None
    agreed = True if text.casefold() in _TICKS else False if text.casefold() in NO else agrees(text)
    return agreed if agreed is None or not turned else not agreed


def _ask(header: str, turned: bool, inspection: Inspection) -> None:
    inspection.decide(
        _(
            "“{column}” of the list of organizations seems to say who may be named. Until you decide, {who} looks "
            "beyond your desk like an organization that has not answered.",
            column=header,
            who=_("whoever does not say no there") if turned else _("whoever does not say yes there"),
        ),
        _("Head it “may be named”, with yes or no below it; or, if it says something else, give it another header."),
        about="answers",
    )


def _ask_about(header: str, answers: Sequence[str], inspection: Inspection) -> None:
    inspection.decide(
        _(
            "Nothing says whether {answers} below “{column}” of the list of organizations means yes. Until you decide "
            "it counts as a no: beyond your desk, whoever said it looks like an organization that has not answered.",
            answers=listing((_("“{name}”", name=text) for text in sorted(answers)), "or"),
            column=header,
        ),
        _("Write yes or no there."),
        about="answers",
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
