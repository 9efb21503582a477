"""Write short questionnaires for those who have not answered, and say what to expect of them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from stakeholder_graph.api.reading import read
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.problems import Inspection, Problem, SurveyError
from stakeholder_graph.model.survey import DEFAULT_WAVE
from stakeholder_graph.questionnaire import SurveyPlan, read_plan
from stakeholder_graph.questionnaire.short import (
    ShortFormat,
    ShortSurvey,
    asked_files,
    default_short_output,
    shorten,
    write_short,
    written_names,
)
from stakeholder_graph.questionnaire.short.answering_time import ROW
from stakeholder_graph.questionnaire.write import ENDINGS
from stakeholder_graph.storage.file_forms import form_of_file
from stakeholder_graph.studies.call_list.waiting import may_have_answered
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.short_rosters import ExpectedRanges, expected_ranges
from stakeholder_graph.survey.files import open_lists
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _
from stakeholder_graph.views.short_survey import expected_csv, expected_json

#: So many imputations of each planted network: widths are means over several of these.
DRAWS = 40


@dataclass(frozen=True, eq=False)
class ShortQuestionnaires:
    """Short questionnaires as they were written.

    Parameters
    ----------
    files : tuple of Path
        What was written.
    survey : ShortSurvey
        What each is asked.
    silent : tuple of str
        Who has not answered; everybody where nobody has been asked in this round.
    expected : ExpectedRanges or None
        What their answers would settle; None where nobody has answered yet, or nothing was drawn.
    """

    files: tuple[Path, ...]
    survey: ShortSurvey
    silent: tuple[str, ...]
    expected: ExpectedRanges | None


def short_questionnaires(
    path: str | Path,
    minutes: float,
    output: str | Path | None = None,
    *,
    to: ShortFormat = "print",
    wave: str = "",
    language: Literal["en", "es"] | None = None,
    contact: str = "",
    until: str = "",
    leave_out: Sequence[str] = (),
    row_seconds: float = ROW,
    draws: int = DRAWS,
    seed: int = 0,
    say: Callable[[str], None] = lambda sentence: None,
) -> ShortQuestionnaires:
    """Write questionnaires of so many minutes for those who have not answered.

    Each is asked about a part of the others, drawn by lot from the list, so that everybody is asked about as often.
    Who has answered, and what, has no effect on whom anybody is asked about.

    Parameters
    ----------
    path : str or Path
        The folder of a partnership, or its settings file.
    minutes : float
        How long the questionnaire may take.
    output : str or Path, optional
        The folder for sheets, or the form to write.
    to : {"print", "xlsform"}
        A sheet for each organization, or one form for all.
    wave : str
        The round; the latest by default. Of a round without answers, everybody is asked.
    language : {"en", "es"}, optional
        By default that of the settings.
    contact, until : str
        As of `questionnaire.write_questionnaire`.
    leave_out : sequence of str
        Questions to leave out, by kind or id; none by default.
    row_seconds : float
        Seconds that a row of a grid takes.
    draws : int
        Imputations for the ranges to expect; 0 for none.
    seed : int
        Of the lot, and of the imputations.
    say : callable
        Takes a sentence about what is about to take a while.

    Returns
    -------
    ShortQuestionnaires

    Raises
    ------
    FileFormError
        If the name is that of another file than a form of its kind; nothing is written then.
    SurveyError
        If nobody is left to ask, or the minutes are too few or too many; nothing is written then.

    Examples
    --------
    >>> import stakeholder_graph as sg
    >>> folder = getfixture("tmp_path")
    >>> short = sg.short_questionnaires("surveys/wren-county", 10, folder, draws=20)
    >>> len(short.silent), short.survey.rosters.size, short.expected.not_known[:2]
    (18, 29, (153, 6))
    """
    if output and to == "xlsform":
        form_of_file(Path(output), to, ENDINGS)
    plan = read_plan(path)
    folder, settings, tables = open_lists(Path(path), Inspection())
    partnership = read(path) if _has_answers(folder, settings, tables) else None
    asked = partnership if partnership and (not wave or wave in partnership.graphs) else None
    wave = asked.graph(wave or None).wave.name if asked else wave
    listed = _listed(plan, tables, wave) if asked else plan.roster
    silent = _silent(asked, wave, listed) if asked else listed
    short = shorten(
        replace(plan, roster=listed),
        minutes,
        leave_out=leave_out,
        language=language or settings.language or "en",
        contact=contact,
        until=until,
        row_seconds=row_seconds,
        seed=seed,
    )
    desk: dict[str, str] = {}
    expected = None
    if asked and draws:
        say(_("Computing what to expect of the answers."))
        expected = _expected(asked, short, silent, wave, draws)
        desk["expected.csv"] = expected_csv(expected)
    desk["expected.json"] = expected_json(expected, _design(short, silent))
    if to == "print" and not any(question.kind == "tie" for question in settings.question):
        answered = _answered(partnership)
        if not asked:
            answered = {**answered, wave: dict.fromkeys(listed, False)}
        desk |= asked_files(tables, short.rosters, silent, wave=wave, answered=answered)
    named = wave if settings.wave or not asked or wave != DEFAULT_WAVE else ""
    target = Path(output) if output else default_short_output(to)
    files = write_short(short, to, target, silent, wave=named, for_desk=desk)
    return ShortQuestionnaires(tuple(files), short, silent, expected)


def _has_answers(folder: Path, settings: Settings, tables: Mapping[str, SourceTable]) -> bool:
    """Whether anybody has answered anything about ties."""
    files = [file for wave in settings.wave for file in wave.files] + [question.file for question in settings.question]
    exported = any((folder / file).is_file() for file in files if file)
    return "ties" in tables or exported or bool(settings.table or settings.network)


def _listed(plan: SurveyPlan, tables: Mapping[str, SourceTable], wave: str) -> tuple[str, ...]:
    """Who is on the list of a round: as asked.csv says it, which says nothing of answers; else the whole list."""
    if "asked" not in tables:
        return plan.roster
    table, meant = tables["asked"], written_names(tables)
    cells = zip(table.texts("organization"), table.texts("wave"), strict=True)
    there = {meant(text) for text, round_name in cells if normal(round_name) in ("", normal(wave))}
    return tuple(name for name in plan.roster if name in there) or plan.roster


def _silent(partnership: Partnership, wave: str, listed: Sequence[str]) -> tuple[str, ...]:
    """Who has not answered; nobody of whom an open decision may say that it has, or whose answer is set aside."""
    graph, info, unheard = partnership.graph(wave), partnership.info, may_have_answered(partnership)
    if unheard.everybody:
        raise SurveyError([Problem(
            _("Decisions are open that may say who has answered."),
            _("Decide them first: `stakeholder-graph check` lists them."),
        )])  # fmt: skip
    answered = {name for name, yes in zip(graph.names, graph.answered, strict=True) if yes}
    left = answered.union(info.answers_aside.get(wave, ()), unheard.organizations)
    silent = tuple(name for name in listed if name not in left)
    if silent:
        return silent
    if not info.answered_known:
        raise SurveyError([Problem(
            _("Nothing in your files says who has answered, so that everybody counts as having done so."),
            _("Write yes or no under “answered” in organizations.csv or asked.csv."),
        )])  # fmt: skip
    raise SurveyError([Problem(
        _("Nobody is left to ask: all that are on the list of {wave} have answered.", wave=wave),
        _("For a new round, give its name with --wave."),
    )])  # fmt: skip


def _answered(partnership: Partnership | None) -> dict[str, dict[str, bool]]:
    """By round, who has answered; of a single round, which no file need name, under a blank."""
    graphs = partnership.graphs if partnership else {}
    said = {
        wave: dict(zip(graph.names, map(bool, graph.answered.tolist()), strict=True)) for wave, graph in graphs.items()
    }
    return {"": next(iter(said.values()))} if len(said) == 1 else said


def _expected(
    partnership: Partnership, short: ShortSurvey, silent: Sequence[str], wave: str, draws: int
) -> ExpectedRanges:
    full, minutes = short.minutes
    return expected_ranges(
        partnership,
        {name: short.rosters.roster(name) for name in silent},
        fewer=int(len(silent) * minutes / full),
        wave=wave,
        settings=MeasureSettings(partnership.info.ties, short.seed, draws=draws),
    )


def _design(short: ShortSurvey, silent: Sequence[str]) -> dict[str, object]:
    """What is asked of whom, for the desk."""
    full, minutes = short.minutes
    both, single, neither = short.rosters.pairs()
    return {
        "partnership": short.plan.name,
        "organizations": len(short.plan.roster),
        "asked": len(silent),
        "asked_about": short.rosters.size,
        "seed": short.seed,
        "pairs_asked": {"of_both": both, "of_one": single, "of_neither": neither},
        "minutes": {"full": round(full, 2), "short": round(minutes, 2), "saved": round(len(silent) * (full - minutes))},
        "seconds_a_row": short.row_seconds,
    }
