"""Layers: which kinds of tie there are, on which scale, under which promise."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.survey import Asks, LayerInfo, Promise
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.model import SETTINGS_FILE, LayerSettings, Question, Settings, StepSettings
from stakeholder_graph.survey.settings.scales import RENUMBER, ZERO_TIE, Steps

#: How names of layers begin that judge a partner instead of telling of a tie.
JUDGES: dict[str, Asks] = {"trust": "trust", "perceived value": "value", "value:": "value"}


def layer_infos(
    named: Iterable[str], settings: Settings, scales: Mapping[str, Steps], inspection: Inspection
) -> dict[str, LayerInfo]:
    """Gather the layers that settings, questions and files speak of.

    Parameters
    ----------
    named : iterable of str
        Layers as the plain files name them.
    settings : Settings
        Its layers come first, in their order, then those of its questions, then the others as they are named.
    scales : mapping of str to tuple of Step
        Those of scales.csv by normal name; a layer without a scale of its own takes the one of its name.
    inspection : Inspection
        Takes problems, and promises that nobody has stated as open decisions.

    Returns
    -------
    dict of str to LayerInfo
        By name, in the order in which they are shown.
    """
    questions = [question for question in settings.question if question.kind == "tie"]
    first = [*settings.layers, *(question.layer for question in questions)]
    names: dict[str, str] = {}
    for name in [*first, *named]:
        names.setdefault(normal(name), name)
    stated = {normal(name): layer for name, layer in settings.layers.items()}
    asked = {normal(question.layer): question for question in reversed(questions)}
    infos = {
        name: _info(name, stated.get(key, LayerSettings()), asked.get(key), scales, inspection)
        for key, name in names.items()
    }
    return {name: replace(info, asked_of=_partners(info, names, inspection)) for name, info in infos.items()}


def kind_promises(settings: Settings, inspection: Inspection) -> dict[str, Promise]:
    """Say what respondents were told of each kind of question that is not about ties.

    Parameters
    ----------
    settings : Settings
        Of several questions of one kind the strictest promise counts.
    inspection : Inspection
        Takes promises that nobody has stated as open decisions; these count as ``aggregate``.

    Returns
    -------
    dict of str to {"named", "aggregate", "backbone"}
        By kind, of those that an export asks about.
    """
    told: dict[str, Promise] = {}
    for question in settings.question:
        if question.kind in ("tie", "identity", "attribute", "ignore"):
            continue
        promise = question.promise or (settings.promises.ratings if question.kind == "rating" else None)
        if promise is None:
            inspection.decide(
                f"Nothing says what respondents were told of their answers about {question.kind}; they are shown in "
                "the aggregate only.",
                "Choose in the survey settings what was promised: named, aggregate or backbone.",
                SETTINGS_FILE,
            )
        strictness = ("named", "aggregate", "backbone")
        told[question.kind] = max(told.get(question.kind, "named"), promise or "aggregate", key=strictness.index)
    if settings.promises.ratings:
        told["rating"] = settings.promises.ratings
    return told


def unused_scales(
    scales: Mapping[str, Steps],
    layers: Iterable[str],
    items: Iterable[str],
    settings: Settings,
) -> list[str]:
    """Give the scales of scales.csv that no layer and no item is answered on."""
    named = [layer.scale for layer in settings.layers.values()]
    named += [question.scale for question in settings.question]
    used = {normal(name) for name in [*layers, *items, *named] if isinstance(name, str)}
    return [name for name in scales if name not in used]


def _info(
    name: str,
    stated: LayerSettings,
    question: Question | None,
    scales: Mapping[str, Steps],
    inspection: Inspection,
) -> LayerInfo:
    asked = question or LayerSettings()
    written = stated.scale or asked.scale or name
    told = stated.promise or asked.promise
    asks = stated.asks or asked_by_name(name)
    promise: Promise = "backbone" if delicate(name, asks) else "named"
    if question and not told:
        promise = "aggregate"
        inspection.decide(
            f'Nothing says what respondents were told of "{name}"; it is shown in the aggregate only.',
            "Choose in the survey settings what was promised: named, aggregate or backbone.",
            SETTINGS_FILE,
        )
    steps = steps_of(written, f'the layer "{name}"', scales, inspection, own=name)
    combine = stated.combine or asked.combine or "most"
    return LayerInfo(name, steps, told or promise, combine, stated.asked_of or asked.asked_of, asks)


def delicate(name: str, asks: Asks) -> bool:
    """Whether a kind of tie says something of a partner which that partner was not told."""
    return asks != "ties" or normal(name) == "conflict"


def asked_by_name(name: str) -> Asks:
    """What a layer asks about, unless the settings say so.

    Examples
    --------
    >>> asked_by_name("Trust: reliability"), asked_by_name("perceived value"), asked_by_name("contact")
    ('trust', 'value', 'ties')
    >>> asked_by_name("Value"), asked_by_name("value: resources"), asked_by_name("value chain")
    ('value', 'value', 'ties')
    """
    for begins, about in JUDGES.items():
        if f"{normal(name)}:".startswith(begins):
            return about
    return "ties"


def _partners(info: LayerInfo, names: Mapping[str, str], inspection: Inspection) -> str:
    """The layer whose ties were asked about, as it is spelled."""
    found = names.get(normal(info.asked_of), "")
    if info.asked_of and (not found or found == info.name):
        inspection.wrong(
            f'The layer "{info.name}" cannot be asked of "{info.asked_of}".',
            suggestion(info.asked_of, [name for name in names.values() if name != info.name], "Name another layer."),
            SETTINGS_FILE,
        )
    return found


def steps_of(
    written: str | tuple[StepSettings, ...],
    of: str,
    scales: Mapping[str, Steps],
    inspection: Inspection,
    own: str = "",
) -> Steps:
    """Give the steps of a scale as the settings write it, noting a problem where it cannot be.

    Parameters
    ----------
    written : str or tuple of StepSettings
        The name of a scale, or its steps.
    of : str
        What is answered on it, for the problems.
    scales : mapping of str to tuple of Step
        Those of scales.csv by normal name.
    inspection : Inspection
        Takes the problems.
    own : str
        A name that need not be there.

    Returns
    -------
    tuple of Step
        From least to most.
    """
    if isinstance(written, str):
        if normal(written) not in scales and written != own:
            inspection.wrong(
                f'The scale "{written}" of {of} does not exist.',
                suggestion(written, list(scales), f"Describe it in {inspection.list_name('scales')}."),
                SETTINGS_FILE,
            )
        return scales.get(normal(written), ())
    steps = sorted((each.step() for each in written), key=lambda each: each.value)
    values, names = {each.value for each in steps}, {normal(each.name) for each in steps}
    if min(len(values), len(names)) < len(steps):
        inspection.wrong(
            f"The scale of {of} has a step twice.", "Give each step a number and a name of its own.", SETTINGS_FILE
        )
    for each in steps:
        if each.tie and each.value == 0:
            inspection.wrong(f'"{each.name}" on the scale of {of} is a tie and {ZERO_TIE}', RENUMBER, SETTINGS_FILE)
    return tuple(steps)
