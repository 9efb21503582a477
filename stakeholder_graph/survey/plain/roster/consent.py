"""Consent in the list of organizations: a column that says which of them may be named, and persons on that list."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.survey.names.consent_words import agrees, asks_for_consent, consent_columns, is_turned
from stakeholder_graph.survey.names.normalization import plain_words
from stakeholder_graph.survey.plain.organizations import MOST_NAMED, OrganizationList
from stakeholder_graph.tabular.source_table import NO, YES, SourceTable
from stakeholder_graph.text import _, _n, listing

#: Tables with answers, and the column that says whose.
_ANSWERS: Mapping[str, str] = {"ties": "from", "affiliations": "organization", "ratings": "organization"}


#: Roles of a person, in English and Spanish; the plural is that of an organization of such persons.
_PERSON = re.compile(
    r"\b(person|individual|resident|neighbou?r|tenant|parent|caregiver|guardian|grandparent|mother|father|youth|teen|"
    r"teenager|adolescent|student|young (person|adult)|community member|persona|individuo|residente|vecin[oa]|"
    r"inquilin[oa]|madre|padre|abuel[oa]|cuidadora?|joven|adolescente|estudiante|alumn[oa]|promotora?|"
    r"miembro de la comunidad)\b"
)
#: What makes an organization of it.
_ORGANIZED = re.compile(
    r"\b(organi[sz]ation|association|group|council|coalition|committee|network|circle|agency|program(me)?|services?|"
    r"serving|providers?|cent(er|re)|school|company|organizacion|asociacion|grupo|consejo|coalicion|comite|red|agencia|"
    r"programa|servicios?|centro|escuela)s?\b"
)

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


def participants(listed: OrganizationList, agreed: Collection[str], inspection: Inspection) -> dict[str, bool]:
    """Give the persons on the list, and whether each has said that they may be named: silence is no consent.

    Parameters
    ----------
    listed : OrganizationList
        As read. Who has the role of a person, such as "resident" or "madre", takes part for themselves.
    agreed : collection of str
        Who said so in their own answer.
    inspection : Inspection
        Takes advice on persons without consent.

    Examples
    --------
    >>> attributes = {"role": ["parent", "Resident", "parents"], "may be named": ["", "yes", ""]}
    >>> participants(OrganizationList(["Ana Ruiz", "Bo Lee", "Parents United"], attributes), (), Inspection())
    {'Ana Ruiz': False, 'Bo Lee': True}
    """
    role = listed.attribute("role")
    asked = [(listed.attributes[header], is_turned(header)) for header in consent_columns(listed.attributes)]
    persons: dict[str, bool] = {}
    for k, name in enumerate(listed.names):
        if not (role and is_person(listed.attributes[role][k])):
            continue
        said = [_agrees(texts[k], turned) for texts, turned in asked]
        public = listed.public is not None and listed.public[k]
        persons[name] = False not in said and (True in said or public or name in agreed)
    if silent := [name for name, named in persons.items() if not named]:
        _say_who_stays_unnamed(silent, inspection)
    return persons


def is_person(role: str) -> bool:
    """Whether a role is that of a person who takes part for themselves.

    Parameters
    ----------
    role : str
        As the list has it.

    Examples
    --------
    >>> [is_person(role) for role in ("Parent leader", "vecina", "residents", "parent organization", "funder")]
    [True, True, False, False, False]
    """
    words = " ".join(plain_words(role))
    return bool(_PERSON.search(words)) and not _ORGANIZED.search(words)


def _say_who_stays_unnamed(names: Sequence[str], inspection: Inspection) -> None:
    shown = [_("“{name}”", name=name) for name in names[:MOST_NAMED]]
    if len(names) > MOST_NAMED:
        shown.append(_("others"))
    inspection.advise(
        _n(
            "{count} person takes part for themselves and has not said that they may be named ({names}): they are "
            "counted, and no copy beyond your desk names them.",
            "{count} persons take part for themselves and have not said that they may be named ({names}): they are "
            "counted, and no copy beyond your desk names them.",
            len(names),
            names=listing(shown),
        ),
        _("Write yes for those who agree, below “may be named” in the list of organizations."),
    )


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
