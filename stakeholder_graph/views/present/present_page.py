"""The page to present with: the screens, one at a time, beside the map."""

import unicodedata
from typing import Any, NamedTuple

from stakeholder_graph.views.layout.positions import FONT_SIZE, LINE_HEIGHT, RADIUS
from stakeholder_graph.views.page import render
from stakeholder_graph.views.present.block_names import around_blocks, block_lines
from stakeholder_graph.views.present.map_key import map_key
from stakeholder_graph.views.present.screens import Deck, Screen
from stakeholder_graph.views.present.screens.script import ALL, GUESS
from stakeholder_graph.views.scene import MapView, Scene, closeup, overview, spotlight
from stakeholder_graph.views.scene.camera import MOST_PARTNERS
from stakeholder_graph.views.scene.scene import RING
from stakeholder_graph.views.style import FONT


class Moment(NamedTuple):
    """A screen as it is shown at one moment: its question alone, or all of it."""

    screen: Screen
    asking: bool

    @property
    def minutes(self) -> int:
        """How long it takes."""
        if self.asking:
            return GUESS
        return self.screen.minutes - (GUESS if self.screen.guess else 0)


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
        moments=moments(deck),
        scene=drawn,
        minutes=ALL,
        key=map_key(ring=drawn.has_ring, widths=drawn.has_widths),
        map_href=map_href,
        report_href=report_href,
        script="views/present/present.bundle.js",
        data=_data(deck),
    )


def moments(deck: Deck) -> tuple[Moment, ...]:
    """What is shown one after another: of a screen that the room guesses first, the question before the answer.

    Parameters
    ----------
    deck : Deck
        Its screens.
    """
    return tuple(
        Moment(screen, asking) for screen in deck.screens for asking in ((True, False) if screen.guess else (False,))
    )


def _data(deck: Deck) -> dict[str, Any]:
    """What the scripts draw the map from, and what is typed at the notes is checked against."""
    drawn, release = deck.scene, deck.copy.release
    sectors = list(drawn.sectors)
    blocks = block_lines(drawn.arranged_by_sector)
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
            {
                "name": name,
                "lines": blocks[name],
                "colour": drawn.looks[name].colour,
                "path": drawn.looks[name].path,
            }
            for name in sectors
        ],
        "screens": [_shown(drawn, moment) for moment in moments(deck)],
        "about": {"partnership": deck.copy.partnership.name, "wave": deck.copy.wave},
        "outcomes": list(deck.outcomes),
        "commitments": [
            {
                "who": made.who,
                "with whom": list(made.partners),
                "outcome": made.outcome,
                "first step": made.step,
                "by when": made.by,
                "done": made.done,
            }
            for made in (release.commitments if release else ())
        ],
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


def _shown(drawn: Scene, moment: Moment) -> dict[str, Any]:
    screen = moment.screen
    arranged = screen.arranged(drawn)
    view = _viewed(_named(arranged, screen))
    if arranged is not drawn:  # above each block stands the name of its sector
        view["frame"] = around_blocks(view["frame"], arranged, block_lines(arranged))
    return {
        "id": screen.id,
        "asks": moment.asking,
        "minutes": moment.minutes,
        "lit": None if screen.lit is None else sorted(screen.lit),
        "bright": sorted(screen.stands_out(drawn)) if screen.apart else None,
        "places": None if arranged is drawn else [[dot.x, dot.y] for dot in arranged.dots],
        **view,
    }


def _named(drawn: Scene, screen: Screen) -> MapView:
    """Those whom a screen speaks of by name; where not all have room, the backbone at least, which all look for."""
    if screen.lit is not None and len(screen.lit) <= MOST_PARTNERS:
        return spotlight(drawn, screen.lit)
    whole = overview(drawn, screen.lit)
    backbone = [k for k, dot in enumerate(drawn.dots) if dot.backbone]
    return spotlight(drawn, backbone) if backbone and screen.id == "read" and not whole.labels else whole


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
