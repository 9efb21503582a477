"""Steps that are opened by others are computed once each, wherever and however those end."""

import os
from collections.abc import Iterator

import pytest

from stakeholder_graph.concurrency.second_process import SecondProcess, computed_with_opened
from stakeholder_graph.progress import watched
from tests.concurrency import tasks


@pytest.fixture(scope="module")
def second() -> Iterator[SecondProcess]:
    process = SecondProcess("tests.concurrency.tasks")
    yield process
    process.close()


def below(step: int, result: int) -> list[int]:
    """Of 100 and 200 three each, of those none."""
    return [step + k for k in range(1, 4)] if step % 100 == 0 else []


EXPECTED = [100, 200, 101, 102, 103, 201, 202, 203]


@pytest.mark.parametrize("task", [abs, tasks.only_here, tasks.only_first_here])
def test_results_come_in_the_order_of_steps(second: SecondProcess, task: type[int]) -> None:
    assert computed_with_opened(second, task, [100, 200], below) == EXPECTED
    assert computed_with_opened(None, task, [100, 200], below) == EXPECTED


def test_a_process_without_steps_waits_for_those_that_the_other_opens(second: SecondProcess) -> None:
    opens = lambda step, result: [0.3] * 4 if step == 0.6 else []  # noqa: E731
    for steps in ([0.0, 0.6], [0.6, 0.0]):
        processes = computed_with_opened(second, tasks.process_of, steps, opens)
        assert len(processes) == 6
        assert len(set(processes[2:])) == 2


def test_where_the_other_process_is_lost_its_steps_are_computed_here() -> None:
    process = SecondProcess("tests.concurrency.tasks")
    try:
        assert computed_with_opened(process, tasks.lost_there, [100, 200], below) == EXPECTED
    finally:
        process.close()


def test_an_error_ends_it_though_the_other_process_waits(second: SecondProcess) -> None:
    with pytest.raises(ZeroDivisionError):
        computed_with_opened(second, tasks.fails_first_here, [0.1] * 10, lambda step, result: [])
    assert computed_with_opened(second, abs, [100, 200], below) == EXPECTED  # it can be used again


def test_all_is_done_when_all_steps_are(second: SecondProcess) -> None:
    seen: list[float] = []
    with watched(lambda step: seen.append(whole.done)) as whole:
        computed_with_opened(second, abs, [100, 200], below, share=0.4)
    assert seen == sorted(seen)
    assert whole.done == pytest.approx(1)


def test_a_value_is_sent_once_and_as_it_was(second: SecondProcess) -> None:
    opens = lambda step, result: [] if step.of else [tasks.MakesOrUses(result)] * 6  # noqa: E731
    values = computed_with_opened(second, tasks.of_part, [tasks.MakesOrUses(), tasks.MakesOrUses()], opens)
    makers = {made.value["by"] for made in values[:2]}
    # A process that saw what the other one kept in a value meanwhile would have failed.
    assert {maker for _user, maker in values[2:]} == makers
    assert os.getpid() in makers
