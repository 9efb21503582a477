"""Surveys whose folders are planted with what they withhold: the example, and generated ones that have all of it."""

from pathlib import Path

import pandas as pd

from stakeholder_graph.generators import invent, write

EXAMPLE = Path(__file__).parents[2] / "surveys" / "wren-county"

#: Names that a verifier which knows the program's source, or common words, would take for harmless.
USUAL = ("First Baptist Church", "Housing Authority", "YMCA", "Department of Public Health", "Works", "Map")
SETTINGS = """
[layers.trust]
scale = ["no", "a little", "fully"]
promise = "backbone"
"""


def generated(folder: Path, seed: int) -> Path:
    """Write a generated survey: names that others know too, contacts, aliases, ratings, a layer of trust."""
    made = invent(16, 3, density=0.25, response=0.8, seed=seed)
    tables = dict(made.tables)
    people = tables["organizations"]
    written = list(people["organization"])
    called = dict(zip(written, [*USUAL, *(f"{name} of Place {seed}" for name in written[len(USUAL) :])], strict=True))
    tables = {
        key: frame.replace({"organization": called, "from": called, "to": called}) for key, frame in tables.items()
    }
    people, ties = tables["organizations"], tables["ties"]
    names = list(people["organization"])
    # Odd seeds let the community see some.
    people["public"] = ["yes" if seed % 2 and k % 3 == 0 else "no" for k in range(len(names))]
    people["contact"] = [f"director{k}@place{seed}.example" for k in range(len(names))]
    people["district"] = [f"District {'ABC'[k % 3]}" for k in range(len(names))]
    tables["names"] = pd.DataFrame({"written": [f"Al{seed}{k} & Co" for k in range(len(names))], "organization": names})
    rated = pd.DataFrame({"kind": "agenda", "item": ["Trust", "A shared plan"]})
    tables["items"] = pd.concat([tables["items"], rated]) if "items" in tables else rated
    answered = list(dict.fromkeys(ties["from"]))
    tables["ratings"] = pd.DataFrame(
        [(name, item, 3) for name in answered for item in rated["item"]],
        columns=["organization", "item", "value"],
    )
    tables["ties"] = pd.concat([ties, ties.assign(layer="trust", value=1)])
    write(tables, folder, made.settings + SETTINGS)
    return folder
