"""The moves of the Louvain method, on lists or, compiled, on arrays."""

from collections.abc import MutableSequence, Sequence

import numpy as np

from stakeholder_graph.inference.kernels.choice import compiled, compiled_kernels


def parts_by_moves(
    starts: list[int],
    neighbors: list[int],
    weights: list[int],
    sent: list[int],
    received: list[int],
    order: list[int],
) -> list[int]:
    """Move each node in turn to the neighboring part where modularity gains most, until no move gains anything.

    Parameters
    ----------
    starts : list of int, length n + 1
        Where the neighbors of each node begin.
    neighbors, weights : list of int
        The neighbors of all nodes one after another, and the weights of their ties, both ways together.
    sent, received : list of int, length n
        The weights that each node sends and receives.
    order : list of int, length n
        The nodes, in the order of their turns.

    Returns
    -------
    list of int, length n
        The part of each node.

    Examples
    --------
    >>> parts_by_moves([0, 1, 2, 3, 4], [1, 0, 3, 2], [2, 2, 2, 2], [1, 1, 1, 1], [1, 1, 1, 1], [0, 1, 2, 3])
    [1, 1, 3, 3]
    """
    n = len(sent)
    given = starts, neighbors, weights, sent, received, order
    worked_on = list(range(n)), list(sent), list(received), [0] * n, [0] * (n + 1)
    if compiled_kernels():
        arrays = [np.array(numbers, dtype=np.int64) for numbers in (*given, *worked_on)]
        compiled(_move)(*arrays)
        return [int(part) for part in arrays[len(given)]]
    _move(*given, *worked_on)
    return worked_on[0]


def _move(
    starts: Sequence[int],
    neighbors: Sequence[int],
    weights: Sequence[int],
    sent: Sequence[int],
    received: Sequence[int],
    order: Sequence[int],
    part_of: MutableSequence[int],
    sent_by: MutableSequence[int],
    received_by: MutableSequence[int],
    shared: MutableSequence[int],
    nearby: MutableSequence[int],
) -> None:
    """Change the parts in place; `shared`, zeros before and after, has the weight of a node's ties with each part."""
    total = 0
    for node in order:
        total += sent[node]
    moving = True
    while moving:
        moving = False
        for node in order:
            home, out, into = part_of[node], sent[node], received[node]
            sent_by[home] -= out
            received_by[home] -= into
            # The parts in the order in which they are met; of equal gains the first counts, which is where the node is.
            nearby[0] = home
            count = 1
            for k in range(starts[node], starts[node + 1]):
                part = part_of[neighbors[k]]
                if shared[part] == 0 and part != home:
                    nearby[count] = part
                    count += 1
                shared[part] += weights[k]
            best, most = home, 0
            for k in range(count):
                part = nearby[k]
                # What the node adds to modularity in a part, times the square of the total.
                gain = shared[part] * total - out * received_by[part] - into * sent_by[part]
                if k == 0 or gain > most:
                    best, most = part, gain
                shared[part] = 0
            sent_by[best] += out
            received_by[best] += into
            if best != home:
                part_of[node] = best
                moving = True
