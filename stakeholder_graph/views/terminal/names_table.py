"""What ``names`` prints: whom each name stands for that is not written as in the list of organizations."""

from stakeholder_graph.survey.name_report import NameReport, WrittenName
from stakeholder_graph.survey.names.roster import NOBODY
from stakeholder_graph.text import _
from stakeholder_graph.views.terminal.text_table import text_table

#: Longer names are cut, those of organizations on the roster are not.
LONGEST_NAME = 60
#: The most characters in each column.
WIDTHS = (LONGEST_NAME, 7, 7, 120, 7, 120)


def names_table(written: NameReport) -> str:
    """Say whom each name stands for that is not written as in the list of organizations.

    Parameters
    ----------
    written : NameReport
        The names.

    Returns
    -------
    str
        Those to be decided first. For the backbone: it says who wrote what.
    """
    other = [name for name in written.names if not name.listed]
    rows = []
    for name in other:
        first, *more = _stands_for(name)
        rows.append((_short(name.match.written), str(name.times), str(len(name.by)), *first))
        rows += [("", "", "", *proposal) for proposal in more]
    headings = (_("Written"), _("Times"), _("By"), _("Stands for"), _("Score"), _("Why"))
    undecided = sum(not name.decided for name in other)
    summary = _(
        "{undecided} to decide, {decided} matched or decided, {listed} written as in the list of organizations.",
        undecided=undecided,
        decided=len(other) - undecided,
        listed=len(written.names) - len(other),
    )
    table = f"{text_table(headings, rows, WIDTHS)}\n" if other else ""
    return f"{table}{summary}\n"


def _stands_for(name: WrittenName) -> list[tuple[str, str, str]]:
    """Organization, score and reason; a proposal ends in a question mark."""
    match = name.match
    if match.kind in ("proposals", "unknown"):
        proposals = [
            (f"{proposal.organization}?", str(proposal.score), proposal.reason) for proposal in match.proposals
        ]
        return proposals or [("?", "", match.reason)]
    return [("; ".join(match.organizations) or NOBODY, "", match.reason)]


def _short(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST_NAME else f"{text[: LONGEST_NAME - 3]}..."
