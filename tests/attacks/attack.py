"""One wave of a folder, attacked as somebody who has the folder alone, and as each partner with its own answers."""

import argparse
from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tests.attacks.constraints import System
from tests.attacks.counted import without_counted
from tests.attacks.guessing import Sample, sample, total_answered
from tests.attacks.seen import Fact, Seen
from tests.attacks.solve import ENUMERATED, Proof, forced, patterns, solution, understood
from tests.attacks.truth import Truth
from tests.attacks.witnesses import witnesses

#: A naming that the other side, which answered, did not return: layer, who named, whom.
Unreturned = tuple[str, int, int]

#: Walks and steps for each partner: fewer, as there are many partners.
PARTNERS_WALKS, PARTNERS_STEPS = 64, 300


@dataclass
class Guess:
    """How far guessing comes; nothing of it is proof.

    `largest` is the largest share of patterns that agree in which one organization is silent. Of as many organizations
    as are silent, `least_tied` and `likeliest` say how many of these really are, and `all` how many of all are.
    """

    largest: float
    exact: bool
    least_tied: float | None = None
    likeliest: float | None = None
    all: float | None = None


@dataclass
class Outcome:
    """What one reader proves of one wave."""

    system: System
    silent: set[int] = field(default_factory=set)
    answered: set[int] = field(default_factory=set)
    unreturned: set[Unreturned] = field(default_factory=set)
    undecided: int = 0
    counted: int = 0
    guess: Guess | None = None
    left_out: list[Fact] = field(default_factory=list)
    misread: list[Fact] = field(default_factory=list)
    reports: dict[str, Proof] = field(default_factory=dict)

    @property
    def proves(self) -> bool:
        """Whether anything is proven that may not be, or is left undecided."""
        return bool(self.silent or self.unreturned or self.undecided)


def attack(seen: Seen, wave: str, truth: Truth | None, seconds: float) -> Outcome:
    """Attack with the folder alone: who was silent, who answered, and all reports."""
    system, left_out = understood(seen, wave, seconds)
    misread = _misread(system, truth) if truth else []
    if misread:
        system = System(seen, wave, tuple(fact for fact in system.used if fact not in misread))
    counted = sum(fact.wave == wave for fact in without_counted(seen)[1])
    outcome = Outcome(system, counted=counted, left_out=left_out, misread=misread)
    drawn = sample(system)
    agreeing = None if drawn is None else witnesses(system, drawn.silent)
    variables = [system.answered(k) for k in system.members]
    proof = forced(system, variables, seconds, agreeing=agreeing)
    outcome.silent = {k for k in system.members if proof.value.get(system.answered(k)) == 0}
    outcome.answered = {k for k in system.members if proof.value.get(system.answered(k)) == 1}
    outcome.undecided = len(proof.undecided)
    for layer in system.layers:
        directions = system.directions(layer)
        reports = [system.reported(layer, *pair) for pair in directions]
        proven = forced(system, reports, seconds, known=proof.value, agreeing=agreeing)
        outcome.reports[layer] = proven
        outcome.undecided += len(proven.undecided)
        outcome.unreturned |= {
            (layer, a, b)
            for a, b in directions
            if b in outcome.answered and proven.value.get(system.reported(layer, b, a)) == 0
        }
    _enumerate(outcome)
    outcome.guess = _guess(system, drawn, truth)
    return outcome


def attack_as(partner: int, system: System, truth: Truth, seconds: float) -> Outcome:
    """Attack with the folder and one partner's own answers: whose silence and whose answer to whom it can prove.

    What is proven of the partner itself does not count; it knew that.
    """
    informed = system.informed(partner, truth)
    outcome = Outcome(informed)
    drawn = sample(informed, PARTNERS_WALKS, PARTNERS_STEPS)
    agreeing = np.zeros((0, len(informed.number)), dtype=np.int64)
    if drawn is not None:
        agreeing = witnesses(informed, drawn.silent, (1.0, 0.5))
    others = [k for k in informed.members if k != partner]
    silent = [k for k in others if not agreeing[:, informed.answered(k)].any()]
    doubtful = [naming for naming in _not_returned(informed, agreeing) if naming[2] != partner]
    variables = {informed.answered(k) for k in silent}
    for layer, a, b in doubtful:
        variables |= {informed.answered(b), informed.reported(layer, b, a)}
    if variables:
        proof = forced(informed, sorted(variables), seconds, agreeing=agreeing)
        outcome.undecided = len(proof.undecided)
        outcome.silent = {k for k in silent if proof.value.get(informed.answered(k)) == 0}
        outcome.unreturned = {
            (layer, a, b)
            for layer, a, b in doubtful
            if proof.value.get(informed.answered(b)) == 1 and proof.value.get(informed.reported(layer, b, a)) == 0
        }
    _enumerate(outcome, partner)
    if drawn is not None and others:
        share = [drawn.share[informed.members.index(k)] for k in others]
        outcome.guess = Guess(float(max(share)), exact=False)
    return outcome


def _not_returned(system: System, agreeing: NDArray[np.int64]) -> Iterator[Unreturned]:
    """Namings that were not returned though the other side answered, in all that agrees."""
    for layer, drawn in system.layers.items():
        first, second, there, back = system.of_lines(layer)
        for answered, returned, order in ((second, back, (0, 1)), (first, there, (1, 0))):
            never = ((agreeing[:, answered] == 1) & (agreeing[:, returned] == 0)).all(axis=0)
            yield from ((layer, int(a), int(b)) for a, b in drawn.lines[never][:, order])


