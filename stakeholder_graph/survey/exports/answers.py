"""What exports hold: names, to be resolved against the roster; what is said of organizations; answers about ties."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from stakeholder_graph.frames.rows import SurveyRows
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import LayerInfo
from stakeholder_graph.survey.exports.name_generator import read_named
from stakeholder_graph.survey.exports.questions import LocatedQuestion
from stakeholder_graph.survey.exports.roster_answers import organizations_in, read_roster
from stakeholder_graph.survey.formats.options.write_ins import names_written
from stakeholder_graph.survey.names.resolution import (
    ASKED_ABOUT,
    NAMED,
    NUMBERED,
    RESPONDENT,
    WRITTEN_IN,
    NameCell,
    NameResolution,
)
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.organizations import OrganizationList
from stakeholder_graph.tabular.delimited import is_known
from stakeholder_graph.text import _

_SEPARATOR = "; "
#: Columns of the list of organizations that mean something else.
_NOT_ATTRIBUTES = frozenset({"organization", "answered", "public"})
_Statement = tuple[str, str]
"""An organization, and what is said of it."""


def written_names(questions: Iterable[LocatedQuestion]) -> list[NameCell]:
    """Gather every name that the questions of exports hold.

    Parameters
    ----------
    questions : iterable of LocatedQuestion
        With their waves.
    """
    cells: list[NameCell] = []
    heard: set[tuple[str, str]] = set()
    for located in questions:
        wave, file, names = located.wave, located.file, located.respondents.names
        if (wave, file) not in heard:
            heard.add((wave, file))
            cells += [NameCell(wave, name, RESPONDENT, file, row, by=name) for row, name in names.items()]
        if located.question.kind != "tie":
            continue
        if not located.generates_names:
            cells += [
                NameCell(wave, item, NUMBERED if column.item_kind == "unnamed" else ASKED_ABOUT, file, column=header)
                for column in located.columns
                for header, item in [(column.header, located.items[column.header])]
            ]
        table, role = located.table, NAMED if located.generates_names else WRITTEN_IN
        cells += [
            NameCell(wave, text, role, file, row, column.header, names[row])
            for column in (table.question(located.question.partners) if role == NAMED else located.write_ins)
            for row, text in zip(table.respondents, names_written(table, column), strict=True)
            if text and row in names
        ]
    return cells


def described(
    organizations: OrganizationList,
    questions: Iterable[LocatedQuestion],
    resolution: NameResolution,
    inspection: Inspection,
) -> OrganizationList:
    """Give every organization of the roster with its attributes.

    Parameters
    ----------
    organizations : OrganizationList
        What the list of organizations says, which comes first; then what respondents say of themselves, then
        the parts of the headers.
    questions : iterable of LocatedQuestion
        Those of the exports.
    resolution : NameResolution
        The whole roster.
    inspection : Inspection
        Takes advice where respondents of one organization describe it differently.

    Returns
    -------
    OrganizationList
        With the names of the whole roster; it says which attributes hold what only an answer says.
    """
    whole = organizations.extended(list(resolution.names.shown.values()))
    attributes = dict(whole.attributes)
    place = {name: number for number, name in enumerate(whole.names)}
    listed = list(questions)
    by_headers = list(_by_headers(listed, resolution))
    known = {(attribute.casefold(), *statement) for _located, attribute, said in by_headers for statement in said}
    from_answers: set[str] = set()
    for located, attribute, statements in [*_by_respondents(listed, resolution), *by_headers]:
        if attribute.casefold() in _NOT_ATTRIBUTES:
            continue
        column = replace(whole, attributes=attributes).attribute(attribute) or attribute
        counts: dict[str, Counter[str]] = {}
        for organization, text in statements:
            if organization and is_known(text):
                counts.setdefault(organization, Counter())[text] += 1
        texts = list(attributes.get(column, [""] * len(whole.names)))
        for organization, said in counts.items():
            if not texts[place[organization]]:
                text = texts[place[organization]] = _usual(organization, column, said, located, inspection)
                if (attribute.casefold(), organization, text) not in known:
                    from_answers.add(column)
        attributes[column] = texts
    return replace(whole, attributes=attributes, from_answers=frozenset(from_answers))


def _by_respondents(
    questions: list[LocatedQuestion], resolution: NameResolution
) -> Iterator[tuple[LocatedQuestion, str, list[_Statement]]]:
    for located in questions:
        speaking = {row: resolution.organization(name, located.wave) for row, name in located.respondents.names.items()}
        for attribute, texts in located.respondents.attributes:
            yield located, attribute, _statements(speaking, texts)
        if located.question.kind == "attribute":
            name = located.question.item or located.question.question or located.columns[0].header
            yield located, name, _statements(speaking, _answer(located))


def _statements(speaking: Mapping[int, str], texts: Mapping[int, str]) -> list[_Statement]:
    return [(organization, texts.get(row, "")) for row, organization in speaking.items()]


def _answer(located: LocatedQuestion) -> dict[int, str]:
    """One text for each respondent: the answer, or the options ticked."""
    table = located.table
    answers: list[list[str]] = [[] for _row in table.rows]
    for column in located.columns:
        for answer, text in zip(answers, table.texts(column), strict=True):
            shown = (column.item if text == "1" else "") if column.kind == "many" else text
            if shown:
                answer.append(shown)
    return dict(zip(table.rows, map(_SEPARATOR.join, answers), strict=True))


def _by_headers(
    questions: list[LocatedQuestion], resolution: NameResolution
) -> Iterator[tuple[LocatedQuestion, str, list[_Statement]]]:
    for located in questions:
        if located.question.kind != "tie" or not any(located.item_parts.values()):
            continue
        partners = {header: resolution.organization(item, located.wave) for header, item in located.items.items()}
        for attribute in dict.fromkeys(name for parts in located.item_parts.values() for name in parts):
            yield (
                located,
                attribute,
                [(name, located.item_parts[header].get(attribute, "")) for header, name in partners.items()],
            )


def _usual(
    organization: str, column: str, texts: Counter[str], located: LocatedQuestion, inspection: Inspection
) -> str:
    """What most respondents of an organization say of it."""
    text = min(texts, key=lambda said: (-texts[said], said))
    if len(texts) > 1:
        inspection.advise(
            _(
                "Respondents of “{organization}” describe it differently ({answers}); “{answer}” counts.",
                organization=organization,
                answers=", ".join(sorted(texts)),
                answer=text,
            ),
            _("Say in {organizations} which is right.", organizations=inspection.list_name("organizations")),
            located.file,
            column=column,
        )
    return text


def add_ties(
    questions: Sequence[LocatedQuestion],
    listed: Sequence[str],
    resolution: NameResolution,
    layers: Mapping[str, LayerInfo],
    rows: SurveyRows,
    inspection: Inspection,
) -> None:
    """Add the answers about ties to those of the plain files, which may not be about the same.

    Parameters
    ----------
    questions : sequence of LocatedQuestion
        Of all kinds: a respondent to any question of a wave is on the roster of that wave.
    listed : sequence of str
        The list of organizations; those that no export mentions are on the roster of every wave.
    resolution : NameResolution
        The whole roster.
    layers : mapping of str to LayerInfo
        By name.
    rows : SurveyRows
        Takes the answers.
    inspection : Inspection
        Takes problems, and what waits for a decision.
    """
    in_wave: dict[str, set[str]] = {}
    for located in questions:
        there = in_wave.setdefault(located.wave, set())
        there |= organizations_in(located, resolution)
        if located.question.kind == "tie" and located.generates_names:
            there |= set(listed or resolution.names.shown.values())
    silent = set(listed).difference(*in_wave.values())
    taken = set(rows.records("asked", "wave", "layer"))
    spelled = Names(layers)
    for located in (located for located in questions if located.question.kind == "tie"):
        info = layers[spelled.find(located.question.layer)]
        if (located.wave, info.name) in taken:
            inspection.wrong(
                _(
                    "The layer “{layer}” has answers from two places in the wave “{wave}”.",
                    layer=info.name,
                    wave=located.wave,
                ),
                _("Give one of them another layer or wave."),
                located.file,
            )
            continue
        taken.add((located.wave, info.name))
        read = read_named if located.generates_names else read_roster
        read(located, resolution, info, sorted(in_wave[located.wave] | silent), rows, inspection)


def count_ties(
    questions: Sequence[LocatedQuestion],
    listed: Sequence[str],
    resolution: NameResolution,
    layers: Mapping[str, LayerInfo],
) -> int:
    """Count the ties that the answers to some questions give; a pair without direction counts once.

    Parameters
    ----------
    questions, listed, resolution, layers
        As of `add_ties`.
    """
    rows = SurveyRows()
    add_ties(questions, listed, resolution, layers, rows, Inspection())
    ends = rows.records("ties", "wave", "layer", "from", "to")
    return len(
        {(wave, layer, *((a, b) if layers[layer].directed else sorted((a, b)))) for wave, layer, a, b in ends if a != b}
    )
