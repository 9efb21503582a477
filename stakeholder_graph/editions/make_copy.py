"""Makes the copy of an edition, and counts for the desk what stands on the lines of the room's."""

from collections.abc import Sequence

from stakeholder_graph.conditions.judgement import Ledger
from stakeholder_graph.editions.community.community_release import community_release
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.release import Edition, Release
from stakeholder_graph.editions.released_findings import released_findings
from stakeholder_graph.editions.released_graph import released_partnership
from stakeholder_graph.editions.room_release import room_release
from stakeholder_graph.graph import Partnership
from stakeholder_graph.graph.unnamed import with_persons_unnamed
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings

#: Counts are wanted and no tests, for which some measures take no fewer permutations than this.
COUNTS = MeasureSettings(ties="either", permutations=9, draws=0)


def make_copy(
    edition: Edition,
    partnership: Partnership,
    findings: Sequence[Finding],
    wave: str,
    names: Sequence[str] | None = None,
    agreed: Sequence[Finding] = (),
    ledgers: Sequence[Ledger] = (),
) -> Copy:
    """Make the copy of an edition.

    Parameters
    ----------
    edition : {"backbone", "partners", "community"}
        The backbone sees everything. Partners and the community see what their releases hold, and no name of a person
        who has not said that they may be named.
    partnership : Partnership
        Everything.
    findings : sequence of Finding
        Of one wave, on everything.
    wave : str
        That wave.
    names : sequence of str, optional
        The measures that a copy beyond the desk speaks of; by default all.
    agreed : sequence of Finding
        Where some organizations did not agree to be named, the same findings without their answers: on
        `partnership.agreed`, of which every copy beyond the desk is made. Without them it says no verdict in words.
    ledgers : sequence of Ledger
        Of that wave; they stay on the desk.

    Returns
    -------
    Copy

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.DiGraph([("a", "b"), ("b", "a"), ("b", "c")]))
    >>> copy = make_copy("partners", Partnership("P", {"1": graph}, {}), [], "1")
    >>> copy.partnership.graph().directed, copy.partnership.graph().layer("collaboration").n_ties
    (False, 2)
    """
    if edition == "backbone":
        return Copy(edition, partnership, tuple(findings), wave, ledgers=tuple(ledgers))
    if partnership.agreed is not None:
        partnership, findings = partnership.agreed, agreed
    room = room_release(with_persons_unnamed(partnership), findings, wave)
    return copy_of(room if edition == "partners" else community_release(room), names)


def copy_of(release: Release, names: Sequence[str] | None = None) -> Copy:
    """Make a copy of a release, which is all that it rests on.

    Parameters
    ----------
    release : Release
        The room's or the community's.
    names : sequence of str, optional
        The measures that it speaks of; by default all.

    Returns
    -------
    Copy
        Equal releases give equal copies.
    """
    partnership = released_partnership(release)
    return Copy(
        release.edition, partnership, released_findings(release, partnership, names), release.wave, release=release
    )


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
