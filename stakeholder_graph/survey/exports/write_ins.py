"""Write-ins: partners that respondents named beside the option "other" of a list or a grid of partners."""

from collections.abc import Mapping, Sequence
from math import nan
from typing import NamedTuple

import numpy as np

from stakeholder_graph.frames.rows import SurveyRows
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.answer_matrix import BoolMatrix
from stakeholder_graph.survey.exports.questions import LocatedQuestion
from stakeholder_graph.survey.formats import AnswerColumn
from stakeholder_graph.survey.formats.options.write_ins import names_written
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.resolution import NameResolution
from stakeholder_graph.survey.settings.elements import Steps
from stakeholder_graph.survey.settings.layers import no_ties, values_of
from stakeholder_graph.text import _, _n

#: What stands for nobody, and what is decided to be none of the list.
_NO_PARTNER = ("nobody", "unlisted")


class WrittenPartner(NamedTuple):
    """A partner written in by a respondent.

    `organization` is blank where it is not certain who that is; then the name may stand for one of the `proposals`.
    """

    row: int
    organization: str
    proposals: tuple[str, ...]
    value: float
    is_tie: bool


def read_write_ins(
    located: LocatedQuestion, resolution: NameResolution, steps: Steps, inspection: Inspection
) -> list[WrittenPartner]:
    """Read the partners that respondents wrote in, except what stands for nobody.

    Parameters
    ----------
    located : LocatedQuestion
        Of ties; its partners are the rows of a grid or the options of a list.
    resolution : NameResolution
        The roster.
    steps : tuple of Step
        The scale of the layer.
    inspection : Inspection
        Takes advice on those who chose "other" and named nobody.

    Notes
    -----
    In a list a name is a tick; in a grid the answer in the row of "other" counts, and one that is blank is a tie of
    unknown strength. Of a grid with boxes a name counts where the box of its row is ticked; where it has none, nobody
    knows which kind of tie is meant, so that the dyad is not known.
    """
    table, strength = located.table, dict[str, float]()
    partners: list[WrittenPartner] = []
    for words in located.write_ins:
        beside = _beside(words, located)
        answers: Sequence[str] = table.texts(beside) if beside else [""] * len(table)
        strength |= values_of(answers, steps, table.decimal_comma)
        for row, text, answer in zip(table.respondents, names_written(table, words), answers, strict=True):
            if not text or row not in located.respondents.names:
                continue
            value, is_tie = _reported(beside, answer, strength, steps)
            meant = [match for match in resolution.match(text, located.wave).single if match.kind not in _NO_PARTNER]
            for match in meant:
                perhaps = tuple(proposal.organization for proposal in match.proposals)
                if located.question.choice and beside is None and match.organization:
                    partners.append(WrittenPartner(row, "", (match.organization,), value, is_tie))
                else:
                    partners.append(WrittenPartner(row, match.organization, perhaps, value, is_tie))
    _note_nameless(located, inspection)
    inspection.left_out[located.about] += sum(partner.is_tie and not partner.organization for partner in partners)
    return partners


def written_in(located: LocatedQuestion, resolution: NameResolution) -> set[str]:
    """Give every organization that respondents wrote in, without names that are not certain.

    Parameters
    ----------
    located : LocatedQuestion
        With its wave.
    resolution : NameResolution
        The roster.
    """
    table = located.table
    cells = (zip(table.respondents, names_written(table, words), strict=True) for words in located.write_ins)
    texts = {text for column in cells for row, text in column if text and row in located.respondents.names}
    singles = (single for text in texts for single in resolution.match(text, located.wave).single)
    return {single.organization for single in singles} - {""}


