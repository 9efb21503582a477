"""What the backbone knows of its partners in one wave, and whom it should call for it."""

from collections.abc import Collection, Sequence
from functools import cached_property
from statistics import median

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Message
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.model.table import Cell, Row
from stakeholder_graph.studies.call_list.call import Call, Purpose
from stakeholder_graph.studies.call_list.introducers import best_connected, introducers, introducers_of_two
from stakeholder_graph.studies.call_list.pairs import LARGEST, PairsToConnect
from stakeholder_graph.studies.call_list.taken_on import taken_on
from stakeholder_graph.studies.call_list.waiting import may_have_answered
from stakeholder_graph.studies.in_common.known_ties import mentions, open_layers, partners_of
from stakeholder_graph.studies.introductions.choice import PairChoice
from stakeholder_graph.studies.introductions.reasons import reasons
from stakeholder_graph.studies.whom_to_call import TIERS

#: A name that no list holds is somebody to invite once so many partners gave it.
NAMED_BY = 2
#: So many pairs are listed of which one offers what the other needs, or that work on one outcome.
INTRODUCTIONS = 10
#: Few ties: fewer partners than this share of what is usual among those who answered.
FEW = 0.5
#: A sector of at least so many is called as a whole where at least this share of it has not answered.
SECTOR, HARDLY_ANYBODY = 3, 0.75
#: Columns of the list of organizations that say how to reach one, in the order in which they are shown.
CONTACT = (
    "contact", "contact name", "contact person", "email", "e-mail", "e mail", "mail", "contact email", "phone",
    "telephone", "contact phone",
)  # fmt: skip


