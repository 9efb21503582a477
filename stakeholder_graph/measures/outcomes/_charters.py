"""Charters: which teams are there for which outcome, by the list of teams."""

import re
from collections.abc import Mapping

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import Partnership


def charters(partnership: Partnership) -> Mapping[str, tuple[str, ...]]:
    """The teams that are there for each outcome.

    Parameters
    ----------
    partnership : Partnership
        Its list `items` says which outcome a team is there for. A team of which it says none is there for the outcomes
        whose whole name stands in its own, as in "Attendance team".

    Returns
    -------
    mapping of str to tuple of str
        By outcome, teams in natural order; outcomes without a team are left out.

    Examples
    --------
    >>> import pandas as pd
    >>> rows = [("team", "Bus", "Attendance"), ("team", "Math crew", ""), ("outcome", "Math", "")]
    >>> items = pd.DataFrame(rows, columns=["kind", "item", "outcome"])
    >>> charters(Partnership("P", {}, {"items": items}))
    {'Attendance': ('Bus',), 'Math': ('Math crew',)}
    """
    items = partnership.lists.get("items")
    if items is None:
        return {}
    stated = items["outcome"].astype(str) if "outcome" in items else [""] * len(items)
    rows = list(zip(items["kind"].astype(str), items["item"].astype(str), stated, strict=True))
    outcomes = {item for kind, item, _ in rows if kind == "outcome"} | {outcome for *_, outcome in rows if outcome}
    teams: dict[str, list[str]] = {}
    for kind, team, outcome in rows:
        for chartered in ([outcome] if outcome else _named_in(team, outcomes)) if kind == "team" else ():
            teams.setdefault(chartered, []).append(team)
    return {outcome: tuple(sorted(teams[outcome], key=natural)) for outcome in sorted(teams, key=natural)}


def _named_in(team: str, outcomes: set[str]) -> list[str]:
    """The outcomes whose name stands in a team's as whole words."""
    return [
        outcome for outcome in outcomes if re.search(rf"(?<!\w){re.escape(outcome.casefold())}(?!\w)", team.casefold())
    ]
