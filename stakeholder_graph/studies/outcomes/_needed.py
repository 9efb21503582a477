"""What an outcome needs: who offers it and is not there yet, whom it would help, or that nobody offers it."""

from dataclasses import dataclass

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.studies.outcomes._pairs import NOT_TIED
from stakeholder_graph.studies.outcomes.assets_and_needs import NOT_THERE


@dataclass(frozen=True, slots=True)
class Needed:
    """One thing that an outcome or its team needs.

    Parameters
    ----------
    item : str
        What it is.
    offered : bool
        Whether anybody offers it.
    apart : tuple of (str, str)
        Who offers it, and who needs it, of those that do not work together.
    outside : tuple of str
        Who offers it and does not work on the outcome, or sit on its team, yet.
    """

    item: str
    offered: bool
    apart: tuple[tuple[str, str], ...] = ()
    outside: tuple[str, ...] = ()

    @property
    def could_meet(self) -> bool:
        """Whether two could be brought together for it, or somebody brought in."""
        return bool(self.apart or self.outside)


def needed_for(outcome: str, finding: Finding | None) -> tuple[Needed, ...]:
    """What an outcome needs, in the order of the list of items.

    Parameters
    ----------
    outcome : str
        Its name.
    finding : Finding or None
        Of `assets_and_needs`.

    Examples
    --------
    >>> needed_for("Reading", None)
    ()
    """
    if finding is None:
        return ()
    tables = {name: table.rows for name, table in finding.tables.items()}
    offered = [row for row in tables.get("for_outcomes", ()) if row["outcome"] == outcome]
    unmet = [str(row["item"]) for row in tables.get("unmet", ()) if row["outcome"] == outcome]
    met = (
        Needed(
            item,
            offered=True,
            apart=tuple(
                (str(row["organization"]), str(row["partner"]))
                for row in tables.get("pairs", ())
                if row["item"] == item and row["state"] == NOT_TIED
            ),
            outside=tuple(
                str(row["organization"]) for row in offered if row["item"] == item and row["state"] == NOT_THERE
            ),
        )
        for item in dict.fromkeys(str(row["item"]) for row in offered)
    )
    return (*met, *(Needed(item, offered=False) for item in dict.fromkeys(unmet)))
