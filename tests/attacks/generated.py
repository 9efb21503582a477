"""Attack generated partnerships: 12 to 60 organizations, one to three layers, one or two waves, up to 12 silent.

    python -m tests.attacks.generated [--count 200] [--first 0]

writes the report of each into a temporary folder, attacks its copy for the room, and prints a line: what was drawn,
how many are proven to have not answered, how many namings are proven not returned. Its exit code is 1 if any was.
"""

import argparse
import contextlib
import io
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pandas as pd

from stakeholder_graph.cli import main as command
from stakeholder_graph.generators import invent, write
from tests.attacks.__main__ import main as attack

#: Share of the reports of the first layer that each further one has too.
KEPT = 0.8
LAYERS = ("collaboration", "contact", "referrals")


def survey(folder: Path, seed: int) -> str:
    """Write the survey of a seed, and say what it is."""
    rng = np.random.default_rng(seed)
    n = int(rng.integers(12, 61))
    silent = int(rng.integers(0, min(12, n // 3) + 1))
    layers, waves = int(rng.integers(1, 4)), int(rng.integers(1, 3))
    density = float(rng.uniform(0.08, 0.3))
    made = invent(n, 4, density=density, response=1 - silent / n, waves=waves, seed=seed)
    tables = dict(made.tables)
    ties = tables["ties"]
    first = ties.assign(layer=LAYERS[0])
    further = [
        first[rng.random(len(first)) < KEPT].assign(layer=name, value=1) for name in LAYERS[1:layers] if len(first)
    ]
    tables["ties"] = pd.concat([first, *further])
    write(tables, folder, made.settings)
    return f"{n} organizations, {silent} silent, {layers} layers, {waves} waves, density {density:.2f}"


def run(seed: int) -> tuple[int, int, str]:
    """Proven silent, proven unreturned, and what the partnership is."""
    with TemporaryDirectory() as written:
        source, output = Path(written, "survey"), Path(written, "output")
        what = survey(source, seed)
        quick = ["--permutations", "99", "--draws", "20", "--quiet"]
        with contextlib.redirect_stdout(io.StringIO()):
            command(["report", str(source), "-o", str(output), *quick], standalone_mode=False)
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            attack([str(output / "for-the-room"), "--truth", str(source)])
    silent = sum(map(int, re.findall(r"proven to have not answered: (\d+)", said.getvalue())))
    unreturned = sum(map(int, re.findall(r"namings proven not returned: (\d+)", said.getvalue())))
    return silent, unreturned, what + (" (partly undecided)" if "undecided" in said.getvalue() else "")


def main() -> int:
    """Attack as many as asked for."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks.generated")
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--first", type=int, default=0, help="seed of the first")
    options = parser.parse_args()
    exposed = 0
    for seed in range(options.first, options.first + options.count):
        silent, unreturned, what = run(seed)
        exposed += bool(silent or unreturned)
        print(f"{seed}: {what}: {silent} proven silent, {unreturned} namings proven not returned", flush=True)
    print(f"{exposed} of {options.count} folders prove something")
    return int(exposed > 0)


if __name__ == "__main__":
    sys.exit(main())
