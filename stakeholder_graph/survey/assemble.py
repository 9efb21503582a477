"""Put together what the files of a partnership say, so that one list tells all that is wrong with them."""

from collections.abc import Iterable
from dataclasses import replace

import pandas as pd

from stakeholder_graph.survey.asked import (
    check_reports,
    everyone_asked,
    off_roster,
    read_asked,
    with_respondents,
)
from stakeholder_graph.survey.export import Export, described
from stakeholder_graph.survey.inspection import Inspection
from stakeholder_graph.survey.items import read_affiliations, read_items, read_ratings
from stakeholder_graph.survey.layers import layer_infos, unused_scales
from stakeholder_graph.survey.lists import (
    read_evidence,
    read_indicators,
    read_rosters,
    read_sectors,
    read_strategies,
)
from stakeholder_graph.survey.names import Names, check_aliases, natural, normal, read_aliases, target
from stakeholder_graph.survey.order import in_order
from stakeholder_graph.survey.organizations import read_organizations, with_roles, with_sector
from stakeholder_graph.survey.reading import Reading
from stakeholder_graph.survey.roster import organizations_in, read_answers
from stakeholder_graph.survey.scales import Steps, read_scales
from stakeholder_graph.survey.settings import SETTINGS_FILE, Settings
from stakeholder_graph.survey.survey import (
    COLUMNS,
    DEFAULT_LAYER,
    DEFAULT_WAVE,
    LayerInfo,
    Survey,
    Wave,
    empty_frame,
)
from stakeholder_graph.survey.tables import Table
from stakeholder_graph.survey.ties import one_row_a_pair, read_ties

WITH_WAVES = ("ties", "asked", "affiliations", "ratings", "evidence")


def _waves(settings: Settings, tables: dict[str, Table], exports: list[Export]) -> tuple[Wave, ...]:
    """Those of the settings; else those of the files, in natural order."""
    if settings.wave:
        return tuple(Wave(wave.name, wave.date) for wave in settings.wave)
    written = {text for family in WITH_WAVES if family in tables for text in tables[family]["wave"]}
    written |= {export.wave for export in exports}
    names = Names(sorted(written - {""}, key=natural)).shown.values()
    return tuple(Wave(name) for name in names) or (Wave(DEFAULT_WAVE),)


