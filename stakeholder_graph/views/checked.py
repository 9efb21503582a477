"""What ``check`` prints: problems or open decisions, who answered, and what is not known yet."""

import textwrap
from collections.abc import Iterable, Sequence

import numpy as np

from stakeholder_graph.editions import telling_blanks
from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.agenda.agenda_agreement import agenda_items
from stakeholder_graph.model.errors import Problem
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.text import number

#: Names in a sentence.
MOST_NAMED = 12

#: Columns of a table of problems wider than this are wrapped.
WIDEST = (24, 5, 24, 52, 44)


def problem_table(problems: Iterable[Problem]) -> str:
    """Lay problems or open decisions out as a table.

    Parameters
    ----------
    problems : iterable of Problem
        In the order in which they are to be read.

    Returns
    -------
    str
        Columns file, row, column, what, what to do; with a line break at the end.

    Examples
    --------
    >>> print(problem_table([Problem("The cell is blank.", "Fill it in.", "ties.csv", 3, "to")]), end="")
    File      Row  Column  What                What to do
    ties.csv    3  to      The cell is blank.  Fill it in.
    """
    rows = [(p.file, "" if p.row is None else str(p.row), p.column or "", p.what, p.todo) for p in problems]
    return table(("File", "Row", "Column", "What", "What to do"), rows, WIDEST)


def table(headings: Sequence[str], rows: Sequence[Sequence[str]], widest: Sequence[int] = ()) -> str:
    """Lay out text in columns; numbers stand to the right, and long text is wrapped within its column.

    Parameters
    ----------
    headings : sequence of str
        One for each column.
    rows : sequence of sequence of str
        Cells.
    widest : sequence of int, optional
        The most signs for each column.
    """
    limits = list(widest) or [60] * len(headings)
    wrapped = [
        [textwrap.wrap(cell, limit, break_on_hyphens=False) or [""] for cell, limit in zip(row, limits, strict=True)]
        for row in [headings, *rows]
    ]
    widths = [max(len(line) for row in wrapped for line in row[place]) for place in range(len(headings))]
    right = [all(row[place].replace(",", "").isdigit() for row in rows if row[place]) for place in range(len(headings))]
    lines = []
    for row in wrapped:
        for height in range(max(map(len, row))):
            texts = [cell[height] if height < len(cell) else "" for cell in row]
            cells = [
                f"{text:>{width}}" if to_right else f"{text:<{width}}"
                for text, width, to_right in zip(texts, widths, right, strict=True)
            ]
            lines.append("  ".join(cells).rstrip())
    return "\n".join(lines) + "\n"


def checked(partnership: Partnership, wave: str | None = None) -> str:
    """Say what is open, who answered a wave and how much of each layer is known.

    Parameters
    ----------
    partnership : Partnership
        As read, so without problems.
    wave : str, optional
        The latest unless told.

    Returns
    -------
    str
        For the backbone: it names sectors of any size, and quotes what respondents wrote.
    """
    graph = partnership.graph(wave)
    blocks = [f"{partnership.name}, wave {graph.wave.name}: no problems found.\n", *_open(partnership)]
    blocks += [_response(partnership, graph), *without_sectors(graph)]
    if partnership.info.set_apart:
        rows = [(reason, number(count)) for reason, count in partnership.info.set_apart.items()]
        blocks.append(table(("Set apart in the exports", "Rows"), rows))
    blocks.append(_layers(graph))
    blocks += _unused(partnership, graph)
    return "\n".join(blocks)


