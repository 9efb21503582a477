"""Draws the map: one file that opens by a double click and asks for nothing from anywhere."""

import re
from collections.abc import Mapping
from importlib.resources import files
from typing import Any

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.graph.strength_steps import strength_steps
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.text import _
from stakeholder_graph.views.in_short.first_lines import verdict_of_change
from stakeholder_graph.views.layout.positions import FONT_SIZE, LINE_HEIGHT, NAME_BELOW, RADIUS, positions
from stakeholder_graph.views.map.arrangements import arrangements
from stakeholder_graph.views.map.large_map import LargeMap, condensed_copy
from stakeholder_graph.views.map.map_findings import clusters, counts_namings, verdicts
from stakeholder_graph.views.map.pyvis_network import figures, pyvis_network, sizes
from stakeholder_graph.views.map.response_lines import response_lines
from stakeholder_graph.views.map.story_steps import story_steps
from stakeholder_graph.views.own.looks import looks_of
from stakeholder_graph.views.page import environment, seal
from stakeholder_graph.views.style import FONT
from stakeholder_graph.views.undrawn_lines import earlier_left_out, why_no_lines

#: With more organizations than this the map starts from sectors that open into their members.
MANY = 2000


def draw_map(
    copy: Copy, layer: str | None = None, report_href: str | None = None, present_href: str | None = None
) -> str:
    r"""Draw the map of a partnership.

    Parameters
    ----------
    copy : Copy
        What the reader may see; nothing else is in the page's bytes.
    layer : str, optional
        The kind of tie it opens with, the first one unless given.
    report_href, present_href : str, optional
        Where the report and what is presented lie, relative to the map.

    Returns
    -------
    str
        The page, to be written as UTF-8 with ``newline="\n"``.

    Raises
    ------
    UnknownNameError
        If there is no such layer.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = make_copy("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1")
    >>> "<h1>Ours</h1>" in draw_map(copy)
    True
    """
    graph = copy.partnership.graph(copy.wave)
    if layer is not None and layer not in graph.layers:
        raise UnknownNameError("layer", layer, graph.layers)
    graphs = copy.partnership.graphs
    tied = {name for wave in graphs.values() for name in wave["ties"]["layer"].unique()}
    drawn = [name for name in graph.layers if name in tied or name == layer] or list(graph.layers)
    numbers = {name: k for k, name in enumerate(drawn)}
    parts = condensed_copy(copy, drawn)
    whole, held, condensed = parts or (copy, copy, None)
    items = _items(held)
    where = positions(held.partnership)
    sectors = _sectors(whole)
    sector_names = [sector["name"] for sector in sectors]
    index = {name: k for k, name in enumerate(where)}
    groups = clusters(held, index)
    large = LargeMap(whole, condensed.with_groups_in(sector_names), where) if condensed else None
    ways = (large.arrangement,) if large else arrangements(copy, where, sector_names, groups, large=len(where) > MANY)
    steps = {name: _slider_steps(graphs, name) for name in drawn}
    net = pyvis_network(held, numbers, items, where, ways, whole)
    env = environment(copy)
    env.globals.update(
        script="views/map/map.bundle.js",
        report_href=report_href,
        present_href=present_href,
        vis=vis_network(),
        directed=graph.directed,
        by_sector=any(name != NO_SECTOR for name in sector_names),
        by_connections=bool(large and large.by_connections),
        condensed=bool(large),
        drawn_larger_below=large.drawn_larger_below if large else 0,
        why_no_lines=why_no_lines(copy),
        change_said=verdict_of_change(copy),
        silent=any("silent" in node for node in net.nodes),
        about={
            "partnership": copy.partnership.name,
            "sectors": sectors,
            "unstated": NO_SECTOR,
            "clusters": groups,
            "story": [] if large else [step.as_data(index, numbers) for step in story_steps(copy, ways, where)],
            "arrangements": [way.as_data() for way in ways],
            "verdicts": {} if large else verdicts(copy, numbers, {name: k for k, name in enumerate(sector_names)}),
            "layers": [{"name": name, "steps": steps[name], "asks": graph.layers[name].asks} for name in drawn],
            "waves": list(graphs),
            "namings": counts_namings(copy),
            # What became of a connection is not known of those that are counted.
            "known": copy.answered_known and not large,
            "left_out": earlier_left_out(copy),
            "answers": response_lines(copy, ties=bool(drawn)),
            "items": [{"kind": kind, "name": name} for kind, name in items],
            "words": _desk_words() if copy.confidential else {},
            "grouped": bool(large) or (len(net.nodes) > MANY and len(sectors) > 1),
            "condensed": large
            and large.as_data(numbers, {name: [step["value"] for step in steps[name]] for name in drawn}),
            "desk": copy.confidential,
            "figures": figures(copy),
            "sizes": sizes(copy),
            "opening": {
                "layer": numbers.get(layer or "", 0),
                "wave": list(graphs).index(copy.wave),
                "arranged": ways[0].kind if ways else "ties",
            },
            "type": {
                "family": FONT,
                "size": FONT_SIZE,
                "line": LINE_HEIGHT,
                "radius": RADIUS,
                "below": NAME_BELOW,
            },
        },
    )
    net.templateEnv = env
    net.path = "views/map/map.html"
    return seal(net.generate_html())


def vis_network() -> str:
    """The script of vis-network, from the newest copy that comes with pyvis.

    Returns
    -------
    str
        JavaScript.

    Examples
    --------
    >>> "vis-network" in vis_network()
    True
    """
    folders = [folder for folder in (files("pyvis") / "lib").iterdir() if folder.name.startswith("vis-")]
    newest = max(folders, key=lambda folder: [int(number) for number in re.findall(r"\d+", folder.name)])
    return (newest / "vis-network.min.js").read_text("utf-8")


def _sectors(copy: Copy) -> list[dict[str, str]]:
    looks = looks_of(copy.partnership)
    return [{"name": name, "colour": look.colour, "path": look.path} for name, look in looks.items()]


def _slider_steps(graphs: Mapping[str, PartnerGraph], layer: str) -> list[dict[str, Any]]:
    return [{"value": step.value, "name": step.name} for step in strength_steps(list(graphs.values()), layer)]


def _desk_words() -> dict[str, Any]:
    """What only the backbone's page may say."""
    return {
        "silent": _("Has not answered yet"),
        "named": {
            "both": _("named by both"),
            "one": {"out": _("did not name it back"), "in": _("not named back by it")},
        },
        "judged": {
            "both": _("judged by both"),
            "one": {"out": _("did not judge it back"), "in": _("not judged back by it")},
        },
        "unknown": {"out": _("their answer is not known"), "in": _("its own answer is not known")},
    }


def _items(copy: Copy) -> dict[tuple[str, str], int]:
    """Outcomes, teams and the rest that anyone works on, numbered in the order of the partnership's list."""
    carried = set()
    for graph in copy.partnership.graphs.values():
        frame = graph["affiliations"]
        carried |= set(zip(frame["kind"].astype(str), frame["item"].astype(str), strict=True))
    order: dict[tuple[str, str], int] = {}
    if "items" in copy.partnership.lists:
        frame = copy.partnership["items"]
        for pair in zip(frame["kind"].astype(str), frame["item"].astype(str), strict=True):
            order.setdefault(pair, len(order))
    in_order = sorted(carried, key=lambda pair: (pair[0], order.get(pair, len(order)), pair[1]))
    return {pair: k for k, pair in enumerate(in_order)}
