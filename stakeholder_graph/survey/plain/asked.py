"""asked.csv: who was asked about what, who answered, and how many names they could give."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import product
from math import nan
from typing import NamedTuple

from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.plain.duplicates import settled
from stakeholder_graph.survey.plain.organizations import OrganizationList
from stakeholder_graph.survey.plain.ties import Report
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _, _n

#: From this share of pairs without a tie on, a list holds whom everyone was asked about; a single 0 does not say so.
_WRITES_NONE = 0.1


class Asked(NamedTuple):
    """That an organization was asked about a layer in a wave.

    `roster` is blank for everyone listed in the wave, `limit` is NaN where any number of names could be given, and
    `row` is 0 for organizations that no row of a file names.
    """

    row: int
    wave: str
    layer: str
    organization: str
    respondent: str = ""
    roster: str = ""
    answered: bool = True
    limit: float = nan


def everyone_asked(listed: OrganizationList, reports: Sequence[Report], context: ReadingContext) -> list[Asked]:
    """Say who was asked where no asked.csv does: everyone on the roster, about what was reported.

    Parameters
    ----------
    listed : OrganizationList
        The roster; where nothing says who answered, everyone has.
    reports : sequence of Report
        A layer that no row of a wave speaks of was not asked about in that wave.
    context : ReadingContext
        Waves and layers, for a survey without a single report.
    """
    about = list(dict.fromkeys((report.wave, report.layer) for report in reports))
    respondents, answered = _respondents(reports, context), listed.has_answered()
    return [
        Asked(0, wave, layer, name, respondent, answered=answered(name))
        for wave, layer in about or product(context.waves, context.layers)
        for name in listed.names
        for respondent in respondents.get((wave, name), [""])
    ]


def asked_about_listed(
    asked: Sequence[Asked], reports: Sequence[Report], file: str, context: ReadingContext
) -> tuple[list[Asked], list[tuple[str, str]]]:
    """Say who was asked about whom where a list writes pairs without a tie: about those in the list and no others.

    Parameters
    ----------
    asked : sequence of Asked
        As from `everyone_asked`.
    reports : sequence of Report
        As from `read_ties`.
    file : str
        How advice names the list.
    context : ReadingContext
        Takes advice where pairs are not in such a list.

    Returns
    -------
    (list of Asked, list of (str, str))
        Whoever has no pair in such a list was not asked. The second are rosters, one for each organization, and their
        members.
    """
    listed: dict[tuple[str, str], dict[str, dict[str, None]]] = {}
    for report in reports:
        if not report.unlisted:
            pairs = listed.setdefault((report.wave, report.layer), {})
            pairs.setdefault(report.origin, {})[report.target] = None
            if report.layer in context.undirected:
                pairs.setdefault(report.target, {})[report.origin] = None
    pairs_of = Counter((report.wave, report.layer) for report in reports if not report.unlisted)
    none_of = Counter((report.wave, report.layer) for report in reports if not report.unlisted and not report.tie)
    writes_none = {about for about, count in none_of.items() if count >= _WRITES_NONE * pairs_of[about]}
    people: dict[tuple[str, str], set[str]] = {}
    for row in asked:
        people.setdefault((row.wave, row.layer), set()).add(row.organization)
    missing = {
        about: lacking
        for about in sorted(writes_none)
        if (lacking := len(people[about]) * (len(people[about]) - 1) - sum(map(len, listed[about].values())))
    }
    if not missing:
        return list(asked), []
    # Whoever has no pair at all has not answered, and that is said elsewhere.
    if any(len(targets) < len(people[about]) - 1 for about in missing for targets in listed[about].values()):
        _say_that_pairs_were_not_asked(sum(missing.values()), file, context)
    rosters = {(*about, origin): f"{about[1]}, {about[0]}: {origin}" for about in missing for origin in listed[about]}
    rows = [
        row
        if (row.wave, row.layer) not in missing
        else row._replace(roster=rosters[key], answered=row.answered)
        if (key := (row.wave, row.layer, row.organization)) in rosters
        else row._replace(answered=False)
        for row in asked
    ]
    members = [
        (name, target) for (*about, origin), name in rosters.items() for target in listed[about[0], about[1]][origin]
    ]
    return rows, members


def _say_that_pairs_were_not_asked(count: int, file: str, context: ReadingContext) -> None:
    context.inspection.advise(
        _n(
            "The list has pairs without a tie, so that a pair that is not in it counts as not asked: {count} pair.",
            "The list has pairs without a tie, so that a pair that is not in it counts as not asked: {count} pairs.",
            count,
        ),
        _("If everyone was asked about everyone, take the pairs without a tie out, or say in asked.csv who was asked."),
        file,
    )


def read_asked(
    table: SourceTable,
    listed: OrganizationList,
    rosters: Iterable[str],
    reports: Sequence[Report],
    context: ReadingContext,
) -> list[Asked]:
    """Read asked.csv.

    Parameters
    ----------
    table : SourceTable
        The file. A blank wave or layer stands for all of them.
    listed : OrganizationList
        What it says of who answered counts where the file has no column for it.
    rosters : iterable of str
        Names of the rosters that there are.
    reports : sequence of Report
        As from `read_ties`.
    context : ReadingContext
        Names, waves and layers.

    Returns
    -------
    list of Asked
        An organization that a wave lists but does not ask about one of its layers has not answered there.
    """
    inspection = context.inspection
    table.require_text(inspection, "organization")
    waves = context.wave(table, needed=False)
    organizations = context.names.checked(table, "organization", inspection, waves)
    if "answered" in table:
        answered = table.yes_or_no("answered", inspection, None)
    else:
        answered = list(map(listed.has_answered(), organizations))
    known = {"", *rosters}
    inspection.wrong_texts(
        ((row, text) for row, text in table.items("roster") if text not in known),
        table.file,
        "roster",
        lambda text: _("There is no roster “{roster}”.", roster=text),
        lambda text: _("List its organizations in {rosters}.", rosters=inspection.list_name("rosters")),
    )
    rows = zip(
        table.rows, waves, context.layer(table), organizations, table.texts("respondent"), table.texts("roster"),
        answered, table.numbers("limit", inspection, least=1), strict=True,
    )  # fmt: skip
    written = [Asked(*cells) for cells in rows]
    misspelled = [bool(text) and not asked.wave for text, asked in zip(table.texts("wave"), written, strict=True)]
    names = dict(table.items("organization"))
    kept = [asked for asked, wrong in zip(written, misspelled, strict=True) if asked.organization and not wrong]
    meant = _spelled_out(kept, reports, context)
    places = settled(
        [asked.row for asked in meant],
        [(asked.wave, asked.layer, asked.organization, asked.respondent) for asked in meant],
        {name: [getattr(asked, name) for asked in meant] for name in ("answered", "limit", "roster")},
        table.file,
        inspection,
        [normal(names[asked.row]) for asked in meant],
    )
    once = [meant[place] for place in places]
    respondents = _respondents(reports, context)
    spread = [
        asked._replace(respondent=respondent)
        for asked in once
        for respondent in (
            [asked.respondent] if asked.respondent else respondents.get((asked.wave, asked.organization), [""])
        )
    ]
    return _everyone_listed(spread)


def _spelled_out(rows: Sequence[Asked], reports: Sequence[Report], context: ReadingContext) -> list[Asked]:
    """Write out the waves and layers that a blank stands for."""
    about: dict[str, set[str]] = {}
    for wave, layer in [(r.wave, r.layer) for r in reports] + [(asked.wave, asked.layer) for asked in rows]:
        if wave and layer:
            about.setdefault(wave, set()).add(layer)
    return [
        asked._replace(wave=wave, layer=layer)
        for asked in rows
        for wave in ([asked.wave] if asked.wave else context.waves)
        for layer in ([asked.layer] if asked.layer else sorted(about.get(wave, context.layers)))
    ]


def _respondents(reports: Sequence[Report], context: ReadingContext) -> dict[tuple[str, str], list[str]]:
    """The people who reported for an organization in a wave; of undirected pairs this is not known."""
    people: dict[tuple[str, str], list[str]] = {}
    undirected = context.undirected
    for report in reports:
        if report.layer in undirected:
            continue
        named = people.setdefault((report.wave, report.origin), [])
        if report.respondent not in named:
            named.append(report.respondent)
    return people


def _everyone_listed(rows: Sequence[Asked]) -> list[Asked]:
    """Add those whom a wave lists and one of its layers does not ask."""
    there = {(asked.wave, asked.layer, asked.organization) for asked in rows}
    layers: dict[str, dict[str, None]] = {}
    for asked in rows:
        layers.setdefault(asked.wave, {})[asked.layer] = None
    listed = dict.fromkeys((asked.wave, asked.organization) for asked in rows)
    missing = [
        Asked(0, wave, layer, name, answered=False)
        for wave, name in listed
        for layer in layers[wave]
        if (wave, layer, name) not in there
    ]
    return [*rows, *missing]


def with_respondents(reports: Sequence[Report], asked: Sequence[Asked]) -> list[Report]:
    """Fill in the respondent where ties.csv names none and asked.csv names just one.

    Parameters
    ----------
    reports : sequence of Report
        As from `read_ties`.
    asked : sequence of Asked
        As from `read_asked`.
    """
    people: dict[tuple[str, str, str], list[str]] = {}
    for row in asked:
        people.setdefault((row.wave, row.layer, row.organization), []).append(row.respondent)
    single = {about: named[0] for about, named in people.items() if len(named) == 1}

    def filled_in(report: Report) -> Report:
        respondent = "" if report.respondent else single.get((report.wave, report.layer, report.origin))
        return report._replace(respondent=respondent) if respondent else report

    return [filled_in(report) for report in reports]


def without_unlisted(asked: Sequence[Asked], reports: Sequence[Report]) -> list[Asked]:
    """Lower the limits of respondents by the number of names they gave that no roster holds.

    Parameters
    ----------
    asked : sequence of Asked
        Who was asked, and how many names each could give.
    reports : sequence of Report
        As from `read_ties`.
    """
    given = Counter(
        (report.wave, report.layer, report.origin, report.respondent)
        for report in reports
        if report.tie and report.unlisted
    )
    return [
        row._replace(limit=max(row.limit - given[row.wave, row.layer, row.organization, row.respondent], 0.0))
        if row.limit == row.limit
        else row
        for row in asked
    ]
