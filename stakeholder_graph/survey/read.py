"""Read a partnership: a folder of plain files, or settings and the exports they speak of."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy as np

from stakeholder_graph.frames import natural
from stakeholder_graph.frames.rows import SurveyRows
from stakeholder_graph.model.problems import Inspection, SurveyError
from stakeholder_graph.model.read_files import ReadFiles
from stakeholder_graph.model.survey import (
    COLUMNS,
    DEFAULT_LAYER,
    DEFAULT_WAVE,
    NO_SECTOR,
    LayerInfo,
    Survey,
    SurveyInfo,
    Wave,
)
from stakeholder_graph.progress import part
from stakeholder_graph.survey.agreed_answers import persons_listed, with_agreed_answers
from stakeholder_graph.survey.ask_direction import ask_about_direction, never_returned
from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.survey.exports.affiliations import ABOUT_ITEMS, add_item_answers, with_items_shown
from stakeholder_graph.survey.exports.answers import add_ties, count_ties, described, written_names
from stakeholder_graph.survey.exports.flagged_answers import without_set_aside
from stakeholder_graph.survey.exports.questions import LocatedQuestion
from stakeholder_graph.survey.exports.several_answers import one_answer_each
from stakeholder_graph.survey.files import PartnershipFiles, open_partnership
from stakeholder_graph.survey.input_files import InputWatch, changes, check_unchanged
from stakeholder_graph.survey.late_answers import late_answers
from stakeholder_graph.survey.names.consent_words import consent_columns
from stakeholder_graph.survey.names.decisions import NO_DECISIONS, NameDecisions, check_decisions, read_decisions
from stakeholder_graph.survey.names.read_names import read_names
from stakeholder_graph.survey.names.resolution import NameResolution, asked_unlisted, resolve_names, unlisted_names
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.ambiguities import advise_on_ambiguities
from stakeholder_graph.survey.plain.ask_teams import ask_about_teams
from stakeholder_graph.survey.plain.beside_survey import with_survey_answers
from stakeholder_graph.survey.plain.items import NO_ITEMS, read_items
from stakeholder_graph.survey.plain.lists import add_lists
from stakeholder_graph.survey.plain.organizations import (
    OrganizationList,
    read_organizations,
    with_roles,
    with_sector,
)
from stakeholder_graph.survey.plain.roster.zero_rows import ask_about_zero_rows
from stakeholder_graph.survey.plain.scales import advise_on_unused_scales, read_scales
from stakeholder_graph.survey.plain.tie_reports import add_reports, add_roster, of_partners
from stakeholder_graph.survey.plain.ties import one_row_a_pair
from stakeholder_graph.survey.presets import read_preset
from stakeholder_graph.survey.settings.layers import kind_promises, layer_infos, with_combine
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.own.read import read_own_pages
from stakeholder_graph.survey.settings.remedies import drop_layer
from stakeholder_graph.survey.words.own_words import OwnWords, in_own_words, read_own_words, sectors_called
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _, current_language, speaking

#: How much of the time of reading it usually takes to open files.
OPENING = 0.5
#: Plain files without answers and lists of their own.
_NOT_ANSWERS = frozenset({"organizations", "names", "scales", "items"})
_WITH_WAVES = ("ties", "asked", "affiliations", "ratings", "evidence")


def read_partnership(path: str | Path, language: str = "") -> Survey:
    """Read everything a partnership's folder holds.

    Parameters
    ----------
    path : str or Path
        The folder, or the settings file in it: ``partnership.toml`` or ``partnership.xlsx``; or a network file.
    language : str
        The language of advice and of the partnership's own words; blank for the one of the settings, or else the one
        that is spoken and the words as they were written.

    Returns
    -------
    Survey
        Rows are in an order of their own, so that the order of rows in the files has no effect. Where several
        respondents of one organization stand in one export, they are numbered by row.

    Raises
    ------
    SurveyError
        With every problem of the files, each with file, row and column as a spreadsheet shows them; also where a file
        changed while it was read.
    """
    inspection, watch = Inspection(), InputWatch(Path(path))
    try:
        with speaking(language or current_language()), part(OPENING):
            files = open_partnership(Path(path), inspection, watch)
        language = language or files.settings.language or ""
        with speaking(language or current_language()):
            opened = deepcopy(inspection)
            reading = _read(files, inspection)
            survey = reading.survey
            if reading.agreed:
                survey = replace(survey, agreed=_finished(_read(reading.agreed, opened).survey, opened, watch))
            words = _own_words(files, Path(path), language, inspection)
            survey = _with_own_pages(survey, files, Path(path), language, inspection)
            survey = in_own_words(survey, words) if language else survey
        inspection.verdict()
    except SurveyError as error:  # a file that changes may be half-written, and then it has other problems too
        raise SurveyError([*changes(watch.files), *error.problems]) from None
    check_unchanged(watch.files)
    return _finished(survey, inspection, watch)


def _own_words(files: PartnershipFiles, path: Path, language: str, inspection: Inspection) -> OwnWords:
    name, folder = files.settings.preset, path if path.is_dir() else path.parent
    preset = read_preset(name, folder, files.settings.location.file) if name else None
    return read_own_words(files.tables, preset, language, inspection)


def _with_own_pages(
    survey: Survey, files: PartnershipFiles, path: Path, language: str, inspection: Inspection
) -> Survey:
    """The survey with the partnership's own logo, colours, order and paragraphs, on every copy that is made of it."""
    settings = files.settings
    if not (settings.pages.logo or settings.pages.order or settings.colours or settings.paragraph):
        return survey
    listed = [*survey["sectors"]["sector"], *survey["organizations"]["sector"].unique()]
    called = sectors_called(files.tables["sectors"]) if "sectors" in files.tables else {}
    sectors = Names((name for name in listed if name != NO_SECTOR), called)
    names = [*survey["organizations"]["organization"], *survey["unlisted"]["name"].unique()]
    folder = path if path.is_dir() else path.parent
    own = read_own_pages(settings, folder, sectors, names, language, inspection)

    agreed = survey.agreed and replace(survey.agreed, info=replace(survey.agreed.info, own_pages=own))
    return replace(survey, info=replace(survey.info, own_pages=own), agreed=agreed)


