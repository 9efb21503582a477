"""Surveys drawn at random with all that a survey can hold, for the test that only releases reach copies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import pandas as pd

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import COLUMNS, LayerInfo, Promise, Step, SurveyInfo, Wave

Rng = np.random.Generator
STEPS = (Step(0, "none", False), Step(1, "yearly"), Step(2, "monthly"), Step(3, "weekly"))
PROMISES: tuple[Promise, ...] = ("named", "named with strength", "aggregate")
OUTCOMES = ("Reading", "Meals", "Graduation", "Work")
#: Kinds of affiliations and what they are with; the last two come from a list that the backbone keeps, or from answers.
ITEMS: Mapping[str, tuple[str, ...]] = {
    "outcome": OUTCOMES,
    "asset": ("A van", "A hall"),
    "team": ("Early years team", "Data team"),
    "meeting": ("Steering committee",),
}
#: The outcome that a team is there for, by the list.
CHARTERS = {"Early years team": "Reading"}
AGENDA = ("Share the data", "Pool the money")
WORDS = ("Zebra", "Lynx", "Heron", "Otter", "Bison", "Crane")


@dataclass(frozen=True)
class Answers:
    """What one wave's graph is made of: who is listed and answered, lines by layer, and memberships."""

    listed: tuple[str, ...]
    answered: frozenset[str]
    frames: Mapping[str, pd.DataFrame]


