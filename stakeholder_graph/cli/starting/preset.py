"""The question of ``start`` about a preset to start from."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from stakeholder_graph.cli.starting.questions import ask
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.text import _

if TYPE_CHECKING:
    from stakeholder_graph.survey.settings.draft import Draft


def with_preset(draft: "Draft", folder: Path) -> "Draft":
    """Ask for a preset; none is the default, and what the settings name already stays."""
    from stakeholder_graph.model.problems import SurveyError
    from stakeholder_graph.survey.presets import read_preset, shipped_presets

    echo("\n" + _("Is your partnership like one of these? Then its sectors and outcomes are a start:"))
    for name in shipped_presets():
        echo(f"  {name:<12}{read_preset(name).title.now}")
    answer = ask(_("Your choice (press Enter for none)"), draft.settings.preset)
    if answer and answer.casefold() not in ("-", "none", "no"):
        try:
            read_preset(answer, folder)
        except SurveyError as error:
            for problem in error.problems:
                echo(f"  {problem.what} {problem.todo}")
            return draft
        return replace(draft, settings=draft.settings.model_copy(update={"preset": answer}))
    return replace(draft, settings=draft.settings.model_copy(update={"preset": ""})) if answer else draft


def say_whether_preset_fits(settings: Path) -> None:
    """Say where the sectors of the preset that was chosen are not those of the organizations."""
    from stakeholder_graph.survey.presets.fit import preset_that_fits_not

    if doubt := preset_that_fits_not(settings):
        echo(_("The preset may not fit. {what} {todo}", what=doubt.what, todo=doubt.todo))
