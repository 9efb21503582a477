"""What the room may hold: the one place where a release is made of all answers."""

from collections.abc import Callable, Sequence
from dataclasses import replace

import numpy as np

from stakeholder_graph.editions.declared_words import words_of
from stakeholder_graph.editions.from_lists import commitments_of, public_results, public_strategies
from stakeholder_graph.editions.line_rule import may_state_response
from stakeholder_graph.editions.lines import lines_drawn
from stakeholder_graph.editions.release import Member, Membership, Release, WaveRelease
from stakeholder_graph.editions.released_findings import sector_pairs_on_lines
from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.measures.outcomes._charters import charters
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import NO_SECTOR, RATED, LayerInfo, Step, SurveyInfo, is_named

#: Fewer organizations than this are never counted in what rests on answers.
FEWEST = 5
#: An item that no list has is said only where so many organizations named it: what one typed may be a remark.
SEVERAL = 2
#: Answers on an item of the agenda, at least; shares are told in tenths, never none and never all.
FEWEST_RATINGS, TENTHS = 10, (1, 9)


def room_release(partnership: Partnership, findings: Sequence[Finding], wave: str) -> Release:
    """Say what the room may hold.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    findings : sequence of Finding
        Of the desk, of that wave; of these only verdicts in words are taken.
    wave : str
        The wave that the copy speaks of.

    Returns
    -------
    Release

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")]))
    >>> release = room_release(Partnership("P", {"1": graph}, {}), [], "1")
    >>> [(line.first, line.second) for line in release.of_wave().lines]
    [('a', 'b'), ('b', 'c')]
    """
    info = partnership.info
    layers = tuple(
        LayerInfo(layer.name, _without_hours(layer.steps), layer.promise, asked_of=layer.asked_of, asks=layer.asks)
        for layer in partnership.graph(wave).layers.values()
        if is_named(layer.promise)
    )
    release = Release(
        edition="partners",
        partnership=partnership.name,
        wave=wave,
        members=(members := _members(partnership)),
        waves=tuple(_wave(graph, layers, info) for graph in partnership.graphs.values()),
        layers=layers,
        sectors=_sectors(partnership),
        items=_items(partnership),
        charters=_charters(partnership),
        outcomes=_outcomes(partnership, wave),
        results=public_results(partnership, findings),
        strategies=public_strategies(partnership),
        commitments=commitments_of(partnership) if info.commitments != "backbone" else (),
        open_named=info.commitments == "named",
        agreement=_agreement(findings) if info.rating_promise in ("named", "aggregate") else (),
        sector_called=info.sector_called,
        answered_known=info.answered_known,
        response_named=info.who_answered == "named",
        surveyed=info.surveyed,
        invented=info.invented,
        draft=info.draft,
        asked_unlisted=info.asked_unlisted.get(wave, (0, 0)),
        answers_wait=info.answers_wait,
        own_pages=info.own_pages.for_edition("partners", frozenset(member.sector for member in members)),
    )
    pairs = sector_pairs_on_lines(release) if any(finding.name == "sector_mixing" for finding in findings) else ()
    words = words_of(_sayable(partnership, findings), pairs, release, _tied_pairs(partnership.graph(wave)))
    return replace(release, words=words)


