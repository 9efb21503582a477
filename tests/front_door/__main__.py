"""Prints the table of layouts with their verdicts: ``python -m tests.front_door [WORD]``."""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.front_door.layouts import LAYOUTS
from tests.front_door.play import play

wanted = " ".join(sys.argv[1:])
for name, chosen in LAYOUTS.items():
    if wanted in name:
        with TemporaryDirectory() as folder:
            verdict = play(chosen, Path(folder))
        print(f"{name:55} {verdict.word:6} {verdict.why}", flush=True)
