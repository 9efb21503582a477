"""What ties.csv reports against who was asked: contradictions, and dyads that no roster holds."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from operator import attrgetter
from typing import Any

import numpy as np
from numpy.typing import NDArray

from stakeholder_graph.frames.rows import SurveyRows
from stakeholder_graph.model.survey import LayerInfo
from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.survey.names.resolution import given_names
from stakeholder_graph.survey.names.roster import if_never_asked
from stakeholder_graph.survey.plain.asked import (
    Asked,
    asked_about_listed,
    everyone_asked,
    read_asked,
    with_respondents,
    without_unlisted,
)
from stakeholder_graph.survey.plain.organizations import OrganizationList
from stakeholder_graph.survey.plain.ties import Report, read_ties
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _


def check_reports(
    reports: Sequence[Report], asked: Sequence[Asked], context: ReadingContext, file: str, said_in: str
) -> None:
    """Note a problem for each organization with ties in a wave or layer where it cannot have any.

    Parameters
    ----------
    reports : sequence of Report
        As from `read_ties`.
    asked : sequence of Asked
        Who was asked.
    context : ReadingContext
        Takes the problems.
    file : str
        Where the reports stand.
    said_in : str
        The file that says who answered.
    """
    inspection = context.inspection
    listed = {(row.wave, row.organization) for row in asked}
    answered = {(row.wave, row.layer, row.organization) for row in asked if row.answered}
    people = {(row.wave, row.layer, row.organization, row.respondent) for row in asked}
    never = {r.target for r in reports} - {r.origin for r in reports} - {row.organization for row in asked}
    away = {
        "from": [(r.row, r.origin) for r in reports if (r.wave, r.origin) not in listed],
        "to": [(r.row, r.target) for r in reports if r.target and (r.wave, r.target) not in listed],
    }
    for end, cells in away.items():
        inspection.wrong_texts(
            cells,
            file,
            end,
            lambda name: _("“{name}” has a tie in a wave for which {file} does not list it.", name=name, file=said_in),
            lambda name: (
                _("If it was asked, add it to {file}; else take it out of {organizations}.", file=said_in,
                  organizations=inspection.list_name("organizations")) + " " + if_never_asked(inspection)
                if name in never
                else _("Add it to {file} for that wave, or correct the wave.", file=said_in)
            ),
        )  # fmt: skip
    noted = {row for cells in away.values() for row, _name in cells}
    silent: list[tuple[int, str]] = []
    strangers: list[tuple[int, str]] = []
    undirected = context.undirected
    for report in reports:
        about = (report.wave, report.layer)
        heard = (*about, report.origin) in answered
        if (
            not heard
            and report.row not in noted
            and (report.layer not in undirected or (*about, report.target) not in answered)
        ):
            silent.append((report.row, report.origin))
        if report.layer not in undirected and heard and (*about, report.origin, report.respondent) not in people:
            strangers.append((report.row, report.respondent))
    inspection.wrong_texts(
        silent,
        file,
        "from",
        lambda name: _("“{name}” reports a tie, but {file} says that it has not answered.", name=name, file=said_in),
        lambda name: _("Correct {file}, or remove the tie.", file=said_in),
    )
    inspection.wrong_texts(
        strangers,
        file,
        "respondent",
        lambda name: (
            _("{file} does not name “{name}” as a respondent of this organization.", file=said_in, name=name)
            if name
            else _("No respondent is named, but {file} names some for this organization.", file=said_in)
        ),
        lambda name: _("Add the respondent to {file}, or correct the name.", file=said_in),
    )


def off_roster(
    reports: Sequence[Report],
    asked: Sequence[Asked],
    rosters: Iterable[tuple[str, str]],
    undirected: Collection[str],
) -> list[tuple[str, str, str, str]]:
    """Give the dyads that were answered though no roster shown to the respondents has them.

    Parameters
    ----------
    reports : sequence of Report
        Of organizations on the roster.
    asked : sequence of Asked
        Which roster was shown to whom.
    rosters : iterable of (str, str)
        Rosters and their members.
    undirected : collection of str
        Layers in which the rosters of both ends of a tie count.

    Returns
    -------
    list of (wave, layer, from, to)
        Each once.
    """
    if not any(row.roster for row in asked):
        return []
    members: dict[str, set[str]] = {}
    for roster, name in rosters:
        members.setdefault(roster, set()).add(name)
    shown: dict[tuple[str, str, str], set[str]] = {}
    for row in asked:
        if row.answered:
            shown.setdefault((row.wave, row.layer, row.organization), set()).add(row.roster)

    def covered(wave: str, layer: str, start: str, end: str) -> bool:
        return any(not name or end in members.get(name, ()) for name in shown.get((wave, layer, start), ()))

    dyads = dict.fromkeys((report.wave, report.layer, report.origin, report.target) for report in reports)
    return [
        (wave, layer, start, end)
        for wave, layer, start, end in dyads
        if not (covered(wave, layer, start, end) or (layer in undirected and covered(wave, layer, end, start)))
    ]


def of_partners(
    exceptions: Mapping[str, NDArray[Any]],
    ties: Mapping[str, NDArray[Any]],
    layers: Iterable[LayerInfo],
) -> NDArray[np.bool_]:
    """Say which blanks count: a layer that was asked about partners only was not asked about others.

    Parameters
    ----------
    exceptions, ties : mapping of str to array
        Columns of the frames of a `Survey`.
    layers : iterable of LayerInfo
        They say of which layer's partners they were asked, and whether a partner is only whom an organization itself
        named.

    Returns
    -------
    array of bool
        False for blanks that were no question.
    """
    kept = np.ones(len(exceptions["observed"]), dtype=bool)
    infos = {info.name: info for info in layers}
    asked_of = {name: info.asked_of for name, info in infos.items() if info.asked_of}
    ends = ("wave", "layer", "from", "to")
    partners = set(zip(*(ties[name].tolist() for name in ends), strict=True))
    partners |= {(wave, layer, end, start) for wave, layer, start, end in partners if not infos[layer].directed}
    dyads = zip(*(exceptions[name].tolist() for name in ends), strict=True)
    for place, (wave, layer, start, end) in enumerate(dyads):
        if layer in asked_of and not exceptions["observed"][place]:
            kept[place] = (wave, asked_of[layer], start, end) in partners
    return kept


def add_reports(
    tables: Mapping[str, SourceTable], listed: OrganizationList, rows: SurveyRows, context: ReadingContext
) -> None:
    """Read ties.csv, which is there, and asked.csv, which may be, into the rows of a survey.

    Parameters
    ----------
    tables : mapping of str to SourceTable
        The plain files, by name without ending.
    listed : OrganizationList
        Everyone on the roster.
    rows : SurveyRows
        Takes ties, who was asked, exceptions, and names that no roster holds.
    context : ReadingContext
        Names, waves and layers.
    """
    table = tables["ties"]
    reports = read_ties(table, context)
    rosters = list(rows.records("rosters", "roster", "organization"))
    if "asked" in tables:
        said_in = tables["asked"].file
        asked = read_asked(tables["asked"], listed, {roster for roster, _name in rosters}, reports, context)
        reports = with_respondents(reports, asked)
    else:
        said_in = tables["organizations"].file if "organizations" in tables else "organizations.csv"
        asked, members = asked_about_listed(everyone_asked(listed, reports, context), reports, table.file, context)
        rows.add_records("rosters", ("roster", "organization"), members)
        rosters += members
    check_reports(reports, asked, context, table.file, said_in)
    columns = ("wave", "layer", "organization", "respondent", "roster", "answered", "limit")
    limited = without_unlisted(asked, reports)
    rows.add("asked", {name: [getattr(row, name) for row in limited] for name in columns})
    given = [(report.wave, report.unlisted, report.origin) for report in reports if report.tie and report.unlisted]
    if given:
        rows.add_records("unlisted", ("wave", "name", "by"), given_names(given))
    known = [report for report in reports if not report.unlisted]
    off = off_roster(known, asked, rosters, context.undirected)
    rows.add_records("exceptions", ("wave", "layer", "from", "to", "observed"), [(*dyad, True) for dyad in off])
    known = [report for report in known if report.tie]
    parts = {"wave": "wave", "layer": "layer", "from": "origin", "to": "target", "value": "value"}
    parts["respondent"] = "respondent"
    rows.add("ties", {column: list(map(attrgetter(part), known)) for column, part in parts.items()})


def add_roster(listed: OrganizationList, rows: SurveyRows, context: ReadingContext) -> None:
    """Say who is on the roster of each wave, where nobody was asked about ties: these rows name no layer.

    Parameters
    ----------
    listed : OrganizationList
        Everyone on the roster.
    rows : SurveyRows
        Takes who was asked.
    context : ReadingContext
        The waves.
    """
    answered = listed.has_answered()
    for wave in context.waves:
        columns = {"wave": wave, "organization": listed.names, "answered": list(map(answered, listed.names))}
        rows.add("asked", {**columns, "layer": "", "respondent": "", "roster": "", "limit": float("nan")})
