"""What others may see of a survey in which some did not agree to be named: the same, as if these had not answered."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.survey.exports import consent as exports
from stakeholder_graph.survey.exports.questions import LocatedQuestion
from stakeholder_graph.survey.files import PartnershipFiles
from stakeholder_graph.survey.names.resolution import NameResolution
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.organizations import OrganizationList
from stakeholder_graph.survey.plain.roster import consent as plain
from stakeholder_graph.text import _, _n, listing

#: So many organizations are named.
_MOST_NAMED = 5


def with_agreed_answers(
    files: PartnershipFiles,
    questions: Sequence[LocatedQuestion],
    resolution: NameResolution | None,
    listed: OrganizationList,
    names: Names,
    waves: Sequence[Wave],
    layers: Mapping[str, LayerInfo],
    inspection: Inspection,
) -> PartnershipFiles | None:
    """Give the files without the answers of organizations that did not agree to be named.

    Parameters
    ----------
    files : PartnershipFiles
        As opened.
    questions : sequence of LocatedQuestion
        With the answers that count.
    resolution : NameResolution or None
        What the names in exports stand for.
    listed : OrganizationList
        What the backbone's list says; it may say who may be named.
    names : Names
        The roster.
    waves : sequence of Wave
        The rounds of the survey.
    layers : mapping of str to LayerInfo
        Kinds of tie.
    inspection : Inspection
        Takes advice on who did not agree.

    Returns
    -------
    PartnershipFiles or None
        None where everybody agreed, or nobody was asked.
    """
    everywhere = plain.may_not_be_named(listed, inspection)
    refused = {(wave.name, name) for wave in waves for name in everywhere}
    if resolution:
        refused |= exports.did_not_agree(questions, resolution, inspection)
    if not refused:
        return None
    _say(sorted({name for _wave, name in refused}), inspection)
    context = ReadingContext(names, tuple(wave.name for wave in waves), dict(layers), Inspection())
    tables = plain.without_answers(files.tables, refused, everywhere, context)
    left = files.questions
    if resolution:
        only = waves[0].name if len(waves) == 1 else ""
        in_waves = [replace(located, wave=only or located.wave) for located in files.questions]
        left = exports.without_answers(in_waves, refused, resolution)
    return replace(files, tables=tables, questions=left)


def persons_listed(
    questions: Sequence[LocatedQuestion],
    resolution: NameResolution | None,
    listed: OrganizationList,
    inspection: Inspection,
) -> dict[str, bool]:
    """Give the persons on the list, by their role, and whether each has said that they may be named.

    Parameters
    ----------
    questions, resolution, listed, inspection
        As of `with_agreed_answers`.
    """
    agreed = exports.agreed_in_answers(questions, resolution) if resolution else frozenset[str]()
    return plain.participants(listed, agreed, inspection)


def _say(names: Sequence[str], inspection: Inspection) -> None:
    shown = [_("“{name}”", name=name) for name in names[:_MOST_NAMED]]
    if len(names) > _MOST_NAMED:
        shown.append(_("others"))
    inspection.advise(
        _n(
            "{count} organization did not agree to be named: {names}. Beyond your desk nothing that it answered is "
            "shown or counted, so that it looks like one that has not answered.",
            "{count} organizations did not agree to be named: {names}. Beyond your desk nothing that they answered is "
            "shown or counted, so that they look like those that have not answered.",
            len(names),
            names=listing(shown),
        ),
        _("You need do nothing."),
    )
