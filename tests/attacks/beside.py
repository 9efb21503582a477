"""What other files tell beside the room's copy: networks for other tools, findings, the copy of an earlier round."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

from tests.attacks.exported import beyond_the_map, read_export
from tests.attacks.extract import ALL_FINDINGS, extract
from tests.attacks.handed_out import FINDINGS, HandedOut
from tests.attacks.seen import Seen

#: Numbers of two files that say the same differ by less: pages and tables have four digits or more.
LEAST = 5e-5


def told_beside(held: HandedOut, seen: Seen, scratch: Path) -> list[str]:
    """What each file tells that the room's own do not."""
    told = [
        f"{key}: {more}"
        for key, files in held.exports.items()
        for more in beyond_the_map(read_export(files, scratch), held.room / "map.html")
    ]
    told += [f"findings: {more}" for more in beyond_the_tables(held.output / FINDINGS, held.room)]
    return told + [f"{folder.parent.name}: {more}" for folder in held.earlier for more in of_earlier(folder, seen)]


def of_earlier(folder: Path, seen: Seen) -> Iterator[str]:
    """Names and lines of an earlier round that the later copy does not have, or has otherwise."""
    then = extract(folder)
    yield from (f"names {name}" for name in then.organizations if name not in seen.organizations)
    for (layer, wave), drawn in then.drawn.items():
        names, later = then.organizations, seen.drawn.get((layer, wave))
        if later is None:
            continue  # it is attacked by itself
        lines = {frozenset((names[a], names[b])): k for (a, b), k in zip(drawn.lines, drawn.level, strict=True)}
        now = {
            frozenset((seen.organizations[a], seen.organizations[b])): k
            for (a, b), k in zip(later.lines, later.level, strict=True)
        }
        yield from (f"{' and '.join(sorted(pair))}: {layer} of {wave}" for pair, _ in lines.items() ^ now.items())
    for wave, listed in then.listed.items():
        yield from [f"lists {listed} in {wave}"] if seen.listed.get(wave, listed) != listed else []


def beyond_the_tables(findings: Path, room: Path) -> Iterator[str]:
    """Values of findings as JSON, for partners and the community, that are not those of the room's tables."""
    with (room / "tables" / ALL_FINDINGS).open(encoding="utf-8-sig", newline="") as table:
        known = {row["finding"]: row["value"] for row in csv.DictReader(table)}
    for path in sorted(findings.glob("*/*.json")):
        for finding in json.loads(path.read_text("utf-8"))["findings"]:
            value, listed = finding["value"], known.get(finding["id"], "")
            # The community is not told all that the room is.
            same = value is None or (listed and abs(float(listed) - value) < LEAST)
            yield from [] if same else [f"{path.parent.name}, {finding['id']}: {value}, and {listed} in the tables"]
