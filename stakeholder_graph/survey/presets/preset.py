"""A preset: what a kind of partnership usually asks and compares itself with, read with all problems of its file."""

import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from typing import Any

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.toml_mistakes import toml_remedy
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.presets.check_preset import check_preset
from stakeholder_graph.text import _, current_language, listing


@dataclass(frozen=True, slots=True)
class Phrase:
    """The same words in both languages.

    Parameters
    ----------
    en, es : str
        English and Spanish; a file that states one language has it for both.

    Examples
    --------
    >>> Phrase("Schools", "Escuelas").now
    'Schools'
    """

    en: str
    es: str

    @property
    def now(self) -> str:
        """In the language that texts are put into now."""
        return self.es if current_language() == "es" else self.en


@dataclass(frozen=True, slots=True)
class PresetItem:
    """Something that partners work on, measure, do, offer or rate.

    Parameters
    ----------
    kind : str
        As in items.csv: outcome, indicator, activity, asset, need, agenda, statement.
    text : Phrase
        What it is called.
    outcome : Phrase or None
        The outcome that it is there for.
    good, unit : str
        Of an indicator: which direction is good, and what its figures are in.
    """

    kind: str
    text: Phrase
    outcome: Phrase | None = None
    good: str = ""
    unit: str = ""


@dataclass(frozen=True, slots=True)
class Preset:
    """What to start from.

    Parameters
    ----------
    id : str
        By which settings and commands name it.
    title, about : Phrase
        What it is called, and whom it is for.
    edition : str
        When it was written.
    source : tuple of str
        Published sources.
    ties : tuple of str
        Kinds of tie to ask about.
    sectors : tuple of Phrase
        The list that tells who is missing.
    items : tuple of PresetItem
        In the order in which they are shown.
    file : str
        As problems name it.

    Examples
    --------
    >>> read_preset("health").ties
    ('collaboration', 'referral')
    """

    id: str
    title: Phrase
    about: Phrase
    edition: str
    source: tuple[str, ...]
    ties: tuple[str, ...]
    sectors: tuple[Phrase, ...]
    items: tuple[PresetItem, ...]
    file: str

    @property
    def phrases(self) -> Mapping[str, Phrase]:
        """Its sectors and items by what they are called in either language, in normal form."""
        every = [*self.sectors, *(item.text for item in self.items)]
        return {normal(text): phrase for phrase in reversed(every) for text in (phrase.es, phrase.en)}


def shipped_presets() -> dict[str, Path]:
    """The presets that come with the tool, by id.

    Examples
    --------
    >>> list(shipped_presets())
    ['education', 'health', 'housing', 'safety', 'youth-data']
    """
    folder = Path(str(files("stakeholder_graph.survey.presets")))
    return {path.stem: path for path in sorted(folder.glob("*.toml"))}


def read_preset(name: str, folder: Path | str | None = None, asked_in: str = "") -> Preset:
    """Read a preset by its name, or from a file of one's own.

    Parameters
    ----------
    name : str
        The id of one that comes with the tool, or a TOML file in the partnership's folder.
    folder : path, optional
        The partnership's.
    asked_in : str
        The settings that name it, for the problem if there is no such preset.

    Returns
    -------
    Preset

    Raises
    ------
    SurveyError
        With every problem of the file, each with where it stands in it.

    Examples
    --------
    >>> read_preset("education").title.es
    'Educación de la cuna a la carrera'
    """
    inspection = Inspection()
    shipped = shipped_presets()
    path = shipped.get(name.casefold(), Path(folder or ".") / name)
    if not path.is_file() or path.suffix != ".toml":
        inspection.wrong(
            _("There is no preset “{name}”.", name=name),
            _("Write one of {names}, or the name of a TOML file in your folder.", names=listing(shipped, "or")),
            asked_in,
        )
        inspection.verdict()
    content = _content(path, inspection)
    check_preset(content, path.name, inspection)
    inspection.verdict()
    return Preset(
        str(content["id"]),
        _phrase(content["title"]),
        _phrase(content["about"]) if "about" in content else Phrase("", ""),
        str(content.get("edition", "")),
        tuple(content.get("source", ())),
        tuple(content.get("ties", ())),
        tuple(map(_phrase, content.get("sector", ()))),
        tuple(_items(content)),
        path.name,
    )


def _content(path: Path, inspection: Inspection) -> Mapping[str, Any]:
    try:
        return tomllib.loads(path.read_bytes().decode("utf-8-sig"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        reason = (error.strerror or str(error)) if isinstance(error, OSError) else str(error)
        inspection.wrong(
            _("The preset cannot be read: {reason}.", reason=reason.removesuffix(".")),
            toml_remedy(error, _("Start from a copy: stakeholder-graph presets education -o FOLDER writes one.")),
            path.name,
        )
        inspection.verdict()
        raise


def _phrase(said: Mapping[str, Any]) -> Phrase:
    texts = {language: " ".join(str(said.get(language, "")).split()) for language in ("en", "es")}
    return Phrase(texts["en"] or texts["es"], texts["es"] or texts["en"])


def _items(content: Mapping[str, Any]) -> Iterator[PresetItem]:
    """All items, each once: two outcomes may share an activity, which then is there for neither of them."""
    yield from (PresetItem("outcome", _phrase(said)) for said in content.get("outcome", ()))
    for kind, key in (("indicator", "indicators"), ("activity", "activities")):
        inside = [(said, _phrase(outcome)) for outcome in content.get("outcome", ()) for said in outcome.get(key, ())]
        yield from _once(kind, inside)
    offers = [_phrase(said) for said in content.get("offer", ())]
    yield from (PresetItem(kind, text) for kind in ("asset", "need") for text in offers)
    for kind in ("agenda", "statement"):
        yield from (PresetItem(kind, _phrase(said)) for said in content.get(kind, ()))


def _once(kind: str, inside: Iterable[tuple[Mapping[str, Any], Phrase]]) -> Iterator[PresetItem]:
    made: dict[str, PresetItem] = {}
    for said, outcome in inside:
        text = _phrase(said)
        item = PresetItem(kind, text, outcome, str(said.get("good", "")), str(said.get("unit", "")))
        shared = normal(text.en) in made
        made[normal(text.en)] = PresetItem(kind, text, None, item.good, item.unit) if shared else item
    yield from made.values()
