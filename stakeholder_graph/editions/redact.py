"""Takes out of a partnership and its findings what an edition may not see."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import numpy as np

from stakeholder_graph.editions.reidentification import identified
from stakeholder_graph.editions.release import Edition, Release
from stakeholder_graph.editions.room_graph import named_layers, revealing_blanks, room_graph
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import NOT_KNOWN, TOO_CLOSE
from stakeholder_graph.measures._registry import find_measure
from stakeholder_graph.model.finding import Finding, Message
from stakeholder_graph.model.survey import Promise
from stakeholder_graph.model.table import ABSENT, Cell, Column, Disclosure, Table

#: A sector of fewer is a finding of single organizations.
LEAST_LISTED = 3
#: Response is shown of a sector only with this many on either side of answered and not.
LEAST_EACH_SIDE = 2


def release_for(edition: Edition, partnership: Partnership, findings: Iterable[Finding], wave: str) -> Release:
    """What one edition lets its readers see.

    Parameters
    ----------
    edition : {"backbone", "partners", "community"}
        The backbone sees everything. Partners see findings of the network and of sectors, findings of organizations
        only where nothing reveals who answered or who named whom unreturned, and on the map undirected ties of
        ``named`` layers. The community sees the same, of organizations marked as public only.
    partnership : Partnership
        Everything.
    findings : iterable of Finding
        Of one wave.
    wave : str
        That wave.

    Returns
    -------
    Release

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")]))
    >>> release = release_for("partners", Partnership("P", {"1": graph}, {}), [], "1")
    >>> release.partnership.graph().directed, release.partnership.graph().layer("collaboration").n_ties
    (False, 2)
    """
    everyone = frozenset(
        name for name, graph in partnership.graphs.items() if partnership.info.answered_known and graph.answered.all()
    )
    if edition == "backbone":
        return Release(edition, partnership, tuple(findings), wave, everyone)
    graph = partnership.graph(wave)
    rules = _Rules(graph, {**partnership.info.promises, "rating": partnership.info.rating_promise})
    kept = filter(None, map(rules.finding, findings))
    graphs = {
        name: room_graph(whole, edition, partnership.info.promises, lines=rules.lines, by_sector=rules.by_sector)
        for name, whole in partnership.graphs.items()
    }
    lists = {name: frame for name, frame in partnership.lists.items() if name == "sectors"}
    # That it is a draft everyone may know; the decisions quote what respondents wrote.
    spoken_of = {name for name, info in graph.layers.items() if info.promise != "backbone"}
    left_out = {name: count for name, count in partnership.info.left_out.items() if name in spoken_of}
    info = replace(
        partnership.info, promises={}, undecided=(), advice=(), left_out=left_out, set_apart={}, as_written=()
    )
    return Release(edition, Partnership(info, graphs, lists), tuple(kept), wave, everyone)


class _Rules:
    """What may be said of which sectors in one wave, and whether lines may be drawn by name."""

    def __init__(self, graph: PartnerGraph, promises: Mapping[str, Promise]) -> None:
        self.graph, self.promises = graph, promises
        people = graph.organizations.assign(answered=graph.answered)
        counts = people.groupby("sector")["answered"].agg(["size", "sum"])
        listed, answered = counts["size"], counts["sum"]
        self.all_answered = bool(graph.answered.all())
        self.large = set(counts.index[listed >= LEAST_LISTED])
        either_side = np.minimum(answered, listed - answered) >= LEAST_EACH_SIDE
        self.numbers = self.large if self.all_answered else set(counts.index[either_side]) & self.large
        self.sectors = set(counts.index)
        self.by_sector = not revealing_blanks(graph)
        silent = {sector: int(listed[sector] - answered[sector]) for sector in self.numbers}
        self.lines = not self._betrays({})
        #: Whether the numbers that answered may be shown by sector, beside the lines.
        self.response = not (self.lines and self._betrays(silent))

    def _betrays(self, silent: Mapping[str, int]) -> bool:
        """Whether lines by name, with these counts beside them, reveal of somebody that they did not answer."""
        graph = self.graph
        ties = graph["ties"]
        pairs = ties.loc[ties["layer"].isin(named_layers(graph)), ["from", "to"]].drop_duplicates()
        index = {name: k for k, name in enumerate(graph.names)}
        lines = np.array([[index[sender], index[receiver]] for sender, receiver in pairs.to_numpy()], dtype=np.intp)
        names, sector = np.unique(graph.organizations["sector"].to_numpy(dtype=object), return_inverse=True)
        codes = {code: silent[name] for code, name in enumerate(names) if name in silent}
        return bool(len(lines)) and bool(identified(graph.answered, lines.reshape(-1, 2), sector, codes).any())

    def finding(self, finding: Finding) -> Finding | None:
        """The finding with the tables, columns, rows and messages that may be seen; None where nothing may."""
        one_sided = finding.scope.ties == "reported"
        info = find_measure(finding.name)
        if info.group and not self.by_sector:
            return None
        promises = [self.graph.layers[layer].promise for layer in finding.scope.layers]
        promises += [self.promises.get(kind, "named") for kind in info.reads]
        if "backbone" in promises:
            return None
        if finding.discloses >= Disclosure.ORGANIZATION and not self._organizations(one_sided):
            return None
        tables = {name: self._table(table, one_sided) for name, table in finding.tables.items()}
        caveats = (self._sayable(caveat, one_sided) for caveat in finding.caveats)
        return replace(
            finding,
            table=self._table(finding.table, one_sided),
            tables={name: table for name, table in tables.items() if table is not None},
            reading=self._sayable(finding.reading, one_sided),
            caveats=tuple(filter(None, caveats)),
        )

    def _organizations(self, one_sided: bool) -> bool:
        return self.all_answered and not one_sided

    def _table(self, table: Table | None, one_sided: bool) -> Table | None:
        """The columns and rows that may be seen; None where nothing may."""
        if table is None or not self._may_see(table.discloses, one_sided):
            return None
        open_columns = {
            column: cells
            for column, cells in zip(table.columns, table.cells, strict=True)
            if self._may_see(column.discloses or table.discloses, one_sided)
        }
        table = Table.of(open_columns, table.discloses)
        return self._sectors_shown(table) if table.discloses == Disclosure.SECTOR else table

    def _may_see(self, discloses: Disclosure, one_sided: bool) -> bool:
        """Whether rows that speak of this may be seen at all."""
        if discloses == Disclosure.SECTOR:
            return self.by_sector
        if discloses == Disclosure.ORGANIZATION:
            return self._organizations(one_sided)
        return discloses == Disclosure.NETWORK

    def _sectors_shown(self, table: Table) -> Table | None:
        """A table by sector without the cells that could tell who answered."""
        named = [cells for column, cells in zip(table.columns, table.cells, strict=True) if column.kind == "sector"]
        large = [{str(cells[row]) for cells in named} & self.sectors <= self.numbers for row in range(len(table))]
        shown = {
            column: [self._cell(cell, column, large=yes) for cell, yes in zip(cells, large, strict=True)]
            for column, cells in zip(table.columns, table.cells, strict=True)
        }
        # A row says nothing by naming its sectors.
        numbers = [cells for column, cells in shown.items() if column.kind != "sector"]
        rows = [row for row in range(len(table)) if any(cells[row] is not ABSENT for cells in numbers)]
        kept = {column: cells for column, cells in shown.items() if any(cells[row] is not ABSENT for row in rows)}
        return Table.of(kept, table.discloses).take(rows) if rows else None

    def _cell(self, cell: Cell, column: Column, *, large: bool) -> Cell:
        if (not large and not column.free) or (column.response == "counted" and not self.response):
            return ABSENT
        return TOO_CLOSE if column.kind == "verdict" and cell == NOT_KNOWN else cell

    def _sayable(self, message: Message | None, one_sided: bool) -> Message | None:
        """The message, or what to say instead of it, or nothing."""
        while message is not None and not self._may_say(message, one_sided):
            message = message.instead
        return message

    def _may_say(self, message: Message, one_sided: bool) -> bool:
        if message.discloses == Disclosure.SECTOR:
            named = set(message.about) & self.sectors
            enough = self.by_sector and named <= (self.large if message.tells == "names" else self.numbers)
            return enough and (message.tells != "response" or self.response)
        if message.discloses == Disclosure.ORGANIZATION:
            return self._organizations(one_sided)
        return message.discloses == Disclosure.NETWORK
