"""Scales that partnership.toml spells out under a name, in the place of scales.csv."""

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.named_scales import scales_table
from stakeholder_graph.survey.settings.workbook.plain_tables import confirmed_scales
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _


def with_stated_scales(
    settings: Settings, tables: dict[str, SourceTable], inspection: Inspection
) -> dict[str, SourceTable]:
    """Give the plain files with the scales of the settings.

    Parameters
    ----------
    settings : Settings
        Of which `scales` counts; it has some.
    tables : dict of str to SourceTable
        The plain files.
    inspection : Inspection
        Takes guesses that nobody has confirmed, and a problem where scales.csv is there, too.
    """
    where = _("[scales] in {settings}", settings=SETTINGS_FILE)
    if "scales" in tables:
        file = tables["scales"].file
        inspection.wrong(
            _("{file} is in the folder too, and only one of the two can count.", file=file),
            _("Remove {file}, or take [scales] out of {settings}.", file=file, settings=SETTINGS_FILE),
            where,
        )
    inspection.sheets = {**inspection.sheets, "scales": where}
    return {**tables, "scales": confirmed_scales(scales_table(settings.scales, where), inspection)}
