"""Pairs of surveys in which one organization answered the same and everything else may differ."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from stakeholder_graph.editions.profile import ProfileRelease, profile_releases
from stakeholder_graph.graph import PartnerGraph, Partnership
from tests.editions.drawn_surveys import change, draw

#: Whose row it is, by frame.
OWNER = {
    "ties": "from", "affiliations": "organization", "ratings": "organization", "unlisted": "by", "asked": "organization"
}  # fmt: skip


@dataclass(frozen=True)
class GraftedPair:
    """Two surveys, and the release of one organization's profile, which is the same in both."""

    seed: int
    release: ProfileRelease
    surveys: tuple[Partnership, Partnership]

    @property
    def differs(self) -> set[str]:
        """In which frames the two differ."""
        one, other = (survey.graph() for survey in self.surveys)
        return {name for name in OWNER if not one[name].equals(other[name])}


def grafted(seed: int) -> Iterator[GraftedPair]:
    """For each organization of a drawn survey the changed one with its answers put back, where its release is equal."""
    one = draw(seed)
    changed = change(one, seed)
    # Lists of commitments and the like belong to the room's release, or are the organization's own.
    changed = Partnership(changed.info, changed.graphs, {**changed.lists, "commitments": one.lists["commitments"]})
    for name in one.graph().names:
        other = with_answers_of(name, one, changed)
        mine, theirs = (profile_releases(survey, survey.latest, [name])[0] for survey in (one, other))
        if mine == theirs:
            yield GraftedPair(seed, mine, (one, other))


def with_answers_of(name: str, source: Partnership, target: Partnership) -> Partnership:
    """One survey with what an organization answered in the latest wave of another."""
    wave = source.latest
    mine, theirs = source.graph(wave), target.graph(wave)
    frames = dict(theirs.frames)
    for frame, owner in OWNER.items():
        others = theirs[frame][theirs[frame][owner] != name]
        frames[frame] = pd.concat([others, mine[frame][mine[frame][owner] == name]])
    graph = PartnerGraph(theirs.wave, theirs.layers, frames, theirs.directed)
    return Partnership(target.info, {**target.graphs, wave: graph}, target.lists)
