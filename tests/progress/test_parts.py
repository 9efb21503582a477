"""Work is a tree of parts: what is done of each counts with its share, in whichever order and thread it is done."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor

import pytest

from stakeholder_graph.progress import Part, counted, part, watched


def test_shares_are_of_what_is_left() -> None:
    seen = []
    with watched() as whole:
        with part(0.6, "Measuring"):
            for _step in counted(range(3)):
                seen.append(whole.done)
        with part(0.5):
            pass
        seen.append(whole.done)
        with part():
            pass
    assert seen == pytest.approx([0, 0.2, 0.4, 0.8])
    assert whole.done == 1


def test_parts_that_go_on_side_by_side_both_count() -> None:
    whole = Part()
    with whole.within(0.5) as here, whole.within(0.25) as there:
        here.advance(0.5)
        there.reach(0.8)
        there.reach(0.4)  # what was told late does not go back
        assert whole.done == pytest.approx(0.25 + 0.2)
    assert whole.done == 0.75


def test_what_is_being_done_is_what_began_last() -> None:
    whole = Part()
    with whole.within(0.5, "Drawing"):
        with part(1, "map.html"), part(1):
            assert whole.doing == ["Drawing", "map.html"]
        assert whole.doing == ["Drawing"]
    assert whole.doing == []


def test_nobody_watches_and_nothing_is_counted() -> None:
    with part(0.5, "Reading") as reading:
        assert reading.doing == []
        assert list(counted("ab")) == ["a", "b"]
    with watched() as whole, ThreadPoolExecutor(1) as thread:
        thread.submit(list, counted("ab")).result()
    assert whole.done == 0


def test_a_loop_of_unknown_length_counts_when_it_ends() -> None:
    def unknown() -> Iterator[int]:
        yield from (1, 2)

    with watched() as whole:
        assert [whole.done for _step in counted(unknown(), 0.5)] == [0, 0]
        assert whole.done == 0.5


def test_a_loop_that_is_left_early_is_done() -> None:
    with watched() as whole:
        for _step in counted(range(1000), 0.5):
            break
        del _step
        with part(1, "Drawing"):
            assert whole.doing == ["Drawing"]
    assert whole.done == 1


def test_a_loop_that_is_never_finished_does_not_take_over_again() -> None:
    with watched() as whole:
        with part(0.5):
            loop = counted(range(10))
            next(loop)
        with part(0.5, "Drawing"):
            loop.close()
            with part(1, "map.html"):
                assert whole.doing == ["Drawing", "map.html"]


def test_an_error_ends_a_part() -> None:
    with watched() as whole:
        with pytest.raises(ValueError, match="no"), part(0.5, "Reading"):
            raise ValueError("no")
        assert (whole.doing, whole.done) == ([], 0.5)
