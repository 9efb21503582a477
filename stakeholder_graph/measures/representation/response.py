"""Response: who answered, and so how much of the network is known at all."""

from dataclasses import replace

import numpy as np

from stakeholder_graph.frames import in_order_of_content
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import LISTED, ORGANIZATION, SECTOR, SHARE
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.survey import SurveyInfo
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table
from stakeholder_graph.text import N_

ANSWERED = Column("answered", N_("Answered"), "flag")
BY_SECTOR = (
    SECTOR,
    LISTED,
    Column("answered", N_("Answered"), "count", of_answers=True),
    replace(SHARE, of_answers=True),
)


def _reading(finding: Finding) -> Message | None:
    if finding.table is None or finding.value is None:
        return None
    listed = len(finding.table.rows)
    answered = sum(bool(row["answered"]) for row in finding.table.rows)
    assumed = any(caveat.id.startswith("all_assumed") for caveat in finding.caveats)
    aside = sum(int(caveat.fields["count"] or 0) for caveat in finding.caveats if caveat.id == "answers_aside")
    on_list = any(caveat.id.startswith("not_counted") for caveat in finding.caveats)
    return how_many_answered(answered, listed, aside, known=not assumed, on_list=on_list)


def how_many_answered(
    answered: int, listed: int, aside: int = 0, *, known: bool = True, on_list: bool = False
) -> Message:
    """What is said of how many answered.

    Parameters
    ----------
    answered, listed : int
        Of so many organizations so many answered.
    aside : int
        Of those who did not, so many sent an answer that is set aside.
    known : bool
        False where nothing says who answered, so that all are taken to have.
    on_list : bool
        True where others were asked about, or answers wait for a decision: then nothing is said of all.

    Returns
    -------
    Message

    Examples
    --------
    >>> how_many_answered(43, 61).id, how_many_answered(61, 61).id
    ('some', 'everyone')
    >>> dict(how_many_answered(14, 18, aside=1).fields)
    {'answered': 14, 'listed': 18, 'silent': 3, 'count': 1}
    """
    fields = {"answered": answered, "listed": listed, "silent": listed - answered - aside}
    share = answered / max(listed, 1)
    if aside and answered + aside == listed:
        return Message("all_but_aside", {**fields, "count": aside}, "unknown")
    if aside and known:
        return Message("some_aside", {**fields, "count": aside}, "strength" if share >= 0.8 else "unknown")
    if not known:
        return Message("assumed", fields, "unknown")
    if on_list:
        return Message("on_list", fields, "unknown")
    if answered == listed:
        return Message("everyone", fields, "strength")
    if share >= 0.8:
        return Message("most", fields, "strength")
    if not answered:
        return Message("nobody", fields, "unknown")
    return Message("some" if share > 0.6 else "half" if share > 0.4 else "few", fields, "unknown")


def not_counted(info: SurveyInfo, wave: str, *, desk: bool = True) -> Message | None:
    """What is said first where organizations that were asked about, or answers, wait for a decision.

    Parameters
    ----------
    info : SurveyInfo
        Of the partnership as its reader may see it.
    wave : str
        The one that is spoken of.
    desk : bool
        False for others, who are not told how many answers wait.

    Returns
    -------
    Message or None
        Of the measure ``response``; None where nothing waits.

    Examples
    --------
    >>> dict(not_counted(SurveyInfo("Ours", asked_unlisted={"1": (41, 77)}), "1").fields)
    {'count': 41, 'all': 77}
    """
    unlisted, asked = info.asked_unlisted.get(wave, (0, 0))
    if unlisted:
        return Message("not_counted_asked" if desk else "not_counted_asked_room", {"count": unlisted, "all": asked})
    answers = sum(info.left_out.values())
    if answers and desk:
        return Message("not_counted_answers", {"count": answers})
    return Message("not_counted_names") if info.answers_wait else None


def nobody_asked(graph: PartnerGraph) -> Message:
    """What is said in place of a count where nobody was asked: of a map, or of lists without any tie.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.

    Returns
    -------
    Message
        Of the measure ``response``.
    """
    return Message("nobody_asked" if graph.layers else "listed_only", {"listed": len(graph.names)})


def _heard(graph: PartnerGraph) -> set[str]:
    """Whoever reported a tie; of ties without direction either end, since the order of the two says nothing."""
    ties = graph["ties"]
    directed = ties["layer"].map(graph.has_direction).astype(bool)
    return {*ties["from"], *ties.loc[~directed, "to"]}


