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
_NONE = ("", "-", "none", "no", "n")
_YES = ("yes", "y", "sí", "si", "s")
#: So many groups that names say are shown.
MOST_SHOWN = 6


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
    return draft if choice is not None else _with_sector_in_names(draft)


def _with_sector_in_names(draft: "Draft") -> "Draft":
    """Ask whether what stands in the names is the sector; without an answer it is not."""
    from stakeholder_graph.survey.roles.drafting.sector_in_names import sector_in_names, with_sector_in_names

    in_names = sector_in_names(draft)
    if in_names is None:
        return draft
    groups = listing(
        [*in_names.groups[:MOST_SHOWN], _("others")] if len(in_names.groups) > MOST_SHOWN else in_names.groups
    )
    question = (
        _("The names are put together from “{column}” and more. Is “{column}” the sector? ({groups}; yes or no)",
          column=in_names.column, groups=groups)
        if in_names.column
        else _("The names begin alike, up to “{separator}”. Is that the sector? ({groups}; yes or no)",
               separator=in_names.separator.strip(), groups=groups)
    )  # fmt: skip
    while (answer := ask(question, _("yes"), unanswered=_("no")).casefold()) not in {*_YES, *_NONE}:
        echo("  " + _("Write yes or no."))
    return with_sector_in_names(draft, in_names) if answer in _YES else draft
