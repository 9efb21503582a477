"""What a partnership means to ask, before anybody has answered: its roster, layers, items and scales."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.model.own_pages import Logo
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import DEFAULT_LAYER, LayerInfo, Promise
from stakeholder_graph.questionnaire.earlier_questions import DroppedQuestion, RepeatedQuestion, earlier_questions
from stakeholder_graph.questionnaire.kept_lists import kept_tables, kinds_of_lists
from stakeholder_graph.survey.files import open_lists
from stakeholder_graph.survey.names.decisions import read_decisions
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.plain.items import read_items
from stakeholder_graph.survey.plain.organizations import read_organizations
from stakeholder_graph.survey.plain.scales import read_scales
from stakeholder_graph.survey.presets import Preset, read_preset
from stakeholder_graph.survey.presets.preset_tables import with_preset_items
from stakeholder_graph.survey.settings.elements import Steps
from stakeholder_graph.survey.settings.layers import delicate, kind_promises, layer_infos
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.own.logo import read_logo
from stakeholder_graph.survey.words.own_words import OwnWords, read_own_words
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import LANGUAGES, _, current_language

#: Plain files that say what is asked, and of whom; the others hold answers.
LISTS = ("organizations", "names", "scales", "items", "sectors")


@dataclass(frozen=True, eq=False)
class SurveyPlan:
    """What is to be asked.

    Parameters
    ----------
    settings : Settings
        As written; blank where there are none.
    name : str
        The partnership's name.
    roster : tuple of str
        Organizations in natural order of their names.
    layers : tuple of LayerInfo
        Kinds of tie, each with a promise.
    items : DataFrame
        The frame `items` of a `Survey`.
    scales : mapping of str to tuple of Step
        By normal name.
    tables : mapping of str to SourceTable
        What stands in the plain files among `LISTS`, or in such sheets of the settings; and lists that the backbone
        keeps, as `kept_tables` gives them.
    undecided : tuple of str
        Layers of which the settings do not say what respondents are to be promised. Their promise is
        ``aggregate``, or ``backbone`` where that is the custom.
    repeated : tuple of RepeatedQuestion
        Questions of the last survey about what `items` does not list, and about what describes an organization.
    dropped : tuple of DroppedQuestion
        Questions of the last survey that cannot be repeated.
    promises : mapping of str to {"named", "aggregate", "backbone"}
        By kind, of questions that are not about ties: as the settings' questions state it, else ``aggregate``;
        kinds that no question is about are missing.
    preset : Preset, optional
        What the settings start from; its words are known in both languages.
    known_kinds : frozenset of str
        Kinds of items of which a list says everything, so that nobody is asked.
    own_words : mapping of str to OwnWords
        By language.
    sectors : mapping of str to str
        By organization, as the list says it; blank where it does not.
    logo : Logo, optional
        For the invitation.
    """

    settings: Settings
    name: str
    roster: tuple[str, ...]
    layers: tuple[LayerInfo, ...]
    items: pd.DataFrame
    scales: Mapping[str, Steps]
    tables: Mapping[str, SourceTable]
    undecided: tuple[str, ...] = ()
    repeated: tuple[RepeatedQuestion, ...] = ()
    dropped: tuple[DroppedQuestion, ...] = ()
    promises: Mapping[str, Promise] = field(default_factory=dict)
    preset: Preset | None = None
    known_kinds: frozenset[str] = frozenset()
    own_words: Mapping[str, OwnWords] = field(default_factory=dict)
    sectors: Mapping[str, str] = field(default_factory=dict)
    logo: Logo | None = None

    @property
    def words(self) -> OwnWords:
        """The partnership's own words in the language that is spoken."""
        return self.own_words.get(current_language(), OwnWords(current_language()))


def read_plan(path: str | Path) -> SurveyPlan:
    """Read what a partnership means to ask.

    Parameters
    ----------
    path : str or Path
        The folder, or the settings file in it. It needs a list of organizations and no answers.

    Returns
    -------
    SurveyPlan
        Where the settings name no layer, those of the preset or, without one, ``collaboration`` alone.

    Raises
    ------
    SurveyError
        With every problem of these files.

    Examples
    --------
    >>> plan = read_plan("surveys/wren-county")
    >>> len(plan.roster), [layer.name for layer in plan.layers]
    (61, ['collaboration', 'contact', 'trust'])
    """
    inspection = Inspection()
    folder, settings, tables = open_lists(Path(path), inspection)
    preset = read_preset(settings.preset, folder, settings.location.file) if settings.preset else None
    if preset:
        tables = with_preset_items(preset, tables)
    if "organizations" not in tables and not inspection.problems:
        inspection.wrong(
            _("The list of organizations is missing."),
            _("List the organizations to ask in this file, one in each row, under the header “organization”."),
            "organizations.csv",
        )
    aliases = read_decisions(tables.get("names"), inspection).aliases
    organizations = read_organizations(tables.get("organizations"), aliases, inspection)
    scales = read_scales(tables["scales"], inspection) if "scales" in tables else {}
    tie_questions = [question for question in settings.question if question.kind == "tie"]
    usual = list(preset.ties) if preset and preset.ties else [DEFAULT_LAYER]
    named = [] if settings.layers or tie_questions else usual
    infos = layer_infos(named, settings, scales, inspection)
    items = read_items(tables.get("items"), scales, inspection)
    own_words = {language: read_own_words(tables, preset, language, inspection) for language in LANGUAGES}
    file, at = settings.pages.logo, settings.location
    logo = read_logo(folder, file, at, inspection) if file else None
    inspection.verdict()
    stated = {normal(name) for name, layer in settings.layers.items() if layer.promise}
    stated |= {normal(question.layer) for question in tie_questions if question.promise}
    repeated, dropped = earlier_questions(folder, settings, items.frame["kind"].unique(), scales)
    undecided = tuple(name for name in infos if normal(name) not in stated)
    return SurveyPlan(
        settings=settings,
        name=settings.name or folder.resolve().name,
        roster=tuple(sorted(organizations.names, key=natural)),
        layers=tuple(_careful(info) if info.name in undecided else info for info in infos.values()),
        items=items.frame,
        scales=scales,
        tables={name: tables[name] for name in LISTS if name in tables} | kept_tables(tables),
        undecided=undecided,
        repeated=repeated,
        dropped=dropped,
        promises=kind_promises(settings, Inspection()),
        preset=preset,
        known_kinds=kinds_of_lists(tables),
        own_words=own_words,
        sectors=dict(zip(organizations.names, organizations.attributes.get("sector", ()), strict=False)),
        logo=logo,
    )


def _careful(info: LayerInfo) -> LayerInfo:
    """The layer under the promise that undecided ones get."""
    return replace(info, promise="backbone" if delicate(info.name, info.asks) else "aggregate")
