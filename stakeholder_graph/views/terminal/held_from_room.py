"""What the room will not see, why, and what to do: for those who run ``check`` and ``report``."""

from collections.abc import Sequence
from pathlib import Path

from stakeholder_graph.editions.release import Line
from stakeholder_graph.editions.room_release import room_release
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.survey import NO_SECTOR, is_named
from stakeholder_graph.survey.settings.elements import SETTINGS_FILE
from stakeholder_graph.survey.settings.workbook.sheets import WORKBOOK_FILE
from stakeholder_graph.survey.settings.write_toml import toml_key
from stakeholder_graph.text import _, listing


def held_from_room(partnership: Partnership, wave: str) -> list[str]:
    """Say what the room will not see, and what would change that.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    wave : str
        The wave that the report would speak of.

    Returns
    -------
    list of str
        Empty where the room sees sectors and lines. What has most weight, that it sees no connections, comes last.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> held_from_room(Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), "1")
    []
    """
    info, graph = partnership.info, partnership.graph(wave)
    release = room_release(partnership.agreed or partnership, (), wave)
    said = []
    if "sector" in info.answered_attributes and all(member.sector == NO_SECTOR for member in release.members):
        said.append(
            _(
                "The room will see no sectors. Respondents gave them, so whoever has none has not answered. List the "
                "organizations with their sectors, then the room sees these."
            )
        )
    held = graph["affiliations"][graph["affiliations"]["value"] != 0]
    if len(held) and not release.of_wave().memberships:
        said.append(
            _(
                "The room will not see which organization works on what, since only those who answered have said so. "
                "Where you keep such a list for everybody, write “list” in the column source, of "
                "affiliations.csv or of the sheet Files."
            )
        )
    if unseen := _no_connections(partnership, graph, release.of_wave().lines):
        said.append(unseen)
    return [f"{line}\n" for line in said]


def _no_connections(partnership: Partnership, graph: PartnerGraph, lines: Sequence[Line] | None) -> str:
    """Why the room sees no connections, and what to do; blank where it sees some, or there are none."""
    if lines is None and partnership.info.surveyed and not graph.answered.any():
        return _no_answers(partnership, graph)
    if lines is None:
        return _(
            "The room will see no lines. With so many ties and so few answers, lines would prove of somebody that "
            "it has not answered. Ask for more answers first, those of organizations with few ties above all."
        )
    if lines or graph["ties"].empty:
        return ""
    named = [name for name, layer in graph.layers.items() if is_named(layer.promise)]
    if not named:
        return _how_to_promise(partnership, list(graph.layers))
    if partnership.agreed is not None:
        return _(
            "The room will see no connections, since no two organizations that agreed to be named are connected. Ask "
            "those who have not agreed yet whether they may be named."
        )
    return ""


def _no_answers(partnership: Partnership, graph: PartnerGraph) -> str:
    """That there are no lines since no answer counts: nobody has answered, or what came is set aside or waits."""
    info = partnership.info
    if info.answers_wait or info.answers_aside.get(graph.wave.name):
        return _("The room will see no lines, since no answer counts yet.")
    return _("The room will see no lines, since nobody has answered yet.")


def _how_to_promise(partnership: Partnership, layers: Sequence[str]) -> str:
    """Say that nobody was promised that connections are shown, and where to say otherwise."""
    why = _(
        "The room will see no connections, only who takes part: your settings do not say that everyone may see who "
        "works with whom ({layers}).",
        layers=listing(layers),
    )
    if any(Path(name).name == WORKBOOK_FILE for name in partnership.info.read_from.stamps):
        todo = _(
            "If people were told so, choose “named” in the column promise of {workbook}, on the sheet Layers, or for "
            "questions of an export on the sheet Promise.",
            workbook=WORKBOOK_FILE,
        )
    else:
        todo = _(
            'If people were told so, write promise = "named" into {settings} below [layers.{layer}], or for a question '
            "of an export below its [[question]].",
            settings=SETTINGS_FILE, layer=toml_key(layers[0]),
        )  # fmt: skip
    return f"{why} {todo}"
