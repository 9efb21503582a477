"""What bright spots do: how many of them and of all others have each practice, and who else could try it."""

import re
from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from stakeholder_graph.frames import natural
from stakeholder_graph.measures.results._by_place.comparison import INDICATOR, ComparedPlaces
from stakeholder_graph.model.table import Column, Row
from stakeholder_graph.text import N_

IN_COMMON = (
    INDICATOR,
    Column("practice", N_("Practice"), "text"),
    Column("spots_with", N_("Bright spots with it"), "count"),
    Column("spots", N_("Bright spots"), "count"),
    Column("others_with", N_("Other places with it"), "count"),
    Column("others", N_("Other places"), "count"),
)
LACKING = (
    INDICATOR,
    Column("practice", N_("Practice"), "text"),
    Column("place", N_("Places whose list does not have it"), "text"),
)


def in_common(made: ComparedPlaces, frame: pd.DataFrame | None) -> Iterator[Row]:
    """Count the practices of the places that are named, and how many others have each.

    Parameters
    ----------
    made : ComparedPlaces
        Of two years; of one nobody is named.
    frame : DataFrame or None
        The list of places.
    """
    practices, (spots, others) = _practices(frame), _named_and_others(made)
    for practice in _of_spots(spots, practices):
        with_it = {place for place, listed in practices.items() if practice in listed}
        yield {
            "indicator": made.indicator.name,
            "practice": practice,
            "spots_with": len(spots & with_it),
            "spots": len(spots),
            "others_with": len(others & with_it),
            "others": len(others),
        }


def lacking(made: ComparedPlaces, frame: pd.DataFrame | None) -> Iterator[Row]:
    """List who lacks a practice that most bright spots have and others have less often: whatever their own results.

    Parameters
    ----------
    made : ComparedPlaces
        Of two years; of one nobody is named.
    frame : DataFrame or None
        The list of places.
    """
    practices, (spots, others) = _practices(frame), _named_and_others(made)
    for row in in_common(made, frame):
        with_it, of_others = (int(row[name] or 0) for name in ("spots_with", "others_with"))
        if 2 * with_it < len(spots) or with_it * len(others) <= of_others * len(spots):
            continue
        for place in sorted(others, key=natural):
            if row["practice"] not in practices.get(place, ()):
                yield {"indicator": row["indicator"], "practice": row["practice"], "place": place}


def _named_and_others(made: ComparedPlaces) -> tuple[set[str], set[str]]:
    if made.parts is None or not made.chosen.any():
        return set(), set()
    spots = {made.figures.places[k] for k in np.flatnonzero(made.chosen)}
    return spots, set(made.figures.places) - spots


def _of_spots(spots: set[str], practices: Mapping[str, tuple[str, ...]]) -> dict[str, None]:
    return dict.fromkeys(practice for place in sorted(spots) for practice in practices.get(place, ()))


def _practices(frame: pd.DataFrame | None) -> Mapping[str, tuple[str, ...]]:
    if frame is None or "practices" not in frame:
        return {}
    listed: dict[str, dict[str, None]] = {}
    for place, text in zip(frame["place"].astype(str), frame["practices"].fillna("").astype(str), strict=True):
        listed.setdefault(place, {}).update(dict.fromkeys(filter(None, map(str.strip, re.split(r"[;|]", text)))))
    return {place: tuple(practices) for place, practices in listed.items()}
