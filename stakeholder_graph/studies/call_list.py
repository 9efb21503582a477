"""The call list: whom to invite, whom to hear from, whom to connect, why, and who could introduce them.

The backbone's own worksheet: it names who has not answered and who is hardly tied, so no other edition has it.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._registry import with_role
from stakeholder_graph.model.finding import Finding, Message

#: What a call is for.
Purpose = Literal["invite", "hear from", "connect"]
PURPOSES: tuple[Purpose, ...] = ("invite", "hear from", "connect")

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
    purpose : {"invite", "hear from", "connect"}
        What the call is for.
    whom : str
        An organization, a name that no list holds, or a sector.
    sector : str
        Its sector; blank where not known.
    why : Message
        Why to call; the view of the list has the words.
    introduce : tuple of str
        Who could introduce: see `introducers`.
    contact, team : str
        What is known; blank if nothing is.
    """

    purpose: Purpose
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
        Of that wave: one says which sectors are missing, and one in which order to
        hear from those who have not answered; without it they are ordered by how many named them.

    Returns
    -------
    tuple of Call
        By purpose. Invite: sectors of the list with nobody at the table, and names that at least two partners gave and
        no list holds, those given most first. Hear from: organizations that have not answered, first the one that is
        named most of all, on whose answer whole findings wait, then by ``whom_to_call``.
        Connect: organizations that answered and have under half as many partners as is usual, fewest first. Only the
        first where nothing says who answered, and in a draft, where an undecided name may be any of them.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = nx.complete_graph(["a", "b", "c", "d", "e"])
    >>> graph.add_edge("e", "f")
    >>> calls = call_list(Partnership("P", {"1": from_networkx(graph)}, {}), "1", ())
    >>> [(call.purpose, call.whom, call.introduce) for call in calls]
    [('connect', 'f', ('e',))]
    """
    known = partnership.info.answered_known and not partnership.info.draft
    waves = list(partnership.graphs)
    before = waves[: waves.index(wave)][-1:]
    aside = partnership.info.answers_aside.get(wave, ())
    desk = _Desk(partnership.graph(wave), [partnership.graph(name) for name in before], aside)
    invite = (*_missing(findings), *desk.unlisted())
    return (*invite, *desk.to_hear_from(_settles(findings), _hubs(findings)), *desk.to_connect()) if known else invite


def first_calls(calls: Sequence[Call], at_most: int = 3) -> tuple[Call, ...]:
    """The calls to make first: the first of each purpose, then more of those to hear from.

    Parameters
    ----------
    calls : sequence of Call
        The list.
    at_most : int
        How many.
    """
    firsts = [next((call for call in calls if call.purpose == purpose), None) for purpose in PURPOSES]
    chosen = [call for call in firsts if call is not None]
    chosen += [call for call in calls if call.purpose == "hear from" and call not in chosen]
    return tuple(call for call in calls if call in chosen[:at_most])


def introducers(
    whom: str, partners: Mapping[str, Collection[str]], answered: Collection[str], backbone: str | None
) -> tuple[str, ...]:
    """Who could introduce the backbone to an organization.

    Parameters
    ----------
    whom : str
        The organization.
    partners : mapping of str to collection of str
        Those it is tied to, of each organization that has ties, of whatever kind and whoever reported them.
    answered : collection of str
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
    >>> partners = {"bb": "x", "x": ["bb", "new"], "y": ["new", "z"], "z": ["new", "y"], "new": ["x", "y", "z"]}
    >>> introducers("new", partners, ["bb", "x", "y"], "bb")
    ('x', 'y')
    """
    known = [name for name in partners.get(whom, ()) if name in answered]
    ranked = _best_connected([name for name in known if name != backbone], partners, backbone)
    return ranked or ((backbone,) if backbone in known and backbone else ())


def _best_connected(
    names: Iterable[str], partners: Mapping[str, Collection[str]], backbone: str | None
) -> tuple[str, ...]:
    """The two of these that can best introduce: tied to the backbone, then with most partners, then by name."""
    close = set(partners.get(backbone, ())) if backbone else set()
    ranked = sorted(names, key=lambda name: (name not in close, -len(partners.get(name, ())), natural(name)))
    return tuple(ranked[:INTRODUCE])


class _Desk:
    """What the backbone knows of its partners in one wave."""

    def __init__(self, graph: PartnerGraph, before: Sequence[PartnerGraph], aside: Collection[str]) -> None:
        self.graph = graph
        self.aside = frozenset(aside)
        self.partners = _partners(graph)
        self.formerly = [_partners(earlier) for earlier in before]
        self.people = graph.organizations.set_index("organization")
        self.answered = {name for name, yes in zip(graph.names, graph.answered, strict=True) if yes}
        self.named_by: dict[str, set[str]] = {}
        for a, b in _named(graph):
            self.named_by.setdefault(b, set()).add(a)
        self.columns = [str(column) for column in self.people if str(column).strip().casefold() in CONTACT]
        seats = graph["affiliations"]
        self.teams = seats[seats["kind"] == "team"].groupby("organization")["item"].unique()

    def call(self, purpose: Purpose, whom: str, why: Message) -> Call:
        """A line about an organization on the roster."""
        contact = [str(self.people.loc[whom, column]).strip() for column in self.columns]
        return Call(
            purpose,
            whom,
            str(self.people.loc[whom, "sector"]),
            why,
            self.introducers(whom),
            ", ".join(text for text in contact if text and text != "nan"),
            ", ".join(sorted(self.teams.get(whom, ()), key=natural)),
        )

    def introducers(self, whom: str) -> tuple[str, ...]:
        """Its partners, or else those of the survey before."""
        for partners in (self.partners, *self.formerly):
            if known := introducers(whom, partners, self.answered, self.graph.backbone):
                return known
        return ()

    def unlisted(self) -> list[Call]:
        """Names given by several that stand on no list."""
        given = self.graph["unlisted"].groupby("name")["by"].unique()
        named_by = {str(name): sorted(by, key=natural) for name, by in given.items()}
        often = sorted(named_by.items(), key=lambda row: (-len(row[1]), natural(row[0])))
        return [
            Call(
                "invite",
                name,
                "",
                Message("call_unlisted", {"count": len(by)}),
                _best_connected(by, self.partners, self.graph.backbone),
            )
            for name, by in often
            if len(by) >= NAMED_BY
        ]

    def to_hear_from(self, settles: Mapping[str, int], hubs: Collection[str]) -> list[Call]:
        """Those who have not answered: on whom findings wait, then whose answer is known to settle much, in order.

        Whose answer came and is set aside has answered, so that nobody calls for it.
        """
        silent = set(self.graph.names) - self.answered - self.aside
        counts = {name: len(self.named_by.get(name, ())) for name in silent}
        place = {name: position for position, name in enumerate(settles)}
        rank = {name: (name not in hubs, place.get(name, len(place)), -counts[name]) for name in counts}
        why = {name: Message("call_hub", {"count": counts[name]}) for name in hubs if name in counts}
        return [
            self.call("hear from", name, why.get(name) or _unheard(counts[name], settles.get(name, 0)))
            for name in sorted(counts, key=lambda name: (rank[name], natural(name)))
        ]

    def to_connect(self) -> list[Call]:
        """Those who answered and have few partners; the backbone's are its work."""
        counts = {name: len(self.partners.get(name, ())) for name in self.answered}
        usual = median(counts.values()) if counts else 0
        few = [name for name, count in counts.items() if count < FEW * usual and name != self.graph.backbone]
        return [
            self.call("connect", name, Message(_few(counts[name]), {"count": counts[name], "usual": round(usual)}))
            for name in sorted(few, key=lambda name: (counts[name], natural(name)))
        ]


