"""A partnership's own words in another language: columns such as `item_es` beside `item` in its lists.

Everything is read in the words in which it was written. Then the whole survey is put into a language at once, so that
no measure, edition or page needs to know that there is more than one.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from stakeholder_graph.model.own_pages import OwnPages
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import RATED, LayerInfo, Survey
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.presets import Preset
from stakeholder_graph.survey.words.common_steps import layer_name, step_name
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import LANGUAGES, _, speaking

if TYPE_CHECKING:
    import pandas as pd

SECTOR, STEP, LAYER = "sector", "step", "layer"
STRATEGY, GROUP = "strategy", "group"
#: Columns beside which others say what is called how in a language, by their list: what they name, and the column
#: within which each is called differently.
_LISTS = (
    ("items", "item", "", "kind"), ("sectors", "sector", SECTOR, "list"), ("scales", "name", STEP, "scale"),
    ("scales", "scale", LAYER, ""), ("strategies", "strategy", STRATEGY, ""), ("indicators", "subgroup", GROUP, ""),
)  # fmt: skip
#: Under this an item's words are known where the kind that is asked for has none.
_ANY_KIND = ""
#: What everybody calls it in a language, where the partnership says nothing.
_USUAL: Mapping[str, Callable[[str], str]] = {STEP: step_name, LAYER: layer_name}
#: Which columns name something of one kind, by frame.
_COLUMNS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "organizations": {"sector": (SECTOR,)},
    "sectors": {"sector": (SECTOR,)},
    "ties": {"layer": (LAYER,)},
    "asked": {"layer": (LAYER,)},
    "exceptions": {"layer": (LAYER,)},
    "items": {"outcome": ("outcome",), "team": ("team",)},
    "ratings": {"item": RATED},
    "steps": {"item": RATED, "name": (STEP,)},
    "indicators": {"indicator": ("indicator",), "outcome": ("outcome",), "subgroup": (GROUP,)},
    "strategies": {
        "strategy": (STRATEGY,),
        "outcome": ("outcome",),
        "indicator": ("indicator",),
        "team": ("team",),
    },
    "changes": {"outcome": ("outcome",), "strategy": (STRATEGY,)},
    "commitments": {"outcome": ("outcome",)},
    "forecasts": {"name": ("indicator", STRATEGY), "indicator": ("indicator",), "subgroup": (GROUP,)},
}


class _Own(NamedTuple):
    """A cell that says what something is called in a language, and where it stands."""

    within: str
    name: str
    called: str
    row: int


@dataclass(frozen=True)
class OwnWords:
    """What a partnership calls its items, sectors, steps and kinds of tie in one language.

    Parameters
    ----------
    language : str
        Which.
    called : mapping of (str, str) to str
        By kind and name as listed, in normal form; those without a translation are missing.

    Examples
    --------
    >>> words = OwnWords("es", {("outcome", "reading"): "Lectura"})
    >>> words.of("Reading", "outcome"), words.of("Zoo", "outcome")
    ('Lectura', 'Zoo')

    Common steps and kinds of tie have a usual translation.

    >>> words.of("weekly", "step")
    'semanalmente'
    """

    language: str
    called: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def of(self, name: str, *kinds: str) -> str:
        """Give what something is called: in the words of its kind, else as anything of this name is; else as listed.

        Parameters
        ----------
        name : str
            As listed.
        *kinds : str
            What it may be; the first that has a translation counts.
        """
        usual = _USUAL.get(kinds[-1]) if kinds else None
        for kind in kinds if usual else (*kinds, _ANY_KIND):
            if own := self.called.get((kind, normal(name))):
                return name if normal(own) == normal(name) else own
        if usual is None:
            return name
        with speaking(self.language):
            return usual(name)


def read_own_words(
    tables: Mapping[str, SourceTable], preset: Preset | None, language: str, inspection: Inspection
) -> OwnWords:
    """Gather what the lists say in a language, noting two things of one kind that are called the same.

    Parameters
    ----------
    tables : mapping of str to SourceTable
        ``items`` with `item_es` and so on, ``sectors`` with `sector_es`, ``strategies`` with `strategy_es`,
        ``indicators`` with `subgroup_es`, and ``scales`` with `name_es` for steps and `scale_es` for the kind of tie
        that a scale has its name from.
    preset : Preset, optional
        Its words are known in both languages, and count where the lists say nothing.
    language : str
        Which; blank to look for problems alone.
    inspection : Inspection
        Takes the problems, of every language.

    Examples
    --------
    >>> columns = {"kind": ["outcome"], "item": ["Reading"], "item_es": ["Lectura"]}
    >>> read_own_words({"items": SourceTable("items.csv", columns, [2])}, None, "es", Inspection()).called
    {('outcome', 'reading'): 'Lectura', ('', 'reading'): 'Lectura'}
    """
    called: dict[tuple[str, str], str] = {}
    if preset is not None and language:
        with speaking(language):
            called |= {(_ANY_KIND, name): phrase.now for name, phrase in preset.phrases.items()}
    for other in LANGUAGES:
        for family, column, kind, within in _LISTS:
            if family not in tables or f"{column}_{other}" not in tables[family]:
                continue
            said = list(_said(tables[family], column, other, within))
            _check_apart(said, tables[family].file, f"{column}_{other}", inspection)
            for own in said if other == language else ():
                if own.called:
                    called.setdefault((kind or own.within, normal(own.name)), own.called)
                    if not kind:
                        called[_ANY_KIND, normal(own.name)] = own.called
    return OwnWords(language, called)


def sectors_called(table: SourceTable) -> dict[tuple[str, str], str]:
    """Give the sectors by what other languages call them, as `Names` takes other names; all in normal form.

    Parameters
    ----------
    table : SourceTable
        The list of sectors.

    Examples
    --------
    >>> sectors_called(SourceTable("sectors.csv", {"sector": ["Health"], "sector_es": ["Salud"]}, [2]))
    {('', 'salud'): 'health'}
    """
    listed = {normal(sector) for sector in table.texts("sector")}
    said = [own for language in LANGUAGES for own in _said(table, "sector", language, "list")]
    called = {normal(own.called): normal(own.name) for own in reversed(said) if own.called}
    return {("", name): sector for name, sector in called.items() if name not in listed}


def _said(table: SourceTable, column: str, language: str, within: str) -> Iterator[_Own]:
    """What each row of a list is called in a language, within what it must be told apart from others."""
    groups = table.texts(within)
    names, called = table.texts(column), table.texts(f"{column}_{language}")
    for row, group, name, own in zip(table.rows, groups, names, called, strict=True):
        if name:
            yield _Own(group.casefold(), " ".join(name.split()), " ".join(own.split()), row)


def _check_apart(said: Iterable[_Own], file: str, column: str, inspection: Inspection) -> None:
    """Note each cell that calls something as another of its kind is called."""
    names: dict[tuple[str, str], str] = {}
    for own in said:
        key = (own.within, normal(own.called or own.name))
        if names.setdefault(key, normal(own.name)) != normal(own.name):
            inspection.wrong(
                _("“{name}” and another row are both called “{called}” here.", name=own.name, called=own.called),
                _("Call each by words of its own, or leave the cell blank: then it is shown as it was written."),
                file,
                own.row,
                column,
            )


def in_own_words(survey: Survey, words: OwnWords) -> Survey:
    """Put a survey into the words that its lists have in a language.

    Parameters
    ----------
    survey : Survey
        In the words in which it was written.
    words : OwnWords
        In the language.
    """
    frames = {name: _frame_in_words(name, frame, words) for name, frame in survey.frames.items()}
    layers = tuple(_layer_in_words(info, words) for info in survey.layers)
    agreed = in_own_words(survey.agreed, words) if survey.agreed else None
    info = replace(survey.info, language=words.language, own_pages=_pages_in_words(survey, words))
    return replace(survey, info=info, layers=layers, frames=frames, agreed=agreed)


def _pages_in_words(survey: Survey, words: OwnWords) -> OwnPages:
    """What the partnership gives to its pages, with the order that its sectors had before they were translated."""
    own = survey.info.own_pages
    written = sorted(map(str, survey.frames["organizations"]["sector"].unique()))
    sectors = tuple(words.of(sector, SECTOR) for sector in written)
    colours = tuple((words.of(sector, SECTOR), colour) for sector, colour in own.colours)
    return replace(own, colours=colours, sectors=() if sectors == tuple(written) else sectors)


def _layer_in_words(info: LayerInfo, words: OwnWords) -> LayerInfo:
    steps = tuple(replace(step, name=words.of(step.name, STEP)) for step in info.steps)
    asked_of = words.of(info.asked_of, LAYER) if info.asked_of else ""
    return replace(info, name=words.of(info.name, LAYER), asked_of=asked_of, steps=steps)


def _frame_in_words(name: str, frame: "pd.DataFrame", words: OwnWords) -> "pd.DataFrame":
    changed = {}
    for column, kinds in _COLUMNS.get(name, {}).items():
        known = {text: words.of(text, *kinds) if text else "" for text in frame[column].unique()}
        changed[column] = frame[column].map(known).astype(frame[column].dtype)
    if "kind" in frame and "item" in frame:
        pairs = zip(frame["item"], frame["kind"], strict=True)
        changed["item"] = frame["item"].copy()
        changed["item"][:] = [words.of(item, kind) for item, kind in pairs]
    return frame.assign(**changed) if changed else frame
