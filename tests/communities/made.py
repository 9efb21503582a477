"""Invented communities that call sectors and outcomes as the presets do."""

from pathlib import Path

from stakeholder_graph.generators import invent, write

SECTORS = ("Schools", "Health", "Nonprofits", "Government", "Business")
OUTCOMES = ("Ready for kindergarten", "Early-grade reading", "Our own outcome")


def community(
    folder: Path, seed: int, *, name: str = "", n: int = 40, within: float = 0.35, response: float = 0.9, waves: int = 1
) -> Path:
    """Write a community's plain files and settings."""
    made = invent(
        n, len(SECTORS), density=0.12, within=within, response=response, outcomes=3, clusters=0, waves=waves, seed=seed
    )
    tables = {key: table.copy() for key, table in made.tables.items()}
    sectors = {f"Sector {k}": sector for k, sector in enumerate(SECTORS, 1)}
    outcomes = {f"Outcome {k}": outcome for k, outcome in enumerate(OUTCOMES, 1)}
    tables["organizations"]["sector"] = tables["organizations"]["sector"].map(sectors)
    tables["affiliations"]["item"] = tables["affiliations"]["item"].map(outcomes)
    tables["items"]["item"] = tables["items"]["item"].map(outcomes)
    settings = made.settings.replace("Invented partnership", name or folder.name)
    write(tables, folder, settings)
    return folder


def communities(folder: Path, count: int, smallest: int = 30, **kinds: float) -> list[Path]:
    """Write several, of different sizes; the last one works across sectors more than the others."""
    return [
        community(
            folder / f"Town {k:02d}",
            k,
            n=smallest + 5 * (k % 4),
            within=0.05 if k == count - 1 else 0.35,
            **kinds,  # type: ignore[arg-type]
        )
        for k in range(count)
    ]
