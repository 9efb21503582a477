"""What is said of a question where it is not clear who answers, about whom, or what it asks."""

from collections.abc import Sequence

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.settings.model import QuestionSettings
from stakeholder_graph.text import _, _n, listing

#: So many rows are listed that have the same wrong with them.
_MOST_ROWS = 5


def note_nameless(rows: Sequence[int], total: int, file: str, written: str, inspection: Inspection) -> None:
    """Say once which rows do not say who answers; where none says it, the question is the wrong one.

    Parameters
    ----------
    rows : sequence of int
        Those rows.
    total : int
        How many rows the export has.
    file : str
        The export.
    written : str
        The question that says who answers.
    inspection : Inspection
        Takes the advice, or the problem.
    """
    if len(rows) == total:
        inspection.wrong(
            _("No row says who answers: “{question}” is blank throughout.", question=written),
            _("Choose another question as the one that says who answers."),
            file,
        )
        return
    shown = listing(map(str, rows[:_MOST_ROWS])) + (_(" and others") if len(rows) > _MOST_ROWS else "")
    inspection.advise(
        _n(
            "{count} row does not say who answers, and is left out: row {rows}.",
            "{count} rows do not say who answers, and are left out: rows {rows}.",
            len(rows),
            rows=shown,
        ),
        _("Fill in who it is."),
        file,
        rows[0],
    )


def note_no_partner(question: QuestionSettings, file: str, inspection: Inspection) -> None:
    """Say that answers about ties do not say about whom they are.

    Parameters
    ----------
    question : QuestionSettings
        Of the kind ``tie``.
    file : str
        The export.
    inspection : Inspection
        Takes the problem.
    """
    if question.question:
        inspection.wrong(
            _("“{id}” has an answer that stands for no partner.", id=question.question),
            _(
                "If its answers name the partners, {set_partners}.",
                set_partners=inspection.to_set("partners", question.question),
            ),
            file,
        )
    else:
        inspection.wrong(
            _("“{template}” does not say which of its parts names the partner.", template=question.columns),
            _("Call that part {part}.", part="{organization}"),
            file,
        )


def unconfirmed(question: QuestionSettings) -> str:
    """Say that nobody has confirmed what a question asks about, and what follows until somebody does.

    Parameters
    ----------
    question : QuestionSettings
        Not decided.

    Examples
    --------
    >>> unconfirmed(QuestionSettings(kind="team", question="Q1", decided=False))
    'Nobody has confirmed that “Q1” is a question of the kind “team”.'
    """
    wording = question.wording or question.question or question.columns or question.respondent
    if question.kind == "ignore":
        return _("Nobody has confirmed what “{wording}” asks about, so that it is left out.", wording=wording)
    if question.kind == "consent":
        return _(
            "“{wording}” seems to ask for consent to be named. Until you decide, whoever has not agreed is shown "
            "beyond your desk like somebody who has not answered.",
            wording=wording,
        )
    return _(
        "Nobody has confirmed that “{wording}” is a question of the kind “{kind}”.",
        wording=wording,
        kind=question.kind,
    )
