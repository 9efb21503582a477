"""The calls in words: what each is for, and why it should be made."""

from collections.abc import Mapping
from dataclasses import dataclass

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.studies.call_list import Call, Purpose, call_list
from stakeholder_graph.text import N_, _, listing

#: What a call is for, and what those have in common who are called for it.
PURPOSES: Mapping[Purpose, tuple[str, str]] = {
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
            "They answered and have under half as many partners as is usual. That may suit them: ask whom they would "
            "gain from meeting."
        ),
    ),
}

#: Why to call, by the ids of messages of `stakeholder_graph.studies.call_list`.
WHY: Mapping[str, str] = {
    "call_missing": N_("Nobody of this sector is at the table"),
    "call_unlisted": N_("{count} partners named it, and it is not in the list of organizations"),
    "call_settles": N_(
        "Has not answered yet, named by {count}; its answer would settle {of_hundred}% of what is not known"
    ),
    "call_hub": N_(
        "Has not answered yet, named by {count}, more than anyone else; how far ties run together and who stands "
        "between others cannot be told without it"
    ),
    "call_silent": N_("Has not answered yet, named by {count}"),
    "call_unnamed": N_("Has not answered yet"),
    "call_unnamed_settles": N_("Has not answered yet; its answer would settle {of_hundred}% of what is not known"),
    "call_few_ties": N_("Answered, and works with {count} others; {usual} are usual here"),
    "call_one_tie": N_("Answered, and works with one other; {usual} are usual here"),
    "call_no_ties": N_("Answered, with no ties reported yet; {usual} are usual here"),
}


@dataclass(frozen=True, slots=True)
class CallLine:
    """One call in words.

    Parameters
    ----------
    purpose, whom, sector, why, introduce, contact, team : str
        As in `Call`; text, not yet escaped.
    """

    purpose: str
    whom: str
    sector: str
    why: str
    introduce: str
    contact: str
    team: str


def call_line(call: Call) -> CallLine:
    """Put a call into words.

    Parameters
    ----------
    call : Call
        Any.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Message
    >>> call_line(Call("connect", "Zoo", "Arts", Message("call_few_ties", {"count": 2, "usual": 9}))).why
    'Answered, and works with 2 others; 9 are usual here'
    """
    title, _about = PURPOSES[call.purpose]
    introduce = listing(call.introduce) if call.introduce else ""
    why = _(WHY[call.why.id], **call.why.fields)
    return CallLine(_(title), call.whom, call.sector, why, introduce, call.contact, call.team)


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
