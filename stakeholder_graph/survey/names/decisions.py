"""Decisions on names, as names.csv holds them: aliases, renames, mergers, and names that are nobody's."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import NOBODY, Names
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _

WaveAndName = tuple[str, str]
"""A wave (blank for every wave) and a name in normal form."""


@dataclass(frozen=True)
class NameDecisions:
    """What people have decided on names.

    Parameters
    ----------
    aliases : mapping of (str, str) to str
        The organization, in normal form, by `WaveAndName`.
    unlisted : mapping of (str, str) to str
        Partners that were never asked, as they are shown, by `WaveAndName`.
    spelled : mapping of str to str
        Organizations as the decisions spell them, by normal form.
    table : SourceTable, optional
        The decisions as they are written.
    """

    aliases: Mapping[WaveAndName, str] = field(default_factory=dict)
    unlisted: Mapping[WaveAndName, str] = field(default_factory=dict)
    spelled: Mapping[str, str] = field(default_factory=dict)
    table: SourceTable | None = None


NO_DECISIONS = NameDecisions()


def read_decisions(table: SourceTable | None, inspection: Inspection) -> NameDecisions:
    """Read names.csv.

    Parameters
    ----------
    table : SourceTable or None
        With columns written, organization and perhaps wave and reason.
    inspection : Inspection
        Takes decisions that contradict each other.

    Examples
    --------
    >>> cells = {"written": ["HC", "Zoo"], "organization": ["Harbor Clinic", ""]}
    >>> table = SourceTable("names.csv", cells, [2, 3])
    >>> decisions = read_decisions(table, Inspection())
    >>> decisions.aliases, decisions.unlisted
    ({('', 'hc'): 'harbor clinic'}, {('', 'zoo'): 'Zoo'})
    """
    spelled = Names(table.texts("organization")).shown if table else {}
    return NameDecisions(_aliases(table, inspection), _unlisted(table), spelled, table)


def _aliases(table: SourceTable | None, inspection: Inspection) -> dict[WaveAndName, str]:
    if table is None:
        return {}
    table.require_text(inspection, "written")
    table.require(inspection, "organization")
    aliases: dict[WaveAndName, str] = {}
    rows: dict[WaveAndName, int] = {}
    cells = zip(table.rows, table.texts("written"), table.texts("organization"), table.texts("wave"), strict=True)
    for row, written, known, wave in cells:
        key, organization = (wave, normal(written)), normal(known)
        if not key[1] or not organization:
            continue
        if aliases.setdefault(key, organization) != organization:
            inspection.wrong(
                _(
                    "“{written}” stands for “{organization}” here and for another organization in row {row}.",
                    written=written,
                    organization=known,
                    row=str(rows[key]),
                ),
                _("Keep one of the two rows."),
                table.file,
                row,
            )
        rows.setdefault(key, row)
    return aliases


def _unlisted(table: SourceTable | None) -> dict[WaveAndName, str]:
    """Rows that give a name no organization.

    One with a reason is a row that `stakeholder-graph names` wrote to be filled in: nobody has decided on it yet.
    """
    if table is None or "organization" not in table:
        return {}
    columns = (table.texts(name) for name in ("wave", "written", "organization", "reason"))
    blank = [
        (w, text) for w, text, organization, reason in zip(*columns, strict=True) if text and not organization + reason
    ]
    return {(wave, normal(written)): " ".join(written.split()) for wave, written in reversed(blank)}


def check_decisions(decisions: NameDecisions, names: Names, waves: Iterable[str], inspection: Inspection) -> None:
    """Note every decision whose organization or wave does not exist.

    Parameters
    ----------
    decisions : NameDecisions
        As read.
    names : Names
        The whole roster.
    waves : iterable of str
        Their names.
    inspection : Inspection
        Takes the problems.
    """
    if decisions.table is None:
        return
    table = decisions.table.select([name != NOBODY for name in decisions.table.texts("organization")])
    names.checked(table, "organization", inspection, table.texts("wave"), partners=True)
    waves = list(waves)
    inspection.wrong_texts(
        ((row, wave) for row, wave in table.items("wave") if wave not in ("", *waves)),
        table.file,
        "wave",
        lambda text: _("There is no wave “{wave}”", wave=text),
        lambda text: suggestion(text, waves, _("The waves are {waves}.", waves=", ".join(waves))),
    )