@measure(
    section="response",
    page="missing",
    title=N_("Who answered"),
    question=N_("Who has answered, and how much of the network is not known yet?"),
    how_to_read=N_(
        "Everything else rests on this. An organization that has not answered yet may work with many or with few: its "
        "own ties are not known, and are never counted as none."
    ),
    how_to_read_copy=N_(
        "Everything else rests on this. An organization that has not answered yet may work with many or with few: its "
        "ties are known only as far as others reported them."
    ),
    formula=N_("Organizations that answered / organizations on the roster of the wave."),
    undefined=N_("With nobody on the roster, and where nobody was asked."),
    unit=N_("share"),
    bounds=(0, 1),
    references=("Kossinets, G. (2006). Effects of missing data in social networks. Social Networks, 28(3), 247-268.",),
    messages={
        "everyone": N_("All {listed} organizations answered."),
        "on_list": N_("{answered} of the {listed} organizations on the list answered."),
        "not_counted_asked": N_(
            "Not counted yet: {count} of the {all} organizations that the survey asked about are not on your list."
        ),
        "not_counted_asked_room": N_(
            "Not counted yet: {count} of the {all} organizations that the survey asked about are not on the list."
        ),
        "not_counted_answers": N_("Not counted yet: answers that wait for a decision about the survey ({count})."),
        "not_counted_names": N_("Not counted yet: answers that wait for a decision about the survey."),
        "most": N_("{answered} of {listed} organizations answered; {silent} not yet."),
        "some": N_("{answered} of {listed} organizations answered; what the other {silent} would say is not known."),
        "half": N_("About half is not known yet: {answered} of {listed} organizations answered."),
        "nobody": N_("Nothing is known yet: {answered} of {listed} organizations answered."),
        "few": N_("Most is not known yet: {answered} of {listed} organizations answered."),
        "all_but_aside": N_(
            "{answered} of {listed} organizations answered in a way that counts; answers that came and are set aside: "
            "{count}."
        ),
        "some_aside": N_(
            "{answered} of {listed} organizations answered in a way that counts; {count} sent an answer that is set "
            "aside, and no answer has come yet from {silent}."
        ),
        "answers_aside": N_(
            "An answer came and is set aside, as the survey settings say, of {organizations}. Nobody has to call for "
            "it."
        ),
        "assumed": N_("Nothing says who answered, so all {listed} organizations are taken to have answered."),
        "all_assumed_answered": N_(
            "The survey does not say who answered. All {listed} are taken to have answered. Organizations that "
            "reported no connection, and may simply not have answered: {silent}."
        ),
        "all_assumed_untied": N_(
            "The survey does not say who answered. All {listed} are taken to have answered. Organizations that have "
            "no connection, and may simply not have answered: {silent}."
        ),
        "all_assumed_tied": N_("The survey does not say who answered. All {listed} are taken to have answered."),
        "nobody_asked": N_("This is a map of {listed} organizations. Nobody was asked, so no answer is missing."),
        "listed_only": N_(
            "Lists say what these {listed} organizations take part in. Nobody was asked, so no answer is missing."
        ),
    },
    reading=_reading,
    role="response",
    chart=Chart("answered"),
    questions=(
        N_("What would make it easier to answer, this time and next?"),
        N_("Is there a kind of organization whose voice we are missing altogether?"),
    ),
    # Where no answer is known to be missing, nobody need find it easier to answer.
    questions_after=dict.fromkeys(
        ("assumed", "nobody_asked", "listed_only", "everyone"),
        (N_("Is there a kind of organization whose voice we are missing altogether?"),),
    ),
    no_range=N_("Who answered is known."),
)
def response(graph: PartnerGraph, partnership: Partnership) -> Measured:
    """Count who answered, in all and by sector.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    partnership : Partnership
        Says whether it is known who answered.

    Returns
    -------
    Measured
        `value` is the share that answered; `table` has organization, sector, answered; `tables["by_sector"]`
        sector, listed, answered, share. Where nobody was asked there is no value, and a caveat says so.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graph = from_networkx(nx.path_graph(3))
    >>> response(graph, Partnership("P", {"1": graph}, {})).value
    1.0
    """
    if not partnership.info.surveyed:
        return Measured(None, caveats=[nobody_asked(graph)])
    people = graph.organizations[["organization", "sector"]].assign(answered=graph.answered)
    by_sector = people.groupby("sector")["answered"].agg(listed="size", answered="sum").reset_index()
    by_sector = in_order_of_content(by_sector, ["sector"])
    by_sector["share"] = by_sector["answered"] / by_sector["listed"]
    waits = not_counted(partnership.info, graph.wave.name)
    caveats = [waits] if waits else []
    if not partnership.info.answered_known:
        silent = int((~np.isin(graph.names, list(_heard(graph)))).sum())
        reported = any(map(graph.has_direction, graph.layers))
        said_of_silent = "all_assumed_answered" if reported else "all_assumed_untied"
        caveats.append(
            Message(said_of_silent if silent else "all_assumed_tied", {"listed": len(people), "silent": silent})
        )
    aside = partnership.info.answers_aside.get(graph.wave.name, ())
    if aside:
        said: dict[str, Cell] = {"count": len(aside), "organizations": ", ".join(aside)}
        caveats.append(Message("answers_aside", said, discloses=Disclosure.ORGANIZATION))
    if not len(people):
        return Measured(None, caveats=[Message("too_few_organizations")])
    return Measured.of(
        Quotient(int(graph.answered.sum()), len(people)),
        Table.from_frame((ORGANIZATION, SECTOR, ANSWERED), people, Disclosure.ORGANIZATION),
        {"by_sector": Table.from_frame(BY_SECTOR, by_sector, Disclosure.SECTOR)},
        caveats=caveats,
    )
