"""The story on the map: the findings of page one in their order, each with what of the map it speaks of."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.studies.page_one.story import Learned, story
from stakeholder_graph.views.in_short.title import title_of
from stakeholder_graph.views.in_short.who_answered import rests_on_few
from stakeholder_graph.views.layout.positions import Position
from stakeholder_graph.views.map.arrangements import Arrangement
from stakeholder_graph.views.scene import Scene, scene
from stakeholder_graph.views.scene.drawn_finding import Drawn, drawn

#: A step is shown in an arrangement in which at least so many of its lines stay within a group.
MOSTLY = 0.5


@dataclass(frozen=True, slots=True)
class StoryStep:
    """A step of the story.

    Parameters
    ----------
    finding : str
        The name of what was measured, under which the report links to the step.
    words, further : str
        What was found, in a sentence; what is to be said besides.
    strength : bool
        Whether it is good news.
    layer : str
        The kind of connection; blank for the first.
    arranged : str
        The arrangement in which the step is seen best; blank for the usual one.
    organizations : tuple of str
        Whom it speaks of; none where it speaks of lines, or of all.
    lines : {"none", "within", "across", "among"} or tuple of (str, str)
        The lines it speaks of: none, those within and across sectors, those among its organizations, or pairs.
    """

    finding: str
    words: str
    further: str
    strength: bool
    layer: str
    arranged: str
    organizations: tuple[str, ...]
    lines: str | tuple[tuple[str, str], ...]

    def as_data(self, index: Mapping[str, int], layers: Mapping[str, int]) -> dict[str, Any]:
        """What the page knows of it, by the numbers of organizations and layers."""
        pairs = self.lines if isinstance(self.lines, str) else [[index[a], index[b]] for a, b in self.lines]
        return {
            "finding": self.finding,
            "words": self.words,
            "further": self.further,
            "strength": self.strength,
            "layer": layers.get(self.layer, 0),
            "arranged": self.arranged,
            "organizations": [index[name] for name in self.organizations],
            "lines": pairs,
        }


def story_steps(
    copy: Copy, ways: Sequence[Arrangement], where: Mapping[str, Position] | None = None
) -> tuple[StoryStep, ...]:
    """Make the steps of the story.

    Parameters
    ----------
    copy : Copy
        What the reader may see; nothing else is told.
    ways : sequence of Arrangement
        By what the map can be arranged.
    where : mapping of str to Position, optional
        Where organizations stand, where that is known already.

    Returns
    -------
    tuple of StoryStep
        One a finding of page one.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.model.finding import Finding, Message, Scope, Test
    >>> graph = nx.path_graph(["a", "b", "c"])
    >>> nx.set_node_attributes(graph, {"a": "x", "b": "x", "c": "y"}, "sector")
    >>> reading = Message("within", {"inside": 50, "chance": 33}, "concern")
    >>> scope, test = Scope(("1",), ("collaboration",)), Test("labels", 999, 0.5, 0.1, 0.002, 0)
    >>> finding = Finding("ei_index", scope, 0.0, "index", (-1, 1), test=test, reading=reading)
    >>> copy = Copy("backbone", Partnership("P", {"1": from_networkx(graph)}, {}), (finding,), "1")
    >>> [(step.finding, step.lines) for step in story_steps(copy, ())]
    [('ei_index', 'within')]
    """
    learned = story(copy.findings, backbone=copy.backbone)
    network = scene(copy, where) if learned else None
    return tuple(_step(lesson, network, copy, ways) for lesson in learned if network)


def _step(lesson: Learned, network: Scene, copy: Copy, ways: Sequence[Arrangement]) -> StoryStep:
    title, further = title_of(lesson.finding)
    shown = drawn(lesson.finding, network, copy)
    pairs = tuple(
        (network.dots[network.threads[k].a].name, network.dots[network.threads[k].b].name) for k in sorted(shown.lines)
    )
    spoken_of = tuple(network.dots[k].name for k in sorted(shown.organizations))
    return StoryStep(
        lesson.finding.name,
        title,
        " ".join(filter(None, (*further, rests_on_few(copy, lesson.finding)))),
        lesson.strength,
        next(iter(lesson.finding.scope.layers), ""),
        _together(spoken_of, ways) if spoken_of else _arranged(pairs, ways),
        spoken_of,
        _lines(shown, network, pairs),
    )


def _lines(shown: Drawn, network: Scene, pairs: tuple[tuple[str, str], ...]) -> str | tuple[tuple[str, str], ...]:
    """What is said in a word of many lines: a page is not to hold each of them twice."""
    if shown.organizations:
        return "among"
    if not shown.lines:
        return "none"
    if shown.lines == network.within:
        return "within"
    return "across" if shown.lines == network.across else pairs


def _arranged(pairs: Sequence[tuple[str, str]], ways: Sequence[Arrangement]) -> str:
    """The arrangement in which most of the lines stay within a group; blank where in none most of them do."""
    inside = {way.kind: sum(way.stands[a] == way.stands[b] for a, b in pairs) for way in ways}
    best = max(inside, key=lambda kind: inside[kind], default="")
    return best if best and inside[best] >= MOSTLY * len(pairs) > 0 else ""


def _together(names: Sequence[str], ways: Sequence[Arrangement]) -> str:
    """The arrangement in which the most of those who are spoken of stand in one group; blank where most do in none."""
    most = {way.kind: max(Counter(way.stands[name] for name in names).values()) for way in ways}
    best = max(most, key=lambda kind: most[kind], default="")
    return best if best and most[best] > MOSTLY * len(names) else ""