def draw(seed: int) -> Partnership:
    """Draw a survey.

    Parameters
    ----------
    seed : int
        Of everything.

    Returns
    -------
    Partnership
        Eight to sixteen organizations, one to three layers with mixed promises and one of trust for the backbone alone,
        one or two waves, affiliations from lists and answers, ratings, several respondents, names on no roster.
    """
    rng = np.random.default_rng(seed)
    n, n_sectors = int(rng.integers(8, 17)), int(rng.integers(1, 4))
    names = [f"Place {k}" for k in range(1, n + 1)]
    layers = [
        LayerInfo(name, STEPS if rng.random() < 0.7 else (), _any(rng, PROMISES), directed=bool(rng.random() < 0.9))
        for name in ("work", "contact", "referrals")[: rng.integers(1, 4)]
    ]
    layers.append(LayerInfo("trust", STEPS, "backbone", asks="trust"))
    # Large first sectors, so that two can be spoken of and the community sees one under its own name.
    sectors = [f"Sector {'ABC'[min(int(rng.integers(0, 6)) // 3, n_sectors - 1)]}" for _ in names]
    promises = {kind: _any(rng, ("named", "named", "aggregate", "backbone")) for kind in ITEMS if rng.random() < 0.4}
    info = SurveyInfo(
        "Partners",
        ties=_any(rng, ("reported", "either", "both")),
        rating_promise=_any(rng, ("aggregate", "backbone")),
        promises=promises,
        who_answered="named" if rng.random() < 0.1 else "count",
        strict=bool(rng.random() < 0.2),
        answered_attributes=("sector",) if rng.random() < 0.15 else (),
        invented=bool(rng.random() < 0.5),
        draft=bool(rng.random() < 0.2),
        sector_called=_any(rng, ("sector", "kind of agency")),
    )
    sources = {kind: _any(rng, ("list", "answer")) for kind in ("team", "meeting")} | {"outcome": "answer"}
    if np.random.default_rng([seed, 2]).random() < 0.3:
        sources["outcome"] = "list"
    sources["asset"] = _any(rng, ("list", "answer", "both"))
    people = pd.DataFrame({"organization": names, "sector": sectors, "role": ["backbone"] + [""] * (n - 1)})
    people["public"] = [bool(rng.random() < 0.5) for _ in names]
    directed = bool(rng.random() < 0.9)
    graphs = {}
    for wave in ("2024", "2025")[-int(rng.integers(1, 3)) :]:
        there = [name for name in names if rng.random() < (0.85 if wave == "2024" else 2)] or names
        silent = int(rng.integers(0, max(2, len(there) // 3) + 1))
        answered = frozenset(rng.permutation(there)[silent:].tolist())
        reported = {layer.name: _network(rng, there, answered) for layer in layers}
        affiliations = [
            (name, kind, item, source)
            for kind, items in ITEMS.items()
            for source in (("list", "answer") if sources[kind] == "both" else (sources[kind],))
            for name in there
            for item in items
            if rng.random() < 0.4 and (source == "list" or name in answered)
        ]
        frames = _frames(rng, people[people["organization"].isin(there)], layers, answered, reported, affiliations)
        graphs[wave] = PartnerGraph(Wave(wave, f"{wave}-05-01"), {x.name: x for x in layers}, frames, directed)
    info = replace(info, commitments=_any(np.random.default_rng([seed, 3]), ("count", "named", "backbone")))
    return Partnership(_hidden(rng, info), graphs, {**_lists(rng), **_of_meetings(graphs, info, seed, changed=False)})


def change(partnership: Partnership, seed: int) -> Partnership:
    """Change what a release need not say: who is silent, who reported, how close, and everything for the desk alone.

    Parameters
    ----------
    partnership : Partnership
        As `draw` made it.
    seed : int
        Of the changes.

    Returns
    -------
    Partnership
        Often, but not always, with the same release: whoever uses it looks whether it is.
    """
    rng, info = np.random.default_rng([seed, 1]), partnership.info
    graphs = {}
    for wave, graph in partnership.graphs.items():
        named = [layer for layer in graph.layers.values() if layer.promise.startswith("named")]
        hidden = [layer for layer in graph.layers.values() if layer not in named]
        answered = _others_silent(rng, graph, [layer.name for layer in named])
        reported = {layer.name: _reports(rng, graph, layer, answered) for layer in named}
        reported |= {layer.name: _network(rng, graph.names, answered) for layer in hidden}
        people = graph.organizations[["organization", "sector", "role", "public"]].copy()
        if "sector" in info.answered_attributes and not graph.answered.all() and len(answered) < len(graph.names):
            people["sector"] = rng.permutation(people["sector"])
        people["role"] = [role or _any(rng, ("", "likes to talk")) for role in people["role"]]
        shown = bool(graph.answered.all()) or info.who_answered == "named"
        affiliations = _affiliations(rng, graph, answered, info.promises, shown=shown)
        ratings = _ratings(rng, graph["ratings"], answered)
        frames = _frames(rng, people, [*named, *hidden], answered, reported, affiliations) | {"ratings": ratings}
        graphs[wave] = PartnerGraph(graph.wave, graph.layers, frames, graph.directed)
    meetings = _of_meetings(graphs, info, seed, changed=True)
    return Partnership(_hidden(rng, info), graphs, {**_lists(rng), **meetings})


def _any(rng: Rng, choices: Sequence[Any]) -> Any:
    return choices[int(rng.integers(len(choices)))]


def _network(rng: Rng, names: Sequence[str], answered: frozenset[str]) -> list[tuple[str, str, float]]:
    density = rng.uniform(0.03, 0.4)
    return [
        (one, other, float(rng.integers(1, 4)))
        for one in names
        for other in names
        if one != other and one in answered and rng.random() < density
    ]


def _frames(
    rng: Rng,
    people: pd.DataFrame,
    layers: Sequence[LayerInfo],
    answered: frozenset[str],
    reported: Mapping[str, list[tuple[str, str, float]]],
    affiliations: list[tuple[str, str, str, str]],
) -> dict[str, pd.DataFrame]:
    """The frames of one wave, in any order, with attributes and respondents that nobody but the backbone sees."""
    names, able = list(people["organization"]), sorted(answered)  # a set has another order in every process
    people = people.assign(
        contact=[f"{_any(rng, WORDS)}@example.org".lower() for _ in names],
        founded=rng.integers(1900, 2020, len(names)).astype(str),
    )
    speaking = {name: [f"{_any(rng, WORDS)} {k}" for k in range(int(rng.integers(1, 4)))] for name in able}
    asked = [
        (layer.name, name, speaker, name in answered)
        for layer in layers
        for name in names
        for speaker in speaking.get(name, [""])
    ]
    # All respondents of an organization name what it names; one of them at least gives the level of it.
    ties = [
        (layer, one, other, value if k == 0 else float(rng.integers(1, int(value) + 1)), speaker)
        for layer, rows in reported.items()
        for one, other, value in rows
        for k, speaker in enumerate(speaking[one if one in speaking else other])
        if k == 0 or rng.random() < 0.5
    ]
    seats = pd.DataFrame(affiliations, columns=["organization", "kind", "item", "source"])
    seats["value"] = np.where(seats["source"] == "list", np.nan, rng.integers(1, 5, len(seats)))
    rated = [(name, item, float(rng.integers(0, 3)), "") for name in able for item in AGENDA if rng.random() < 0.9]
    unlisted = [(_any(rng, WORDS) + " Guild", name) for name in able if rng.random() < 0.2]
    frames = {
        "organizations": people,
        "asked": pd.DataFrame(asked, columns=["layer", "organization", "respondent", "answered"]),
        "ties": pd.DataFrame(ties, columns=["layer", "from", "to", "value", "respondent"]),
        "affiliations": seats,
        "ratings": pd.DataFrame(rated, columns=["organization", "item", "value", "respondent"]),
        "unlisted": pd.DataFrame(unlisted, columns=["name", "by"]),
    }
    return {name: frame.iloc[rng.permutation(len(frame))] for name, frame in frames.items()}


def _hidden(rng: Rng, info: SurveyInfo) -> SurveyInfo:
    """The settings with other notes for the backbone."""
    return SurveyInfo(
        **{name: getattr(info, name) for name in info.__dataclass_fields__ if name not in ("as_written", "left_out")},
        as_written=tuple(f"{_any(rng, WORDS)} Incorporated" for _ in range(int(rng.integers(0, 3)))),
        left_out={"work": int(rng.integers(0, 9))},
    )


def _lists(rng: Rng) -> dict[str, pd.DataFrame]:
    items = [
        (kind, item, kind == "meeting", CHARTERS.get(item, "")) for kind, listed in ITEMS.items() for item in listed
    ]
    items += [("agenda", item, False, "") for item in AGENDA]
    steps = [(item, value, name) for item in AGENDA for value, name in enumerate(("no", "perhaps", "yes"))]
    sectors = [("county", "Sector A", 0.6), ("county", "Sector B", 0.3), ("county", "Sector D", 0.1)]
    sectors += [("own list", f"Kind {k}", float(rng.random())) for k in range(2)]
    return {
        "items": pd.DataFrame(items, columns=["kind", "item", "steering", "outcome"]),
        "steps": pd.DataFrame(steps, columns=["item", "value", "name"]),
        "sectors": pd.DataFrame(sectors, columns=["list", "sector", "share"]),
        "strategies": pd.DataFrame(
            {"strategy": [_any(rng, WORDS)], "learned": [_any(rng, WORDS)]}
            | {"outcome": [_any(rng, OUTCOMES)], "status": [_any(rng, ("going on", "paused"))]}
            | {"partners": [f"Place {rng.integers(1, 5)}; Place {rng.integers(5, 9)}"]}
        ),
    }


def _lines(graph: PartnerGraph, layer: str) -> dict[tuple[str, str], float]:
    """Each pair of a layer with the higher of what its two ends reported."""
    lines: dict[tuple[str, str], float] = {}
    ties = graph["ties"]
    for one, other, value in ties.loc[ties["layer"] == layer, ["from", "to", "value"]].itertuples(index=False):
        ends = (min(one, other), max(one, other))
        lines[ends] = max(value, lines.get(ends, value))
    return lines


def _others_silent(rng: Rng, graph: PartnerGraph, named: Sequence[str]) -> frozenset[str]:
    """Who answered, where others that share no line are silent instead, as many as before."""
    silent = int((~graph.answered).sum())
    joined = {frozenset(ends) for layer in named for ends in _lines(graph, layer)}
    for _ in range(50):
        chosen: list[str] = []
        for name in rng.permutation(graph.names).tolist():
            if len(chosen) < silent and not any(frozenset((name, other)) in joined for other in chosen):
                chosen.append(name)
        if len(chosen) == silent:
            return frozenset(graph.names) - frozenset(chosen)
    return frozenset(name for name, yes in zip(graph.names, graph.answered, strict=True) if yes)


def _reports(rng: Rng, graph: PartnerGraph, layer: LayerInfo, answered: frozenset[str]) -> list[tuple[str, str, float]]:
    """The lines of a layer, reported by either end that answered or by both, one of them at the level that is shown."""
    reports = []
    for ends, value in sorted(_lines(graph, layer.name).items()):
        able = [end for end in ends if end in answered]
        chosen = rng.permutation(able)[: int(rng.integers(1, len(able) + 1))].tolist()
        if not graph.has_direction(layer.name):
            chosen = chosen[:1]
        shown = layer.promise == "named with strength"
        for k, end in enumerate(chosen):
            level = value if shown and k == 0 else float(rng.integers(1, (int(value) if shown else 3) + 1))
            reports.append((end, ends[1 - ends.index(end)], level))
    return reports


def _affiliations(
    rng: Rng, graph: PartnerGraph, answered: frozenset[str], promises: Mapping[str, Promise], *, shown: bool
) -> list[tuple[str, str, str, str]]:
    """Lists as they are; what was answered, by others, as often where it is counted."""
    frame = graph["affiliations"][["organization", "kind", "item", "source"]].drop_duplicates()
    frame = frame.sort_values(["kind", "item", "source", "organization"])
    rows = [tuple(row) for row in frame[frame["source"] == "list"].itertuples(index=False)]
    able = sorted(answered)
    for (kind, item), group in frame[frame["source"] == "answer"].groupby(["kind", "item"]):
        promise = promises.get(str(kind), "named")
        if shown and promise.startswith("named"):
            rows += [tuple(row) for row in group.itertuples(index=False)]
            continue
        count = len(group)
        if kind == "outcome" and promise != "backbone":
            count = min(count if count >= 5 else int(rng.integers(0, 5)), len(able))
        elif kind != "outcome":
            count = int(rng.integers(1, len(able) + 1)) if able else 0
        rows += [(name, kind, item, "answer") for name in rng.permutation(able)[:count].tolist()]
    return rows


def _ratings(rng: Rng, ratings: pd.DataFrame, answered: frozenset[str]) -> pd.DataFrame:
    """As many of each answer to each item, by others."""
    able = sorted(answered)
    rows = []
    for item, group in ratings.groupby("item"):
        raters = rng.permutation(able)[: len(group)].tolist()
        rows += [(name, item, value) for name, value in zip(raters, rng.permutation(group["value"]), strict=False)]
    return pd.DataFrame(rows, columns=["organization", "item", "value"]).assign(respondent="")


def _of_meetings(
    graphs: Mapping[str, PartnerGraph], info: SurveyInfo, seed: int, *, changed: bool
) -> dict[str, pd.DataFrame]:
    """Commitments, which change only where they stay on the desk, and corrections, which no copy holds."""
    others = np.random.default_rng([seed, 5 if changed else 4])
    rng = others if info.commitments == "backbone" else np.random.default_rng([seed, 6])
    known = sorted({name for graph in graphs.values() for name in graph.names})
    made = [
        (_any(rng, known), _any(rng, known), "", f"{_any(rng, WORDS)} first", "May", bool(rng.random() < 0.5))
        for _ in range(int(rng.integers(0, 5)))
    ]
    wrong = [
        ("connection", _any(others, known), _any(others, known), "", f"{_any(others, WORDS)} says no", "Ann", "")
        for _ in range(int(others.integers(0, 4)))
    ]
    return {
        "commitments": pd.DataFrame(made, columns=list(COLUMNS["commitments"])),
        "corrections": pd.DataFrame(wrong, columns=list(COLUMNS["corrections"])),
    }
