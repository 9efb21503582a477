"""Try to prove, from the bytes of one folder alone, who has not answered and whose naming was not returned.

    python -m tests.attacks FOLDER [--why] [--truth PARTNERSHIP [--partner NAME]]

FOLDER is `for-the-room` or `for-the-community`. The attack reads lines and numbers (`extract`), says what each number
means (`constraints`), and asks what follows from all of them (`solve`). It knows how the tool counts, as anybody may
read that, and nothing of the partnership. With `--truth` it says beside its proofs how often it is right, and how far
guessing comes; `--partner` adds what one partner knows: its own answers.

What it found before the room's edition became a function of what the room may see (the example: 61 organizations, 43
answered; seed 0): all 18 that had not answered, all 43 that had, who named whom on 140 lines of collaboration and 176
of contact, and seven namings of contact that were not returned, all rightly. Three tables are enough for all 18: who
answered by sector, ties from sector to sector, and pairs known (`discrepant_pairs`); without pairs known it is six of
them, and from lines and how many answered alone nobody.

What it finds since: nobody's silence and nobody's unreturned naming. Numbers on ties count lines of the map, so they
say nothing that the lines do not say; a number that counts anything else is taken as one that counts answers.

What it does not use: numbers that are not sums of answers or reports (ways over a third, steps, centralization,
brokerage, expected values, p, ranges from imputation), tables by outcome or team, positions on the map, and the PDF.
Where it proves nothing, these may still tell somebody something.
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

import numpy as np

from tests.attacks.constraints import System
from tests.attacks.counted import without_counted
from tests.attacks.extract import extract
from tests.attacks.seen import Fact, Seen
from tests.attacks.solve import ENUMERATED, Proof, forced, patterns, silent_shares, understood
from tests.attacks.truth import Truth, true_answers


def main(arguments: list[str] | None = None) -> int:
    """Run the attack on each wave that has lines; exit code 0 if it proves no silence and no unreturned naming."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--truth", type=Path, help="the partnership itself, to say how often the attack is right")
    parser.add_argument("--partner", help="attack as this organization, which knows its own answers (with --truth)")
    parser.add_argument("--why", action="store_true", help="say which numbers give it away (takes longer)")
    parser.add_argument("--seconds", type=float, default=120, help="longest time for each question (default 120)")
    options = parser.parse_args(arguments)
    if options.partner and not options.truth:
        parser.error("--partner needs --truth: its own answers are taken from there")
    seen = extract(options.folder)
    if not seen.organizations:
        print("The folder names no organizations: there is nobody to prove anything of.")
        return 0
    print(f"Measures with tables that the attack does not use: {', '.join(seen.unread) or 'none'}")
    truth = true_answers(options.truth, seen) if options.truth else {}
    proven = [_attack(seen, wave, truth.get(wave), options) for wave in seen.waves]
    return int(any(proven))


def _attack(seen: Seen, wave: str, truth: Truth | None, options: argparse.Namespace) -> bool:
    system, left_out = understood(seen, wave, options.seconds)
    lines = ", ".join(f"{len(drawn.lines)} {layer}" for layer, drawn in system.layers.items())
    print(
        f"\nWave {wave}: {len(system.members)} organizations, lines: {lines}; {len(system.used)} numbers used, "
        f"{sum(fact.wave == wave for fact in without_counted(seen)[1])} count lines"
    )
    for fact in left_out:
        print(f"  not understood, so not used: {fact.quantity} {' '.join(fact.of)} ({fact.source})")
    if options.partner and truth:
        partner = seen.organizations.index(options.partner)
        if partner in truth.answered:
            system.know(partner, {layer: truth.named(layer, partner) for layer in system.layers})
    answers = forced(system, [system.answered(k) for k in system.members], options.seconds)
    silent = {k for k in system.members if answers.value.get(system.answered(k)) == 0}
    spoke = {k for k in system.members if answers.value.get(system.answered(k)) == 1}
    _say("proven to have not answered", silent, seen, None if truth is None else set(system.members) - truth.answered)
    _say("proven to have answered", spoke, seen, None if truth is None else set(truth.answered))
    if answers.undecided:
        print(f"  undecided after {options.seconds:g} s: {len(answers.undecided)} organizations")
    unreturned, undecided = 0, len(answers.undecided)
    for layer in system.layers:
        directions = [system.reported(layer, *pair) for pair in system.directions(layer)]
        reports = forced(system, directions, options.seconds, answers.value)
        undecided += len(reports.undecided)
        unreturned += _say_reports(system, layer, reports, spoke, truth)
    if options.why:
        _say_why(seen, wave, system.used, len(silent), options.seconds)
    _say_guesses(system, truth)
    return bool(silent or unreturned or undecided)


