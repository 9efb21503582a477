"""What a picture is, and what several of them say below."""

from collections.abc import Mapping
from dataclasses import dataclass

from markupsafe import Markup

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.text import N_, _, _n
from stakeholder_graph.views.amounts import counts_mentions
from stakeholder_graph.views.style import Look

Looks = Mapping[str, Look]


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture ready to be put into a page.

    Parameters
    ----------
    html : Markup
        Escaped.
    shows : frozenset of str
        Names of the finding's tables it holds in full, so that they stand folded beside it; blank for the main table.
    """

    html: Markup
    shows: frozenset[str] = frozenset()


NAMINGS = N_("Each mention counts here; the map and the room count each pair once.")


def namings(finding: Finding) -> tuple[str, ...]:
    """What a tie is, below a picture that counts ties as they were named, where a map draws one line for each pair."""
    return (_(NAMINGS),) if counts_mentions(finding) else ()


def counted_ties(finding: Finding, count: int) -> str:
    """How many a picture of ties rests on: mentions where each counts by itself, else ties."""
    if counts_mentions(finding):
        return _n("{count} mention", "{count} mentions", count)
    return _n("{count} connection", "{count} connections", count)
