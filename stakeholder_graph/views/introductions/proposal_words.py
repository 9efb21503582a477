"""What was chosen, how, and what is not known; and what could stop."""

from collections.abc import Mapping

from stakeholder_graph.model.finding import Message
from stakeholder_graph.studies.introductions import Proposals
from stakeholder_graph.studies.introductions.weights import COMMON, HOLE, NEED, OUTCOMES, SHARED_NEED
from stakeholder_graph.studies.what_to_stop import Candidate, StopKind
from stakeholder_graph.text import N_, _, _n, number
from stakeholder_graph.views.amounts import hours_said

NOTES: Mapping[str, str] = {
    "no_layer": N_(
        "The survey asked about no kind of connection that everybody could name, so nobody can be proposed."
    ),
    "too_few": N_("There are fewer than two organizations, so nobody can be introduced to anybody."),
    "nobody_answered": N_("Nobody has answered yet, so it is not known who works with whom."),
    "answered_unknown": N_(
        "Nothing says who answered, so two who work together may be listed here. Add the column “answered” to your "
        "list of organizations."
    ),
    "no_outcomes": N_(
        "Nothing says who works on which outcome, or who offers what another needs. The pairs rest on partners in "
        "common and on sectors alone: ask both first what they would talk about."
    ),
    "all_tied": N_("Everybody works together already, in every pair of which it is known."),
    "fewer": N_(
        "There are no more than these: all others work together, share too little, or have been introduced as often as "
        "they can be."
    ),
    "nobody_free": N_("Nobody has hours left for a new connection."),
    "nothing_shared": N_(
        "Pairs that do not work together: {pairs}. None of them shares an outcome, or a need that the other could meet."
    ),
    "no_hours_of_ties": N_(
        "Your list of organizations says how many hours they can give, but no scale says how many a connection takes. "
        "Add the column “hours” to scales.csv."
    ),
    "hours_unknown": N_("Mentions in {layer} of which the hours are not known, and count as none: {count}."),
}

#: Notes that say that nobody was heard.
_UNHEARD = frozenset({"nobody_answered", "no_layer"})

#: Questions about what could stop, by the ids of messages of `stakeholder_graph.studies.what_to_stop`.
STOP: Mapping[str, str] = {
    "stop_budget": N_("{name} gives {gives} hours a month and can give {budget}. What could it do less of?"),
    "stop_teams_of": N_(
        "Of {either} organizations in the teams {team} and {other}, {both} sit in both, and both teams are there for "
        "{outcome}. Could they meet as one?"
    ),
    "stop_teams": N_(
        "Of {either} organizations in the teams {team} and {other}, {both} sit in both. Could they meet as one?"
    ),
    "stop_meeting": N_(
        "{count} organizations come to {meeting}. Of {known} pairs of them, {tied} work together anyway. What would be "
        "lost if it met less often?"
    ),
    "stop_tie": N_(
        "{a} and {b} are connected in {layer} and name no outcome in common. What is it for, and would less do?"
    ),
}
STOP_TITLES: Mapping[StopKind, str] = {
    "budget": N_("Organizations that give more hours than they can"),
    "teams": N_("Teams with much the same members"),
    "meeting": N_("Meetings of those who work together anyway"),
    "tie": N_("Connections that take many hours, without an outcome in common: what are they for, and would less do?"),
}


def chosen_in_words(proposals: Proposals) -> str:
    """How many pairs there are, and what they are the best of.

    Parameters
    ----------
    proposals : Proposals
        Any.

    Examples
    --------
    >>> chosen_in_words(Proposals("2025", "contact", "shared", (), 10))
    'There is no pair to introduce.'
    """
    count = len(proposals)
    if not count:
        return _("There is no pair to introduce.")
    if proposals.aim == "reach":
        return _n(
            "{count} pair that does not work together in {layer}, chosen to bring all organizations closer together.",
            "{count} pairs that do not work together in {layer}, chosen one after another to bring all organizations "
            "closer together.",
            count,
            layer=proposals.layer,
        )
    return _n(
        "{count} pair that does not work together in {layer} and has something to work on together.",
        "{count} pairs that do not work together in {layer} and have something to work on together.",
        count,
        layer=proposals.layer,
    )