def _misread(system: System, truth: Truth) -> list[Fact]:
    """Numbers that the truth contradicts: the attack reads them wrongly, so that they prove nothing."""
    values = {system.answered(k): int(k in truth.answered) for k in system.members}
    for layer in system.layers:
        for pair in system.directions(layer):
            values[system.reported(layer, *pair)] = int(pair in truth.reports[layer])
    if solution(system, fixed=values)[0] is not None:
        return []
    wrong = []
    for fact in system.used:
        alone = System(system.seen, system.wave, (fact,))
        same = {alone.number[name]: values[k] for name, k in system.number.items() if k in values}
        if solution(alone, fixed=same)[0] is None:
            wrong.append(fact)
    return wrong


def _enumerate(outcome: Outcome, partner: int | None = None) -> None:
    """Check by all answer patterns, where these are few enough to be tried, what programming proves."""
    system = outcome.system
    if len(system.members) > ENUMERATED or not system.layers:
        return
    agreeing = np.array(list(patterns(system)))
    never = {k for place, k in enumerate(system.members) if not agreeing[:, place].any()} - {partner}
    if not outcome.undecided and never != outcome.silent:
        raise AssertionError(f"programming proves {outcome.silent} silent, and full enumeration {never}")
    outcome.silent = never


def _guess(system: System, drawn: Sample | None, truth: Truth | None) -> Guess | None:
    total = total_answered(system)
    if total is None or not system.layers:
        return None
    exact = len(system.members) <= ENUMERATED
    if exact:
        share: NDArray[np.float64] = 1 - np.array(list(patterns(system))).mean(axis=0)
    elif drawn is not None:
        share = drawn.share
    else:
        return None
    guess = Guess(float(share.max()), exact)
    n_silent = len(system.members) - total
    if truth and n_silent:
        silent = np.array([k not in truth.answered for k in system.members])
        partners = _partners(system)
        tied = np.array([len(partners[k]) for k in system.members])
        guess.least_tied = float(silent[np.argsort(tied, kind="stable")[:n_silent]].mean())
        guess.likeliest = float(silent[np.argsort(-share, kind="stable")[:n_silent]].mean())
        guess.all = float(silent.mean())
    return guess


def _partners(system: System) -> dict[int, set[int]]:
    partners: dict[int, set[int]] = {k: set() for k in system.members}
    for layer in system.layers:
        for a, b in system.directions(layer):
            partners[a].add(b)
    return partners


def said(outcome: Outcome, truth: Truth | None) -> Iterator[str]:
    """Put what the folder alone proves into lines of text."""
    system, names = outcome.system, outcome.system.seen.organizations
    lines = ", ".join(f"{len(drawn.lines)} {layer}" for layer, drawn in system.layers.items()) or "none"
    yield f"Wave {system.wave}: {len(system.members)} organizations, lines: {lines}"
    yield f"  numbers: {len(system.used)} used, {outcome.counted} that anybody can count on the map"
    for what, facts in (
        ("contradict others, so not used", outcome.left_out),
        ("contradict the truth, so misread and not used", outcome.misread),
    ):
        yield from (f"  {what}: {fact.quantity} {' '.join(fact.of)} ({fact.source})" for fact in facts)
    for verb, members in (("not answered", outcome.silent), ("answered", outcome.answered)):
        right = ""
        if truth:
            right = f", {sum((k in truth.answered) == (verb == 'answered') for k in members)} of them rightly"
        yield f"  proven to have {verb}: {len(members)}{right}"
    yield from (f"    {names[k]}" for k in sorted(outcome.silent))
    yield from _said_of_reports(outcome, truth)
    if outcome.undecided:
        yield f"  undecided when the time ran out: {outcome.undecided}"


def _said_of_reports(outcome: Outcome, truth: Truth | None) -> Iterator[str]:
    system, names = outcome.system, outcome.system.seen.organizations
    for layer, proof in outcome.reports.items():
        made = [pair for pair in system.directions(layer) if proof.value.get(system.reported(layer, *pair)) == 1]
        unreturned = sorted((a, b) for where, a, b in outcome.unreturned if where == layer)
        right = ""
        if truth:
            real = truth.reports[layer]
            right = (
                f", {sum(p in real for p in made)} and {sum((b, a) not in real for a, b in unreturned)} of them rightly"
            )
        yield f"  {layer}: proven who named whom: {len(made)}; namings proven not returned: {len(unreturned)}{right}"
        yield from (f"    {names[a]} named {names[b]}, which answered and did not name it" for a, b in unreturned)


def said_of_guess(guess: Guess | None) -> Iterator[str]:
    """Put how far guessing comes into lines of text."""
    if guess is None:
        return
    how = "all patterns that agree" if guess.exact else "sampled patterns that agree with lines and counts"
    yield f"  guessing: one organization is silent in at most {guess.largest:.2f} of {how}"
    for what, right in (("least tied", guess.least_tied), ("silent in most patterns", guess.likeliest)):
        if right is not None:
            yield f"  guessing: of as many as are silent, the {what}, {right:.2f} are (of all, {guess.all:.2f})"


def attack_as_each(outcome: Outcome, truth: Truth, options: argparse.Namespace) -> dict[int, Outcome]:
    """Attack as each partner of a wave."""
    return {k: attack_as(k, outcome.system, truth, options.seconds) for k in outcome.system.members}
