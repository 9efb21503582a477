"""What measures declare is typed, complete, and around the function: guards, for whom it is computed, its docstring."""

import ast
import inspect
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import pytest

import stakeholder_graph as sg
from stakeholder_graph.graph import Layer, PartnerGraph, Partnership
from stakeholder_graph.measures import _registry, declare
from stakeholder_graph.measures._docstring import with_declaration
from stakeholder_graph.measures._registry import MeasureInfo, find_measure, measures
from stakeholder_graph.measures._sections import SECTIONS, section_order
from stakeholder_graph.model.survey import LayerInfo, Wave
from stakeholder_graph.studies._arguments import extent_of
from stakeholder_graph.views.charts import CHARTS

PACKAGE = Path(sg.__file__).parent
REQUIRED: Mapping[str, Any] = {
    "section": "silos",
    "title": "T",
    "question": "Q?",
    "how_to_read": "H",
    "formula": "a / b",
    "undefined": "Never.",
    "unit": "share",
    "bounds": (0, None),
    "references": ("A (2026). B.", "C (2026). D."),
    "messages": {},
    "reading": lambda finding: None,
}
ALL = list(measures().values())
NAMES = [info.name for info in ALL]


@pytest.fixture
def unregistered(monkeypatch: pytest.MonkeyPatch) -> None:
    measures()
    monkeypatch.setattr(_registry, "_MEASURES", dict(_registry._MEASURES))


def layer(ties: dict[str, str], sectors: dict[str, str] | None = None, silent: str = "") -> Layer:
    """Ties without direction among a to e; those who are silent did not answer."""
    sector = list((sectors or dict.fromkeys("abcde", "x") | {"a": "y"}).values())
    frames = {
        "organizations": pd.DataFrame({"organization": list("abcde"), "sector": sector}),
        "asked": pd.DataFrame(
            {"organization": list("abcde"), "layer": "work", "answered": [name not in silent for name in "abcde"]}
        ),
        "ties": pd.DataFrame({"from": list(ties), "to": list(ties.values()), "layer": "work"}),
    }
    return PartnerGraph(Wave("1"), {"work": LayerInfo("work")}, frames, directed=False).layer("work")


def test_a_declaration_takes_named_and_typed_arguments_only() -> None:
    parameters = inspect.signature(declare.measure).parameters.values()
    assert {parameter.kind for parameter in parameters} == {inspect.Parameter.KEYWORD_ONLY}
    assert all(parameter.annotation is not inspect.Parameter.empty for parameter in parameters)
    with pytest.raises(TypeError, match="tittle"):
        declare.measure(**REQUIRED, tittle="T")  # type: ignore[call-arg]


@pytest.mark.parametrize("info", ALL, ids=NAMES)
def test_what_is_declared_is_known_elsewhere(info: MeasureInfo) -> None:
    assert info.section in SECTIONS
    assert info.chart.kind in CHARTS
    assert extent_of(info) in ("layer", "layers", "wave", "partnership")
    assert info.statistic or info.no_range or extent_of(info) != "layer" or info.name == "backbone_dependence"


@pytest.mark.parametrize("info", ALL, ids=NAMES)
def test_help_shows_formula_bounds_and_references_from_one_source(info: MeasureInfo) -> None:
    shown = " ".join((inspect.getdoc(info.function) or "").split())
    for text in (info.formula, f"; {info.unit}.", *info.references):
        assert " ".join(text.split()) in shown
    order = [shown.index(f"{title} ---") for title in ("Parameters", "Returns", "Notes", "References", "Examples")]
    assert order == sorted(order)
    assert getattr(sg.measures, info.name) is info.function


def test_a_docstring_keeps_its_own_notes_and_its_examples() -> None:
    written = """Do it.

    Notes
    -----
    As written.

    Examples
    --------
    >>> 1 + 1
    2
    """
    assert with_declaration(written, declare.Declaration(**REQUIRED)).splitlines() == [
        "Do it.",
        "",
        "Notes",
        "-----",
        "As written.",
        "",
        "Formula: a / b",
        "",
        "Values: from 0 to no limit; share.",
        "",
        "Undefined: Never.",
        "",
        "References",
        "----------",
        ".. [1] A (2026). B.",
        ".. [2] C (2026). D.",
        "",
        "Examples",
        "--------",
        ">>> 1 + 1",
        "2",
    ]


