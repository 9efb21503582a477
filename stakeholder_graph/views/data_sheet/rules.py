"""The rules by which answers became numbers, each in a sentence."""

from collections.abc import Iterator

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.model.survey import SurveyInfo
from stakeholder_graph.model.table import Column, Table
from stakeholder_graph.studies.page_one.headline_tests import family_tests
from stakeholder_graph.text import N_, _, listing, translate
from stakeholder_graph.views.data_sheet.what_was_asked import PROMISES, lists_alone
from stakeholder_graph.views.report.tests_table import RULE

#: Which reports count as a tie.
_TIES = {
    "reported": N_(
        "A mention is one organization naming another, once however many of its people report it; a "
        "connection is a pair with at least one."
    ),
    "either": N_("A pair is tied where at least one of the two named the other."),
    "both": N_("A pair is tied where each of the two named the other."),
}


def rules(copy: Copy) -> Table:
    """List the rules that were applied.

    Parameters
    ----------
    copy : Copy
        The backbone's.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = Copy("backbone", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> rules(copy).rows[0]["rule"]
    'Ties'
    """
    said = list(_rules(copy))
    return Table.of(
        {
            Column("rule", N_("Rule"), "text", ordered=True): [rule for rule, _how in said],
            Column("how", N_("How"), "text"): [how for _rule, how in said],
        }
    )


def _rules(copy: Copy) -> Iterator[tuple[str, str]]:
    info, asked = copy.partnership.info, not lists_alone(copy.partnership)
    if asked:
        yield from _of_ties(info)
    yield _("Grouped by"), info.sector_called
    yield _("Ratings"), translate(PROMISES[info.rating_promise])
    for kind, promise in info.promises.items():
        yield kind, translate(PROMISES[promise])
    if asked or family_tests(copy.findings):
        yield _("Correction of tests"), translate(RULE)
    if persons := [name for name, agreed in info.participants.items() if not agreed]:
        yield _("Not to be named"), listing(persons)


def _of_ties(info: SurveyInfo) -> Iterator[tuple[str, str]]:
    yield _("Ties"), translate(_TIES[info.ties])
    yield (
        _("Not known"),
        _(
            "What nobody was asked, what nobody answered, and what lies beyond a limit on names is not known, and it "
            "is never counted as no tie. A value rests on what is known."
        ),
    )
    yield (
        _("Ranges"),
        _(
            "What is not known is filled in many times by imputation. An estimate is the median of these draws, its "
            "range reaches from 5 % to 95 % of them: once as if the silent were like those who answered, once also as "
            "if they were half or twice as active."
        ),
    )
    if not info.answered_known:
        yield _("Who answered"), _("Nothing says who answered: all organizations count as having answered.")
    if not info.surveyed:
        yield _("Who answered"), _("The ties are a map that somebody drew: nobody was asked.")
    yield _("Repeated rows"), _("Identical rows count once; a row in which an organization names itself is no tie.")
