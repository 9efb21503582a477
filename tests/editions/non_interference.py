"""Non-interference: two surveys with equal releases have equal copies, byte for byte.

    python -m tests.editions.non_interference --values 500 --bytes 30

draws pairs of surveys that differ in all that a release does not say, keeps those whose releases of the room are equal,
and compares what the room and the community get: findings and frames, every file of their folders, the network in every
format for another tool, the fingerprint, and the binder for a board.
"""

import argparse
import filecmp
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np

from stakeholder_graph.communities.fingerprint import fingerprint
from stakeholder_graph.conditions import read_rubric
from stakeholder_graph.conditions.ledger import make_ledger
from stakeholder_graph.editions import Copy, Edition, make_copy, released_findings
from stakeholder_graph.editions.from_lists.board_rows import board_ledger
from stakeholder_graph.editions.release import Release
from stakeholder_graph.editions.room_release import room_release
from stakeholder_graph.exchange.writing import NETWORK_WRITERS
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Finding, Message, Scope, Test
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.views.binder import Documents, draw_board_binder
from stakeholder_graph.views.exported.network_of import network_of
from stakeholder_graph.views.findings_data import to_csv, to_json
from stakeholder_graph.views.report_folders import FOLDERS, publish
from tests.editions.drawn_surveys import change, draw
from tests.folders import files_in
from tests.tables import table_of

EDITIONS: tuple[Edition, ...] = ("partners", "community")
#: Few permutations suffice: the copies compared make the same ones.
QUICK = MeasureSettings(ties="either", permutations=19, draws=0)

Maker = Callable[[Edition, Partnership, Sequence[Finding], str], Copy]


@dataclass(frozen=True, eq=False)
class Pair:
    """Two surveys with equal releases, and what the desk found in each."""

    seed: int
    release: Release
    surveys: tuple[Partnership, Partnership]
    findings: tuple[Sequence[Finding], Sequence[Finding]]

    def differences(self) -> Iterator[str]:
        """In what the two differ, in words."""
        one, other = self.surveys
        for wave, graph in one.graphs.items():
            changed = other.graphs[wave]
            if graph.answered.tolist() != changed.answered.tolist():
                yield "who is silent"
            for name, info in graph.layers.items():
                mine, theirs = (_reported(x, name) for x in (graph, changed))
                if mine.keys() != theirs.keys():
                    yield "who reported a line" if info.promise.startswith("named") else f"ties ({info.promise})"
                if any(theirs.get(ends, level) != level for ends, level in mine.items()):
                    yield "levels" if info.promise.startswith("named") else f"levels ({info.promise})"
            for name in ("affiliations", "ratings", "unlisted"):
                if not graph[name].equals(changed[name]):
                    yield name
            if self.release.of_wave(wave).lines is None:
                yield "lines withheld"
        for name in ("commitments", "corrections"):
            if not one.lists[name].equals(other.lists[name]):
                yield name
        if self.release.words:
            yield "verdicts in words"
        if self.release.agreement:
            yield "agreement on the agenda"


def pairs(count: int, first_seed: int = 0) -> Iterator[Pair]:
    """Draw pairs until so many have equal releases."""
    seed = first_seed
    while count:
        pair = drawn_pair(seed)
        if pair is not None:
            count -= 1
            yield pair
        seed += 1


def drawn_pair(seed: int) -> Pair | None:
    """Two surveys of one seed, where their releases are equal."""
    one = draw(seed)
    other = change(one, seed)
    findings = (_desk(one, seed, 0), _desk(other, seed, 1))
    releases = [room_release(survey, given, one.latest) for survey, given in zip((one, other), findings, strict=True)]
    return Pair(seed, releases[0], (one, other), findings) if releases[0] == releases[1] else None


def unequal_values(pair: Pair, maker: Maker = make_copy) -> list[str]:
    """Where the two copies of an edition differ."""
    unequal = []
    for edition in EDITIONS:
        copies = [
            maker(edition, survey, given, pair.release.wave)
            for survey, given in zip(pair.surveys, pair.findings, strict=True)
        ]
        one, other = map(values, copies)
        if edition == "partners":
            for held, copy, survey in zip((one, other), copies, pair.surveys, strict=True):
                held |= beside(copy, survey, ("json",))
        unequal += [f"{edition}: {name}" for name in one.keys() | other.keys() if one.get(name) != other.get(name)]
    return sorted(unequal)


def unequal_files(pair: Pair, folder: Path) -> list[str]:
    """Which files of the two folders of an edition differ."""
    for k, (survey, given) in enumerate(zip(pair.surveys, pair.findings, strict=True)):
        publish(survey, given, pair.release.wave, folder / str(k), EDITIONS)
    unequal = []
    for edition in EDITIONS:
        one, other = (folder / str(k) / FOLDERS[edition] for k in range(2))
        names = sorted({str(path.relative_to(side)) for side in (one, other) for path in files_in(side)})
        assert {"report.html", "what-this-cannot-tell.html"} <= set(names)
        equal, _, _ = filecmp.cmpfiles(one, other, names, shallow=False)
        unequal += [f"{edition}: {name}" for name in names if name not in equal]
    formats = [key for key, writer in NETWORK_WRITERS.items() if not writer.asked]
    held, others = (
        beside(make_copy("partners", survey, given, pair.release.wave), survey, formats)
        for survey, given in zip(pair.surveys, pair.findings, strict=True)
    )
    return unequal + [name for name in held.keys() | others.keys() if held.get(name) != others.get(name)]


