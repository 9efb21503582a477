"""What measures count on the lines that the room may see, for the desk: beside its own numbers for the same fact."""

from collections.abc import Sequence

from stakeholder_graph.editions.released_graph import released_partnership
from stakeholder_graph.editions.room_release import room_release
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings

#: Counts are wanted and no tests, for which some measures take no fewer permutations than this.
COUNTS = MeasureSettings(ties="either", permutations=9, draws=0)


def counted_on_lines(partnership: Partnership, wave: str, names: Sequence[str]) -> tuple[Finding, ...]:
    """Compute measures on the room's release, for what they count: their tests say nothing.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    wave : str
        Which wave.
    names : sequence of str
        Measures.

    Returns
    -------
    tuple of Finding
        None where the room sees no lines.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> partnership = Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {})
    >>> counted_on_lines(partnership, "1", ["density"])[0].quotient
    Quotient(numerator=2, denominator=3)
    """
    release = room_release(partnership.agreed or partnership, [], wave)
    if not release.of_wave().lines:
        return ()
    return assess(released_partnership(release), names, wave=wave, settings=COUNTS)
