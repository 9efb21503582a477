"""Rows of a profile in words: partners with how close they are, outcomes, ratings, commitments."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from stakeholder_graph.editions.profile import ProfileContent, ProfileRelease, SharedOutcome
from stakeholder_graph.editions.release import Commitment
from stakeholder_graph.text import _, _n, day, listing, number
from stakeholder_graph.views.profile.becomes_of import kind_called

#: So many names stand below one outcome; the map of the room has all.
MOST_NAMES = 6
#: Kinds of items that have a section of their own.
APART = ("outcome", "team")


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """A partner, and what there is between the two."""

    name: str
    said: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """An outcome, what is said of it, and names below it."""

    title: str
    said: str
    names: tuple[str, ...] = ()
    more: str = ""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """Further answers: what they are about, and each."""

    label: str
    said: tuple[str, ...]


def partners_named(release: ProfileRelease, content: ProfileContent) -> tuple[PartnerRow, ...]:
    """Whom the organization named, each with what it said of them.

    Parameters
    ----------
    release : ProfileRelease
        It knows the scales.
    content : ProfileContent
        What stands on its profile.

    Returns
    -------
    tuple of PartnerRow
        With one kind of tie, or all of them, a row says only how close each is, in the order of `kinds_named`; else it
        names the kinds.
    """
    steps = {(layer.name, step.value): step.name for layer in release.own.layers for step in layer.steps}

    def how(layer: str, level: float | None) -> str:
        return "" if level is None else steps.get((layer, level)) or number(level)

    def said(kinds: Sequence[tuple[str, float | None]]) -> str:
        levels = [(layer, how(layer, level)) for layer, level in kinds]
        if len(kinds) == len(release.own.layers) and all(level for _layer, level in levels):
            return " · ".join(level for _layer, level in levels)
        if len(release.own.layers) == 1:
            return levels[0][1]
        return "; ".join(_("{layer}: {level}", layer=layer, level=level) if level else layer for layer, level in levels)

    return tuple(PartnerRow(name, said(kinds)) for name, kinds in content.named.items())


def kinds_named(release: ProfileRelease) -> str:
    """The kinds of tie in the order in which rows say how close they are; blank where there is only one.

    Parameters
    ----------
    release : ProfileRelease
        It knows them.
    """
    layers = release.own.layers
    return " · ".join(layer.name for layer in layers) if len(layers) > 1 else ""


def partners_of_lines(release: ProfileRelease, rows: Mapping[str, tuple[str, ...]]) -> tuple[PartnerRow, ...]:
    """Partners by lines of the map, each with the kinds of tie, where there are several.

    Parameters
    ----------
    release : ProfileRelease
        It knows how many kinds of tie the map has.
    rows : mapping of str to tuple of str
        Kinds of tie by partner.
    """
    alone = len(release.room.layers) == 1
    return tuple(PartnerRow(name, "" if alone else ", ".join(layers)) for name, layers in rows.items())


def outcome_rows(outcomes: Sequence[SharedOutcome], *, person: bool) -> tuple[OutcomeRow, ...]:
    """The outcomes of the organization, and who could join forces on them.

    Parameters
    ----------
    outcomes : sequence of SharedOutcome
        Its own.
    person : bool
        Whether the page is a person's, on which nobody is counted.
    """
    return tuple(_outcome(outcome, person=person) for outcome in outcomes)


def _outcome(outcome: SharedOutcome, *, person: bool) -> OutcomeRow:
    said = []
    if outcome.count is not None:
        many = number(outcome.count)
        said.append(_n("{count} organization names it.", "{count} organizations name it.", outcome.count, count=many))
    if outcome.people and outcome.teams == (outcome.outcome,):
        said.append(_("On its team, not connected with you yet:"))
    elif outcome.people and outcome.teams:
        said.append(_("On its team ({teams}), not connected with you yet:", teams=listing(outcome.teams)))
    elif outcome.people:
        said.append(_("Work on it too, not connected with you yet:"))
    names = outcome.people if len(outcome.people) <= MOST_NAMES + 1 else outcome.people[:MOST_NAMES]
    left = len(outcome.people) - len(names)
    more = ""
    if left:
        more = _("and others") if person else _n("and {count} more", "and {count} more", left, count=number(left))
    return OutcomeRow(outcome.outcome, " ".join(said), names, more)


def further_answers(release: ProfileRelease) -> tuple[AnswerRow, ...]:
    """What else the organization said, by kind.

    Parameters
    ----------
    release : ProfileRelease
        Of one organization.
    """
    return tuple(_further(release))


def _further(release: ProfileRelease) -> Iterator[AnswerRow]:
    own = release.own
    for kind in dict.fromkeys(kind for kind, _item in own.held if kind not in APART):
        yield AnswerRow(kind_called(kind), tuple(item for other, item in own.held if other == kind))
    if own.rated:
        rated = (_("{item}: {rating}", item=item, rating=name or number(value)) for item, value, name in own.rated)
        yield AnswerRow(_("How you see the partnership"), tuple(rated))
    if own.unlisted:
        yield AnswerRow(_("Names you gave that are on no list yet"), own.unlisted)


def taken_on_by(own: Sequence[Commitment]) -> tuple[str, ...]:
    """What the organization took on, with whom and by when.

    Parameters
    ----------
    own : sequence of Commitment
        Its own.

    Examples
    --------
    >>> taken_on_by([Commitment("Zoo", ("Museum",), "Reading", "Call.", "May")])
    ('Call, with Museum (by May, open).',)
    """
    return tuple(_committed(made) for made in own)


def taken_on_with(others: Sequence[Commitment]) -> tuple[str, ...]:
    """What others took on with the organization.

    Parameters
    ----------
    others : sequence of Commitment
        Read aloud in the room.

    Examples
    --------
    >>> taken_on_with([Commitment("Museum", ("Zoo",), "Reading", "Call.", "May")])
    ('Museum: Call (by May, open).',)
    """
    return tuple(
        _("{who}: {step} ({stands}).", who=made.who, step=_step(made), stands=_stands(made)) for made in others
    )


def _committed(made: Commitment) -> str:
    fields = {"step": _step(made), "stands": _stands(made)}
    if not made.partners:
        return _("{step} ({stands}).", **fields)
    return _("{step}, with {partners} ({stands}).", partners=listing(made.partners), **fields)


def _step(made: Commitment) -> str:
    return (made.step or made.outcome).rstrip(". ")


def _stands(made: Commitment) -> str:
    state = _("done") if made.done else _("open")
    return _("by {by}, {state}", by=day(made.by), state=state) if made.by else state
