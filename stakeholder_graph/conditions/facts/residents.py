"""Whether residents are connected or merely listed, by the rule of the measure `community_voice`."""

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts._context import FactContext, no_layer, under_limit
from stakeholder_graph.conditions.quantity import Quantity, does_not_apply, too_few
from stakeholder_graph.measures._columns import NOT_KNOWN


def residents_ties(context: FactContext, looked: FindingField) -> Quantity:
    """Residents' median share of partners less the lowest quarter of the others', as community_voice counts both."""
    layer = context.layer_name(looked)
    if not layer:
        return no_layer(looked)
    finding = context.finding("community_voice")
    if finding is None:
        return does_not_apply("not_measured", measure="community_voice")
    row = finding.tables["network"].rows[0] if "network" in finding.tables else {}
    if not row.get("organizations"):
        return does_not_apply("no_residents", file="organizations.csv")
    if not context.graph.layer(layer).n_ties:
        return too_few("no_ties")
    if (limited := under_limit(context.graph, layer)) is not None:
        return limited
    if row.get("verdict") in (None, NOT_KNOWN):
        return too_few("few_residents")
    low, high, quarter = (float(row.get(name) or 0) for name in ("median_low", "median_high", "lowest_quarter"))
    # The median of those who answered, as far as those who have not leave it room.
    value = min(max(float(row.get("median") or 0), low), high)
    voices = finding.tables["voices"].rows if "voices" in finding.tables else ()
    silent = tuple(str(voice["organization"]) for voice in voices if voice.get("answered") is False)
    return Quantity(
        value - quarter,
        None if low == high else (low - quarter, high - quarter),
        fact=low == high,
        certain=low != high,
        hangs_on=silent,
    )
