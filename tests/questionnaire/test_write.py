"""What the command writes, and what it spares."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from tests.questionnaire.folders import WREN


def test_command_writes_what_reads_the_answers_and_spares_other_surveys(tmp_path: Path) -> None:
    target = tmp_path / "survey" / "form.xlsx"
    run = CliRunner().invoke(main, ["questionnaire", str(WREN), "--to", "xlsform", "-o", str(target)])
    assert run.exit_code == 0, run.output
    assert sorted(path.name for path in target.parent.iterdir()) == [
        "affiliations.csv", "changes.csv", "evidence.csv", "form.xlsx", "indicators.csv", "items.csv", "names.csv",
        "organizations.csv", "partnership.toml", "places.csv", "scales.csv", "sectors.csv", "strategies.csv",
    ]  # fmt: skip
    for name in ("items.csv", "names.csv", "organizations.csv"):
        assert (target.parent / name).read_bytes() == (WREN / name).read_bytes()
    again = CliRunner().invoke(main, ["questionnaire", str(WREN), "--to", "xlsform", "-o", str(target)])
    assert again.exit_code == 0
    own = target.parent / "partnership.toml"
    own.write_text('name = "Mine"\n')
    text = str(target.with_suffix(".txt"))
    refused = CliRunner().invoke(main, ["questionnaire", str(WREN), "--to", "qualtrics", "-o", text])
    assert refused.exit_code == 2
    assert "Choose a folder of its own" in refused.output
    assert own.read_text() == 'name = "Mine"\n'


@pytest.mark.parametrize("output_format", ["print", "invitation"])
def test_command_writes_pages_alone(output_format: str, tmp_path: Path) -> None:
    target = tmp_path / "page.html"
    options = ["--to", output_format, "--language", "es", "-o", str(target)]
    run = CliRunner().invoke(main, ["questionnaire", str(WREN), *options])
    assert run.exit_code == 0, run.output
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]
