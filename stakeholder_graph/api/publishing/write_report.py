"""Write a report, each edition whole or not at all."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from hashlib import sha256
from pathlib import Path

from stakeholder_graph import __version__
from stakeholder_graph.api.in_its_language import in_its_language
from stakeholder_graph.api.measuring import measure
from stakeholder_graph.concurrency.second_process import SecondProcess
from stakeholder_graph.conditions.ledgers import report_ledgers
from stakeholder_graph.conditions.rubric import check_own_rubrics
from stakeholder_graph.editions import Edition
from stakeholder_graph.editions.manifests import (
    MANIFEST,
    Manifest,
    ReportOptions,
    input_digests,
    installed_libraries,
    this_machine,
)
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Finding, Ties
from stakeholder_graph.progress import part
from stakeholder_graph.storage.recovery import recover
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey.input_files import check_unchanged
from stakeholder_graph.text import _, current_language

#: How much of the time of a report its measures usually take.
MEASURING = 0.6


@in_its_language
def report(
    partnership: Partnership,
    output: str | Path = "outputs",
    *,
    editions: Sequence[Edition] = ("backbone", "partners"),
    wave: str | None = None,
    layers: Sequence[str] | None = None,
    ties: Ties | None = None,
    permutations: int = 9999,
    draws: int = 200,
    seed: int = 0,
    second: SecondProcess | None = None,
    say: Callable[[str], None] = lambda sentence: None,
) -> list[Path]:
    """Write the report's folders, all of them or none.

    What people wrote in earlier ones is kept: files of their own, and what they filled in.

    Parameters
    ----------
    partnership : Partnership
        As `read` gives it.
    output : str or Path
        The folder that the editions' folders go into; it is made if need be.
    editions : sequence of {"backbone", "partners", "community"}
        Which editions to write. ``backbone`` holds everything and stays on the backbone's desk; ``partners`` is made
        to be shown in the room; ``community`` counts and names nobody.
    wave, layers, ties, permutations, draws, seed, second
        As in `measure`.
    say : callable
        Takes a sentence about each file in which people wrote something, and about what became of it; and one where so
        few permutations were asked for that they leave what is claimed too close to call.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    LeakError
        If a page held what its edition withholds; nothing is written then.
    SurveyError
        If a file that the partnership was read from has changed since, or a rubric of its own has a mistake; nothing is
        written then.
    StorageError
        If the disk is full, a folder protected, or a file open elsewhere; nothing is written then.
    """
    for path in recover(Path(output)):
        say(_("Somebody changed a file while an earlier run was stopped; we kept it as {file}.", file=path))
    with part(MEASURING):
        findings = measure(
            partnership,
            wave=wave,
            layers=layers,
            ties=ties,
            permutations=permutations,
            draws=draws,
            seed=seed,
            second=second,
        )
    for sentence in _too_few_permutations(findings):
        say(sentence)
    check_unchanged(partnership.info.read_from)
    check_own_rubrics(partnership.info.read_from.folder)
    settings = MeasureSettings(ties=ties or partnership.info.ties, permutations=permutations, draws=draws, seed=seed)
    ledgers = partial(report_ledgers, partnership, findings, findings.wave, settings)
    options = ReportOptions(
        tuple(editions),
        findings.wave,
        tuple(layers or ()),
        settings.ties,
        seed,
        permutations,
        draws,
        current_language(),
    )
    # What draws is loaded when there is something to draw: a second process loads it while the survey is read.
    from stakeholder_graph.views.report_folders import publish

    return publish(
        partnership,
        findings,
        findings.wave,
        Path(output),
        editions,
        say,
        findings.agreed,
        second,
        ledgers,
        partial(_manifest, partnership, options),
    )


def _too_few_permutations(findings: Iterable[Finding]) -> Iterator[str]:
    """That claims fell since there were fewer permutations than so many tests need, if any did."""
    readings = (finding.reading for finding in findings if finding.reading is not None)
    fallen = next((reading for reading in readings if reading.permutations_needed), None)
    if fallen is not None:
        yield _(
            "With {permutations} permutations hardly any of the {tests} tests of the report can be clear, however "
            "large the difference: ask for {needed} or more.",
            permutations=fallen.permutations,
            tests=fallen.among_tests,
            needed=fallen.permutations_needed,
        )


def _manifest(
    partnership: Partnership, options: ReportOptions, folders: Mapping[str, Mapping[str, bytes]]
) -> dict[str, dict[str, str]]:
    """The manifest of the desk's folder, if there is one: it speaks of the files in all."""
    from stakeholder_graph.views.report_folders import FOLDERS

    desk = FOLDERS["backbone"]
    if desk not in folders:
        return {}
    outputs = {
        folder: {name: sha256(content).hexdigest() for name, content in sorted(files.items())}
        for folder, files in folders.items()
    }
    read = partnership.info.read_from
    made = Manifest(__version__, this_machine(), installed_libraries(), options, input_digests(read), outputs)
    return {desk: {MANIFEST: made.to_json(Path(read.folder).name or "PARTNERSHIP")}}
