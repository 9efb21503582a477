"""What was found, a screen a finding: those of page one first, then what it had no room for, as far as it stands."""

from collections.abc import Collection, Sequence

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.studies.page_one.story import Learned, story
from stakeholder_graph.views.present.screens.connected import connected
from stakeholder_graph.views.present.screens.finding_screen import of_sectors, tone
from stakeholder_graph.views.present.screens.findings import across, counted_across, strength
from stakeholder_graph.views.present.screens.meet import meet
from stakeholder_graph.views.present.screens.missing import missing
from stakeholder_graph.views.present.screens.pictured import pictured
from stakeholder_graph.views.present.screens.room import Room
from stakeholder_graph.views.present.screens.screen import Screen

#: Findings on a wall: what page one tells, and one more.
MOST_FOUND = 4
#: With fewer pictures than this, what only words can tell has a screen, too.
ENOUGH_PICTURES = 2
#: What stands first among them, and what stands last; the rest stands between.
FIRST, LAST = ("strength", "across"), ("missing", "meet")


def of_findings(room: Room) -> list[Screen]:
    """Choose what of the findings a room sees, each on a screen that shows its point.

    Parameters
    ----------
    room : Room
        What the room sees.

    Returns
    -------
    list of Screen
        What luck could have done, or what is too close to call, is not among them: nobody has to talk about that for
        three minutes.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.views.scene import scene
    >>> copy = make_copy("partners", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1")
    >>> of_findings(Room(copy, scene(copy)))
    []
    """
    findings = room.copy.findings
    everything = story(findings, len(findings), room.copy.backbone)
    on_page_one, rest = (
        [learned for learned in chosen if learned.standing in ("clear", "counted")]
        for chosen in (story(findings, backbone=room.copy.backbone), everything)
    )
    best = _strength(on_page_one)
    shown: dict[str, Screen] = {}
    for learned in on_page_one:
        made = strength(room, learned) if learned is best else _screen(room, learned, shown)
        if made and _on_wall(made, learned, best):
            shown[made.id] = made
    already = {learned.finding.name for learned in on_page_one}
    for learned in rest:
        if learned.finding.name not in already and (made := _own(room, learned)) and made.id not in shown:
            shown[made.id] = made
    if "across" not in shown and not any(of_sectors(learned.finding) for learned in everything) and room.scene.across:
        shown["across"] = counted_across(room)
    return _in_order(_few(list(shown.values())))


def _screen(room: Room, learned: Learned, shown: Collection[str]) -> Screen | None:
    """The screen that is made for what it is about; where there is none, or it is taken, the picture of page one."""
    if measures()[learned.finding.name].role == "number of ties":
        return connected(room)
    own = _own(room, learned)
    return own if own and own.id not in shown else pictured(room, learned)


def _on_wall(screen: Screen, learned: Learned, best: Learned | None) -> bool:
    """Whether it has a point for a wall: what is counted and has no picture is a sentence of the report."""
    return screen.shows != "words" or screen.id == "meet" or learned.standing == "clear" or learned is best


def _own(room: Room, learned: Learned) -> Screen | None:
    measure = measures()[learned.finding.name]
    if measure.role == "groups":
        return meet(room, learned) if learned.finding.value or learned.finding.in_words else None
    if measure.section == "silos":
        return across(room, learned)
    if measure.section == "missing" and tone(learned) == "concern":
        return missing(room, learned)
    return None


def _strength(learned: Sequence[Learned]) -> Learned | None:
    """The first strength; none on sectors where another screen calls the same a problem."""
    sectors_worry = any(tone(item) == "concern" and of_sectors(item.finding) for item in learned)
    strengths = (item for item in learned if item.strength)
    return next((item for item in strengths if not (sectors_worry and of_sectors(item.finding))), None)


def _few(screens: list[Screen]) -> list[Screen]:
    """The first few; of those that show nothing but words, only such as ask for hands where others have pictures."""
    pictures = sum(screen.shows != "words" for screen in screens)
    enough = pictures >= ENOUGH_PICTURES
    kept = [screen for screen in screens if not enough or screen.shows != "words" or screen.id == "meet"]
    return kept[:MOST_FOUND]


def _in_order(screens: list[Screen]) -> list[Screen]:
    def place(screen: Screen) -> int:
        if screen.id in FIRST:
            return FIRST.index(screen.id)
        return len(FIRST) + (1 + LAST.index(screen.id) if screen.id in LAST else 0)

    return sorted(screens, key=place)
