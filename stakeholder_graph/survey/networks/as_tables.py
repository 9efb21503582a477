"""A network file as the tables of plain files: organizations, ties, and the scale where strengths are words."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from stakeholder_graph.exchange.graph_format import Edge, GraphFile, GraphFormat
from stakeholder_graph.exchange.network_source import NetworkSource
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.model.survey import DEFAULT_LAYER
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.networks.attributes import (
    kind_attribute,
    kinds_of,
    kumu_attributes,
    other_attributes,
    sector_attribute,
    strength_attribute,
)
from stakeholder_graph.survey.networks.direction import Direction, NetworkTie, direction_of
from stakeholder_graph.survey.networks.repeated_ties import strongest, strongest_of_both_ends
from stakeholder_graph.survey.settings.drafting.answer_order import order_answers
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.remedies import order_strengths, set_of_network
from stakeholder_graph.tabular.delimited import as_number
from stakeholder_graph.tabular.files import TableFile
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _, _n, listing

#: Columns of organizations.csv that mean something: an attribute of such a name is renamed, but for yes and no.
_OWN = frozenset({"organization", "answered", "public"})
_YES_NO = frozenset({"yes", "no", "true", "false", "y", "n", "1", "0"})
#: Attributes of edges that ties.csv has as columns.
_COLUMNS = ("wave", "respondent")
#: Strengths may be so many different words.
_MOST_STEPS = 12


@dataclass(frozen=True, eq=False)
class NetworkTables:
    """A network file, understood.

    Parameters
    ----------
    tables : dict of str to SourceTable
        Organizations and ties, and scales where strengths are words.
    directions : dict of str to Direction
        By kind of tie.
    sector : str
        The attribute that groups organizations; blank for none.
    kind, strength : str
        Attributes of edges; blank for none.
    title : str
        What the file calls the network.
    format : str
        Of which program it is.
    nodes_file : str
        The file beside it that holds its nodes; blank for none.
    """

    tables: dict[str, SourceTable]
    directions: dict[str, Direction]
    sector: str
    kind: str
    strength: str
    title: str
    format: str
    nodes_file: str = ""


def network_tables(
    graph: GraphFile,
    graph_format: GraphFormat,
    opened: TableFile,
    settings: Settings,
    inspection: Inspection,
    scales: Iterable[str] = (),
) -> NetworkTables:
    """Turn a graph into plain tables.

    Parameters
    ----------
    graph : GraphFile
        As read.
    graph_format : GraphFormat
        That of the file.
    opened : TableFile
        The file.
    settings : Settings
        May name attributes, and say which kinds of tie have a direction.
    inspection : Inspection
        Takes problems and advice.
    scales : iterable of str
        Names of scales that are there already.
    """
    nodes_file = opened.nodes_file if isinstance(opened, NetworkSource) else ""
    named, file, decimal_comma = settings.network, opened.file, opened.decimal_comma
    kind = _attribute(graph.edges, named.layer if named else "", kind_attribute(graph.edges), file, inspection)
    strength = strength_attribute(graph.edges, kind)
    strength = _attribute(graph.edges, named.weight if named else "", strength, file, inspection)
    label, *ends = graph.headers
    sector = "" if settings.sector != "sector" else sector_attribute(graph.nodes, label)
    ties = _ties(graph.edges, kind, strength, file, inspection)
    used = {kind, strength, *ends, *_COLUMNS}
    directions, of_ties = tie_tables(ties, settings, file, decimal_comma, inspection, scales)
    strength = strength if any(of_ties["ties"].texts("value")) else ""
    tables = {"organizations": _organizations(graph, label, file, inspection), **of_ties}
    _note_unused(graph, used, file, inspection)
    return NetworkTables(tables, directions, sector, kind, strength, graph.title, graph_format.name, nodes_file)


def tie_tables(
    ties: Sequence[NetworkTie],
    settings: Settings,
    file: str,
    decimal_comma: bool,
    inspection: Inspection,
    scales: Iterable[str] = (),
    *,
    are_answers: bool = False,
) -> tuple[dict[str, Direction], dict[str, SourceTable]]:
    """Turn ties into the table of plain files, and one of scales where strengths are words.

    Parameters
    ----------
    ties : sequence of NetworkTie
        As a file has them.
    settings : Settings
        May say which kinds of tie have a direction.
    file : str
        How problems name where they stand.
    decimal_comma : bool
        Whether ``3,5`` may mean three and a half.
    inspection : Inspection
        Takes advice and open decisions.
    scales : iterable of str
        Names of scales that are there already.
    are_answers : bool
        Whether organizations gave them, so that one that stands twice on the same side may have answered twice.

    Returns
    -------
    (dict of str to Direction, dict of str to SourceTable)
        By kind of tie; by name of the plain file.
    """
    directions = {name: _direction(name, ties, settings) for name in dict.fromkeys(tie.kind for tie in ties)}
    once = strongest_of_both_ends if are_answers else strongest
    ties = once(_both_ways(ties, directions), directions, file, inspection)
    if {as_number(tie.value) for tie in ties} == {1.0}:
        ties = [tie._replace(value="") for tie in ties]
    ties, made = _scales(ties, {*_with_scale(settings), *map(normal, scales)}, file, inspection)
    return directions, {"ties": _tie_table(ties, file, decimal_comma), **made}


def _attribute(edges: Sequence[Edge], named: str, chosen: str, file: str, inspection: Inspection) -> str:
    """The attribute of edges that the settings name, or else the one that was chosen."""
    if not named:
        return chosen
    headers = {header.casefold(): header for edge in edges for header in edge.attributes}
    if named.casefold() not in headers:
        inspection.wrong(
            _("No edge has the attribute “{attribute}”, which the settings name.", attribute=named),
            _("Choose one of {names}.", names=", ".join(headers.values()))
            if headers
            else _("Take it out of the settings: edges have no attributes."),
            file,
        )
    return headers.get(named.casefold(), "")


def _ties(edges: Sequence[Edge], kind: str, strength: str, file: str, inspection: Inspection) -> list[NetworkTie]:
    ties, without = [], []
    for edge in edges:
        texts = {name.casefold(): " ".join(values) for name, values in edge.attributes.items() if values}
        kinds = kinds_of(edge, kind) if kind else []
        if kind and not kinds:
            without.append(edge.row)
        for name in kinds or [DEFAULT_LAYER]:
            value = " ".join(edge.attributes.get(strength, ())) if strength else ""
            value = "" if value.casefold() == "nan" else value
            columns = {column: texts.get(column, "") for column in _COLUMNS}
            ties.append(NetworkTie(edge.row, name, edge.origin, edge.target, edge.directed, value, **columns))
    if without:
        inspection.advise(
            _n(
                "{count} tie has no “{attribute}”; it counts as “{layer}”.",
                "{count} ties have no “{attribute}”; they count as “{layer}”.",
                len(without),
                attribute=kind,
                layer=DEFAULT_LAYER,
            ),
            _("You need do nothing, unless you know of what kind they are."),
            file,
            without[0],
        )
    return ties


def _direction(name: str, ties: Sequence[NetworkTie], settings: Settings) -> Direction:
    """What the settings say of a kind of tie, else what the file says."""
    stated = {normal(layer): said.directed for layer, said in settings.layers.items()}.get(normal(name))
    # A workbook always says yes or no of all ties, and yes is what it says where nobody has thought of it.
    in_text = settings.location.file.endswith(".toml") and "directed" in settings.model_fields_set
    if stated is None and (in_text or not settings.directed):
        stated = settings.directed
    if stated is not None:
        return Direction(stated)
    return direction_of(tie for tie in ties if tie.kind == name)


def _both_ways(ties: Sequence[NetworkTie], directions: Mapping[str, Direction]) -> list[NetworkTie]:
    """Among ties with a direction, one that holds both ways is two."""
    spread = []
    for tie in ties:
        spread.append(tie)
        if directions[tie.kind].directed and tie.directed is False and tie.origin != tie.target:
            spread.append(tie._replace(origin=tie.target, target=tie.origin))
    return spread


def _organizations(graph: GraphFile, label: str, file: str, inspection: Inspection) -> SourceTable:
    kept, drawn = other_attributes((node.attributes for node in graph.nodes), [label])
    columns = {"organization": [node.name for node in graph.nodes]}
    taken = {"organization"}
    for header in kept:
        texts = ["|".join(node.attributes.get(header, ())) for node in graph.nodes]
        folded = header.casefold()
        flag = folded in ("answered", "public") and {text.casefold() for text in texts} <= _YES_NO
        shown = header
        if (folded in _OWN and not flag) or folded in taken:
            shown = _("{attribute} in the file", attribute=header)
        if shown.casefold() in taken or texts == columns["organization"]:
            continue
        taken.add(shown.casefold())
        columns[shown] = texts
    if drawn:
        inspection.advise(
            _("Attributes that say where and how a node is drawn are left out: {names}.", names=listing(drawn, "and")),
            _("You need do nothing."),
            file,
        )
    return SourceTable(file, columns, [node.row for node in graph.nodes])


def _tie_table(ties: Sequence[NetworkTie], file: str, decimal_comma: bool) -> SourceTable:
    columns = {
        "from": [tie.origin for tie in ties],
        "to": [tie.target for tie in ties],
        "layer": [tie.kind for tie in ties],
        "value": [tie.value for tie in ties],
    }
    for column in _COLUMNS:
        if any(texts := [getattr(tie, column) for tie in ties]):
            columns[column] = texts
    return SourceTable(file, columns, [tie.row for tie in ties], decimal_comma)


def _with_scale(settings: Settings) -> set[str]:
    """The layers, in normal form, whose scale the settings say."""
    return {normal(name) for name, layer in settings.layers.items() if layer.scale}


def _scales(
    ties: list[NetworkTie], stated: Collection[str], file: str, inspection: Inspection
) -> tuple[list[NetworkTie], dict[str, SourceTable]]:
    """The scale of each kind of tie whose strengths are words in a known order; else the strength is not known."""
    rows: list[tuple[str, str, str]] = []
    unknown: set[str] = set()
    for name in dict.fromkeys(tie.kind for tie in ties):
        answers = list(dict.fromkeys(tie.value for tie in ties if tie.kind == name and tie.value))
        numbers = [as_number(answer, decimal_comma=True) is not None for answer in answers]
        if not answers or any(numbers) or normal(name) in stated:
            continue
        scale = order_answers(answers, of_partners=True) if len(answers) <= _MOST_STEPS else None
        if scale is None or scale.outside or not (scale.ordered or len(answers) == 1):
            inspection.decide(
                _(
                    "Strengths of “{layer}” are words whose order nobody can tell: {words}.",
                    layer=name,
                    words=", ".join(f"“{answer}”" for answer in answers[:_MOST_STEPS]),
                ),
                order_strengths(name, answers[:_MOST_STEPS], inspection),
                file,
            )
            unknown.add(name)
            continue
        rows += [(name, f"{value:g}", answer) for answer, value in zip(scale.answers, scale.values, strict=True)]
    ties = [tie._replace(value="") if tie.kind in unknown else tie for tie in ties]
    if not rows:
        return ties, {}
    scale_names, numbers, names = (list(column) for column in zip(*rows, strict=True))
    columns = {"scale": scale_names, "value": numbers, "name": names}
    return ties, {"scales": SourceTable(file, columns, list(range(1, len(rows) + 1)))}


def _note_unused(graph: GraphFile, used: Iterable[str], file: str, inspection: Inspection) -> None:
    headers, _drawn = other_attributes((edge.attributes for edge in graph.edges), used)
    headers = [h for h in headers if h not in kumu_attributes(headers) and h.casefold() not in _COLUMNS]
    if headers:
        inspection.advise(
            _n(
                "{count} attribute of ties is not used: {names}.",
                "{count} attributes of ties are not used: {names}.",
                len(headers),
                names=listing((f"“{header}”" for header in headers), "and"),
            ),
            " ".join((_("If one is the kind of tie or the strength, name it."), set_of_network(inspection))),
            file,
        )
