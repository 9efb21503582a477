"""Prints the table of layouts with their verdicts: ``python -m tests.front_door [--report] [WORD]``."""

import sys
from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.front_door.layouts import LAYOUTS
from tests.front_door.play import play

words = [word for word in sys.argv[1:] if word != "--report"]
wanted, report = " ".join(words), "--report" in sys.argv
counts = Counter[str]()
for name, chosen in LAYOUTS.items():
    if wanted in name:
        with TemporaryDirectory() as folder:
            verdict = play(chosen, Path(folder), report=report)
        counts[verdict.word] += 1
        print(f"{name:66} {verdict.word:6} {verdict.why}", flush=True)
print(f"{counts.total()} layouts: " + ", ".join(f"{count} {word}" for word, count in counts.most_common()))
