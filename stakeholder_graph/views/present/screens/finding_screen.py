"""The screen of one finding: its title, how firmly it stands, and what its speaker may be asked."""

from collections.abc import Iterable, Mapping
from typing import Any

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding, Tone
from stakeholder_graph.studies.page_one.story import Learned, Standing, questions_of
from stakeholder_graph.text import N_, _, listing, translate
from stakeholder_graph.views.certainty import how_sure, standing
from stakeholder_graph.views.in_short.title import title_of
from stakeholder_graph.views.present.screens.room import Room
from stakeholder_graph.views.present.screens.screen import MOST_LINES, NOTE_HOW, Screen, SpeakerNote
from stakeholder_graph.views.sentences import also as says_also
from stakeholder_graph.views.sentences import how_to_read

#: What the speaker says when somebody asks whether a finding is more than chance.
CHANCE: Mapping[Standing, str] = {
    "clear": N_("Yes. Luck would rarely do this."),
    "counted": N_("It is counted; luck does not come into it."),
    "even": N_("Luck could do this, so do not make more of it."),
    "close": N_("It is too close to call, so do not make more of it."),
}


def finding_screen(
    room: Room,
    id: str,
    learned: Learned,
    also: Iterable[str] = (),
    counted: str = "",
    title: str = "",
    **shown: Any,
) -> Screen:
    """Show a finding.

    Parameters
    ----------
    room : Room
        What the room sees.
    id : str
        Which screen it is.
    learned : Learned
        The finding, and how firmly it stands.
    also : iterable of str
        Further lines.
    counted : str
        What the map counts, for the speaker.
    title : str
        In place of what the finding says of itself.
    **shown
        Further fields of the `Screen`.
    """
    finding = learned.finding
    layer = listing(finding.scope.layers)
    how_firm = standing(learned, surveyed=room.copy.partnership.info.surveyed)
    stands = _("{standing} ({layer}).", standing=how_firm, layer=layer) if layer else f"{how_firm}."
    asks = shown.pop("asks", tuple(translate(question) for question in questions_of(finding)))
    notes = [_how_found(room, finding)]
    if sure := how_sure(finding):
        notes.append(SpeakerNote(_("How sure we are"), " ".join(sure)))
    if counted:
        notes.append(SpeakerNote(_("What is counted"), counted))
    notes.append(SpeakerNote(_("If asked: is that more than luck?"), _(CHANCE[learned.standing])))
    notes.append(room.silent_note())
    said, further = title_of(finding)
    if title:
        further = []
    lines = [*[*further, *also, *says_also(finding, tone(learned)), *asks][: MOST_LINES - 1], stands]
    return room.screen(id, title or said, tuple(lines), tuple(notes), asks=asks, **shown)


def tone(learned: Learned) -> Tone:
    """Whether a finding cheers or worries.

    Parameters
    ----------
    learned : Learned
        The finding.
    """
    return learned.finding.reading.tone if learned.finding.reading else "neutral"


def fields_of(finding: Finding) -> Mapping[str, Any]:
    """The values that a finding's reading says.

    Parameters
    ----------
    finding : Finding
        With or without a reading.
    """
    return finding.reading.fields if finding.reading else {}


def of_sectors(finding: Finding) -> bool:
    """Whether it compares sectors, so that lines across and within them show what it says.

    Parameters
    ----------
    finding : Finding
        Any.
    """
    return measures()[finding.name].group or fields_of(finding).get("what") == "sector"


def _how_found(room: Room, finding: Finding) -> SpeakerNote:
    info = measures()[finding.name]
    said = [
        f"{translate(info.title)}.",
        translate(info.question),
        how_to_read(finding, info, lists_only=room.lists_only),
    ]
    layer, several = listing(finding.scope.layers), len(room.copy.partnership.graphs) > 1
    if layer and several:
        said.append(_("It was asked about {layer}, survey of {wave}.", layer=layer, wave=room.copy.wave))
    elif layer:
        said.append(_("It was asked about {layer}.", layer=layer))
    return SpeakerNote(_(NOTE_HOW), " ".join(filter(None, said)))
