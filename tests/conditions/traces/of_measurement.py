"""Shared measurement and results, recounted."""

import math
from functools import cache

from tests.conditions.traces.counting import Trace
from tests.conditions.traces.example_files import Cells, holders, items, sectors_among, table

FIRST, LAST = 2020, 2025


@cache
def figures(group: str = "") -> dict[str, dict[int, Cells]]:
    """The figures of everybody, or of a group everywhere, by indicator and year."""
    found: dict[str, dict[int, Cells]] = {}
    for row in table("indicators"):
        if row["subgroup"] == group and not row["place"]:
            found.setdefault(row["indicator"], {})[int(row["period"])] = row
    return found


def core() -> list[str]:
    """All are core: the file calls none contributing."""
    assert {row["role"] for row in table("indicators")} <= {"core", ""}
    return list(dict.fromkeys(row["indicator"] for row in table("indicators")))


def with_baseline() -> list[str]:
    """Indicators with a figure of the first half of 2020 to 2025."""
    return [name for name, years in figures().items() if min(years) <= (FIRST + LAST) / 2]


def measured_outcomes() -> int:
    return len({items("indicator")[name] for name in with_baseline()} & set(items("outcome")))


def broken_down() -> int:
    """Indicators with figures of two groups of ten people or more in one year."""
    groups: dict[tuple[str, str], set[str]] = {}
    for row in table("indicators"):
        if row["subgroup"] and float(row["n"]) >= 10:
            groups.setdefault((row["indicator"], row["period"]), set()).add(row["subgroup"])
    return len({name for (name, _year), there in groups.items() if len(there) >= 2})


def fresh() -> int:
    return sum(max(years) >= LAST - 2 for years in figures().values())


def used() -> int:
    """Indicators that organizations of two sectors or more use."""
    who = holders("indicator")
    return sum(len(sectors_among(who.get(name, set()))) >= 2 for name in core())


def changed(name: str) -> str:
    """Better, same or worse than in 2020: by the change that matters where it is stated, else by 1.645 errors."""
    first, last = figures()[name][FIRST], figures()[name][LAST]
    change = float(last["value"]) - float(first["value"])
    gain = change if first["good"] == "up" else -change
    if first["matters"]:
        moved = abs(gain) >= float(first["matters"])
    else:
        parts = [float(cell["value"]) * (100 - float(cell["value"])) / float(cell["n"]) for cell in (first, last)]
        moved = abs(gain) > 1.645 * math.sqrt(math.fsum(parts))
    return "same" if not moved else "better" if gain > 0 else "worse"


def improved() -> int:
    return sum(changed(name) == "better" for name in with_baseline())


def may_have_improved() -> float:
    """All but the one that is surely worse, of those with a baseline."""
    return sum(changed(name) != "worse" for name in with_baseline()) / len(with_baseline())


def wilson(cell: Cells) -> tuple[float, float, float]:
    share, n, z = float(cell["value"]) / 100, float(cell["n"]), 1.959963984540054
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = z / (1 + z * z / n) * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return share, middle - half, middle + half


def less(one: tuple[float, float, float], other: tuple[float, float, float]) -> tuple[float, float, float]:
    """The difference of two estimates with its interval: Newcombe's for two shares, MOVER (Zou & Donner 2008)."""
    apart = one[0] - other[0]
    low = apart - math.hypot(one[0] - one[1], other[2] - other[0])
    return apart, low, apart + math.hypot(one[2] - one[0], other[0] - other[1])


def change_of_gap(name: str) -> tuple[float, float, float]:
    lower, higher = figures("Lower-income families")[name], figures("Other families")[name]
    then, now = (less(wilson(higher[year]), wilson(lower[year])) for year in (FIRST, LAST))
    return less(now, then)


def gaps() -> list[str]:
    return sorted(figures("Lower-income families"))


def surely_closed() -> int:
    return sum(change_of_gap(name)[2] < 0 for name in gaps())


def surely_moved(name: str, group: str) -> int:
    """1 where the figure of a group rose by more than its numbers vary by, -1 where it fell by more; else 0."""
    cells = [figures(group)[name][year] for year in (FIRST, LAST)]
    first, last = (float(cell["value"]) for cell in cells)
    noise = 1.645 * math.sqrt(math.fsum(float(c["value"]) * (100 - float(c["value"])) / float(c["n"]) for c in cells))
    return (last - first > noise) - (first - last > noise)


def perhaps_closed_from_below() -> tuple[float, float]:
    """From those surely closed to those that narrowed while the group worse off rose: an interval may hide these."""
    narrower = [name for name in gaps() if change_of_gap(name)[0] < 0]
    assert [name for name in narrower if surely_moved(name, "Other families") < 0] == ["Eighth-grade math"]
    rose = [name for name in narrower if surely_moved(name, "Lower-income families") > 0]
    assert rose == ["Graduated in four years"]
    return float(surely_closed()), float(len(rose))


ROWS = {
    "indicators-core": Trace(
        "not met", "is_fact", "7 of 8 (0.88)", measured_outcomes, lambda: len(items("outcome")), at_least=1
    ),
    "indicators-by-group": Trace("not met", "is_fact", "3 of 12 (0.25)", broken_down, lambda: len(core()), at_least=1),
    "indicators-fresh": Trace("shown", "is_fact", "12 of 12", fresh, lambda: len(core()), at_least=1),
    "indicators-used": Trace("not met", "is_fact", "11 of 12 (0.92)", used, lambda: len(core()), at_least=1),
    # No kind of connection in ties.csv asks about data.
    "data-exchanged": Trace("does not apply", "no_layer"),
    "data-agreement": Trace("waits for a document", "waits"),
    "report-card": Trace("waits for a document", "waits"),
    "indicators-improving": Trace(
        "shown",
        "is_certain",
        "7 of 11 (0.64; 0.64 to 0.91)",
        improved,
        lambda: len(with_baseline()),
        range=lambda: (improved() / len(with_baseline()), may_have_improved()),
        at_least=0.6,
    ),
    "gap-closes": Trace(
        "too close",
        "range_crosses",
        "0 of 3 (0 to 1)",
        surely_closed,
        lambda: len(gaps()),
        range=perhaps_closed_from_below,
        at_least=1,
    ),
}
