"""The files of a folder that a test looks at."""

from pathlib import Path


def files_in(folder: Path) -> list[Path]:
    """Every file below a folder, hidden ones included, in the order of their paths."""
    return sorted(path for path in folder.rglob("*") if path.is_file())