def beside(copy: Copy, survey: Partnership, formats: Sequence[str]) -> dict[str, str | bytes]:
    """What the room's readers may hold beside its folder, by name."""
    assert copy.release is not None
    network = network_of(copy, list(copy.partnership.graphs))
    ledger = make_ledger(survey, (), read_rubric("five-conditions"), wave=copy.wave)
    return {
        **{
            f"{key}: {name}": text for key in formats for name, text in NETWORK_WRITERS[key].files(network, "n").items()
        },
        "fingerprint": fingerprint(copy.release).to_text(),
        "binder": draw_board_binder(copy, board_ledger(ledger, survey, lambda _: False), Documents()),
    }


def values(copy: Copy) -> dict[str, Any]:
    """All that a copy holds, to be compared."""
    held: dict[str, Any] = {
        "findings as JSON": to_json(copy),
        "findings as CSV": to_csv(copy),
        "findings": copy.findings,
        "info": [(name, getattr(copy.partnership.info, name)) for name in copy.partnership.info.__dataclass_fields__],
        "scales": dict(copy.scales),
        "items": copy.items,
        "answered": [copy.answered(wave) for wave in copy.partnership.graphs],
    }
    for wave, graph in copy.partnership.graphs.items():
        held[f"layers of {wave}"] = (dict(graph.layers), graph.directed, graph.wave)
        for name, frame in graph.frames.items():
            held[f"{name} of {wave}"] = frame.to_csv()
    for name, frame in copy.partnership.lists.items():
        held[f"list of {name}"] = frame.to_csv()
    return held


def _reported(graph: Any, layer: str) -> dict[tuple[str, str], float]:
    ties = graph["ties"]
    rows = ties.loc[ties["layer"] == layer, ["from", "to", "value"]].itertuples(index=False)
    levels: dict[tuple[str, str], float] = {}
    for one, other, value in rows:
        levels[one, other] = max(value, levels.get((one, other), value))
    return levels


def _desk(partnership: Partnership, seed: int, version: int) -> tuple[Finding, ...]:
    """Findings of the desk: the same verdicts for both surveys of a pair, with numbers of each its own."""
    verdicts, numbers = np.random.default_rng([seed, 2]), np.random.default_rng([seed, 3, version])
    scope = Scope((partnership.latest,), (next(iter(partnership.graph().layers)),))

    def found(name: str, reading: Message | None, **parts: Any) -> Finding:
        p = float(numbers.uniform(0.001, 0.05))
        test = Test("labels", 99, float(numbers.random()), 1.0, p, int(numbers.integers(9)))
        value = float(numbers.random())
        return Finding(name, scope, value, "share", (0, 1), test=test, rewired=test, reading=reading, **parts)

    def perhaps(*findings: Finding) -> list[Finding]:
        return list(findings) if verdicts.random() < 0.5 else []

    numbered = {"of_hundred": int(numbers.integers(51, 100))}
    sides = [(one, other) for one in "ABC" for other in "ABC" if one <= other]
    table = table_of(
        {
            "from_sector": f"Sector {one}",
            "to_sector": f"Sector {other}",
            "observed": int(numbers.integers(9)),
            "verdict": str(verdicts.choice(["more", "fewer", "as usual"])),
        }
        for one, other in sides
    )
    return (
        *assess(partnership, ["agenda_agreement"], settings=MeasureSettings(permutations=0, draws=0)),
        *perhaps(found("reciprocity", Message("mutual", numbered))),
        *perhaps(found("ei_index", Message(str(verdicts.choice(["within", "across"])), numbered))),
        *perhaps(found("tie_predictors", Message("work", {"work": "shared outcomes", **numbered}))),
        *perhaps(found("sector_mixing", Message("apart", numbered), table=table)),
        *perhaps(found("whom_to_call", Message("first", {"organization": f"Place {numbers.integers(1, 9)}"}))),
    )


def quickly() -> None:
    """Let copies be made with few permutations, so that many can be."""
    released_findings.WITH_TESTS = QUICK


def main(arguments: Sequence[str] | None = None) -> int:
    """Draw, compare and count."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--values", type=int, default=500, help="pairs whose copies are compared")
    parser.add_argument("--bytes", type=int, default=30, help="pairs whose folders are compared")
    parser.add_argument("--seed", type=int, default=0, help="of the first pair")
    given = parser.parse_args(arguments)
    quickly()
    kinds: Counter[str] = Counter()
    wrong: list[str] = []
    last = given.seed
    for done, pair in enumerate(pairs(given.values, given.seed)):
        if done and not done % 50:
            print(f"{done} pairs compared, {len(wrong)} unequal", file=sys.stderr, flush=True)
        kinds.update(set(pair.differences()))
        wrong += [f"seed {pair.seed}, {what}" for what in unequal_values(pair)]
        last = pair.seed
    print(f"values: {given.values} pairs with equal releases among {last + 1 - given.seed} drawn")
    for kind, count in kinds.most_common():
        print(f"  {count:4} {kind}")
    files = 0
    for pair in pairs(given.bytes, given.seed):
        with TemporaryDirectory() as folder:
            wrong += [f"seed {pair.seed}, {what}" for what in unequal_files(pair, Path(folder))]
            files += sum(len(files_in(Path(folder) / "0" / FOLDERS[edition])) for edition in EDITIONS)
    print(f"bytes: {given.bytes} pairs, {files} files of each")
    print(f"unequal: {len(wrong)}", *wrong, sep="\n  ")
    return int(bool(wrong))


if __name__ == "__main__":
    sys.exit(main())
