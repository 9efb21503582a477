"""What to write into the survey settings, in the words of the spelling that the user has."""

from collections.abc import Sequence

import tomlkit

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE, Location
from stakeholder_graph.survey.settings.model import QuestionSettings, Settings
from stakeholder_graph.survey.settings.workbook.sheets import START, WORKBOOK_FILE
from stakeholder_graph.survey.settings.write_toml import toml_key
from stakeholder_graph.text import _

_PROMISES = '"named with strength", "named", "aggregate", "backbone"'


def confirm_question(question: QuestionSettings, inspection: Inspection) -> str:
    """Say how to settle what a question asks about.

    Parameters
    ----------
    question : QuestionSettings
        A guess still.
    inspection : Inspection
        Knows the spelling.
    """
    if question.kind == "ignore":
        return (
            _("Choose what it is in the column “what it is” of its row, “leave out” if nothing.")
            if inspection.in_workbook
            else _("Take the line decided = false out of its [[question]]; if it is of use, first write what it asks "
                   'about in the place of kind = "ignore", such as kind = "tie".')
        )  # fmt: skip
    return (
        _("If that is right, take the “?” away in the column “what it is” of its row; else choose what it is.")
        if inspection.in_workbook
        else _("If that is right, take the line decided = false out of its [[question]]; else correct kind = as well.")
    )


def choose_promise(at: Location, inspection: Inspection) -> str:
    """Say where to write what respondents were promised.

    Parameters
    ----------
    at : Location
        Where the promise stands, or the question if it has none.
    inspection : Inspection
        Knows the spelling.
    """
    if not inspection.in_workbook:
        return _("Write what you promised into its [[question]]: promise = and one of {promises}.", promises=_PROMISES)
    words = _PROMISES.replace('"', "")
    if "“Promise”" in at.file:
        return _("Choose what you promised in the column “promise” of its row: {promises}.", promises=words)
    return _(
        "Add a row for this question to the sheet “Promise” and choose what you promised: {promises}.", promises=words
    )


def describe_answers(question: QuestionSettings, about: str, answers: Sequence[str], inspection: Inspection) -> str:
    """Say how to spell out the scale of a question that has none.

    Parameters
    ----------
    question : QuestionSettings
        Without a scale.
    about : str
        Its layer, or what it is about.
    answers : sequence of str
        Some of its answers.
    inspection : Inspection
        Knows the spelling.
    """
    scale = question.scale if isinstance(question.scale, str) and question.scale else about
    if inspection.in_workbook:
        return _(
            "Add a row for each answer to the sheet “Scales”, under the scale “{scale}”: its number, the least first, "
            "its name, and whether it is a tie; and write {scale} in the column “scale” of the question's row.",
            scale=scale,
        )  # fmt: skip
    example = tomlkit.item([*answers]).as_string()
    return _(
        "Write all its answers into its [[question]], from least to most: scale = {example}. The first is no tie.",
        example=example,
    )


def add_answer(question: QuestionSettings, about: str, answer: str, steps: str, inspection: Inspection) -> str:
    """Say how to add an answer to the scale of a question.

    Parameters
    ----------
    question : QuestionSettings
        With a scale that lacks it.
    about : str
        Its layer, or what it is about.
    answer : str
        As it is written.
    steps : str
        What the scale has.
    inspection : Inspection
        Knows the spelling.
    """
    scale = question.scale if isinstance(question.scale, str) and question.scale else about
    if inspection.in_workbook:
        return _(
            "Add a row for “{answer}” to the scale “{scale}” on the sheet “Scales”, which has {steps}; or, if it says "
            "no more than a blank, write it in the column “answers like a blank” of the question's row.",
            answer=answer, scale=scale, steps=steps,
        )  # fmt: skip
    named = isinstance(question.scale, str) and question.scale
    where = _("[scales] or scales.csv, under “{scale}”", scale=scale) if named else _("scale = in its [[question]]")
    return _(
        "Add “{answer}” to {where}, which has {steps}; or, if it says no more than a blank, write "
        "not_known = [{literal}] into its [[question]].",
        answer=answer, where=where, steps=steps, literal=tomlkit.item(answer).as_string(),
    )  # fmt: skip


