"""Layers: which kinds of tie there are, on which scale and what answers mean on it, under which promise."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from math import nan
from typing import get_args

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.survey import Asks, LayerInfo, Promise
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.plain.scales import with_hours
from stakeholder_graph.survey.settings.elements import RENUMBER, Location, Steps, StepSettings
from stakeholder_graph.survey.settings.model import LayerSettings, QuestionSettings, Settings
from stakeholder_graph.survey.settings.remedies import choose_promise
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.text import _

#: How names of layers begin that judge a partner instead of saying that there is a tie.
JUDGES: dict[str, Asks] = {"trust": "trust", "perceived value": "value", "value:": "value"}
#: Promises, the strictest last.
_STRICTNESS: tuple[Promise, ...] = get_args(Promise)


def layer_infos(
    named: Iterable[str], settings: Settings, scales: Mapping[str, Steps], inspection: Inspection
) -> dict[str, LayerInfo]:
    """Gather the layers that settings, questions and files name.

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

    Examples
    --------
    >>> layer_infos(["contact"], Settings(), {}, Inspection())["contact"].promise
    'named'
    """
    questions = [question for question in settings.question if question.kind == "tie"]
    first = [*settings.layers, *(question.layer for question in questions)]
    names: dict[str, str] = {}
    for name in [*first, *named]:
        names.setdefault(normal(name), " ".join(name.split()))
    stated = {normal(name): layer for name, layer in settings.layers.items()}
    asked = {normal(question.layer): question for question in reversed(questions)}
    infos = {
        name: _info(name, stated.get(key, LayerSettings()), asked.get(key), scales, inspection, settings.directed)
        for key, name in names.items()
    }
    return {name: replace(info, asked_of=_asked_of(info, names, settings, inspection)) for name, info in infos.items()}


def kind_promises(settings: Settings, inspection: Inspection) -> dict[str, Promise]:
    """Say what respondents were promised about each kind of question that is not about ties.

    Parameters
    ----------
    settings : Settings
        Of several questions of one kind the strictest promise counts. Nothing but a tie has a strength, so that
        ``named with strength`` counts as ``named`` here.
    inspection : Inspection
        Takes promises that nobody has stated as open decisions; these count as ``aggregate``.

    Returns
    -------
    dict of str to {"named", "aggregate", "backbone"}
        By kind, of those that an export asks about.

    Examples
    --------
    >>> settings = Settings.model_validate({"question": [{"kind": "team", "question": "Q1"}]})
    >>> inspection = Inspection()
    >>> kind_promises(settings, inspection), len(inspection.undecided)
    ({'team': 'aggregate'}, 1)
    """
    promises: dict[str, Promise] = {}
    undecided: set[str] = set()
    for question in settings.question:
        if question.kind in ("tie", "identity", "attribute", "consent", "ignore"):
            continue
        promise = question.promise or (settings.promises.ratings if question.kind == "rating" else None)
        if promise is None and question.kind not in undecided:
            undecided.add(question.kind)
            at = question.promise_location
            inspection.decide(
                _(
                    "Nothing says what you promised respondents about their answers of the kind “{kind}”; we show "
                    "these in the aggregate only.",
                    kind=question.kind,
                ),
                choose_promise(at, inspection),
                at.file,
                at.row,
                about="answers",
            )
        kinds = (promises.get(question.kind, "named"), promise or "aggregate")
        promises[question.kind] = max(kinds, key=_STRICTNESS.index)
    if settings.promises.ratings:
        promises["rating"] = max("named", settings.promises.ratings, key=_STRICTNESS.index)
    return promises


def with_combine(settings: Settings) -> frozenset[str]:
    """Give the layers of which the settings say how several respondents of one organization become one.

    Parameters
    ----------
    settings : Settings
        Its layers, and its questions about ties.

    Examples
    --------
    >>> with_combine(Settings.model_validate({"layers": {"trust": {"combine": "mean"}, "contact": {}}}))
    frozenset({'trust'})
    """
    layers = {name for name, layer in settings.layers.items() if layer.combine}
    return frozenset({*layers, *(question.layer for question in settings.question if question.combine)})


def _info(
    name: str,
    stated: LayerSettings,
    question: QuestionSettings | None,
    scales: Mapping[str, Steps],
    inspection: Inspection,
    directed: bool,
) -> LayerInfo:
    asked = question or LayerSettings()
    promise = stated.promise or asked.promise
    asks = stated.asks or asked_by_name(name)
    if promise is None and question:
        private = delicate(name, asks)
        promise = "backbone" if private else "aggregate"
        nothing_said = (
            _("Nothing says what you promised respondents about “{layer}”; it stays on your desk.", layer=name)
            if private
            else _(
                "Nothing says what you promised respondents about “{layer}”; we show it in the aggregate only.",
                layer=name,
            )
        )
        inspection.decide(
            nothing_said,
            choose_promise(question.promise_location, inspection),
            question.promise_location.file,
            question.promise_location.row,
            about="answers",
        )
    steps = steps_of(stated if stated.scale or not question else question, name, scales, inspection, own=name)
    if normal(name) in scales:
        at = stated.location if stated.scale or not question else question.location
        steps = with_hours(steps, name, scales, normal(name), at, inspection)
    return LayerInfo(
        name=name,
        steps=steps,
        promise=promise or ("backbone" if delicate(name, asks) else "named"),
        combine=stated.combine or asked.combine or "most",
        asked_of=stated.asked_of or asked.asked_of,
        asks=asks,
        directed=directed if stated.directed is None else stated.directed,
    )


def delicate(name: str, asks: Asks) -> bool:
    """Whether a kind of tie judges a partner, who does not know of it.

    Parameters
    ----------
    name : str
        Of the layer.
    asks : {"ties", "trust", "value"}
        What it asks about.

    Examples
    --------
    >>> delicate("contact", "ties"), delicate("Conflict", "ties"), delicate("reliability", "trust")
    (False, True, True)
    """
    return asks != "ties" or normal(name) == "conflict"


def asked_by_name(name: str) -> Asks:
    """What a layer asks about where the settings do not say so.

    Parameters
    ----------
    name : str
        Of the layer.

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