def _without_hours(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """How many hours a tie takes is for the desk."""
    return tuple(replace(step, hours=None) for step in steps)


def _shows_who_answered(graph: PartnerGraph, info: SurveyInfo) -> bool:
    """Whether nothing is given away by showing of an organization what only its answer tells."""
    return info.who_answered == "named" or bool(graph.answered.all())


def _members(partnership: Partnership) -> tuple[Member, ...]:
    """Whoever is listed, with what the backbone's list says of them; what only answers tell is left out."""
    info, graphs = partnership.info, partnership.graphs.values()
    everyone = all(_shows_who_answered(graph, info) for graph in graphs)
    withheld = () if everyone else info.answered_attributes
    members: dict[str, Member] = {}
    for graph in graphs:
        for row in graph.organizations.drop(columns=list(withheld), errors="ignore").to_dict("records"):
            name, sector = str(row["organization"]), str(row.get("sector", NO_SECTOR))
            backbone = str(row["role"]).casefold() == "backbone"
            members[name] = Member(name, sector, backbone)
    return tuple(members[name] for name in sorted(members, key=natural))


def _wave(graph: PartnerGraph, layers: Sequence[LayerInfo], info: SurveyInfo) -> WaveRelease:
    answered = int(graph.answered.sum())
    stated = info.answered_known and may_state_response(len(graph.names), answered)
    return WaveRelease(
        graph.wave.name,
        graph.wave.date,
        graph.names,
        len(graph.names),
        answered if stated else None,
        lines_drawn(graph, layers, info),
        kinds := _whole_kinds(graph, info),
        _memberships(graph, kinds),
    )


def _whole_kinds(graph: PartnerGraph, info: SurveyInfo) -> tuple[str, ...]:
    """Kinds of which all memberships may be shown; where answers add to a list, the list alone would say too little."""
    frame = graph["affiliations"]
    named = {str(kind) for kind in frame["kind"] if is_named(info.promises.get(str(kind), "named"))}
    if not _shows_who_answered(graph, info):
        named -= set(frame.loc[frame["source"] != "list", "kind"])
    return tuple(sorted(named))


def _memberships(graph: PartnerGraph, kinds: Sequence[str]) -> tuple[Membership, ...]:
    frame = graph["affiliations"]
    frame = frame[(frame["value"] != 0) & frame["kind"].isin(list(kinds))]
    rows = zip(frame["organization"], frame["kind"], frame["item"], strict=True)
    shown = {Membership(str(organization), str(kind), str(item)) for organization, kind, item in rows}
    return tuple(sorted(shown, key=lambda held: (natural(held.organization), held.kind, natural(held.item))))


def _sectors(partnership: Partnership) -> tuple[tuple[str, str, float | None], ...]:
    """The first reference list, which is of the sectors themselves; others are of columns that stay on the desk."""
    frame = partnership.lists.get("sectors")
    if frame is None or frame.empty:
        return ()
    first = frame[frame["list"] == frame["list"].iloc[0]]
    rows = zip(first["list"], first["sector"], first["share"], strict=True)
    return tuple((str(name), str(sector), None if np.isnan(share) else float(share)) for name, sector, share in rows)


def _items(partnership: Partnership) -> tuple[tuple[str, str, bool], ...]:
    """What organizations could be affiliated with. What they rate stands in the agreement, where that may be shown."""
    frame = partnership.lists.get("items")
    if frame is None:
        return ()
    promises, sayable = partnership.info.promises, _sayable_items(partnership)
    steering = frame["steering"] if "steering" in frame else [False] * len(frame)
    items = [
        (str(kind), str(item), bool(steers))
        for kind, item, steers in zip(frame["kind"], frame["item"], steering, strict=True)
        if kind not in RATED and promises.get(str(kind), "named") != "backbone" and sayable(str(kind), str(item))
    ]
    # The order of what answers alone name would tell who was first to name it.
    of_answers = set(partnership.info.answered_kinds)
    return tuple(sorted(items, key=lambda item: (item[0], natural(item[1])) if item[0] in of_answers else ("", ())))


def _sayable_items(partnership: Partnership) -> Callable[[str, str], bool]:
    """Which items may be said: those of a list, and of others those that several named, which nobody typed alone."""
    of_answers = set(partnership.info.answered_kinds)
    several: set[tuple[str, str]] = set()
    for graph in partnership.graphs.values():
        frame = graph["affiliations"]
        named = frame[frame["kind"].isin(of_answers) & (frame["value"] != 0)]
        counts = named.groupby(["kind", "item"])["organization"].nunique()
        several |= {(str(kind), str(item)) for kind, item in counts.index[counts >= SEVERAL]}
        whole = set(_whole_kinds(graph, partnership.info))
        shown = named[named["kind"].isin(whole)]
        several |= {(str(kind), str(item)) for kind, item in zip(shown["kind"], shown["item"], strict=True)}
    return lambda kind, item: kind not in of_answers or (kind, item) in several


def _charters(partnership: Partnership) -> tuple[tuple[str, str], ...]:
    """Which team is there for which outcome, as far as the list of items says so of teams that may be named."""
    frame = partnership.lists.get("items")
    if frame is None or partnership.info.promises.get("outcome", "named") == "backbone":
        return ()
    shown = {(kind, item) for kind, item, _ in _items(partnership)}
    stated = set(frame.loc[frame["kind"] == "team", "outcome"].astype(str)) if "outcome" in frame else set()
    return tuple(
        (team, outcome)
        for outcome, teams in charters(partnership).items()
        for team in teams
        if ("team", team) in shown and (outcome in stated or ("outcome", outcome) in shown)
    )


def _outcomes(partnership: Partnership, wave: str) -> tuple[tuple[str, int | None], ...]:
    """How many organizations named each outcome, in natural order; None for fewer than `FEWEST`."""
    if partnership.info.promises.get("outcome", "named") == "backbone":
        return ()
    frame = partnership.graph(wave)["affiliations"]
    named = frame[(frame["kind"] == "outcome") & (frame["value"] != 0)]
    counts = named.groupby("item")["organization"].nunique()
    listed = [item for kind, item, _ in _items(partnership) if kind == "outcome"]
    sayable = _sayable_items(partnership)
    outcomes = sorted({*(item for item in map(str, counts.index) if sayable("outcome", item)), *listed}, key=natural)
    return tuple((item, int(counts[item]) if counts.get(item, 0) >= FEWEST else None) for item in outcomes)


def _agreement(findings: Sequence[Finding]) -> tuple[tuple[str, int], ...]:
    """How many in ten agree with each item of the agenda that enough organizations answered."""
    table = next((finding.table for finding in findings if finding.name == "agenda_agreement"), None)
    least, most = TENTHS
    return tuple(
        (str(row["item"]), min(max(round(10 * float(row["agree"] or 0)), least), most))
        for row in (table.rows if table else ())
        if int(row["answers"] or 0) >= FEWEST_RATINGS and row["agree"] is not None
    )


def _tied_pairs(graph: PartnerGraph) -> dict[str, int]:
    """How many pairs each layer joins, whoever reported them."""
    return {name: graph.layer(name, "either").n_ties for name in graph.layers}


def _sayable(partnership: Partnership, findings: Sequence[Finding]) -> list[Finding]:
    """Findings that rest on nothing promised to the backbone alone."""
    promises, layers = partnership.info.promises, partnership.graph().layers
    return [
        finding
        for finding in findings
        if all(name in layers and layers[name].promise != "backbone" for name in finding.scope.layers)
        and all(promises.get(kind, "named") != "backbone" for kind in find_measure(finding.name).reads)
    ]
