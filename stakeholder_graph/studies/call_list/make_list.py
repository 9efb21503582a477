"""Makes the call list of a wave."""

from collections.abc import Sequence

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures._registry import with_role
from stakeholder_graph.model.finding import Finding, Message
from stakeholder_graph.studies.call_list.call import Call
from stakeholder_graph.studies.call_list.desk import Desk
from stakeholder_graph.studies.introductions.holes import sector_holes
from stakeholder_graph.studies.whom_to_call import TIERS


def call_list(partnership: Partnership, wave: str, findings: Sequence[Finding]) -> tuple[Call, ...]:
    """Make the call list.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    wave : str
        Which wave.
    findings : sequence of Finding
        Of that wave: one says which sectors are missing, and one in which order to
        hear from those who have not answered; without it they are ordered by how many named them.

    Returns
    -------
    tuple of Call
        By purpose. Invite: sectors of the list with nobody at the table, and names that at least two partners gave and
        no list holds, those given most first.

        Hear from: organizations that have not answered, first the one that is named most of all, on whose answer
        whole findings wait, then by ``whom_to_call``. None where nothing says who answered; while decisions are open,
        without those of whom a decision may say that they answered.

        Connect: first pairs that are on one strategy and are not tied; then pairs of which one offers what the other
        needs, itself or for its team or outcome; then organizations that answered and have under half as many partners
        as is usual, fewest first, each with the organization it is not tied to and shares most with; then pairs that
        work on one outcome and are not tied. Of all pairs of the second and the last kind these have most weight
        together (`PairChoice`; `PairsToConnect` has the rule of the others). In a draft an organization
        has few partners only if it has few whatever the answers that wait turn out to be. Where nothing says who
        answered, each of them says so.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = nx.complete_graph(["a", "b", "c", "d", "e"])
    >>> graph.add_edge("e", "f")
    >>> calls = call_list(Partnership("P", {"1": from_networkx(graph)}, {}), "1", ())
    >>> [(call.purpose, call.whom, call.with_whom, call.introduce) for call in calls]
    [('connect', 'f', 'a', ('e',))]
    """
    desk = Desk(partnership, wave)
    hear_from = desk.to_hear_from(_settles(findings), _hubs(findings)) if partnership.info.answered_known else ()
    return (
        *_missing(findings),
        *desk.unlisted(),
        *hear_from,
        *desk.to_connect(sector_holes(partnership, findings, wave)),
    )


def _missing(findings: Sequence[Finding]) -> list[Call]:
    """Sectors of the list with nobody at the table."""
    coverage = next(iter(with_role(findings, "missing sectors")), None)
    rows = coverage.table.rows if coverage and coverage.table else ()
    absent = sorted((str(row["sector"]) for row in rows if row["expected"] and not row["listed"]), key=natural)
    return [Call("invite", sector, sector, (Message("call_missing"), Message("call_ask_room"))) for sector in absent]


def _hubs(findings: Sequence[Finding]) -> frozenset[str]:
    """Those who have not answered and are named most, so that findings wait for them."""
    waiting = [caveat for finding in findings for caveat in finding.caveats if caveat.id == "hub_silent"]
    return frozenset(str(caveat.fields["organization"]) for caveat in waiting)


def nearly_level(findings: Sequence[Finding]) -> tuple[str, ...]:
    """Those of the first calls whose order hangs on how many networks were drawn.

    Parameters
    ----------
    findings : sequence of Finding
        Of one wave.

    Returns
    -------
    tuple of str
        Empty where the first stands out.

    Examples
    --------
    >>> nearly_level([])
    ()
    """
    calls = next((finding for finding in with_role(findings, "calls") if finding.table), None)
    rows = calls.table.rows if calls and calls.table else ()
    level = tuple(str(row["organization"]) for row in rows if row.get("nearly_first") and row["tier"] == TIERS[0])
    return level if len(level) > 1 else ()


def _settles(findings: Sequence[Finding]) -> dict[str, int]:
    """Those who have not answered in the order of the calls, by the main kind of tie, and how much each would settle.

    Of a hundred parts of what is open; 0 where that is not known, and where others are to be called first.
    """
    calls = next((finding for finding in with_role(findings, "calls") if finding.table), None)
    rows = calls.table.rows if calls and calls.table else ()
    return {
        str(row["organization"]): round(100 * float(row["whom_to_call"] or 0))
        if row.get("tier", TIERS[0]) == TIERS[0]
        else 0
        for row in rows
    }