def _finished(survey: Survey, inspection: Inspection, watch: InputWatch) -> Survey:
    """The survey with what was noted while it was read."""
    info = replace(
        survey.info,
        undecided=tuple(dict.fromkeys(inspection.undecided)),
        advice=tuple(dict.fromkeys(inspection.advice)),
        read_from=watch.with_content(survey.info.read_from),
        left_out={about: count for about, count in sorted(inspection.left_out.items()) if count},
    )
    return replace(survey, info=info)


class _ReadSurvey(NamedTuple):
    """A survey; and where some organizations did not agree to be named, the files without their answers."""

    survey: Survey
    agreed: PartnershipFiles | None


def _read(files: PartnershipFiles, inspection: Inspection) -> _ReadSurvey:
    """Read tables and exports against each other, so that one list reports all that is wrong with them."""
    settings, tables = files.settings, files.tables
    waves = _waves(settings, tables, files.questions)
    questions, set_apart, aside = _in_only_wave(files.questions, waves), files.set_apart, frozenset[tuple[str, str]]()
    if any(located.respondents.flagged for located in questions):
        counted = without_set_aside(questions, inspection)
        questions, aside = counted.questions, counted.aside
        set_apart = {reason: n for reason, rows in set_apart.items() if (n := rows - counted.kept.get(reason, 0))}

    # Names, once: from here on every organization is called as the roster shows it.
    decisions = read_decisions(tables["names"], inspection) if "names" in tables else NO_DECISIONS
    listed = read_organizations(tables.get("organizations"), decisions.aliases, inspection)
    written = written_names(questions) if questions else []
    resolution = resolve_names(written, listed.names, decisions, inspection) if questions else None
    names = resolution.names if resolution else Names(listed.names, decisions.aliases, decisions.unlisted)
    if decisions.table:
        check_decisions(decisions, names, [wave.name for wave in waves], inspection)

    # What was asked: layers on their scales, and items.
    scales = read_scales(tables["scales"], inspection) if "scales" in tables else {}
    layers = layer_infos(_layers_named(tables), settings, scales, inspection)
    if resolution and _answered_twice(questions, resolution):
        count = partial(count_ties, listed=listed.names, resolution=resolution, layers=layers)
        questions = one_answer_each(questions, resolution, with_combine(settings), count, inspection)
    about_items = [located for located in questions if located.question.kind in ABOUT_ITEMS]
    items = read_items(tables.get("items"), scales, inspection) if about_items or "items" in tables else NO_ITEMS
    of_lists = {item.kind for item in items.listed}
    items = with_items_shown(items, about_items) if about_items else items
    if scales:
        named = [*layers, *(item.scale for item in items.listed)]
        advise_on_unused_scales(tables["scales"], scales, named, settings, inspection)

    # What was answered: plain files first, then exports.
    rows = SurveyRows()
    rows.add("items", {name: [getattr(item, name) for item in items.listed] for name in COLUMNS["items"]})
    context = None
    if settings.sectors or tables.keys() - _NOT_ANSWERS:
        context = ReadingContext(names, tuple(wave.name for wave in waves), layers, inspection, settings)
        add_lists(tables, items, settings, rows, context)
        if "affiliations" in tables:
            file = tables["affiliations"].file
            own_name = "affiliations" not in inspection.sheets and Path(file).stem.casefold() != "affiliations"
            ask_about_teams(items.listed, rows, file, inspection, own_name=own_name)
    # Who may be named describes nobody: no tie is explained by it.
    gone = consent_columns(listed.attributes)
    shown = replace(listed, attributes={name: texts for name, texts in listed.attributes.items() if name not in gone})
    organizations = described(shown, questions, resolution, inspection) if resolution else shown
    agreed = None
    if _asked_for_consent(questions, listed):
        agreed = with_agreed_answers(files, questions, resolution, listed, names, waves, layers, inspection)
    if context and "ties" in tables:
        answering = organizations
        if resolution and "asked" not in tables:
            answering = with_survey_answers(organizations, written, resolution, tables["ties"])
        add_reports(tables, answering, rows, context)
    elif context and not questions:
        add_roster(organizations, rows, context)
    if resolution:
        rows.add_records("unlisted", ("wave", "name", "by"), unlisted_names(written, resolution))
        add_ties(questions, listed.names, resolution, layers, rows, inspection)
        if about_items:
            add_item_answers(about_items, resolution, items, scales, rows, inspection)
    if any(info.asked_of for info in layers.values()):
        rows.keep("exceptions", of_partners(rows["exceptions"], rows["ties"], layers.values()))
    promises = kind_promises(settings, inspection)
    closes = {wave.name: wave.closes for wave in settings.wave if wave.closes}
    resolved = resolution.organization if resolution else names.find
    if in_doubt := [layers[name] for name in _not_returned(rows) if name in layers]:
        about_ties = [located for located in questions if located.question.kind == "tie"]
        exported = {located.question.layer for located in about_ties}
        of_ties = [tables["ties"].file] if "ties" in tables else []
        of_ties += [located.table.file for located in about_ties]
        ask_about_direction(never_returned(in_doubt, rows, settings, exported), of_ties, settings, inspection)
    if not all(info.directed for info in layers.values()):
        _fold_pairs(rows, layers)

    sectors = rows.column("sectors", "sector").tolist()
    sector_names = Names(sectors, sectors_called(tables["sectors"]) if "sectors" in tables else {})
    organizations = with_sector(organizations, settings, sector_names, tables.get("organizations"), inspection)
    _add_organizations(with_roles(organizations, names, settings, inspection), rows)
    kept = _asked_layers(layers, set(rows.column("asked", "layer").tolist()), settings, inspection)
    if tables:
        advise_on_ambiguities(tables, settings, kept, inspection)
    answered_known = bool(questions) or _answered_known(tables)
    if not answered_known and _is_surveyed(files):
        ask_about_zero_rows(kept, rows, tables["ties"].file, inspection)
    info = SurveyInfo(
        files.name,
        ties=settings.ties.default,
        rating_promise=promises.pop("rating", "backbone"),
        promises=promises,
        who_answered=settings.promises.who_answered,
        commitments=settings.promises.commitments,
        strict=settings.strict,
        answered_known=answered_known,
        surveyed=_is_surveyed(files),
        answered_attributes=tuple(sorted(organizations.from_answers)),
        answered_kinds=tuple(
            sorted({*rows.column("affiliations", "kind").tolist(), *(item.kind for item in items.listed)} - of_lists)
        ),
        sector_called=settings.sector,
        invented=settings.invented,
        asked_unlisted=asked_unlisted(written, resolution) if resolution else {},
        set_apart=set_apart,
        participants=persons_listed(questions, resolution, listed, inspection) if _has_roles(listed) else {},
        answers_aside=_aside(aside, names, rows),
        closes=closes,
        late_answers=late_answers(closes, tables.get("asked"), questions, resolved, inspection) if closes else {},
        as_written=_as_written(decisions, resolution, names),
        aliases=decisions.aliases,
        read_from=ReadFiles(tables=files.read, names=read_names(decisions, resolution, names)),
    )
    directed = any(info.directed for info in kept) if kept else settings.directed
    return _ReadSurvey(Survey(info, waves, kept, rows.frames(waves, kept), directed), agreed)


