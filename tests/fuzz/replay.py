"""Reads every input of a corpus within the limits: ``python -m tests.fuzz.replay [FOLDER]``.

The exit code is 1 if one fails.
"""

import sys
import tempfile
from pathlib import Path

from tests.fuzz.guard import limit_memory, peak_memory, run
from tests.fuzz.input_files import lay_out, unpack
from tests.fuzz.seeds import CORPUS
from tests.fuzz.targets import TARGETS


def main(corpus: Path = CORPUS) -> int:
    """Read them all, and print what failed and the figures."""
    failed, count, slowest = 0, 0, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for name, target in TARGETS.items():
            for path in sorted((corpus / name).glob("*.zip")):
                lay_out(unpack(path.read_bytes()), Path(folder))
                outcome = run(target.read, Path(folder))
                count, slowest = count + 1, max(slowest, outcome.seconds)
                if count == 1:
                    limit_memory()
                if outcome.failure:
                    failed += 1
                    print(f"{name}/{path.name}: {outcome.failure}\n{outcome.details}")
    print(f"{count} inputs read, {failed} failed; slowest {slowest:.1f} s, {peak_memory() / 1e6:.0f} MB in all")
    return int(failed > 0)


if __name__ == "__main__":
    sys.exit(main(*map(Path, sys.argv[1:2])))
