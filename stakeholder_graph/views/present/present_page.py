"""The page to present with: the screens, one at a time, beside the map."""

import unicodedata
from typing import Any

from stakeholder_graph.views.layout.positions import FONT_SIZE, LINE_HEIGHT, RADIUS
from stakeholder_graph.views.page import render
from stakeholder_graph.views.present.map_key import map_key
from stakeholder_graph.views.present.screens import Deck, Screen
from stakeholder_graph.views.scene import MapView, Scene, closeup, overview
from stakeholder_graph.views.scene.scene import RING
from stakeholder_graph.views.style import FONT


def draw_present(deck: Deck, map_href: str | None = None, report_href: str | None = None) -> str:
    r"""Draw the page to present with.

    Parameters
    ----------
    deck : Deck
        What there is to show; nothing else is in the page's bytes.
    map_href, report_href : str, optional
        Where the map and the report lie, relative to the page.

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.views.present.screens import deck
    >>> copy = make_copy("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1")
    >>> "We are 3 organizations" in draw_present(deck(copy))
    True
    """
    drawn = deck.scene
    return render(
        deck.copy,
        "views/present/present.html",
        screens=deck.screens,
        scene=drawn,
        key=map_key(ring=drawn.has_ring, widths=drawn.has_widths),
        map_href=map_href,
        report_href=report_href,
        script="views/present/present.bundle.js",
        data=_data(drawn, deck.screens),
    )


def _data(drawn: Scene, screens: tuple[Screen, ...]) -> dict[str, Any]:
    """What the scripts draw the map from."""
    sectors = list(drawn.sectors)
    organizations = [
        {
            "name": dot.name,
            "initial": initial(dot.name),
            "sector": sectors.index(dot.sector),
            "x": dot.x,
            "y": dot.y,
            "lines": dot.lines,
            "width": round(dot.width, 1),
            "backbone": dot.backbone,
            **_viewed(closeup(drawn, k)),
        }
        for k, dot in enumerate(drawn.dots)
    ]
    return {
        "organizations": organizations,
        "initials": sorted({initial(dot.name) for dot in drawn.dots}, key=lambda letter: (letter != "#", letter)),
        "threads": [[thread.a, thread.b, round(thread.width, 1)] for thread in drawn.threads],
        "sectors": [
            {"name": name, "colour": drawn.looks[name].colour, "path": drawn.looks[name].path} for name in sectors
        ],
        "screens": [_lit(drawn, screen) for screen in screens],
        "ink": drawn.ink,
        "layer": drawn.layer,
        "type": {
            "family": FONT,
            "size": FONT_SIZE,
            "line": LINE_HEIGHT,
            "radius": round(RADIUS * drawn.grown, 1),
            "ring": RING,
        },
    }


def _lit(drawn: Scene, screen: Screen) -> dict[str, Any]:
    apart = bool(screen.ties) or screen.lit is not None
    return {
        "id": screen.id,
        "lit": None if screen.lit is None else sorted(screen.lit),
        "bright": sorted(drawn.bright(screen.lit, screen.ties)) if apart else None,
        **_viewed(overview(drawn, screen.lit)),
    }


def _viewed(view: MapView) -> dict[str, Any]:
    named = [[label.number, label.x, label.top, int(label.led)] for label in view.labels]
    return {"named": named, "size": view.names, "frame": view.frame}


def initial(name: str) -> str:
    """The letter under which a name is found.

    Parameters
    ----------
    name : str
        Of an organization.

    Examples
    --------
    >>> initial("Élan Vital"), initial("211 Wren County"), initial("«Ñandú»")
    ('E', '#', 'N')
    """
    for char in unicodedata.normalize("NFKD", name):
        if char.isalpha():
            return char.upper()[:1]
        if char.isdigit():
            break
    return "#"