def assemble(
    name: str, settings: Settings, tables: dict[str, Table], exports: list[Export], inspection: Inspection
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
    aliases = read_aliases(tables.get("names"), inspection)
    organizations = read_organizations(tables.get("organizations"), aliases, inspection)
    names = _roster(organizations, exports, aliases, tables.get("names"), inspection)
    check_aliases(tables.get("names"), names, [wave.name for wave in waves], inspection)
    scales = read_scales(tables.get("scales"), inspection)
    layers = layer_infos(_layers_named(tables), settings, scales, inspection)
    reading = Reading(names, tuple(w.name for w in waves), layers, inspection, settings.directed)
    frames = {family: empty_frame(family) for family in COLUMNS}
    _read_lists(frames, settings, tables, scales, reading)
    for scale in unused_scales(scales, layers, frames["items"]["scale"], settings):
        inspection.advise(
            f'No layer and no item is answered on the scale "{scale}".',
            "Call it as its layer is called, or name it in items.csv or the settings.",
            tables["scales"].file,
        )
    listed = set(organizations["organization"])
    organizations = described(organizations, exports, names, inspection)
    _read_plain_ties(frames, organizations, tables, reading)
    _read_exports(frames, listed, exports, reading)
    if not settings.directed:
        frames["ties"] = one_row_a_pair(frames["ties"], layers)
    frames["organizations"] = _characterized(organizations, settings, frames["sectors"], names, inspection)
    kept = _asked_layers(layers, frames["asked"], inspection)
    return Survey(
        name=name,
        waves=waves,
        layers=kept,
        frames={family: in_order(frame, family, waves, kept) for family, frame in frames.items()},
        directed=settings.directed,
        rating_promise=settings.promises.ratings or "backbone",
        answered_known=_answered_known(tables),
        sector_called=settings.sector,
        invented=settings.invented,
        advice=tuple(inspection.advice),
    )


def _roster(
    organizations: pd.DataFrame,
    exports: list[Export],
    aliases: dict[tuple[str, str], str],
    table: Table | None,
    inspection: Inspection,
) -> Names:
    """organizations.csv first, then whomever the columns of exports and then their respondents add."""
    listed = list(organizations["organization"])
    known = set(Names(listed).shown)
    spelled = Names([*listed, *(table["organization"] if table else ())]).shown
    added = []
    for export in exports:
        for written in [*export.partners, *sorted(export.respondents)]:
            key = target(aliases, normal(written), export.wave)
            if key in known:
                continue
            known.add(key)
            added.append(spelled.get(key, written))
            if listed:
                inspection.advise(
                    f'"{written}" is not in organizations.csv; it was added to the organizations.',
                    Names(listed).advice(written),
                    export.table.file,
                )
    return Names([*listed, *added], aliases)


def _layers_named(tables: dict[str, Table]) -> Iterable[str]:
    named = {text for family in ("ties", "asked") if family in tables for text in tables[family]["layer"]}
    named -= {""}
    if "ties" in tables and "layer" not in tables["ties"]:
        named.add(DEFAULT_LAYER)
    return named


def _read_lists(
    frames: dict[str, pd.DataFrame],
    settings: Settings,
    tables: dict[str, Table],
    scales: dict[str, Steps],
    reading: Reading,
) -> None:
    items = read_items(tables.get("items"), scales, reading.inspection)
    frames["items"] = items.frame
    frames["sectors"] = read_sectors(tables.get("sectors"), settings, reading)
    if "rosters" in tables:
        frames["rosters"] = read_rosters(tables["rosters"], reading)
    if "affiliations" in tables:
        frames["affiliations"] = read_affiliations(tables["affiliations"], items, reading)
    if "ratings" in tables:
        frames["ratings"] = read_ratings(tables["ratings"], items, reading)
    if "indicators" in tables:
        frames["indicators"] = read_indicators(tables["indicators"], items, reading)
    if "strategies" in tables:
        frames["strategies"] = read_strategies(tables["strategies"], items, reading)
    if "evidence" in tables:
        frames["evidence"] = read_evidence(tables["evidence"], reading)


def _read_plain_ties(
    frames: dict[str, pd.DataFrame], organizations: pd.DataFrame, tables: dict[str, Table], reading: Reading
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
    frames["asked"] = asked
    frames["exceptions"] = off_roster(reports, asked, frames["rosters"], reading.directed)
    frames["ties"] = reports.loc[reports["tie"], list(COLUMNS["ties"])]


def _read_exports(frames: dict[str, pd.DataFrame], listed: set[str], exports: list[Export], reading: Reading) -> None:
    """Add the answers of each export to those of the plain files, which may not be about the same."""
    in_wave: dict[str, set[str]] = {}
    for export in exports:
        in_wave.setdefault(export.wave, set()).update(organizations_in(export, reading.names))
    silent = listed.difference(*in_wave.values())
    taken = set(zip(frames["asked"]["wave"], frames["asked"]["layer"], strict=True))
    for export in exports:
        info = reading.layers[Names(reading.layers).find(export.question.layer)]
        if (export.wave, info.name) in taken:
            reading.inspection.wrong(
                f'The layer "{info.name}" has answers from two places in the wave "{export.wave}".',
                "Give one of them another layer or wave.",
                export.table.file,
            )
            continue
        taken.add((export.wave, info.name))
        everyone = sorted(in_wave[export.wave] | silent)
        answers = read_answers(export, reading.names, info, everyone, reading.inspection)
        for family in ("ties", "asked", "exceptions", "rosters"):
            rows: pd.DataFrame = getattr(answers, family)
            frames[family] = pd.concat([frames[family], rows]) if len(frames[family]) else rows


def _characterized(
    organizations: pd.DataFrame,
    settings: Settings,
    sectors: pd.DataFrame,
    names: Names,
    inspection: Inspection,
) -> pd.DataFrame:
    frame = with_sector(organizations, settings, Names(sectors["sector"]), inspection)
    frame = with_roles(frame, names, settings, inspection).drop(columns="answered", errors="ignore")
    if "public" in frame:
        frame["public"] = frame["public"].astype(object).eq(True)
    own = list(COLUMNS["organizations"])
    return frame[[*own, *(column for column in frame.columns if column not in own)]]


def _asked_layers(layers: dict[str, LayerInfo], asked: pd.DataFrame, inspection: Inspection) -> tuple[LayerInfo, ...]:
    spoken = set(asked["layer"])
    for name in layers:
        if name not in spoken:
            inspection.advise(
                f'Nobody was asked about the layer "{name}"; it is left out.',
                "Remove it from the settings, or add its ties.",
                SETTINGS_FILE,
            )
    return tuple(info for info in layers.values() if info.name in spoken)


def _answered_known(tables: dict[str, Table]) -> bool:
    """Whether anything says who answered; an export always does."""
    if "ties" not in tables:
        return True
    return any("answered" in tables[family] for family in ("asked", "organizations") if family in tables)
