"""What really was answered, read from the partnership: only to say how often the attack is right."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import stakeholder_graph as sg
from tests.attacks.seen import Seen


@dataclass(frozen=True)
class Truth:
    """One wave: who answered, and who reported whom in each layer, as positions in `Seen.organizations`.

    The value of a report is its level, counted from 1 as the map's; 1 where the map shows none.
    """

    answered: frozenset[int]
    reports: Mapping[str, Mapping[tuple[int, int], int]]


def true_answers(partnership: Path, seen: Seen) -> dict[str, Truth]:
    """Truth of each wave that the folder shows."""
    number = {name: k for k, name in enumerate(seen.organizations)}
    graphs = sg.read(partnership).graphs
    truth = {}
    for wave in seen.waves:
        graph = graphs[wave]
        answered = frozenset(
            number[name] for name, yes in zip(graph.index, graph.answered, strict=True) if yes and name in number
        )
        shown = {layer for layer, when in seen.drawn if when == wave}
        reports = {}
        for layer in shown:
            ties = graph.layer(layer).strength.tocoo()
            names = [str(name) for name in graph.names]
            steps = seen.drawn[layer, wave].levels
            level = {step.value: steps.index(step.name) + 1 for step in graph.layers[layer].steps if step.name in steps}
            reports[layer] = {
                (number[names[a]], number[names[b]]): level.get(value, 1)
                for a, b, value in zip(ties.row.tolist(), ties.col.tolist(), ties.data.tolist(), strict=True)
                if names[a] in number and names[b] in number
            }
        truth[wave] = Truth(answered, reports)
    return truth
