"""Answers about ties where respondents wrote down the names of their partners."""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import isnan, nan
from typing import NamedTuple

import numpy as np

from stakeholder_graph.frames.rows import SurveyRows
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import LayerInfo
from stakeholder_graph.survey.exports.questions import LocatedQuestion
from stakeholder_graph.survey.exports.roster_answers import Speakers, add_asked, blank_counts, speakers
from stakeholder_graph.survey.formats import AnswerColumn
from stakeholder_graph.survey.formats.options.write_ins import names_written
from stakeholder_graph.survey.names.resolution import NameResolution
from stakeholder_graph.survey.plain.scales import allowed_answers
from stakeholder_graph.survey.settings.elements import Steps
from stakeholder_graph.survey.settings.layers import no_ties, values_of
from stakeholder_graph.survey.settings.remedies import add_answer
from stakeholder_graph.text import _n


class _NamedPartner(NamedTuple):
    """A partner that a respondent wrote down; `organization` is blank where it is not certain who that is."""

    row: int
    organization: str
    proposals: tuple[str, ...]
    value: float


def read_named(
    located: LocatedQuestion,
    resolution: NameResolution,
    info: LayerInfo,
    listed: list[str],
    rows: SurveyRows,
    inspection: Inspection,
) -> None:
    """Read whom respondents named, and how strong they said each tie is.

    Parameters
    ----------
    located, resolution, info, listed, rows, inspection
        As of `read_roster`. A respondent who names anyone has answered about everyone listed, up to the limit: the
        one in the settings, else the number of boxes, and none for a box that takes a list. A name that is not certain
        is left out, and nothing is known of the organizations that it may stand for.
    """
    known = speakers(located, resolution)
    partners = _partners(located, resolution, info.steps, inspection)
    heard = [partner for partner in partners if partner.row in known.organizations]
    certain = [partner for partner in heard if partner.organization]
    uncertain = [partner for partner in heard if not partner.organization]
    inspection.left_out[located.about] += len(partners) - len(certain)
    named: dict[tuple[int, str], float] = {}
    for partner in certain:
        key = (partner.row, partner.organization)
        if partner.organization != known.organizations[partner.row]:
            named[key] = _stronger(named[key], partner.value) if key in named else partner.value
    about: dict[str, str] = {"wave": located.wave, "layer": info.name}
    none = no_ties(info.steps)
    ties = [(row, organization, value) for (row, organization), value in named.items() if value not in none]
    rows.add(
        "ties",
        {
            **about,
            "from": [known.organizations[row] for row, _to, _value in ties],
            "to": [organization for _row, organization, _value in ties],
            "value": [value for _row, _to, value in ties],
            "respondent": [known.labels[row] for row, _to, _value in ties],
        },
    )
    _add_asked(located, known, heard, named, listed, about, rows)
    perhaps = _perhaps(uncertain, named, known)
    rows.add(
        "exceptions",
        {**about, "from": [end for end, _to in perhaps], "to": [to for _end, to in perhaps], "observed": False},
    )


def _add_asked(
    located: LocatedQuestion,
    known: Speakers,
    heard: Sequence[_NamedPartner],
    named: Iterable[tuple[int, str]],
    listed: list[str],
    about: dict[str, str],
    rows: SurveyRows,
) -> None:
    limit = _limit(located)
    lost = Counter(partner.row for partner in heard if not partner.organization)
    naming = {partner.row for partner in heard}
    # A respondent whose names are all uncertain has answered about nobody.
    silent = set(lost) - {row for row, _organization in named}
    speaking = list(known.organizations)
    blank_is_no_tie = blank_counts(located, speaking)
    add_asked(
        rows,
        about,
        np.array(list(known.organizations.values()), dtype=object),
        np.array(list(known.labels.values()), dtype=object),
        (np.isin(speaking, list(naming)) | blank_is_no_tie) & ~np.isin(speaking, list(silent)),
        listed,
        "",
        np.array([nan if limit is None else max(limit - lost[row], 0) for row in speaking], dtype=float),
        nan if limit is None else float(limit),
    )


def _limit(located: LocatedQuestion) -> int | None:
    if located.question.limit is not None:
        return located.question.limit
    boxes = len(located.table.question(located.question.partners))
    return boxes if boxes > 1 else None


def _stronger(first: float, second: float) -> float:
    """The larger of two values; any is larger than one that is not known."""
    return second if isnan(first) or second >= first else first


def _partners(
    located: LocatedQuestion, resolution: NameResolution, steps: Steps, inspection: Inspection
) -> list[_NamedPartner]:
    """Every name in the cells of the question, except those that stand for nobody."""
    question, table = located.question, located.table
    strength_columns = located.columns if question.question != question.partners else ()
    cells: list[tuple[int, str, str]] = []
    for column in table.question(question.partners):
        beside = _beside(column, strength_columns)
        strengths = table.texts(beside) if beside else [""] * len(table)
        cells += [
            (row, text, strength)
            for row, text, strength in zip(table.respondents, names_written(table, column), strengths, strict=True)
            if text and row in located.respondents.names
        ]
    values = values_of({strength for _row, _text, strength in cells}, steps, table.decimal_comma)
    _note_unknown_strengths(located, cells, values, steps, inspection)
    return [
        _NamedPartner(
            row,
            match.organization,
            tuple(proposal.organization for proposal in match.proposals),
            values[strength],
        )
        for row, text, strength in cells
        for match in resolution.match(text, located.wave).single
        if match.kind != "nobody"
    ]


def _beside(column: AnswerColumn, strengths: Sequence[AnswerColumn]) -> AnswerColumn | None:
    """The column that says how strong the tie with the partner of another column is: that in the same place."""
    return next((other for other in strengths if other.item == column.item or len(strengths) == 1), None)


def _note_unknown_strengths(
    located: LocatedQuestion,
    cells: Sequence[tuple[int, str, str]],
    values: dict[str, float],
    steps: Steps,
    inspection: Inspection,
) -> None:
    rows: dict[str, list[int]] = {}
    for row, _text, strength in cells:
        if strength and isnan(values[strength]):
            rows.setdefault(strength, []).append(row)
    for text, places in sorted(rows.items()):
        inspection.decide(
            _n(
                "“{answer}” is not on the scale of the layer “{layer}”, so that {count} tie counts as one of unknown "
                "strength.",
                "“{answer}” is not on the scale of the layer “{layer}”, so that {count} ties count as ties of unknown "
                "strength.",
                len(places),
                answer=text,
                layer=located.about,
            ),
            add_answer(located.question, located.about, text, allowed_answers(steps), inspection),
            located.file,
            places[0],
            about="answers",
        )


def _perhaps(
    uncertain: Sequence[_NamedPartner], named: Iterable[tuple[int, str]], known: Speakers
) -> list[tuple[str, str]]:
    """Dyads with those whom an uncertain name may stand for: these are not known."""
    certain = {(known.organizations[row], organization) for row, organization in named}
    pairs = {(known.organizations[partner.row], proposal) for partner in uncertain for proposal in partner.proposals}
    return sorted((end, to) for end, to in pairs - certain if end != to)
