"""The files of the example, read with the standard library alone: nothing here knows the package."""

import csv
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from statistics import fmean

FOLDER = Path(__file__).resolve().parents[3] / "surveys" / "wren-county"
#: What partnership.toml says, read by eye: the rounds and their dates, and the backbone.
NOW, BEFORE, BACKBONE = "2025", "2024", "Wren Forward"

Cells = dict[str, str]
Pair = tuple[str, str]


@cache
def table(name: str) -> tuple[Cells, ...]:
    """The rows of a file."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def known_as() -> dict[str, str]:
    """The organization that a name means, by the name in lower case."""
    own = {row["organization"].casefold(): row["organization"] for row in table("organizations")}
    return own | {row["written"].casefold(): row["organization"] for row in table("names")}


@cache
def asked(wave: str = NOW) -> dict[str, bool]:
    """Who was asked in a round, under the name of today, and whether anybody of them answered."""
    said: dict[str, bool] = {}
    for row in table("asked"):
        if row["wave"] == wave:
            name = known_as()[row["organization"].casefold()]
            said[name] = said.get(name, False) or row["answered"] == "yes"
    return said


@cache
def sector_of(wave: str = NOW) -> dict[str, str]:
    """The sector of each organization that was asked in a round."""
    sectors = {row["organization"]: row["sector"] for row in table("organizations")}
    return {name: sectors[name] for name in asked(wave)}


def answered(wave: str = NOW) -> frozenset[str]:
    """Who answered in a round."""
    return frozenset(name for name, yes in asked(wave).items() if yes)


@cache
def ties(layer: str, wave: str = NOW, combine: Callable[[Iterable[float]], float] = max) -> dict[Pair, float]:
    """Who named whom, once, with what the people of an organization said together."""
    said: dict[Pair, list[float]] = {}
    for row in table("ties"):
        if row["wave"] == wave and row["layer"] == layer and float(row["value"]) > 0:
            pair = known_as()[row["from"].casefold()], known_as()[row["to"].casefold()]
            said.setdefault(pair, []).append(float(row["value"]))
    return {pair: combine(values) for pair, values in said.items()}


@cache
def trust(wave: str = NOW) -> dict[Pair, float]:
    """Trust on four steps: of five steps from hardly (1) to fully (5); the mean where two of one organization spoke."""
    return {pair: 1 + 3 * (value - 1) / 4 for pair, value in ties("trust", wave, fmean).items()}


@cache
def carried(kind: str) -> tuple[Pair, ...]:
    """Who has which outcome, activity, seat or indicator, each once."""
    rows = (row for row in table("affiliations") if row["wave"] == NOW and row["kind"] == kind)
    return tuple(dict.fromkeys((known_as()[row["organization"].casefold()], row["item"]) for row in rows))


def holders(kind: str) -> dict[str, set[str]]:
    """Of each item of a kind, the organizations that have it."""
    who: dict[str, set[str]] = {}
    for organization, item in carried(kind):
        who.setdefault(item, set()).add(organization)
    return who


def items(kind: str) -> dict[str, str]:
    """The items of a kind in items.csv, with the outcome of each."""
    return {row["item"]: row["outcome"] for row in table("items") if row["kind"] == kind}


def sectors_among(organizations: Iterable[str]) -> set[str]:
    """The sectors of some organizations."""
    return {sector_of()[name] for name in organizations}
