"""A fingerprint: the small nameless file of a community that shares nothing else, made of what its room may hold.

It is a function of the room's release alone, so nothing that the room may not know can be in it. It has no word of the
community's own: no name, no count by sector, no date, seed or hash; numbers are rounded, sizes are bands.
"""

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import comb
from typing import Any

from stakeholder_graph.communities.standard_words import standard_sectors
from stakeholder_graph.editions.declared_words import DECLARED_WORDS
from stakeholder_graph.editions.release import Release, WaveRelease
from stakeholder_graph.model.survey import DEFAULT_LAYER, NO_SECTOR
from stakeholder_graph.survey.names.normalization import normal

#: What the file says it is, and by which it is known.
SCHEMA = "stakeholder-graph/fingerprint/1"
#: Bands of how many are listed, and of what share answered: from how many on.
SIZES: Mapping[str, float] = {"under 20": 0, "20-49": 20, "50-99": 50, "100-199": 100, "200 and more": 200}
RESPONSES: Mapping[str, float] = {"under 50 %": 0.0, "50-74 %": 0.5, "75 % and more": 0.75}
#: Fewer lines than this, or pairs without one, are a small cell; and of fewer organizations nothing is counted.
FEWEST, FEWEST_ORGANIZATIONS = 5, 10
#: To what the share of lines within sectors, less what is usual, is rounded; the density is rounded to hundredths.
STEP = 0.05
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@dataclass(frozen=True, slots=True)
class SaidWord:
    """A verdict in words: a key of `DECLARED_WORDS`, and the standard sectors it is about, in English."""

    id: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fingerprint:
    """What a community that stays nameless says of itself.

    Parameters
    ----------
    size : str
        A key of `SIZES`.
    year : int or None
        Of the survey.
    response : str or None
        A key of `RESPONSES`; None where it is not told how many answered.
    sectors : tuple of str
        Standard sectors on its list, in English.
    density : float or None
        Share of pairs with a line, in hundredths; None where no lines may be drawn, or nearly none or nearly all are.
    within_less_usual : float or None
        Share of lines within a sector, less what that would be if sectors made no difference, in steps of .05.
    words : tuple of SaidWord
        Verdicts in words.
    """

    size: str
    year: int | None = None
    response: str | None = None
    sectors: tuple[str, ...] = ()
    density: float | None = None
    within_less_usual: float | None = None
    words: tuple[SaidWord, ...] = ()

    @property
    def facts(self) -> dict[str, str | float | None]:
        """What it tells in bands and numbers; its density is of all pairs on its list, unlike that of a survey."""
        return {
            "organizations": self.size,
            "answered": self.response,
            "density_of_list": self.density,
            "within_less_usual": self.within_less_usual,
        }

    def to_text(self) -> str:
        """As a file.

        Examples
        --------
        >>> Fingerprint("20-49", 2025).to_text().splitlines()[1]
        '  "schema": "stakeholder-graph/fingerprint/1",'
        """
        content: dict[str, Any] = {
            "schema": SCHEMA,
            "year": self.year,
            "organizations": self.size,
            "answered": self.response,
            "sectors": list(self.sectors),
            "density": self.density,
            "within_less_usual": self.within_less_usual,
            "words": [{"id": word.id, "about": list(word.about)} for word in self.words],
        }
        return json.dumps(content, indent=2, ensure_ascii=False, allow_nan=False) + "\n"


def fingerprint(release: Release) -> Fingerprint:
    """Make the fingerprint of a community.

    Parameters
    ----------
    release : Release
        The room's; equal releases give equal fingerprints.

    Returns
    -------
    Fingerprint

    Examples
    --------
    >>> from stakeholder_graph.editions.release import Member
    >>> wave = WaveRelease("Spring 2025", roster=tuple("ABCDEF"), listed=6, answered=4)
    >>> members = tuple(Member(name, "Health") for name in wave.roster)
    >>> fingerprint(Release("partners", "P", "Spring 2025", members, (wave,)))
    Fingerprint(size='under 20', year=2025, response='50-74 %', sectors=('Health',), density=None,
                within_less_usual=None, words=())
    """
    wave = release.of_wave()
    sectors = {member.organization: member.sector for member in release.members}
    standard = {normal(sector): _standard(sector) for sector in map(sectors.__getitem__, wave.roster)}
    share, within = _lines(release, wave, [sectors[name] for name in wave.roster], sectors)
    known = release.answered_known and release.surveyed and wave.listed and wave.answered is not None
    year = _YEAR.search(wave.date) or _YEAR.search(wave.name)
    return Fingerprint(
        _band(wave.listed, SIZES),
        int(year[0]) if year else None,
        _band((wave.answered or 0) / wave.listed, RESPONSES) if known else None,
        tuple(sorted({name for name in standard.values() if name})),
        share,
        within,
        tuple(_words(release)),
    )


def _lines(
    release: Release, wave: WaveRelease, listed: Sequence[str], sectors: Mapping[str, str]
) -> tuple[float | None, float | None]:
    """The density of lines, and their share within sectors less what is usual."""
    names = [layer.name for layer in release.layers]
    if wave.lines is None or not names or len(listed) < FEWEST_ORGANIZATIONS:
        return None, None
    chosen = DEFAULT_LAYER if DEFAULT_LAYER in names else names[0]
    lines = [line for line in wave.lines if line.layer == chosen]
    pairs = comb(len(listed), 2)
    if min(len(lines), pairs - len(lines)) < FEWEST:
        return None, None
    density = round(len(lines) / pairs, 2)
    known = Counter(sector for sector in listed if sector != NO_SECTOR)
    ends = [{sectors[line.first], sectors[line.second]} for line in lines]
    ends = [two for two in ends if NO_SECTOR not in two]
    inside = sum(len(two) == 1 for two in ends)
    if len(known) < 2 or min(inside, len(ends) - inside) < FEWEST:
        return density, None
    usual = sum(comb(size, 2) for size in known.values()) / comb(known.total(), 2)
    return density, round(round((inside / len(ends) - usual) / STEP) * STEP, 2) + 0.0


def _words(release: Release) -> list[SaidWord]:
    """Verdicts on the network, and on two standard sectors; each once, whatever kinds of tie it is said of."""
    said = []
    for word in release.words:
        about = tuple(_standard(name) for name in word.about)
        if all(about):
            said.append(SaidWord(word.id, tuple(name for name in about if name)))
    order = list(DECLARED_WORDS)
    return sorted(dict.fromkeys(said), key=lambda word: (order.index(word.id), word.about))


def _standard(sector: str) -> str | None:
    phrase = standard_sectors().get(normal(sector))
    return phrase.en if phrase else None


def _band(value: float, bands: Mapping[str, float]) -> str:
    return [band for band, least in bands.items() if value >= least][-1]
