"""The formats that networks are written in, and what each one keeps."""

from stakeholder_graph.exchange.writing import NETWORK_WRITERS
from stakeholder_graph.text import _
from stakeholder_graph.views.terminal.text_table import text_table


def formats_table() -> str:
    """Say for each format what it is for and what of a network it keeps.

    Returns
    -------
    str
        A row a format; strengths are kept by all that hold connections, and what is not known is left blank.

    Examples
    --------
    >>> print(formats_table().splitlines()[0].split()[0])
    --to
    """
    headings = (
        "--to",
        _("For"),
        _("Kinds of connection"),
        _("Surveys in one file"),
        _("Direction of each"),
        _("Columns of organizations"),
        _("Columns of connections"),
        _("Numbers as numbers"),
        _("Positions"),
        _("Colours"),
        _("Not asked"),
    )
    rows = [
        (
            writer.key,
            _(writer.tool),
            _yes(writer.layers) if writer.edges else "–",
            _yes(writer.waves),
            _yes(writer.mixed_direction) if writer.edges else "–",
            _yes(writer.node_attributes),
            _yes(writer.edge_attributes) if writer.edges else "–",
            _yes(writer.types),
            _yes(writer.positions),
            _yes(writer.colours),
            _yes(writer.asked),
        )
        for writer in NETWORK_WRITERS.values()
    ]
    nameless = _(
        "fingerprint: for stakeholder-graph across; no name and no network, but bands, rounded shares and words that "
        "anybody may read."
    )
    return text_table(headings, rows, (10, 24, 11, 10, 12, 14, 12, 10, 10, 8, 10)) + f"\n{nameless}\n"


def _yes(held: bool) -> str:
    return _("yes") if held else _("no")
