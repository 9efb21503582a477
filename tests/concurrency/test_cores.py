"""How many cores there are to use is for the user to limit."""

import pytest

from stakeholder_graph.concurrency.cores import CORES, MOST_CORES, cores, cores_shared_by


@pytest.mark.parametrize(("limit", "most"), [("1", 1), ("2", 2), ("", MOST_CORES), ("none", MOST_CORES)])
def test_the_environment_limits_them(monkeypatch: pytest.MonkeyPatch, limit: str, most: int) -> None:
    monkeypatch.setenv(CORES, limit)
    monkeypatch.setattr("os.cpu_count", lambda: 64)
    assert cores() == most


def test_one_is_used_where_nothing_says_how_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CORES, raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert cores() == 1


def test_two_processes_divide_them_and_one_alone_has_all_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CORES, raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: 4)
    with cores_shared_by(2):
        assert cores() == 2
    assert cores() == 4


def test_each_process_has_one_at_least(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CORES, "1")
    with cores_shared_by(2):
        assert cores() == 1
