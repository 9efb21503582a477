"""Who could introduce whom: somebody other than the backbone, where there is anybody."""

from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Any

from stakeholder_graph.frames import natural

#: How many could introduce.
INTRODUCE = 2

Partners = Mapping[str, Collection[str]]


def introducers(whom: str, partners: Partners, answered: Collection[str], backbone: str | None) -> tuple[str, ...]:
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
    return best_connected([name for name in partners.get(whom, ()) if name in answered], partners, backbone)


def introducers_of_two(
    whom: str, with_whom: str, partners: Partners, answered: Collection[str], backbone: str | None
) -> tuple[str, ...]:
    """Who could introduce two organizations to each other.

    Parameters
    ----------
    whom, with_whom : str
        The two.
    partners, answered, backbone
        As of `introducers`.

    Returns
    -------
    tuple of str
        At most two that are tied to both and answered, in the order of `introducers`; the backbone where nobody else
        is; where nobody is tied to both, who could introduce the backbone to the first.

    Examples
    --------
    >>> partners = {"a": ["bb", "x"], "b": ["bb", "x"], "x": ["a", "b"], "bb": ["a", "b"]}
    >>> introducers_of_two("a", "b", partners, ["bb", "x"], "bb"), introducers_of_two("a", "b", partners, ["bb"], "bb")
    (('x',), ('bb',))
    """
    both = set(partners.get(whom, ())) & set(partners.get(with_whom, ())) & set(answered)
    return best_connected(both, partners, backbone) or introducers(whom, partners, answered, backbone)


def best_connected(names: Iterable[str], partners: Partners, backbone: str | None) -> tuple[str, ...]:
    """The two of these that can best introduce.

    Parameters
    ----------
    names : iterable of str
        Some organizations.
    partners, backbone
        As of `introducers`.
    """
    close = set(partners.get(backbone, ())) if backbone else set()

    def order(name: str) -> tuple[bool, int, Any]:
        return name not in close, -len(partners.get(name, ())), natural(name)

    return tuple(first_without(names, backbone, order)[:INTRODUCE])


def first_without(names: Iterable[str], backbone: str | None, order: Callable[[str], Any]) -> list[str]:
    """Put those that could introduce in an order, without the backbone unless there is nobody else.

    Parameters
    ----------
    names : iterable of str
        Some organizations.
    backbone : str or None
        Who calls: it needs no other's word to know itself.
    order : callable
        By what they are ordered.

    Examples
    --------
    >>> first_without(["b", "bb", "a"], "bb", str), first_without(["bb"], "bb", str)
    (['a', 'b'], ['bb'])
    """
    ranked = sorted(names, key=order)
    return [name for name in ranked if name != backbone] or ranked
