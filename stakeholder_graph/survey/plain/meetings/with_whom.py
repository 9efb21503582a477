"""With whom somebody commits to something: listed organizations, and anybody else who was named in the room."""

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.context import split_names
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import NOBODY, Names, follow_renames
from stakeholder_graph.tabular.delimited import is_known
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.tabular.texts.formula_guard import unguarded
from stakeholder_graph.text import _


def with_whom(table: SourceTable, names: Names, inspection: Inspection) -> list[str]:
    """Give with whom each commitment was made; a name that the roster lacks stays as it is written, with advice.

    Whom a sector lacks is not on the roster, and is the one to call.

    Parameters
    ----------
    table : SourceTable
        The commitments; ``;`` or ``|`` separates names.
    names : Names
        The roster.
    inspection : Inspection
        Takes the advice.

    Returns
    -------
    list of str
        Separated by ``"; "``.

    Examples
    --------
    >>> inspection = Inspection()
    >>> table = SourceTable("commitments.csv", {"with whom": ["the LIBRARY; Sheriff"]}, [2])
    >>> with_whom(table, Names(["The Library"]), inspection)
    ['The Library; Sheriff']
    >>> print(inspection.advice[0].what)
    “Sheriff” is not in the list of organizations. The commitment keeps it as it is written.
    """
    rows = [(row, split_names(unguarded(text), names)) for row, text in table.items("with whom")]
    first = {name: row for row, several in reversed(rows) for name in several}
    stands_for = {name: _shown(name, names) for name in first}
    decided = {
        name
        for name in first
        if names.find(name) or not stands_for[name] or stands_for[name] in names.unlisted.values()
    }
    for name in dict.fromkeys(name for _row, several in rows for name in several):
        if names.shown and name not in decided:
            near = suggestion(name, list(names.shown.values()))
            todo = _("You need do nothing if it is somebody else.") if near else _("You need do nothing.")
            inspection.advise(
                _("“{name}” is not in the list of organizations. The commitment keeps it as it is written.", name=name),
                " ".join(filter(None, [near, todo])),
                table.file,
                first[name],
                "with whom",
            )
    return ["; ".join(filter(None, dict.fromkeys(stands_for[name] for name in several))) for _row, several in rows]


def _shown(written: str, names: Names) -> str:
    """A name as it is shown; blank for one that names nobody."""
    if not is_known(written) or follow_renames(names.aliases, normal(written), "") == NOBODY:
        return ""
    return names.find(written) or names.find_unlisted([written], [""])[0] or written
