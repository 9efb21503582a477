"""What makes an export of the questionnaire read back with no further work: settings and lists beside it."""

import pandas as pd

from stakeholder_graph.model.survey import Step
from stakeholder_graph.questionnaire.questions import Question, Questionnaire, promised
from stakeholder_graph.questionnaire.wording import LANGUAGES, Language
from stakeholder_graph.survey.names.roster import normal
from stakeholder_graph.survey.settings.layers import asked_by_name
from stakeholder_graph.survey.settings.model import SETTINGS_FILE, LayerSettings, Settings, StepSettings, WaveSettings
from stakeholder_graph.survey.settings.model import Question as Entry
from stakeholder_graph.survey.settings.scales import step
from stakeholder_graph.survey.settings.write_toml import settings_text
from stakeholder_graph.tabular.source_table import SourceTable

#: What the export is to be called.
EXPORT = "responses.csv"

_HOW = """\
Reads the answers to the questionnaire beside it. Put the export into this folder, call it {export} (whatever
its ending was), and name the folder: stakeholder-graph report FOLDER
To leave an organization unnamed, change its name in organizations.csv to one that tells nothing, and add a row to
names.csv: written = its name, organization = the new one."""


def readback(survey: Questionnaire, language: Language = "en", wave: str = "") -> dict[str, bytes]:
    """Write the files that belong beside the questionnaire.

    Parameters
    ----------
    survey : Questionnaire
        What is asked.
    language : {"en", "es"}
        The one that it is asked in.
    wave : str
        Which round it is; blank where there is only one.

    Returns
    -------
    dict of str to bytes
        By file name: the settings, with an entry for each question, and the lists of organizations, items and the
        rest.
    """
    settings = _settings(survey, language, wave)
    text = settings_text(settings, _HOW.format(export=EXPORT))
    lists = {f"{name}.csv": _csv(table, wave) for name, table in _tables(survey).items()}
    return {SETTINGS_FILE: text.encode(), **lists}


def _tables(survey: Questionnaire) -> dict[str, SourceTable]:
    """The lists, with the items of questions that are asked again: an export may hold several in one cell."""
    tables = dict(survey.plan.tables)
    again = {
        (normal(each.about), normal(option.text["en"])): {"kind": each.about, "item": option.text["en"]}
        for each in survey.questions
        if each.about not in ("", *survey.plan.items["kind"]) and each.kind not in ("tie", "attribute")
        for option in (each.rows or each.options)
    }
    if again:
        listed = tables.get("items", SourceTable("items.csv", pd.DataFrame(columns=["kind", "item"], dtype="str")))
        rows = pd.DataFrame(list(again.values())).rename(columns=listed.headers)
        cells = pd.concat([listed.cells, rows], ignore_index=True).fillna("")
        tables["items"] = SourceTable(listed.file, cells, listed.decimal_comma)
    return tables


def _csv(table: SourceTable, wave: str) -> bytes:
    """A list as a plain file, without what is only true of another round."""
    cells = table.cells[table["wave"].isin(["", wave])]
    separator = ";" if table.decimal_comma else ","
    return cells.to_csv(index=False, sep=separator, lineterminator="\n").encode()


def _settings(survey: Questionnaire, language: Language, wave: str) -> Settings:
    plan = survey.plan
    silent = (survey.not_known.code, *dict.fromkeys(survey.not_known.text[each] for each in LANGUAGES))
    grids = {each.about: each for each in survey.questions if each.kind == "tie"}
    layers = {
        info.name: LayerSettings(
            scale=_scale(survey.scales[info.name], grids[info.name], language),
            promise=info.promise,
            combine=info.combine if info.combine != "most" else None,
            asked_of=info.asked_of,
            asks=info.asks if info.asks != asked_by_name(info.name) else None,
        )
        for info in plan.layers
    }
    asked = [each for each in survey.questions if each.kind != "person"]
    return plan.settings.model_copy(
        update={
            "name": plan.name,
            "organizations": None,
            "layers": layers,
            "wave": (WaveSettings(name=wave, files=(EXPORT,)),) if wave else (),
            "question": tuple(_entry(each, survey, silent, language) for each in asked),
        }
    )


def _entry(question: Question, survey: Questionnaire, silent: tuple[str, ...], language: Language) -> Entry:
    about = {"file": EXPORT, "question": question.id}
    if question.kind == "identity":
        return Entry.model_validate({"kind": "identity", **about, "person": _person(survey)})
    if question.kind == "tie":
        return Entry.model_validate({"kind": "tie", **about, "layer": question.about, "not_known": silent})
    if question.kind == "missing":
        return Entry.model_validate({"kind": "ignore", **about, "wording": question.text["en"]})
    if question.kind == "attribute":
        return Entry.model_validate({"kind": "attribute", **about, "item": question.about})
    entry: dict[str, object] = {"kind": question.kind, **about}
    if question.form == "grid":
        entry |= {"scale": _scale_of_items(question, survey, language), "not_known": silent}
    if question.kind == "rating":
        entry["about"] = question.about
    return Entry.model_validate({**entry, "promise": promised(survey.plan, question.kind)})


def _person(survey: Questionnaire) -> str:
    return next(each.id for each in survey.questions if each.kind == "person")


def _scale(steps: tuple[Step, ...], grid: Question, language: Language) -> tuple[StepSettings, ...]:
    """The steps as respondents read them."""
    names = {option.code: option.text[language] for option in grid.options}
    return tuple(_step(names[f"{each.value:g}"], each) for each in steps)


def _step(name: str, of: Step) -> StepSettings:
    """A step, with whether it is a tie only where that does not go without saying."""
    tie = None if step(of.value, name).tie == of.tie else of.tie
    return StepSettings(value=of.value, name=name) if tie is None else StepSettings(value=of.value, name=name, tie=tie)


def _scale_of_items(question: Question, survey: Questionnaire, language: Language) -> str | tuple[StepSettings, ...]:
    """The name of the scale where respondents read its steps as they stand there; else these; none for numbers."""
    steps = [
        Step(float(option.code), option.text[language], option.tie)
        for option in question.options
        if option is not survey.not_known
    ]
    if all(each.name == f"{each.value:g}" for each in steps):
        return ()
    items = survey.plan.items
    shown = {row.text["en"] for row in question.rows}
    named = items["scale"][(items["kind"] == question.about) & items["item"].isin(shown)].unique()
    if len(named) == 1 and tuple(steps) == survey.plan.scales.get(normal(named[0])):
        return str(named[0])
    return tuple(_step(each.name, each) for each in steps)
