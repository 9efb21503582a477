"""Kills a writing run at random moments and looks at what is there: ``python -m tools.kill_reports [TIMES] [SEED]``.

Each time a process writes the folders of a report, in which people have filled in and added something before, over and
over; after a moment it is killed (SIGKILL). Then the next run begins, and everything has to be there.
"""

import random
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from stakeholder_graph.storage.folders import replace_folders
from stakeholder_graph.storage.kept_files import keep
from stakeholder_graph.storage.recovery import recover

_FOLDERS = ("backbone-only", "for-the-room")
_FILES = ("report.html", "map.html", "call-list.xlsx", "findings.json")
_OWN = {"backbone-only/notes.txt": b"mine", "for-the-room/photos/meeting.jpg": b"\xff" * 1000}
_SIZE = 200_000


def write(output: Path, version: str) -> None:
    """Write both folders; every file says of which version it is."""
    content = f"{version} ".encode() * (_SIZE // (len(version) + 1))
    folders = {folder: dict.fromkeys(_FILES, content) for folder in _FOLDERS}
    replace_folders(output, list(_FOLDERS), lambda: keep(output, folders, {})[0])


def problems(output: Path) -> list[str]:
    """What is not as it should be, once the next run has begun."""
    wrong = [f"left over: {path.name}" for path in output.iterdir() if path.name not in _FOLDERS]
    versions = set()
    for folder in _FOLDERS:
        for name in _FILES:
            content = (output / folder / name).read_bytes()
            version = content.split(b" ")[0]
            versions.add(version)
            if content != (version + b" ") * (_SIZE // (len(version) + 1)):
                wrong.append(f"half: {folder}/{name}")
    if len(versions) != 1:
        wrong.append(f"versions side by side: {versions}")
    wrong += [f"lost: {name}" for name, content in _OWN.items() if (output / name).read_bytes() != content]
    return wrong


def main(times: int = 100, seed: int = 0) -> int:
    """Kill so often; the exit code is 1 where anything was wrong."""
    moments = random.Random(seed)  # noqa: S311 -- no secret
    seen: Counter[str] = Counter()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "outputs"
        write(output, "0")
        for name, content in _OWN.items():
            (output / name).parent.mkdir(exist_ok=True)
            (output / name).write_bytes(content)
        for number in range(times):
            command = [sys.executable, "-m", "tools.kill_reports", "--write", str(output), str(number)]
            with subprocess.Popen(command, stdout=subprocess.PIPE) as process:  # noqa: S603 -- ourselves
                assert process.stdout
                process.stdout.readline()
                time.sleep(moments.uniform(0, 0.3))
                process.kill()
            scratch = output / ".writing"
            seen[
                "journal" if (scratch / "journal.json").exists() else "writing" if scratch.exists() else "between"
            ] += 1
            seen["folders missing"] += not all((output / folder).exists() for folder in _FOLDERS)
            recover(output)
            wrong += problems(output)
    print(f"{times} kills, stopped while: {dict(seen)}; wrong: {wrong or 'nothing'}")
    return bool(wrong)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--write"]:
        print("begun", flush=True)
        for again in range(1000):
            write(Path(sys.argv[2]), f"{sys.argv[3]}-{again}")
    else:
        sys.exit(main(*map(int, sys.argv[1:3])))
