"""What should be in a folder and is not: plain files that have to be there, a question about ties, survey settings."""

from collections.abc import Mapping
from difflib import get_close_matches
from pathlib import Path

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.input_files import shown_files
from stakeholder_graph.survey.plain.families import FAMILIES
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.workbook.sheets import WORKBOOK_FILE
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _, _n, listing
from stakeholder_graph.text.commands import quoted

#: So many questions are listed in a sentence.
_MOST_NAMED = 6


def check_presence(folder: Path, tables: Mapping[str, SourceTable], settings: Settings, inspection: Inspection) -> None:
    """Note which of the plain files are missing that have to be there without questions about ties.

    Parameters
    ----------
    folder : Path
        Of the partnership.
    tables : mapping of str to SourceTable
        The plain files that are there.
    settings : Settings
        With no question about ties.
    inspection : Inspection
        Takes the problems.
    """
    if "questions" in settings.drafted and not settings.question and not {"ties", "affiliations"} & set(tables):
        _note_emptied(folder, settings, inspection)
        return
    if settings.question and "ties" not in tables and "affiliations" not in tables:
        _note_no_tie(settings, inspection)
        return
    for family in ("organizations", "affiliations" if "affiliations" in tables else "ties"):
        file = f"{family}.csv"
        if family in tables or any(problem.file.startswith(f"{family}.") for problem in inspection.problems):
            continue
        # A list of another kind is itself, however much its name looks like this one.
        others = [path.name for path in shown_files(folder) if path.stem.casefold() not in FAMILIES]
        near = get_close_matches(file, others, 1, 0.8)
        inspection.wrong(
            _("There is no such file in the folder."),
            _("Is it “{file}”? Then rename it.", file=near[0])
            if near
            else _(
                "Add ties.csv or, where nobody was asked whom they work with, affiliations.csv; from the export of a "
                "survey begin with: stakeholder-graph start {folder}",
                folder=quoted(folder),
            )
            if family == "ties"
            else _(
                "Add {file}; from the export of a survey begin with: stakeholder-graph start {folder}",
                file=file,
                folder=quoted(folder),
            ),
            file,
        )


def _note_emptied(folder: Path, settings: Settings, inspection: Inspection) -> None:
    """Say that every question was deleted from the settings, and how to get them back."""
    files = [folder / file for wave in settings.wave for file in wave.files]
    export = quoted(next((path for path in files if path.is_file()), folder / "EXPORT"))
    todo = (
        _("To have them drafted again, delete the rows with “questions” on the sheet “Drafted” too, then run: "
          "stakeholder-graph start {folder}", folder=quoted(folder))
        if inspection.in_workbook
        else _("To have them drafted again, delete questions below [drafted] too, then run: stakeholder-graph codebook "
               "{export} --to toml", export=export)
    )  # fmt: skip
    inspection.wrong(_("All questions were deleted from the survey settings."), todo, settings.location.file)


def _note_no_tie(settings: Settings, inspection: Inspection) -> None:
    """Say that no question of the settings is about ties, and which of them wait for somebody to say what they are."""
    waiting = [question for question in settings.question if not question.decided]
    named = [f"“{question.wording or question.question}”" for question in waiting[:_MOST_NAMED]]
    if len(waiting) > _MOST_NAMED:
        named.append(_n("{count} more", "{count} more", len(waiting) - _MOST_NAMED))
    first = (waiting or settings.question)[0]
    inspection.wrong(
        _("No question is marked as a tie yet, and nobody has decided about {questions}.", questions=listing(named))
        if named
        else _("No question is marked as a tie."),
        _("If one of them asks who works with whom, {set_kind}.", set_kind=inspection.to_set("kind", "tie"))
        if named
        else _("If a question asks who works with whom, {set_kind}.", set_kind=inspection.to_set("kind", "tie")),
        first.location.file,
        first.location.row,
    )


def misspelled_settings(folder: Path) -> str:
    """Find the first file whose name is that of survey settings but for capitals or a typing error; blank for none.

    Parameters
    ----------
    folder : Path
        Of the partnership.
    """
    names = [path.name for path in shown_files(folder)]
    alike = (get_close_matches(settings, [name.casefold() for name in names], 1, 0.9)
             for settings in (SETTINGS_FILE, WORKBOOK_FILE))  # fmt: skip
    near = next((match for matches in alike for match in matches), "")
    return next((name for name in names if name.casefold() == near), "")
