"""Who could meet: those who work on an outcome and hardly work with each other, as far as the room may know them."""

from collections.abc import Sequence
from dataclasses import replace

from stakeholder_graph.studies.page_one.story import Learned
from stakeholder_graph.text import _, _n, listing
from stakeholder_graph.views.present.screens.finding_screen import fields_of, finding_screen
from stakeholder_graph.views.present.screens.guesses import guess_of
from stakeholder_graph.views.present.screens.room import Room
from stakeholder_graph.views.present.screens.screen import MOST_LISTED, NOTE_DO, Screen, SpeakerNote

#: Of fewer than three there is nobody to bring together.
FEWEST = 3


def meet(room: Room, learned: Learned) -> Screen:
    """Organizations that work on the same outcome and hardly work with each other.

    Where a list that is kept for everybody says who works on what, they are named, and their pairs are counted on the
    map. Where only answers say so, their names would be those of who answered: the screen then shows who sits on the
    team that is there for the outcome, and asks who else works on it.

    Parameters
    ----------
    room : Room
        What the room sees.
    learned : Learned
        The finding that is shown.
    """
    outcomes = _outcomes(room, learned)
    who = room.with_all("outcome", outcomes) if outcomes else frozenset()
    if len(who) >= FEWEST and room.scene.threads:
        return _counted(room, learned, outcomes, who)
    return _by_hand(room, learned, outcomes)


def _counted(room: Room, learned: Learned, outcomes: Sequence[str], who: frozenset[int]) -> Screen:
    """Who they are and how many of their pairs work together, all of it on the map."""
    scene = room.scene
    tied, pairs = len(scene.bright(who)), len(who) * (len(who) - 1) // 2
    about = listing(outcomes, "and")
    title = _n(
        "{who} of us work on {outcome}; {count} of their {pairs} pairs works together",
        "{who} of us work on {outcome}; {count} of their {pairs} pairs work together",
        tied,
        who=len(who),
        outcome=about,
        pairs=pairs,
    )
    question = _(
        "{who} of us work on {outcome}. That makes {pairs} pairs: how many of them work together?",
        who=len(who),
        outcome=about,
        pairs=pairs,
    )
    counted = _("The sentence and the map count the same: the lines among those who are named.")
    return finding_screen(
        room,
        "meet",
        learned,
        counted=counted,
        title=title,
        shows="map",
        lit=who,
        listed=room.names(who) if len(who) <= MOST_LISTED else (),
        guess=guess_of(question, tied, pairs, room.key("meet")),
    )


def _by_hand(room: Room, learned: Learned, outcomes: Sequence[str]) -> Screen:
    """Nobody is named for what only answers say; whoever works on it says so in the room."""
    about = listing(outcomes, "and")
    known = dict(room.copy.release.outcomes) if room.copy.release else {}
    count = known.get(outcomes[0]) if len(outcomes) == 1 else None
    title = _("{count} of us work on {outcome}, and hardly with each other", count=count, outcome=about)
    also = [_("Who of us works on {outcome}? Raise your hand, and look around.", outcome=about)] if outcomes else []
    teams = room.teams_for(outcomes)
    seated = frozenset[int]().union(*(room.with_all("team", (team,)) for team in teams))
    if seated:
        named = listing((_("“{name}”", name=team) for team in teams), "and")
        also.append(
            _n(
                "In colour: who sits on the team {teams}. Who is not there yet?",
                "In colour: who sits on the teams {teams}. Who is not there yet?",
                len(teams),
                teams=named,
            )
        )
    do = _(
        "Ask for hands, wait, and let those who raised one look around: nobody has to say why. Then two minutes with "
        "somebody else whose hand is up; everybody else talks about who is not here."
    )
    shown = finding_screen(
        room,
        "meet",
        learned,
        also,
        title=title if count else "",
        shows="map" if seated else "words",
        lit=seated or None,
    )
    return replace(shown, notes=(SpeakerNote(_(NOTE_DO), do), *shown.notes)) if outcomes else shown


def _outcomes(room: Room, learned: Learned) -> tuple[str, ...]:
    """The outcomes that the finding speaks of, in the order of the copy's list."""
    fields = fields_of(learned.finding)
    said = str(fields.get("one", fields.get("outcomes", "")))
    known = room.outcomes
    return (said,) if said in known else tuple(outcome for outcome in known if outcome in said.split(", "))
