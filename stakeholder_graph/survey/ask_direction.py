"""Asking whether ties have a direction, where no tie of a kind is returned and nothing says."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from stakeholder_graph.frames.rows import SurveyRows
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import LayerInfo
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.networks.direction import Direction, NetworkTie, direction_of
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.remedies import is_stated, set_direction
from stakeholder_graph.text import _, listing

#: That none is returned says something of answers to a survey where chance alone would have so many pairs returned.
_RETURNED = 3


def ask_about_direction(
    directions: Mapping[str, Direction], files: Sequence[str], settings: Settings, inspection: Inspection
) -> None:
    """Note as an open decision whether ties have a direction, for each kind of tie that is in doubt.

    Parameters
    ----------
    directions : mapping of str to Direction
        By kind of tie.
    files : sequence of str
        Where the ties stand.
    settings : Settings
        Their spelling decides where the answer goes.
    inspection : Inspection
        Takes the decisions.
    """
    for kind, direction in directions.items():
        if not direction.in_doubt:
            continue
        how = set_direction(kind, inspection, stated=is_stated(kind, settings))
        inspection.decide(
            _("No tie of “{kind}” is returned, and nothing says whether its ties have a direction; they count as both "
              "ways.", kind=kind)
            if not direction.directed
            else _("No tie of “{kind}” is returned, and nothing says whether its ties have a direction; they count as "
                   "one way.", kind=kind),
            how,
            listing(dict.fromkeys(files), "and"),
            about="answers",
        )  # fmt: skip


def never_returned(
    layers: Iterable[LayerInfo], rows: SurveyRows, settings: Settings, exported: Collection[str]
) -> dict[str, Direction]:
    """The kinds of tie of which none is returned although both sides answered, and nothing says that they run one way.

    Parameters
    ----------
    layers : iterable of LayerInfo
        Those that may be in doubt.
    rows : SurveyRows
        With ties and who was asked.
    settings : Settings
        What they say of direction counts, for all ties or for a kind.
    exported : collection of str
        Kinds of tie of which exports have the answers.

    Returns
    -------
    dict of str to Direction
        Each counts as one way until somebody says otherwise. Judgments of partners run one way by themselves, and so do
        ties asked about partners only. In an export people answered for themselves: there it says something only where
        three pairs or more would name each other if all named whom they like, so that chance gives none in 5 % (e^-3).
    """
    if "directed" in settings.model_fields_set:
        return {}
    stated = {normal(name) for name, layer in settings.layers.items() if layer.directed is not None}
    open_to_all = {info.name for info in layers if info.directed and info.asks == "ties" and not info.asked_of}
    asked = rows.records("asked", "wave", "layer", "organization", "answered")
    answered = {(wave, layer, who) for wave, layer, who, yes in asked if yes}
    by_kind: dict[str, set[tuple[str, str]]] = {}
    for wave, layer, origin, target in rows.records("ties", "wave", "layer", "from", "to"):
        if layer in open_to_all and {(wave, layer, origin), (wave, layer, target)} <= answered:
            by_kind.setdefault(layer, set()).add((origin, target))
    doubts = {}
    for layer, pairs in by_kind.items():
        if normal(layer) in stated or any((target, origin) in pairs for origin, target in pairs):
            continue
        respondents = len({who for _wave, about, who in answered if about == layer})
        # With m ties on R (R - 1) dyads, each as likely, m^2 / (2 R (R - 1)) pairs are returned on average.
        sparse = len(pairs) ** 2 < _RETURNED * 2 * respondents * (respondents - 1)
        if sparse and normal(layer) in {normal(name) for name in exported}:
            continue
        if direction_of(NetworkTie(0, "", *pair, None) for pair in pairs).in_doubt:
            doubts[layer] = Direction(directed=True, in_doubt=True)
    return doubts
