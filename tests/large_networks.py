"""What a large network costs: ``python -m tests.large_networks`` writes one and runs the commands on it.

Each command is a process of its own: its seconds of processor (with those of its helpers), its seconds by the clock and
the most memory that one of its processes held are what the system says of it. ``--organizations 20000 --report`` is
what a report of 20,000 costs.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import numpy as np
import pandas as pd

SECTORS, OUTCOMES, TIES = 12, 30, 10
#: How many ties stay within the sector of the organization that reports them.
WITHIN = 0.3
#: Formats that hold any size, and one that cannot.
FORMATS, REFUSED = ("graphml", "csv", "json", "pajek"), "matrix"
_SETTINGS = """# Invented: no such partnership exists.
name = "Invented partnership of {n:,}"
invented = true

[layers.collaboration]
scale = ["none", "networking", "cooperation", "coordination", "coalition", "collaboration"]
promise = "named"
"""


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds of processor and by the clock, gigabytes at most, and how it ended."""

    what: str
    processor: float
    clock: float
    memory: float
    code: int

    def __str__(self) -> str:
        ended = "" if self.code == 0 else f", exit code {self.code}"
        return f"{self.what}: {self.processor:.1f} s of processor, {self.clock:.1f} s, {self.memory:.2f} GB{ended}"


def write_network(folder: Path, n: int, *, silent: float = 0.0, seed: int = 1) -> None:
    """Write n organizations with ten ties each, some far more active than others, of which a share has not answered.

    Parameters
    ----------
    folder : Path
        A folder that is there.
    n : int
        Organizations.
    silent : float
        Share that has not answered: none of their reports are written.
    seed : int
        For the same network.
    """
    rng = np.random.default_rng(seed)
    width = len(str(n))
    names = np.array([f"Organization {number:0{width}d}" for number in range(1, n + 1)])
    sector = rng.integers(0, SECTORS, n)
    answered = rng.permutation(n) >= round(silent * n)
    activity = rng.lognormal(0, 0.6, n)
    ties = _ties(rng, sector, activity, TIES * n)
    ties = ties[answered[ties[:, 0]]]
    steps = rng.integers(1, 6, len(ties))
    outcomes = pd.DataFrame({"at": np.repeat(np.arange(n), 2), "item": rng.integers(0, OUTCOMES, 2 * n)})
    outcomes = outcomes.drop_duplicates()
    listed = [f"Outcome {number}" for number in range(1, OUTCOMES + 1)]
    tables = {
        "organizations": {"organization": names, "sector": [f"Sector {code + 1}" for code in sector]},
        "ties": {"from": names[ties[:, 0]], "to": names[ties[:, 1]], "layer": "collaboration", "value": steps},
        "asked": {"organization": names, "answered": np.where(answered, "yes", "no")},
        "affiliations": {
            "organization": names[outcomes["at"]],
            "kind": "outcome",
            "item": np.array(listed)[outcomes["item"]],
        },
        "items": {"kind": "outcome", "item": listed},
    }
    for name, columns in tables.items():
        pd.DataFrame(columns).to_csv(folder / f"{name}.csv", index=False)
    (folder / "partnership.toml").write_text(_SETTINGS.format(n=n), encoding="utf-8")


def _ties(rng: np.random.Generator, sector: np.ndarray, activity: np.ndarray, m: int) -> np.ndarray:
    """Different ordered pairs, shape (m, 2), by activity, a share of them within a sector."""
    n = len(sector)
    by_sector = np.argsort(sector, kind="stable")
    starts = np.searchsorted(sector[by_sector], np.arange(SECTORS + 1))
    chance = activity / activity.sum()
    drawn = np.zeros((0, 2), dtype=np.int64)
    while len(drawn) < m:
        few = int(1.2 * (m - len(drawn))) + 10
        senders, receivers = rng.choice(n, few, p=chance), rng.choice(n, few, p=chance)
        own = sector[senders]
        there = starts[own] + (rng.random(few) * (starts[own + 1] - starts[own])).astype(np.int64)
        receivers = np.where(rng.random(few) < WITHIN, by_sector[there], receivers)
        pairs = np.stack([senders, receivers], axis=1)
        drawn = np.unique(np.concatenate([drawn, pairs[senders != receivers]]), axis=0)
    return drawn[np.sort(rng.choice(len(drawn), m, replace=False))]


def cost(what: str, *arguments: str) -> Cost:
    """Run one command, and say what it took; what it prints on standard error is passed on.

    Linux says no less memory than this process holds.
    """
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "stakeholder_graph", *arguments], stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    clock = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    kilobytes = used.ru_maxrss / (1024 if sys.platform == "darwin" else 1)
    return Cost(what, used.ru_utime + used.ru_stime, clock, kilobytes / 1e6, process.returncode)


def costs(folder: Path, output: Path, *, report: bool = False, only: Sequence[str] = ()) -> Iterator[Cost]:
    """Run the commands on one folder, one after the other.

    Parameters
    ----------
    folder : Path
        The network, as `write_network` writes it.
    output : Path
        Where the commands may write.
    report : bool
        Whether to make the report as well.
    only : sequence of str
        Commands to run; all by default.
    """
    read, out = str(folder), str(output)
    jobs = {
        "check": ("check", read),
        "measure": ("measure", read, "--format", "json", "-o", f"{out}/findings.json"),
        **{f"export {key}": ("export", read, "--to", key, "-o", f"{out}/network-{key}") for key in (*FORMATS, REFUSED)},
        **({"report": ("report", read, "-o", f"{out}/report")} if report else {}),
    }
    for what, arguments in jobs.items():
        if not only or what.split()[0] in only:
            yield cost(what, *arguments)


@click.command()
@click.option("--organizations", "n", default=100_000, show_default=True)
@click.option("--silent", default=(0.0, 0.3), multiple=True, show_default=True, help="Share that has not answered.")
@click.option("--report", is_flag=True, help="Make the report, too.")
@click.option("--only", multiple=True, help="Commands to run; all by default.")
@click.option("--keep", type=click.Path(path_type=Path), help="Folder for what is written; else a temporary one.")
def main(n: int, silent: Sequence[float], report: bool, only: Sequence[str], keep: Path | None) -> None:
    """Print what each command takes."""
    with TemporaryDirectory() as temporary:
        for share in silent:
            folder = (keep or Path(temporary)) / f"{n}-{share:.0%}"
            output = folder.with_name(f"{folder.name}-outputs")
            folder.mkdir(parents=True, exist_ok=True)
            output.mkdir(exist_ok=True)
            write_network(folder, n, silent=share)
            for taken in costs(folder, output, report=report, only=only):
                print(f"{n:,} organizations, {share:.0%} silent: {taken}", flush=True)


if __name__ == "__main__":
    main()
