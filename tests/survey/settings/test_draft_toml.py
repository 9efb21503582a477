"""A draft as text: it says what the workbook says, and adds to what is there."""

from pathlib import Path

from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.survey.settings.read_toml import read_settings
from tests.survey.settings.made_exports import HOW_OFTEN, ORG, drafted, grid, problems, qualtrics, ticks, write


def test_the_other_spelling_says_the_same(export: Path) -> None:
    assert CliRunner().invoke(main, ["codebook", str(export), "--to", "toml"]).exit_code == 0
    file = export.parent / "partnership.toml"
    settings = read_settings(file, Inspection())
    assert [(each.kind, each.question) for each in settings.question] == [("identity", "org"), ("tie", "often")]
    assert [step.name for step in settings.question[1].scale if not isinstance(step, str)] == [
        "Never", "Yearly", "Weekly",
    ]  # fmt: skip
    assert "# 4 of its 4 rows are organizations" in file.read_text()
    by_text = read_partnership(export.parent)
    file.unlink()
    write(export, drafted(export))
    by_book = read_partnership(export.parent)
    assert by_text["ties"].equals(by_book["ties"])
    assert len(by_text["ties"]) == 7  # of eight answers but "Never" one is about oneself


def test_a_second_draft_as_text_only_adds(export: Path) -> None:
    CliRunner().invoke(main, ["codebook", str(export), "--to", "toml"])
    file = export.parent / "partnership.toml"
    file.write_text(file.read_text().replace('layer = "contact"', 'layer = "talk"  # we call it so'))
    before = file.read_text().partition("[drafted]")[0]
    often = grid("often", "How often are you in contact with", HOW_OFTEN)
    qualtrics(export, [ORG, *often, *ticks("team", "Which teams?", ("A", "B"))])
    CliRunner().invoke(main, ["codebook", str(export), "--to", "toml"])
    assert file.read_text().startswith(before.rstrip("\n"))
    assert [each.question for each in read_settings(file, Inspection()).question] == ["org", "often", "team"]


def test_both_spellings_at_once_are_an_error(export: Path) -> None:
    write(export, drafted(export))
    (export.parent / "partnership.toml").write_text('name = "x"\n')
    assert "only one of the two can hold the survey settings" in problems(export.parent)[0]
    result = CliRunner().invoke(main, ["codebook", str(export)])
    assert result.exit_code == 2
    assert "partnership.toml" in result.output
