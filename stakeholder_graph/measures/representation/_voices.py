"""Voices: which organizations and persons stand for residents, parents or youth, by their sector or their role.

A sector that is called after them stands for them, such as "Parents and caregivers". One that serves them does not,
such as "Youth-serving organizations". What could mean either, such as "Neighborhood associations", is asked and counts
as neither until somebody says so: the role of an organization says "residents", "parents" or "youth", or anything else.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType
from typing import Literal

from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.model.survey import NO_SECTOR

Voice = Literal["residents", "parents", "youth"]
VOICES: tuple[Voice, ...] = ("residents", "parents", "youth")

#: Words for each, in English and Spanish, without accents.
_WORDS: Mapping[Voice, str] = MappingProxyType(
    {
        "residents": r"residents?|neighbou?rs?|community members?|lived experience|tenants?|patients?|residentes?|"
        r"vecin[oa]s?|pacientes?|inquilin[oa]s?|miembros? de la comunidad|experiencia vivida|"
        r"promotor(es|as?)( de salud)?",
        "parents": r"parents?|famil(y|ies)|caregivers?|guardians?|grandparents?|mothers?|fathers?|"
        r"padres?( de familia)?|madres?( de familia)?|familias?|cuidador(es|as?)?|abuel[oa]s?",
        "youth": r"youths?|young (people|persons?|adults?)|teen(ager)?s?|adolescents?|students?|jovenes|joven|"
        r"juventud|juvenil|adolescentes?|estudiantes?|alumn[oa]s?",
    }
)
#: What may stand beside these without a change of meaning.
_BESIDE = re.compile(
    r"\b(and|or|with|of|the|for|our|local|community|leaders?|members?|representatives?|reps?|voices?|advocates?|"
    r"advis[oe]rs?|grassroots|y|e|o|u|de|del|la|las|el|los|con|comunidad|comunitari[oa]s?|lider(es|esas?)?|"
    r"representantes?|persons?|people|individuals?|participants?|adults?|personas?|participantes?)\b"
)
#: Who serves them.
_SERVES = re.compile(
    r"\b(serv\w+|providers?|agenc(y|ies)|education\w*|development|support\w*|programs?|programmes?|care|health\w*|"
    r"schools?|centers?|centres?|mentor\w*|engagement|employment|housing|justice|non-?profits?|medicine|practice|"
    r"apoyo|atencion|atiend\w+|sirv\w+|desarrollo|educacion|educativ\w+|salud|escuelas?|centros?|programas?|prestador\w*|vivienda)\b"
)
#: What may be theirs.
_PERHAPS = re.compile(r"\b(neighbou?rhoods?|barrios?|colonias?|vecindarios?)\b")
_PATTERNS = {voice: re.compile(rf"\b({words})\b") for voice, words in _WORDS.items()}


@dataclass(frozen=True, slots=True)
class Heard:
    """What a text says: for whom it stands, or that it may stand for somebody."""

    voices: tuple[Voice, ...] = ()
    unclear: bool = False


def voices_in(text: str) -> Heard:
    """For whom a sector or a role stands.

    Parameters
    ----------
    text : str
        As somebody wrote it, in English or Spanish.

    Returns
    -------
    Heard
        Without voices where it stands for none of them, or where that is not clear.

    Examples
    --------
    >>> voices_in("Parents and caregivers").voices, voices_in("Jóvenes").voices, voices_in("Youth-serving").voices
    (('parents',), ('youth',), ())
    >>> voices_in("Neighborhood associations").unclear
    True
    """
    plain = _plain(text)
    named: tuple[Voice, ...] = tuple(voice for voice, words in _PATTERNS.items() if words.search(plain))
    perhaps = bool(_PERHAPS.search(plain))
    if not named and not perhaps:
        return Heard()
    rest = plain
    for words in (*_PATTERNS.values(), _BESIDE):
        rest = words.sub(" ", rest)
    if _SERVES.search(rest):
        return Heard()
    return Heard(unclear=True) if rest.strip() or perhaps else Heard(named)


@dataclass(frozen=True, eq=False)
class Voices:
    """Who stands for whom in one wave.

    Parameters
    ----------
    graph : PartnerGraph
        One wave.
    """

    graph: PartnerGraph

    @cached_property
    def by_organization(self) -> dict[str, tuple[Voice, ...]]:
        """For whom organizations stand; those that stand for none of them are left out."""
        known = {name: self._of(sector, role) for name, sector, role in self._said}
        return {name: heard.voices for name, heard in known.items() if heard.voices}

    @cached_property
    def unclear(self) -> dict[str, int]:
        """Sectors, or roles, that may stand for somebody, with how many organizations have them."""
        asked: dict[str, int] = {}
        for _name, sector, role in self._said:
            if self._of(sector, role).unclear:
                about = role if voices_in(role).unclear else sector
                asked[about] = asked.get(about, 0) + 1
        return asked

    @cached_property
    def _said(self) -> list[tuple[str, str, str]]:
        people = self.graph.organizations
        columns = (people[name].fillna("").astype(str) for name in ("organization", "sector", "role"))
        return [
            (name, "" if sector == NO_SECTOR else sector, "" if role.casefold() == "backbone" else role)
            for name, sector, role in zip(*columns, strict=True)
        ]

    @staticmethod
    def _of(sector: str, role: str) -> Heard:
        """By the role, which somebody wrote for this organization alone, and else by the sector."""
        of_role, of_sector = voices_in(role), voices_in(sector)
        if of_role.voices or of_role.unclear:
            return of_role
        return Heard() if role.strip() and of_sector.unclear else of_sector


def _plain(text: str) -> str:
    """In lower case, without accents, words with single spaces between them."""
    apart = unicodedata.normalize("NFKD", text.casefold())
    return " ".join(re.findall(r"[^\W\d_]+", "".join(letter for letter in apart if not unicodedata.combining(letter))))
