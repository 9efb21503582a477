"""The calls in words: what each is for, and why it should be made."""

from collections.abc import Mapping
from dataclasses import dataclass

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.model.table import Cell
from stakeholder_graph.studies.call_list import Call, Purpose, call_list
from stakeholder_graph.text import N_, _, listing, translate

#: What a call is for, and what those have in common who are called for it.
PURPOSES: Mapping[Purpose, tuple[str, str]] = {
    "find out": (
        N_("Find out"),
        N_("Without it nobody can be called for an answer, nor can it be said how much is missing."),
    ),
    "invite": (
        N_("Invite"),
        N_(
            "Sectors of your list with nobody at the table, and names that at least two partners gave and your list "
            "of organizations lacks."
        ),
    ),
    "hear from": (
        N_("Hear from"),
        N_(
            "They have not answered yet. Nothing is known of how they work, least of all that they do not: those "
            "whose answers would settle most come first."
        ),
    ),
    "connect": (
        N_("Connect"),
        N_(
            "First, partners of one strategy that do not work together; then one that offers and one that needs the "
            "same; then those with under half as many partners as is usual, each with the organization it shares most "
            "with; then partners of one outcome that do not work together. Of the second and the last ten pairs at "
            "most, nobody in two: the choice in which most speaks for all pairs together. "
            "Few partners may suit somebody: ask whom they would gain from meeting."
        ),
    ),
}

#: Why to call, by the ids of messages of `stakeholder_graph.studies.call_list`.
WHY: Mapping[str, str] = {
    "call_who_answered": N_(
        "Nothing says which of the {listed} did. Look in the survey’s export, and write yes or no into a column "
        "“answered” of organizations.csv (or of asked.csv, for each survey). Then this list says whom to hear from, "
        "and the report how far missing answers could move its numbers"
    ),
    "call_missing": N_("Nobody of this sector is at the table"),
    "call_ask_room": N_("Ask your contact there, or the room"),
    "call_unlisted": N_("{count} partners named it, and it is not in the list of organizations"),
    "call_sector": N_("{silent} of its {listed} organizations have not answered, so little can be said of the sector"),
    "call_settles": N_("One of the answers we most need: {count} name it in {layer}"),
    "call_hub": N_(
        "Much waits for its answer, such as who stands between others: nobody is named by more in {layer} ({count}), "
        "and it is silent so far"
    ),
    "call_row": N_("Could settle “{asked}”"),
    "call_rows": N_("Could settle {count} open rows"),
    "call_silent": N_("Named by {count} in {layer}, and silent so far"),
    "call_unnamed": N_("Has not answered yet"),
    "call_unnamed_settles": N_("One of the answers we most need"),
    "call_few_ties": N_("Works with {count} others in {layer}; of those who answered, half have {usual} or more"),
    "call_one_tie": N_("Works with one other in {layer}; of those who answered, half have {usual} or more"),
    "call_no_ties": N_("No connection in {layer} reported yet; of those who answered, half have {usual} or more"),
    "call_few_ties_reported": N_(
        "{count} connections in {layer} reported, and half of all have {usual} or more; it may simply not have answered"
    ),
    "call_one_tie_reported": N_(
        "One connection in {layer} reported, and half of all have {usual} or more; it may simply not have answered"
    ),
    "call_no_ties_reported": N_(
        "No connection in {layer} reported, and half of all have {usual} or more; it may simply not have answered"
    ),
    "taken_on": N_("{who} took on: {step}"),
    "taken_on_by": N_("{who} took on by {by}: {step}"),
    "taken_on_done": N_("{who} did: {step}"),
    "pair_strategy": N_("Both are on the strategy “{strategy}”"),
    "pair_strategy_status": N_("Both are on the strategy “{strategy}” ({status})"),
    "pair_need": N_("{offers} offers what {needs} needs: {item}"),
    "pair_need_team": N_("{offers} offers what the team {team} needs, where {needs} sits: {item}"),
    "pair_need_outcome": N_("{offers} offers what is needed for {outcome}, which {needs} works on: {item}"),
    "pair_team": N_("Both work on {outcome}; {sits} sits on the team {team}, and {other} does not"),
    "pair_outcome": N_("Both work on {outcome}"),
    "share_outcome": N_("Both work on {outcomes}"),
    "share_outcomes": N_("Both work on {outcomes}"),
    "sits_alone": N_("{sits} sits on the team {team}, and {other} does not"),
    "sector_hole": N_("{sector} and {other} hardly work together"),
    "common_partner": N_("They have one partner in common"),
    "common_partners": N_("They have {count} partners in common"),
    "pair_place": N_("Both are in {place}"),
    "pair_common": N_("Partners in common: {count}"),
}

