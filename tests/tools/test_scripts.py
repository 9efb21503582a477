"""The scripts of pages: types, rules and unit tests hold, and bundles are fresh."""

import json
import re
from graphlib import TopologicalSorter

import pytest

from stakeholder_graph.text.scripts import script_texts
from tools import scripts

PAGES = ("map", "present", "report", "whatif")


@pytest.fixture(scope="module", autouse=True)
def installed() -> None:
    scripts.install()


def test_every_page_with_scripts_is_known() -> None:
    assert tuple(scripts.pages()) == PAGES


def test_types_hold() -> None:
    scripts.types()


def test_rules_hold() -> None:
    scripts.lint()


def test_unit_tests_pass() -> None:
    said = scripts.test()
    passed, failed, skipped = (re.search(rf"{word} (\d+)", said) for word in ("pass", "fail", "skipped"))
    assert passed is not None
    assert failed is not None
    assert skipped is not None
    assert (int(failed[1]), int(skipped[1])) == (0, 0)
    assert (
        int(passed[1]) >= sum(path.read_text("utf-8").count("\ntest(") for path in scripts.TESTS.rglob("*.test.js")) > 0
    )


@pytest.mark.parametrize("page", PAGES)
def test_the_bundle_is_what_its_modules_give(page: str) -> None:
    assert scripts.pages()[page].read_bytes() == scripts.bundle(page), "run python -m tools.scripts"


@pytest.mark.parametrize("page", PAGES)
def test_modules_import_each_other_in_no_circle_and_none_is_idle(page: str) -> None:
    imports = scripts.imports(page)
    TopologicalSorter(imports).prepare()  # raises CycleError
    own = {path.relative_to(scripts.ROOT).as_posix() for path in (scripts.SOURCES / page).rglob("*.js")}
    assert own <= imports.keys()


@pytest.mark.parametrize("page", PAGES)
def test_the_bundle_holds_the_texts_of_its_modules_and_ends_no_script(page: str) -> None:
    """Translations are looked up in bundles: in no module may a text be written in another way than they find it."""
    code = scripts.pages()[page].read_text("utf-8")
    modules = [(scripts.ROOT / path).read_text("utf-8") for path in scripts.imports(page)]
    assert set(script_texts(code)) == {text for module in modules for text in script_texts(module)}
    assert not re.search(r"</script|<!--", code, re.IGNORECASE)
    assert "\r" not in code


def test_every_module_of_the_shared_ones_is_shared() -> None:
    used = [path for page in PAGES for path in scripts.imports(page) if "/shared/" in path]
    shared = {path.relative_to(scripts.ROOT).as_posix() for path in (scripts.SOURCES / "shared").glob("*.js")}
    assert set(used) == shared


def test_the_lock_file_says_what_is_installed_and_from_nowhere() -> None:
    content = scripts.LOCK.read_text("utf-8")
    packages = json.loads(content)["packages"]
    assert not re.search(r"https?:", content)
    assert all("integrity" in package for path, package in packages.items() if path)
    wanted = json.loads((scripts.TOOLS / "package.json").read_text("utf-8"))["devDependencies"]
    assert {name: packages[f"node_modules/{name}"]["version"] for name in wanted} == wanted
