"""Resolution: which organization each written name stands for, set up in one place for every kind of file."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

import pandas as pd

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.names.decisions import NameDecisions, WaveAndName
from stakeholder_graph.survey.names.match import Match
from stakeholder_graph.survey.names.matching import Matcher
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import Names, follow_renames, say_who_it_is
from stakeholder_graph.survey.names.variants import spellings
from stakeholder_graph.text import N_, _, _n

#: In which roles a name is written: of whoever answers, of whoever a question asks about, of a partner that a
#: respondent writes down.
Role = Literal["respondent", "asked about", "named"]
RESPONDENT: Role = "respondent"
ASKED_ABOUT: Role = "asked about"
NAMED: Role = "named"
#: Columns of a frame of written names.
WRITTEN = ("wave", "text", "role", "file", "row", "column", "by")
#: How many of those who named somebody a sentence lists.
_MOST_LISTED = 3


@dataclass(frozen=True, eq=False)
class NameResolution:
    """The whole roster, and every written name as what it stands for.

    Parameters
    ----------
    names : Names
        The roster, with the aliases that are certain and the names that are decided to be unlisted.
    matches : mapping of (str, str) to Match
        By wave and text.
    """

    names: Names
    matches: Mapping[tuple[str, str], Match]

    def organizations(self, written: "pd.Series[str]", wave: str) -> "pd.Series[str]":
        """Give the organization that each name stands for.

        Parameters
        ----------
        written : Series of str
            Names as written.
        wave : str
            In which all of them stand.

        Returns
        -------
        Series of str
            Blank where it is not certain.
        """
        matches = {text: self.matches[wave, text] for text in written.unique() if text}
        return written.map({text: match.organization for text, match in matches.items()}).fillna("").astype("str")


def resolve_names(
    written: pd.DataFrame, listed: Sequence[str], decisions: NameDecisions, inspection: Inspection
) -> NameResolution:
    """Match written names against the roster.

    Parameters
    ----------
    written : DataFrame
        Columns as in `WRITTEN`.
    listed : sequence of str
        The list of organizations. Where there is none, the roster is made of those that questions ask about, then
        of those that answer or are named.
    decisions : NameDecisions
        What people have decided on names.
    inspection : Inspection
        Takes an open decision for each name that is not certain.

    Returns
    -------
    NameResolution

    Examples
    --------
    >>> cells = ("2025", "Harbor Clinc", "respondent", "export.csv", 2, "", "Harbor Clinc")
    >>> inspection = Inspection()
    >>> resolution = resolve_names(
    ...     pd.DataFrame([cells], columns=WRITTEN), ["Harbor Clinic"], NameDecisions(), inspection)
    >>> resolution.organizations(pd.Series(["Harbor Clinc"]), "2025").tolist(), inspection.undecided[0].what
    ([''], '“Harbor Clinc” may be “Harbor Clinic” (one letter differs). It is the name of somebody who answered.')
    """
    roster = list(listed)
    aliases = dict(decisions.aliases)
    waves = sorted(set(written["wave"]))
    if not listed:
        for role in (ASKED_ABOUT, RESPONDENT, NAMED):
            for wave in waves:
                texts = written["text"][(written["role"] == role) & (written["wave"] == wave)]
                roster += _new_organizations(texts, role, Matcher(roster, aliases, wave), decisions.spelled)
    matches: dict[tuple[str, str], Match] = {}
    certain: dict[WaveAndName, str] = {}
    for wave in waves:
        texts = list(dict.fromkeys(written["text"][written["wave"] == wave]))
        for match in Matcher(roster, aliases, wave).match_all(texts):
            matches[wave, match.written] = match
            for single in match.single:
                if single.organization:
                    certain[wave, normal(single.written)] = normal(single.organization)
    _note_open_decisions(written, matches, inspection)
    return NameResolution(Names(roster, {**certain, **aliases}, decisions.unlisted), matches)


def unlisted_names(written: pd.DataFrame, resolution: NameResolution) -> pd.DataFrame:
    """Names that respondents gave of partners and that nothing on the roster resembles.

    Parameters
    ----------
    written : DataFrame
        Columns as in `WRITTEN`.
    resolution : NameResolution
        What they stand for.

    Returns
    -------
    DataFrame
        Columns wave, name, by: once for each wave, name and organization that gave it; of several spellings the first.
    """
    named = written[written["role"] == NAMED]
    return given_names(
        (wave, single.written, organization)
        for wave, text, by in zip(named["wave"], named["text"], named["by"], strict=True)
        if (organization := resolution.matches[wave, by].organization)
        for single in resolution.matches[wave, text].single
        if single.kind == "unknown"
    )


def given_names(given: Iterable[tuple[str, str, str]]) -> pd.DataFrame:
    """Bring names that no roster holds into the frame `unlisted` of a survey.

    Parameters
    ----------
    given : iterable of (str, str, str)
        Wave, name, and the organization that gave it.

    Examples
    --------
    >>> given_names([("2025", "Zoo", "Library"), ("2025", "ZOO", "Clinic")]).to_numpy().tolist()
    [['2025', 'ZOO', 'Clinic'], ['2025', 'ZOO', 'Library']]
    """
    shown: dict[tuple[str, str], str] = {}
    rows = {(wave, shown.setdefault((wave, spellings(name).plain), name), by) for wave, name, by in sorted(given)}
    return pd.DataFrame(sorted(rows), columns=["wave", "name", "by"]).astype("str")


def _new_organizations(texts: "pd.Series[str]", role: Role, matcher: Matcher, spelled: Mapping[str, str]) -> list[str]:
    """Names that the roster lacks so far: each is an organization of its own."""
    different = list(dict.fromkeys(texts))
    added: dict[str, str] = {}
    for match in matcher.match_all(different if role == ASKED_ABOUT else sorted(different)):
        for single in match.single if role == NAMED else (match,):
            key = follow_renames(matcher.names.aliases, normal(single.written), matcher.wave)
            renamed = key != normal(single.written)
            if single.kind in ("exact", "alias") or (single.kind == "nobody" and renamed):
                continue
            if key in spelled:
                added.setdefault(key, spelled[key])
            elif single.kind != "nobody":
                # Columns are told apart as they are written; what people write is not.
                added.setdefault(key if role == ASKED_ABOUT else spellings(single.written).plain, single.written)
    return list(added.values())


def _note_open_decisions(
    written: pd.DataFrame, matches: Mapping[tuple[str, str], Match], inspection: Inspection
) -> None:
    """Note each name that is not certain once, with who wrote it."""
    waiting: dict[tuple[str, str], tuple[Match, list[int]]] = {}
    for number, (wave, text, role) in enumerate(zip(written["wave"], written["text"], written["role"], strict=True)):
        match = matches[wave, text]
        for single in match.single if role == NAMED else (match,):
            if single.kind not in ("exact", "alias", "nobody"):
                waiting.setdefault((wave, normal(single.written)), (single, []))[1].append(number)
    for match, numbers in waiting.values():
        rows = written.iloc[numbers]
        first = rows.iloc[0]
        inspection.decide(
            f"{_who_is_meant(match)} {_in_which_role(rows)}",
            say_who_it_is(inspection),
            str(first["file"]),
            first["row"] or None,
            str(first["column"]) or None,
        )


def _who_is_meant(match: Match) -> str:
    if match.kind == "several":
        return _("“{name}” stands for more than one organization.", name=match.written)
    if not match.proposals:
        return _("“{name}” is not in the list of organizations.", name=match.written)
    proposals = _(" or ").join(
        _("“{organization}” ({reason})", organization=proposal.organization, reason=proposal.reason)
        for proposal in match.proposals
    )
    return _("“{name}” may be {proposals}.", name=match.written, proposals=proposals)


_ROLES: Mapping[str, str] = {
    RESPONDENT: N_("It is the name of somebody who answered."),
    ASKED_ABOUT: N_("The survey asks about it."),
}


def _in_which_role(rows: pd.DataFrame) -> str:
    named = rows[rows["role"] == NAMED]
    if not len(named):
        return _(_ROLES[str(rows["role"].iloc[0])])
    by = sorted(set(named["by"]))
    shown = ", ".join(by[:_MOST_LISTED]) + (_(" and others") if len(by) > _MOST_LISTED else "")
    return _n("{count} respondent names it: {names}.", "{count} respondents name it: {names}.", len(by), names=shown)
