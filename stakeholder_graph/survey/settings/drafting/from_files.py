"""From files to a draft: reads exports, what is known beside them, and the workbook that is there already."""

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from stakeholder_graph.exchange import GRAPH_FORMATS
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.formats import Responses, read_export
from stakeholder_graph.survey.names.decisions import read_decisions
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.networks.draft import draft_network, network_among, network_in
from stakeholder_graph.survey.open_answers import with_open_answers
from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.survey.settings.draft_toml import text_draft
from stakeholder_graph.survey.settings.drafting.from_responses import draft_from_responses
from stakeholder_graph.survey.settings.drafting.merge import merge
from stakeholder_graph.survey.settings.drafting.name_tables import without_list
from stakeholder_graph.survey.settings.drafting.waves import wave_of
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.read_toml import read_settings
from stakeholder_graph.survey.settings.record import Removed, news, removed
from stakeholder_graph.survey.settings.workbook.read import read_workbook
from stakeholder_graph.survey.settings.workbook.sheets import WORKBOOK_FILE
from stakeholder_graph.survey.stray_files import may_be_exports
from stakeholder_graph.tabular.files import WORKBOOKS
from stakeholder_graph.tabular.source_table import SourceTable, read_table
from stakeholder_graph.text import _
from stakeholder_graph.text.commands import quoted


def draft_settings(
    exports: Sequence[Path],
    folder: Path,
    opened: Mapping[Path, Responses] | None = None,
    listed_elsewhere: Sequence[str] = (),
) -> Draft:
    """Draft the settings of a partnership from its exports.

    Parameters
    ----------
    exports : sequence of Path
        One for each wave, or several for one.
    folder : Path
        The partnership's folder. Organizations and names that are listed in it are used, and of a workbook that
        is there every decision stays.
    opened : mapping of Path to Responses, optional
        Exports that `find_exports` has opened; no file is opened twice.
    listed_elsewhere : sequence of str
        Organizations that another table of the folder lists.

    Returns
    -------
    Draft
        What a workbook is written from.

    Raises
    ------
    SurveyError
        If an export, or the workbook, cannot be read.
    """
    inspection = Inspection()
    old = earlier_draft(folder, inspection)
    asked = old is not None and any(question.kind == "tie" for question in old.settings.question)
    if not asked and (network := network_among(exports)):
        inspection.verdict()
        drafted = draft_network(network, _called(network, folder))
        return _merged(old, drafted) if old else drafted
    encoding = old.settings.encoding if old else ""
    known = sorted({*_known_organizations(folder, inspection), *listed_elsewhere})
    names = _listed(folder, "names", inspection)
    read = [
        (file, (opened or {}).get(path) or read_export(path, file, inspection, known, encoding))
        for path in exports
        if (file := _called(path, folder))
    ]
    inspection.verdict()
    readable = [(file, responses) for file, responses in read if responses is not None]
    waves = _waves(old.settings, readable, folder) if old else {}
    listed = old.tables["organizations"]["organization"] if old and "organizations" in old.tables else None
    decided = old.settings.question if old else ()
    gone = removed(old) if old else Removed()
    new = draft_from_responses(
        readable,
        known,
        read_decisions(names, inspection).aliases,
        waves,
        () if listed is None else list(listed),
        decided,
        gone.rows.get("organizations", frozenset()),
    )
    emptied = (
        listed is not None and not len(listed) and any(said.kind == "identity" and said.decided for said in decided)
    )
    if "organizations" in gone.emptied or (old and not old.settings.drafted and emptied):
        # Somebody has emptied the list, or does without one; workbooks of earlier versions do not say which.
        new = replace(new, tables=without_list(new.tables))
    merged = merge(old, _as_spelled(old, new)) if old else new
    in_text = old is not None and old.settings.location.file.endswith(".toml")
    return merged if in_text else with_open_answers(merged, readable)


def _as_spelled(old: Draft, new: Draft) -> Draft:
    """A draft without the lists that settings in text have no room for: these are plain files."""
    if not old.settings.location.file.endswith(".toml"):
        return new
    return replace(new, tables={name: table for name, table in new.tables.items() if name == "scales"})


def earlier_draft(folder: Path, inspection: Inspection) -> Draft | None:
    """Give the settings that are there, in either spelling, as the draft that a person left; None without any.

    Parameters
    ----------
    folder : Path
        Of the partnership.
    inspection : Inspection
        Takes what is wrong with them.
    """
    if (workbook := folder / WORKBOOK_FILE).exists():
        return read_workbook(workbook, inspection).draft()
    if (text := folder / SETTINGS_FILE).exists():
        return text_draft(read_settings(text, inspection))
    return None


def with_what_is_decided(old: Draft | None, drafted: Draft) -> Draft:
    """Add a draft to the settings that are there: every decision in them stays.

    Parameters
    ----------
    old : Draft or None
        As `earlier_draft` gives it.
    drafted : Draft
        From tables or a network.
    """
    return _merged(old, drafted) if old else drafted


