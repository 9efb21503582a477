"""One line of the call list, and which lines come first."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.model.finding import Message

#: What a call is for.
Purpose = Literal["find out", "invite", "hear from", "connect"]
PURPOSES: tuple[Purpose, ...] = ("find out", "invite", "hear from", "connect")
#: So many calls stand on page one.
ON_PAGE_ONE = 3


@dataclass(frozen=True, slots=True)
class Call:
    """One line of the call list.

    Parameters
    ----------
    purpose : {"find out", "invite", "hear from", "connect"}
        What the call is for.
    whom : str
        An organization, a name that no list holds, or a sector; blank where there is something to find out.
    sector : str
        Its sector; blank where not known.
    why : tuple of Message
        Why to call, a sentence each; the view of the list has the words.
    with_whom : str
        The organization to connect it with; blank where there is none to suggest.
    introduce : tuple of str
        Who could introduce: see `introducers`.
    by_backbone : bool
        Whether nobody but the backbone, which calls, could introduce.
    in_touch : str
        A kind of tie that the two to be connected have already, so that nobody has to introduce them; blank for none.
    contact, contact_with, team : str
        How to reach it and whom to connect it with, and its teams; blank if nothing is known.
    """

    purpose: Purpose
    whom: str
    sector: str
    why: tuple[Message, ...]
    with_whom: str = ""
    introduce: tuple[str, ...] = ()
    by_backbone: bool = False
    in_touch: str = ""
    contact: str = ""
    contact_with: str = ""
    team: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """By what a call is known again.

        Examples
        --------
        >>> Call("connect", "Zoo", "", (), "Museum").key
        ('connect', 'Zoo', 'Museum')
        """
        return self.purpose, self.whom, self.with_whom

    @property
    def perhaps_silent(self) -> bool:
        """Whether it rests on ties that nobody reported, where nothing says who answered.

        Examples
        --------
        >>> Call("connect", "Zoo", "", (Message("call_no_ties_reported"),)).perhaps_silent
        True
        """
        return any(why.id.endswith("_reported") for why in self.why)


def first_calls(
    calls: Sequence[Call], at_most: int = ON_PAGE_ONE, settled: Collection[tuple[str, str, str]] = ()
) -> tuple[Call, ...]:
    """The calls of page one: the first of each purpose, then more of those to hear from.

    None of them rests on ties that nobody reported where nothing says who answered.

    Parameters
    ----------
    calls : sequence of Call
        The list.
    at_most : int
        How many.
    settled : collection of (str, str, str)
        Keys of calls that need not be made now: they are done, or not wanted now.

    Examples
    --------
    >>> calls = [Call("hear from", name, "", ()) for name in "ab"]
    >>> [call.whom for call in first_calls(calls, settled=[("hear from", "a", "")])]
    ['b']
    """
    open_calls = [call for call in calls if call.key not in settled and not call.perhaps_silent]
    firsts = [next((call for call in open_calls if call.purpose == purpose), None) for purpose in PURPOSES]
    chosen = [call for call in firsts if call is not None]
    chosen += [call for call in open_calls if call.purpose == "hear from" and call not in chosen]
    return tuple(call for call in open_calls if call in chosen[:at_most])


def in_order(calls: Sequence[Call], settled: Collection[tuple[str, str, str]] = ()) -> tuple[Call, ...]:
    """The calls in the order in which to make them: those of page one, then the others by purpose.

    Parameters
    ----------
    calls : sequence of Call
        The list, by purpose.
    settled : collection of (str, str, str)
        As of `first_calls`.

    Returns
    -------
    tuple of Call
        The same calls: what page one shows is where the list begins.

    Examples
    --------
    >>> calls = [Call("hear from", name, "", ()) for name in "ab"] + [Call("connect", "c", "", (), "d")]
    >>> [call.whom for call in in_order(calls, settled=[("hear from", "a", "")])]
    ['b', 'c', 'a']
    """
    first = first_calls(calls, settled=settled)
    return (*first, *(call for call in calls if call not in first))
