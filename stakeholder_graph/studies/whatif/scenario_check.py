"""Checks of a scenario: names resolved in any spelling, and everything that cannot be, noted to be said at once."""

import unicodedata
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.text import _, listing

NamedPair = tuple[str, str]
Repeatable = TypeVar("Repeatable", bound=Hashable)


class ScenarioCheck:
    """Resolves names, and notes everything that is wrong.

    Parameters
    ----------
    partnership : Partnership
        As it is.
    graph : PartnerGraph
        The wave in question.
    layers : tuple of str
        The kinds of tie that change.
    """

    def __init__(self, partnership: Partnership, graph: PartnerGraph, layers: tuple[str, ...]) -> None:
        self._graph = graph
        self._shown = {_folded(name): name for name in graph.names}
        self._sectors = _sectors(partnership, graph)
        ties = graph["ties"]
        ties = ties[ties["layer"].isin(layers)]
        self._tied = {frozenset(pair) for pair in zip(ties["from"], ties["to"], strict=True)}
        asked = graph["asked"]
        heard = asked[asked["answered"] & asked["layer"].isin(layers)]
        self._answered = set(heard["organization"])
        self.inspection = Inspection()

    def named(self, names: Sequence[str]) -> tuple[str, ...]:
        """Organizations of the wave, each once."""
        known = [name for name in map(self._known, names) if name]
        for name in _repeated(known):
            self.inspection.wrong(_("“{name}” is named twice.", name=name), _("Name it once."))
        return tuple(dict.fromkeys(known))

    def leaving(self, names: Sequence[str]) -> tuple[str, ...]:
        """The organizations that leave."""
        leave = self.named(names)
        if leave and set(leave) == set(self._graph.names):
            self.inspection.wrong(_("Nobody is left: every organization leaves."), _("Leave out at least one name."))
        return leave

    def joining(self, rows: Sequence[NamedPair]) -> tuple[NamedPair, ...]:
        """The organizations that join, with their sectors as the partnership writes them."""
        joining = []
        for written, sector in rows:
            name = " ".join(written.split())
            if not name:
                self.inspection.wrong(
                    _("An organization that joins has no name."), _("Write its name before its sector.")
                )
            elif _folded(name) in self._shown:
                self.inspection.wrong(
                    _("“{name}” cannot join: it is in the partnership already.", name=self._shown[_folded(name)]),
                    _("Leave it out, or write another name."),
                )
            stated = self._sectors.get(_folded(sector), "")
            if sector.strip() and not stated:
                self.inspection.wrong(
                    _("“{sector}” is not a sector of this partnership.", sector=sector),
                    suggestion(sector, list(self._sectors.values()), self._of_sectors()),
                )
            joining.append((name, stated or NO_SECTOR))
        for name in _repeated([name for name, _sector in joining]):
            self.inspection.wrong(_("“{name}” joins twice.", name=name), _("Name it once."))
        return tuple(dict(joining).items())

    def pairs(
        self, rows: Sequence[NamedPair], leaving: Sequence[str], joining: Sequence[NamedPair], *, ended: bool
    ) -> tuple[NamedPair, ...]:
        """Pairs that are connected, or whose connection ends."""
        added = {_folded(name): name for name, _sector in joining}
        resolved = [pair for row in rows for pair in self._pair(row, added)]
        for pair in _repeated([frozenset(pair) for pair in resolved]):
            self.inspection.wrong(
                _("{names} are named twice.", names=in_quotes(sorted(pair))), _("Name the pair once.")
            )
        for a, b in resolved:
            self._possible(a, b, {name for name in (a, b) if name in leaving}, added, ended=ended)
        return tuple({frozenset(pair): pair for pair in resolved}.values())

    def _pair(self, row: NamedPair, added: dict[str, str]) -> Iterator[NamedPair]:
        a, b = (added.get(_folded(written)) or self._known(written) for written in row)
        if a and a == b:
            self.inspection.wrong(_("“{name}” is named with itself.", name=a), _("Name two organizations."))
        elif a and b:
            yield a, b

    def _possible(self, a: str, b: str, leaving: set[str], added: dict[str, str], *, ended: bool) -> None:
        names, tied = in_quotes((a, b)), frozenset((a, b)) in self._tied
        for name in sorted(leaving):
            self.inspection.wrong(
                _("“{name}” leaves, so that none of its connections can change.", name=name),
                _("Leave out the pair, or keep the organization."),
            )
        if ended and not tied:
            self.inspection.wrong(_("{names} are not connected.", names=names), _("Leave the pair out."))
        if not ended and tied:
            self.inspection.wrong(
                _("{names} are connected already.", names=names),
                _("Leave the pair out, or choose with --layer a kind of tie that they do not have."),
            )
        elif not ended and not {a, b} & (self._answered | set(added.values())):
            self.inspection.wrong(
                _("Neither of {names} has answered, so that nobody could report a connection.", names=names),
                _("Choose a pair of which one has answered."),
            )

    def _known(self, written: str) -> str:
        name = self._shown.get(_folded(written), "")
        if not name:
            self.inspection.wrong(
                _("“{name}” is not an organization of wave {wave}.", name=written, wave=self._graph.wave.name),
                suggestion(written, list(self._graph.names), _("Write it as in your list of organizations.")),
            )
        return name

    def _of_sectors(self) -> str:
        if not self._sectors:
            return _('Write "" for its sector: this partnership has no sectors.')
        quoted = (_("“{name}”", name=sector) for sector in self._sectors.values())
        return _("Write one of {sectors}.", sectors=listing(quoted, "or"))


def _repeated(names: Iterable[Repeatable]) -> list[Repeatable]:
    return [name for name, count in Counter(names).items() if count > 1]


def _sectors(partnership: Partnership, graph: PartnerGraph) -> dict[str, str]:
    """The sectors that an organization may have, by folded name."""
    listed = partnership.lists.get("sectors")
    names = [*graph.organizations["sector"], *([] if listed is None else listed["sector"])]
    return {_folded(name): str(name) for name in names if name != NO_SECTOR}


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()).casefold())


def in_quotes(names: Sequence[str]) -> str:
    """Names in a sentence, each in quotation marks.

    Parameters
    ----------
    names : sequence of str
        At least one.

    Examples
    --------
    >>> in_quotes(["Clinic", "Library"])
    '“Clinic” and “Library”'
    """
    return listing((_("“{name}”", name=name) for name in names), "and")
