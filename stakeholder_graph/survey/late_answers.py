"""Which answers came after the day on which a round closes."""

from collections.abc import Callable, Iterable, Mapping

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.answer_order import dates_of
from stakeholder_graph.survey.exports.questions import LocatedQuestion
from stakeholder_graph.survey.plain.evidence.written_dates import date_written
from stakeholder_graph.tabular.source_table import NO, SourceTable
from stakeholder_graph.text import _

#: The column of asked.csv that says when an organization answered.
ANSWERED_ON = "answered_on"


def late_answers(
    closes: Mapping[str, str],
    asked: SourceTable | None,
    questions: Iterable[LocatedQuestion],
    resolved: Callable[[str, str], str],
    inspection: Inspection,
) -> dict[str, tuple[str, ...]]:
    """Find the organizations whose answer came after its round had closed; it counts all the same.

    Parameters
    ----------
    closes : mapping of str to str
        The day on which each round closes, as year, month and day.
    asked : SourceTable or None
        asked.csv, which may say when each organization answered.
    questions : iterable of LocatedQuestion
        Of exports, which note when each answer came.
    resolved : callable
        The organization that a name, as written in a round, stands for; blank for none.
    inspection : Inspection
        Takes a problem for each date that cannot be read.

    Returns
    -------
    dict of str to tuple of str
        By round, in the order of the roster; rounds without a late answer are left out.
    """
    if not closes:
        return {}
    only = next(iter(closes)) if len(closes) == 1 else ""
    late: dict[str, dict[str, None]] = {}
    for wave, name, day in [*_in_list(asked, inspection), *_in_exports(questions)]:
        of_wave = wave or only
        organization = resolved(name, of_wave)
        if organization and day > closes.get(of_wave, "9999"):
            late.setdefault(of_wave, {}).setdefault(organization)
    return {wave: tuple(sorted(names)) for wave, names in late.items()}


def _in_list(asked: SourceTable | None, inspection: Inspection) -> Iterable[tuple[str, str, str]]:
    if asked is None or ANSWERED_ON not in asked:
        return
    written = {text: date_written(text) for text in set(asked.texts(ANSWERED_ON))}
    inspection.wrong_texts(
        ((row, text) for row, text in asked.items(ANSWERED_ON) if text and not written[text]),
        asked.file,
        ANSWERED_ON,
        lambda text: _("“{text}” is no date that can be read one way only.", text=text),
        lambda text: _("Write year, month and day, as in 2026-03-20."),
    )
    columns = (asked.texts(name) for name in ("wave", "organization", ANSWERED_ON, "answered"))
    for wave, name, text, answered in zip(*columns, strict=True):
        if written[text] and answered.casefold() not in NO:
            yield wave, name, written[text]


def _in_exports(questions: Iterable[LocatedQuestion]) -> Iterable[tuple[str, str, str]]:
    by_export = {(located.file, located.wave): located for located in questions}
    for (_file, wave), located in by_export.items():
        respondents = located.respondents
        for row, date in dates_of(respondents.table, respondents.names.keys()).items():
            yield wave, respondents.names[row], date.date().isoformat()
