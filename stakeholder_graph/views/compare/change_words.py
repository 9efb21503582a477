"""The changes that hold, in sentences: of each kind of tie what all did, then which measures and groups changed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Message
from stakeholder_graph.studies.change.comparison import ChangeVerdict, Comparison, GroupRow, MeasureChange
from stakeholder_graph.studies.change.pairs import PAIR_CHANGES, PairChange
from stakeholder_graph.text import N_, _, number, translate
from stakeholder_graph.views.amounts import counts_mentions, display, displayed
from stakeholder_graph.views.sentences import headline, notes, say

if TYPE_CHECKING:
    from stakeholder_graph.model.table import Cell

VERDICTS: Mapping[ChangeVerdict, str] = {
    "rose": N_("rose"),
    "fell": N_("fell"),
    "about the same": N_("about the same"),
    "too close to call": N_("too close to call"),
    "not tested": N_("not tested"),
}
#: What became of a pair, in full.
BECAME: Mapping[PairChange, str] = {
    "kept": N_("kept: named both times, by one side or both"),
    "gained": N_("gained: neither named it, now both do"),
    "newly named": N_("newly named by one side"),
    "ended": N_("ended: both named it, now neither does"),
    "no longer named": N_("no longer named by one side"),
    "not known": N_("not known: not asked or not answered in one of the two"),
}
#: The same where ties have no direction, so that there is one report of a pair.
_OF_ONE_REPORT: Mapping[PairChange, str] = {
    "kept": N_("kept: named both times"),
    "newly named": N_("newly named"),
    "no longer named": N_("no longer named"),
}


def became(change: PairChange, layer: str, comparison: Comparison) -> str:
    """What became of a pair, in words.

    Parameters
    ----------
    change : str
        Of `TieChange`.
    layer : str
        The kind of tie.
    comparison : Comparison
        Says whether ties have a direction.
    """
    one_report = not counts_mentions(comparison.panels[layer].finding)
    return translate(_OF_ONE_REPORT.get(change, BECAME[change]) if one_report else BECAME[change])


@dataclass(frozen=True, slots=True)
class LayerChanges:
    """What is said of one kind of tie.

    Parameters
    ----------
    layer : str
        The kind of tie.
    all_of_them : str
        What became of the ties of all who answered both times.
    holding : tuple of str
        A sentence for each further change that holds.
    counts : tuple of (str, int)
        What became of how many pairs.
    """

    layer: str
    all_of_them: str
    holding: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]


def layer_changes(comparison: Comparison) -> Iterator[LayerChanges]:
    """Say what changed in each kind of tie.

    Parameters
    ----------
    comparison : Comparison
        Any.

    Yields
    ------
    LayerChanges
        In the order of the survey.
    """
    for layer, panel in comparison.panels.items():
        finding = panel.finding
        said = headline(finding) if finding.reading is not None else " ".join(notes(finding))
        holding = [
            sentence for row in comparison.changes if row.layer == layer and (sentence := said_of(row, comparison))
        ]
        pairs = [tie.change for tie in comparison.ties if tie.layer == layer]
        counts = tuple((became(change, layer, comparison), pairs.count(change)) for change in PAIR_CHANGES)
        yield LayerChanges(layer, said, tuple(holding), counts)


def said_of(row: MeasureChange | GroupRow, comparison: Comparison) -> str:
    """A change that holds in a sentence; blank where the sentence about all says it.

    Parameters
    ----------
    row : MeasureChange or GroupRow
        Of `comparison.changes`.
    comparison : Comparison
        Says how many answered both times.
    """
    panel = comparison.panels[row.layer]
    if isinstance(row, GroupRow):
        return say(row.reading, row.measure, mentions=counts_mentions(panel.finding))
    if "changed" not in measures()[row.name].messages:
        return ""
    before, after = values_of(row)
    fields: dict[str, Cell] = {"panel": panel.organizations, "before": before, "after": after}
    return say(Message("changed", fields), row.name, mentions=counts_mentions(row.after_finding))


def values_of(row: MeasureChange) -> tuple[str, str]:
    """Both values of a measure as pages show them, in one and the same unit.

    Parameters
    ----------
    row : MeasureChange
        Any.
    """
    # Without its test a finding shows the same side of its scale in both waves.
    plain = replace(row.after_finding, test=None, rewired=None)
    before, after = (display(plain, value, what=False, compared=True) for value in (row.before, row.after))
    return before, after


def interval_of(row: MeasureChange) -> str:
    """The 95 % interval of a change as pages show the values, shares in points of a hundred; blank without a test.

    Parameters
    ----------
    row : MeasureChange
        Among those who answered both times.
    """
    if row.p is None or row.range is None:
        return ""
    plain = replace(row.after_finding, test=None, rewired=None)
    ends = [displayed(plain, row.before + end) - displayed(plain, row.before) for end in row.range]
    low, high = (_signed(round(100 * end) if plain.unit == "share" else end) for end in ends)
    return _("{low} to {high}", low=low, high=high)


def _signed(value: float) -> str:
    return f"+{number(value)}" if value > 0 else number(value)


def range_of(row: MeasureChange, wave: str) -> str:
    """How far the answers that are missing could move a value; blank where none is, or nothing says so.

    Parameters
    ----------
    row : MeasureChange
        On all.
    wave : {"before", "after"}
        Which.
    """
    finding = row.before_finding if wave == "before" else row.after_finding
    if finding.range is None or finding.complete:
        return ""
    plain = replace(finding, test=None, rewired=None)
    low, high = (display(plain, end, what=False) for end in finding.range)
    return low if low == high else _("{low} to {high}", low=low, high=high)