def rules_in_words(proposals: Proposals) -> tuple[str, ...]:
    """What the weights are, what limits the choice, and how far apart everybody is.

    Parameters
    ----------
    proposals : Proposals
        Any.
    """
    weights = _(
        "The weight of a pair: the outcomes that both work on, of those that either works on (up to {outcomes}); an "
        "offer that meets the other’s need ({need}, or {shared} where a team or an outcome needs it); sectors that "
        "hardly work together ({hole}); a partner in common beside the backbone ({common}).",
        outcomes=number(OUTCOMES),
        need=number(NEED),
        shared=number(SHARED_NEED),
        hole=number(HOLE),
        common=number(COMMON),
    )
    if proposals.capacity == "hours":
        often = _(
            "Whoever says how many hours a month it can give is introduced as often as the hours left allow, with "
            "{hours} a month for a new connection; everybody else once at most, and twice at most whoever works with "
            "fewer than {usual} others (half of those who answered work with {usual} or more).",
            hours=hours_said(proposals.new_tie or 0),
            usual=proposals.usual,
        )
    elif proposals.usual <= 1:
        often = (
            _("Everybody is introduced once at most, and twice at most whoever works with nobody.")
            if proposals.usual
            else _("Everybody is introduced once at most.")
        )
    else:
        often = _(
            "Everybody is introduced once at most, and twice at most whoever works with fewer than {usual} others "
            "(half of those who answered work with {usual} or more).",
            usual=proposals.usual,
        )
    best = _(
        "No other choice of up to {wanted} pairs within everybody’s capacity has more weight in all: {weight}.",
        wanted=proposals.wanted,
        weight=number(proposals.weights),
    )
    if proposals.aim == "reach":
        best = _(
            "Each pair is the one that brings all organizations closest together once those before it work together."
        )
    said = [best, weights, often] if proposals.aim == "shared" else [best, often]
    if proposals.apart is not None:
        before, after = proposals.apart
        said.append(
            _(
                "Once all of these work together, distance-weighted fragmentation goes from {before} to {after} (0: "
                "everybody is connected to everybody; 1: nobody to anybody).",
                before=f"{before:.3f}",
                after=f"{after:.3f}",
            )
        )
    return tuple(said)


def note_in_words(note: Message) -> str:
    """What is not known, or why there are fewer pairs than were asked for.

    Parameters
    ----------
    note : Message
        One of ``proposals.notes``.
    """
    return _(NOTES[note.id], **note.fields)


def question_in_words(candidate: Candidate) -> str:
    """What to ask about something that could stop.

    Parameters
    ----------
    candidate : Candidate
        Any.
    """
    fields = dict(candidate.question.fields)
    for name in ("gives", "budget"):
        if isinstance(hours := fields.get(name), float):
            fields[name] = hours_said(hours)
    return _(STOP[candidate.question.id], **fields)


def line_in_words(candidate: Candidate) -> str:
    """The same below the title of its kind: of a connection the two alone, since the title asks.

    Parameters
    ----------
    candidate : Candidate
        Any.

    Examples
    --------
    >>> line_in_words(Candidate("tie", ("Zoo", "Bank"), Message("stop_tie"), ()))
    'Zoo and Bank.'
    """
    if candidate.kind != "tie":
        return question_in_words(candidate)
    return _("{a} and {b}.", a=candidate.subjects[0], b=candidate.subjects[1])


def nothing_to_stop(proposals: Proposals) -> str:
    """What is said where no candidate is listed: that nothing stands out, or that nobody has said anything yet.

    Parameters
    ----------
    proposals : Proposals
        Any.

    Examples
    --------
    >>> unheard = (Message("nobody_answered"),)
    >>> nothing_to_stop(Proposals("2025", "contact", "shared", (), 10, notes=unheard))
    'Nobody has answered yet, so it is not known what takes time.'
    """
    if any(note.id in _UNHEARD for note in proposals.notes):
        return _("Nobody has answered yet, so it is not known what takes time.")
    return _("Nothing stands out.")


def freed_in_words(candidate: Candidate) -> str:
    """How many hours stopping would free.

    Parameters
    ----------
    candidate : Candidate
        Any.

    Examples
    --------
    >>> freed_in_words(Candidate("meeting", ("Breakfast",), Message("stop_meeting"), ()))
    'Nobody has said how many hours it takes.'
    """
    if candidate.hours is None:
        return _("Nobody has said how many hours it takes.")
    if candidate.kind == "budget":
        return _("{hours} hours a month too many.", hours=hours_said(candidate.hours))
    if candidate.kind == "tie":
        return _("Up to {hours} hours a month, of both together.", hours=hours_said(candidate.hours))
    return _("Up to {hours} hours a month, of all of them together.", hours=hours_said(candidate.hours))