def _answered_twice(questions: Iterable[LocatedQuestion], resolution: NameResolution) -> bool:
    """Whether any organization stands in several rows of an export."""
    for located in {(located.file, located.wave): located for located in questions}.values():
        written = (resolution.organization(name, located.wave) for name in located.respondents.names.values())
        answering = list(filter(None, written))
        if len(set(answering)) < len(answering):
            return True
    return False


def _asked_for_consent(questions: Iterable[LocatedQuestion], listed: OrganizationList) -> bool:
    """Whether a question or a column of the list of organizations says who may be named."""
    asked = any(located.question.kind == "consent" for located in questions)
    return asked or bool(consent_columns(listed.attributes))


def _has_roles(listed: OrganizationList) -> bool:
    roles = {text.casefold() for text in listed.attributes.get(listed.attribute("role"), ())}
    return bool(roles - {"", "backbone"})


def _aside(aside: Iterable[tuple[str, str]], names: Names, rows: SurveyRows) -> dict[str, tuple[str, ...]]:
    """By wave, the organizations without an answer that counts of which one came and was set aside."""
    asked = rows.records("asked", "wave", "organization", "answered")
    heard = {(wave, organization) for wave, organization, answered in asked if answered}
    came = {(wave, name) for wave, written in aside if (name := names.find(written, wave))}
    by_wave: dict[str, list[str]] = {}
    for wave, name in sorted(came - heard):
        by_wave.setdefault(wave, []).append(name)
    return {wave: tuple(of_wave) for wave, of_wave in by_wave.items()}


