"""A partnership's folder without the rows of some organizations: what anybody would make by hand."""

import csv
import re
import shutil
import unicodedata
from collections.abc import Collection
from pathlib import Path

#: Columns that name one organization: the row goes with it.
ONE = frozenset({"organization", "from", "to", "who"})
#: Columns that list several: the name goes, and the row stays.
SEVERAL = frozenset({"partners", "with whom"})


def without_rows(folder: Path, target: Path, gone: Collection[str]) -> Path:
    """Copy the folder, leaving out every row of some organizations, and the backbone of the settings if it is one."""
    shutil.copytree(folder, target)
    spelled = _spellings(folder / "names.csv", gone)
    for path in target.glob("*.csv"):
        with path.open(encoding="utf-8", newline="") as file:
            header, *rows = csv.reader(file)
        kept = [
            [_left(name, cell, spelled) for name, cell in zip(header, row, strict=True)]
            for row in rows
            if not any(name in ONE and _plain(cell) in spelled for name, cell in zip(header, row, strict=True))
        ]
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([header, *kept])
    settings = target / "partnership.toml"
    text = settings.read_text("utf-8")
    backbone = re.search(r'^backbone = "(.*)"\n', text, re.MULTILINE)
    if backbone and backbone[1] in gone:
        settings.write_text(text.replace(backbone[0], ""), "utf-8")
    return target


def _spellings(names: Path, gone: Collection[str]) -> set[str]:
    """The names, and what names.csv says is written for them."""
    spelled = set(map(_plain, gone))
    if names.is_file():
        with names.open(encoding="utf-8", newline="") as file:
            spelled |= {_plain(row["written"]) for row in csv.DictReader(file) if row["organization"] in gone}
    return spelled


def _left(column: str, cell: str, gone: Collection[str]) -> str:
    return "; ".join(name for name in cell.split("; ") if _plain(name) not in gone) if column in SEVERAL else cell


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", " ".join(name.split()).casefold())
