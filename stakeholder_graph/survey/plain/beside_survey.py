"""A list of ties beside an export: whoever neither answers the one nor stands first in the other has not answered."""

from collections.abc import Iterable
from dataclasses import replace

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.resolution import RESPONDENT, NameCell, NameResolution
from stakeholder_graph.survey.plain.organizations import OrganizationList
from stakeholder_graph.tabular.source_table import SourceTable


def with_survey_answers(
    listed: OrganizationList, written: Iterable[NameCell], resolution: NameResolution, ties: SourceTable
) -> OrganizationList:
    """Say of each organization whether it has answered, where only an export says so.

    Parameters
    ----------
    listed : OrganizationList
        The roster.
    written : iterable of NameCell
        The names in the export.
    resolution : NameResolution
        What they stand for.
    ties : SourceTable
        The list of ties, as ties.csv has it.
    """
    if listed.answered is not None:
        return listed
    spoke = {normal(resolution.organization(cell.text, cell.wave)) for cell in written if cell.role == RESPONDENT}
    spoke |= {normal(resolution.names.find(text) or text) for text in ties.texts("from")}
    return replace(listed, answered=[normal(name) in spoke for name in listed.names])
