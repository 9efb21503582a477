"""The files beside a form: settings and lists with which an export of its answers reads back without further work."""

import csv
import io
from dataclasses import replace

from stakeholder_graph.model.survey import Step
from stakeholder_graph.questionnaire.item_questions import promise_of_kind
from stakeholder_graph.questionnaire.survey_question import Questionnaire, SurveyQuestion
from stakeholder_graph.questionnaire.wording.standard_questions import QUESTIONS
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.presets import shipped_presets
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE, StepSettings, step
from stakeholder_graph.survey.settings.layers import asked_by_name
from stakeholder_graph.survey.settings.model import LayerSettings, QuestionSettings, Settings, WaveSettings
from stakeholder_graph.survey.settings.write_toml import settings_text
from stakeholder_graph.survey.words.common_steps import DO_NOT_KNOW
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import N_, _, in_every_language

#: Lists that name items, and their columns that do.
_NAMING_ITEMS = frozenset({"items", "affiliations", "indicators", "strategies", "changes"})
_ITEM_COLUMNS = ("item", "outcome", "indicator")
#: What the export is to be called.
EXPORT = "responses.csv"

_HOW_TO_USE = N_("""\
These settings read the answers to the questionnaire in this folder. Put the export of your survey tool here and
call it {export}, whatever its ending was. Then run: stakeholder-graph report FOLDER
To leave an organization unnamed, change its name in organizations.csv to one that tells nothing, and add a row to
names.csv: written = its name, organization = the new name.""")


def companion_files(survey: Questionnaire, wave: str = "") -> dict[str, bytes]:
    """Write the files that belong beside the questionnaire.

    Parameters
    ----------
    survey : Questionnaire
        What is asked, in the language that it is asked in.
    wave : str
        Which round it is; blank where there is only one.

    Returns
    -------
    dict of str to bytes
        By file name: the settings, with an entry for each question, and the lists of organizations, items and the
        rest.

    Examples
    --------
    >>> from stakeholder_graph.questionnaire import build_questionnaire, read_plan
    >>> list(companion_files(build_questionnaire(read_plan("surveys/wren-county"))))[:6]
    ['partnership.toml', 'organizations.csv', 'names.csv', 'scales.csv', 'items.csv', 'sectors.csv']
    """
    text = settings_text(_settings(survey, wave), _(_HOW_TO_USE, export=EXPORT))
    lists = {f"{name}.csv": _csv(table, wave) for name, table in _tables(survey).items()}
    return {SETTINGS_FILE: text.encode(), **lists}


def _tables(survey: Questionnaire) -> dict[str, SourceTable]:
    """The lists, with the items of repeated questions: an export may hold several of them in one cell."""
    tables = _in_words_asked(survey)
    new_items = {
        (normal(question.about), normal(entry.text)): {"kind": question.about, "item": entry.text}
        for question in survey.questions
        if question.about not in ("", *survey.plan.items["kind"]) and question.kind not in ("tie", "attribute")
        for entry in (question.rows or question.options)
    }
    if new_items:
        listed = tables.get("items", SourceTable("items.csv", {"kind": [], "item": []}, []))
        columns = {
            header: [*texts, *(item.get(header.casefold(), "") for item in new_items.values())]
            for header, texts in listed.columns.items()
        }
        rows = list(range(2, 2 + len(listed) + len(new_items)))
        tables["items"] = SourceTable(listed.file, columns, rows, listed.decimal_comma)
    return tables


def _in_words_asked(survey: Questionnaire) -> dict[str, SourceTable]:
    """The lists of the plan, items in the words in which respondents saw them."""
    tables, words = dict(survey.plan.tables), survey.plan.own_words[survey.language]
    for name in _NAMING_ITEMS & tables.keys() if "items" in tables else ():
        table = tables[name]
        kinds = table.texts("kind")
        columns = {
            header: [
                words.of(text, kind if header.casefold() == "item" else header.casefold())
                for text, kind in zip(texts, kinds, strict=True)
            ]
            if header.casefold() in _ITEM_COLUMNS
            else texts
            for header, texts in table.columns.items()
        }
        tables[name] = replace(table, columns=columns)
    return tables


