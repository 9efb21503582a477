"""Reads corrections.csv: what partners say is wrong, and who confirmed it."""

from itertools import compress
from typing import Any

from stakeholder_graph.model.survey import COLUMNS, CONNECTION, CORRECTED
from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.tabular.texts.formula_guard import unguarded
from stakeholder_graph.text import _


def read_corrections(table: SourceTable, context: ReadingContext) -> dict[str, list[Any]]:
    """Read corrections.csv: what partners say is wrong, and who confirmed it. No answer is changed by it.

    Parameters
    ----------
    table : SourceTable
        The file.
    context : ReadingContext
        The names.
    """
    inspection, names = context.inspection, context.names
    table.require_text(inspection, "about", "organization", "partners say")
    about = table.words("about", CORRECTED, inspection)
    named = [cell for cell, word in zip(table.items("with"), about, strict=True) if word == CONNECTION and cell[1]]
    inspection.wrong_texts(
        (cell for cell in named if names.shown and not names.find(cell[1])),
        table.file,
        "with",
        lambda text: _("“{name}” is not in the list of organizations.", name=text),
        lambda text: names.remedy(text, inspection),
    )
    columns = {
        **{name: list(map(unguarded, table.texts(name))) for name in COLUMNS["corrections"]},
        "about": about,
        "organization": names.checked(table, "organization", inspection),
        "with": [
            (names.find(text) or text) if word == CONNECTION else text
            for text, word in zip(table.texts("with"), about, strict=True)
        ],
    }
    known = [bool(name) for name in columns["organization"]]
    return {name: list(compress(columns[name], known)) for name in COLUMNS["corrections"]}
