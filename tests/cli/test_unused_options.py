"""An option that would change nothing is refused before any work is done, and the message names it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main

WREN = str(Path(__file__).resolve().parents[2] / "surveys" / "wren-county")


@pytest.mark.parametrize(
    ("typed", "removed"),
    [
        (["export", WREN, "--to", "fingerprint", "--edition", "partners"], "--edition"),
        (["export", WREN, "--to", "fingerprint", "--edition", "backbone"], "--edition"),  # the default, but asked for
        (["export", WREN, "--to", "fingerprint", "--layer", "contract", "--ties", "both"], "--layer and --ties"),
        (["export", WREN, "--to", "fingerprint", "--all-waves"], "--all-waves"),
        (["report", WREN, "--verify", "--wave", "2024", "--edition", "community"], "--wave and --edition"),
        (["report", WREN, "--verify", "--seed", "1"], "--seed"),
        (["introductions", WREN, "--stop", "-o", "page.html"], "--stop"),
        (["maturity", WREN, "--draft", "--format", "json"], "--format"),
        (["maturity", WREN, "--draft", "-o", "sheet.xlsx"], "--output"),
        (["maturity", WREN, "--binder", "--format", "table"], "--format"),
        (["whatif", WREN, "--layer", "contract"], "--layer"),
        (["whatif", WREN, "--measure", "density"], "--measure"),
        (["questionnaire", WREN, "--to", "print", "--draws", "3", "--seed", "1"], "--draws and --seed"),
        (["questionnaire", WREN, "--to", "xlsform", "--row-seconds", "3"], "--row-seconds"),
        (["questionnaire", WREN, "--to", "invitation", "--wave", "2026"], "--wave"),
        (["presets", "-o", "lists"], "--output"),
        (["examples", "-o", "example"], "--output"),
    ],
)
def test_what_changes_nothing_is_refused(
    typed: list[str], removed: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, typed)
    assert result.exit_code == 2
    assert f" Remove {removed}." in " ".join(result.stderr.split())
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        (["export", WREN, "--to", "stickies", "--layer", "collaboration"], "gets no connections"),
        (["export", WREN, "--to", "stickies", "--ties", "both"], "gets no connections"),
        (["export", WREN, "--to", "csv", "--edition", "partners", "--ties", "both"], "leave out --ties"),
        (["map", WREN, "--layer", "collaboration", "--layer", "contract"], "Give --layer once."),
    ],
)
def test_so_is_a_kind_of_tie_where_there_is_none_to_choose(
    typed: list[str], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(main, typed)
    assert result.exit_code == 2
    assert words in " ".join(result.stderr.split())
    assert not list(tmp_path.iterdir())


def test_settings_are_respelled_where_they_stand(tmp_path: Path) -> None:
    settings = tmp_path / "partnership.toml"
    settings.write_text('name = "Ours"\n')
    result = CliRunner().invoke(main, ["codebook", str(settings), "-o", str(tmp_path / "other")])
    assert result.exit_code == 2
    assert "in their own folder. Remove --output." in " ".join(result.stderr.split())
    assert [path.name for path in tmp_path.iterdir()] == [settings.name]


@pytest.mark.parametrize("typed", [["explain", "density"], ["check", WREN], ["examples"]])
def test_kernels_that_there_are_not_are_noticed_at_the_start(typed: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("STAKEHOLDER_GRAPH_KERNELS", "cuda")
    result = CliRunner().invoke(main, typed)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == "Error: STAKEHOLDER_GRAPH_KERNELS is “cuda”. Set it to numba, or leave it out.\n"
