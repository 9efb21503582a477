"""Partnerships whose findings are held against each other: the example, two real ones and generated ones."""

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from stakeholder_graph import Findings, measure, read
from stakeholder_graph.generators import invent, write
from tests.survey.test_real import RESEARCH, TOBACCO

ROOT = Path(__file__).resolve().parents[2]
REAL = ROOT.parent / "shared" / "data"
#: As the surveys of these two are tidied by hand: settings that say what their columns mean.
SETTINGS = {"tobacco-control": TOBACCO, "research-infrastructures": RESEARCH}


def _generated(seed: int, response: float, extra: str = "") -> Callable[[Path], Path]:
    def written(folder: Path) -> Path:
        made = invent(32, 4, density=0.16, within=0.4, response=response, outcomes=6, clusters=2, seed=seed)
        people = made.tables["organizations"].assign(role="")
        people.loc[0, "role"] = "backbone"
        write({**made.tables, "organizations": people}, folder, made.settings + extra)
        return folder

    return written


def _real(name: str) -> Callable[[Path], Path]:
    def copied(folder: Path) -> Path:
        if not (REAL / name).is_dir():
            pytest.skip(f"the survey {name} is not beside the project")
        shutil.copytree(REAL / name, folder, copy_function=shutil.copyfile)
        folder.chmod(0o755)
        (folder / "partnership.toml").write_text(SETTINGS[name])
        return folder

    return copied


PARTNERSHIPS: dict[str, Callable[[Path], Path]] = {
    "wren-county": lambda folder: ROOT / "surveys" / "wren-county",
    **{name: _real(name) for name in SETTINGS},
    "generated, all answered": _generated(1, 1.0),
    "generated, two thirds answered": _generated(2, 0.67),
    "generated, 45 % answered": _generated(3, 0.45),
}


@cache
def findings_of(name: str) -> Findings:
    """Everything that is found of one of them, with few permutations and draws."""
    with TemporaryDirectory() as folder:
        return measure(read(PARTNERSHIPS[name](Path(folder) / "survey")), permutations=99, draws=20)
