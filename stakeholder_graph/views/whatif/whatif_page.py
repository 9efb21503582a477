"""The page of what-if: departures to be looked up, the map before and after, and the command for the rest."""

from collections.abc import Mapping, Sequence
from math import cos, hypot, pi, sin
from pathlib import Path
from typing import Any

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.studies.whatif import (
    ComingAnswers,
    ConnectedPairs,
    Consequences,
    Departure,
    Departures,
    Scenario,
    WhatIf,
    attachments_of,
)
from stakeholder_graph.text import _, _n, listing, translate
from stakeholder_graph.text.commands import quoted
from stakeholder_graph.views.amounts import bare, title_and_count
from stakeholder_graph.views.layout.positions import positions
from stakeholder_graph.views.page import render
from stakeholder_graph.views.scene import scene
from stakeholder_graph.views.symbols import Point
from stakeholder_graph.views.whatif.answers_text import answered_rows, likely_in_words, title_of_answers
from stakeholder_graph.views.whatif.whatif_text import before_after, changed_values, value_text
from stakeholder_graph.views.whatif.whatif_words import VALUES_ALONE, sentences, title_of

#: The maps in their own units, and the free space at their edges.
WIDE, HIGH, BORDER = 640.0, 440.0, 22.0
#: How much more the map may be stretched one way than the other.
STRETCHED = 1.5
#: Of more organizations no map is drawn.
MOST_DRAWN = 400
#: Places around its partners that are tried for who joins, by direction and by distance.
DIRECTIONS, DISTANCES = 16, (40.0, 70.0, 100.0)


def draw_whatif(
    copy: Copy,
    without: Departures,
    supposed: WhatIf | None = None,
    folder: str | Path = "FOLDER",
    proposed: Sequence[ConnectedPairs] = (),
    coming: ComingAnswers | None = None,
) -> str:
    r"""Draw the page.

    Parameters
    ----------
    copy : Copy
        The backbone's; no other edition says who would be missed.
    without : Departures
        Everybody's departure.
    supposed : WhatIf, optional
        A change that the page opens with.
    folder : str or Path
        The partnership's, as commands name it.
    proposed : sequence of ConnectedPairs
        Introductions, each with what the network would be.
    coming : ComingAnswers, optional
        Answers that the page opens with, in place of a change.

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``.

    Raises
    ------
    ValueError
        For another edition.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.studies.whatif import departures
    >>> ours = Partnership("Ours", {"1": from_networkx(nx.star_graph(["Hub", "Clinic", "Library"]))})
    >>> page = draw_whatif(Copy("backbone", ours, (), "1"), departures(ours))
    >>> "Without Hub, 2 organizations have no connection left: Clinic and Library." in page
    True
    """
    if not copy.confidential:
        raise ValueError("who would be missed is for the backbone's desk")
    names = [*copy.partnership.graph(copy.wave).names]
    if supposed is not None:
        names += [name for name, _sector in supposed.scenario.join]
    number_of = {name: number for number, name in enumerate(names)}
    rows = sorted(without.rows, key=lambda row: row.consequences.connections[1])
    data = {
        "names": names,
        "map": _map(copy, number_of, supposed.scenario if supposed else None) if len(names) <= MOST_DRAWN else None,
        "values": [
            [title_and_count(bare(name, without.ties)), value_text(name, value)]
            for name, value in without.values.items()
        ],
        "departures": {str(number_of[row.organization]): _departure(row, copy.wave, number_of) for row in rows},
        "introductions": [_introduction(row, copy.wave, number_of) for row in proposed],
        "change": _answers(coming) if coming else _change(supposed, number_of) if supposed else None,
        "command": f"stakeholder-graph whatif {quoted(folder)}",
        "quoted": [quoted(name) for name in names],
        "layer": without.layer,
        "layerQuoted": quoted(without.layer),
    }
    return render(
        copy,
        "views/whatif/whatif.html",
        wave=copy.wave,
        rows=[(number_of[row.organization], row) for row in rows],
        left_out=len(number_of) - len(rows) - (len(supposed.scenario.join) if supposed else 0),
        nobody_left=_nobody_left,
        proposed=[listing(row.pairs[0]) if len(row.pairs) == 1 else _("All of them together") for row in proposed],
        mapped=data["map"] is not None,
        note=translate(VALUES_ALONE),
        data=data,
    )


def _nobody_left(seen: Consequences) -> str:
    """What nobody would stand for any more, in a cell."""
    return ", ".join((*seen.sectors, *seen.outcomes, *seen.teams, *seen.strategies))