def _asked_of(info: LayerInfo, names: Mapping[str, str], settings: Settings, inspection: Inspection) -> str:
    """The layer whose ties were asked about, as it is spelled."""
    other = names.get(normal(info.asked_of), "")
    if info.asked_of and (not other or other == info.name):
        others = [name for name in names.values() if name != info.name]
        inspection.wrong(
            _("The layer “{layer}” cannot be asked of partners in “{other}”.", layer=info.name, other=info.asked_of),
            suggestion(info.asked_of, others, _("Name another layer.")),
            settings.location.file,
        )
    return other


def steps_of(
    settings: LayerSettings | QuestionSettings,
    about: str,
    scales: Mapping[str, Steps],
    inspection: Inspection,
    own: str = "",
) -> Steps:
    """Give the steps of the scale that a layer or a question is answered on, noting a problem where it cannot be.

    Parameters
    ----------
    settings : LayerSettings or QuestionSettings
        Its scale is the name of one, or its steps.
    about : str
        What is answered on it, for the problems.
    scales : mapping of str to tuple of Step
        Those of scales.csv by normal name.
    inspection : Inspection
        Takes the problems.
    own : str
        The scale where the settings state none; it need not exist.

    Returns
    -------
    tuple of Step
        From least to most.

    Examples
    --------
    >>> layer = LayerSettings.model_validate({"scale": ["never", "weekly"]})
    >>> [step.name for step in steps_of(layer, "contact", {}, Inspection())]
    ['never', 'weekly']
    """
    written, at = settings.scale or own, settings.location
    if isinstance(written, str):
        if normal(written) not in scales and written != own:
            describe = _("Describe it in {scales}.", scales=inspection.list_name("scales"))
            inspection.wrong(
                _("The scale “{scale}” of “{about}” does not exist.", scale=written, about=about),
                suggestion(written, list(scales), describe),
                at.file,
                at.row,
            )
        return scales.get(normal(written), ())
    _check_steps(written, about, at, inspection)
    return tuple(sorted((step.step() for step in written), key=lambda step: step.value))


def values_of(texts: Iterable[str], steps: Steps, decimal_comma: bool = False) -> dict[str, float]:
    """Read answers written as the names or numbers of a scale, or as bare numbers of 0 or more.

    Parameters
    ----------
    texts : iterable of str
        Answers as written.
    steps : tuple of Step
        The scale; empty for bare numbers.
    decimal_comma : bool
        Whether ``3,5`` is three and a half.

    Returns
    -------
    dict of str to float
        By different text; NaN where it is blank or none of these.

    Examples
    --------
    >>> from stakeholder_graph.survey.settings.elements import step
    >>> values_of(["Weekly", "0", "often", ""], (step(0, "never"), step(1, "weekly")))
    {'Weekly': 1, '0': 0.0, 'often': nan, '': nan}
    """
    by_name = {normal(known.name): known.value for known in steps}
    allowed = {known.value for known in steps}

    def value(text: str) -> float:
        if not text:
            return nan
        if normal(text) in by_name:
            return by_name[normal(text)]
        number = as_number(text, decimal_comma)
        return number if number is not None and (number in allowed if steps else number >= 0) else nan

    return {text: value(text) for text in dict.fromkeys(texts)}


def no_ties(steps: Steps) -> list[float]:
    """Give the values at which an answer is no tie; 0 always is one.

    Parameters
    ----------
    steps : tuple of Step
        The scale.

    Examples
    --------
    >>> from stakeholder_graph.survey.settings.elements import step
    >>> no_ties((step(1, "none"), step(2, "weekly")))
    [0.0, 1]
    """
    return [0.0, *(known.value for known in steps if not known.tie)]


def _check_steps(written: tuple[StepSettings, ...], about: str, at: Location, inspection: Inspection) -> None:
    values, names = {step.value for step in written}, {normal(step.name) for step in written}
    if min(len(values), len(names)) < len(written):
        inspection.wrong(
            _("The scale of “{about}” has a step twice.", about=about),
            _("Give each step a number and a name of its own."),
            at.file,
            at.row,
        )
    for step in written:
        if step.tie and step.value == 0:
            what = _(
                "The step “{step}” on the scale of “{about}” is a tie and has the value 0, and 0 means no tie.",
                step=step.name,
                about=about,
            )
            inspection.wrong(what, _(RENUMBER), at.file, at.row)
