"""Charters: which teams are there for which outcome, by the list of teams."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import Partnership


def charters(partnership: Partnership) -> Mapping[str, tuple[str, ...]]:
    """The teams that are there for each outcome.

    Parameters
    ----------
    partnership : Partnership
        Its list `items` says which outcome a team is there for. A team of which it says none is there for the outcomes
        whose whole name stands in its own, as in "Attendance team". A copy beyond the backbone's desk has a list
        `charters` beside it: who sits in these teams may not be shown there.

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
    items, released = partnership.lists.get("items"), partnership.lists.get("charters")
    if items is None:
        return {} if released is None else _by_outcome(released[["outcome", "team"]].itertuples(index=False))
    stated = items["outcome"].astype(str) if "outcome" in items else [""] * len(items)
    rows = list(zip(items["kind"].astype(str), items["item"].astype(str), stated, strict=True))
    outcomes = {item for kind, item, _ in rows if kind == "outcome"} | {outcome for *_, outcome in rows if outcome}
    there = [
        (chartered, team)
        for kind, team, outcome in rows
        if kind == "team"
        for chartered in ([outcome] if outcome else _named_in(team, outcomes))
    ]
    if released is not None:
        there += released[["outcome", "team"]].itertuples(index=False)
    return _by_outcome(there)


def _by_outcome(there: Iterable[tuple[Any, ...]]) -> dict[str, tuple[str, ...]]:
    teams: dict[str, set[str]] = {}
    for outcome, team in there:
        teams.setdefault(str(outcome), set()).add(str(team))
    return {outcome: tuple(sorted(teams[outcome], key=natural)) for outcome in sorted(teams, key=natural)}


def _named_in(team: str, outcomes: set[str]) -> list[str]:
    """The outcomes whose name stands in a team's as whole words."""
    return [
        outcome for outcome in outcomes if re.search(rf"(?<!\w){re.escape(outcome.casefold())}(?!\w)", team.casefold())
    ]
