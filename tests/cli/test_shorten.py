"""questionnaire --shorten as its users meet it."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main

WREN = Path(__file__).resolve().parents[2] / "surveys" / "wren-county"


def run(*args: object) -> Result:
    return CliRunner().invoke(main, ["questionnaire", *(str(arg) for arg in args)], catch_exceptions=False)


def test_sheets_minutes_and_what_to_expect(tmp_path: Path) -> None:
    """18 of the 61 of the example have not answered: 153 = 18 x 17 / 2 pairs of which nobody has spoken."""
    result = run(WREN, "--to", "print", "--shorten", "10", "--draws", "20", "-o", tmp_path)
    assert result.exit_code == 0
    assert "about 9.8 minutes instead of 15.6. For 18 organizations that saves 105 minutes." in result.stderr
    assert "153 now, 6 after the short answers" in result.stdout
    assert len(list((tmp_path / "questionnaires-to-send").glob("*.html"))) == 18
    desk = tmp_path / "questionnaires-backbone-only"
    names = {path.name for path in desk.glob("[!.]*")}
    assert names == {"asked.csv", "design.csv", "expected.csv", "expected.json", "rosters.csv"}
    said = json.loads((desk / "expected.json").read_text("utf-8"))
    assert said["minutes"] == {"full": 15.63, "short": 9.82, "saved": 105}
    assert said["pairs_not_known"]["now"] == 153
    for row in said["findings"]:
        low, high = row["range"]
        assert row["width_in_full"] == 0 < row["width_short"] < row["width_same_minutes"] < high - low


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["--to", "print", "--shorten", "4"], "the other questions alone take 4.4"),
        (["--to", "print", "--shorten", "0"], "--shorten"),
        (["--to", "print", "--shorten", "40"], "nothing is to be shortened"),
        (["--to", "qualtrics", "--shorten", "10"], "knows no conditions"),
        (["--to", "invitation", "--shorten", "10"], "the same for all"),
        (["--to", "print", "--shorten", "10", "--leave-out", "zebra"], "No question is called “zebra”."),
        (["--to", "print", "--leave-out", "rating"], "Nothing is shortened without --shorten. Remove --leave-out."),
        (["--to", "print", "--shorten", "10", "-o", "sheets.html"], "give a folder"),
    ],
)
def test_what_cannot_be_ends_in_words(
    args: list[str], said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = run(WREN, *args)
    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())
    assert not list(tmp_path.iterdir())
