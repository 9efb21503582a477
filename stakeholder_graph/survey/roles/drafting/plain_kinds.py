"""The kinds of tie of a ties.csv that is read under its usual name: what was promised of each has to be asked, too."""

from collections.abc import Mapping
from dataclasses import replace

from stakeholder_graph.model.survey import DEFAULT_LAYER
from stakeholder_graph.survey.networks.direction import Direction, NetworkTie, direction_of
from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.survey.settings.model import LayerSettings
from stakeholder_graph.tabular.source_table import SourceTable


def with_plain_kinds(draft: Draft, plain: Mapping[str, SourceTable]) -> tuple[Draft, dict[str, Direction]]:
    """Add the kinds of tie that a plain list of ties has to a draft.

    Parameters
    ----------
    draft : Draft
        Kinds of tie that it has already stay as they are.
    plain : mapping of str to SourceTable
        The files under their usual names.

    Returns
    -------
    (Draft, dict of str to Direction)
        Kinds of which nobody can tell whether they have a direction say none, and what is likelier stands beside.
    """
    table = plain.get("ties")
    if table is None or not {"from", "to"} <= set(table.columns):
        return draft, {}
    kinds = table.texts("layer") if "layer" in table.columns else [""] * len(table.texts("from"))
    ties: dict[str, list[NetworkTie]] = {}
    for row, (kind, origin, target) in enumerate(zip(kinds, table.texts("from"), table.texts("to"), strict=True), 2):
        if origin and target:
            name = kind or DEFAULT_LAYER
            ties.setdefault(name, []).append(NetworkTie(row, name, origin, target, None))
    said = {name: direction_of(listed) for name, listed in ties.items() if name not in draft.settings.layers}
    # A survey asks both sides, so that ties that are all returned are still reports of one side each.
    layers = {
        **draft.settings.layers,
        **{name: LayerSettings(directed=None if seen.in_doubt else True) for name, seen in said.items()},
    }
    settings = draft.settings.model_copy(update={"layers": layers})
    return replace(draft, settings=settings), {name: seen for name, seen in said.items() if seen.in_doubt}