def _merged(old: Draft, drafted: Draft) -> Draft:
    """The workbook with the organizations and kinds of tie that a network has besides."""
    merged, gone = merge(old, _as_spelled(old, drafted)), removed(old)
    known = {normal(name) for name in old.settings.layers} | set(gone.rows.get("layers", ()))
    added = {name: layer for name, layer in drafted.settings.layers.items() if normal(name) not in known}
    settings = merged.settings.model_copy(
        update={"layers": {**old.settings.layers, **added}, "network": old.settings.network or drafted.settings.network}
    )
    merged = replace(merged, settings=settings)
    return replace(merged, news=news(old, merged))


def find_exports(folder: Path, inspection: Inspection) -> dict[Path, Responses]:
    """Find the export in a folder: of the files that a survey tool wrote the one with the most columns.

    Parameters
    ----------
    folder : Path
        Plain files and settings in it are passed over.
    inspection : Inspection
        Takes what is wrong with files that cannot be read.

    Returns
    -------
    dict of Path to Responses
        What the export holds. Exports of other years beside it, too, in the order of their names; none where there is
        no table at all.
    """
    candidates = []
    known = _known_organizations(folder, Inspection())
    for path in may_be_exports(folder.iterdir() if folder.is_dir() else ()):
        reading = Inspection()
        responses = read_export(path, path.name, reading, known)
        if responses is None:
            inspection.problems += reading.problems
        elif len(responses.columns) > 1:
            candidates.append((responses.format.startswith("plain"), -len(responses.columns), path, responses))
    if not candidates:
        return {}
    plain, _columns, first, responses = min(candidates, key=lambda candidate: candidate[:3])
    years = {wave_of(first.name, responses): (first, responses)}
    for is_plain, _columns, path, responses in candidates:
        if not is_plain and not plain and wave_of(path.name, responses):
            years.setdefault(wave_of(path.name, responses), (path, responses))
    return dict(sorted(years.values(), key=lambda export: export[0]))


def read_answers(paths: Iterable[Path], inspection: Inspection) -> dict[Path, Responses]:
    """Read files of which somebody says that they hold answers, whatever they look like.

    Parameters
    ----------
    paths : iterable of Path
        The files.
    inspection : Inspection
        Takes what is wrong with those that cannot be read, which are left out.
    """
    read = {path: read_export(path, path.name, inspection, ()) for path in paths}
    return {path: responses for path, responses in read.items() if responses is not None}


def find_network(folder: Path, opened: Mapping[Path, Responses]) -> Path | None:
    """Find the network file in a folder that holds no export of a survey tool.

    Parameters
    ----------
    folder : Path
        Of a partnership.
    opened : mapping of Path to Responses
        What `find_exports` gives: a table that may be plain answers or a network counts as a network.
    """
    of_surveys = [
        responses
        for responses in opened.values()
        if not (responses.format.startswith("plain") or responses.format in GRAPH_FORMATS)
    ]
    return None if of_surveys else network_in(folder)


def check_spelling(folder: Path, other: str) -> None:
    """Refuse to write the settings in one spelling where the other is there.

    Parameters
    ----------
    folder : Path
        The partnership's folder.
    other : str
        The file of the other spelling.

    Raises
    ------
    SurveyError
        If that file is in the folder.
    """
    inspection = Inspection()
    if (folder / other).exists():
        mine = WORKBOOK_FILE if other == SETTINGS_FILE else SETTINGS_FILE
        inspection.wrong(
            _("This file holds the survey settings already; {file} would be a second set.", file=mine),
            _(
                "Go on with it, or turn it into the other: stakeholder-graph codebook {path}{to}",
                path=quoted(folder / other),
                to="" if other == SETTINGS_FILE else " --to toml",
            ),
            other,
        )
    inspection.verdict()


def _called(path: Path, folder: Path) -> str:
    """How the settings name a file."""
    return Path(os.path.relpath(path, folder)).as_posix()


def _known_organizations(folder: Path, inspection: Inspection) -> list[str]:
    table = _listed(folder, "organizations", inspection)
    return sorted(set(table.texts("organization"))) if table else []


def _listed(folder: Path, family: str, inspection: Inspection) -> SourceTable | None:
    files = [file for ending in (".csv", ".tsv", *WORKBOOKS) if (file := folder / f"{family}{ending}").is_file()]
    return read_table(files[0], files[0].name, inspection) if files else None


def _waves(old: Settings, exports: Sequence[tuple[str, Responses]], folder: Path) -> Mapping[str, str]:
    """The waves of files that the workbook knows, or that take the place of one it knows.

    Notes
    -----
    A file under a new name takes the place of one that is gone, or of the only one there is, unless its answers
    are of another year.
    """
    known = {file: wave.name for wave in old.wave for file in wave.files}
    waves = {file: known[file] for file, _responses in exports if file in known}
    fresh = [(file, responses) for file, responses in exports if file not in known]
    gone = [wave.name for wave in old.wave if wave.files and not any((folder / file).exists() for file in wave.files)]
    replaces = len(fresh) == len(gone)
    for file, responses in fresh:
        year = wave_of(file, responses)
        if replaces:
            waves[file] = year if year in gone else gone[0]
            gone.remove(waves[file])
        elif len(old.wave) == len(exports) == 1 and not year:
            waves[file] = old.wave[0].name
    return waves
