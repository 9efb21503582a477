"""What really was answered, read from the partnership: only to say how often the attack is right."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import stakeholder_graph as sg
from tests.attacks.seen import Seen


@dataclass(frozen=True)
class Truth:
    """One wave: who answered, and who reported whom in each layer, as positions in `Seen.organizations`."""

    answered: frozenset[int]
    reports: Mapping[str, frozenset[tuple[int, int]]]

    def named(self, layer: str, organization: int) -> frozenset[int]:
        """Whom an organization reported."""
        return frozenset(end for start, end in self.reports[layer] if start == organization)


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
            starts, ends = graph.layer(layer).adjacency.nonzero()
            names = [str(name) for name in graph.names]
            reports[layer] = frozenset(
                (number[names[a]], number[names[b]])
                for a, b in zip(starts.tolist(), ends.tolist(), strict=True)
                if names[a] in number and names[b] in number
            )
        truth[wave] = Truth(answered, reports)
    return truth