def _named(graph: PartnerGraph) -> Iterable[tuple[str, str]]:
    """Who named whom, of all kinds of ties that everybody could name; a tie without direction is named by both."""
    open_to_all = [name for name, info in graph.layers.items() if info.asks == "ties" and not info.asked_of]
    ties = graph["ties"]
    ties = ties[ties["layer"].isin(open_to_all) & (ties["from"] != ties["to"])]
    yield from ties[["from", "to"]].drop_duplicates().itertuples(index=False)
    mutual = ties[~ties["layer"].map(graph.has_direction).astype(bool)]
    yield from mutual[["to", "from"]].drop_duplicates().itertuples(index=False)


def _partners(graph: PartnerGraph) -> dict[str, set[str]]:
    partners: dict[str, set[str]] = {}
    for a, b in _named(graph):
        partners.setdefault(a, set()).add(b)
        partners.setdefault(b, set()).add(a)
    return partners


def _unheard(count: int, settles: int) -> Message:
    known = {"count": count} if count else {}
    if settles:
        return Message("call_settles" if count else "call_unnamed_settles", known | {"of_hundred": settles})
    return Message("call_silent" if count else "call_unnamed", known)


def _few(count: int) -> str:
    return "call_no_ties" if not count else "call_one_tie" if count == 1 else "call_few_ties"


def _missing(findings: Sequence[Finding]) -> list[Call]:
    """Sectors of the list with nobody at the table."""
    coverage = next(iter(with_role(findings, "missing sectors")), None)
    rows = coverage.table.rows if coverage and coverage.table else ()
    absent = sorted((str(row["sector"]) for row in rows if row["expected"] and not row["listed"]), key=natural)
    return [Call("invite", sector, sector, Message("call_missing")) for sector in absent]


def _hubs(findings: Sequence[Finding]) -> frozenset[str]:
    """Those who have not answered and are named most, so that findings wait for them."""
    waiting = [caveat for finding in findings for caveat in finding.caveats if caveat.id == "hub_silent"]
    return frozenset(str(caveat.fields["organization"]) for caveat in waiting)


def _settles(findings: Sequence[Finding]) -> dict[str, int]:
    """Those who have not answered in the order of the calls, by the main kind of tie, and how much each would settle.

    Of a hundred parts of what is open; 0 where that is not known.
    """
    calls = next((finding for finding in with_role(findings, "calls") if finding.table), None)
    rows = calls.table.rows if calls and calls.table else ()
    return {str(row["organization"]): round(100 * float(row["whom_to_call"] or 0)) for row in rows}
