"""Whatever else a survey holds, a profile's page says only what the room may see and what its organization answered.

Surveys with equal releases of a profile have the same page, byte for byte. CI compares those of a few seeds; the
environment variable ``NON_INTERFERENCE_PROFILES`` says of how many.
"""

import os

import pytest

from stakeholder_graph.editions.profile import ProfileGuard, ProfileRelease
from stakeholder_graph.editions.statements import statements
from stakeholder_graph.graph import Partnership
from stakeholder_graph.views.profile import draw_profile
from tests.editions.profile.grafted import GraftedPair, grafted

SEEDS = int(os.environ.get("NON_INTERFERENCE_PROFILES", "5"))


@pytest.fixture(scope="module")
def some() -> list[GraftedPair]:
    return [pair for seed in range(SEEDS) for pair in grafted(seed)]


def page(partnership: Partnership, release: ProfileRelease) -> str:
    return draw_profile(ProfileGuard(partnership, release.room).copy, release)


def test_the_page_is_the_same_whatever_else_was_answered(some: list[GraftedPair]) -> None:
    assert len(some) >= SEEDS
    unequal = [
        (pair.seed, pair.release.own.organization)
        for pair in some
        if page(pair.surveys[0], pair.release) != page(pair.surveys[1], pair.release)
    ]
    assert unequal == []


def test_the_pairs_differ_in_what_others_answered(some: list[GraftedPair]) -> None:
    differing = [pair.differs for pair in some]
    for frame in ("ties", "affiliations", "ratings", "unlisted"):
        assert any(frame in names for names in differing), frame
    assert any(pair.release.own.answered for pair in some)
    assert any(not pair.release.own.answered for pair in some)


def test_every_page_is_let_through(some: list[GraftedPair]) -> None:
    for pair in some:
        for survey in pair.surveys:
            guard = ProfileGuard(survey, pair.release.room)
            said = statements(draw_profile(guard.copy, pair.release)) or []
            assert guard.withheld_from(pair.release).leaks(said) == [], (pair.seed, pair.release.own.organization)