def _as_written(decisions: NameDecisions, resolution: NameResolution | None, names: Names) -> tuple[str, ...]:
    """Names as they were written, in the files and in names.csv, other than those of the roster."""
    written = {text for _wave, text in [*resolution.exact, *resolution.matches]} if resolution else set()
    written |= set(decisions.table.texts("written")) if decisions.table else set()
    return tuple(sorted(written - set(names.shown.values()) - {""}))


def _waves(
    settings: Settings, tables: Mapping[str, SourceTable], questions: Iterable[LocatedQuestion]
) -> tuple[Wave, ...]:
    """Those of the settings; else those of the files, in natural order."""
    if settings.wave:
        return tuple(Wave(wave.name, wave.date, wave.mode, wave.wording) for wave in settings.wave)
    written = {text for family in _WITH_WAVES if family in tables for text in tables[family].texts("wave")}
    written |= {located.wave for located in questions}
    names = Names(sorted(written - {""}, key=natural)).shown.values()
    return tuple(Wave(name) for name in names) or (Wave(DEFAULT_WAVE),)


def _in_only_wave(questions: Sequence[LocatedQuestion], waves: Sequence[Wave]) -> list[LocatedQuestion]:
    """Where there is one wave, every question is of that wave."""
    return [replace(located, wave=waves[0].name) if len(waves) == 1 else located for located in questions]


