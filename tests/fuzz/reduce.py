"""Makes the inputs that failed small: ``python -m tests.fuzz.reduce OUTPUT``."""

import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.fuzz.guard import run
from tests.fuzz.input_files import Files, lay_out, pack, unpack
from tests.fuzz.targets import TARGETS

#: Inputs that are tried for one failure.
_MOST_TRIES = 400
#: Kinds that take long or endanger this process.
_LEFT_ALONE = ("death", "HangError", "MemoryError", "slow")


def smaller(files: Files, fails: Callable[[Files], bool], most_tries: int = _MOST_TRIES) -> Files:
    """Take away files, then ever smaller pieces of each, as long as the rest still fails."""
    tries = 0
    while tries < most_tries:
        for less in _with_less(files):
            tries += 1
            if fails(less):
                files = less
                break
            if tries >= most_tries:
                return files
        else:
            return files
    return files


def _with_less(files: Files) -> Iterator[Files]:
    for name in files if len(files) > 1 else ():
        yield {other: data for other, data in files.items() if other != name}
    for name, data in files.items():
        if data.startswith(b"PK\x03\x04"):
            continue
        lines = data.splitlines(keepends=True)
        pieces = lines if len(lines) > 1 else [data[place : place + 1] for place in range(len(data))]
        size = len(pieces) // 2
        while size:
            for start in range(0, len(pieces), size):
                yield {**files, name: b"".join(pieces[:start] + pieces[start + size :])}
            size //= 2


def reduce_failures(output: Path) -> None:
    """Make the failures of a run small, each in its place."""
    for name, target in TARGETS.items():
        for path in sorted((output / name / "failures").glob("*.zip")):
            kind = path.with_suffix(".txt").read_text("utf-8").split("\n")[0]
            if kind.startswith(_LEFT_ALONE) or path.name.startswith(_LEFT_ALONE):
                continue
            with tempfile.TemporaryDirectory() as folder:

                def fails(
                    files: Files,
                    kind: str = kind,
                    folder: Path = Path(folder),
                    read: Callable[[Path], object] = target.read,
                ) -> bool:
                    lay_out(files, folder)
                    return run(read, folder).failure == kind

                files = unpack(path.read_bytes())
                if fails(files):
                    path.write_bytes(pack(smaller(files, fails)))


if __name__ == "__main__":
    reduce_failures(Path(sys.argv[1]))
