"""A report's folders are the same whichever process draws them."""

from collections.abc import Callable
from pathlib import Path

from stakeholder_graph.concurrency.second_process import SecondProcess
from stakeholder_graph.graph import Partnership
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.views.report_folders import publish
from tests.folders import files_in


def test_a_second_process_draws_the_same_folders(tmp_path: Path, invents: Callable[..., Partnership]) -> None:
    partnership = invents(60, 0.1)
    settings = MeasureSettings(permutations=99, draws=20)
    findings = assess(partnership, ["response", "density", "sector_mixing"], settings=settings)
    written = publish(partnership, findings, partnership.latest, tmp_path / "one")
    process = SecondProcess("stakeholder_graph.views.report_folders")
    try:
        publish(partnership, findings, partnership.latest, tmp_path / "two", second=process)
    finally:
        process.close()
    assert len({path.parent for path in written}) == 2
    files = [file for path in written for file in ([path] if path.is_file() else files_in(path))]
    assert {file.parent.name for file in files} == {"backbone-only", "for-the-room", "tables"}
    for path in files:
        beside = tmp_path / "two" / path.relative_to(tmp_path / "one")
        assert beside.read_bytes() == path.read_bytes(), path.name
