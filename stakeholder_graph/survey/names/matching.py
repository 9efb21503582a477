"""Match names as written against the roster: what is certain is made, the rest is proposed to a person.

A name is matched without asking only where exactly one organization can be meant: it is written as in the
roster or in an alias, or differs in what does no harm (`stakeholder_graph.survey.names.normalization`). Everything
else is a proposal; nothing is merged silently.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from stakeholder_graph.survey.names.candidates import Proposal, Proposer
from stakeholder_graph.survey.names.normalization import harmless, initials, normal, plain_words, spellings
from stakeholder_graph.survey.names.roster import NOBODY, Names, follow_renames
from stakeholder_graph.survey.names.several_names import cut_list, possible_cuts
from stakeholder_graph.text import _

#: A cell with so near a proposal is one name and no list.
_NEAR = 90
#: What people write who name nobody, or mean themselves.
_PHRASES = """\
self, us, we, me, myself, ourselves, our agency, our office, our org, our organization, our own organization,
our own agency, my agency, my organization, own agency, own organization, this agency, this organization, same,
same as above, n/a, not applicable, none, none at this time, no others, nothing, nothing to add, nobody, no one,
no, nil, null, unknown, unsure, not sure, don't know, do not know, i don't know, can't think of any, none come
to mind, tbd, skip, prefer not to say, prefer not to answer, none yet, none currently, no partner, no partners,
ninguno, ninguna, ningun, ningunos, ningunas, ninguno por ahora, nadie, nada, nosotros, nosotras, no se, no aplica,
sin socios, keine, keiner, keinen, keines, keins, kein, niemand, niemanden, keine weiteren, keine partner, aucun,
aucune, aucuns, aucunes, aucun partenaire, néant, personne, nessuno, nessuna, nessun partner, nenhum, nenhuma, ninguém,
geen, geen enkele, ingen, inga, inget, brak, żaden, nikt, žádný, nikdo, hiçbiri, нет, никто"""
_PLAIN_PHRASES = frozenset("".join(plain_words(phrase)) for phrase in _PHRASES.split(","))
MatchKind = Literal["exact", "alias", "several", "nobody", "unlisted", "proposals", "unknown"]


@dataclass(frozen=True, slots=True)
class Match:
    """What a written name stands for.

    Parameters
    ----------
    written : str
        As written.
    kind : {"exact", "alias", "several", "nobody", "unlisted", "proposals", "unknown"}
        All but the last two need no decision, except that of `several` each name may.
    organization : str
        As the roster shows it, where `kind` is exact or alias; else blank.
    reason : str
        Why, in plain words.
    proposals : tuple of Proposal
        Whom it may stand for, best first, at most three.
    parts : tuple of Match
        Those of the names in a cell that holds several.

    Examples
    --------
    >>> clinic, zoo = Match("HC", "alias", "Harbor Clinic"), Match("Zoo", "unknown")
    >>> cell = Match("HC; Zoo", "several", parts=(clinic, zoo))
    >>> cell.organizations, cell.decided
    (('Harbor Clinic',), False)
    """

    written: str
    kind: MatchKind
    organization: str = ""
    reason: str = ""
    proposals: tuple[Proposal, ...] = ()
    parts: tuple["Match", ...] = ()

    @property
    def single(self) -> tuple["Match", ...]:
        """The match itself, or those of the names in the cell."""
        return tuple(single for part in self.parts for single in part.single) or (self,)

    @property
    def organizations(self) -> tuple[str, ...]:
        """Every organization that is certainly meant."""
        return tuple(dict.fromkeys(single.organization for single in self.single if single.organization))

    @property
    def decided(self) -> bool:
        """Whether nothing is left for a person to decide."""
        return all(single.kind in ("exact", "alias", "nobody", "unlisted") for single in self.single)


class Matcher:
    """A roster with its aliases, ready to be asked who is meant.

    Parameters
    ----------
    roster : iterable of str
        Organizations as they are shown; their order has no effect.
    aliases : mapping of (str, str) to str
        As of `Names`: organization by wave and written name, in normal form. The organization `NOBODY`
        says that none is meant.
    wave : str
        Whose aliases count besides those of every wave.

    Examples
    --------
    >>> matcher = Matcher(["Wren County Health Department", "Harbor Flats Clinic", "City Library"])
    >>> matcher.match("The Wren Co. Health Dept.").organization
    'Wren County Health Department'
    >>> match = matcher.match("WCHD")
    >>> match.organization, match.proposals[0].organization, match.proposals[0].reason
    ('', 'Wren County Health Department', 'same initials')
    >>> matcher.match("Harbor Flats Clinic and the city library").organizations
    ('Harbor Flats Clinic', 'City Library')
    >>> matcher.match("our organization").kind, matcher.match("Zoo").kind
    ('nobody', 'unknown')
    """

    def __init__(
        self, roster: Iterable[str], aliases: Mapping[tuple[str, str], str] | None = None, wave: str = ""
    ) -> None:
        self.names = Names(roster, aliases)
        self.wave = wave
        self._known = self._spelled()
        self._plain: dict[str, set[str]] = {}
        self._usual: dict[str, set[str]] = {}
        self._possible: dict[str, set[str]] = {}
        self._initials: set[str] = set()
        for text, organization in self._known.items():
            forms = spellings(text)
            for index, keys in (
                (self._plain, {forms.plain}),
                (self._usual, forms.usual),
                (self._possible, forms.possible),
            ):
                for key in keys - {""}:
                    index.setdefault(key, set()).add(organization)
            self._initials |= initials(forms.words)

    def _spelled(self) -> dict[str, str]:
        """Organization, or `NOBODY`, by every spelling the roster and the aliases have."""
        known = {name: self._target(key) for key, name in self.names.shown.items()}
        for wave, key in self.names.aliases:
            if wave in ("", self.wave) and key not in self.names.shown:
                known[key] = self._target(key)
        return {text: organization for text, organization in sorted(known.items()) if organization}

    def _target(self, key: str) -> str:
        end = follow_renames(self.names.aliases, key, self.wave)
        return NOBODY if end == NOBODY else self.names.shown.get(end, "")

    @cached_property
    def _proposer(self) -> Proposer:
        return Proposer({text: name for text, name in self._known.items() if name != NOBODY})

    def match(self, written: str) -> Match:
        """Say whom one written name stands for.

        Parameters
        ----------
        written : str
            As written.
        """
        return self.match_all([written])[0]

    def match_all(self, written: Sequence[str]) -> list[Match]:
        """Say whom each written name stands for.

        Parameters
        ----------
        written : sequence of str
            As written; much faster than one by one, with the same result.

        Returns
        -------
        list of Match
            In the same order.
        """
        made: dict[str, Match | None] = {text: self._certain(text) for text in dict.fromkeys(written)}
        lists = {text: cut_list(text) for text, match in made.items() if match is None}
        for name in [name for names in lists.values() for name in names]:
            made.setdefault(name, self._certain(name))
        unsure = [text for text, match in made.items() if match is None and not lists.get(text)]
        for text, proposals in zip(unsure, self._proposer.propose(unsure), strict=True) if unsure else ():
            made[text] = self._unsure(text, proposals)
        for text, names in lists.items():
            if names:
                made[text] = _several(text, tuple(filter(None, map(made.get, names))))
        return [match for text in written if (match := made[text])]

    def certain(self, written: Iterable[str]) -> list[Match]:
        """Say whom each written name stands for without a look at what it resembles.

        Parameters
        ----------
        written : iterable of str
            Cells with one name each.

        Returns
        -------
        list of Match
            In the same order; of the kind ``unknown`` where nothing is certain.
        """
        return [self._certain(text) or Match(text, "unknown") for text in written]

    def _certain(self, text: str) -> Match | None:
        """What is certain without a person; None where nothing is."""
        if name := self._target(normal(text)):
            return exact_match(text, name)
        forms = spellings(text)
        plainly = _meant(self._plain, {forms.plain})
        usually = plainly or _meant(self._usual, forms.usual)
        if len(usually) == 1 and (plainly or _meant(self._possible, forms.possible) == usually):
            name = next(iter(usually))
            itself = not forms.usual.isdisjoint(spellings(name).usual)
            return _match(text, name, itself, harmless())
        if usually or (text.isupper() and forms.plain in self._initials):
            return None
        if _names_nobody(forms.plain):
            return Match(text, "nobody", reason=_("names nobody, or the respondent"))
        return None

    def _unsure(self, text: str, proposals: tuple[Proposal, ...]) -> Match:
        one_name = bool(proposals) and proposals[0].score >= _NEAR
        if not one_name and (parts := self._listed(possible_cuts(text))):
            return _several(text, parts)
        if not proposals:
            return Match(text, "unknown", reason=_("nothing in the list of organizations is like it"))
        return Match(text, "proposals", reason=proposals[0].reason, proposals=proposals)

    def _listed(self, pieces: list[str]) -> tuple[Match, ...]:
        """Cut a text so that each name is certainly an organization; nothing where that cannot be.

        Names hold commas and "and" themselves, so that the longest ones are tried first.
        """
        if not pieces:
            return ()
        rest: dict[int, tuple[Match, ...] | None] = {len(pieces) + 1: ()}
        for start in range(len(pieces) - 1, -1, -2):
            rest[start] = None
            for end in range(len(pieces), start, -2):
                after = rest[end + 1]
                if after is None:
                    continue
                match = self._certain("".join(pieces[start:end]))
                if match is not None and match.organization:
                    rest[start] = (match, *after)
                    break
        return rest[0] or ()


def exact_match(text: str, name: str) -> Match:
    """Match a name that is written as on the roster or in an alias.

    Parameters
    ----------
    text : str
        As it is written.
    name : str
        The organization, or `NOBODY`.

    Examples
    --------
    >>> exact_match("city library", "City Library").kind, exact_match("library", "City Library").kind
    ('exact', 'alias')
    """
    itself = normal(name) == normal(text)
    reason = _("as in the list of organizations") if itself else _("as decided in names.csv")
    return _match(text, name, itself, reason)


def _meant(index: Mapping[str, set[str]], forms: Iterable[str]) -> set[str]:
    """Every organization that has one of these forms."""
    return set[str]().union(*(index.get(form, ()) for form in forms))


def _match(text: str, name: str, itself: bool, reason: str) -> Match:
    if name == NOBODY:
        return Match(text, "nobody", reason=_("names.csv says that it is no organization"))
    return Match(text, "exact" if itself else "alias", name, reason)


def _several(text: str, parts: tuple[Match, ...]) -> Match:
    return Match(text, "several", reason=_("several organizations in one cell"), parts=parts)


def stands_for_nobody(text: str) -> bool:
    """Whether a text names nobody and nothing, in a language that we know words for.

    Parameters
    ----------
    text : str
        As written.

    Examples
    --------
    >>> [stands_for_nobody(text) for text in ("Keine", "ninguno", "Aucun", "no one", "None", "Zoo")]
    [True, True, True, True, True, False]
    """
    return _names_nobody("".join(plain_words(text)))


def _names_nobody(plain: str) -> bool:
    """Whether a text in plain letters stands for nobody, or for whoever writes it.

    Examples
    --------
    >>> _names_nobody("ourorganization"), _names_nobody(""), _names_nobody("zoo")
    (True, True, False)
    """
    return not plain or plain in _PLAIN_PHRASES
