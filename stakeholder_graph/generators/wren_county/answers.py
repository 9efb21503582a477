"""What the partners of Wren County answered about their ties: three layers, as written in the survey."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from stakeholder_graph.frames.arrays import Flags, Floats
from stakeholder_graph.generators.exact_draws import grade, pick
from stakeholder_graph.generators.wren_county.cast import LIBRARY, MERGED, RENAMED, RESPONDENTS, WRITTEN
from stakeholder_graph.generators.wren_county.network import Network

FIRST, SECOND = WAVES = ("2024", "2025")

#: Shares of the steps of each scale, lowest first. The means of trust are 3.8 and 3.9.
LEVELS = (0.22, 0.27, 0.25, 0.16, 0.10)
OFTEN = (0.18, 0.30, 0.34, 0.18)
TRUST = {FIRST: (0.03, 0.07, 0.24, 0.39, 0.27), SECOND: (0.02, 0.06, 0.22, 0.40, 0.30)}

#: In contact without working together, per tie.
ONLY_CONTACT = 0.15
#: Share of answers with another name than the roster's, where there is one, and of those in capitals.
OTHERWISE, SHOUTED = 0.25, 0.015

Rows = Iterator[tuple[str, str, str, str, str, int]]


def answered(cast: pd.DataFrame, wave: str) -> Flags:
    """Say which organizations answered in a wave.

    Parameters
    ----------
    cast : DataFrame
        As `cast.organizations` gives it.
    wave : str
        Its name.

    Returns
    -------
    ndarray of bool, shape (n,)
    """
    when = ("both", "first") if wave == FIRST else ("both", "second")
    return cast["answered"].str.startswith(when).to_numpy()


def listed(cast: pd.DataFrame, wave: str) -> Flags:
    """Say which organizations were on the roster of a wave.

    Parameters
    ----------
    cast : DataFrame
        As `cast.organizations` gives it.
    wave : str
        Its name.

    Returns
    -------
    ndarray of bool, shape (n,)
    """
    return ~cast["answered"].str.endswith("joined").to_numpy() | (wave == SECOND)


def respondents(name: str, wave: str) -> tuple[str, ...]:
    """List who answered for an organization: a blank where one person speaks for it.

    Parameters
    ----------
    name, wave : str
        Of the organization and the wave.

    Returns
    -------
    tuple of str
    """
    if wave == FIRST and name in MERGED:
        return tuple(MERGED[name].values())
    return RESPONDENTS.get((wave, name), ("",))


def rostered(name: str, wave: str) -> tuple[str, ...]:
    """List the names under which an organization was on the roster of a wave.

    Parameters
    ----------
    name, wave : str
        Of the organization and the wave.

    Returns
    -------
    tuple of str
    """
    if wave == FIRST:
        return tuple(MERGED.get(name, (RENAMED.get(name, name),)))
    return (name,)


def ties(cast: pd.DataFrame, network: Network, rng: np.random.Generator) -> pd.DataFrame:
    """All reported ties: wave, layer, respondent, from, to, value.

    Parameters
    ----------
    cast : DataFrame
        As `cast.organizations` gives it.
    network : Network
    rng : numpy.random.Generator

    Returns
    -------
    DataFrame
        Names as respondents wrote them.
    """
    n = len(cast)
    bond = _bond(cast, network, rng)
    regard = rng.random(n)
    rows: list[tuple[str, str, str, str, str, int]] = []
    for wave, truth in zip(WAVES, (network.earlier, network.later), strict=True):
        seen = truth & answered(cast, wave)[:, None]
        latent = bond + 0.5 * rng.random((n, n))
        met = seen | _met(seen, network, cast, wave, rng)
        grades = {
            "collaboration": _graded(latent, seen, LEVELS),
            "contact": _graded(latent + 0.5 * rng.random((n, n)) + seen, met, OFTEN),
            "trust": _graded(regard[None, :] + latent + rng.random((n, n)), seen, TRUST[wave]),
        }
        rows.extend(_written(cast, wave, grades, rng))
    return pd.DataFrame(rows, columns=["wave", "layer", "respondent", "from", "to", "value"])


def _bond(cast: pd.DataFrame, network: Network, rng: np.random.Generator) -> Floats:
    """How close a pair is: the same from both sides, closer where named by both; the library's are light."""
    noise = np.triu(rng.random((len(cast), len(cast))), 1)
    both = network.later & network.later.T
    light = (cast["organization"] == LIBRARY).to_numpy()
    bond: Floats = noise + noise.T + 0.4 * both - 0.8 * (light[:, None] | light[None, :])
    return bond


def _met(seen: Flags, network: Network, cast: pd.DataFrame, wave: str, rng: np.random.Generator) -> Flags:
    """Dyads in contact that do not work together."""
    open_to = network.free & ~seen & np.outer(answered(cast, wave), listed(cast, wave))
    senders, receivers = np.nonzero(open_to)
    chosen = pick(network.affinity[senders, receivers], round(ONLY_CONTACT * seen.sum()), rng)
    met = np.zeros_like(seen)
    met[senders[chosen], receivers[chosen]] = True
    return met


def _graded(latent: Floats, where: Flags, shares: tuple[float, ...]) -> np.ndarray:
    grades = np.zeros(where.shape, dtype=np.int64)
    grades[where] = grade(latent[where], shares)
    return grades


def _written(cast: pd.DataFrame, wave: str, grades: dict[str, np.ndarray], rng: np.random.Generator) -> Rows:
    """One row for each respondent, layer and partner named."""
    names = cast["organization"].tolist()
    for sender, receiver in np.argwhere(grades["contact"] > 0):
        name, people = names[sender], respondents(names[sender], wave)
        said = _who_said(len(people), rng)
        draws = rng.random((len(people), 3))
        for person, respondent in enumerate(people):
            if not said[person]:
                continue
            source = rostered(name, wave)[person if len(rostered(name, wave)) > 1 else 0]
            target = _spelled(names[receiver], wave, draws[person, 0], draws[person, 1])
            for layer, values in grades.items():
                value = int(values[sender, receiver])
                # the second of two is at times a step more careful than the first
                careful = person > 0 and said[0] and draws[person, 2] < 0.3 and value > 1
                if value:
                    yield wave, layer, respondent, source, target, value - careful


def _who_said(people: int, rng: np.random.Generator) -> tuple[bool, ...]:
    """Which of one or two respondents name a partner: half of the time both."""
    if people == 1:
        return (True,)
    luck = rng.random()
    return luck < 0.75, not 0.5 < luck < 0.75


def _spelled(name: str, wave: str, which: float, chance: float) -> str:
    """A partner as a respondent writes it."""
    official = rostered(name, wave)
    if len(official) > 1:
        return official[int(which * len(official))]
    other = WRITTEN.get(name, ())
    if chance < OTHERWISE and other and not (wave == FIRST and name in RENAMED):
        return other[int(which**2 * len(other))]
    if chance > 1 - SHOUTED:
        return official[0].upper()
    return official[0]
