"""Put together what the files of a partnership say, so that one list tells all that is wrong with them."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from typing import get_args

import pandas as pd

from stakeholder_graph.frames import empty_frame
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import COLUMNS, DEFAULT_LAYER, DEFAULT_WAVE, LayerInfo, Survey, SurveyInfo, Wave
from stakeholder_graph.survey.context import Reading
from stakeholder_graph.survey.exports.affiliations import items_shown, read_choices
from stakeholder_graph.survey.exports.attributes import described
from stakeholder_graph.survey.exports.name_generator import read_named
from stakeholder_graph.survey.exports.questions import Export
from stakeholder_graph.survey.exports.roster_answers import organizations_in, read_roster
from stakeholder_graph.survey.exports.written_names import written_names
from stakeholder_graph.survey.names.decisions import check_decisions, read_decisions
from stakeholder_graph.survey.names.normalization import natural
from stakeholder_graph.survey.names.resolution import NameResolution, given_names, resolve_names, unlisted_names
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.ambiguities import second_look
from stakeholder_graph.survey.plain.asked import (
    check_reports,
    everyone_asked,
    left_blank_by_partners,
    less_unlisted,
    off_roster,
    read_asked,
    with_respondents,
)
from stakeholder_graph.survey.plain.items import RATED, Items, read_affiliations, read_items, read_ratings, step_rows
from stakeholder_graph.survey.plain.lists import (
    read_evidence,
    read_indicators,
    read_rosters,
    read_sectors,
    read_strategies,
)
from stakeholder_graph.survey.plain.organizations import read_organizations, with_roles, with_sector
from stakeholder_graph.survey.plain.ties import one_row_a_pair, read_ties
from stakeholder_graph.survey.row_order import in_order
from stakeholder_graph.survey.settings.layers import kind_promises, layer_infos, steps_of, unused_scales
from stakeholder_graph.survey.settings.model import AffiliationKind, Settings
from stakeholder_graph.survey.settings.scales import Steps, read_scales
from stakeholder_graph.tabular.source_table import SourceTable

ABOUT_ITEMS = frozenset({*get_args(AffiliationKind), "rating"})
WITH_WAVES = ("ties", "asked", "affiliations", "ratings", "evidence")


def _waves(settings: Settings, tables: dict[str, SourceTable], exports: list[Export]) -> tuple[Wave, ...]:
    """Those of the settings; else those of the files, in natural order."""
    if settings.wave:
        return tuple(Wave(wave.name, wave.date) for wave in settings.wave)
    written = {text for family in WITH_WAVES if family in tables for text in tables[family]["wave"]}
    written |= {export.wave for export in exports}
    names = Names(sorted(written - {""}, key=natural)).shown.values()
    return tuple(Wave(name) for name in names) or (Wave(DEFAULT_WAVE),)


def assemble(
    name: str, settings: Settings, tables: dict[str, SourceTable], exports: list[Export], inspection: Inspection
) -> Survey:
    """Read tables and exports against each other.

    Parameters
    ----------
    name : str
        The partnership's name.
    settings : Settings
        What it says about its survey.
    tables : dict of str to Table
        The plain files, by name without ending.
    exports : list of Export
        One for each question about ties and wave.
    inspection : Inspection
        Takes problems and advice; where it has problems, the survey is not to be used.

    Returns
    -------
    Survey
        With every frame of `COLUMNS`.
    """
    waves = _waves(settings, tables, exports)
    if len(waves) == 1:
        exports = [replace(export, wave=waves[0].name) for export in exports]
    decisions = read_decisions(tables.get("names"), inspection)
    organizations = read_organizations(tables.get("organizations"), decisions.aliases, inspection)
    written = written_names(exports)
    resolution = resolve_names(written, list(organizations["organization"]), decisions, inspection)
    names = resolution.names
    check_decisions(decisions, names, [wave.name for wave in waves], inspection)
    scales = read_scales(tables.get("scales"), inspection)
    layers = layer_infos(_layers_named(tables), settings, scales, inspection)
    reading = Reading(names, tuple(w.name for w in waves), layers, inspection, settings.directed)
    frames = {family: empty_frame(family) for family in COLUMNS}
    frames["unlisted"] = unlisted_names(written, resolution)
    items = _read_lists(frames, settings, tables, scales, exports, reading)
    for scale in unused_scales(scales, layers, frames["items"]["scale"], settings):
        inspection.advise(
            f'No layer and no item is answered on the scale "{scale}".',
            "Call it as its layer is called, or name it in items.csv or the settings.",
            tables["scales"].file,
        )
    listed = set(organizations["organization"])
    organizations = described(organizations, exports, resolution, inspection)
    _read_plain_ties(frames, organizations, tables, reading)
    _read_roster_exports(frames, listed, exports, resolution, reading)
    frames["exceptions"] = left_blank_by_partners(
        frames["exceptions"], frames["ties"], layers.values(), settings.directed
    )
    _read_item_exports(frames, exports, resolution, items, scales, inspection)
    promises = kind_promises(settings, inspection)
    if not settings.directed:
        frames["ties"] = one_row_a_pair(frames["ties"], layers)
    frames["organizations"] = _characterized(
        organizations, settings, frames["sectors"], names, tables.get("organizations"), inspection
    )
    kept = _asked_layers(layers, frames["asked"], settings, inspection)
    second_look(tables, settings, kept, inspection)
    info = SurveyInfo(
        name,
        ties=settings.ties.default,
        rating_promise=promises.pop("rating", "backbone"),
        promises=promises,
        answered_known=_answered_known(tables),
        sector_called=settings.sector,
        invented=settings.invented,
        undecided=tuple(dict.fromkeys(inspection.undecided)),
        left_out={about: count for about, count in sorted(inspection.left_out.items()) if count},
    )
    frames = {family: in_order(frame, family, waves, kept) for family, frame in frames.items()}
    return Survey(info, waves, kept, frames, settings.directed, tuple(dict.fromkeys(inspection.advice)))


def _layers_named(tables: dict[str, SourceTable]) -> Iterable[str]:
    """Those spoken of most come first, so that a slip of the pen is never taken for the main one."""
    counts = Counter(text for family in ("ties", "asked") if family in tables for text in tables[family]["layer"])
    if "ties" in tables and "layer" not in tables["ties"]:
        counts[DEFAULT_LAYER] += 1
    return sorted(set(counts) - {""}, key=lambda name: (-counts[name], natural(name)))


def _read_lists(
    frames: dict[str, pd.DataFrame],
    settings: Settings,
    tables: dict[str, SourceTable],
    scales: dict[str, Steps],
    exports: list[Export],
    reading: Reading,
) -> Items:
    items = read_items(tables.get("items"), scales, reading.inspection)
    shown = items_shown([export for export in exports if export.question.kind in ABOUT_ITEMS], items)
    if len(shown):
        items = Items(pd.concat([items.frame, shown]) if len(items.frame) else shown, scales)
    frames["items"] = items.frame
    frames["sectors"] = read_sectors(tables.get("sectors"), settings, reading)
    if "rosters" in tables:
        frames["rosters"] = read_rosters(tables["rosters"], reading)
    if "affiliations" in tables:
        frames["affiliations"] = read_affiliations(tables["affiliations"], items, reading)
    if "ratings" in tables:
        frames["ratings"] = read_ratings(tables["ratings"], items, reading)
        frames["steps"] = step_rows(items.steps(RATED))
    if "indicators" in tables:
        frames["indicators"] = read_indicators(tables["indicators"], items, reading)
    if "strategies" in tables:
        frames["strategies"] = read_strategies(tables["strategies"], items, reading)
    if "evidence" in tables:
        frames["evidence"] = read_evidence(tables["evidence"], reading)
    return items


def _read_plain_ties(
    frames: dict[str, pd.DataFrame], organizations: pd.DataFrame, tables: dict[str, SourceTable], reading: Reading
) -> None:
    if "ties" not in tables:
        return
    file = tables["ties"].file
    reports = read_ties(tables["ties"], reading)
    if "asked" in tables:
        asked = read_asked(tables["asked"], organizations, frames["rosters"], reports, reading)
        reports = with_respondents(reports, asked)
        said_in = tables["asked"].file
    else:
        asked = everyone_asked(organizations, reports, reading)
        said_in = tables["organizations"].file if "organizations" in tables else "organizations.csv"
    check_reports(reports, asked, reading, file, said_in)
    frames["asked"] = less_unlisted(asked, reports)
    given = reports.loc[reports["tie"] & (reports["unlisted"] != ""), ["wave", "unlisted", "from"]]
    _append(frames, "unlisted", given_names(given.itertuples(index=False, name=None)))
    reports = reports[reports["unlisted"] == ""]
    frames["exceptions"] = off_roster(reports, asked, frames["rosters"], reading.directed)
    frames["ties"] = reports.loc[reports["tie"], list(COLUMNS["ties"])]


def _read_roster_exports(
    frames: dict[str, pd.DataFrame],
    listed: set[str],
    exports: list[Export],
    resolution: NameResolution,
    reading: Reading,
) -> None:
    """Add the answers about ties to those of the plain files, which may not be about the same."""
    about_ties = [export for export in exports if export.question.kind == "tie"]
    in_wave: dict[str, set[str]] = {}
    for export in exports:
        found = in_wave.setdefault(export.wave, set())
        found |= organizations_in(export, resolution)
        if export.question.kind == "tie" and export.named:
            found |= listed or set(resolution.names.shown.values())
    silent = listed.difference(*in_wave.values())
    taken = set(zip(frames["asked"]["wave"], frames["asked"]["layer"], strict=True))
    for export in about_ties:
        info = reading.layers[Names(reading.layers).find(export.question.layer)]
        if (export.wave, info.name) in taken:
            reading.inspection.wrong(
                f'The layer "{info.name}" has answers from two places in the wave "{export.wave}".',
                "Give one of them another layer or wave.",
                export.file,
            )
            continue
        taken.add((export.wave, info.name))
        everyone = sorted(in_wave[export.wave] | silent)
        read = read_named if export.named else read_roster
        answers = read(export, resolution, info, everyone, reading.inspection)
        for family in ("ties", "asked", "exceptions", "rosters"):
            _append(frames, family, getattr(answers, family))


def _read_item_exports(
    frames: dict[str, pd.DataFrame],
    exports: list[Export],
    resolution: NameResolution,
    items: Items,
    scales: dict[str, Steps],
    inspection: Inspection,
) -> None:
    """Add the answers about items to those of the plain files."""
    for export in exports:
        if export.question.kind in ABOUT_ITEMS:
            steps = steps_of(export.question, export.about, scales, inspection)
            family = "ratings" if export.question.kind == "rating" else "affiliations"
            answers = read_choices(export, resolution, items, steps, inspection)
            _append(frames, family, answers)
            if family == "ratings":
                new = answers["item"][~answers["item"].isin(frames["steps"]["item"])]
                _append(frames, "steps", step_rows(dict.fromkeys(new, steps)))
    for family in ("affiliations", "ratings"):
        about = [column for column in COLUMNS[family] if column != "value"]
        frames[family] = frames[family][~frames[family].duplicated(about)]


def _append(frames: dict[str, pd.DataFrame], family: str, rows: pd.DataFrame) -> None:
    if len(rows):
        frames[family] = pd.concat([frames[family], rows]) if len(frames[family]) else rows


def _characterized(
    organizations: pd.DataFrame,
    settings: Settings,
    sectors: pd.DataFrame,
    names: Names,
    table: SourceTable | None,
    inspection: Inspection,
) -> pd.DataFrame:
    frame = with_sector(organizations, settings, Names(sectors["sector"]), table, inspection)
    frame = with_roles(frame, names, settings, inspection).drop(columns="answered", errors="ignore")
    if "public" in frame:
        frame["public"] = frame["public"].astype(object).eq(True)
    own = list(COLUMNS["organizations"])
    return frame[[*own, *(column for column in frame.columns if column not in own)]]


def _asked_layers(
    layers: dict[str, LayerInfo], asked: pd.DataFrame, settings: Settings, inspection: Inspection
) -> tuple[LayerInfo, ...]:
    spoken = set(asked["layer"])
    for name in layers:
        if name not in spoken:
            inspection.advise(
                f'Nobody was asked about the layer "{name}"; it is left out.',
                "Remove it from the settings, or add its ties.",
                settings.location.file,
            )
    return tuple(info for info in layers.values() if info.name in spoken)


def _answered_known(tables: dict[str, SourceTable]) -> bool:
    """Whether anything says who answered; an export always does."""
    if "ties" not in tables:
        return True
    return any("answered" in tables[family] for family in ("asked", "organizations") if family in tables)
