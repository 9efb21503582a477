"""Asking whether ties have a direction, where no tie of a kind is returned and nothing says."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from stakeholder_graph.frames.rows import SurveyRows
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import LayerInfo
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.networks.direction import Direction, NetworkTie, direction_of
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.remedies import is_stated, set_direction
from stakeholder_graph.text import _, listing


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
        )  # fmt: skip


#: In an export people answered for themselves: that none is returned says something where by chance alone, each naming
#: whom it likes, so many pairs would name each other.
_EXPECTED = 1.0


def never_returned(
    layers: Iterable[LayerInfo], rows: SurveyRows, settings: Settings, from_exports: Collection[str] = ()
) -> dict[str, Direction]:
    """The kinds of tie of which none is returned although both sides answered, and nothing says that they run one way.

    Parameters
    ----------
    layers : iterable of LayerInfo
        Those of the survey.
    rows : SurveyRows
        With ties and who was asked.
    settings : Settings
        What they say of direction counts, for all ties or for a kind.
    from_exports : collection of str
        Kinds of tie of which exports have the answers.

    Returns
    -------
    dict of str to Direction
        Each counts as one way until somebody says otherwise. Judgments of partners run one way by themselves, and so do
        ties asked about partners only. Fewer than four such ties say nothing, and neither do those of a few who name
        and others who are only named, nor answers of an export so sparse that hardly any would be returned by chance.
    """
    if "directed" in settings.model_fields_set:
        return {}
    stated = {normal(name) for name, layer in settings.layers.items() if layer.directed is not None}
    open_to_all = {info.name for info in layers if info.directed and info.asks == "ties" and not info.asked_of}
    asked = rows.records("asked", "wave", "layer", "organization", "answered")
    answered = {(wave, layer, who) for wave, layer, who, yes in asked if yes}
    exported = {normal(name) for name in from_exports}
    of_kind: dict[str, list[NetworkTie]] = defaultdict(list)
    for wave, layer, origin, target in rows.records("ties", "wave", "layer", "from", "to"):
        if layer in open_to_all and {(wave, layer, origin), (wave, layer, target)} <= answered:
            of_kind[layer].append(NetworkTie(0, "", origin, target, None))
    for layer in [layer for layer in of_kind if normal(layer) in exported]:
        respondents = len({who for _wave, of, who in answered if of == layer})
        if len(of_kind[layer]) ** 2 < _EXPECTED * 2 * respondents * (respondents - 1):
            del of_kind[layer]
    doubtful = {layer: direction_of(ties) for layer, ties in of_kind.items() if normal(layer) not in stated}
    return {layer: Direction(directed=True, in_doubt=True) for layer, said in doubtful.items() if said.in_doubt}
