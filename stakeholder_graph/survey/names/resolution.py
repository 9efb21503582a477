"""Resolution: which organization each written name stands for, set up in one place for every kind of file."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.names.decisions import NameDecisions, WaveAndName
from stakeholder_graph.survey.names.matching import Match, Matcher, exact_match
from stakeholder_graph.survey.names.near_duplicates import without_near_duplicates
from stakeholder_graph.survey.names.normalization import normal, spellings
from stakeholder_graph.survey.names.roster import Names, follow_renames, say_who_it_is
from stakeholder_graph.text import N_, _, _n, listing

#: In which roles a name is written: of whoever answers, of whoever a question asks about, of a partner that a
#: respondent writes down, or writes in beside the option "other"; or the number that stands for whoever is asked about.
NameRole = Literal["respondent", "asked about", "named", "written in", "numbered"]
RESPONDENT: NameRole = "respondent"
ASKED_ABOUT: NameRole = "asked about"
NAMED: NameRole = "named"
WRITTEN_IN: NameRole = "written in"
NUMBERED: NameRole = "numbered"
_BY_RESPONDENTS = (NAMED, WRITTEN_IN)
#: How many of those who named somebody a sentence lists.
_MOST_LISTED = 3


class NameCell(NamedTuple):
    """A name as it stands in one cell of a file.

    Parameters
    ----------
    wave : str
        In which it is written.
    text : str
        The name, or several of them.
    role : str
        In which it is written.
    file : str
        Where it stands.
    row : int
        0 where it is a header.
    column : str
        Blank where the whole row is meant.
    by : str
        Who wrote it, as written; blank where the survey itself did.
    """

    wave: str
    text: str
    role: NameRole
    file: str
    row: int = 0
    column: str = ""
    by: str = ""


@dataclass(frozen=True, eq=False)
class NameResolution:
    """The whole roster, and every written name as what it stands for.

    Parameters
    ----------
    names : Names
        The roster, with the aliases that are certain and the names that are decided to be unlisted.
    exact : mapping of (str, str) to str
        Organizations by wave and text, of names that are written as on the roster or in an alias.
    matches : mapping of (str, str) to Match
        By wave and text, of all other names.
    """

    names: Names
    exact: Mapping[tuple[str, str], str]
    matches: Mapping[tuple[str, str], Match]

    def organization(self, written: str, wave: str) -> str:
        """Give the organization that a written name stands for in a wave; blank where it is not certain.

        Parameters
        ----------
        written : str
            One of the names that were resolved, or nothing.
        wave : str
            In which it is written.
        """
        if not written:
            return ""
        return self.exact.get((wave, written)) or self.matches[wave, written].organization

    def match(self, written: str, wave: str) -> Match:
        """Give what a written name stands for in a wave, certain or not.

        Parameters
        ----------
        written : str
            One of the names that were resolved.
        wave : str
            In which it is written.
        """
        return self.matches.get((wave, written)) or exact_match(written, self.exact[wave, written])


def resolve_names(
    written: Sequence[NameCell], listed: Sequence[str], decisions: NameDecisions, inspection: Inspection
) -> NameResolution:
    """Match written names against the roster.

    Parameters
    ----------
    written : sequence of NameCell
        Every name in the files.
    listed : sequence of str
        The list of organizations. Where there is none, the roster is made of those that questions ask about, then
        of those that answer or are named. One that is written in beside a list counts once somebody has decided so.
    decisions : NameDecisions
        What people have decided on names.
    inspection : Inspection
        Takes an open decision for each name that is not certain.

    Returns
    -------
    NameResolution

    Examples
    --------
    >>> cell = NameCell("2025", "Harbor Clinc", RESPONDENT, "export.csv", 2, by="Harbor Clinc")
    >>> inspection = Inspection()
    >>> resolution = resolve_names([cell], ["Harbor Clinic"], NameDecisions(), inspection)
    >>> resolution.organization("Harbor Clinc", "2025"), inspection.undecided[0].what
    ('', '“Harbor Clinc” may be “Harbor Clinic” (one letter differs). It is the name of somebody who answered.')
    """
    roster = list(listed)
    aliases = dict(decisions.aliases)
    waves = sorted({cell.wave for cell in written})
    if not listed:
        for role in (ASKED_ABOUT, NUMBERED, RESPONDENT, NAMED, WRITTEN_IN):
            for wave in waves:
                texts = dict.fromkeys(cell.text for cell in written if (cell.role, cell.wave) == (role, wave))
                roster += _new_organizations(texts, role, Matcher(roster, aliases, wave), decisions.spelled)
        roster = _apart(roster, written, decisions)
    names = Names(roster, aliases)
    different = dict.fromkeys((cell.wave, cell.text) for cell in written)
    exact = {(wave, text): name for wave, text in different if (name := names.find(text, wave))}
    matches: dict[tuple[str, str], Match] = {}
    certain: dict[WaveAndName, str] = {}
    for wave in waves:
        others = [text for of_wave, text in different if of_wave == wave and (wave, text) not in exact]
        for match in Matcher(roster, aliases, wave).match_all(others) if others else ():
            matches[wave, match.written] = match
            for single in match.single:
                if single.organization:
                    certain[wave, normal(single.written)] = normal(single.organization)
    _note_open_decisions([cell for cell in written if (cell.wave, cell.text) in matches], matches, inspection)
    return NameResolution(Names(roster, {**certain, **aliases}, decisions.unlisted), exact, matches)


def unlisted_names(written: Sequence[NameCell], resolution: NameResolution) -> list[tuple[str, str, str]]:
    """Names that respondents gave of partners and that nothing on the roster resembles.

    Parameters
    ----------
    written : sequence of NameCell
        Every name in the files.
    resolution : NameResolution
        What they stand for.

    Returns
    -------
    list of (str, str, str)
        As from `given_names`.
    """
    return given_names(
        (cell.wave, single.written, organization)
        for cell in written
        if cell.role in _BY_RESPONDENTS and (cell.wave, cell.text) in resolution.matches
        if (organization := resolution.organization(cell.by, cell.wave))
        for single in resolution.matches[cell.wave, cell.text].single
        if single.kind == "unknown"
    )


def asked_unlisted(written: Sequence[NameCell], resolution: NameResolution) -> dict[str, tuple[int, int]]:
    """How many of the organizations that questions ask about wait for a decision on their name, by wave.

    Parameters
    ----------
    written : sequence of NameCell
        Every name in the files.
    resolution : NameResolution
        What they stand for.

    Returns
    -------
    dict of str to (int, int)
        So many, and of how many; without waves in which none of them waits.

    Examples
    --------
    >>> cells = [NameCell("2025", name, ASKED_ABOUT, "export.csv") for name in ("Zoo", "Library")]
    >>> asked_unlisted(cells, resolve_names(cells, ["Zoo"], NameDecisions(), Inspection()))
    {'2025': (1, 2)}
    """
    asked: dict[str, set[str]] = {}
    waiting: dict[str, set[str]] = {}
    for cell in written:
        match = resolution.match(cell.text, cell.wave) if cell.role == ASKED_ABOUT else None
        if match is None or (match.kind == "nobody" and not match.organization):
            continue
        asked.setdefault(cell.wave, set()).add(normal(match.organization or cell.text))
        if not match.organization:
            waiting.setdefault(cell.wave, set()).add(normal(cell.text))
    return {wave: (len(names), len(asked[wave])) for wave, names in waiting.items()}


def given_names(given: Iterable[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Bring names that no roster holds into rows of the frame `unlisted` of a survey.

    Parameters
    ----------
    given : iterable of (str, str, str)
        Wave, name, and the organization that gave it.

    Returns
    -------
    list of (str, str, str)
        Each once, in order; of several spellings of a name the first.

    Examples
    --------
    >>> given_names([("2025", "Zoo", "Library"), ("2025", "ZOO", "Clinic")])
    [('2025', 'ZOO', 'Clinic'), ('2025', 'ZOO', 'Library')]
    """
    shown: dict[tuple[str, str], str] = {}
    rows = {(wave, shown.setdefault((wave, spellings(name).plain), name), by) for wave, name, by in sorted(given)}
    return sorted(rows)


