"""Reads files with Tulip in a process of its own: ``tulip_reads PLUGIN FILE [PLUGIN FILE ...]``.

Prints a line of JSON a file: of each node its label, place and colour, of each edge its ends and weight.
"""

import json
import sys

from tulip import tlp


def main(arguments: list[str]) -> None:
    for plugin, path in zip(arguments[::2], arguments[1::2], strict=True):
        settings = tlp.getDefaultPluginParameters(plugin)
        settings["file::filename"] = path
        graph = tlp.importGraph(plugin, settings)
        weight = next((name for name in ("weight", "weights") if graph.existProperty(name)), None)
        nodes = [
            (graph["viewLabel"][node], tuple(graph["viewLayout"][node])[:2], tuple(graph["viewColor"][node])[:3])
            for node in graph.getNodes()
        ]
        ends = [(graph.source(edge).id, graph.target(edge).id) for edge in graph.getEdges()]
        weights = [graph[weight][edge] if weight else None for edge in graph.getEdges()]
        print(json.dumps({"nodes": nodes, "ends": ends, "weights": weights}))


if __name__ == "__main__":
    main(sys.argv[1:])
