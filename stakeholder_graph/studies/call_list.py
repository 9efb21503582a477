"""The call list: whom to invite, whom to hear from, whom to connect, why, and who could introduce them.

The backbone's own worksheet: it names who has not answered and who is hardly tied, so no other edition has it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np
import pandas as pd

from stakeholder_graph.finding import Finding, Message
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.studies.whom_to_call import TIERS

Block = Literal["invite", "hear from", "connect"]
BLOCKS: tuple[Block, ...] = ("invite", "hear from", "connect")

#: A name that no list holds is somebody to invite once so many partners gave it.
NAMED_BY = 2
#: Few ties: fewer partners than this share of what is usual among those who answered.
FEW = 0.5
#: How many could introduce.
INTRODUCE = 2
#: Attributes of an organization that say how to reach it.
CONTACT = ("contact", "contact name", "contact person", "email", "e-mail", "mail", "phone", "telephone")


@dataclass(frozen=True, slots=True)
class Call:
    """One line of the call list.

    Parameters
    ----------
    block : {"invite", "hear from", "connect"}
        What the call is for.
    whom : str
        An organization, a name that no list holds, or a sector.
    sector : str
        Its sector; blank where not known.
    why : Message
        Of the words of `views.words`: ``call_...``.
    introduce : tuple of str
        Who could introduce: see `introducers`.
    contact, team : str
        What is known; blank if nothing is.
    """

    block: Block
    whom: str
    sector: str
    why: Message
    introduce: tuple[str, ...] = ()
    contact: str = ""
    team: str = ""


def call_list(partnership: Partnership, wave: str, findings: Sequence[Finding]) -> tuple[Call, ...]:
    """Make the call list.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    wave : str
        Which wave.
    findings : sequence of Finding
        Of that wave: ``sector_coverage`` says which sectors are missing, the first ``whom_to_call`` in which order to
        hear from those who have not answered; without it they are ordered by how many named them.

    Returns
    -------
    tuple of Call
        In three blocks. Invite: sectors of the list with nobody at the table, and names that at least two partners gave
        and no list holds, those given most first. Hear from: organizations that have not answered, by ``whom_to_call``.
        Connect: organizations that answered and have under half as many partners as is usual, fewest first. Only the
        first where nothing says who answered, and in a draft, where an undecided name may be any of them.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = nx.complete_graph(["a", "b", "c", "d", "e"])
    >>> graph.add_edge("e", "f")
    >>> calls = call_list(Partnership("P", {"1": from_networkx(graph)}, {}), "1", ())
    >>> [(call.block, call.whom, call.introduce) for call in calls]
    [('connect', 'f', ('e',))]
    """
    graph = partnership.graph(wave)
    known = partnership.answered_known and not partnership.draft
    desk = _Desk(graph)
    invite = (*_missing(findings), *desk.unlisted())
    return (*invite, *desk.to_hear_from(_tiers(findings)), *desk.to_connect()) if known else invite


def first_calls(calls: Sequence[Call], at_most: int = 3) -> tuple[Call, ...]:
    """The calls to make first: the first of each block, then more of those to hear from.

    Parameters
    ----------
    calls : sequence of Call
        The list.
    at_most : int
        How many.
    """
    firsts = [next((call for call in calls if call.block == block), None) for block in BLOCKS]
    chosen = [call for call in firsts if call is not None]
    chosen += [call for call in calls if call.block == "hear from" and call not in chosen]
    return tuple(call for call in calls if call in chosen[:at_most])


def introducers(whom: str, pairs: pd.DataFrame, answered: Iterable[str], backbone: str | None) -> tuple[str, ...]:
    """Who could introduce the backbone to an organization.

    Parameters
    ----------
    whom : str
        The organization.
    pairs : DataFrame
        Columns one and other: each tie, of whatever kind and whoever reported it, in both directions.
    answered : iterable of str
        Who answered.
    backbone : str or None
        Who calls.

    Returns
    -------
    tuple of str
        At most two partners of it that answered: those tied to the backbone too come first, then those with most
        partners, then by name. The backbone itself where there is nobody else.

    Examples
    --------
    >>> ties = [("bb", "x"), ("x", "new"), ("y", "new"), ("y", "x"), ("z", "new"), ("z", "bb")]
    >>> both = pd.DataFrame(ties + [(b, a) for a, b in ties], columns=["one", "other"])
    >>> introducers("new", both, ["bb", "x", "y", "z"], "bb")
    ('x', 'z')
    """
    partners = set(pairs.loc[pairs["other"] == whom, "one"]) & set(answered)
    close = set(pairs.loc[pairs["other"] == backbone, "one"])
    reach = pairs[pairs["one"].isin(partners)].groupby("one")["other"].nunique()
    ranked = sorted(partners - {backbone}, key=lambda name: (name not in close, -int(reach[name]), name))
    return tuple(ranked[:INTRODUCE]) or ((backbone,) if backbone in partners and backbone else ())


class _Desk:
    """What the backbone knows of its partners in one wave."""

    def __init__(self, graph: PartnerGraph) -> None:
        self.graph = graph
        self.people = graph.organizations.set_index("organization")
        self.answered = [name for name, yes in zip(graph.names, graph.answered, strict=True) if yes]
        open_to_all = [name for name, info in graph.layers.items() if info.asks == "ties" and not info.asked_of]
        ties = graph["ties"]
        ties = ties[ties["layer"].isin(open_to_all) & (ties["from"] != ties["to"])]
        ends = ties[["from", "to"]].to_numpy(dtype=object)
        both = np.vstack([ends, ends[:, ::-1]])
        self.reports = pd.DataFrame(ends, columns=["one", "other"]).drop_duplicates()
        self.pairs = pd.DataFrame(both, columns=["one", "other"]).drop_duplicates()
        self.columns = [str(column) for column in self.people if str(column).strip().casefold() in CONTACT]
        seats = graph["affiliations"]
        self.teams = seats[seats["kind"] == "team"].groupby("organization")["item"].unique()

    def call(self, block: Block, whom: str, why: Message) -> Call:
        """A line about an organization on the roster."""
        contact = [str(self.people.loc[whom, column]).strip() for column in self.columns]
        return Call(
            block,
            whom,
            str(self.people.loc[whom, "sector"]),
            why,
            introducers(whom, self.pairs, self.answered, self.graph.backbone),
            ", ".join(text for text in contact if text and text != "nan"),
            ", ".join(sorted(self.teams.get(whom, ()))),
        )

    def unlisted(self) -> list[Call]:
        """Names given by several that stand on no list."""
        given = self.graph["unlisted"].groupby("name")["by"].unique()
        often = sorted(((name, sorted(by)) for name, by in given.items()), key=lambda row: (-len(row[1]), row[0]))
        reach = self.pairs.groupby("one")["other"].nunique()
        close = set(self.pairs.loc[self.pairs["other"] == self.graph.backbone, "one"])
        calls = []
        for name, by in often:
            if len(by) >= NAMED_BY:
                ranked = sorted(by, key=lambda one: (one not in close, -int(reach.get(one, 0)), one))
                why = Message("call_unlisted", {"count": len(by)})
                calls.append(Call("invite", str(name), "", why, tuple(ranked[:INTRODUCE])))
        return calls

    def to_hear_from(self, tiers: Mapping[str, str]) -> list[Call]:
        """Those who have not answered, first those with a tier, in the order given."""
        named = self.reports.groupby("other")["one"].nunique()
        counts = {name: int(named.get(name, 0)) for name in set(self.graph.names) - set(self.answered)}
        place = {name: rank for rank, name in enumerate(tiers)}
        silent = sorted(counts, key=lambda name: (place.get(name, len(place)), -counts[name], name))
        return [self.call("hear from", name, _unheard(counts[name], tiers.get(name, ""))) for name in silent]

    def to_connect(self) -> list[Call]:
        """Those who answered and have few partners; the backbone's are its work."""
        partners = self.pairs.groupby("one")["other"].nunique().reindex(self.answered, fill_value=0)
        usual = float(partners.median()) if len(partners) else 0.0
        few = partners[(partners < FEW * usual) & (partners.index != self.graph.backbone)]
        ranked = sorted(few.items(), key=lambda row: (row[1], row[0]))
        return [
            self.call("connect", str(name), Message(_few(int(count)), {"count": int(count), "usual": round(usual)}))
            for name, count in ranked
        ]


def _unheard(count: int, tier: str) -> Message:
    if not count:
        return Message("call_unnamed")
    return Message("call_first" if tier == TIERS[0] else "call_silent", {"count": count})


def _few(count: int) -> str:
    return "call_no_ties" if not count else "call_one_tie" if count == 1 else "call_few_ties"


def _missing(findings: Sequence[Finding]) -> list[Call]:
    """Sectors of the list with nobody at the table."""
    coverage = next((finding for finding in findings if finding.name == "sector_coverage"), None)
    rows = coverage.table.rows if coverage and coverage.table else ()
    absent = sorted(str(row["sector"]) for row in rows if row["expected"] and not row["listed"])
    return [Call("invite", sector, sector, Message("call_missing")) for sector in absent]


def _tiers(findings: Sequence[Finding]) -> dict[str, str]:
    """Those who have not answered in the order of the calls, with their tiers, by the main kind of tie."""
    found = next((finding for finding in findings if finding.name == "whom_to_call" and finding.table), None)
    rows = found.table.rows if found and found.table else ()
    told = found is not None and found.value is not None
    return {str(row["organization"]): str(row["tier"]) if told else "" for row in rows}
