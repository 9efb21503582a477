"""A process of the tool's own ends without a last look through all objects."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: Two objects that only hold on to one another: whoever looks for such as these calls `__del__`.
SCRIPT = """
from stakeholder_graph.concurrency.garbage import look_rarely

class Holding:
    def __del__(self, print=print):
        print("looked", flush=True)

{before}
one, other = Holding(), Holding()
one.other, other.other = other, one
del one, other
"""


@pytest.mark.parametrize(("before", "printed"), [("", ["looked", "looked"]), ("look_rarely(); look_rarely()", [])])
def test_the_end_takes_no_look_through_all_objects(before: str, printed: list[str]) -> None:
    command = [sys.executable, "-c", SCRIPT.format(before=before)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60, check=True)
    assert (done.stdout.split(), done.stderr) == (printed, "")
