"""How often tests see something where sectors play no part, and where they do; stored in rejection.json.

    nice -n 19 python -m tests.calibration.rejection --networks 1000 --progress FILE

runs what is missing in FILE (one line of JSON for each network and group of tests, so that a run can be broken off and
taken up again, or shared between processes with a file each) and writes the summary. With ``--summary FILE ...`` it
only writes the summary of what the files hold; with ``--before FILE`` it sets beside the power of today that of the
first commit of this repository, whose tests were run on the frames of the same networks.

How many networks each figure rests on stands beside it: 1,000 of each scenario where sectors play no part, fewer
where a test is undefined on some; all take about an hour of two processors. Three scenarios in which .25 to .95 of a
sector answer differ in what counts as a tie; of aligned pairs, which looks at pairs that either side named, they are
the same test. Of what is a test of two nulls, or names one of many rows, far fewer than 5 in 100 reject. Of sectors
where one is merely active, labels alone reject more often: that is why no headline rests on labels alone.
"""

import argparse
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from scipy.stats import binom

from stakeholder_graph.model.finding import LEVEL
from tests.calibration.scenarios import SCENARIOS, drawn, numbers
from tests.calibration.verdicts import GROUPS, Look, Record, verdicts

SUMMARY = Path(__file__).with_suffix(".json")
LEVELS = (0.01, 0.05, 0.1)
#: Networks of each scenario whose p are stored, so that a test can run them again.
EXAMPLES = 2

#: What is known of a network: its scenario, its number and a group of tests.
Key = tuple[str, int, str]


def read(files: Sequence[Path]) -> dict[Key, Record]:
    """What the files hold."""
    done: dict[Key, Record] = {}
    for file in files:
        for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
            name, number, group, record = json.loads(line)
            done[name, number, group] = record
    return done


def missing(
    names: Sequence[str], groups: Sequence[str], asked: range, done: dict[Key, Record]
) -> Iterator[tuple[str, int, list[str]]]:
    """What is to be run: number by number, so that all scenarios come along together."""
    for number in asked:
        for name in names:
            if number in numbers(SCENARIOS[name], asked.stop):
                left = [group for group in groups if (name, number, group) not in done]
                if left:
                    yield name, number, left


def run(names: Sequence[str], groups: Sequence[str], asked: range, file: Path) -> None:
    """Run what the file does not have yet."""
    done = read([file])
    with file.open("a", encoding="utf-8") as progress:
        for name, number, left in missing(names, groups, asked, done):
            look = Look(SCENARIOS[name], drawn(SCENARIOS[name], number), number)
            for group in left:
                progress.write(json.dumps([name, number, group, verdicts(look, [group])]) + "\n")
            progress.flush()


def rates(records: Sequence[Record]) -> dict[str, dict[str, float]]:
    """For each test: of how many networks, and the share of these with p at most .01, .05 and .1, with its error."""
    result = {}
    for test in dict.fromkeys(test for record in records for test in record):
        p = np.array([value for record in records if (value := record.get(test)) is not None])
        if len(p):
            shares = {f"at {level}": round(float((p <= level + 1e-9).mean()), 4) for level in LEVELS}
            at = shares["at 0.05"]
            result[test] = {"networks": len(p), **shares, "error": round(float(np.sqrt(at * (1 - at) / len(p))), 4)}
    return result


def summary(done: dict[Key, Record]) -> dict[str, object]:
    """Rates of all scenarios, and a few networks each with the p of all tests."""
    stored: dict[str, object] = {}
    for name in SCENARIOS:
        by_number: dict[int, Record] = {}
        for (of, number, _), record in sorted(done.items()):
            if of == name:
                by_number.setdefault(number, {}).update(record)
        examples = {str(number): by_number[number] for number in sorted(by_number)[:EXAMPLES]}
        stored[name] = {"rejected": rates(list(by_number.values())), "examples": examples}
    return stored


def paired(done: dict[Key, Record], before: dict[tuple[str, int], Record]) -> dict[str, dict[str, dict[str, float]]]:
    """For each scenario and test: the share rejected at .05 before and now, on the networks that both have."""
    today: dict[tuple[str, int], Record] = {}
    for (name, number, _), record in done.items():
        today.setdefault((name, number), {}).update(record)
    result: dict[str, dict[str, dict[str, float]]] = {}
    for name in SCENARIOS:
        both = [(before[key], today[key]) for key in sorted(before) if key[0] == name and key in today]
        for test in dict.fromkeys(test for old, _ in both for test in old):
            p = np.array(
                [
                    (old_p, new_p)
                    for old, new in both
                    if (old_p := old.get(test)) is not None and (new_p := new.get(test)) is not None
                ]
            )
            if len(p):
                shares = (p <= LEVEL + 1e-9).mean(axis=0).round(4).tolist()
                result.setdefault(name, {})[test] = {"networks": len(p), "before": shares[0], "now": shares[1]}
    return result


def most(networks: int, level: float, tests: int = 1) -> float:
    """The largest share of rejections that tests of that level give, all of so many, in 999 of 1,000 runs."""
    return float(binom.ppf(1 - 0.001 / tests, networks, level) / networks)


def main() -> None:
    """Run what is missing, and write the summary."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--networks", type=int, default=1000)
    options.add_argument("--first", type=int, default=0)
    options.add_argument("--scenarios", nargs="*", default=list(SCENARIOS))
    options.add_argument("--groups", nargs="*", default=list(GROUPS))
    options.add_argument("--progress", type=Path)
    options.add_argument("--summary", type=Path, nargs="*", default=[])
    options.add_argument("--before", type=Path)
    chosen = options.parse_args()
    os.nice(10)
    if chosen.progress:
        run(chosen.scenarios, chosen.groups, range(chosen.first, chosen.networks), chosen.progress)
    if files := chosen.summary or ([chosen.progress] if chosen.progress else []):
        done, before = read(files), {}
        for line in chosen.before.read_text(encoding="utf-8").splitlines() if chosen.before else ():
            name, number, record = json.loads(line)
            before[name, number] = record
        stored = {"scenarios": summary(done), "power before and now": paired(done, before)}
        SUMMARY.write_text(json.dumps(stored, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
