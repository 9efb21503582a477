"""Plays a user of the front door who accepts whatever is proposed, and says how far that leads."""

from dataclasses import dataclass
from pathlib import Path

import openpyxl
from click.testing import CliRunner, Result

from stakeholder_graph.cli import main
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.survey import read_partnership
from tests.front_door.layouts import Layout


@dataclass(frozen=True)
class Verdict:
    """How a layout fared.

    Parameters
    ----------
    word : str
        ``right``, ``asked`` (a decision is open and the numbers are right once it is made), ``wrong``, ``stuck`` (a
        problem that nothing proposed solves) or ``crash``.
    why : str
        What was seen instead.
    """

    word: str
    why: str = ""


def run(*args: object, answers: str = "") -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [str(arg) for arg in args], input=answers)


def accept(workbook: Path) -> int:
    """Accept every proposal of the workbook, as somebody would who takes the marks away; how many there were."""
    if not workbook.exists():
        return 0
    book = openpyxl.load_workbook(workbook)
    accepted = 0
    for sheet in book.worksheets:
        heads = {cell.value: place for place, cell in enumerate(sheet[1])}
        for row in sheet.iter_rows(min_row=2):
            for cell in row:
                if sheet.title in ("Files", "Scales", "Questions") and str(cell.value or "").endswith("?"):
                    cell.value = str(cell.value)[:-1]
                    accepted += 1
            if sheet.title == "Names" and row[heads["proposal"]].value and not row[heads["decision"]].value:
                row[heads["decision"]].value = "yes"
                accepted += 1
    book.save(workbook)
    return accepted


def play(layout: Layout, folder: Path) -> Verdict:
    """Begin with `start` and Enter at everything, accept what the workbook proposes, and look at the numbers."""
    layout.write(folder)
    started = run("start", folder)
    if started.exception and not isinstance(started.exception, SystemExit):
        return Verdict("crash", repr(started.exception))
    if started.exit_code != 0:
        return Verdict("stuck", started.output.strip().splitlines()[-1])
    proposed = accept(folder / "partnership.xlsx")
    try:
        partnership = to_partnership(read_partnership(folder))
    except SurveyError as error:
        return Verdict("stuck", str(error.problems[0]))
    differs = differences(layout, partnership)
    if differs:
        return Verdict("wrong", differs)
    return Verdict("asked" if proposed or partnership.info.draft else "right")


def differences(layout: Layout, partnership: Partnership) -> str:
    """What differs from the right numbers; blank for nothing."""
    graph = partnership.graph()
    ties = {name.casefold(): graph.layer(name).n_ties for name in graph.layers}
    seen = [
        ("organizations", layout.organizations, len(graph.names)),
        ("ties", {name.casefold(): count for name, count in layout.ties.items()}, ties),
        ("dyads", {layout.possible} if layout.ties else set(), {graph.layer(name).n_dyads for name in graph.layers}),
        ("items", layout.items, graph["affiliations"]["item"].nunique()),
        ("rounds", layout.waves, len(partnership.graphs)),
    ]
    return "; ".join(f"{what}: {got}, not {right}" for what, right, got in seen if got != right)
