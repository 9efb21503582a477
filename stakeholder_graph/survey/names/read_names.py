"""The names that somebody wrote otherwise than the roster has them, and whom each was read as."""

from collections.abc import Iterator

from stakeholder_graph.model.read_files import NameSource, ReadName
from stakeholder_graph.survey.names.decisions import NameDecisions
from stakeholder_graph.survey.names.matching import Match
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.resolution import NameResolution
from stakeholder_graph.survey.names.roster import NOBODY, Names


def read_names(decisions: NameDecisions, resolution: NameResolution | None, names: Names) -> tuple[ReadName, ...]:
    """List the names that were read as something else than they say.

    Parameters
    ----------
    decisions : NameDecisions
        What people have decided on names.
    resolution : NameResolution or None
        Whom the names of survey exports stand for; None without any.
    names : Names
        The roster.

    Returns
    -------
    tuple of ReadName
        By name and wave, each once. Names that wait for a decision are not among them.

    Examples
    --------
    >>> from stakeholder_graph.model.problems import Inspection
    >>> from stakeholder_graph.survey.names.decisions import read_decisions
    >>> from stakeholder_graph.tabular.source_table import SourceTable
    >>> table = SourceTable("names.csv", {"written": ["HC"], "organization": ["Harbor Clinic"]}, [2])
    >>> decided = read_decisions(table, Inspection())
    >>> [tuple(name) for name in read_names(decided, None, Names(["Harbor Clinic"], decided.aliases))]
    [('HC', '', 'Harbor Clinic', 'decided')]
    """
    read = {(normal(name.written), name.wave): name for name in _decided(decisions, names)}
    for name in _resolved(resolution) if resolution else ():
        key = normal(name.written)
        if (key, name.wave) not in read and (key, "") not in read:
            read[key, name.wave] = name
    return tuple(sorted(read.values()))


def _decided(decisions: NameDecisions, names: Names) -> Iterator[ReadName]:
    """The rows of names.csv that somebody has filled in."""
    table = decisions.table
    if table is None:
        return
    for written, known, wave in zip(*map(table.texts, ("written", "organization", "wave")), strict=True):
        if known == NOBODY:
            yield ReadName(written, wave, "", "nobody")
        elif known:
            yield ReadName(written, wave, names.find(known, wave), "decided")
        elif (wave, normal(written)) in decisions.unlisted:
            yield ReadName(written, wave, "", "not on the list")


def _resolved(resolution: NameResolution) -> Iterator[ReadName]:
    """The names of exports that differ from the roster, and about which nobody had to decide."""
    for (wave, text), organization in resolution.exact.items():
        if text != organization:
            yield ReadName(text, wave, organization, "spelling")
    for (wave, _text), match in resolution.matches.items():
        for single in match.single:
            if single.decided and single.written != single.organization:
                yield ReadName(single.written, wave, single.organization, _source(single))


def _source(match: Match) -> NameSource:
    if match.organization:
        return "spelling"
    return "not on the list" if match.kind == "unlisted" else "nobody"
