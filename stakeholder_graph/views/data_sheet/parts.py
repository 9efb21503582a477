"""The parts of the data sheet, in the order in which they are read."""

from collections.abc import Iterator

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.text import _
from stakeholder_graph.views.data_sheet.left_out import left_out, notes_of_reading
from stakeholder_graph.views.data_sheet.rules import rules
from stakeholder_graph.views.data_sheet.what_was_asked import kinds_of_tie, lists_alone, rounds
from stakeholder_graph.views.data_sheet.what_was_read import files_read, names_read
from stakeholder_graph.views.named_table import NamedTable

#: Parts that tell how a survey went.
_OF_ANSWERS = ("rounds", "kinds_of_tie")


def sheet_parts(copy: Copy) -> tuple[NamedTable, ...]:
    """Give the parts that have something to say, be it that nothing was left out.

    Parameters
    ----------
    copy : Copy
        The backbone's; no other copy has a data sheet, since it would say what was withheld.

    Returns
    -------
    tuple of NamedTable
        Tables without rows are of those alone that say so. Where lists are all there is, nothing is said of answers.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = Copy("backbone", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> [part.name for part in sheet_parts(copy)]
    ['rounds', 'kinds_of_tie', 'left_out', 'rules']
    """
    if not copy.confidential:
        return ()
    if lists_alone(copy.partnership):
        return tuple(part for part in _parts(copy) if part.table and part.name not in _OF_ANSWERS)
    return tuple(part for part in _parts(copy) if part.table or part.name == "left_out")


def _parts(copy: Copy) -> Iterator[NamedTable]:
    info = copy.partnership.info
    yield NamedTable(
        "files",
        _("Files and rows"),
        files_read(info.read_from),
        _(
            "Every table that was read, and the settings. Headers and blank rows do not count. The digest (SHA-256) "
            "tells whether a file is still as it was."
        ),
    )
    yield NamedTable(
        "rounds", _("Rounds of the survey"), rounds(copy.partnership), _("Who was listed, and who answered.")
    )
    yield NamedTable(
        "kinds_of_tie",
        _("Kinds of tie"),
        kinds_of_tie(copy.partnership),
        _("How each was asked, which steps of its scale are no tie (in brackets), and how much of it is known."),
    )
    yield NamedTable(
        "names",
        _("Names that were resolved"),
        names_read(info.read_from),
        _(
            "Names written otherwise than on the list of organizations, and whom each was read as. Names that differ "
            "in nothing but capitals and spaces are the same."
        ),
    )
    table = left_out(copy)
    about = _("Answers that no number rests on, and why.") if table else _("Every answer that was read counts.")
    yield NamedTable("left_out", _("What was left out"), table, about)
    yield NamedTable(
        "notes_of_reading",
        _("What was noticed while reading"),
        notes_of_reading(info),
        _("Decisions that are open, and what was mended."),
    )
    yield NamedTable("rules", _("Rules"), rules(copy), _("How answers became numbers."))
