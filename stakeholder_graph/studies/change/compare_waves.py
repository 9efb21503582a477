"""Two waves of one partnership side by side: who came and left, what became of ties, and which changes hold."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

import numpy as np

from stakeholder_graph.concurrency.second_process import SecondProcess
from stakeholder_graph.frames import natural
from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding, Message
from stakeholder_graph.progress import counted, part
from stakeholder_graph.studies.assess import assess_apart
from stakeholder_graph.studies.change.comparison import Comparison, GroupRow, Panel, PossibleRename, TieChange
from stakeholder_graph.studies.change.groups import GroupChange
from stakeholder_graph.studies.change.pairs import pair_changes
from stakeholder_graph.studies.change.panel_change import FEWEST_PANEL
from stakeholder_graph.studies.change.side_by_side import among_panel, judged, numbers, on_all
from stakeholder_graph.studies.change.survey_differences import differences
from stakeholder_graph.studies.change.two_waves import TwoWaves, two_waves
from stakeholder_graph.studies.change.waves_chosen import chosen_layers, chosen_waves
from stakeholder_graph.studies.change.zero_rows import without_zero_rows
from stakeholder_graph.studies.context import MeasureSettings

#: The measures of change that the report has, in this order.
_OF_ALL, _OF_GROUPS = "panel_change", "group_change"
#: The measure whose change among those who answered both times the first of them tells.
_SHARE = "density"
#: What keeps the ties of a kind from being tested: people were asked differently.
_UNTESTED = frozenset({"limit", "limited", "direction", "rosters_shown"})

Alike = Callable[[Sequence[str], Sequence[str]], Iterable[PossibleRename]]


def compare_waves(
    partnership: Partnership,
    before: str | None = None,
    after: str | None = None,
    *,
    names: Sequence[str] | None = None,
    layers: Sequence[str] | None = None,
    settings: MeasureSettings,
    alike: Alike = lambda left, joined: (),
    second: SecondProcess | None = None,
) -> Comparison:
    """Compare two waves.

    Parameters
    ----------
    partnership : Partnership
        With two waves at least.
    before, after : str, optional
        Names of the waves; by default the last two.
    names : sequence of str, optional
        Measures to put side by side; by default every one that is a number.
    layers : sequence of str, optional
        Kinds of tie; by default all that both waves asked everyone about.
    settings : MeasureSettings
        How thoroughly to look. Ties are compared as they were reported; ranges are left out where values alone are
        wanted.
    alike : callable
        ``(left, joined) -> renames``: which of those that are gone may be which of those that are new.
    second : SecondProcess, optional
        Computes some of the measures, and the same ones.

    Returns
    -------
    Comparison

    Raises
    ------
    SurveyError
        With every reason why these cannot be compared.

    Notes
    -----
    All tests, of measures among those who answered both times and of the pairs of groups of each kind of tie, are
    corrected together by Benjamini and Hochberg's procedure.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> waves = {name: from_networkx(nx.path_graph(n)) for name, n in (("1", 3), ("2", 4))}
    >>> compared = compare_waves(Partnership("Ours", waves), settings=MeasureSettings(draws=20))
    >>> compared.joined, [tie.change for tie in compared.ties]
    (('3',), ['kept', 'kept', 'not known'])
    """
    pair = chosen_waves(partnership, before, after)
    kinds = chosen_layers(pair, layers)
    chosen = numbers() if names is None else list(names)
    listed = [set(graph.names) for graph in pair.graphs.values()]
    left, joined, both = (
        tuple(sorted(those, key=natural))
        for those in (listed[0] - listed[1], listed[1] - listed[0], listed[0] & listed[1])
    )
    survey = differences(pair, kinds)
    surveyed = pair.info.surveyed
    known = pair if pair.info.answered_known or not surveyed else _zero_rows_unknown(pair)
    panels: dict[str, Panel] = {}
    changes: list[TieChange] = []
    group_rows: list[tuple[str, list[GroupChange]]] = []
    with part(0.5):
        rows = on_all(known, chosen, kinds, settings, second)
    for name in counted(kinds):
        first, last = (graph.layer(name) for graph in known.graphs.values())
        waves = two_waves(first, last, answered_known=known.info.answered_known)
        changes += [TieChange(name, *ends, change) for ends, change in pair_changes(first, last).items()]
        panel = _panel(known, name, waves, survey, settings)
        panels[name] = panel
        if surveyed:
            rows += among_panel(known, chosen, name, waves, settings, tested=panel.tested)
        if panel.tested and (pairs := _groups(known, name, settings)):
            group_rows.append((name, pairs))
    compared, of_groups = judged(rows, [min(ties.p_adjusted for ties in pairs) for _name, pairs in group_rows])
    said = {row.layer for row in compared if row.holds and row.name == _SHARE}
    panels = {name: panel if name in said else _claims_nothing(panel) for name, panel in panels.items()}
    return Comparison(
        partnership=known,
        joined=joined,
        left=left,
        both=both,
        possible_renames=tuple(alike(left, joined)) if left and joined else (),
        panels=panels,
        ties=tuple(changes),
        measures=tuple(compared),
        groups=tuple(
            GroupRow(_OF_GROUPS, name, ties, max(ties.p_adjusted, p))
            for (name, pairs), p in zip(group_rows, of_groups, strict=True)
            for ties in pairs
        ),
        survey=survey,
        tests=sum(row.p is not None for row in compared) + len(group_rows),
    )


def _zero_rows_unknown(pair: Partnership) -> Partnership:
    return Partnership(
        pair.info, {name: without_zero_rows(graph) for name, graph in pair.graphs.items()}, pair.lists, pair.agreed
    )


def _panel(
    pair: Partnership, layer: str, waves: TwoWaves, survey: Sequence[Message], settings: MeasureSettings
) -> Panel:
    alike = not any(message.id in _UNTESTED and message.fields["layer"] == layer for message in survey)
    answered = int(np.count_nonzero(waves.panel)) if pair.info.surveyed else 0
    tested = alike and answered >= FEWEST_PANEL and pair.info.answered_known and pair.info.surveyed
    return Panel(answered, _finding(pair, _OF_ALL, layer, settings), tested)


def _claims_nothing(panel: Panel) -> Panel:
    """The panel where its change does not stand among the other tests, or was not tested: too close to call."""
    reading = panel.finding.reading
    if reading is None or reading.id not in measures()[panel.finding.name].claims:
        return panel
    unclear = Message("unclear", reading.fields, "unknown")
    return replace(panel, finding=replace(panel.finding, reading=unclear))


def _finding(pair: Partnership, measure: str, layer: str, settings: MeasureSettings) -> Finding:
    return assess_apart(pair, [measure], layers=[layer], settings=replace(settings, only=None))[0]


def _groups(pair: Partnership, layer: str, settings: MeasureSettings) -> list[GroupChange]:
    table = _finding(pair, _OF_GROUPS, layer, settings).table
    return [
        GroupChange(
            str(row["from_group"]),
            str(row["to_group"]),
            int(row["before"] or 0),
            int(row["after"] or 0),
            float(row["p"] or 0),
            float(row["p_adjusted"] or 0),
        )
        for row in (table.rows if table is not None else ())
    ]
