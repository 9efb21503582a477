"""What the profile of one organization may hold: the room's release and its own answers."""

from stakeholder_graph.editions.profile.own_answers import OwnAnswers, OwnTie, Question
from stakeholder_graph.editions.profile.profile_release import ProfileRelease, profile_releases
from stakeholder_graph.editions.profile.shown import ProfileContent, SharedOutcome, profile_content
from stakeholder_graph.editions.profile.withheld_from_profile import ProfileGuard

__all__ = [
    "OwnAnswers", "OwnTie", "ProfileContent", "ProfileGuard", "ProfileRelease", "Question", "SharedOutcome",
    "profile_content", "profile_releases",
]  # fmt: skip
