"""Attack generated partnerships: 12 to 60 organizations, one to three layers, one or two waves, up to 12 silent.

    python -m tests.attacks.generated [--count 200] [--first 0] [--jobs 1]

writes everything that one reader of each may hold into a temporary folder (`handed_out`): the room's folder and the
community's, the room's copy of the earlier round, the network in every format for another tool, findings, the binder,
and the profiles. It takes lines from the room's map and numbers from all of them, and attacks as somebody who has all
but a profile, and as each partner with its profile, from whose bytes its own answers are read. It looks for what the
community's page tells beside the room's copy or of numbers that it leaves out (`community`), and for what any other
file tells beside the map (`beside`). It prints a line: what was drawn, who is proven to have not answered, how many
namings are proven not returned, and how far guessing comes; at the end, what all of them come to. Its exit code is 1 if
anything was proven, told or left undecided, or a number is none that the attack understands.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from stakeholder_graph.generators import invent, write
from tests.attacks.attack import Guess, Outcome, attack, attack_as
from tests.attacks.beside import told_beside
from tests.attacks.community import told_by_community
from tests.attacks.constraints import System
from tests.attacks.extract import extract
from tests.attacks.handed_out import hand_out, own_pages, quickly
from tests.attacks.profiles import by_others, own_truth, read_profile
from tests.attacks.truth import Truth, true_answers

#: Share of the reports of the first layer that each further one has too.
KEPT = 0.8
LAYERS = ("collaboration", "contact", "referrals")


@dataclass(frozen=True)
class Attacked:
    """What an attack on one wave of a folder came to, in plain values that another process can hand back."""

    n: int
    n_silent: int
    drawn: bool
    silent: int
    unreturned: int
    undecided: int
    misread: int
    partners: int
    partners_proving: int
    guess: Guess | None
    partners_largest: float | None
    told: tuple[str, ...] = ()

    @property
    def proves(self) -> bool:
        """Whether anything is proven or undecided, or a number is not what the attack takes it for."""
        proven = self.silent or self.unreturned or self.undecided or self.misread or self.partners_proving
        return bool(proven or self.told)


def survey(folder: Path, seed: int) -> str:
    """Write the survey of a seed, and say what it is."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(12, 61))
    silent = int(rng.integers(0, min(12, n // 2) + 1))
    layers, waves = int(rng.integers(1, 4)), int(rng.integers(1, 3))
    density = float(rng.uniform(0.08, 0.3))
    strength = rng.random() < 0.25
    who = ("random", "connected", "unconnected", "inactive")[int(rng.integers(4))]
    made = invent(n, 4, density=density, response=1 - silent / n, waves=waves, silent=who, seed=seed)  # type: ignore[arg-type]
    tables = dict(made.tables)
    first = tables["ties"].assign(layer=LAYERS[0])
    further = [
        first[rng.random(len(first)) < KEPT].assign(layer=name, value=1) for name in LAYERS[1:layers] if len(first)
    ]
    tables["ties"] = pd.concat([first, *further])
    settings = made.settings.replace('"named"', '"named with strength"') if strength else made.settings
    write(tables, folder, settings)
    shown = ", levels shown" if strength else ""
    return f"{n} organizations, {silent} silent ({who}), {layers} layers{shown}, {waves} waves, density {density:.2f}"


def informed(page: Path, partner: int, system: System, truth: Truth) -> Truth:
    """What a partner's page tells it of its own answers, after a look that the page says what is true."""
    read = read_profile(page)
    own = own_truth(read, partner, system)
    others = by_others(read, partner, system)
    assert own.answered == truth.answered & {partner}
    for layer, drawn in system.layers.items():
        mine = {pair: level for pair, level in truth.reports[layer].items() if pair[0] == partner}
        assert own.reports[layer] == mine, (page.name, layer)
        pairs = {pair for a, b in drawn.lines.tolist() for pair in ((a, b), (b, a)) if pair[1] == partner}
        assert others[layer] == {(a, b) for a, b in pairs if (b, a) not in mine}, (page.name, layer)
    return own


def run(seed: int, seconds: float = 120) -> tuple[int, str, list[Attacked]]:
    """Attack the partnership of a seed: the seed, what it is, and what each wave comes to."""
    with TemporaryDirectory() as written:
        source = Path(written, "survey")
        what = survey(source, seed)
        held = hand_out(source, Path(written, "output"))
        seen = extract(held.room, held.beside)
        told = told_by_community(held.community, seen) + told_beside(held, seen, Path(written))
        of_waves, truth = dict.fromkeys(seen.waves, seen), true_answers(source, seen)
        for then in map(extract, held.earlier):
            if not seen.present.keys() >= then.present.keys():
                of_waves = dict.fromkeys(then.waves, then) | of_waves
                truth = true_answers(source, then) | truth
        pages = own_pages(source, Path(written, "output"))
        # A profile is of the latest wave; of an earlier one a partner remembers what it answered.
        latest = System(seen, seen.waves[-1])
        own = {k: informed(pages[seen.organizations[k]], k, latest, truth[latest.wave]) for k in latest.members}
    outcomes = []
    for wave, shown in of_waves.items():
        outcome = attack(shown, wave, truth[wave], seconds)
        known = {k: own[k] if wave == latest.wave else truth[wave] for k in outcome.system.members}
        partners = [attack_as(k, outcome.system, known[k], seconds) for k in outcome.system.members]
        attacked = _attacked(outcome, partners, len(truth[wave].answered))
        outcomes.append(replace(attacked, told=tuple(told)) if wave == latest.wave else attacked)
    return seed, what, outcomes


def _attacked(outcome: Outcome, partners: Sequence[Outcome], answered: int) -> Attacked:
    n = len(outcome.system.members)
    shares = [partner.guess.largest for partner in partners if partner.guess]
    return Attacked(
        n,
        n - answered,
        bool(outcome.system.layers),
        len(outcome.silent),
        len(outcome.unreturned),
        outcome.undecided,
        len(outcome.misread) + len(outcome.left_out),
        len(partners),
        sum(partner.proves for partner in partners),
        outcome.guess,
        max(shares, default=None),
    )


def said(seed: int, what: str, waves: Sequence[Attacked]) -> str:
    """One line of text."""
    parts = []
    for wave in waves:
        proofs = (
            f"{wave.silent} proven silent, {wave.unreturned} unreturned, "
            f"{wave.partners_proving} of {wave.partners} partners prove something"
        )
        doubts = {"undecided": wave.undecided, "misread": wave.misread}
        proofs += "".join(f", {count} {name}" for name, count in doubts.items() if count)
        if wave.guess and wave.n_silent:
            proofs += f", largest share {wave.guess.largest:.2f}"
        parts.append(proofs if wave.drawn else "lines withheld")
        parts += [f"told beside the map {len(wave.told)}: {', '.join(wave.told[:3])}"] if wave.told else []
    return f"{seed}: {what}: {'; '.join(parts)}"


def summary(attacked: Sequence[Attacked]) -> str:
    """Print what all attacks come to."""
    drawn = [wave for wave in attacked if wave.drawn]
    some = [wave for wave in drawn if wave.n_silent]
    guesses = [wave.guess for wave in some if wave.guess]
    lines = [
        f"{len(attacked)} waves, {len(drawn)} of them with lines, {len(some)} with lines and somebody silent",
        f"{sum(wave.proves for wave in attacked)} prove something to somebody: "
        f"{sum(bool(wave.silent) for wave in attacked)} who is silent and "
        f"{sum(bool(wave.unreturned) for wave in attacked)} what is not returned, to all readers; "
        f"{sum(bool(wave.partners_proving) for wave in attacked)} something to a partner "
        f"({sum(wave.partners for wave in attacked)} partners tried); "
        f"{sum(bool(wave.undecided) for wave in attacked)} are partly undecided, "
        f"{sum(bool(wave.misread) for wave in attacked)} partly misread",
        f"files beside the map tell more than it in {sum(bool(wave.told) for wave in attacked)}",
    ]
    if guesses:
        largest = np.array([guess.largest for guess in guesses])
        partners = np.array([wave.partners_largest for wave in some if wave.partners_largest is not None])
        lines.append(
            f"guessing: somebody is silent in .9 or more of the patterns that agree in "
            f"{(largest >= 0.9).mean():.2f} of those with somebody silent (median of the largest share "
            f"{np.median(largest):.2f}); for some partner in {(partners >= 0.9).mean():.2f} ({np.median(partners):.2f})"
        )
        for what, right in (
            ("least tied", [guess.least_tied for guess in guesses]),
            ("silent in most patterns", [guess.likeliest for guess in guesses]),
        ):
            known = [(value, guess.all) for value, guess in zip(right, guesses, strict=True) if value is not None]
            mean, everyone = np.array(known, dtype=float).mean(axis=0)
            lines.append(f"guessing: of the S {what}, {mean:.2f} are silent on average (of all, {everyone:.2f})")
    return "\n".join(lines)


def _runs(seeds: Sequence[int], jobs: int) -> Iterator[tuple[int, str, list[Attacked]]]:
    if jobs > 1:
        with ProcessPoolExecutor(jobs, initializer=quickly) as pool:
            yield from pool.map(run, seeds)
        return
    quickly()
    yield from map(run, seeds)


def main(arguments: list[str] | None = None) -> int:
    """Attack as many as asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks.generated")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="seed of the first")
    parser.add_argument("--jobs", type=int, default=1, help="processes at the same time")
    options = parser.parse_args(arguments)
    seeds = range(options.first, options.first + options.count)
    attacked: list[Attacked] = []
    for seed, what, waves in _runs(seeds, options.jobs):
        attacked += waves
        print(said(seed, what, waves), flush=True)
    print(summary(attacked))
    return int(any(wave.proves for wave in attacked))


if __name__ == "__main__":
    sys.exit(main())
