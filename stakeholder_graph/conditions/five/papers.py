"""Papers on file: which of those that a rubric asks for are there, and which are missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

import pandas as pd

from stakeholder_graph.conditions.rubric import read_rubric, shipped_rubrics
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
    for rubric, benchmark, *rest in zip(*(rows[name].astype(str) for name in ("rubric", *MISSING)), strict=True):
        before, colon, asked = benchmark.partition(": ")
        known = rows_of(rubric).get(benchmark.casefold())
        yield MissingPaper(known or (asked if colon else before), *rest)


@cache
def rows_of(rubric: str) -> Mapping[str, str]:
    """What the rows of a shipped rubric ask, by their ids in lower case; empty for any other rubric.

    Parameters
    ----------
    rubric : str
        Its id.
    """
    known = shipped_rubrics()
    return {row.id.casefold(): row.asked for row in read_rubric(rubric).rows} if rubric in known else {}
