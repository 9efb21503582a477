"""Prints what keeps the house easy to find one's way in, and fails where a rule is broken: ``python -m tools.house``.

The rules: no folder of the package holds more than fifteen files of code at its own level; no class name stands for
two things; modules import each other in no circle; some words are never names, because they once had many meanings.
"""

import ast
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "stakeholder_graph"
CODE = (".py", ".js")
MOST_FILES = 15
#: Never a name, neither whole nor as a module.
BANNED = frozenset({"told", "asked_before", "second_look", "circles", "deals", "whom_it_is_of", "lens", "Lens"})
#: Never a variable: they say nothing of what they hold.
BARE = frozenset({"each", "found", "one", "some", "of"})


def modules() -> dict[str, Path]:
    """Every Python module of the package by its dotted name."""
    paths = sorted(PACKAGE.rglob("*.py"))
    return {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in paths}


def crowded_folders() -> dict[str, int]:
    """Folders with more files of code at their own level than a person can take in, with how many."""
    counts = Counter(path.parent for path in PACKAGE.rglob("*") if path.suffix in CODE and path.name != "__init__.py")
    return {str(folder.relative_to(ROOT)): count for folder, count in counts.items() if count > MOST_FILES}


def shared_class_names(trees: dict[str, ast.Module]) -> dict[str, list[str]]:
    """Names of classes and type aliases that stand for two things, with the modules that define them."""
    homes = defaultdict(list)
    for module, tree in trees.items():
        for name in _types_of(tree):
            homes[name].append(module)
    return {name: where for name, where in homes.items() if len(where) > 1}


def _types_of(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            name = node.targets[0].id
            if name[0].isupper() and not name.isupper() and len(name) > 1:
                yield name


def circle(trees: dict[str, ast.Module]) -> list[str]:
    """A circle of imports at the top of modules, or nothing."""
    imports = {module: _imports_of(tree) & trees.keys() - {module} for module, tree in trees.items()}
    try:
        TopologicalSorter(imports).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def _imports_of(tree: ast.Module) -> set[str]:
    names = set()
    for node in tree.body:
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return names


def banned_names(trees: dict[str, ast.Module]) -> dict[str, list[str]]:
    """Banned names with the places, as ``module:line``, where they are bound."""
    places = defaultdict(list)
    for module, tree in trees.items():
        if (stem := module.rpartition(".")[2]) in BANNED:
            places[stem].append(module)
        for node in ast.walk(tree):
            for name in _bound_by(node):
                if name in BANNED or (name in BARE and not isinstance(node, ast.FunctionDef)):
                    places[name].append(f"{module}:{getattr(node, 'lineno', 0)}")
    return dict(places)


def _bound_by(node: ast.AST) -> Iterator[str]:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    elif isinstance(node, ast.arg):
        yield node.arg
    elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
        yield node.name
    elif isinstance(node, ast.alias):
        yield node.asname or node.name.rpartition(".")[2]


def main() -> int:
    """Print the figures; return 1 where a rule is broken."""
    trees = {module: ast.parse(path.read_text(encoding="utf-8")) for module, path in modules().items()}
    lengths = sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in modules().values())
    print(f"{len(lengths)} modules, median {lengths[len(lengths) // 2]} lines, longest {lengths[-1]}")
    broken = 0
    for title, rows in (
        (f"folders with more than {MOST_FILES} files of code", crowded_folders()),
        ("class names that stand for two things", shared_class_names(trees)),
        ("circles of imports", {" -> ".join(ring): "" for ring in [circle(trees)] if ring}),
        (
            "banned names",
            {name: f"{len(where)}: {', '.join(where[:6])}" for name, where in banned_names(trees).items()},
        ),
    ):
        print(f"{len(rows)} {title}")
        for name, where in sorted(rows.items()):
            print(f"  {name} {where}")
        broken += len(rows)
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
