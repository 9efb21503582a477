"""The story for a room: which screens there are, in their order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.studies.page_one.story import Learned, story
from stakeholder_graph.studies.page_one.story import questions as questions_of_story
from stakeholder_graph.text import translate
from stakeholder_graph.views.present.screens.connected import connected
from stakeholder_graph.views.present.screens.finding_screen import of_sectors, tone
from stakeholder_graph.views.present.screens.findings import across, strength
from stakeholder_graph.views.present.screens.general import how_to_read, who_we_are
from stakeholder_graph.views.present.screens.guesses import with_few_guesses
from stakeholder_graph.views.present.screens.meet import meet
from stakeholder_graph.views.present.screens.missing import missing
from stakeholder_graph.views.present.screens.promised import promised
from stakeholder_graph.views.present.screens.room import Room
from stakeholder_graph.views.present.screens.screen import Screen
from stakeholder_graph.views.present.screens.script import timed
from stakeholder_graph.views.present.screens.tables import next_steps, questions
from stakeholder_graph.views.scene import Scene, scene

#: Screens of a deck.
MOST_SCREENS = 9


@dataclass(frozen=True)
class Deck:
    """The screens of an edition and the map they speak of: what page, posters and slides are made from."""

    copy: Copy
    scene: Scene
    screens: tuple[Screen, ...]
    outcomes: tuple[str, ...] = ()


def deck(copy: Copy) -> Deck:
    """Tell the story of an edition, as far as there is something to say.

    Parameters
    ----------
    copy : Copy
        What a room may see; nothing else is in the deck.

    Returns
    -------
    Deck
        With screens in this order: what was taken on last time, us, how to read the map, a strength, links across
        sectors, who is missing, groups that could meet, tables, what is taken on. At most three of them are guessed
        first, and all of them together take the minutes of one meeting.

    Raises
    ------
    ValueError
        If the edition is the backbone's, which is not to be shown to a room.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = make_copy("partners", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1")
    >>> [screen.id for screen in deck(copy).screens]
    ['us', 'read', 'questions', 'next']
    """
    if copy.confidential:
        raise ValueError("the backbone's edition is not to be presented")
    everything = story(copy.findings, at_most=len(copy.findings))
    room = Room(copy, scene(copy))
    # The strength that page one shows; the rest is shown of whatever page one has no room for, too.
    best = _strength(story(copy.findings))
    rest = [learned for learned in everything if best is None or learned.finding is not best.finding]
    groups = (
        learned
        for learned in rest
        if measures()[learned.finding.name].role == "groups" and (learned.finding.value or learned.finding.in_words)
    )
    shown = [
        strength(room, best),
        across(room, _first(rest, "silos")),
        missing(room, _first((learned for learned in rest if _worries(learned)), "missing")),
        meet(room, next(groups, None)),
    ]
    findings = [screen for screen in shown if screen] or [screen for screen in (connected(room),) if screen]
    chosen = with_few_guesses(findings)
    asked = [translate(question) for question in questions_of_story(story(copy.findings))]
    tables = questions(room, chosen, asked)
    screens = [promised(room), who_we_are(room), how_to_read(room), *chosen, tables, next_steps(room)]
    return Deck(copy, room.scene, tuple(timed([screen for screen in screens if screen])), room.outcomes)


def _strength(learned: Sequence[Learned]) -> Learned | None:
    """The first strength; none on sectors where another screen calls the same a problem."""
    sectors_worry = any(tone(item) == "concern" and of_sectors(item.finding) for item in learned)
    strengths = (item for item in learned if item.strength)
    return next((item for item in strengths if not (sectors_worry and of_sectors(item.finding))), None)


def _first(lessons: Iterable[Learned], section: str) -> Learned | None:
    """The first thing learned of a section of the report."""
    known = measures()
    return next((learned for learned in lessons if known[learned.finding.name].section == section), None)


def _worries(learned: Learned) -> bool:
    return learned.finding.reading is not None and learned.finding.reading.tone == "concern"