def correct_id(inspection: Inspection) -> str:
    """Say where the id of a question is corrected.

    Parameters
    ----------
    inspection : Inspection
        Knows the spelling.
    """
    if inspection.in_workbook:
        return _("Correct it in the column “question” of its row, or delete the row.")
    return _("Correct question = in its [[question]], or delete that.")


def is_stated(layer: str, settings: Settings) -> bool:
    """Whether the settings speak of a kind of tie.

    Parameters
    ----------
    layer : str
        The kind of tie.
    settings : Settings
        Of a partnership.
    """
    return normal(layer) in {normal(name) for name in settings.layers}


def set_direction(layer: str, inspection: Inspection, file: str = "", *, stated: bool = False) -> str:
    """Say how to settle whether a kind of tie has a direction.

    Parameters
    ----------
    layer : str
        The kind of tie.
    inspection : Inspection
        Knows the spelling.
    file : str
        A network that no settings name yet.
    stated : bool
        Whether the settings speak of the kind of tie already.
    """
    if inspection.in_workbook:
        return _(
            "Choose yes or no in the column “has a direction” of “{layer}” on the sheet “Layers”; add its row if it is "
            "missing.", layer=layer,
        )  # fmt: skip
    if stated:
        return _(
            "Write below [layers.{layer}] in {settings}: directed = false or true.",
            layer=toml_key(layer), settings=SETTINGS_FILE,
        )  # fmt: skip
    network = f"network = {tomlkit.item(file).as_string()}; then " if file else ""
    return _(
        "Write into {settings}: {network}[layers.{layer}] on a line of its own, and below it directed = false or true.",
        settings=SETTINGS_FILE, network=network, layer=toml_key(layer),
    )  # fmt: skip


def order_strengths(layer: str, words: Sequence[str], inspection: Inspection) -> str:
    """Say how to spell out strengths that are words.

    Parameters
    ----------
    layer : str
        The kind of tie.
    words : sequence of str
        Its strengths.
    inspection : Inspection
        Knows the spelling.
    """
    if inspection.in_workbook:
        return _(
            "Add a row for each to the sheet “Scales”, under the scale “{layer}”, the least with the value 1.",
            layer=layer,
        )
    steps = ", ".join(
        f"{{value = {number}, name = {tomlkit.item(word).as_string()}}}" for number, word in enumerate(words, start=1)
    )
    return _(
        "Write into {settings} below a line [layers.{layer}], with the least first: scale = [{steps}].",
        settings=SETTINGS_FILE, layer=toml_key(layer), steps=steps,
    )  # fmt: skip


def drop_layer(layer: str, inspection: Inspection) -> str:
    """Say how to take a kind of tie out.

    Parameters
    ----------
    layer : str
        The kind of tie.
    inspection : Inspection
        Knows the spelling.
    """
    if inspection.in_workbook:
        return _("Delete the row “{layer}” of the sheet “Layers”, or add its ties.", layer=layer)
    return _("Delete [layers.{layer}] in {settings}, or add its ties.", layer=toml_key(layer), settings=SETTINGS_FILE)


def set_of_network(inspection: Inspection) -> str:
    """Say where it is set how a network file is read.

    Parameters
    ----------
    inspection : Inspection
        Knows the spelling.
    """
    if inspection.in_workbook:
        return _(
            "To choose otherwise, fill in the rows “Its attribute with names”, “Its attribute with kinds of tie” or "
            "“Its attribute with strengths” on the sheet “{sheet}” of {workbook}.", sheet=START, workbook=WORKBOOK_FILE,
        )  # fmt: skip
    return _(
        "To choose otherwise, write name =, layer = or weight = below [network] in {settings}.", settings=SETTINGS_FILE
    )
