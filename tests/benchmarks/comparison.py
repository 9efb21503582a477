"""Seconds of ours beside seconds of something else, and the table that shows them."""

from collections.abc import Sequence
from dataclasses import dataclass

from tests.benchmarks.timing import in_words


@dataclass(frozen=True)
class Comparison:
    """One line of the table: seconds of ours, and of what it is compared with."""

    what: str
    ours: float
    beside: str = ""
    theirs: float | None = None
    at_least: float | None = None

    @property
    def ratio(self) -> float | None:
        """How many times faster ours is."""
        return None if self.theirs is None else self.theirs / self.ours

    @property
    def missed(self) -> bool:
        """Whether ours is not as many times faster as it aims to be."""
        return self.ratio is not None and self.at_least is not None and self.ratio < self.at_least


def comparison_table(rows: Sequence[Comparison]) -> str:
    """The rows as Markdown."""
    lines = ["| | seconds | beside | seconds | times faster | aimed at |", "|---|---:|---|---:|---:|---:|"]
    for row in rows:
        theirs, ratio = in_words(row.theirs), in_words(row.ratio)
        aim = "" if row.at_least is None or row.theirs is None else f"{row.at_least:g}"
        lines.append(f"| {row.what} | {in_words(row.ours)} | {row.beside} | {theirs} | {ratio} | {aim} |")
    return "\n".join(lines) + "\n"