def _departure(row: Departure, wave: str, number_of: Mapping[str, int]) -> dict[str, Any]:
    scenario = Scenario(wave, (row.organization,))
    return {
        "title": title_of(scenario),
        "said": list(sentences(scenario, row.consequences)),
        "values": [value_text(name, value) for name, value in row.values.items()],
        **_who(row.consequences, number_of),
    }


def _introduction(row: ConnectedPairs, wave: str, number_of: Mapping[str, int]) -> dict[str, Any]:
    scenario = Scenario(wave, connect=row.pairs, layers=(row.layer,))
    several = _n("{count} pair introduced", "{count} pairs introduced", len(row.pairs))
    return {
        "title": title_of(scenario) if len(row.pairs) == 1 else several,
        "said": list(sentences(scenario, row.consequences)),
        "values": [value_text(name, value) for name, value in row.values.items()],
        "made": [[number_of[name] for name in pair] for pair in row.pairs],
        **_who(row.consequences, number_of),
    }


def _who(seen: Consequences, number_of: Mapping[str, int]) -> dict[str, Any]:
    return {
        "alone": [number_of[name] for name in seen.alone],
        "cutOff": [number_of[name] for group in seen.cut_off for name in group],
    }


def _change(supposed: WhatIf, number_of: Mapping[str, int]) -> dict[str, Any]:
    scenario = supposed.scenario
    return {
        "title": title_of(scenario),
        "said": list(sentences(scenario, supposed.consequences)),
        "values": [
            [title_and_count(bare(change.name, change.ties)), ", ".join(change.layers), *before_after(change)]
            for change in changed_values(supposed)
        ],
        "gone": [number_of[name] for name in scenario.without],
        "joined": [number_of[name] for name, _sector in scenario.join],
        "made": [[number_of[name] for name in pair] for pair in scenario.connect],
        "ended": [[number_of[name] for name in pair] for pair in scenario.disconnect],
        **_who(supposed.consequences, number_of),
    }


def _answers(coming: ComingAnswers) -> dict[str, Any]:
    """Answers as a change in which nobody comes or leaves."""
    rows = answered_rows(coming)
    return {
        "title": title_of_answers(coming),
        "said": [likely_in_words(coming)],
        "values": [[title, coming.layer, before, _ends(low, high)] for title, before, low, high in rows],
        **{what: [] for what in ("gone", "joined", "made", "ended", "alone", "cutOff")},
    }


def _ends(low: str, high: str) -> str:
    return low if low == high else _("{low} to {high}", low=low, high=high)


def _map(copy: Copy, number_of: Mapping[str, int], scenario: Scenario | None) -> dict[str, Any]:
    """Where everybody stands, and every connection of any kind."""
    drawn = scene(copy, positions(copy.partnership))
    network = attachments_of(copy.partnership, copy.wave).network
    left, top, wide, high = drawn.frame
    fit = (WIDE - 2 * BORDER) / wide, (HIGH - 2 * BORDER) / high
    across, down = (min(most, STRETCHED * min(fit)) for most in fit)
    x0, y0 = (WIDE - wide * across) / 2, (HIGH - high * down) / 2
    points = {dot.name: (x0 + (dot.x - left) * across, y0 + (dot.y - top) * down) for dot in drawn.dots}
    for name, _sector in scenario.join if scenario else ():
        partners = [other for pair in scenario.connect if name in pair for other in pair] if scenario else []
        points[name] = _beside([points[other] for other in partners if other in points], list(points.values()))
    return {
        "size": [WIDE, HIGH],
        "points": [[round(end, 1) for end in points[name]] for name in number_of],
        "backbone": next((number_of[dot.name] for dot in drawn.dots if dot.backbone), None),
        "newcomers": [number_of[name] for name, _sector in (scenario.join if scenario else ())],
        "lines": sorted(sorted((number_of[a], number_of[b])) for a, b in network.edges),
    }


def _beside(partners: Sequence[Point], taken: Sequence[Point]) -> Point:
    """A place near the partners of who joins, as far from everybody else as can be."""
    count = len(partners)
    x, y = (sum(point[k] for point in partners) / count if count else (WIDE, HIGH)[k] / 2 for k in (0, 1))
    places = [
        (x + distance * cos(2 * pi * k / DIRECTIONS), y + distance * sin(2 * pi * k / DIRECTIONS))
        for distance in DISTANCES
        for k in range(DIRECTIONS)
    ]
    inside = [(a, b) for a, b in places if BORDER <= a <= WIDE - BORDER and BORDER <= b <= HIGH - BORDER]
    return max(inside, key=lambda place: min(hypot(place[0] - a, place[1] - b) for a, b in taken), default=(x, y))
