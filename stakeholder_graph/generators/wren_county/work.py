"""What partners do, use, offer, need and attend: activities, indicators, assets, needs, meetings."""

from collections.abc import Mapping

import numpy as np
import pandas as pd

from stakeholder_graph.generators.wren_county.answers import SECOND, answered
from stakeholder_graph.generators.wren_county.cast import BACKBONE
from stakeholder_graph.generators.wren_county.lists import OUTCOMES, indicator_outcomes

#: Activities, the outcome each is there for, and sectors that it is usual in. Nobody's is for eighth-grade math.
ACTIVITIES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "Home visits": ("Healthy start", ("Health", "Nonprofits")),
    "Health checks for children": ("Healthy start", ("Health",)),
    "Preschool": ("Kindergarten-ready", ("Nonprofits", "Schools")),
    "Classes for parents": ("Kindergarten-ready", ("Nonprofits", "Health", "Residents", "Government")),
    "Reading tutors": ("Third-grade reading", ("Nonprofits", "Schools", "Houses of worship")),
    "Books at home": ("Third-grade reading", ("Government", "Nonprofits", "Funders")),
    "Calls to families of absent students": ("Attendance", ("Schools", "Nonprofits", "Residents")),
    "Rides to school": ("Attendance", ("Government", "Houses of worship")),
    "Mentors": ("Graduation", ("Nonprofits", "Houses of worship", "Schools")),
    "College advising": ("Credential", ("Higher education", "Nonprofits", "Schools")),
    "Internships": ("Working at 24", ("Business", "Higher education", "Government")),
}
#: What partners can offer or may need, the outcome it serves, and sectors that have it.
GOODS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "College students as tutors": ("Third-grade reading", ("Higher education",)),
    "Children's books": ("Third-grade reading", ("Funders",)),
    "Interpreters": ("Healthy start", ("Health",)),
    "Rooms in the evening": ("Kindergarten-ready", ("Houses of worship",)),
    "Vans and drivers": ("Attendance", ("Houses of worship",)),
    "Somebody who can analyze data": ("Graduation", ("Higher education", "Funders")),
    "Places for interns": ("Working at 24", ("Business",)),
}
#: Schools that look for what the university has.
SEEKING = {
    "Eastgate Elementary School": "College students as tutors",
    "Harbor Flats Elementary School": "College students as tutors",
    "Wren Transit Authority": "Somebody who can analyze data",
}
OFFERING = {
    "Harlan State University, Wrenfield Campus": ("College students as tutors", "Somebody who can analyze data")
}
#: Who uses the figures on absence: two schools and nobody else.
USE_ABSENCE = ("Wren County School District", "Millrace Middle School")
ABSENCE = "Chronic absence"

#: Partners' meetings of 2025; those in the evening are the ones that residents come to.
MEETINGS: Mapping[str, bool] = {
    "Partners' meeting, January 2025": False,
    "Partners' meeting, March 2025": False,
    "Partners' meeting, May 2025": True,
    "Partners' meeting, June 2025": False,
    "Partners' meeting, August 2025": False,
    "Partners' meeting, October 2025": True,
}
#: Chance that an organization comes to a meeting, by when it answered the survey.
_COMES = {"both": 0.7, "second": 0.55, "first": 0.4, "neither": 0.2}


def items() -> list[tuple[str, str, str, str, str]]:
    """List meetings, activities, assets and needs, in the columns of ``items``.

    Examples
    --------
    >>> items()[0]
    ('meeting', "Partners' meeting, January 2025", '', '', '')
    """
    return [
        *(("meeting", meeting, "", "", "") for meeting in MEETINGS),
        *(("activity", activity, outcome, "", "") for activity, (outcome, _sectors) in ACTIVITIES.items()),
        *((kind, good, outcome, "", "") for kind in ("asset", "need") for good, (outcome, _) in GOODS.items()),
    ]


def affiliations(cast: pd.DataFrame, outcomes: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Draw what those who answered say that they do, offer and need; list who uses which figures and came to meetings.

    The backbone keeps both lists for everybody, whether they answered or not.

    Parameters
    ----------
    cast : DataFrame
        As `cast.organizations` gives it.
    outcomes : DataFrame
        Affiliations, of which those with an outcome say who works on it.
    rng : numpy.random.Generator

    Returns
    -------
    DataFrame
        Further rows of the plain file ``affiliations``.
    """
    named = outcomes[outcomes["kind"] == "outcome"].groupby("organization")["item"].agg(frozenset)
    said: list[tuple[str, str, str]] = []
    reports = answered(cast, SECOND) & (cast["organization"] != BACKBONE).to_numpy()
    for name, sector in cast.loc[reports, ["organization", "sector"]].itertuples(index=False):
        carries = named.get(name, frozenset())
        for activity, (outcome, usual) in ACTIVITIES.items():
            if rng.random() < (0.75 if sector in usual else 0.25) * (outcome in carries):
                said.append((name, "activity", activity))
        for good, (outcome, having) in GOODS.items():
            offers, needs = rng.random(2) < (0.5 * (sector in having), 0.2 * (outcome in carries))
            if offers or good in OFFERING.get(name, ()):
                said.append((name, "asset", good))
            elif needs or SEEKING.get(name) == good:
                said.append((name, "need", good))
    kept: list[tuple[str, str, str]] = []
    for name, sector, when, group in cast[["organization", "sector", "answered", "works_on"]].itertuples(index=False):
        for indicator, outcome in indicator_outcomes().items():
            uses = rng.random() < 0.45 * (OUTCOMES[outcome] == group)
            if name in USE_ABSENCE if indicator == ABSENCE else uses:
                kept.append((name, "indicator", indicator))
        chance = _COMES[when.split(",")[0]]
        for meeting, in_the_evening in MEETINGS.items():
            comes = rng.random() < chance
            if (in_the_evening and when.startswith(("both", "second"))) if sector == "Residents" else comes:
                kept.append((name, "meeting", meeting))
    rows = [(*row, SECOND, source) for source, group in (("list", kept), ("answer", said)) for row in group]
    return pd.DataFrame(rows, columns=["organization", "kind", "item", "wave", "source"])