def _say(what: str, members: set[int], seen: Seen, right: set[int] | None) -> None:
    checked = "" if right is None else f", {len(members & right)} of them rightly"
    print(f"  {what}: {len(members)}{checked}")
    for k in sorted(members):
        print(f"    {seen.organizations[k]}")


def _say_reports(system: System, layer: str, reports: Proof, spoke: set[int], truth: Truth | None) -> int:
    """Print proven reports between two that answered, and those that were not returned; return how many were not."""
    names = system.seen.organizations
    value = {pair: reports.value.get(system.reported(layer, *pair)) for pair in system.directions(layer)}
    made = [(a, b) for (a, b), said in value.items() if said == 1]
    unreturned = [(a, b) for (a, b), said in value.items() if b in spoke and value[b, a] == 0]
    checked = ""
    if truth:
        real = truth.reports[layer]
        right = sum(pair in real for pair in made), sum((b, a) not in real for a, b in unreturned)
        checked = f", {right[0]} and {right[1]} of them rightly"
    print(f"  {layer}: proven who named whom: {len(made)}; namings proven not returned: {len(unreturned)}{checked}")
    for a, b in unreturned:
        print(f"    {names[a]} named {names[b]}, which answered and did not name it")
    if reports.undecided:
        print(f"    undecided when the time ran out: {len(reports.undecided)} directions")
    return len(unreturned)


def _proven_silent(seen: Seen, wave: str, facts: list[Fact], seconds: float) -> int:
    system = System(seen, wave, tuple(facts))
    proof = forced(system, [system.answered(k) for k in system.members], seconds)
    return sum(value == 0 for value in proof.value.values())


def _say_why(seen: Seen, wave: str, used: list[Fact], proven: int, seconds: float) -> None:
    """Print what each table proves by itself, and a few tables that together prove as much as all numbers."""
    total = [fact for fact in used if fact.quantity == "answered" and not fact.of and not fact.over][:1]
    tables: dict[str, list[Fact]] = {}
    for fact in used:
        tables.setdefault(f"{fact.layer or 'all layers'}, {fact.source.rsplit(':', 1)[0]}", []).append(fact)
    print(f"  lines and how many answered: {_proven_silent(seen, wave, total, seconds)} proven to have not answered")
    alone = {name: _proven_silent(seen, wave, [*total, *facts], seconds) for name, facts in tables.items()}
    for name, count in alone.items():
        if count:
            print(f"    with {name}: {count}")
    enough: dict[str, list[Fact]] = {}
    for name in sorted(tables, key=lambda name: (-alone[name], len(tables[name]))):
        if _together(seen, wave, total, enough, seconds) >= proven:
            break
        enough[name] = tables[name]
    for name in list(enough):
        rest = {other: facts for other, facts in enough.items() if other != name}
        if _together(seen, wave, total, rest, seconds) >= proven:
            enough = rest
    print(f"  enough for all {proven}: how many answered{''.join(f'; {name}' for name in enough)}")


def _together(seen: Seen, wave: str, total: list[Fact], tables: Mapping[str, list[Fact]], seconds: float) -> int:
    return _proven_silent(seen, wave, [*total, *(fact for facts in tables.values() for fact in facts)], seconds)


def _say_guesses(system: System, truth: Truth | None) -> None:
    """Print how far one comes by guessing: nothing of it is proof."""
    total = next((f.low for f in system.used if f.quantity == "answered" and not f.of and not f.over), None)
    if total is None or not system.layers or system.seen.unnamed(system.wave):
        return
    n_silent = len(system.members) - round(total)
    if len(system.members) <= ENUMERATED:
        agreeing = np.array(list(patterns(system)))
        share, how = 1 - agreeing.mean(axis=0), f"{len(agreeing)} patterns that agree with all numbers"
    else:
        share, how = silent_shares(system, n_silent), "sampled patterns that agree with lines and counts"
    print(f"  guessing: one organization is silent in at most {share.max():.2f} of {how}")
    if not truth or not n_silent:
        return
    silent = np.array([k not in truth.answered for k in system.members])
    degree = _partners(system)
    tied = np.array([degree.get(k, 0) for k in system.members])
    for what, likeliest in (("least tied", tied), ("silent in most patterns", -share)):
        right = silent[np.argsort(likeliest, kind="stable")[:n_silent]].mean()
        print(f"  guessing: of the {n_silent} {what}, {right:.2f} are silent (of all, {silent.mean():.2f})")


def _partners(system: System) -> Mapping[int, int]:
    pairs = {pair for layer in system.layers for pair in system.directions(layer)}
    counts: dict[int, int] = {}
    for start, _ in pairs:
        counts[start] = counts.get(start, 0) + 1
    return counts


if __name__ == "__main__":
    sys.exit(main())
