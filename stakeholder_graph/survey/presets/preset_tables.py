"""The lists of a preset as plain files: sectors, items, and the scale that agendas and statements are rated on."""

from collections.abc import Mapping, Sequence

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.presets.preset import Phrase, Preset, read_preset
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.words.common_steps import step_name
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import LANGUAGES, speaking

SCALE = "agreement"
#: Common steps, whose translation the questionnaire knows.
_STEPS = ("strongly disagree", "disagree", "neither", "agree", "strongly agree")
_RATED = ("agenda", "statement")


def preset_tables(preset: Preset, language: str = "en") -> dict[str, SourceTable]:
    """Give the lists of a preset.

    Parameters
    ----------
    preset : Preset
        Which.
    language : str
        In which language.

    Returns
    -------
    dict of str to SourceTable
        ``sectors``, ``items`` and ``scales``, with a column for what each is called in the other language.

    Examples
    --------
    >>> sectors = preset_tables(read_preset("health"), "es")["sectors"]
    >>> sectors.texts("sector")[:2], sectors.texts("sector_en")[:2]
    (['Hospitales', 'Clínicas'], ['Hospitals', 'Clinics'])
    """
    other = next(own for own in LANGUAGES if own != language)
    with speaking(other):
        sectors_called = [sector.now for sector in preset.sectors]
        items_called = [item.text.now for item in preset.items]
        steps_called = [step_name(step) for step in _STEPS]
    with speaking(language):
        sectors = [
            (preset.title.now, sector.now, called)
            for sector, called in zip(preset.sectors, sectors_called, strict=True)
        ]
        items = [
            (
                item.kind,
                item.text.now,
                item.outcome.now if item.outcome else "",
                SCALE if item.kind in _RATED else "",
                called,
            )
            for item, called in zip(preset.items, items_called, strict=True)
        ]
        scales = [
            (SCALE, str(value), step_name(step), called)
            for value, (step, called) in enumerate(zip(_STEPS, steps_called, strict=True), 1)
        ]
    return {
        "sectors": _table(preset.file, ("list", "sector", f"sector_{other}"), sectors),
        "items": _table(preset.file, ("kind", "item", "outcome", "scale", f"item_{other}"), items),
        "scales": _table(preset.file, ("scale", "value", "name", f"name_{other}"), scales),
    }


def with_preset_sectors(settings: Settings, folder: object, tables: dict[str, SourceTable]) -> dict[str, SourceTable]:
    """Add the preset's list of sectors where the partnership has none of its own.

    Parameters
    ----------
    settings : Settings
        They name the preset.
    folder : path
        Where a preset of the partnership's own lies.
    tables : dict of str to SourceTable
        The plain files.

    Returns
    -------
    dict of str to SourceTable
        In the language in which more of the listed organizations state their sector.
    """
    preset = read_preset(settings.preset, str(folder), settings.location.file)
    if "sectors" in tables or settings.sectors or not preset.sectors:
        return tables
    listed = tables["organizations"].texts(settings.sector) if "organizations" in tables else []
    return tables | {"sectors": preset_tables(preset, language_of(preset.sectors, listed))["sectors"]}


def with_preset_items(preset: Preset, tables: Mapping[str, SourceTable]) -> dict[str, SourceTable]:
    """Add what the preset asks about where the partnership lists no items of its own.

    Parameters
    ----------
    preset : Preset
        Which.
    tables : mapping of str to SourceTable
        The plain files; a list of items there counts whole.
    """
    if "items" in tables or not preset.items:
        return dict(tables)
    ours = preset_tables(preset)
    if "scales" not in tables:
        return {**tables, "items": ours["items"], "scales": ours["scales"]}
    if SCALE in {normal(name) for name in tables["scales"].texts("scale")}:
        return {**tables, "items": ours["items"]}
    # On a scale of the folder's own nobody has said which; without one ratings go from 1 to 5.
    items = ours["items"]
    return {**tables, "items": SourceTable(items.file, items.columns | {"scale": [""] * len(items)}, items.rows)}


def language_of(phrases: Sequence[Phrase], written: Sequence[str]) -> str:
    """Give the language in which more of some texts stand; English where none decides.

    Parameters
    ----------
    phrases : sequence of Phrase
        What they may be.
    written : sequence of str
        The texts.

    Examples
    --------
    >>> language_of([Phrase("Schools", "Escuelas")], ["escuelas", "Iglesias"])
    'es'
    """
    texts = [normal(text) for text in written]
    matches = {
        language: sum(text in {normal(getattr(phrase, language)) for phrase in phrases} for text in texts)
        for language in ("en", "es")
    }
    return "es" if matches["es"] > matches["en"] else "en"


def _table(file: str, headers: Sequence[str], rows: Sequence[tuple[str, ...]]) -> SourceTable:
    columns = {header: [row[place] for row in rows] for place, header in enumerate(headers)}
    return SourceTable(file, columns, list(range(2, 2 + len(rows))))
