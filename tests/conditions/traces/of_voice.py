"""Who is at the table and continuous improvement, recounted."""

from collections import Counter
from datetime import date

from scipy.stats import beta

from tests.conditions.traces.counting import Trace
from tests.conditions.traces.example_files import holders, items, sector_of, table
from tests.conditions.traces.of_network import RESIDENTS

#: When the rounds were, by partnership.toml.
ROUNDS = (date(2024, 10, 15), date(2025, 10, 21))


def organizations_by_sector() -> Counter[str]:
    return Counter(sector_of().values())


def listed() -> dict[str, float]:
    return {row["sector"]: float(row["share"]) for row in table("sectors")}


def there(fewest: int) -> int:
    return sum(organizations_by_sector()[sector] >= fewest for sector in listed())


def months() -> float:
    return (ROUNDS[1] - ROUNDS[0]).days / (365.25 / 12)


def apart() -> float:
    among = len(sector_of())
    return max(abs(organizations_by_sector()[sector] / among - share) for sector, share in listed().items())


def apart_by_intervals() -> tuple[float, float]:
    """How far Clopper and Pearson's intervals lie from the stated shares, at their near and at their far ends."""
    among, near, far = len(sector_of()), 0.0, 0.0
    for sector, share in listed().items():
        count = organizations_by_sector()[sector]
        low = float(beta.ppf(0.025, count, among - count + 1)) if count else 0.0
        high = float(beta.ppf(0.975, count + 1, among - count)) if count < among else 1.0
        near, far = max(near, low - share, share - high), max(far, high - share, share - low)
    return near, far


def seats_of_residents() -> int:
    """Teams, and steering (which items.csv marks), with an organization of the sector Residents."""
    bodies = [*holders("team").values(), steering()]
    return sum(any(sector_of()[name] == "Residents" for name in members) for members in bodies)


def steering() -> set[str]:
    (body,) = (row["item"] for row in table("items") if row["steering"] == "yes")
    return holders("meeting")[body]


def tested_and_decided() -> int:
    """1 for a strategy that is tested, and 1 for one that was scaled, shifted or stopped."""
    stands = {row["status"] for row in table("strategies")}
    return ("test" in stands) + bool(stands & {"scale", "shift", "stop"})


def changed_within_a_year() -> int:
    since = date(2024, 10, 21)
    return sum(date.fromisoformat(row["date"]) >= since for row in table("changes"))


SEATS = Trace("not met", "is_fact", "1 of 7 (0.14)", seats_of_residents, lambda: len(items("team")) + 1, at_least=1)
TESTED = Trace("shown", "is_fact", "2 of 2", tested_and_decided, lambda: 2, at_least=2)
CHANGED = Trace("shown", "is_fact", "2 of 3", changed_within_a_year, lambda: len(table("changes")), at_least=1)

VOICE = {
    "sectors-there": Trace("not met", "is_fact", "9 of 10 (0.90)", lambda: there(1), lambda: len(listed()), at_least=1),
    "sectors-together": Trace("shown", "is_fact", "12.2", months, at_least=6),
    "sectors-not-single": Trace(
        "not met", "is_fact", "9 of 10 (0.90)", lambda: there(2), lambda: len(listed()), at_least=1
    ),
    # Shown would take every interval within .1 of its share.
    "sectors-as-community": Trace("too close", "margin_open", "0.04 (0 to 0.15)", apart, range=apart_by_intervals),
    "residents-have-seats": SEATS,
    **RESIDENTS,
}

IMPROVEMENT = {"tested-and-decided": TESTED, "system-changed": CHANGED}
