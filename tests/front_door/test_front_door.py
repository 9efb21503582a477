"""Every layout goes in by accepting what is proposed, and no number is wrong."""

from pathlib import Path

import pytest

from tests.front_door.layouts import LAYOUTS
from tests.front_door.play import play, run


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_goes_in_with_the_right_numbers(name: str, tmp_path: Path) -> None:
    verdict = play(LAYOUTS[name], tmp_path)
    assert verdict.word in ("right", "asked"), verdict.why


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_layout_is_checked_without_settings(name: str, tmp_path: Path) -> None:
    checked = run("check", LAYOUTS[name].write(tmp_path))
    assert checked.exit_code == 0, checked.output
