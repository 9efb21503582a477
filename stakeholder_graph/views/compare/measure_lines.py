"""Every measure of both waves as a line of a table: on all, and among those who answered both times."""

from collections.abc import Iterator
from dataclasses import dataclass

from stakeholder_graph.model.finding import LEVEL
from stakeholder_graph.studies.change.comparison import Comparison, MeasureChange
from stakeholder_graph.text import _, number, translate
from stakeholder_graph.views.amounts import title_and_count
from stakeholder_graph.views.compare.change_words import VERDICTS, interval_of, range_of, values_of


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """One measure of one kind of tie, in words.

    Parameters
    ----------
    layer, title : str
        The kind of tie, and what is measured and counted.
    before, after : str
        On all.
    before_range, after_range : str
        How far the answers that are missing could move these; blank where they could not, or that is not known.
    panel_before, panel_after : str
        Among those who answered both times; blank where that is not defined.
    interval : str
        The 95 % interval of the change among these; blank where there is no test.
    p : str
        Corrected with all other tests; blank where there is no test.
    verdict : str
        What became of it.
    holds : bool
        Whether it changed by more than luck would.
    """

    layer: str
    title: str
    before: str
    after: str
    before_range: str
    after_range: str
    panel_before: str
    panel_after: str
    interval: str
    p: str
    verdict: str
    holds: bool


def measure_lines(comparison: Comparison) -> Iterator[MeasureLine]:
    """The lines of the table, by kind of tie, those first that were tested.

    Parameters
    ----------
    comparison : Comparison
        Any.

    Yields
    ------
    MeasureLine
    """
    panel = {(row.name, row.layer): row for row in comparison.measures if row.on == "panel"}
    every = {(row.name, row.layer): row for row in comparison.measures if row.on == "all"}
    layers = [*comparison.panels, *dict.fromkeys(layer for _name, layer in every if layer not in comparison.panels)]
    for layer in layers:
        keys = dict.fromkeys(key for key in (*every, *panel) if key[1] == layer)
        for key in sorted(keys, key=lambda key: key not in panel or panel[key].p is None):
            yield _line(every.get(key), panel.get(key))


def _line(every: MeasureChange | None, panel: MeasureChange | None) -> MeasureLine:
    row = panel or every
    assert row is not None  # a key stands in one of both
    whole = values_of(every) if every else ("", "")
    of_panel = values_of(panel) if panel else ("", "")
    return MeasureLine(
        layer=row.layer,
        title=title_and_count(row.after_finding),
        before=whole[0],
        after=whole[1],
        before_range=range_of(every, "before") if every else "",
        after_range=range_of(every, "after") if every else "",
        panel_before=of_panel[0],
        panel_after=of_panel[1],
        interval=interval_of(panel) if panel else "",
        p="" if row.p_adjusted is None else p_in_words(row.p_adjusted),
        verdict=translate(VERDICTS[row.verdict]),
        holds=row.holds,
    )


def p_in_words(p: float) -> str:
    """A corrected p, short.

    Examples
    --------
    >>> p_in_words(0.0004), p_in_words(0.68784)
    ('below 0.001', '0.69')
    """
    return _("below {least}", least=number(0.001)) if p < 0.001 else number(round(p, 3 if p <= 2 * LEVEL else 2))