class Desk:
    """What the backbone knows of its partners in one wave.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    wave : str
        Which wave.
    """

    def __init__(self, partnership: Partnership, wave: str) -> None:
        waves = list(partnership.graphs)
        self.partnership = partnership
        self.graph = partnership.graph(wave)
        self.aside = frozenset(partnership.info.answers_aside.get(wave, ()))
        #: What is counted is of the main kind of tie, as on the map; who may introduce two may know them by any.
        self.main = open_layers(self.graph)[:1]
        self.partners = partners_of(self.graph)
        self.formerly = [partners_of(partnership.graph(name)) for name in waves[: waves.index(wave)][-1:]]
        self.people = self.graph.organizations.set_index("organization")
        self.answered = {name for name, yes in zip(self.graph.names, self.graph.answered, strict=True) if yes}
        self.named_by: dict[str, set[str]] = {}
        for a, b in mentions(self.graph, self.main):
            self.named_by.setdefault(b, set()).add(a)
        headers = list(map(str, self.people))
        named = {header.strip().casefold().replace("_", " "): header for header in reversed(headers)}
        self.contact_columns = [named[name] for name in CONTACT if name in named]
        seats = self.graph["affiliations"]
        self.teams = seats[seats["kind"] == "team"].groupby("organization")["item"].unique()

    @cached_property
    def pairs(self) -> PairsToConnect:
        """Pairs to connect."""
        return PairsToConnect(self.graph, self.partnership)

    def call(self, purpose: Purpose, whom: str, why: tuple[Message, ...], with_whom: str = "") -> Call:
        """A line about an organization on the roster.

        Parameters
        ----------
        purpose, whom, why, with_whom
            As of `Call`.
        """
        why = (*why, *taken_on(self.partnership, whom, with_whom))
        in_touch = self.in_touch(whom, with_whom)
        through = () if in_touch else self.introducers(whom, with_whom)
        return Call(
            purpose,
            whom,
            str(self.people.loc[whom, "sector"]),
            why,
            with_whom,
            through,
            bool(through) and set(through) == {self.graph.backbone},
            in_touch,
            self.contact(whom),
            self.contact(with_whom) if with_whom else "",
            ", ".join(sorted(self.teams.get(whom, ()), key=natural)),
        )

    def in_touch(self, whom: str, with_whom: str) -> str:
        """A kind of tie that two organizations have already; blank for none.

        Parameters
        ----------
        whom, with_whom : str
            On the roster; the second may be blank.
        """
        return next((layer for layer, partners in self._by_layer.items() if with_whom in partners.get(whom, ())), "")

    def contact(self, whom: str) -> str:
        """How to reach an organization.

        Parameters
        ----------
        whom : str
            On the roster.
        """
        known = [str(self.people.at[whom, column]).strip() for column in self.contact_columns]
        return ", ".join(dict.fromkeys(text for text in known if text and text != "nan"))

    def introducers(self, whom: str, with_whom: str = "") -> tuple[str, ...]:
        """Its partners, or else those of the survey before; of two that are to be connected, partners of both.

        Parameters
        ----------
        whom, with_whom : str
            On the roster; the second may be blank.
        """
        for partners in (self.partners, *self.formerly):
            known = (
                introducers_of_two(whom, with_whom, partners, self.answered, self.graph.backbone)
                if with_whom
                else introducers(whom, partners, self.answered, self.graph.backbone)
            )
            if known:
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
                (Message("call_unlisted", {"count": len(by)}),),
                introduce=best_connected(by, self.partners, self.graph.backbone),
            )
            for name, by in often
            if len(by) >= NAMED_BY
        ]

    def to_hear_from(self, rows: Sequence[Row]) -> list[Call]:
        """Those who have not answered, in order, and sectors of which hardly anybody answered.

        Whose answer came and is set aside has answered, so that nobody calls for it; nor for anybody of whom an open
        decision may say that it answered.

        Parameters
        ----------
        rows : sequence of Row
            Of ``whom_to_call``, in the order of the calls; without them by how many named them.

        Returns
        -------
        list of Call
            First those whose answers are known to be needed most, then the sectors, then the others.
        """
        unheard = may_have_answered(self.partnership)
        if unheard.everybody:
            return []
        silent = set(self.graph.names) - self.answered - self.aside - unheard.organizations
        place = {str(row["organization"]): position for position, row in enumerate(rows)}
        in_order = sorted(silent, key=lambda name: (place.get(name, len(place)), -self._mentions(name), natural(name)))
        needed = {name for name in in_order if name in place and _needed_most(rows[place[name]])}
        why = {name: self._why_unheard(name, rows[place[name]] if name in place else None) for name in in_order}
        calls = [(name in needed, self.call("hear from", name, (why[name],))) for name in in_order]
        return [
            *(call for first, call in calls if first),
            *self._silent_sectors(silent),
            *(call for first, call in calls if not first),
        ]

    def _mentions(self, name: str) -> int:
        return len(self.named_by.get(name, ()))

    def _why_unheard(self, name: str, row: Row | None) -> Message:
        count = self._mentions(name)
        named: dict[str, Cell] = {"count": count, "layer": next(iter(self.main), "")} if count else {}
        if row is not None and row.get("most_named"):
            return Message("call_hub", named)
        if row is not None and _needed_most(row):
            return Message("call_settles" if named else "call_unnamed_settles", named)
        return Message("call_silent" if named else "call_unnamed", named)

    def _silent_sectors(self, silent: Collection[str]) -> list[Call]:
        """Sectors of which hardly anybody answered, where others did; the largest first, through those who did."""
        members: dict[str, list[str]] = {}
        for name, sector in self.people["sector"].astype(str).items():
            members.setdefault(sector, []).append(str(name))
        if not self.answered or len(members) < 2:
            return []
        calls = []
        for sector, names in sorted(members.items(), key=lambda pair: (-len(pair[1]), natural(pair[0]))):
            missing = [name for name in names if name in silent]
            if sector == NO_SECTOR or len(names) < SECTOR or len(missing) < HARDLY_ANYBODY * len(names):
                continue
            heard = [name for name in names if name in self.answered]
            through = best_connected(heard, self.partners, self.graph.backbone) if heard else ()
            why = Message("call_sector", {"silent": len(missing), "listed": len(names)})
            calls.append(Call("hear from", sector, sector, (why,), introduce=through))
        return calls

    def to_connect(self, holes: frozenset[frozenset[str]] = frozenset()) -> list[Call]:
        """Pairs on one strategy, offers that meet needs, those with few partners, pairs on one outcome.

        The backbone is in none: its ties are its work.

        Parameters
        ----------
        holes : frozenset of frozenset of str
            Pairs of sectors that hardly work together.
        """
        few: list[Call] = []
        for name in self._few:
            pair = self.pairs.best_partner(name, without=self._few)
            why = (self._why_few(name), *((pair[2],) if pair else ()))
            few.append(self.call("connect", name, why, pair[1] if pair else ""))
        listed = {frozenset({call.whom, call.with_whom}) for call in few}
        on_strategy = [
            self.call("connect", a, (why,), b) for a, b, why in self.pairs.on_one_strategy() if {a, b} not in listed
        ]
        listed |= {frozenset({call.whom, call.with_whom}) for call in on_strategy}
        pairs = [call for call in self._to_introduce(holes) if {call.whom, call.with_whom} not in listed]
        on_need = [call for call in pairs if call.why[0].id.startswith("pair_need")]
        return [*on_strategy, *on_need, *few, *(call for call in pairs if call not in on_need)]

    @property
    def _helped(self) -> list[str]:
        """Those with few partners that have somebody to meet already."""
        return [name for name in self._few if self.pairs.best_partner(name, without=self._few)]

    def _to_introduce(self, holes: frozenset[frozenset[str]]) -> list[Call]:
        """The pairs with most weight together, nobody in two; none where nothing is known that two could work on.

        Nor where there are too many organizations to look at in a report.
        """
        choice = PairChoice(self.graph, self.partnership, holes)
        if len(self.graph.names) > LARGEST or not choice.weights.aims_known:
            return []
        chosen, names = choice.once_each(INTRODUCTIONS, self._helped), choice.weights.names
        return [
            self.call("connect", names[a], reasons(choice.weights, a, b), names[b])
            for a, b in zip(chosen.first.tolist(), chosen.second.tolist(), strict=True)
        ]

    @cached_property
    def _by_layer(self) -> dict[str, dict[str, set[str]]]:
        return {layer: partners_of(self.graph, [layer]) for layer in open_layers(self.graph)}

    @cached_property
    def _counts(self) -> dict[str, int]:
        partners = partners_of(self.graph, self.main)
        return {name: len(partners.get(name, ())) for name in self.answered}

    @cached_property
    def _usual(self) -> float:
        return median(self._counts.values()) if self._counts else 0

    @cached_property
    def _few(self) -> list[str]:
        """Those who answered and have few partners, fewest first."""
        few = [
            name
            for name, count in self._counts.items()
            if count + self._perhaps.get(name, 0) < FEW * self._usual and name != self.graph.backbone
        ]
        return sorted(few, key=lambda name: (self._counts[name], natural(name)))

    @cached_property
    def _perhaps(self) -> dict[str, int]:
        """How many more partners each may turn out to have named once the answers that wait are decided."""
        layers = open_layers(self.graph)
        if not self.partnership.info.left_out or not layers:
            return {}
        observed = self.graph.layer(layers[0]).observed.row_counts()
        return {
            name: len(self.graph.names) - 1 - int(count) for name, count in zip(self.graph.names, observed, strict=True)
        }

    @cached_property
    def _senders(self) -> frozenset[str]:
        directed = [layer for layer in open_layers(self.graph) if self.graph.has_direction(layer)]
        return frozenset(sender for sender, _receiver in mentions(self.graph, directed))

    def _why_few(self, name: str) -> Message:
        count = self._counts[name]
        kind = "call_no_ties" if not count else "call_one_tie" if count == 1 else "call_few_ties"
        # Whoever is the sender of a tie with a direction has answered.
        heard = self.partnership.info.answered_known or name in self._senders
        unheard = "" if heard else "_reported"
        return Message(
            kind + unheard, {"count": count, "usual": round(self._usual), "layer": next(iter(self.main), "")}
        )


def _needed_most(row: Row) -> bool:
    """Whether an answer is known to be needed before others: much waits for it, or it would settle much."""
    return bool(row.get("most_named")) or (row["tier"] == TIERS[0] and round(100 * float(row["whom_to_call"] or 0)) > 0)