def _layers_named(tables: Mapping[str, SourceTable]) -> list[str]:
    """Those of most rows come first, so that a slip of the pen is never taken for the main one."""
    counts = Counter(text for family in ("ties", "asked") if family in tables for text in tables[family].texts("layer"))
    if "ties" in tables and "layer" not in tables["ties"]:
        counts[DEFAULT_LAYER] += 1
    return sorted(set(counts) - {""}, key=lambda name: (-counts[name], natural(name)))


def _not_returned(rows: SurveyRows) -> list[str]:
    """The kinds of tie of which none is returned."""
    waiting = set(rows.column("ties", "layer").tolist())
    seen: set[tuple[str, str, str]] = set()
    for layer, origin, target in rows.records("ties", "layer", "from", "to"):
        # One that is returned is enough, and mostly among the first of hundreds of thousands.
        if layer in waiting:
            seen.add((layer, origin, target))
            if (layer, target, origin) in seen:
                waiting.discard(layer)
        if not waiting:
            break
    return sorted(waiting)


def _fold_pairs(rows: SurveyRows, layers: Mapping[str, LayerInfo]) -> None:
    """Bring all reports on an undirected pair into one row."""
    names = ("wave", "layer", "from", "to", "value")
    one_way = np.array([layers[name].directed for name in rows.column("ties", "layer").tolist()], dtype=bool)
    ties = [tie for tie in rows.records("ties", *names) if not layers[tie[1]].directed]
    rows.keep("ties", one_way)
    rows.add_records("ties", (*names, "respondent"), [(*pair, "") for pair in one_row_a_pair(ties, layers)])


def _add_organizations(organizations: OrganizationList, rows: SurveyRows) -> None:
    columns: dict[str, Sequence[str] | Sequence[bool]] = {"organization": organizations.names}
    columns |= {name: organizations.attributes[name] for name in ("sector", "role")}
    columns |= organizations.attributes
    if organizations.public is not None:
        columns["public"] = organizations.public
    rows.add("organizations", columns)


def _asked_layers(
    layers: Mapping[str, LayerInfo], asked: set[str], settings: Settings, inspection: Inspection
) -> tuple[LayerInfo, ...]:
    for name in layers:
        if name not in asked:
            inspection.advise(
                _("Nobody was asked about the layer “{layer}”, so that it is left out.", layer=name),
                drop_layer(name, inspection),
                settings.location.file,
            )
    return tuple(info for info in layers.values() if info.name in asked)


def _is_surveyed(files: PartnershipFiles) -> bool:
    """Whether anybody was asked: not where a map was drawn, nor where lists alone say who takes part in what."""
    tables, said = files.tables, ("asked", "organizations")
    if any("answered" in tables[family] for family in said if family in tables):
        return True
    return bool(files.questions) or ("ties" in tables and not _is_drawn(files.settings))


def _is_drawn(settings: Settings) -> bool:
    """Whether all ties are those of networks, which somebody drew."""
    roles = {said.role for said in settings.table}
    return settings.network is not None or ("network" in roles and not {"ties", "matrix"} & roles)


def _answered_known(tables: Mapping[str, SourceTable]) -> bool:
    """Whether anything says who answered; an export always does."""
    if "ties" not in tables:
        return True
    return any("answered" in tables[family] for family in ("asked", "organizations") if family in tables)
