"""What was checked of a copy when it was written, as values that a page for an ethics board is made of.

Each is computed from the release and from the files of the copy, anew: nothing here is said because the program was
written to make it so.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import numpy as np

from stakeholder_graph.editions.independent_sets import IndependentSets
from stakeholder_graph.editions.release import Release, WaveRelease
from stakeholder_graph.model.survey import is_named

#: What the lines of one survey and the number that answered tell of who has not.
Telling = Literal["not asked", "all answered", "told", "no lines", "not stated", "of nobody", "perhaps"]


@dataclass(frozen=True, slots=True)
class LookedAt:
    """A file of a copy that was searched for everything that the copy does not hold.

    Parameters
    ----------
    name : str
        Of the file.
    passages : int
        How many different paragraphs, rows, texts of a picture and the like were searched.
    """

    name: str
    passages: int


@dataclass(frozen=True, slots=True)
class SilenceChecked:
    """What lines and numbers of one survey tell of who has not answered.

    Parameters
    ----------
    wave : str
        Which survey.
    silent : int or None
        How many have not answered; None where that is not stated.
    telling : str
        One of `Telling`: whether anybody could work out of somebody that they have not answered.
    """

    wave: str
    silent: int | None
    telling: Telling


@dataclass(frozen=True, slots=True)
class Checked:
    """All that was checked of a copy.

    Parameters
    ----------
    silence : tuple of SilenceChecked
        One a survey whose lines or numbers the copy holds.
    lines, pairs : int
        How many lines it draws, and how many different pairs of organizations and kinds of tie these are: equal where
        no line stands twice, once for each side.
    unpromised : tuple of str
        Kinds of ties in it that respondents were not told of by name.
    files : tuple of LookedAt
        Those that were searched; nothing was found in them, or they would not have been written.
    """

    silence: tuple[SilenceChecked, ...]
    lines: int
    pairs: int
    unpromised: tuple[str, ...]
    files: tuple[LookedAt, ...]


def what_was_checked(release: Release, files: Sequence[LookedAt]) -> Checked:
    """Check a release once more, beside what was looked at in its files.

    Parameters
    ----------
    release : Release
        The room's or the community's.
    files : sequence of LookedAt
        Of its copy.

    Examples
    --------
    >>> from stakeholder_graph.editions.release import Line, Member
    >>> from stakeholder_graph.model.survey import LayerInfo
    >>> members = tuple(Member(name, "Health") for name in "ABC")
    >>> lines = (Line("work", "A", "B"),)
    >>> layers = (LayerInfo("work", promise="named"),)
    >>> all_but_one = WaveRelease("1", roster=tuple("ABC"), listed=3, answered=2, lines=lines)
    >>> what_was_checked(Release("partners", "P", "1", members, (all_but_one,), layers), ()).silence
    (SilenceChecked(wave='1', silent=1, telling='perhaps'),)
    """
    drawn = [line for wave in _shown(release) for line in wave.lines or ()]
    pairs = {
        (wave.name, line.layer, frozenset((line.first, line.second)))
        for wave in _shown(release)
        for line in wave.lines or ()
    }
    return Checked(
        tuple(_silence(wave, release) for wave in _shown(release)),
        len(drawn),
        len(pairs),
        tuple(layer.name for layer in release.layers if not is_named(layer.promise)),
        tuple(files),
    )


def _shown(release: Release) -> Iterator[WaveRelease]:
    """The surveys that a copy shows: the one it speaks of, and earlier ones of which it draws lines."""
    drawn = release.of_wave().lines is not None
    return (wave for wave in release.waves if wave.name == release.wave or (drawn and wave.lines is not None))


def _silence(wave: WaveRelease, release: Release) -> SilenceChecked:
    silent = None if wave.answered is None or not release.answered_known else wave.listed - wave.answered
    return SilenceChecked(wave.name, silent, _telling(wave, release, silent))


def _telling(wave: WaveRelease, release: Release, silent: int | None) -> Telling:
    if not release.surveyed or not release.answered_known:
        return "not asked"
    if silent == 0:
        return "all answered"
    if release.response_named:
        return "told"
    if not wave.lines:
        return "no lines"
    if silent is None:
        return "not stated"
    index = {name: k for k, name in enumerate(wave.roster)}
    ends = [(index[line.first], index[line.second]) for line in wave.lines]
    sets = IndependentSets(len(index), np.array(ends, dtype=np.intp).reshape(-1, 2))
    return "of nobody" if all(sets.has(silent + 1, {k}) for k in range(len(index))) else "perhaps"
