"""Writes a preset as drafts: the lists to edit, and the file itself to make one's own from."""

import csv
import io
from pathlib import Path

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.storage.files import write_file_whole
from stakeholder_graph.survey.presets.preset import Preset, read_preset, shipped_presets
from stakeholder_graph.survey.presets.preset_tables import preset_tables
from stakeholder_graph.text import _


def write_preset(name: str, folder: Path, language: str = "en") -> list[Path]:
    """Write the lists of a preset as plain files, and the preset itself.

    Parameters
    ----------
    name : str
        One that comes with the tool, or a file in the folder.
    folder : Path
        Made where it does not exist.
    language : {"en", "es"}
        Of the lists.

    Returns
    -------
    list of Path
        ``items.csv``, ``sectors.csv``, ``scales.csv`` and, of a preset that comes with the tool, its file.

    Raises
    ------
    SurveyError
        If one of these is there already; nothing is written then.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     [path.name for path in write_preset("health", Path(folder))]
    ['items.csv', 'sectors.csv', 'scales.csv', 'health.toml']
    """
    preset, inspection = read_preset(name, folder), Inspection()
    tables = preset_tables(preset, language)
    files = {f"{family}.csv": _csv(tables[family].columns) for family in ("items", "sectors", "scales")}
    shipped = shipped_presets().get(preset.id)
    if shipped and shipped.name == preset.file:
        files[preset.file] = shipped.read_bytes()
    for file in files:
        if (folder / file).exists():
            inspection.wrong(
                _("This file is there already, and would be written."), _("Move it out of the folder."), file
            )
    inspection.verdict()
    folder.mkdir(parents=True, exist_ok=True)
    for file, content in files.items():
        write_file_whole(folder / file, content)
    return [folder / file for file in files]


def preset_in_words(preset: Preset) -> list[str]:
    """Say what a preset holds, a line for each kind.

    Parameters
    ----------
    preset : Preset
        Which.

    Examples
    --------
    >>> preset_in_words(read_preset("housing"))[2]
    'outcome: Families stay housed; Children stay in one school; Children attend; ...'
    """
    lines: dict[str, list[str]] = {"sector": [sector.now for sector in preset.sectors]}
    for item in preset.items:
        lines.setdefault(item.kind, []).append(item.text.now)
    listed = [f"{kind}: {'; '.join(texts)}" for kind, texts in lines.items() if texts]
    return [f"{preset.id}: {preset.title.now}. {preset.about.now}".strip(), *listed, *preset.source]


def _csv(columns: dict[str, list[str]]) -> bytes:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(zip(*columns.values(), strict=True))
    return text.getvalue().encode()
