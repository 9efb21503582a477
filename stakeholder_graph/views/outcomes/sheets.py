"""A sheet for each outcome, in words: its story, who works on it, its team, who is missing, what blocks it."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.measures.outcomes._outcome_facts import (
    BOTH,
    NO_TEAM,
    NOT_HEARD,
    NOT_LISTED,
    NOT_NAMED,
    NOT_SEATED,
)
from stakeholder_graph.model.large_networks import MOST_NAMES_LISTED, shown_of
from stakeholder_graph.studies.outcomes.sheets import OutcomeSheet, PairCounts, outcome_pages
from stakeholder_graph.studies.results.indicator_records import IndicatorRecord, indicator_records
from stakeholder_graph.text import N_, _, _n, listing, number, translate
from stakeholder_graph.views.outcomes.board import board_of, changes, what_blocks
from stakeholder_graph.views.outcomes.drawn_indicators import learn_from, rows_of
from stakeholder_graph.views.outcomes.indicators import indicators
from stakeholder_graph.views.outcomes.next_steps import next_steps
from stakeholder_graph.views.outcomes.sheet_view import Named, SheetLine, SheetView
from stakeholder_graph.views.outcomes.taken_on import taken_on
from stakeholder_graph.views.sentences import count

#: Of fewer pairs of members nothing is said, nor where it is known of less than this share of them.
FEW_PAIRS, MOSTLY_KNOWN = 3, 2 / 3
#: Who stands how to an outcome, in this order.
GROUPS: Mapping[str, str] = {
    BOTH: N_("Work on it and sit on the team"),
    NOT_SEATED: N_("Work on it, not on the team"),
    NO_TEAM: N_("Work on it"),
    NOT_NAMED: N_("On the team, do not name it"),
    NOT_LISTED: N_("On the team, not listed for it"),
    NOT_HEARD: N_("On the team, not known whether they work on it"),
}


def outcome_sheets_of(copy: Copy) -> tuple[SheetView, ...]:
    """The sheets of a copy, the outcomes that most need action first.

    Parameters
    ----------
    copy : Copy
        What its readers may see.

    Returns
    -------
    tuple of SheetView
        Empty where there are no outcomes, or this copy may say nothing of any.

    Examples
    --------
    >>> from stakeholder_graph.graph import Partnership
    >>> outcome_sheets_of(Copy("backbone", Partnership("Ours", {}, {}), (), "1"))
    ()
    """
    sheets = enumerate(outcome_pages(copy.findings), 1)
    records = indicator_records(copy.findings)
    return tuple(_view(sheet, k, copy, records) for k, sheet in sheets)


def _view(sheet: OutcomeSheet, number_of_it: int, copy: Copy, records: Mapping[str, IndicatorRecord]) -> SheetView:
    for_desk = copy.confidential
    promised = taken_on(copy.partnership, sheet.outcome) if for_desk else ()
    drawn = [name for name in dict.fromkeys(str(row["indicator"]) for row in sheet.indicators) if name in records]
    shown = [records[name] for name in drawn]
    learn, blocks = learn_from(shown), what_blocks(sheet)
    return SheetView(
        f"outcome-{number_of_it}",
        sheet.outcome,
        " ".join(filter(None, _story(sheet))),
        (SheetLine(_("What blocks it"), said=blocks),) if blocks else (),
        (
            *_people(sheet),
            *_lines(sheet, drawn),
            *([SheetLine(_("Places to learn from"), said=learn)] if learn else ()),
            *([SheetLine(_("Taken on"), said=promised)] if promised else ()),
        ),
        next_steps(sheet) if for_desk else (),
        rows_of(shown),
        tuple(str(record.row["indicator"]) for record in shown),
        board_of(sheet),
    )


def _story(sheet: OutcomeSheet) -> Iterator[str]:
    yield _sentence(_who(sheet))
    if sheet.pairs:
        yield _sentence(_together(sheet.pairs))
        yield _worth(sheet.pairs)
    yield _sentence(_team(sheet))
    yield _members(sheet)
    if sheet.funders:
        yield _sentence(_n("A funder works on it: {names}.", "Funders work on it: {names}.", len(sheet.funders),
                           names=listing(sheet.funders)))  # fmt: skip
    elif "no funder" in sheet.lacks:
        yield _("No funder works on it.") if sheet.by_list else _("No funder that answered names it.")


def _who(sheet: OutcomeSheet) -> str:
    works = sheet.summary["organizations"]
    if works is None:
        if sheet.named is not None:
            return _n("{count} organization names it.", "{count} organizations name it.", sheet.named,
                      count=count(sheet.named))  # fmt: skip
        return ""
    many = int(works)
    if sheet.by_list:
        if not many:
            return _("Nobody works on it.")
        return _n("{count} organization works on it.", "{count} organizations work on it.", many, count=count(many))
    if not many:
        return _("Nobody who answered names it.")
    return _n("{count} organization names it.", "{count} organizations name it.", many, count=count(many))


def _together(pairs: PairCounts) -> str:
    if pairs.pairs == 1:
        if pairs.unknown:
            return _("Whether these two work together is not known.")
        return _("These two work together.") if pairs.together else _("These two do not work together.")
    fields = {"together": number(pairs.together), "pairs": number(pairs.pairs)}
    if pairs.unknown == pairs.pairs:
        return _("Of their {pairs} pairs it is not known whether they work together.", **fields)
    if pairs.unknown:
        said = _(
            "Of their {pairs} pairs, {together} work together and {unknown} are not known",
            unknown=number(pairs.unknown),
            **fields,
        )
    elif not pairs.together:
        said = _("None of their {pairs} pairs works together", **fields)
    else:
        said = _n(
            "{together} of their {pairs} pairs works together",
            "{together} of their {pairs} pairs work together",
            pairs.together,
            **fields,
        )
    if pairs.usual is None:
        return _("{said}.", said=said)
    return _("{said}; {usual} would be usual.", said=said, usual=_usual(pairs.usual))


def _worth(pairs: PairCounts) -> str:
    """What the difference from what is usual is worth, where chance would hardly give it."""
    if not pairs.clear:
        return ""
    return _("Luck would rarely give so few.") if pairs.fewer else _("Luck would rarely give so many.")


def _usual(usual: float) -> str:
    return _("about {number}", number=number(round(usual))) if usual >= 1 else _("fewer than one")


def _team(sheet: OutcomeSheet) -> str:
    if not sheet.teams:
        if "no team" not in sheet.lacks:
            return ""
        convene = sheet.pairs and sheet.pairs.clear and "hardly tied" in sheet.lacks
        return (
            _("No team is there for it: a team waiting to be convened.") if convene else _("No team is there for it.")
        )
    teams = listing(str(row["team"]) for row in sheet.teams)
    seats, works, seated = (int(sheet.summary[name] or 0) for name in ("seats", "organizations", "seated"))
    if not seats:
        return _("Teams for it: {teams}. Who sits there is not known.", teams=teams)
    if not works:
        return _n(
            "{count} organization sits on a team for it ({teams}).",
            "{count} organizations sit on a team for it ({teams}).",
            seats,
            count=count(seats),
            teams=teams,
        )
    if works == 1:
        if seated:
            return _("This organization sits on a team for it ({teams}).", teams=teams)
        return _("This organization does not sit on a team for it ({teams}).", teams=teams)
    return _n(
        "{seated} of the {works} sits on a team for it ({teams}).",
        "{seated} of the {works} sit on a team for it ({teams}).",
        seated,
        seated=count(seated),
        works=count(works),
        teams=teams,
    )


def _members(sheet: OutcomeSheet) -> str:
    """How many pairs of members work together, where that is known of most."""
    pairs = sheet.in_teams
    if pairs is None or pairs.pairs < FEW_PAIRS or MOSTLY_KNOWN * pairs.pairs > pairs.pairs - pairs.unknown:
        return ""
    fields = {"together": number(pairs.together), "pairs": number(pairs.pairs), "unknown": number(pairs.unknown)}
    if pairs.unknown:
        return _("Members work together in {together} of {pairs} pairs, {unknown} not known.", **fields)
    return _("Members work together in {together} of {pairs} pairs.", **fields)


def _lines(sheet: OutcomeSheet, drawn: Collection[str] = ()) -> Iterator[SheetLine]:
    if lacking := _missing(sheet.missing):
        yield SheetLine(
            _("Nobody works on it from") if sheet.by_list else _("Nobody that answered names it from"), lacking
        )
    # Two kinds of things in one list would read as one.
    for kind, label in (("sector", _("Sectors not known yet")), ("place", _("Places not known yet"))):
        if sheet.open[kind]:
            yield SheetLine(label, _missing({"sector": (), "place": (), kind: sheet.open[kind]}))
    if changed := changes(sheet.changes):
        yield SheetLine(_("What changed"), said=changed)
    # What stands among the steps is not said again.
    taken_up = {needed.item for needed in sheet.needed if needed.could_meet}
    if offered := [f"{row['organization']}: {row['asset']}" for row in sheet.assets if row["asset"] not in taken_up]:
        yield SheetLine(_("What they can offer"), said=(*offered[: _shown(offered)], *_further(len(offered))))
    if said := indicators([row for row in sheet.indicators if str(row["indicator"]) not in drawn]):
        yield SheetLine(_("Indicator") if len(said) == 1 else _("Indicators"), said=said)


def _missing(groups: Mapping[str, Sequence[str]]) -> tuple[Named, ...]:
    sectors = [Named(sector, sector) for sector in groups["sector"]]
    return (*sectors, *map(Named, groups["place"]))


def _people(sheet: OutcomeSheet) -> Iterator[SheetLine]:
    for standing, label in GROUPS.items():
        if people := sheet.people.get(standing):
            # Where it is not shown of anybody who works on it, that is no trait of these.
            hidden = standing == NOT_HEARD and sheet.summary["organizations"] is None
            listed = people[: _shown(people)]
            names = tuple(Named(str(row["organization"]), str(row["sector"]), on_map=True) for row in listed)
            yield SheetLine(_("On the team") if hidden else translate(label), names, _further(len(people)))


def _shown(names: Sequence[object]) -> int:
    return shown_of(len(names), MOST_NAMES_LISTED)


def _further(listed: int) -> tuple[str, ...]:
    """How many a line has no room for; nothing where it has."""
    more = listed - shown_of(listed, MOST_NAMES_LISTED)
    return (_n("and {count} more", "and {count} more", more),) if more > 0 else ()


def _sentence(text: str) -> str:
    """A sentence that begins with a capital, whatever it begins with."""
    return text[:1].upper() + text[1:]
