"""Try to prove, from the bytes of one folder alone, who has not answered and whose naming was not returned.

    python -m tests.attacks FOLDER [--why] [--truth PARTNERSHIP [--partner NAME]]

FOLDER is `for-the-room`; `community` looks at the community's page. The attack reads lines and
numbers (`extract`), says what each number means (`constraints`), and asks what follows from all of them (`solve`): by
integer programming, and up to 14 organizations by all answer patterns, too. It knows how the tool counts, as anybody
may read that, and nothing of the partnership. With `--truth` it says beside its proofs how often it is right and how
far guessing comes, and attacks a second time as each partner, which knows its own answers besides; `--partner` takes
one of them. Where the folder alone proves something, partners are tried only if asked for.

Numbers that count lines of the map say nothing that the lines do not say (`counted`). A number that counts anything
else is taken for one that counts answers; if it contradicts the others or the truth, that is said, and it is not used.

What it found before the room's copy became a function of what the room may see (the example: 61 organizations, 43
answered; seed 0): all 18 that had not answered, all 43 that had, who named whom on 140 lines of collaboration and 176
of contact, and seven namings of contact that were not returned, all rightly. Three tables were enough for all 18: who
answered by sector, ties from sector to sector, and pairs known (`discrepant_pairs`); without pairs known it was six of
them, and from lines and how many answered alone nobody. Since then it proves nothing.

What it does not use: numbers that are not sums of answers or reports (ways over a third, steps, centralization,
brokerage, expected values, p), tables that it has no reader for (it names their measures), verdicts in words that rest
on chance, that a wave's lines are withheld, positions on the map, and the PDF. That none of these depends on who
answered is for the tests of non-interference to show, not for this.
"""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path

from tests.attacks.attack import Outcome, attack, attack_as, attack_as_each, said, said_of_guess
from tests.attacks.constraints import System
from tests.attacks.extract import extract
from tests.attacks.seen import Fact, Seen
from tests.attacks.solve import forced
from tests.attacks.truth import Truth, true_answers


def main(arguments: list[str] | None = None) -> int:
    """Run the attack on each wave of the folder; exit code 0 if it proves no silence and no unreturned naming."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks", description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--truth", type=Path, help="the partnership itself, to say how often the attack is right")
    parser.add_argument("--partner", help="attack as this organization alone, with its own answers (with --truth)")
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
    outcome = attack(seen, wave, truth, options.seconds)
    print("", *said(outcome, truth), sep="\n")
    if options.why:
        _say_why(seen, wave, outcome.system.used, len(outcome.silent), options.seconds)
    print(*said_of_guess(outcome.guess), sep="\n")
    proves = outcome.proves
    if truth and options.partner:
        partner = seen.organizations.index(options.partner)
        proves |= _say_partners(seen, {partner: attack_as(partner, outcome.system, truth, options.seconds)})
    elif truth and not outcome.proves:
        proves |= _say_partners(seen, attack_as_each(outcome, truth, options))
    return proves


def _say_partners(seen: Seen, outcomes: Mapping[int, Outcome]) -> bool:
    proving = {k: outcome for k, outcome in outcomes.items() if outcome.proves}
    print(f"  partners with their own answers: {len(outcomes)} tried, {len(proving)} prove something")
    for k, outcome in proving.items():
        print(
            f"    {seen.organizations[k]}: {len(outcome.silent)} proven to have not answered, "
            f"{len(outcome.unreturned)} namings proven not returned, {outcome.undecided} undecided"
        )
    largest = max((outcome.guess.largest for outcome in outcomes.values() if outcome.guess), default=None)
    if largest is not None:
        print(f"  guessing as a partner: one other is silent in at most {largest:.2f} of patterns that agree")
    return bool(proving)


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


if __name__ == "__main__":
    sys.exit(main())
