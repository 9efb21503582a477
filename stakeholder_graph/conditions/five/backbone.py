"""Backbone support: who would still reach each other without it, and how far partners trust it."""

from collections.abc import Iterator
from statistics import median

from stakeholder_graph.conditions.five.counted import CountedFact, Known, rows_of
from stakeholder_graph.model.finding import Message
from stakeholder_graph.model.table import Disclosure


def backbone(known: Known) -> Iterator[CountedFact]:
    """What is counted of the backbone's support.

    Parameters
    ----------
    known : Known
        One wave.
    """
    name = known.backbone
    if name is None:
        return
    if dependence := known.first.get("backbone_dependence"):
        for row in rows_of(dependence):
            if row["measure"] == "largest" and float(row["with_backbone"] or 0) > 1:
                # The backbone itself is among those whom it holds together.
                said = Message("without_backbone", {"backbone": name}, discloses=Disclosure.ORGANIZATION)
                without, others = float(row["without_backbone"] or 0), float(row["with_backbone"] or 0) - 1
                yield CountedFact(said, dependence.id, without, others)
    yield from _trusted(known, name)


def backbone_unknown(known: Known) -> Iterator[Message]:
    """What nobody has told yet."""
    if known.backbone is None:
        yield Message("no_backbone")
    elif "backbone_dependence" in known.first and not known.rows("backbone_dependence"):
        yield Message("backbone_silent")


def _trusted(known: Known, name: str) -> Iterator[CountedFact]:
    trust = known.first.get("trust")
    if trust is None:
        return
    scores = {str(row["organization"]): row[trust.name] for row in rows_of(trust) if row[trust.name] is not None}
    ends = next(iter(rows_of(trust, "network")), None)
    others = [float(score or 0) for organization, score in scores.items() if organization != name]
    if name in scores and others and ends and ends["low"] is not None and ends["high"] is not None:
        said = Message(
            "backbone_trusted", {"backbone": name, "typical": median(others)}, discloses=Disclosure.ORGANIZATION
        )
        yield CountedFact(said, trust.id, float(scores[name] or 0), float(ends["high"]), float(ends["low"]))
