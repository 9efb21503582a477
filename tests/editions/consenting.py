"""Surveys in which some organizations did not agree to be named, and the same in which they did not answer at all."""

import csv
import io
import random
from collections.abc import Collection

CONSENT = "May we show your organization by name on the map?"
NAMES = tuple(f"Place {k:02d}" for k in range(1, 25))
GOALS = ("Early grades", "Health", "Jobs")
SETTINGS = f"""
name = "Ours"
[[question]]
kind = "identity"
question = "Your organization"
several_answers = "latest"
[[question]]
kind = "consent"
question = "{CONSENT}"
[[question]]
kind = "tie"
question = "Works with"
layer = "contact"
promise = "named with strength"
scale = ["never", "yearly", "monthly", "weekly"]
[[question]]
kind = "outcome"
question = "Goals"
promise = "named"
[[question]]
kind = "attribute"
question = "Town"
[[wave]]
name = "2026"
files = ["export.csv"]
"""


def as_export(
    *,
    refusing: Collection[str] = (),
    silent: Collection[str] = (),
    refusal: str = "No",
    twice: Collection[str] = (),
    listed: bool = True,
    directed: bool = True,
    seed: int = 0,
) -> dict[str, str]:
    """A survey export, and the list of organizations unless the export alone says who there is."""
    rng = random.Random(seed)
    header = ["Timestamp", "Your organization", CONSENT, "Town", *(f"Works with [{name}]" for name in NAMES), "Goals"]
    rows = [header]
    for k, name in enumerate(NAMES):
        for day in (k + 1, 27):
            answers = ["" if other == name else str(rng.choice([0, 0, 0, 0, 1, 2, 3])) for other in NAMES]
            goals = ";".join(goal for goal in GOALS if rng.random() < 0.6) or "Health"
            agreed = refusal if name in refusing else "Yes"
            row = [f"2026-03-{day:02d} 10:00:00", name, agreed, rng.choice(["Oak", "Elm"]), *answers, goals]
            if name not in silent and (day < 27 or name in twice):
                rows.append(row)
    files = {"export.csv": _text(rows), "partnership.toml": SETTINGS}
    if not directed:
        files["partnership.toml"] = f"directed = false\n{SETTINGS}"
    if listed:
        files["organizations.csv"] = _list(["yes"] * len(NAMES), consent=False)
    return files


def as_plain_files(*, refusing: Collection[str] = (), silent: Collection[str] = (), seed: int = 0) -> dict[str, str]:
    """Plain files: the list says who may be named, ties and what organizations work on are answers."""
    rng = random.Random(seed)
    ties, work = [["from", "to", "value"]], [["organization", "kind", "item"]]
    for name in NAMES:
        partners = [(other, rng.choice([1, 2, 3])) for other in NAMES if other != name and rng.random() < 0.4]
        goals = [goal for goal in GOALS if rng.random() < 0.6]
        if name not in silent:
            ties += [[name, other, str(value)] for other, value in partners]
            work += [[name, "outcome", goal] for goal in goals]
    answered = ["no" if name in silent else "yes" for name in NAMES]
    agreed = ["no" if name in refusing else "yes" for name in NAMES]
    return {
        "organizations.csv": _list(answered, consent=True, agreed=agreed),
        "ties.csv": _text(ties),
        "affiliations.csv": _text(work),
        "partnership.toml": 'name = "Ours"\n',
    }


def _list(answered: list[str], *, consent: bool, agreed: list[str] | None = None) -> str:
    rows = [["organization", "sector", "public", *(["answered", "may be named"] if consent else [])]]
    for k, name in enumerate(NAMES):
        more = [answered[k], (agreed or answered)[k]] if consent else []
        rows.append([name, "ABC"[k % 3], "yes" if k % 4 else "no", *more])
    return _text(rows)


def _text(rows: list[list[str]]) -> str:
    written = io.StringIO(newline="")
    csv.writer(written).writerows(rows)
    return written.getvalue()
