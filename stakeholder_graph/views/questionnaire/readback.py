"""What makes an export of the questionnaire read back with no further work: settings and lists beside it."""

from stakeholder_graph.survey.names import normal
from stakeholder_graph.survey.scales import step
from stakeholder_graph.survey.settings import SETTINGS_FILE, LayerSettings, Settings, StepSettings, WaveSettings
from stakeholder_graph.survey.settings import Question as Entry
from stakeholder_graph.survey.settings_text import settings_text
from stakeholder_graph.survey.survey import Step
from stakeholder_graph.survey.tables import Table
from stakeholder_graph.views.questionnaire.questions import Question, Questionnaire
from stakeholder_graph.views.questionnaire.wording import LANGUAGES, Language

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
    lists = {f"{name}.csv": _csv(table, wave) for name, table in survey.plan.tables.items()}
    return {SETTINGS_FILE: text.encode(), **lists}


def _csv(table: Table, wave: str) -> bytes:
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
        )
        for info in plan.layers
    }
    return plan.settings.model_copy(
        update={
            "name": plan.name,
            "organizations": None,
            "layers": layers,
            "wave": (WaveSettings(name=wave, files=(EXPORT,)),) if wave else (),
            "question": tuple(_entry(each, survey, silent) for each in survey.questions if each.kind != "person"),
        }
    )


def _entry(question: Question, survey: Questionnaire, silent: tuple[str, ...]) -> Entry:
    about = {"file": EXPORT, "question": question.id}
    if question.kind == "identity":
        return Entry.model_validate({"kind": "identity", **about, "person": _person(survey)})
    if question.kind == "tie":
        return Entry.model_validate({"kind": "tie", **about, "layer": question.about, "not_known": silent})
    if question.kind == "missing":
        return Entry.model_validate({"kind": "ignore", **about, "wording": question.text["en"]})
    entry: dict[str, object] = {"kind": question.kind, **about}
    if question.form == "grid":
        entry |= {"scale": _scale_of_items(question, survey), "not_known": silent}
    if question.kind == "rating":
        promise = survey.plan.settings.promises.ratings or "backbone"
        return Entry.model_validate({**entry, "about": question.about, "promise": promise})
    return Entry.model_validate({**entry, "promise": "named"})


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


def _scale_of_items(question: Question, survey: Questionnaire) -> str | tuple[StepSettings, ...]:
    """The name of the scale; where there is none, its numbers."""
    items = survey.plan.items
    kind = question.about
    shown = {row.text["en"] for row in question.rows}
    scale = items["scale"][(items["kind"] == kind) & items["item"].isin(shown)].iloc[0]
    return str(scale) if normal(scale) in survey.plan.scales else ()
