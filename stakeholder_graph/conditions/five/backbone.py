"""Backbone support: who reaches others only through it, and how far partners trust it."""

from collections.abc import Iterator
from statistics import median

from stakeholder_graph.conditions.five.counted import CountedFact, Known, rows_of
from stakeholder_graph.model.finding import Message
from stakeholder_graph.model.table import Disclosure

#: The fact of the ledger that says whom the backbone reaches.
REACH = "two_steps_of_backbone"


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
    yield from _reached(known, name)
    if dependence := known.first.get("backbone_dependence"):
        for row in rows_of(dependence):
            if row["measure"] == "largest" and float(row["with_backbone"] or 0) > 1:
                # The backbone itself is among those whom it holds together.
                said = Message("only_through", {"backbone": name}, discloses=Disclosure.ORGANIZATION)
                others = float(row["with_backbone"] or 0) - 1
                yield CountedFact(said, dependence.id, others - float(row["without_backbone"] or 0), others)
    yield from _trusted(known, name)


def _reached(known: Known, name: str) -> Iterator[CountedFact]:
    """How many of the others are within two steps of the backbone, as the ledger judges it."""
    others = len(known.partnership.graph(known.wave).names) - 1
    for row in known.ledger.rows if known.ledger else ():
        looked, value = row.criterion.finding, row.judgement.value
        if looked is not None and looked.fact == REACH and value is not None and looked.measure in known.first:
            said = Message(
                "reached" if row.judgement.fact else "reached_estimated",
                {"backbone": name},
                discloses=Disclosure.ORGANIZATION,
            )
            yield CountedFact(said, known.first[looked.measure].id, round(others * value), others)


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
