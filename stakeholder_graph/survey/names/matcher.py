"""Match names as written against the roster: what is certain is made, the rest is proposed to a person.

A name is matched without asking only where exactly one organization can be meant: it is written as in the
roster or in an alias, or differs in what does no harm (`stakeholder_graph.survey.names.variants`). Everything
else is a proposal; nothing is merged silently.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from stakeholder_graph.survey.names.candidates import HARMLESS, Proposal, Proposer
from stakeholder_graph.survey.names.roster import NOBODY, Names, normal, target
from stakeholder_graph.survey.names.variants import initials, plain_words, spellings

Kind = Literal["exact", "alias", "several", "nobody", "unlisted", "proposals", "unknown"]

#: What people write who name nobody, or mean themselves.
_NOBODY = """\
self, us, we, me, myself, ourselves, our agency, our office, our org, our organization, our own organization,
our own agency, my agency, my organization, own agency, own organization, this agency, this organization, same,
same as above, n/a, not applicable, none, none at this time, no others, nothing, nothing to add, nobody, no one,
no, nil, null, unknown, unsure, not sure, don't know, do not know, i don't know, can't think of any, none come
to mind, tbd, skip, prefer not to say, prefer not to answer, ninguno, ninguna, nadie, nosotros, nosotras, no se,
no aplica"""
_NOBODY_WORDS = frozenset("".join(plain_words(phrase)) for phrase in _NOBODY.split(","))
SEVERAL = "several organizations in one cell"
UNLISTED = "as decided in names.csv: not of the list"

_HARD = re.compile(r"[;|\n\r]+")
_SOFT = re.compile(r"(\s*,\s*(?:and|&|y)\s+|\s*,\s*|\s*/\s*|\s+(?:and|&|\+|y)\s+)", re.IGNORECASE)
_BULLET = re.compile(r"^\s*(?:[-•*·]\s*|\d{1,2}[.)]\s+)?")
#: A cell with so near a proposal is one name and no list.
_NEAR = 90
_MOST_PIECES = 24


@dataclass(frozen=True, slots=True)
class Match:
    """What a written name stands for.

    Parameters
    ----------
    written : str
        As written.
    kind : {"exact", "alias", "several", "nobody", "unlisted", "proposals", "unknown"}
        All but the last two need no decision, except that of `several` each part may.
    organization : str
        As the roster shows it, where `kind` is exact or alias; else blank.
    reason : str
        Why, in plain words.
    proposals : tuple of Proposal
        Whom it may stand for, best first, at most three.
    parts : tuple of Match
        Those of a cell that names several.
    """

    written: str
    kind: Kind
    organization: str = ""
    reason: str = ""
    proposals: tuple[Proposal, ...] = ()
    parts: tuple["Match", ...] = ()

    @property
    def single(self) -> tuple["Match", ...]:
        """The match itself, or those of its parts."""
        return tuple(each for part in self.parts for each in part.single) or (self,)

    @property
    def organizations(self) -> tuple[str, ...]:
        """Every organization that is certainly meant."""
        return tuple(dict.fromkeys(each.organization for each in self.single if each.organization))

    @property
    def decided(self) -> bool:
        """Whether nothing is left for a person to decide."""
        return all(each.kind in ("exact", "alias", "nobody", "unlisted") for each in self.single)


class Matcher:
    """A roster with its aliases, ready to be asked who is meant.

    Parameters
    ----------
    roster : iterable of str
        Organizations as they are shown; their order has no effect.
    aliases : mapping of (str, str) to str
        As of `read_aliases`: organization by wave and written name, in normal form. The organization `NOBODY`
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
        end = target(self.names.aliases, key, self.wave)
        return NOBODY if end == NOBODY else self.names.shown.get(end, "")

    @cached_property
    def _proposer(self) -> Proposer:
        return Proposer({text: name for text, name in self._known.items() if name != NOBODY})

    def match(self, written: str) -> Match:
        """Say whom one written name stands for."""
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
        made: dict[str, Match | None] = {text: self._made(text) for text in dict.fromkeys(written)}
        lists = {text: _cut(text) for text, match in made.items() if match is None}
        for part in [part for parts in lists.values() for part in parts]:
            made.setdefault(part, self._made(part))
        unsure = [text for text, match in made.items() if match is None and not lists.get(text)]
        for text, proposals in zip(unsure, self._proposer.propose(unsure), strict=True):
            made[text] = self._unsure(text, proposals)
        for text, parts in lists.items():
            if parts:
                made[text] = Match(text, "several", reason=SEVERAL, parts=tuple(filter(None, map(made.get, parts))))
        return [match for text in written if (match := made[text])]

    def _made(self, text: str) -> Match | None:
        """What is certain without a person; None where nothing is."""
        key = normal(text)
        if name := self._target(key):
            itself = normal(name) == key
            return _match(
                text, name, itself, "as in the list of organizations" if itself else "as decided in names.csv"
            )
        forms = spellings(text)
        plainly = _meant(self._plain, {forms.plain})
        usually = plainly or _meant(self._usual, forms.usual)
        if len(usually) == 1 and (plainly or _meant(self._possible, forms.possible) == usually):
            name = next(iter(usually))
            itself = not forms.usual.isdisjoint(spellings(name).usual)
            return _match(text, name, itself, HARMLESS)
        if usually or (text.isupper() and forms.plain in self._initials):
            return None
        if forms.plain in _NOBODY_WORDS or not forms.plain:
            return Match(text, "nobody", reason="names nobody, or the respondent")
        return None

    def _unsure(self, text: str, proposals: tuple[Proposal, ...]) -> Match:
        one_name = bool(proposals) and proposals[0].score >= _NEAR
        if not one_name and (parts := self._listed(_SOFT.split(text))):
            return Match(text, "several", reason=SEVERAL, parts=parts)
        if not proposals:
            return Match(text, "unknown", reason="nothing in the list of organizations is like it")
        return Match(text, "proposals", reason=proposals[0].reason, proposals=proposals)

    def _listed(self, pieces: list[str]) -> tuple[Match, ...]:
        """Cut a text at commas and "and" so that each part is certainly an organization; empty if that cannot be.

        Names hold commas and "and" themselves, so that the longest parts are tried first.
        """
        if not 3 <= len(pieces) <= _MOST_PIECES:
            return ()
        rest: dict[int, tuple[Match, ...] | None] = {len(pieces) + 1: ()}
        for start in range(len(pieces) - 1, -1, -2):
            rest[start] = None
            for end in range(len(pieces), start, -2):
                after = rest[end + 1]
                if after is None:
                    continue
                match = self._made("".join(pieces[start:end]))
                if match is not None and match.organization:
                    rest[start] = (match, *after)
                    break
        return rest[0] or ()


def _meant(index: Mapping[str, set[str]], forms: Iterable[str]) -> set[str]:
    """Every organization that has one of these forms."""
    return set[str]().union(*(index.get(form, ()) for form in forms))


def _match(text: str, name: str, itself: bool, reason: str) -> Match:
    if name == NOBODY:
        return Match(text, "nobody", reason="decided in names.csv: no organization")
    return Match(text, "exact" if itself else "alias", name, reason)


def _cut(text: str) -> list[str]:
    """Parts of a cell that holds a list; empty where it holds one name."""
    parts = [part for piece in _HARD.split(text) if (part := _BULLET.sub("", piece, count=1).strip())]
    return [] if len(parts) == 1 and parts[0] == text.strip() else parts
