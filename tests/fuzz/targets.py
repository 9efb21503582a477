"""What is fuzzed: every reader, each as a function of a folder."""

import io
from collections.abc import Callable, Mapping
from contextlib import redirect_stderr, redirect_stdout, suppress
from dataclasses import dataclass
from pathlib import Path

import stakeholder_graph as sg
from stakeholder_graph.cli import main
from stakeholder_graph.exchange import GRAPH_FORMATS
from stakeholder_graph.model.errors import StakeholderGraphError
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.name_report import names_as_written
from stakeholder_graph.survey.names.matching import Matcher
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.settings.draft_toml import write_toml
from stakeholder_graph.survey.settings.drafting.from_files import draft_settings, find_exports
from stakeholder_graph.survey.settings.workbook.write import write_workbook
from stakeholder_graph.tabular.files import open_file
from stakeholder_graph.views.call_list import merge_call_list
from stakeholder_graph.views.names_file import write_names
from stakeholder_graph.views.present.corrections import merge_corrections
from tests.fuzz.filled_in import FRESH_CALLS, FRESH_CORRECTIONS


@dataclass(frozen=True)
class Target:
    """A way in.

    Parameters
    ----------
    name : str
        Also that of its folder in the corpus.
    read : callable
        Reads the files of a folder. It may raise `StakeholderGraphError` and nothing else.
    share : float
        Of all inputs.
    """

    name: str
    read: Callable[[Path], object]
    share: float


def read_folder(folder: Path) -> None:
    """Plain files, settings and exports that they name, as `stakeholder_graph.read` takes them."""
    sg.read(folder)


def read_export(folder: Path) -> None:
    """An export and what explains it: find it, draft settings in one text file, and read by them."""
    exports = find_exports(folder, Inspection())
    if exports:
        write_toml(folder / "partnership.toml", draft_settings(list(exports), folder, exports))
    sg.read(folder)


def draft_workbook(folder: Path) -> None:
    """An export beside a workbook of settings that people filled in: draft again, and read what is written."""
    exports = find_exports(folder, Inspection())
    if exports:
        write_workbook(folder / "partnership.xlsx", draft_settings(list(exports), folder, exports))
    sg.read(folder)


def read_graph(folder: Path) -> None:
    """Network files: each format reads what it recognizes, and then the folder is read as everybody reads it."""
    for path in sorted(folder.iterdir()):
        opened = open_file(path, path.name, Inspection())
        for graph_format in GRAPH_FORMATS.values():
            if opened and graph_format.recognize(opened):
                graph_format.read(opened, Inspection())
        with suppress(StakeholderGraphError):
            sg.read(path)
    read_export(folder)


def match_names(folder: Path) -> None:
    """Names of a roster and names as written, and the file in which people decide."""
    for path in folder.glob("*.txt"):
        roster, _, written = path.read_text("utf-8", "replace").partition("\n\n")
        listed = [name for name in roster.split("\n") if name.strip()]
        for match in Matcher(listed).match_all([name for name in written.split("\n") if name.strip()]):
            assert normal(match.organization) in {"", *map(normal, listed)}
    write_names(folder / "decided.csv", names_as_written(folder))


def merge_filled_in(folder: Path) -> None:
    """Call lists and corrections, as written and as people saved them, carried over into new ones."""
    written, changed = (
        path.read_bytes() if (path := folder / name).exists() else b"" for name in ("written.xlsx", "changed.xlsx")
    )
    merge_call_list(written, changed, FRESH_CALLS)
    merge_corrections(written, changed, FRESH_CORRECTIONS)


def check(folder: Path) -> None:
    """The command ``check``: it ends with 0 or 2."""
    with redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO()):
        code = _exit_code(["check", str(folder)])
    assert code in (0, 2), f"check ended with {code}"


def _exit_code(arguments: list[str]) -> str | int | None:
    try:
        main.main(arguments)
    except SystemExit as end:
        return end.code
    return 0


TARGETS: Mapping[str, Target] = {
    target.name: target
    for target in (
        Target("folders", read_folder, 0.43),
        Target("exports", read_export, 0.18),
        Target("graphs", read_graph, 0.2),
        Target("names", match_names, 0.12),
        Target("check", check, 0.05),
        Target("workbooks", draft_workbook, 0.01),
        Target("old-workbooks", read_folder, 0.001),
        Target("filled-in", merge_filled_in, 0.01),
    )
}
