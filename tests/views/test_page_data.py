"""The block of data in a page is what the types of its scripts say it is (views/scripts/page_data.d.ts)."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from stakeholder_graph.editions import Copy, Edition
from stakeholder_graph.views.map.map_page import draw_map
from stakeholder_graph.views.present.present_page import draw_present
from stakeholder_graph.views.present.screens import deck
from tools import scripts

_BLOCK = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)


def block_of(html: str) -> object:
    block = _BLOCK.search(html)
    assert block is not None
    return json.loads(block[1])


def assert_typed(folder: Path, **values: object) -> None:
    """Have values checked: ``MapData=[...]`` are several of the type of this name."""
    scripts.install()
    declared = (scripts.SOURCES / "page_data.js").as_posix()
    code = [f"import type {{ {', '.join(values)} }} from {json.dumps(declared)};"]
    code += [f"export const of{name}: {name}[] = {json.dumps(value)};" for name, value in values.items()]
    (folder / "values.ts").write_text("\n".join(code), "utf-8")
    settings = {
        "extends": (scripts.TOOLS / "tsconfig.json").as_posix(),
        "compilerOptions": {"types": []},
        "include": [(folder / "values.ts").as_posix()],
    }
    (folder / "tsconfig.json").write_text(json.dumps(settings), "utf-8")
    scripts.types(folder)


def test_python_writes_what_the_types_declare(
    found: Callable[..., Copy], reported: Callable[..., Copy], tmp_path: Path
) -> None:
    editions: tuple[Edition, ...] = ("backbone", "partners", "community")
    copies = [make(edition) for make in (found, reported) for edition in editions]
    hostile = reported("partners", hostile=True)
    maps = [block_of(draw_map(copy)) for copy in (*copies, hostile)]
    assert_typed(tmp_path, MapData=maps, PresentData=[block_of(draw_present(deck(hostile)))])


def test_a_wrong_type_and_a_missing_value_are_noticed(tmp_path: Path) -> None:
    with pytest.raises(scripts.ScriptsError, match="not assignable to type 'number'"):
        assert_typed(tmp_path, Step=[{"value": "1", "name": "some"}])
    with pytest.raises(scripts.ScriptsError, match="Property 'name' is missing"):
        assert_typed(tmp_path, Step=[{"value": 1}])