def _csv(table: SourceTable, wave: str) -> bytes:
    """A list as a plain file, without what is only true of another round."""
    kept = table.select([said in ("", wave) for said in table.texts("wave")])
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";" if table.decimal_comma else ",", lineterminator="\n")
    writer.writerow(kept.columns)
    writer.writerows(zip(*kept.columns.values(), strict=True))
    return text.getvalue().encode()


def _settings(survey: Questionnaire, wave: str) -> Settings:
    plan = survey.plan
    not_known = (survey.not_known.code, *in_every_language(DO_NOT_KNOW))
    grids = {question.about: question for question in survey.questions if question.kind == "tie"}
    layers = {
        info.name: LayerSettings(
            scale=_layer_scale(survey.scales[info.name], grids[info.name]),
            promise=info.promise,
            combine=info.combine if info.combine != "most" else None,
            asked_of=info.asked_of,
            asks=info.asks if info.asks != asked_by_name(info.name) else None,
        )
        for info in plan.layers
    }
    return plan.settings.model_copy(
        update={
            "name": plan.name,
            "organizations": None,
            # A file of the partnership's own is not beside these; the lists there say the same.
            "preset": plan.settings.preset if plan.settings.preset in shipped_presets() else "",
            "layers": layers,
            "wave": (WaveSettings(name=wave, files=(EXPORT,)),) if wave else (),
            "question": tuple(
                _entry(question, survey, not_known) for question in survey.questions if question.kind != "person"
            ),
        }
    )


def _entry(question: SurveyQuestion, survey: Questionnaire, not_known: tuple[str, ...]) -> QuestionSettings:
    """What the settings say of a question."""
    entry: dict[str, object] = {"kind": question.kind, "file": EXPORT, "question": question.id}
    if question.kind == "identity":
        entry["person"] = next(other.id for other in survey.questions if other.kind == "person")
    elif question.kind == "tie":
        entry |= {"layer": question.about, "not_known": not_known}
    elif question.kind == "missing":
        entry |= {"kind": "ignore", "wording": QUESTIONS["missing"]}
    elif question.kind == "attribute":
        entry["item"] = question.about
    else:
        entry["promise"] = promise_of_kind(survey.plan, question.kind)
        if question.response == "grid":
            entry |= {"scale": _item_scale(question, survey), "not_known": not_known}
        if question.kind == "rating":
            entry["about"] = question.about
    return QuestionSettings.model_validate(entry)


def _layer_scale(steps: tuple[Step, ...], grid: SurveyQuestion) -> tuple[StepSettings, ...]:
    """The steps as respondents read them."""
    names = {option.code: option.text for option in grid.options}
    return tuple(_step(names[f"{layer_step.value:g}"], layer_step) for layer_step in steps)


def _step(name: str, stated: Step) -> StepSettings:
    """A step, with whether it is a tie only where that does not go without saying."""
    if step(stated.value, name).tie == stated.tie:
        return StepSettings(value=stated.value, name=name, hours=stated.hours)
    return StepSettings(value=stated.value, name=name, tie=stated.tie, hours=stated.hours)


def _item_scale(question: SurveyQuestion, survey: Questionnaire) -> str | tuple[StepSettings, ...]:
    """The name of the listed scale where respondents read its steps as listed; else the steps; none for numbers."""
    steps = tuple(
        Step(float(option.code), option.text, option.tie)
        for option in question.options
        if option is not survey.not_known
    )
    if all(own.name == f"{own.value:g}" for own in steps):
        return ()
    items = survey.plan.items
    shown = {row.text for row in question.rows}
    scales = items["scale"][(items["kind"] == question.about) & items["item"].isin(shown)].unique()
    if len(scales) == 1 and steps == survey.plan.scales.get(normal(scales[0])):
        return str(scales[0])
    return tuple(_step(own.name, own) for own in steps)
