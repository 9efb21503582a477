"""Makes a partnership of a release, so that measures compute on it whatever anybody could count on the map."""

from collections import Counter
from dataclasses import replace
from functools import lru_cache

import pandas as pd

from stakeholder_graph.editions.release import Release, WaveRelease
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import COLUMNS, LayerInfo, SurveyInfo, Wave


def released_partnership(release: Release) -> Partnership:
    """Make a partnership of what a release holds.

    Parameters
    ----------
    release : Release
        Any.

    Returns
    -------
    Partnership
        Of waves of which lines may be drawn, and of the one that the release speaks of; of that alone where its own may
        not be. Ties have no direction. Everyone counts as having answered, since the release does not say who did:
        whatever is computed on it holds of the lines, not of all ties.

    Examples
    --------
    >>> from stakeholder_graph.editions.release import Line, Member
    >>> wave = WaveRelease("1", roster=("A", "B"), answered=1, lines=(Line("contact", "A", "B"),))
    >>> members = Member("A", "Health"), Member("B", "Schools", backbone=True)
    >>> ours = released_partnership(Release("partners", "Ours", "1", members, (wave,), (LayerInfo("contact"),)))
    >>> ours.graph().layer("contact").n_ties, ours.graph().backbone
    (1, 'B')
    """
    return _of_lines_and_lists(replace(release, words=()))


@lru_cache(maxsize=1)
def _of_lines_and_lists(release: Release) -> Partnership:
    """The same of a release without words, which is asked for before it has words, and after."""
    info = SurveyInfo(
        release.partnership,
        ties="either",
        answered_known=False,
        surveyed=release.surveyed,
        commitments="named" if release.open_named else "count",
        sector_called=release.sector_called,
        invented=release.invented,
        draft=release.draft,
        asked_unlisted={release.wave: release.asked_unlisted} if release.asked_unlisted[0] else {},
        answers_wait=release.answers_wait,
        own_pages=release.own_pages,
    )
    lists = {
        "sectors": pd.DataFrame(release.sectors, columns=["list", "sector", "share"]).astype({"share": float}),
        # Of other kinds nobody would be seen to have any, which is not so: they are not shown.
        "items": pd.DataFrame(
            [item for item in release.items if item[0] in release.of_wave().kinds],
            columns=["kind", "item", "steering"],
        ).assign(outcome="", scale="", public=False),
        "commitments": pd.DataFrame(
            [(c.who, "; ".join(c.partners), c.outcome, c.step, c.by, c.done) for c in release.commitments],
            columns=list(COLUMNS["commitments"]),
        ),
        "charters": pd.DataFrame(release.charters, columns=["team", "outcome"]),
        "outcomes": pd.DataFrame(_outcomes(release), columns=["outcome", "strategies"]).astype({"strategies": float}),
    }
    drawn = release.of_wave().lines is not None
    shown = [wave for wave in release.waves if wave.name == release.wave or (drawn and wave.lines is not None)]
    graphs = {wave.name: _graph(release, wave) for wave in shown}
    return Partnership(info, graphs, {name: frame for name, frame in lists.items() if len(frame)})


def _outcomes(release: Release) -> list[tuple[str, int | None]]:
    """Each outcome and how much is tried for it; None where nothing is said of that, which is not nothing."""
    tried = Counter(outcome for outcome, _ in release.strategies)
    named = [*(outcome for outcome, _ in release.outcomes), *(outcome for _, outcome in release.charters)]
    return [(outcome, tried.get(outcome)) for outcome in dict.fromkeys(named)]


def _graph(release: Release, wave: WaveRelease) -> PartnerGraph:
    listed = set(wave.roster)
    people = [
        (member.organization, member.sector, "backbone" if member.backbone else "")
        for member in release.members
        if member.organization in listed
    ]
    lines = [(line.layer, line.first, line.second, line.level) for line in wave.lines or ()]
    frames = {
        "organizations": pd.DataFrame(people, columns=["organization", "sector", "role"]),
        "ties": pd.DataFrame(lines, columns=["layer", "from", "to", "value"]).astype({"value": float}),
        "affiliations": pd.DataFrame(
            [(held.organization, held.kind, held.item) for held in wave.memberships],
            columns=["organization", "kind", "item"],
        ).assign(value=float("nan"), source="list"),
    }
    layers = {layer.name: _as_shown(layer) for layer in release.layers} if wave.lines is not None else {}
    return PartnerGraph(Wave(wave.name, wave.date), layers, frames, directed=False)


def _as_shown(layer: LayerInfo) -> LayerInfo:
    """A layer without its scale, where lines do not say how close they are."""
    steps = layer.steps if layer.promise == "named with strength" else ()
    return LayerInfo(layer.name, steps, asked_of=layer.asked_of, asks=layer.asks)
