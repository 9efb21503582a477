"""The question of ``start`` about the sector, where no column of the list of organizations is recognized as it."""

from dataclasses import replace
from typing import TYPE_CHECKING

from stakeholder_graph.cli.starting.questions import ask
from stakeholder_graph.cli.streams import echo
from stakeholder_graph.text import _, listing

if TYPE_CHECKING:
    from stakeholder_graph.survey.roles.draft import FolderTables
    from stakeholder_graph.survey.settings.draft import Draft

#: What people write for none of them; Enter says it, too, unless a column is proposed.
_NONE = ("", "-", "none", "no")


def with_sector_column(draft: "Draft", tables: "FolderTables") -> "Draft":
    """Ask which column is the sector; without an answer none is, whatever is proposed."""
    from stakeholder_graph.survey.roles.drafting.sector_choice import sector_choice

    choice = sector_choice(draft, tables)
    while choice is not None:
        columns = listing((f"“{header}”" for header in choice.candidates), "or")
        question = _("Which column is the sector? ({columns}, or write “none”)", columns=columns)
        answer = ask(question, choice.proposed, unanswered="")
        if header := choice.meant(answer):
            return replace(draft, settings=draft.settings.model_copy(update={"sector": header}))
        if answer.casefold() in _NONE:
            break
        echo("  " + _("There is no column “{column}” in the list of organizations.", column=answer))
    return draft