@pytest.mark.parametrize("name", [info.name for info in ALL if declare.TWO_SECTORS in info.needs])
def test_the_bare_function_is_guarded(name: str) -> None:
    function = getattr(sg.measures, name)
    one_sector = function(layer({"a": "b"}, dict.fromkeys("abcde", "x")))
    no_ties = function(layer({}))
    assert (one_sector.value, [caveat.id for caveat in one_sector.caveats]) == (None, ["one_sector"])
    assert (no_ties.value, [caveat.id for caveat in no_ties.caveats]) == (None, ["no_ties"])


def test_eight_measures_compare_sectors_and_none_guards_by_itself() -> None:
    guarded = [info for info in ALL if declare.TWO_SECTORS in info.needs]
    assert len(guarded) == 8
    for info in guarded:
        source = inspect.getsource(inspect.unwrap(info.function))
        assert 'Message("one_sector")' not in source
        assert 'Message("no_ties")' not in source


def test_those_who_did_not_answer_have_a_row_of_which_nothing_is_known() -> None:
    measured = sg.measures.centralization(layer({"a": "b", "c": "d"}, silent="e"))
    assert [caveat.id for caveat in measured.caveats] == ["answered_subgraph"]
    assert [(row["organization"], row["degree"]) for row in measured.table.rows] == [
        ("a", 1.0),
        ("b", 1.0),
        ("c", 1.0),
        ("d", 1.0),
        ("e", None),
    ]
    everyone = sg.measures.centralization(layer({"a": "b", "c": "d"}))
    assert not everyone.caveats
    assert everyone.table.rows[4]["degree"] == 0


def test_nobody_is_named_where_fewer_than_half_answered() -> None:
    few = sg.measures.betweenness(layer({"a": "b", "b": "c"}, silent="de"))
    assert few.table is not None
    fewer = sg.measures.constraint(layer({"a": "b"}, silent="cde"))
    assert fewer.value is not None
    assert fewer.table is None
    assert [caveat.id for caveat in fewer.caveats] == ["answered_subgraph", "under_half_answered"]


@pytest.mark.usefixtures("unregistered")
def test_what_needs_a_layer_takes_one() -> None:
    def of_partnership(partnership: Partnership) -> declare.Measured:
        return declare.Measured(None)

    with pytest.raises(TypeError, match="takes none"):
        declare.measure(**REQUIRED, needs=(declare.TIES,))(of_partnership)


@pytest.mark.usefixtures("unregistered")
def test_a_measure_that_takes_what_nobody_hands_it_says_so() -> None:
    @declare.measure(**REQUIRED)
    def of_number(number: int) -> declare.Measured:
        return declare.Measured(float(number))

    with pytest.raises(TypeError, match="of_number takes <class 'int'>; a measure takes a Layer"):
        extent_of(find_measure("of_number"))


def test_sections_of_others_come_last() -> None:
    assert [section_order(name) for name in ("response", "network", "of_theirs")] == [0, 9, 11]


def test_the_level_of_tests_stands_once() -> None:
    places = []
    for folder in ("measures", "studies", "model"):
        for path in (PACKAGE / folder).rglob("*.py"):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            places += [
                path.name
                for node in ast.walk(tree)
                if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant) and node.value.value == 0.05
            ]
    assert places == ["finding.py"]


def test_views_name_no_measure() -> None:
    # "response" is a role too, and what a sentence tells of; "trust" is what a row of a rubric discloses.
    names = set(NAMES) - {"response", "trust"}
    for path in (PACKAGE / "views").rglob("*.py"):
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        strings = {node.value for node in nodes if isinstance(node, ast.Constant)}
        assert not strings & names, path


def test_guards_leave_the_signature_and_the_numbers() -> None:
    ei_index = sg.measures.ei_index
    assert list(inspect.signature(ei_index).parameters) == ["layer"]
    on = layer({"a": "b", "c": "d"})
    assert ei_index(layer=on).value == ei_index(on).value == inspect.unwrap(ei_index)(on).value
    assert np.isclose(ei_index(on).value, 0)
