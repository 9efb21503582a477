"""What single commands write and say, in a language made of the catalogue: no word of ours that is not translated.

A part of the example is enough: its files, with twenty of its organizations.
"""

import csv
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.survey import read_partnership
from tests.text.pseudo import speaking_pseudo, untranslated
from tests.views.pseudo_data import data_of
from tests.views.visible import visible_texts

EXAMPLE = Path(__file__).parents[2] / "surveys" / "wren-county"
FEW = ("--permutations", "99", "--draws", "20")
#: Columns that name organizations, of the files that list what they said and did.
_NAMES = ("organization", "from", "to")
#: What is typed as it stands, and names of files, keys and formats.
TYPED = (
    "stakeholder-graph", "introductions", "compare", "maturity", "report", "map", "who", "with whom", "first step",
    "expected", "expected_by", "yes", "who,with whom,first step,expected,expected_by", "commitments.csv",
    "maturity --binder --edition partners", "Wren Forward", "FOLDER", "draft", "names.csv", "collaboration+co", "ntact",
    "strength", "strength in words", "respondent",
    # Other tools, and the formats that the command takes
    "csv", "cx2", "cytoscape", "gexf", "gml", "graphml", "json", "kumu", "kumu-json", "matrix", "nodexl", "pajek",
    "powerbi", "stickies", "ucinet", "xlsx", "Gephi", "Gephi (GEXF 1.3)", "GraphML", "Pajek", "Cytoscape JSON",
    "JSON (node-link)", "to", "NodeXL", "JSON", "Kumu", "UCINET", "UCINET (DL)",
)  # fmt: skip


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("small") / "ours"
    shutil.copytree(EXAMPLE, folder)
    with (EXAMPLE / "organizations.csv").open(encoding="utf-8", newline="") as file:
        listed = [row["organization"] for row in csv.DictReader(file)]
    kept = {*listed[:18], "Wren Forward", "Wren Valley Community College"}
    for name in ("organizations", "ties", "asked", "affiliations", "ratings", "names"):
        path = folder / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            headers, *rows = csv.reader(file)
        places = [headers.index(column) for column in _NAMES if column in headers]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(
                [headers, *(row for row in rows if all(row[k] in kept or not row[k] for k in places))]
            )
    (folder / "strategies.csv").unlink()
    return folder


@pytest.fixture(scope="module")
def partnership(small: Path) -> Partnership:
    return to_partnership(read_partnership(small))


@pytest.fixture
def says(small: Path, tmp_path: Path) -> Iterator[Callable[..., list[str]]]:
    """What a command says in the pseudo language, on both streams and in the files that it writes."""

    def run(command: str, *arguments: str, output: str = "") -> list[str]:
        written = ["-o", str(tmp_path / output)] if output else []
        done = CliRunner().invoke(main, [command, str(small), *arguments, *written], catch_exceptions=False)
        assert done.exit_code == 0, done.output
        lines = [line.replace(str(small), "") for line in done.output.splitlines()]
        texts = [line for line in lines if not line.startswith(str(tmp_path))]
        # In the sheet for mail-merge stand the names of files.
        for path in sorted(tmp_path.rglob("*")):
            if path.suffix in (".html", ".xlsx", ".txt") and ".as-written" not in path.parts:
                content = path.read_bytes() if path.suffix == ".xlsx" else path.read_text("utf-8")
                texts += [text for text in visible_texts(path.name, content) if not text.startswith("../")]
        return texts

    with speaking_pseudo():
        yield run


@pytest.mark.parametrize(
    ("command", "arguments", "output"),
    [
        ("profile", (), "profiles"),
        ("profile", ("Bethel AME Church", "Eastgate Elementary School"), "profiles"),
        ("compare", FEW, "compared.html"),
        ("compare", FEW, "compared.txt"),
        ("introductions", ("--permutations", "99"), "introduced.html"),
        ("introductions", ("--permutations", "99", "--stop"), "stopped.txt"),
        ("whatif", ("--without", "Wren Forward", "--measure", "density", *FEW), "without.txt"),
        ("whatif", FEW, "each.txt"),
        ("maturity", ("--binder", *FEW), "binder.html"),
        ("maturity", ("--binder", "--edition", "partners", *FEW), "board.html"),
        ("maturity", FEW, "ledger.txt"),
        ("names", (), ""),
        ("export", ("--to", "pajek", "--all-waves"), "network"),
        ("export", ("--formats",), ""),
    ],
    ids=lambda part: part if isinstance(part, str) else " ".join(part[:2]),
)
def test_no_command_says_what_is_not_translated(
    says: Callable[..., list[str]], partnership: Partnership, command: str, arguments: tuple[str, ...], output: str
) -> None:
    texts = says(command, *arguments, output=output)
    # Tables in the terminal break names anywhere.
    data = data_of(partnership)
    words = [word.strip(".,()&:;«»“”") for text in data for word in text.split()]
    assert texts
    assert untranslated(texts, [*data, *words, *TYPED]) == []