def _new_organizations(texts: Iterable[str], role: NameRole, matcher: Matcher, spelled: Mapping[str, str]) -> list[str]:
    """Names that the roster lacks so far: each is an organization of its own."""
    added: dict[str, str] = {}
    # Only of cells that may hold a list does it matter what else they resemble.
    matches = (
        matcher.match_all(sorted(texts))
        if role in _BY_RESPONDENTS
        else matcher.certain(texts if role == ASKED_ABOUT else sorted(texts))
    )
    for match in matches:
        for single in match.single if role in _BY_RESPONDENTS else (match,):
            key = follow_renames(matcher.names.aliases, normal(single.written), matcher.wave)
            renamed = key != normal(single.written)
            if single.kind in ("exact", "alias") or (single.kind == "nobody" and renamed):
                continue
            if key in spelled:
                added.setdefault(key, spelled[key])
            elif single.kind != "nobody" and role not in (WRITTEN_IN, NUMBERED):
                # Columns are told apart as they are written; what people write is not.
                added.setdefault(key if role == ASKED_ABOUT else spellings(single.written).plain, single.written)
    return list(added.values())


def _apart(roster: Sequence[str], written: Sequence[NameCell], decisions: NameDecisions) -> list[str]:
    """The roster that names make, without those that may be another spelling of one: these wait for a decision."""
    asked_about = {normal(cell.text) for cell in written if cell.role == ASKED_ABOUT}
    if all(normal(name) in asked_about for name in roster):
        return list(roster)
    counts = Counter(cell.text for cell in written)
    return without_near_duplicates(roster, counts, asked_about | set(decisions.spelled))