#: Fields that may be words of ours: a row of a rubric, and how a strategy stands.
_OURS = frozenset({"asked", "status"})

#: What the list leaves out while something is open.
WAITS: Mapping[str, str] = {
    "waits_not_known": N_(
        "Nothing says who answered, so nobody is listed under Hear from, and whoever has few connections here may "
        "simply not have answered."
    ),
    "waits_all": N_(
        "Organizations without an answer that are not listed yet: {count}. A decision about the survey that is still "
        "open may say of any of them that it did answer; stakeholder-graph check names it."
    ),
    "waits_some": N_(
        "Organizations without an answer that are not listed yet: {count}. Each may be meant by a name, not decided "
        "yet, of somebody who answered; stakeholder-graph names lists these names."
    ),
    "waits_answers": N_(
        "Answers that wait for a decision: {count}. Pairs and organizations that they could change are not listed "
        "under Connect."
    ),
}


@dataclass(frozen=True, slots=True)
class CallLine:
    """One call in words.

    Parameters
    ----------
    purpose, whom, sector, with_whom, why, introduce, contact, team : str
        As in `Call`; text, not yet escaped.
    contacts : tuple of (str, str)
        How to reach each of those to call: its name, blank where there is but one, and what is known.
    """

    purpose: str
    whom: str
    sector: str
    with_whom: str
    why: str
    introduce: str
    contact: str
    team: str
    contacts: tuple[tuple[str, str], ...] = ()


def call_line(call: Call) -> CallLine:
    """Put a call into words.

    Parameters
    ----------
    call : Call
        Any.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Message
    >>> few = Message("call_no_ties", {"usual": 9, "layer": "contact"})
    >>> both = Message("pair_outcome", {"outcome": "Reading"})
    >>> call_line(Call("connect", "Zoo", "Arts", (few, both), "Museum")).why
    'No connection in contact reported yet; of those who answered, half have 9 or more. Both work on Reading.'
    """
    title, _about = PURPOSES[call.purpose]
    through = listing(call.introduce) if call.introduce else ""
    if call.by_backbone:
        through = _("Yourselves ({backbone})", backbone=through)
    reasons = [_(WHY[why.id], **_worded(why.fields)) for why in call.why]
    if call.in_touch:
        reasons.append(_("Connected already by {layer}", layer=call.in_touch))
    contacts = _contacts(call)
    return CallLine(
        purpose=_(title),
        whom=whom_of(call),
        sector=call.sector,
        with_whom=call.with_whom,
        why=" ".join(reason if reason.endswith((".", "!", "?")) else f"{reason}." for reason in reasons),
        introduce=through,
        contact="; ".join(f"{name}: {known}" if name else known for name, known in contacts),
        team=call.team,
        contacts=contacts,
    )


def whom_of(call: Call) -> str:
    """Whom a call is for, or what there is to find out.

    Parameters
    ----------
    call : Call
        Any.

    Examples
    --------
    >>> whom_of(Call("find out", "", "", ())), whom_of(Call("hear from", "Zoo", "", ()))
    ('who answered', 'Zoo')
    """
    return call.whom or _("who answered")


def _worded(fields: Mapping[str, Cell]) -> dict[str, Cell]:
    """Fields of a reason, those in the reader's language that may be words of ours."""
    return {name: translate(str(said)).rstrip(".") if name in _OURS else said for name, said in fields.items()}


def _contacts(call: Call) -> tuple[tuple[str, str], ...]:
    if not call.contact_with:
        return (("", call.contact),) if call.contact else ()
    return tuple(
        (name, known) for name, known in ((call.whom, call.contact), (call.with_whom, call.contact_with)) if known
    )


def calls_of(copy: Copy) -> tuple[Call, ...]:
    """List the calls to make.

    Parameters
    ----------
    copy : Copy
        The backbone's.

    Raises
    ------
    ValueError
        For another edition: the list names who has not answered.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = Copy("backbone", Partnership("P", {"1": from_networkx(nx.star_graph(4))}, {}), (), "1")
    >>> calls_of(copy)
    ()
    """
    if not copy.confidential:
        raise ValueError("Only the backbone has a call list.")
    return call_list(copy.partnership, copy.wave, copy.findings)
