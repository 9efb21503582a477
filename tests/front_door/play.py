"""Plays a user of the front door who accepts whatever is proposed, and says how far that leads."""

import json
from dataclasses import dataclass, field
from pathlib import Path

from click.testing import CliRunner, Result

from stakeholder_graph.cli import main
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.survey import Survey, read_partnership
from tests.front_door.advice import follow
from tests.front_door.layout import Layout
from tests.front_door.person import accept
from tests.front_door.spelling import PLAIN, Spelling

#: Where reports go: another folder than the one that is read.
OUTPUT = "outputs"


@dataclass(frozen=True)
class Verdict:
    """How a layout fared.

    Parameters
    ----------
    word : str
        ``right``, ``asked`` (a decision for which nothing is proposed is open, and the report says so), ``wrong`` (a
        number without a word), ``stuck`` (a problem that no advice solves) or ``crash``.
    why : str
        What was seen instead.
    partnership : Partnership, optional
        What was read in the end.
    steps : tuple of str
        What was decided and followed on the way.
    """

    word: str
    why: str = ""
    partnership: Partnership | None = None
    steps: tuple[str, ...] = field(default=())


def run(*args: object, answers: str = "") -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [str(arg) for arg in args], input=answers)


def crashed(result: Result) -> str:
    """What went wrong inside, where something did."""
    return repr(result.exception) if result.exception and not isinstance(result.exception, SystemExit) else ""


def play(layout: Layout, folder: Path, spelling: Spelling = PLAIN, report: bool = False) -> Verdict:
    """Begin with `start` and Enter at everything, accept what is proposed, follow each advice once, and look.

    Parameters
    ----------
    layout : Layout
        What is in the folder.
    folder : Path
        An empty one.
    spelling : Spelling
        How it is written.
    report : bool
        Whether the two folders of the report are written and looked at too; they take two seconds.
    """
    layout.write(folder, spelling)
    started = run("start", folder)
    if crashed(started):
        return Verdict("crash", crashed(started))
    filled = accept(folder)
    steps = [f"{filled.accepted} accepted"] if filled.accepted else []
    if started.exit_code != 0:
        steps.append("start failed")
    followed = set[str]()
    while True:
        try:
            survey = read_partnership(folder)
        except SurveyError as error:
            done = follow(error.problems, folder, followed)
            if not done:
                return Verdict("stuck", str(error.problems[0]), steps=tuple(steps))
        else:
            done = follow(survey.info.undecided, folder, followed)
            if not done:
                break
        steps += done
        if started.exit_code:
            started = run("start", folder)
            accept(folder)
    partnership = to_partnership(survey)
    checked = run("check", folder)
    if crashed(checked) or checked.exit_code != 0:
        return Verdict("crash", crashed(checked) or checked.output)
    if not report:
        return _verdict(layout, survey, partnership, differences(layout, partnership), steps)
    written = run("report", folder, "-o", folder / OUTPUT, "--permutations", 99, "--draws", 20, "--quiet")
    if crashed(written) or written.exit_code != 0:
        return Verdict("crash", crashed(written) or written.output)
    differs = differences(layout, partnership) or in_folders(layout, folder / OUTPUT)
    return _verdict(layout, survey, partnership, differs, steps)


def _verdict(layout: Layout, survey: Survey, partnership: Partnership, differs: str, steps: list[str]) -> Verdict:
    open_ = [str(decision.what) for decision in survey.info.undecided]
    word = "asked" if open_ else "wrong" if differs else "right"
    return Verdict(word, differs or "; ".join(open_), partnership, tuple(steps))


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


def in_folders(layout: Layout, outputs: Path) -> str:
    """What is wrong with the two folders of a report; blank for nothing."""
    for name in ("backbone-only/report.html", "for-the-room/report.html", "backbone-only/findings.json"):
        if not (outputs / name).is_file():
            return f"there is no {name}"
    findings = json.loads((outputs / "backbone-only" / "findings.json").read_text("utf-8"))["findings"]
    densities = {
        finding["scope"]["layers"][0].casefold(): finding["value"]
        for finding in findings
        if finding["name"] == "density" and len(finding["scope"]["layers"]) == 1
    }
    right = {kind.casefold(): ties / layout.possible for kind, ties in layout.ties.items()}
    near = densities.keys() == right.keys() and all(abs(densities[kind] - right[kind]) < 1e-6 for kind in right)
    return "" if near else f"density: {densities}, not {right}"
