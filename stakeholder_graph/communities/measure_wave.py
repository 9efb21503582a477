"""Measures one community in one survey: the task that goes to a core, a second process or a cluster."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from stakeholder_graph.communities.by_chance import ByChance, returned_ties, ties_between, ties_within
from stakeholder_graph.communities.community_wave import CommunityWave, Comparable
from stakeholder_graph.communities.small_drawing import Arrange, SmallDrawing, small_drawing
from stakeholder_graph.communities.standard_words import standard_outcomes, standard_sectors
from stakeholder_graph.frames import natural
from stakeholder_graph.frames.arrays import Flags, Ints
from stakeholder_graph.graph import Layer, PartnerGraph, Partnership
from stakeholder_graph.inference.rewiring import FEWEST as REWIRED
from stakeholder_graph.inference.rewiring import LARGEST
from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.measures.network.connectedness import connectedness
from stakeholder_graph.measures.network.density import density
from stakeholder_graph.measures.sectors.ei_index import ei_index
from stakeholder_graph.model.finding import Finding, Scope, Test
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.studies.context import MeasureSettings, StudyContext
from stakeholder_graph.studies.significance import against_chance
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.presets import Phrase

#: Groups of fewer organizations that answered are not compared: one of them would decide.
FEWEST = 3
#: What a group is about, and who is in its two sides; of those that work on an outcome twice the same.
_Group = tuple[tuple[str, ...], Flags, Flags]


@dataclass(frozen=True, slots=True)
class WaveTask:
    """One community and one survey, with all that it takes to measure them anywhere.

    Parameters
    ----------
    partnership : Partnership
        With that wave alone, so that no more than needed goes to another process.
    layer : str
        The kind of tie to compare; blank where none is asked about.
    latest : bool
        Whether it is the latest survey of the community.
    permutations, seed : int
        As of `MeasureSettings`. Every task has the same seed, as `measure` has: so a community has the same numbers
        alone and among others, and in whichever order and place tasks are computed.
    arrange : callable, optional
        Says where the organizations stand in the small drawing of the latest survey; a function of a module, so that
        it can be sent. Without it nothing is drawn.
    """

    partnership: Partnership
    layer: str
    latest: bool = True
    permutations: int = 9999
    seed: int = 0
    arrange: Arrange | None = None


def measure_wave(task: WaveTask) -> CommunityWave:
    """Measure a community in one survey.

    Parameters
    ----------
    task : WaveTask
        Any.

    Returns
    -------
    CommunityWave
        Ties are counted once, if either side names them, among those that answered: so surveys in which one side
        is asked compare with those in which both are.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> club = nx.karate_club_graph()
    >>> graph = from_networkx(club, sector="club")
    >>> measured = measure_wave(WaveTask(Partnership("Karate", {"1": graph}), "collaboration", permutations=99))
    >>> measured.organizations, round(measured.density, 3), round(measured.mean_degree, 2)
    (34, 0.139, 4.59)
    """
    partnership, graph = task.partnership, task.partnership.graph()
    answered, known = int(graph.answered.sum()), partnership.info.answered_known and partnership.info.surveyed
    comparables = (
        [Comparable("answered", (), answered / len(graph.names), denominator=len(graph.names))] if known else []
    )
    sectors, own_sectors = _standard(map(str, graph.organizations["sector"]), standard_sectors())
    carried = _carried(graph)
    outcomes, own_outcomes = _standard(carried, standard_outcomes())
    facts: dict[str, float | int | None] = {}
    drawing: SmallDrawing | None = None
    if task.layer:
        settings = MeasureSettings("either", task.seed, task.permutations, draws=0)
        context = StudyContext(partnership, graph, task.layer, settings)
        paired = context.layer.among_answered()
        facts = _facts(context.layer, paired)
        if task.arrange and task.latest:
            drawing = small_drawing(paired, task.arrange)
        comparables += _across(context)
        comparables += _returned(context.reports) if context.reports.directed else []
        comparables += _groups(paired, sectors, {name: carried[own] for own, name in outcomes.items()}, context)
    return CommunityWave(
        partnership.name,
        graph.wave.name,
        task.layer,
        task.latest,
        len(graph.names),
        answered,
        known,
        sectors=tuple(sorted(set(sectors.values()))),
        comparables=tuple(comparables),
        own_outcomes=own_outcomes,
        own_sectors=own_sectors,
        draft=partnership.info.draft,
        invented=partnership.info.invented,
        drawing=drawing,
        **facts,  # type: ignore[arg-type]
    )


def _standard(
    names: "Iterator[str] | Mapping[str, object]", standard: Mapping[str, Phrase]
) -> tuple[dict[str, str], tuple[str, ...]]:
    """Names by what they are called among communities, in English, and those that nobody else has."""
    unique = sorted({name for name in names if name and name != NO_SECTOR}, key=natural)
    known = {name: standard[normal(name)].en for name in unique if normal(name) in standard}
    return known, tuple(name for name in unique if name not in known)


def _carried(graph: PartnerGraph) -> dict[str, frozenset[str]]:
    """By outcome the organizations that work on it."""
    frame = graph["affiliations"]
    frame = frame[(frame["kind"] == "outcome") & (frame["value"] != 0)]
    return {str(item): frozenset(map(str, rows["organization"])) for item, rows in frame.groupby("item")}


def _facts(layer: Layer, paired: Layer) -> dict[str, float | int | None]:
    """What is told and not judged: how dense ties are goes with size, and a part may be small."""
    dense = density(layer).value
    if paired.n < 2:
        return {"density": dense}
    whole = connectedness(paired)
    return {
        "density": dense,
        "mean_degree": 2 * paired.n_ties / paired.n,
        "fragmentation": None if whole.value is None else 1 - whole.value,
        "parts": len(set(paired.part.tolist())),
    }


def _across(context: StudyContext) -> list[Comparable]:
    """The share of connections across sectors, with both tests of the index, which runs from -1 to 1."""
    measured = ei_index(context.grouped)
    if measured.value is None or measured.quotient is None:
        return []
    info = find_measure("ei_index")
    scope = Scope((context.graph.wave.name,), (context.name,), "either", "sector")
    tested = against_chance(info, Finding(info.name, scope, measured.value, info.unit, info.bounds), context)
    if tested.test is None:
        return []

    def as_share(test: Test | None) -> tuple[float | None, float | None]:
        return (None, None) if test is None else ((1 + test.expected) / 2, test.sd / 2)

    share, ties = (1 + measured.value) / 2, int(measured.quotient.denominator)
    return [
        Comparable("across_sectors", (), share, *as_share(tested.test), *as_share(tested.rewired), denominator=ties)
    ]


def _returned(reported: Layer) -> list[Comparable]:
    """The share of mentions that are returned, against everybody choosing as many at random."""
    if reported.n > LARGEST:
        return []
    open_both = int(reported.return_observed.sum())
    chance = returned_ties(reported)
    if not open_both or not chance.sd:
        return []
    pairs = float((reported.returned & reported.return_observed).sum()) / 2
    share, expected, sd = (2 * part / open_both for part in (pairs, *chance))
    return [Comparable("named_by_both", (), share, expected, sd, denominator=open_both)]


def _groups(
    paired: Layer, sectors: Mapping[str, str], outcomes: Mapping[str, frozenset[str]], context: StudyContext
) -> list[Comparable]:
    """Connections between standard sectors, and among those that work on a standard outcome.

    Where people were asked about different partners, or only some, whom they were asked about would decide: then no
    group is compared.
    """
    if not paired.complete or paired.n > LARGEST or not paired.n_ties:
        return []
    of_sector = np.array([sectors.get(paired.sectors[code], "") for code in paired.sector_codes], dtype=object)
    members: dict[str, Flags] = {}
    for name in sorted(set(sectors.values())):
        members[name] = of_sector == name
    of_outcomes = {name: np.isin(paired.organizations, list(who)) for name, who in outcomes.items()}
    wanted: list[_Group] = [((a, b), members[a], members[b]) for a, b in combinations(members, 2)]
    wanted += [((name,), who, who) for name, who in of_outcomes.items()]
    wanted = [group for group in wanted if min(group[1].sum(), group[2].sum()) >= FEWEST]
    if not wanted:
        return []
    degrees = np.asarray(paired.adjacency.sum(axis=1)).astype(np.intp)
    return [
        _compared(about, first, second, degrees, paired, rewired)
        for (about, first, second), rewired in zip(wanted, _rewired(paired, wanted, context), strict=True)
    ]


def _compared(
    about: tuple[str, ...], first: Flags, second: Flags, degrees: Ints, paired: Layer, rewired: ByChance | None
) -> Comparable:
    a, b = int(first.sum()), int(second.sum())
    within = len(about) == 1
    pairs = a * (a - 1) // 2 if within else a * b
    ties = _count(paired, first, second)
    chance = ties_within(degrees, a) if within else ties_between(degrees, a, b)
    return Comparable(
        "outcome" if within else "two_sectors",
        about,
        ties / pairs,
        chance.expected / pairs,
        chance.sd / pairs,
        None if rewired is None else rewired.expected / pairs,
        None if rewired is None else rewired.sd / pairs,
        pairs,
    )


def _count(layer: Layer, first: Flags, second: Flags) -> int:
    """Ties with one end in each group; each tie within one group once."""
    rows, columns = layer.edge_index
    return int(((first[rows] & second[columns]) | (first[columns] & second[rows])).sum())


def _rewired(paired: Layer, wanted: Sequence[_Group], context: StudyContext) -> Iterator[ByChance | None]:
    """What each group would have with ties rewired; None where the walk says nothing."""
    walked = context.rewired_whole
    order = {name: place for place, name in enumerate(walked.layer.organizations)}
    places = np.array([order[name] for name in paired.organizations], dtype=np.intp)
    rows, columns = np.divmod(walked.ties[:REWIRED].astype(np.intp), walked.layer.n)
    for _about, *sides in wanted:
        first, second = (np.zeros(walked.layer.n, dtype=bool) for _side in sides)
        first[places], second[places] = sides
        counts = ((first[rows] & second[columns]) | (first[columns] & second[rows])).sum(axis=1).astype(float)
        usable = walked.usable(counts, None)
        yield None if isinstance(usable, str) else ByChance(float(usable.mean()), float(usable.std(ddof=1)))
