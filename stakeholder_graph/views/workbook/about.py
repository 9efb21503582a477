"""Where numbers come from: the first table of a workbook."""

from stakeholder_graph import __version__
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.model.table import Column, Table
from stakeholder_graph.text import N_, _
from stakeholder_graph.views.named_table import NamedTable
from stakeholder_graph.views.page import banner


def about(copy: Copy) -> NamedTable:
    """Say whose numbers these are, from which round, for whom, and how they were computed.

    Parameters
    ----------
    copy : Copy
        What may be seen.
    """
    answered, listed = copy.answered()
    tests = [test for finding in copy.findings for test in (finding.test, finding.rewired) if test]
    facts = {
        _("Partnership"): copy.partnership.name,
        _("Wave"): copy.wave,
        _("Edition"): copy.edition,
        _("Who may see it"): banner(copy),
        _("Organizations on the list"): str(listed),
        _("Computed by"): f"stakeholder-graph {__version__}",
        _("Findings"): str(len(copy.findings)),
    }
    if copy.answered_known and answered is not None:
        facts[_("Organizations that answered")] = str(answered)
    if tests:
        facts[_("Permutations")] = str(max(test.permutations for test in tests))
        facts[_("Seed")] = ", ".join(sorted({str(test.seed) for test in tests}))
    columns = {
        Column("what", N_("What"), "text"): list(facts),
        Column("answer", N_("Answer"), "text"): list(facts.values()),
    }
    return NamedTable("about", _("About"), Table.of(columns))
