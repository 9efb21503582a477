"""Discrepant pairs: partners who both name their tie and see it at different levels."""

import numpy as np
import pandas as pd

from stakeholder_graph.graph import Layer, PartnerGraph
from stakeholder_graph.measures._needs import DIRECTION
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._tables import pair_table
from stakeholder_graph.measures.ties._levels import NAMED_LEVELS, level_of, levels_of, strengths
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table
from stakeholder_graph.text import N_

LEVEL = Column("level", N_("Level"), "text")
PARTNER_LEVEL = Column("partner_level", N_("The partner says"), "text")
STEPS_APART = Column("steps_apart", N_("Steps apart"), "count")
PAIRS = Column("pairs", N_("Pairs that either side names"), "count")
NAMED_BY_ONE = Column("named_by_one", N_("Named by one side"), "count")
NAMED_BY_BOTH = Column("named_by_both", N_("Named by both sides"), "count")
LEVEL_NOT_KNOWN = Column("level_not_known", N_("Level not known"), "count")
DIFFERENT = Column("different", N_("At different levels"), "count")
FAR_APART = Column("far_apart", N_("More than one step apart"), "count")


def _reading(finding: Finding) -> Message | None:
    if finding.value is None:
        return None
    row = finding.tables["network"].rows[0]
    far = round(100 * int(row["far_apart"] or 0) * finding.value / int(row["different"] or 1))
    fields: dict[str, Cell] = {"layer": finding.scope.layers[0], "of_hundred": round(100 * finding.value), "far": far}
    return Message("differ" if finding.value else "alike", fields)


@measure(
    section="ties",
    title=N_("Pairs who see their connection differently"),
    question=N_("Where both partners report a connection, do they report it at the same level?"),
    guess=N_("Of 100 pairs of us that both report a connection, how many put it at different levels?"),
    how_to_read=N_(
        "Neither side is wrong: what one calls a joint project the other may call staying in touch. Where two levels "
        "lie far apart, each side may expect something else of the other. It is a conversation to have, so the pairs "
        "are listed and never averaged."
    ),
    formula=N_(
        "Pairs that both name at different levels / pairs that both name at known levels, both having answered. A tie "
        "that one side names and the other does not is counted apart, as is one of unknown level. Steps apart: how "
        "many levels of the scale lie between the two reports."
    ),
    undefined=N_(
        "Where ties have no direction or both sides' reports were joined, where the scale has fewer than two named "
        "levels that are a tie, or no pair is named by both sides at known levels."
    ),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Frey, B. B., Lohmeier, J. H., Lee, S. W., & Tollefson, N. (2006). Measuring collaboration among grant "
        "partners. American Journal of Evaluation, 27(3), 383-392.",
        "Marsden, P. V. (1990). Network data and measurement. Annual Review of Sociology, 16, 435-463.",
    ),
    messages={
        "low_end": N_("all at the same level"),
        "high_end": N_("all at different levels"),
        "differ": N_(
            "Of 100 pairs who both report a connection of {layer}, {of_hundred} put it at different levels, "
            "{far} of them more than one step apart."
        ),
        "alike": N_("All pairs who both report a connection of {layer} put it at the same level."),
        "no_direction": N_(
            "Connections have no direction here, or both sides' reports were joined, so they cannot be compared."
        ),
        "no_levels": N_("Its answers are not named levels of closeness, so they cannot be compared."),
        "no_pairs": N_("No pair of organizations that both answered both report a connection at a known level."),
    },
    reading=_reading,
    needs=(DIRECTION, NAMED_LEVELS),
    questions=(N_("Where two partners see their connection differently, what does each expect of the other?"),),
    no_range=N_("Whether two sides see a connection alike is known only where both have answered."),
)
def discrepant_pairs(layer: Layer, graph: PartnerGraph) -> Measured:
    """Find pairs who both name their tie and put it at different levels.

    Parameters
    ----------
    layer : Layer
        Directed, as reported; pairs count where both sides answered.
    graph : PartnerGraph
        The graph it is of, whose scale names the levels.

    Returns
    -------
    Measured
        `table`, for the backbone alone, has a row for each pair who disagree: organization, sector, partner,
        partner_sector, level, partner_level and steps_apart. `tables["network"]` has pairs (named by at least one
        side), named_by_one, named_by_both, level_not_known (of these), different and far_apart (more than one step).

    Examples
    --------
    >>> from stakeholder_graph.model.survey import LayerInfo, Step, Wave
    >>> ties = {"layer": "work", "from": ["A", "B", "A"], "to": ["B", "A", "C"], "value": [1.0, 3.0, 2.0]}
    >>> frames = {"organizations": pd.DataFrame({"organization": ["A", "B", "C"]}), "ties": pd.DataFrame(ties)}
    >>> info = LayerInfo("work", (Step(1, "networking"), Step(2, "cooperation"), Step(3, "coalition")))
    >>> graph = PartnerGraph(Wave("1"), {"work": info}, frames)
    >>> found = discrepant_pairs(graph.layer("work"), graph)
    >>> found.value, found.table.rows[0]["level"], found.table.rows[0]["partner_level"]
    (1.0, 'networking', 'coalition')
    """
    levels = levels_of(graph.layers[layer.name])
    senders, receivers = layer.edge_index
    both_asked = layer.observed.contains(receivers, senders)
    ties = pd.DataFrame({"one": senders, "other": receivers, "level": level_of(strengths(layer), levels)})[both_asked]
    back = ties.rename(columns={"one": "other", "other": "one", "level": "partner_level"})
    pairs = ties[ties["one"] < ties["other"]].merge(back, on=["one", "other"])
    known = pairs[(pairs["level"] >= 0) & (pairs["partner_level"] >= 0)]
    if known.empty:
        return Measured(None, caveats=[Message("no_pairs")])
    apart = (known["level"] - known["partner_level"]).abs()
    differ = known.assign(steps_apart=apart)[apart > 0]
    called = np.array([step.name for step in levels], dtype=object)
    cells = {
        LEVEL: called[differ["level"]],
        PARTNER_LEVEL: called[differ["partner_level"]],
        STEPS_APART: differ["steps_apart"].to_numpy(),
    }
    table = pair_table(graph, differ["one"].to_numpy(), differ["other"].to_numpy(), cells)
    network = {
        PAIRS: [len(ties) - len(pairs)],
        NAMED_BY_ONE: [len(ties) - 2 * len(pairs)],
        NAMED_BY_BOTH: [len(pairs)],
        LEVEL_NOT_KNOWN: [len(pairs) - len(known)],
        DIFFERENT: [len(differ)],
        FAR_APART: [int((apart > 1).sum())],
    }
    return Measured.of(Quotient(len(differ), len(known)), table, {"network": Table.of(network, Disclosure.NETWORK)})
