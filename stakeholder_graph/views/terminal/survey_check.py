"""What ``check`` prints: problems or open decisions, who answered, and what is not known yet."""

from collections.abc import Iterable, Iterator

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures.representation.response import not_counted
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.studies.survey_response import LayerResponse, layer_response, sector_responses, unused_answers
from stakeholder_graph.text import N_, _, _n, listing, number, percent
from stakeholder_graph.views.sentences import say
from stakeholder_graph.views.terminal.alike import first_decisions
from stakeholder_graph.views.terminal.held_from_room import held_from_room
from stakeholder_graph.views.terminal.text_table import text_table

#: The most characters in each column of a table of problems.
PROBLEM_WIDTHS = (24, 5, 24, 52, 44)


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
    return text_table((_("File"), _("Row"), _("Column"), _("What"), _("What to do")), rows, PROBLEM_WIDTHS)


def survey_check(partnership: Partnership, wave: str | None = None) -> str:
    """Say what is open, who answered a wave and how much of each layer is known.

    Parameters
    ----------
    partnership : Partnership
        As read, so without problems.
    wave : str, optional
        The latest unless given.

    Returns
    -------
    str
        For the backbone: it names sectors of any size, and quotes what respondents wrote.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> print(survey_check(Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {})).splitlines()[0])
    Ours, wave 1: no problems.
    """
    graph = partnership.graph(wave)
    no_problems = _("{partnership}, wave {wave}: no problems.", partnership=partnership.name, wave=graph.wave.name)
    waits = not_counted(partnership.info, graph.wave.name) if partnership.info.surveyed else None
    first = [f"{say(waits, 'response')}\n"] if waits else []
    blocks = [*first, f"{no_problems}\n", *_open_decisions(partnership)]
    blocks.append(_response(partnership, graph, on_list=bool(waits)))
    if partnership.info.set_apart:
        rows = [(reason, number(count)) for reason, count in partnership.info.set_apart.items()]
        blocks.append(text_table((_("Rows of the exports that do not count"), _("Rows")), rows))
    blocks.append(_layers(graph))
    if waits and graph.layers:
        blocks.append(_("“Possible” and “not known” are counted among organizations on the list only.") + "\n")
    blocks += _unused(partnership, graph)
    # What the reader of the report would miss most comes last, where it is seen.
    blocks += held_from_room(partnership, graph.wave.name)
    return "\n".join(blocks)


def _open_decisions(partnership: Partnership) -> list[str]:
    if not partnership.info.undecided:
        return []
    said = _n(
        "{count} open decision. The report is a draft until you make it.",
        "{count} open decisions. The report is a draft until you make them.",
        len(partnership.info.undecided),
    )
    blocks = [f"{said}\n", problem_table(first_decisions(partnership.info.undecided))]
    if partnership.info.left_out:
        rows = [(about, number(count)) for about, count in partnership.info.left_out.items()]
        blocks.append(text_table((_("Left out until you decide"), _("Answers")), rows))
    return blocks


def _response(partnership: Partnership, graph: PartnerGraph, *, on_list: bool = False) -> str:
    if not partnership.info.surveyed:
        return _mapped(graph)
    lines = [
        _n(
            "{answered} of {count} organization on the list answered.",
            "{answered} of {count} organizations on the list answered.",
            len(graph.answered),
            answered=int(graph.answered.sum()),
        )
        if on_list
        else _n(
            "{answered} of {count} organization answered.",
            "{answered} of {count} organizations answered.",
            len(graph.answered),
            answered=int(graph.answered.sum()),
        )
    ]
    if aside := partnership.info.answers_aside.get(graph.wave.name):
        lines.append(
            _n(
                "An answer of {count} more organization came and is set aside: {names}.",
                "Answers of {count} more organizations came and are set aside: {names}.",
                len(aside),
                names=listing(aside),
            )
        )
    if not partnership.info.answered_known:
        lines.append(
            _(
                "The files do not say who answered, so all organizations count as having answered. Add a column "
                "“answered” to the list of organizations."
            )
        )
    sectors = list(sector_responses(graph))
    if {row.sector for row in sectors} <= {NO_SECTOR}:
        return "".join(f"{line}\n" for line in lines)
    rows = [(row.sector, number(row.answered), number(row.listed)) for row in sectors]
    table = text_table((_("Sector"), _("Answered"), _("Listed")), rows)
    return "".join(f"{line}\n" for line in lines) + f"\n{table}"


def _mapped(graph: PartnerGraph) -> str:
    """How many organizations a map has, in all and by sector."""
    line = _n(
        "This is a map of {count} organization: nobody was asked.",
        "This is a map of {count} organizations: nobody was asked.",
        len(graph.names),
    )
    rows = [(row.sector, number(row.listed)) for row in sector_responses(graph)]
    if {sector for sector, _count in rows} <= {NO_SECTOR}:
        return f"{line}\n"
    return f"{line}\n\n{text_table((_('Sector'), _('Organizations')), rows)}"


#: What the numbers of ties and of mentions are, below their table.
_WHAT_COUNTS = N_(
    "A tie joins two of which at least one names the other, as on the map. A mention is one naming the other, once "
    "however many of its people report it."
)


def _layers(graph: PartnerGraph) -> str:
    """One row a layer: ties, how much is not known, how many only one side named although both answered."""
    responses = [layer_response(graph, name) for name in graph.layers]
    if not responses:
        return ""
    headings = (_("Layer"), _("Ties"), _("Mentions"), _("Possible"), _("Not known"), _("Named by one side only"))
    table = text_table(headings, [_layer_row(response) for response in responses])
    # Without direction there is only one number to meet.
    counted = [_(_WHAT_COUNTS)] if any(response.n_unreturned is not None for response in responses) else []
    notes = [*counted, *(note for response in responses for note in _layer_notes(response))]
    return table + "".join(f"{note}\n" for note in notes)


def _layer_row(response: LayerResponse) -> tuple[str, ...]:
    unreturned = "" if response.n_unreturned is None else number(response.n_unreturned)
    mentions = "" if response.n_unreturned is None else number(response.n_ties)
    if response.asked_of:
        return (response.layer, number(response.n_pairs), mentions, "", "", unreturned)
    unknown = number(response.n_unknown)
    if response.n_possible:
        share = percent(response.n_unknown / response.n_possible)
        unknown = _("{count} ({share})", count=response.n_unknown, share=share)
    return (response.layer, number(response.n_pairs), mentions, number(response.n_possible), unknown, unreturned)


def _layer_notes(response: LayerResponse) -> Iterator[str]:
    if response.asked_of:
        yield _("{layer}: asked only about partners in {of}.", layer=response.layer, of=response.asked_of)
    if response.limit:
        yield _n(
            "{layer}: respondents could name {most} organizations at most. {reached} of {count} respondent named that "
            "many; what they would say of the others is not known.",
            "{layer}: respondents could name {most} organizations at most. {reached} of {count} respondents named "
            "that many; what they would say of the others is not known.",
            response.limit.respondents,
            layer=response.layer,
            most=response.limit.most,
            reached=response.limit.reached,
        )


def _unused(partnership: Partnership, graph: PartnerGraph) -> list[str]:
    unused = unused_answers(partnership, graph)
    counts = list(unused.affiliations.items())
    counts.append((_("ratings that are not about an agenda item"), unused.ratings_beyond_agenda))
    counts.append((_("ratings of agenda items whose scale is not known"), unused.ratings_without_scale))
    rows = [(about, number(count)) for about, count in counts if count]
    return [text_table((_("Read, but used by no measure yet"), _("Answers")), rows)] if rows else []
