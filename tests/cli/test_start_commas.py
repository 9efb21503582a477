"""Names of files with commas in them, as Qualtrics and people give them."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main

EXPORT = "Your organization,Works with [Alder],Works with [Birch],Works with [Cedar]\n" + "\n".join(
    ["Alder,,weekly,never", "Birch,weekly,,yearly", "Cedar,never,yearly,"]
)
OFTEN = "Bay+Partnership+2024_April+2,+2024_10.15.csv"


def start(folder: Path, *names: str, answer: str) -> Result:
    for name in names:
        (folder / name).write_text(EXPORT)
    return CliRunner().invoke(main, ["start", str(folder)], input=answer)


@pytest.mark.parametrize(
    ("names", "answer"),
    [
        ([OFTEN], ""),
        ([OFTEN], OFTEN),
        ([OFTEN], OFTEN.lower()),
        ([OFTEN], f'"{OFTEN}"'),
        ([OFTEN, "b.csv"], f"{OFTEN}, b.csv"),
        ([OFTEN, "b.csv"], f"b.csv,{OFTEN}"),
        (["a, b, c.csv", "d,e.csv"], "a, b, c.csv,d,e.csv"),
        (["a, b, c.csv", "d,e.csv"], ""),
    ],
)
def test_commas_belong_to_the_names_that_are_there(tmp_path: Path, names: list[str], answer: str) -> None:
    result = start(tmp_path, *names, answer=answer + "\n" * 9)
    assert result.exit_code == 0, result.output
    assert "no such file" not in result.output
    assert (tmp_path / "partnership.xlsx").is_file()


@pytest.mark.parametrize("answer", ["nothing.csv", "b.csv, nothing.csv", "May+2,+2024.csv, b.csv", "May 2, 2024"])
def test_a_name_that_is_not_there_is_said_once(tmp_path: Path, answer: str) -> None:
    result = start(tmp_path, OFTEN, "b.csv", answer=answer + "\n")
    assert result.exit_code == 2
    assert result.output.count("There is no such file.") == 1
    missing = answer.removesuffix(", b.csv").removeprefix("b.csv, ")
    assert missing in [line.strip() for line in result.output.splitlines()]
