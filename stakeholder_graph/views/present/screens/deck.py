"""The story for a room: which screens there are, in their order."""

from dataclasses import dataclass

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.studies.page_one.story import questions as questions_of_story
from stakeholder_graph.studies.page_one.story import story
from stakeholder_graph.text import translate
from stakeholder_graph.views.present.screens.connected import connected
from stakeholder_graph.views.present.screens.general import how_to_read, who_we_are
from stakeholder_graph.views.present.screens.guesses import with_few_guesses
from stakeholder_graph.views.present.screens.of_findings import of_findings
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
        With screens in this order: what was taken on last time, us, how to read the map, what was found, tables, what
        is taken on. At most three of them are guessed first, and all of them together take the minutes of one meeting.

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
    room = Room(copy, scene(copy))
    findings = of_findings(room) or [screen for screen in (connected(room),) if screen]
    chosen = with_few_guesses(findings)
    asked = [translate(question) for question in questions_of_story(story(copy.findings, backbone=copy.backbone))]
    tables = questions(room, chosen, asked)
    screens = [promised(room), who_we_are(room), how_to_read(room), *chosen, tables, next_steps(room)]
    return Deck(copy, room.scene, tuple(timed([screen for screen in screens if screen])), room.outcomes)