def without_sectors(graph: PartnerGraph) -> list[str]:
    """Say whose sectors are missing if the room therefore sees no sectors at all.

    Parameters
    ----------
    graph : PartnerGraph
        Of one wave, whole.

    Returns
    -------
    list of str
        For the backbone: it names those who have not answered. Empty where the room sees sectors, or nobody has one.
    """
    names = telling_blanks(graph)
    if not names:
        return []
    few = "; ".join(names[:MOST_NAMED]) + (f"; and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else "")
    return [
        "The room will see no sectors: some who have not answered have none, and a blank would tell who they are. Give "
        f"them a sector in the list of organizations: {few}.\n"
    ]


#: What measures read; other answers are kept, and may be taken along, but no finding speaks of them.
READ_BY_MEASURES = ("activity", "outcome", "team", "meeting")


def _unused(partnership: Partnership, graph: PartnerGraph) -> list[str]:
    kinds = graph["affiliations"]["kind"].value_counts()
    counts = [(str(kind), int(count)) for kind, count in kinds.sort_index().items() if kind not in READ_BY_MEASURES]
    items = graph["ratings"]["item"]
    agenda = items.isin(agenda_items(graph, partnership))
    scales = partnership["steps"]["item"] if "steps" in partnership.lists else ()
    apart, unscaled = int((~agenda).sum()), int((agenda & ~items.isin(list(scales))).sum())
    counts += [("rating, not of the agenda", apart)] if apart else []
    counts += [("rating of the agenda, on no scale that is known", unscaled)] if unscaled else []
    rows = [(about, number(count)) for about, count in counts]
    return [table(("Read, but no finding speaks of it yet", "Answers"), rows)] if rows else []


def _open(partnership: Partnership) -> list[str]:
    if not partnership.info.undecided:
        return []
    count = len(partnership.info.undecided)
    blocks = [
        f"{number(count)} open decision{'s' if count > 1 else ''}; until then the report is a draft.\n",
        problem_table(partnership.info.undecided),
    ]
    if partnership.info.left_out:
        rows = [(about, number(count)) for about, count in partnership.info.left_out.items()]
        blocks.append(table(("Left out until decided", "Answers"), rows))
    return blocks


def _response(partnership: Partnership, graph: PartnerGraph) -> str:
    people = graph.organizations.assign(answered=graph.answered)
    said = f"{number(int(graph.answered.sum()))} of {number(len(people))} organizations answered.\n"
    if not partnership.info.answered_known:
        said += "Nothing says who answered, so all count as having answered. Add a column `answered`.\n"
    counts = people.groupby("sector")["answered"].agg(["sum", "size"])
    if set(counts.index) <= {NO_SECTOR}:
        return said
    rows = [(str(sector), number(int(a)), number(int(n))) for sector, a, n in counts.itertuples(name=None)]
    return said + "\n" + table(("Sector", "Answered", "Listed"), rows)


def _layers(graph: PartnerGraph) -> str:
    """One row a layer: ties, how much is not known, how many only one side named although both answered."""
    rows = []
    notes = []
    for name, info in graph.layers.items():
        layer = graph.layer(name)
        if info.asked_of:
            rows.append((name, number(layer.n_ties), "", "", _one_sided(graph, name)))
            notes.append(f"{name}: asked only about partners in {info.asked_of}.")
        else:
            unknown = layer.n_possible_dyads - layer.n_dyads
            share = f" ({100 * unknown / layer.n_possible_dyads:.0f} %)" if layer.n_possible_dyads else ""
            rows.append(
                (
                    name,
                    number(layer.n_ties),
                    number(layer.n_possible_dyads),
                    number(unknown) + share,
                    _one_sided(graph, name),
                )
            )
        notes += _limits(graph, name)
    headings = ("Layer", "Ties reported", "Possible", "Not known", "Named by one side only")
    return table(headings, rows) + "".join(f"{note}\n" for note in notes)


def _one_sided(graph: PartnerGraph, name: str) -> str:
    """Pairs that one side named and the other, which was asked and answered, did not."""
    if not graph.directed:
        return ""
    layer = graph.layer(name)
    ties = layer.adjacency
    unreturned = (ties - ties.multiply(ties.T)).tocoo()
    senders, receivers = unreturned.coords[0][unreturned.data > 0], unreturned.coords[1][unreturned.data > 0]
    return number(int(layer.observed.contains(receivers, senders).sum()))


def _limits(graph: PartnerGraph, name: str) -> list[str]:
    """How many could name only so many, and how many of these named as many."""
    asked = graph["asked"]
    asked = asked[(asked["layer"] == name) & asked["answered"] & asked["limit"].notna()]
    if asked.empty:
        return []
    ties = graph["ties"]
    named = ties[ties["layer"] == name].groupby(["from", "respondent"]).size()
    counts = named.reindex(list(zip(asked["organization"], asked["respondent"], strict=True)), fill_value=0)
    reached = int((counts.to_numpy() >= asked["limit"].to_numpy()).sum())
    most = np.max(asked["limit"].to_numpy())
    return [
        f"{name}: at most {most:g} could be named; {reached} of {len(asked)} respondents named so many, and of whom "
        "they did not name nothing is known."
    ]
