"""A Release is closed: nothing but plain frozen values can be in one, so nothing else can reach a copy."""

import types
import typing
from collections.abc import Iterator
from dataclasses import FrozenInstanceError, fields, is_dataclass
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from stakeholder_graph.editions.release import Line, Member, Release, WaveRelease
from stakeholder_graph.model.survey import LayerInfo, Step

PLAIN = (str, int, float, bool, type(None))


def open_types(hint: Any, at: str) -> Iterator[str]:
    """Where a type could hold something that is no plain frozen value."""
    if hint in PLAIN:
        return
    if is_dataclass(hint):
        assert isinstance(hint, type)
        if not hint.__dataclass_params__.frozen:  # type: ignore[attr-defined]
            yield f"{at}: {hint.__name__} is not frozen"
        if not hasattr(hint, "__slots__"):
            yield f"{at}: {hint.__name__} takes further attributes"
        for name, inner in get_type_hints(hint).items():
            yield from open_types(inner, f"{at}.{name}")
    elif get_origin(hint) is Literal:
        assert all(isinstance(value, PLAIN) for value in get_args(hint))
    elif get_origin(hint) in (tuple, types.UnionType, typing.Union):
        for inner in get_args(hint):
            if inner is not Ellipsis:
                yield from open_types(inner, at)
    else:
        yield f"{at}: {hint}"


def test_its_types_hold_nothing_but_plain_frozen_values() -> None:
    assert list(open_types(Release, "Release")) == []


def test_the_test_itself_finds_what_is_open() -> None:
    import pandas as pd

    assert list(open_types(tuple[pd.DataFrame, ...], "x"))
    assert list(open_types(dict[str, int], "x"))
    assert list(open_types(Any, "x"))
    assert list(open_types(list[str] | None, "x"))


def test_equal_releases_are_equal_and_hash_alike() -> None:
    def make() -> Release:
        wave = WaveRelease("1", roster=("A",), lines=(Line("work", "A", "B", 2.0),))
        layers = (LayerInfo("work", (Step(1.0, "some"),)),)
        return Release("partners", "P", "1", (Member("A", "x"),), (wave,), layers)

    assert make() == make()
    assert hash(make()) == hash(make())


def test_it_cannot_be_changed_nor_take_more() -> None:
    release = Release("partners", "P", "1", (), (WaveRelease("1"),))
    for field in fields(Release):
        with pytest.raises(FrozenInstanceError):
            setattr(release, field.name, None)
    with pytest.raises((AttributeError, TypeError)):
        release.__dict__  # noqa: B018


def test_it_holds_of_a_wave_what_is_asked_for() -> None:
    waves = WaveRelease("1", listed=3), WaveRelease("2", listed=4)
    release = Release("partners", "P", "2", (), waves)
    assert (release.of_wave().listed, release.of_wave("1").listed) == (4, 3)
