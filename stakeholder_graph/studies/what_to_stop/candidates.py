"""What takes time and may do little that is not done otherwise."""

from stakeholder_graph.graph import Partnership
from stakeholder_graph.studies.what_to_stop.candidate import Candidate
from stakeholder_graph.studies.what_to_stop.many_hours import beyond_budget, ties_of_many_hours
from stakeholder_graph.studies.what_to_stop.teams_and_meetings import meetings_of_partners, teams_alike


def what_to_stop(partnership: Partnership, wave: str | None = None) -> tuple[Candidate, ...]:
    """List what takes time and may do little that is not done otherwise.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    wave : str, optional
        Which wave; by default the latest.

    Returns
    -------
    tuple of Candidate
        First organizations that give more hours than they can, those furthest beyond first; then teams, those with most
        members in common first; then meetings, those with most attendees first; then ties, those that take most hours
        first. None of organizations and of ties where no scale states hours: none are invented.

        Teams are asked about that share half or more of their members, three at least, and are not there for different
        outcomes. Meetings are asked about where four of five pairs of attendees work together, of those of which it is
        known, the steering committee aside. Ties are asked about that are among the quarter that take most hours, where
        both name outcomes and share none, and share no team, no strategy and no need that the other meets.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.graph import PartnerGraph
    >>> from stakeholder_graph.model.survey import LayerInfo, Wave
    >>> seats = [(name, "team", team) for team in ("Reading", "Books") for name in "ABC"]
    >>> frames = {
    ...     "organizations": pd.DataFrame({"organization": list("ABC")}),
    ...     "affiliations": pd.DataFrame(seats, columns=["organization", "kind", "item"]),
    ... }
    >>> graph = PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames)
    >>> [(could.kind, could.subjects) for could in what_to_stop(Partnership("P", {"1": graph}, {}))]
    [('teams', ('Books', 'Reading'))]
    """
    graph = partnership.graph(wave)
    return (
        *beyond_budget(graph),
        *teams_alike(graph, partnership),
        *meetings_of_partners(graph, partnership),
        *ties_of_many_hours(graph, partnership),
    )
