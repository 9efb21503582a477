"""Makes the call list of a wave."""

from collections.abc import Sequence

from stakeholder_graph.frames import natural
from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures._registry import with_role
from stakeholder_graph.model.finding import Finding, Message
from stakeholder_graph.studies.call_list.call import Call
from stakeholder_graph.studies.call_list.desk import Desk
from stakeholder_graph.studies.call_list.first_answers import rows_to_call
from stakeholder_graph.studies.introductions.holes import sector_holes


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
        By purpose. Find out: who answered, where nothing says so.

        Invite: sectors of the list with nobody at the table, and names that at least two partners gave and
        no list holds, those given most first.

        Hear from: organizations that have not answered, in the order of ``whom_to_call``; after those who are to be
        called first, sectors of which hardly anybody answered. None where nothing says who answered; while decisions
        are open, without those of whom a decision may say that they answered.

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
    hear_from = desk.to_hear_from(rows_to_call(findings)) if partnership.info.answered_known else ()
    return (
        *_to_find_out(partnership, wave),
        *_missing(findings),
        *desk.unlisted(),
        *hear_from,
        *desk.to_connect(sector_holes(partnership, findings, wave)),
    )


def _to_find_out(partnership: Partnership, wave: str) -> list[Call]:
    """Who answered: until that is known nobody can be called for an answer."""
    if partnership.info.answered_known or not partnership.info.surveyed:
        return []
    return [Call("find out", "", "", (Message("call_who_answered", {"listed": len(partnership.graph(wave).names)}),))]


def _missing(findings: Sequence[Finding]) -> list[Call]:
    """Sectors of the list with nobody at the table."""
    coverage = next(iter(with_role(findings, "missing sectors")), None)
    rows = coverage.table.rows if coverage and coverage.table else ()
    absent = sorted((str(row["sector"]) for row in rows if row["expected"] and not row["listed"]), key=natural)
    return [Call("invite", sector, sector, (Message("call_missing"), Message("call_ask_room"))) for sector in absent]
