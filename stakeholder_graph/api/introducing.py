"""Choose the pairs of organizations to introduce to each other."""

from typing import TYPE_CHECKING

from stakeholder_graph.graph import Partnership
from stakeholder_graph.progress import part
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.in_common.known_ties import open_layers
from stakeholder_graph.studies.introductions import Aim, Proposals
from stakeholder_graph.studies.introductions.propose import propose
from stakeholder_graph.text import _

if TYPE_CHECKING:
    from collections.abc import Sequence

    from stakeholder_graph.model.finding import Finding


def introductions(
    partnership: Partnership,
    count: int = 10,
    *,
    wave: str | None = None,
    aim: Aim = "shared",
    permutations: int = 9999,
    seed: int = 0,
) -> Proposals:
    """Choose the pairs to introduce to each other, and list what could stop to make room for them.

    Parameters
    ----------
    partnership : Partnership
        As `read` or `from_networkx` gives it.
    count : int
        How many introductions, at most.
    wave : str, optional
        A round of the survey; the latest by default.
    aim : {"shared", "reach"}
        ``shared`` chooses the pairs whose weights add up to most: outcomes that both work on, an offer that meets a
        need, sectors that hardly work together, a common partner. ``reach`` chooses those that bring all organizations
        closer together.
    permutations, seed : int
        As of `measure`: of the tests that say which sectors hardly work together.

    Returns
    -------
    Proposals
        ``proposals.introductions`` and ``proposals.could_stop``, for the backbone's desk alone: they name who does not
        work with whom.

    Raises
    ------
    StakeholderGraphError
        For fewer than one introduction.
    UnknownNameError
        For a wave that does not exist.

    Examples
    --------
    >>> from stakeholder_graph import read
    >>> proposals = introductions(read("surveys/wren-county"), 3, permutations=99)
    >>> [(pair.a.name, pair.b.name) for pair in proposals.introductions][0]
    ('Bethel AME Church', 'Wren Transit Authority')
    """
    graph = partnership.graph(wave)
    layers = open_layers(graph)[:1]
    findings: Sequence[Finding] = ()
    if layers and count > 0:
        settings = MeasureSettings(ties=partnership.info.ties, permutations=permutations, draws=0, seed=seed)
        names = ["sector_mixing"]
        with part(0.5):
            findings = assess(partnership, names, wave=graph.wave.name, layers=layers, settings=settings)
    with part(what=_("Choosing pairs")):
        return propose(partnership, count, wave=graph.wave.name, findings=findings, aim=aim)
