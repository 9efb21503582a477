"""Papers on file: which of those that a rubric asks for are there, and which are missing."""

from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from stakeholder_graph.graph import Partnership

#: How a paper stands that is there, as it is written.
THERE = frozenset({"met", "shown", "yes", "done", "cumplido", "sí", "si"})
MISSING = ("benchmark", "evidence", "by", "date")


@dataclass(frozen=True, slots=True)
class MissingPaper:
    """A paper that is not there.

    Parameters
    ----------
    asked : str
        What is asked for, without what stands before it: rows that carry a gateway's name show no gateway.
    known : str
        What is known of it.
    by, date : str
        Who said so, and when; blank where nobody says.
    """

    asked: str
    known: str
    by: str
    date: str


@dataclass(frozen=True, slots=True)
class Papers:
    """How many papers are asked for and are there, and those that are not."""

    there: int
    asked: int
    missing: tuple[MissingPaper, ...]


def papers(partnership: Partnership, wave: str) -> Papers | None:
    """What evidence.csv says of one wave.

    Parameters
    ----------
    partnership : Partnership
        Its list of evidence.
    wave : str
        Rows of other waves are left out; rows without a wave are of all.

    Returns
    -------
    Papers or None
        None where the list is empty.
    """
    frame = partnership.lists.get("evidence")
    if frame is None:
        return None
    rows = frame[frame["wave"].fillna("").isin(["", wave])].fillna("")
    if rows.empty:
        return None
    missing = rows[~rows["status"].str.strip().str.casefold().isin(THERE)]
    return Papers(len(rows) - len(missing), len(rows), tuple(_missing(missing)))


def _missing(rows: pd.DataFrame) -> Iterator[MissingPaper]:
    for benchmark, *rest in zip(*(rows[name].astype(str) for name in MISSING), strict=True):
        before, colon, asked = benchmark.partition(": ")
        yield MissingPaper(asked if colon else before, *rest)