def fill_in(
    written: Sequence[WrittenPartner],
    respondents: Sequence[int],
    shown: Sequence[str],
    chosen: BoolMatrix,
    given: BoolMatrix,
) -> dict[tuple[int, str], float]:
    """Find the ties that respondents wrote in and had not ticked.

    Parameters
    ----------
    written : sequence of WrittenPartner
        Of these respondents.
    respondents : sequence of int
        The row of each.
    shown : sequence of str
        The organization of each column.
    chosen, given : array of bool, shape (respondents, shown)
        Answers about partners shown. Where one of them is written in, an answer is given.

    Returns
    -------
    dict of (int, str) to float
        How strong each tie is, by row and organization.
    """
    place = {row: number for number, row in enumerate(respondents)}
    column = {name: number for number, name in enumerate(shown)}
    ties: dict[tuple[int, str], float] = {}
    for partner in (partner for partner in written if partner.is_tie and partner.organization):
        at, to = place[partner.row], column.get(partner.organization)
        if to is not None:
            given[at, to] = True
        if to is None or not chosen[at, to]:
            pair = (partner.row, partner.organization)
            ties[pair] = float(np.fmax(ties.get(pair, nan), partner.value))
    return ties


def add_write_ins(
    written: Sequence[WrittenPartner],
    ties: Mapping[tuple[int, str], float],
    organizations: Mapping[int, str],
    labels: Mapping[int, str],
    about: Mapping[str, str],
    rows: SurveyRows,
) -> None:
    """Add the ties that respondents wrote in, and the dyads of which a name in doubt leaves nothing known.

    Parameters
    ----------
    written : sequence of WrittenPartner
        Of respondents whose organization is certain.
    ties : mapping of (int, str) to float
        As from `fill_in`.
    organizations, labels : mapping of int to str
        Who answers, and which of its respondents, by row.
    about : mapping of str to str
        Wave and layer.
    rows : SurveyRows
        Takes the rows.
    """
    rows.add(
        "ties",
        {
            **about,
            "from": [organizations[row] for row, _organization in ties],
            "to": [organization for _row, organization in ties],
            "value": list(ties.values()),
            "respondent": [labels[row] for row, _organization in ties],
        },
    )
    doubtful = sorted(
        {
            (organizations[partner.row], proposal)
            for partner in written
            if partner.is_tie and not partner.organization
            for proposal in partner.proposals
            if proposal != organizations[partner.row]
        }
    )
    rows.add(
        "exceptions",
        {**about, "from": [end for end, _to in doubtful], "to": [to for _end, to in doubtful], "observed": False},
    )


def _reported(beside: AnswerColumn | None, answer: str, values: dict[str, float], steps: Steps) -> tuple[float, bool]:
    """How strong a tie is that a name beside "other" reports, and whether it is a tie at all."""
    if beside is not None and beside.choice:
        return nan, answer == "1"
    if beside is None or beside.kind == "many":
        return next((step.value for step in steps if step.tie), nan), True
    value = values[answer]
    return value, value not in no_ties(steps)


def _beside(words: AnswerColumn, located: LocatedQuestion) -> AnswerColumn | None:
    """The column of the option beside which words stand, in a grid with boxes that of the box that counts."""
    options = [
        column
        for column in located.table.question(words.write_in_of or words.question)
        if column.item_kind == "residual" and column.item == words.beside
    ]
    choice = normal(located.question.choice)
    return next((column for column in options if not choice or normal(column.choice) == choice), None)


def _note_nameless(located: LocatedQuestion, inspection: Inspection) -> None:
    """Say how many ticked "other" and named nobody: they have another partner, and nobody knows which."""
    table, named, ticked = located.table, set[int](), set[int]()
    for words in located.write_ins:
        beside = _beside(words, located)
        marks = table.cells[beside.header] if beside and beside.kind == "many" else [""] * len(table)
        for row, text, mark in zip(table.respondents, names_written(table, words), marks, strict=True):
            named |= {row} if text else set()
            ticked |= {row} if mark == "1" else set()
    nameless = ticked - named
    if nameless:
        inspection.advise(
            _n(
                "{count} respondent to “{question}” ticked “other” and named nobody.",
                "{count} respondents to “{question}” ticked “other” and named nobody.",
                len(nameless),
                question=located.about,
            ),
            _("You need do nothing: it is no tie with anybody on your list."),
            located.file,
            min(nameless),
        )
