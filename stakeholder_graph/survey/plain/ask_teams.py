"""Asking which outcome each team is there for, and which team steers, where no list of items says anything of teams."""

from stakeholder_graph.frames.rows import SurveyRows
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.plain.items import Item
from stakeholder_graph.text import _, listing

#: As many teams are named.
_MOST_TEAMS = 4


def ask_about_teams(
    listed: tuple[Item, ...], rows: SurveyRows, file: str, inspection: Inspection, *, own_name: bool
) -> None:
    """Ask of teams that only a list of who sits where tells of.

    Parameters
    ----------
    listed : tuple of Item
        Those that lists name: a list that has teams says of each what is known.
    rows : SurveyRows
        The affiliations.
    file : str
        Where who sits in teams stands.
    inspection : Inspection
        Takes the question.
    own_name : bool
        Whether the table has a name of the user's own: what it leaves open is then decided like whatever else was
        read off it. From affiliations.csv a report is no draft for it.
    """
    seats = set(rows.records("affiliations", "kind", "item"))
    teams = [str(item) for kind, item in sorted(seats) if kind == "team"]
    outcomes = [item for kind, item in seats if kind == "outcome"] + [item for item in listed if item.kind == "outcome"]
    if not (teams and outcomes) or any(item.kind == "team" for item in listed):
        return
    more = [_("others")] if len(teams) > _MOST_TEAMS else []
    what = _(
        "Which outcome is each team there for, and which team steers? Nothing says so of {teams}: until you do, "
        "a page of an outcome knows a team only by the outcome’s name in its own, and none counts as steering.",
        teams=listing([*(f"“{team}”" for team in teams[:_MOST_TEAMS]), *more]),
    )
    todo = _(
        "Add {items} with a row for each team: “team” below kind, its name below item, its outcome below outcome "
        "(blank for none), and yes below steering for one that steers.",
        items=inspection.list_name("items"),
    )
    if own_name:
        inspection.decide(what, todo, inspection.list_name("items"), about="answers")
    else:
        inspection.advise(what, todo, file)
