"""The rules of the house hold, and the check that says so would notice if they did not."""

import ast

import pytest

from tools import house


@pytest.fixture(scope="module")
def trees() -> dict[str, ast.Module]:
    return {module: ast.parse(path.read_text(encoding="utf-8")) for module, path in house.modules().items()}


def test_no_folder_is_crowded() -> None:
    assert house.crowded_folders() == {}


def test_a_class_name_stands_for_one_thing(trees: dict[str, ast.Module]) -> None:
    assert house.shared_class_names(trees) == {}


def test_modules_import_each_other_in_no_circle(trees: dict[str, ast.Module]) -> None:
    assert house.circle(trees) == []


def test_no_name_says_nothing(trees: dict[str, ast.Module]) -> None:
    assert house.banned_names(trees) == {}


def test_broken_rules_are_noticed() -> None:
    first = ast.parse("from stakeholder_graph import b\nclass Part: pass\nfor each in (): pass\n")
    second = ast.parse("from stakeholder_graph.a import Part as told\nclass Part: pass\n")
    trees = {"stakeholder_graph.a": first, "stakeholder_graph.b": second}
    assert house.shared_class_names(trees) == {"Part": ["stakeholder_graph.a", "stakeholder_graph.b"]}
    assert set(house.circle(trees)) == {"stakeholder_graph.a", "stakeholder_graph.b"}
    assert house.banned_names(trees) == {"each": ["stakeholder_graph.a:3"], "told": ["stakeholder_graph.b:1"]}