def _note_open_decisions(
    written: Sequence[NameCell], matches: Mapping[tuple[str, str], Match], inspection: Inspection
) -> None:
    """Note each name that is not certain once, with who wrote it."""
    waiting: dict[tuple[str, str], tuple[Match, list[NameCell]]] = {}
    for cell in written:
        match = matches[cell.wave, cell.text]
        for single in match.single if cell.role in _BY_RESPONDENTS else (match,):
            if single.kind not in ("exact", "alias", "nobody"):
                waiting.setdefault((cell.wave, normal(single.written)), (single, []))[1].append(cell)
    apart = _asked_about_only(waiting.values())
    for file, names in apart.items():
        _note_asked_about(names, file, inspection)
    for match, cells in waiting.values():
        first = cells[0]
        if match.written in apart.get(first.file, ()):
            continue
        inspection.decide(
            f"{_who_is_meant(match)} {_in_which_role(cells)}",
            say_who_it_is(inspection),
            first.file,
            first.row or None,
            first.column or None,
            about="who answered" if any(cell.role == RESPONDENT for cell in cells) else "answers",
            organizations=tuple(proposal.organization for proposal in match.proposals),
        )


def _asked_about_only(waiting: Iterable[tuple[Match, list[NameCell]]]) -> dict[str, list[str]]:
    """By file, organizations that a question asks about and nothing on the list resembles, where they are several."""
    by_file: dict[str, list[str]] = {}
    for match, cells in waiting:
        if match.kind == "unknown" and all(cell.role == ASKED_ABOUT for cell in cells):
            by_file.setdefault(cells[0].file, []).append(match.written)
    return {file: names for file, names in by_file.items() if len(names) > 1}


def _note_asked_about(names: Sequence[str], file: str, inspection: Inspection) -> None:
    shown = listing(
        [*names[:_MOST_LISTED], _n("{count} more", "{count} more", len(names) - _MOST_LISTED)]
        if len(names) > _MOST_LISTED + 1
        else names
    )
    todo = say_who_it_is(inspection)
    if {"names", "organizations"} <= set(inspection.sheets):
        todo = _(
            "Decide the questions, then run start again: it adds them to {organizations}, or to {names} those that you "
            "deleted there. Where one is listed under another name, write so in {names} instead.",
            organizations=inspection.list_name("organizations"),
            names=inspection.list_name("names"),
        )
    inspection.decide(
        _(
            "The survey asks about {count} organizations that are not in the list: {names}.",
            count=len(names),
            names=shown,
        ),
        todo,
        file,
        about="answers",
    )


def _who_is_meant(match: Match) -> str:
    if match.kind == "several":
        return _("“{name}” stands for more than one organization.", name=match.written)
    if not match.proposals:
        return _("“{name}” is not in the list of organizations.", name=match.written)
    proposals = [
        _("“{organization}” ({reason})", organization=proposal.organization, reason=proposal.reason)
        for proposal in match.proposals
    ]
    return _("“{name}” may be {proposals}.", name=match.written, proposals=listing(proposals, "or"))


_ROLES: Mapping[str, str] = {
    RESPONDENT: N_("It is the name of somebody who answered."),
    ASKED_ABOUT: N_("The survey asks about it."),
    NUMBERED: N_("The export only numbers whom this question asks about."),
}


def _in_which_role(cells: Sequence[NameCell]) -> str:
    by = sorted({cell.by for cell in cells if cell.role in _BY_RESPONDENTS})
    if not by:
        return _(_ROLES[cells[0].role])
    if len(by) > _MOST_LISTED:
        return _("{count} respondents name it: {names} and others.", count=len(by), names=", ".join(by[:_MOST_LISTED]))
    return _n(
        "{count} respondent names it: {names}.", "{count} respondents name it: {names}.", len(by), names=listing(by)
    )
