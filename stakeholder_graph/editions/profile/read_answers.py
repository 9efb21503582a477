"""Takes the answers of one organization out of a survey, as the tool understood them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

import numpy as np
import pandas as pd

from stakeholder_graph.editions.from_lists import commitments_of
from stakeholder_graph.editions.profile.own_answers import OwnAnswers, OwnTie, Question
from stakeholder_graph.frames import natural
from stakeholder_graph.graph import Partnership
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.graph.unnamed import with_persons_unnamed
from stakeholder_graph.model.survey import RATED, LayerInfo, Promise


class AnswersOfEach:
    """The answers of a wave, to be taken out organization by organization.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    wave : str
        Which wave.
    called : mapping of str to str
        What the room's release calls persons whom it does not name.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.DiGraph([("a", "b"), ("c", "a")]))
    >>> AnswersOfEach(Partnership("P", {"1": graph}, {}), "1", {}).of("a").ties
    (OwnTie(layer='collaboration', partner='b', level=None),)
    """

    def __init__(self, partnership: Partnership, wave: str, called: Mapping[str, str]) -> None:
        self.partnership, self.called = partnership, called
        self.info, self.graph = partnership.info, partnership.graph(wave)
        self.directed = [name for name in self.graph.layers if self.graph.has_direction(name)]
        self.layers = {name: self.graph.layer(name, "reported") for name in self.directed}
        self.commitments = commitments_of(with_persons_unnamed(partnership.agreed or partnership))
        answered = self.graph.names, self.graph.answered
        self.answered = {name for name, yes in zip(*answered, strict=True) if yes}
        agreed = self.answered if partnership.agreed is None else _answered(partnership.agreed, wave)
        self.refused = self.answered - agreed
        self.places = _places(partnership)

    def of(self, organization: str) -> OwnAnswers:
        """Take out the answers of an organization.

        Parameters
        ----------
        organization : str
            On the roster of the wave.
        """
        respondents = self._respondents(organization)
        several = respondents > 1
        questions = tuple(self._questions(organization, several=several))
        own = OwnAnswers(
            organization,
            self.called.get(organization, organization),
            person=organization in self.info.participants,
            answered=organization in self.answered,
            aside=organization in self.info.answers_aside.get(self.graph.wave.name, ()),
            refused=organization in self.refused,
            respondents=respondents,
            closes=self.info.closes.get(self.graph.wave.name, ""),
            undirected=tuple(name for name in self.graph.layers if name not in self.directed),
            commitments=tuple(
                made for made in self.commitments if made.who == self.called.get(organization, organization)
            ),
        )
        held = tuple(self._held(organization, several=several))
        if not own.answered:
            return replace(own, held=held)
        printed = {question.about for question in questions if question.asks == "ties" and question.printed}
        ties = [tie for name, layer in self.layers.items() if name in printed for tie in _of(organization, layer)]
        return replace(
            own,
            layers=tuple(map(_as_asked, (info for name, info in self.graph.layers.items() if name in printed))),
            ties=tuple(tie for tie in ties if tie.partner not in self.called),
            persons=len({tie.partner for tie in ties} & self.called.keys()),
            held=held,
            rated=tuple(self._rated(organization)) if _printed(self.info.rating_promise, several=several) else (),
            unlisted=tuple(sorted(self._column("unlisted", "by", organization)["name"], key=natural)),
            questions=questions,
        )

    def _column(self, frame: str, column: str, organization: str) -> pd.DataFrame:
        rows = self.graph[frame]
        return rows[rows[column] == organization]

    def _respondents(self, organization: str) -> int:
        asked = self._column("asked", "organization", organization)
        return int(asked.loc[asked["answered"], "respondent"].nunique())

    def _questions(self, organization: str, *, several: bool) -> Iterator[Question]:
        """What it answered, and of each whether its profile prints it."""
        for name, layer in self.layers.items():
            promise = self.graph.layers[name].promise
            yield Question("ties", name, promise, len(_of(organization, layer)), _printed(promise, several=several))
        given = self._column("affiliations", "organization", organization)
        given = given[(given["source"] != "list") & (given["value"] != 0)]
        for kind, rows in given.groupby("kind", sort=True):
            promise = self._promise(str(kind))
            many = int(rows["item"].nunique())
            yield Question("items", str(kind), promise, many, _printed(promise, several=several))
        if ratings := self._column("ratings", "organization", organization)["item"].nunique():
            promise = self.info.rating_promise
            yield Question("ratings", "", promise, int(ratings), _printed(promise, several=several))

    def _promise(self, kind: str) -> Promise:
        return self.info.promises.get(kind, "named")

    def _held(self, organization: str, *, several: bool) -> Iterator[tuple[str, str]]:
        rows = self._column("affiliations", "organization", organization)
        rows = rows[rows["value"] != 0]
        shown = [
            _printed(self._promise(str(kind)), several=several and source != "list")
            for kind, source in zip(rows["kind"], rows["source"], strict=True)
        ]
        pairs = {(str(kind), str(item)) for kind, item in rows.loc[shown, ["kind", "item"]].to_numpy()}
        yield from sorted(pairs, key=lambda pair: (pair[0], self._place(*pair), natural(pair[1])))

    def _place(self, kind: str, item: str) -> int:
        """Where the list has an item; behind all others what it does not have."""
        return self.places.get((kind, item), len(self.places))

    def _rated(self, organization: str) -> Iterator[tuple[str, float, str]]:
        rows = self._column("ratings", "organization", organization).dropna(subset="value")
        steps = self.partnership.lists.get("steps")
        names = (
            {}
            if steps is None
            else dict(zip(zip(steps["item"], steps["value"], strict=True), steps["name"], strict=True))
        )
        places = {item: place for (kind, item), place in self.places.items() if kind in RATED}
        items = map(str, rows["item"].unique())
        for item in sorted(items, key=lambda item: (places.get(item, len(self.places)), natural(item))):
            value = float(rows.loc[rows["item"] == item, "value"].mean())
            yield item, value, str(names.get((item, value), ""))


def _places(partnership: Partnership) -> dict[tuple[str, str], int]:
    """The order in which the survey lists its items, such as meetings by date.

    What answers alone name has none: its order would tell who was first to name it.
    """
    frame = partnership.lists.get("items")
    if frame is None:
        return {}
    pairs = zip(frame["kind"].astype(str), frame["item"].astype(str), strict=True)
    listed = dict.fromkeys(pair for pair in pairs if pair[0] not in partnership.info.answered_kinds)
    return {pair: place for place, pair in enumerate(listed)}


def _answered(partnership: Partnership, wave: str) -> set[str]:
    graph = partnership.graph(wave)
    return {name for name, yes in zip(graph.names, graph.answered, strict=True) if yes}


def _printed(promise: Promise, *, several: bool) -> bool:
    """Whether answers under a promise may stand on a page that goes by the hands of an organization."""
    return promise != "backbone" and not (promise == "aggregate" and several)


def _of(organization: str, layer: Layer) -> list[OwnTie]:
    """Whom an organization named, in natural order."""
    rows = layer.strength[[layer.organizations.index(organization)], :].tocoo()
    ties = [
        OwnTie(layer.name, layer.organizations[k], None if np.isnan(value) else float(value))
        for k, value in zip(rows.coords[1].tolist(), rows.data.tolist(), strict=True)
    ]
    return sorted(ties, key=lambda tie: natural(tie.partner))


def _as_asked(layer: LayerInfo) -> LayerInfo:
    """A layer without what an hour of it takes, which the backbone estimated."""
    steps = tuple(replace(step, hours=None) for step in layer.steps)
    return LayerInfo(layer.name, steps, layer.promise, layer.combine, layer.asked_of, layer.asks)
