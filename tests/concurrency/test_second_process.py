"""A second process computes what one would, and nothing is lost with it."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pytest

from stakeholder_graph.concurrency.second_process import SecondProcess, computed_by, second_process
from stakeholder_graph.graph import Partnership, from_networkx
from stakeholder_graph.progress import watched
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from tests.concurrency import tasks


@pytest.fixture(scope="module")
def second() -> Iterator[SecondProcess]:
    process = SecondProcess("tests.concurrency.tasks")
    yield process
    process.close()


def test_both_processes_take_part(second: SecondProcess) -> None:
    # Both wait out their first step, so that each has one, however long the second takes to start.
    started: list[str] = []
    with watched(lambda step: started.append(step.what)) as whole:
        processes = computed_by(second, tasks.process_of, [3.0, 0.1, 0.1, 0.1], str)
    assert processes[0] == os.getpid()
    assert processes[-1] != os.getpid()
    assert sorted(filter(None, started)) == ["0.1", "0.1", "0.1", "3.0"]
    assert whole.done == 1


def test_steps_of_the_other_process_count_while_they_go_on(
    second: SecondProcess, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[float] = []
    with watched(lambda step: seen.append(whole.done)) as whole:
        computed_by(second, tasks.in_tenths, [2.0, 1.2])
    # Half of what is done there is told before the step there ends; steps end at whole halves.
    assert any(0 < done < 0.5 for done in seen)
    assert seen == sorted(seen)


def test_results_come_in_the_order_of_steps(second: SecondProcess) -> None:
    for _time in range(2):  # it can be used again
        assert computed_by(second, abs, list(range(-40, 0))) == list(range(40, 0, -1))


def test_what_fails_in_it_is_computed_here(second: SecondProcess) -> None:
    assert computed_by(second, tasks.only_here, range(9)) == list(range(9))
    assert computed_by(second, abs, [-1, -2]) == [1, 2]


def test_an_error_is_raised_as_without_it(second: SecondProcess) -> None:
    with pytest.raises(ZeroDivisionError):
        computed_by(second, tasks.never, range(9))


def test_a_task_is_written_before_it_changes(second: SecondProcess) -> None:
    assert computed_by(second, tasks.Keeping().doubled, range(9)) == list(range(0, 18, 2))


def test_where_it_is_lost_everything_is_computed_here() -> None:
    process = SecondProcess("tests.concurrency.tasks")
    try:
        for _time in range(2):
            assert computed_by(process, tasks.lost_there, range(9)) == list(range(9))
    finally:
        process.close()


def test_whoever_stops_it_does_not_wait_for_a_step_of_the_other_process() -> None:
    process = SecondProcess("tests.concurrency.tasks")
    begun = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            computed_by(process, tasks.stopped_here, [0.1] * 9 + [600.0])
    finally:
        process.close()
    assert time.monotonic() - begun < 300


def test_with_one_core_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("stakeholder_graph.concurrency.second_process.cores", lambda: 1)
    with second_process("tests.concurrency.tasks") as process:
        assert process is None


def test_where_the_system_starts_no_more_processes_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: SecondProcess, module: str) -> None:
        raise BlockingIOError(module)

    monkeypatch.setattr("stakeholder_graph.concurrency.second_process.cores", lambda: 2)
    monkeypatch.setattr(SecondProcess, "__init__", refuse)
    with second_process("tests.concurrency.tasks") as process:
        assert process is None


def test_it_ends_with_the_first_process_in_the_middle_of_a_step(tmp_path: Path) -> None:
    script = tmp_path / "first.py"
    script.write_text(
        "from stakeholder_graph.concurrency.second_process import SecondProcess, computed_by\n"
        "from tests.concurrency import tasks\n"
        "if __name__ == '__main__':\n"
        "    computed_by(SecondProcess('tests.concurrency.tasks'), tasks.says_number, [600.0, 600.0])\n"
    )
    paths = os.environ | {"PYTHONPATH": "."}
    with subprocess.Popen([sys.executable, script], stdout=subprocess.PIPE, env=paths) as first:
        assert first.stdout is not None
        assert len({first.stdout.readline(), first.stdout.readline()}) == 2
        first.terminate()
        # What they print ends once neither of them can print.
        assert first.communicate(timeout=60)[0] == b""


def test_findings_are_those_of_one_process() -> None:
    graph = nx.gnp_random_graph(16, 0.3, seed=1, directed=True)
    nx.set_node_attributes(graph, {node: "ab"[node % 2] for node in graph}, "sector")
    partnership = Partnership("P", {"1": from_networkx(graph)}, {})
    names, settings = ["density", "betweenness", "ei_index", "response"], MeasureSettings(permutations=99, draws=20)
    process = SecondProcess("stakeholder_graph.studies.assess")
    try:
        beside = assess(partnership, names, settings=settings, second=process)
    finally:
        process.close()
    assert beside == assess(partnership, names, settings=settings)
