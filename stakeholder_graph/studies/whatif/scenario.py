"""The scenario: which organizations leave or join and which connections are made or ended, checked all at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from stakeholder_graph.graph import Partnership
from stakeholder_graph.studies.whatif.scenario_check import NamedPair, ScenarioCheck, in_quotes
from stakeholder_graph.text import _


@dataclass(frozen=True, slots=True)
class Scenario:
    """A change that has not happened, in names as the roster shows them.

    Parameters
    ----------
    wave : str
        The round of the survey that it changes.
    without : tuple of str
        Organizations that leave.
    join : tuple of (str, str)
        Organizations that join, each with its sector.
    connect, disconnect : tuple of (str, str)
        Pairs whose connection is made, or ended.
    layers : tuple of str
        The kinds of tie in which connections are made or ended.
    """

    wave: str
    without: tuple[str, ...] = ()
    join: tuple[NamedPair, ...] = ()
    connect: tuple[NamedPair, ...] = ()
    disconnect: tuple[NamedPair, ...] = ()
    layers: tuple[str, ...] = ()

    @property
    def empty(self) -> bool:
        """Whether nothing changes."""
        return not (self.without or self.join or self.connect or self.disconnect)


def make_scenario(
    partnership: Partnership,
    without: Sequence[str] = (),
    join: Sequence[NamedPair] = (),
    connect: Sequence[NamedPair] = (),
    disconnect: Sequence[NamedPair] = (),
    *,
    wave: str | None = None,
    layers: Sequence[str] | None = None,
) -> Scenario:
    """Check what a user asks for against the partnership.

    Parameters
    ----------
    partnership : Partnership
        As it is.
    without : sequence of str
        Organizations that leave; case and spaces do not matter.
    join : sequence of (str, str)
        Organizations that join, each with a sector of the partnership or of its list of sectors; blank where it has
        none.
    connect, disconnect : sequence of (str, str)
        Pairs to connect, and pairs whose connection ends.
    wave : str, optional
        A round of the survey; the latest by default.
    layers : sequence of str, optional
        Kinds of tie in which connections are made or ended; by default all that everybody was asked about.

    Returns
    -------
    Scenario

    Raises
    ------
    SurveyError
        With everything that is wrong.
    UnknownNameError
        For a wave or layer that does not exist.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> ours = Partnership("Ours", {"1": from_networkx(nx.path_graph(["Clinic", "Library", "School"]))})
    >>> make_scenario(ours, ["clinic"]).without
    ('Clinic',)
    >>> make_scenario(ours, ["Libary"], connect=[("Clinic", "Library")])
    Traceback (most recent call last):
    stakeholder_graph.model.problems.SurveyError: “Libary” is not an organization of wave 1. Did you mean “Library”?
    “Clinic” and “Library” are connected already. Leave the pair out, or choose with --layer a kind of tie that they do
    not have.
    """
    graph = partnership.graph(wave)
    for layer in layers or ():
        graph.layer(layer)
    open_to_all = [
        name
        for name, info in graph.layers.items()
        if info.asks == "ties" and not info.asked_of and (layers is None or name in layers)
    ]
    check = ScenarioCheck(partnership, graph, tuple(open_to_all))
    joining = check.joining(join)
    leaving = check.leaving(without)
    made = check.pairs(connect, leaving, joining, ended=False)
    ended = check.pairs(disconnect, leaving, joining, ended=True)
    for pair in {frozenset(pair) for pair in made} & {frozenset(pair) for pair in ended}:
        check.inspection.wrong(
            _("{names} are to be connected and disconnected at once.", names=in_quotes(sorted(pair))),
            _("Leave one of the two out."),
        )
    if (made or ended) and not open_to_all:
        check.inspection.wrong(
            _("No kind of tie is left in which to make or end a connection."), _("Leave --layer out.")
        )
    check.inspection.verdict()
    return Scenario(graph.wave.name, leaving, joining, made, ended, tuple(open_to_all))
