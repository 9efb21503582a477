"""Continuous communication, backbone support and residents' ties, recounted; networks with networkx."""

from functools import cache
from statistics import median

import networkx as nx
import numpy as np

from tests.conditions.traces.counting import Edges, Trace, jackknife, mean
from tests.conditions.traces.example_files import (
    BACKBONE,
    BEFORE,
    NOW,
    answered,
    known_as,
    sector_of,
    table,
    ties,
    trust,
)
from tests.conditions.traces.of_activities import both_times, panel


def graph_of(edges: Edges) -> "nx.Graph[str]":
    graph = nx.Graph(edges)
    graph.add_nodes_from(sector_of())
    return graph


def regular(kept: frozenset[str]) -> float:
    """Monthly is the third step of four."""
    return mean(float(value >= 3) for (sender, _to), value in ties("contact").items() if sender in kept)


def named_by_both(edges: Edges) -> float:
    pairs = {frozenset(pair) for pair in edges}
    return sum((b, a) in edges for a, b in edges) / 2 / len(pairs)


@cache
def rated() -> frozenset[str]:
    """Organizations that five or more rated."""
    receivers = [to for _sender, to in trust()]
    return frozenset(name for name in receivers if receivers.count(name) >= 5)


def received(kept: frozenset[str]) -> float:
    scores: dict[str, list[float]] = {}
    for (sender, to), score in trust().items():
        if sender in kept and to in rated():
            scores.setdefault(to, []).append(score)
    return mean(map(mean, scores.values()))


def trust_changed(kept: frozenset[str]) -> float:
    now, then = (mean(s for (sender, _to), s in trust(wave).items() if sender in kept) for wave in (NOW, BEFORE))
    return now - then


def of_backbone() -> dict[str, float]:
    return {sender: score for (sender, to), score in trust().items() if to == BACKBONE}


def median_of_others() -> float:
    others = rated() - {BACKBONE}
    return median(mean(score for (_sender, to), score in trust().items() if to == name) for name in others)


def above_others(kept: frozenset[str]) -> float:
    return mean(of_backbone()[name] for name in kept) - median_of_others()


def could_rate() -> int:
    """As many as would have rated the backbone, had all answered."""
    return round(len(of_backbone()) / (len(answered()) / len(sector_of())))


def attended() -> float:
    """The median, over those who came to any of the six partners' meetings, of the share that they came to."""
    came: dict[str, set[str]] = {}
    for row in table("affiliations"):
        if row["wave"] == NOW and row["kind"] == "meeting" and row["item"].startswith("Partners' meeting"):
            came.setdefault(known_as()[row["organization"].casefold()], set()).add(row["item"])
    held = set().union(*came.values())
    assert len(held) == 6
    return median(len(meetings) / len(held) for name, meetings in came.items() if name in sector_of())


def near_without_backbone(edges: Edges) -> float:
    graph = graph_of(edges)
    graph.remove_node(BACKBONE)
    reached = sum(len(nx.single_source_shortest_path_length(graph, name, cutoff=2)) - 1 for name in graph)
    return float(reached / (len(graph) * (len(graph) - 1)))


def near_backbone(edges: Edges) -> float:
    graph = graph_of(edges)
    return float((len(nx.single_source_shortest_path_length(graph, BACKBONE, cutoff=2)) - 1) / (len(graph) - 1))


def kept_without_backbone(edges: Edges) -> float:
    graph = graph_of(edges)
    graph.remove_node(BACKBONE)
    return max(map(len, nx.connected_components(graph))) / len(graph)


def most_cut_off(edges: Edges) -> float:
    """Of any other organization: how much smaller the largest part is without it, beside the organization itself."""
    graph, worst = graph_of(edges), 0
    whole = max(map(len, nx.connected_components(graph)))
    for name in set(nx.articulation_points(graph)) - {BACKBONE}:
        rest = nx.restricted_view(graph, [name], [])
        worst = max(worst, whole - 1 - max(map(len, nx.connected_components(rest))))
    return worst / len(graph)


@cache
def share_of_partners(name: str) -> float:
    """With what share of those who answered an organization works; of one that has not, those who name it."""
    named = ties("collaboration")
    others = answered() - {name}
    return sum((name, other) in named or (other, name) in named for other in others) / len(others)


def residents() -> list[str]:
    return [name for name, sector in sector_of().items() if sector == "Residents"]


def quarter_of_others() -> float:
    """What three in four of the other organizations that answered reach, the backbone apart."""
    others = answered() - {BACKBONE} - set(residents())
    return float(np.quantile([share_of_partners(name) for name in others], 0.25))


def residents_ahead() -> float:
    return median(share_of_partners(name) for name in residents() if name in answered()) - quarter_of_others()


def residents_at_least_and_at_most() -> tuple[float, float]:
    """Whoever has not answered may work with those alone who name it, or with all."""
    ends = [
        median(share_of_partners(name) if name in answered() else silent(name) for name in residents())
        for silent in (share_of_partners, lambda _name: 1.0)
    ]
    return ends[0] - quarter_of_others(), ends[1] - quarter_of_others()


def one_decimal(ends: tuple[float, float]) -> tuple[float, float]:
    return round(ends[0], 1), round(ends[1], 1)


COMMUNICATION = {
    "contact-regular": Trace(
        "too close",
        "range_crosses",
        "0.52 (0.49 to 0.54)",
        lambda: regular(answered()),
        range=lambda: jackknife(answered(), len(sector_of()), regular),
        at_least=0.5,
    ),
    "both-sides-know": Trace(
        "not met", "whole_range_below", "0.42 (0.37 to 0.46)", of_draws=named_by_both, at_least=0.5
    ),
    "trusted": Trace(
        "shown",
        "whole_range",
        "3.2",
        lambda: round(received(answered()), 1),
        range=lambda: one_decimal(jackknife(answered(), len(sector_of()), received)),
        at_least=3,
    ),
    "trust-holds": Trace(
        "shown",
        "whole_range",
        "0.09 (0.05 to 0.13)",
        lambda: trust_changed(panel()),
        range=lambda: jackknife(panel(), both_times(), trust_changed),
        at_least=0,
    ),
    "meetings-attended": Trace("shown", "is_fact", "0.67", attended, at_least=0.5),
    "partners-reach-each-other": Trace(
        "too close", "range_crosses", "0.77 (0.72 to 0.86)", of_draws=near_without_backbone, at_least=0.8
    ),
}

BACKBONE_ROWS = {
    "backbone-reaches-all": Trace("shown", "whole_range", "1", of_draws=near_backbone, at_least=0.9),
    "stands-without-backbone": Trace(
        "too close", "range_crosses", "0.92 (0.87 to 0.98)", of_draws=kept_without_backbone, at_least=0.9
    ),
    # Naming one organization takes four in five; by its own numbers it would be shown.
    "no-other-holds-it": Trace("too few answers", "gate_shut", "0", of_draws=most_cut_off, at_most=0.1),
    "backbone-trusted": Trace(
        "shown",
        "whole_range",
        "0.14 (0.05 to 0.22)",
        lambda: above_others(frozenset(of_backbone())),
        range=lambda: jackknife(of_backbone(), could_rate(), above_others),
        at_least=0,
    ),
    "backbone-staffed": Trace("waits for a document", "waits"),
    "backbone-funded": Trace("waits for a document", "waits"),
}

RESIDENTS = {
    "residents-tied": Trace(
        "too close",
        "range_crosses",
        "−0.10 (−0.12 to 0)",
        residents_ahead,
        range=residents_at_least_and_at_most,
        at_least=0,
    )
}
