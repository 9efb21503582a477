"""What organizations answered about one item of the agenda, and what can be said of it."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.inference.imputation.hot_deck import hot_deck
from stakeholder_graph.measures._columns import NOT_KNOWN, ORGANIZATIONS, TOO_CLOSE, VERDICT
from stakeholder_graph.measures.agenda._agreement import a_wg, agreement_a, average_deviation, r_wg
from stakeholder_graph.model.cells import plain
from stakeholder_graph.model.table import Column, Row
from stakeholder_graph.text import N_

AGREED, AGAINST, CAMPS = N_("agreed"), N_("most are against"), N_("two camps")
MIXED = N_("opinions differ")
#: With fewer answers nothing is said where others are missing; where none is missing, three are enough.
FEWEST, FEWEST_OF_ALL = 10, 3
#: A quarter of the answers is a camp, or an opposition.
CAMP = 0.25
#: What is said of an item holds in so many of the ways in which the rest might answer.
HOLDS = 0.9

ITEM = Column("item", N_("Which"), "text")
ANSWER, SIDE = Column("answer", N_("Answer"), "text"), Column("side", N_("Which side"), "term")
ITEMS = (
    ITEM,
    Column("answers", N_("Answers"), "count"),
    Column("mean", N_("Mean"), "number"),
    Column("agree", N_("Share that agree"), "index"),
    Column("disagree", N_("Share that disagree"), "index"),
    VERDICT,
)
ANSWERS = (ITEM, Column("value", N_("Its number on the scale"), "number"), ANSWER, SIDE, ORGANIZATIONS)
INDICES = (
    ITEM,
    Column("a_wg", N_("a_wg"), "index"),
    Column("r_wg", N_("r_wg, at least 0"), "index"),
    Column("r_wg_unclamped", N_("r_wg"), "index"),
    Column("ad", N_("Average deviation"), "number"),
    Column("agreement_a", N_("Agreement A"), "index"),
)
RANGES = (
    ITEM,
    Column("mean_low", N_("Mean, at least"), "number"),
    Column("mean_high", N_("Mean, at most"), "number"),
    Column("agree_low", N_("Share that agree, at least"), "index"),
    Column("agree_high", N_("Share that agree, at most"), "index"),
    Column("mean_like_low", N_("Mean, likely at least"), "number"),
    Column("mean_like_high", N_("Mean, likely at most"), "number"),
    Column("agree_like_low", N_("Share that agree, likely at least"), "index"),
    Column("agree_like_high", N_("Share that agree, likely at most"), "index"),
    Column("agreement_a_like_low", N_("Agreement A, likely at least"), "index"),
    Column("agreement_a_like_high", N_("Agreement A, likely at most"), "index"),
)


@dataclass(frozen=True, eq=False)
class ItemAnswers:
    """What organizations answered about one item; NaN where they have not."""

    name: str
    ratings: NDArray[np.float64]
    scale: pd.DataFrame
    sector: NDArray[np.intp]
    seed: int

    @cached_property
    def steps(self) -> NDArray[np.float64]:
        return np.sort(self.scale["value"].to_numpy(dtype=np.float64))

    @cached_property
    def given(self) -> NDArray[np.float64]:
        return np.sort(self.ratings[~np.isnan(self.ratings)])

    @property
    def missing(self) -> int:
        return len(self.ratings) - len(self.given)

    @cached_property
    def position(self) -> NDArray[np.float64]:
        """Where each step lies: below 0 is no, 0 is neither, above 0 is yes."""
        return np.linspace(-0.5, 0.5, len(self.steps)) * (len(self.steps) - 1)

    @cached_property
    def r_wg(self) -> float:
        return r_wg(self.given, self.steps.tolist())

    @cached_property
    def draws(self) -> NDArray[np.float64]:
        """The answers of all, as they might be; one row where none is missing."""
        return hot_deck(self.ratings, self.sector, seed=self.seed) if self.missing else self.given[None, :]

    def counts(self, answers: NDArray[np.float64]) -> NDArray[np.intp]:
        """How many answered at each step."""
        return np.asarray((answers[..., None] == self.steps).sum(axis=-2))

    @cached_property
    def verdict(self) -> str:
        if len(self.given) < (FEWEST if self.missing else FEWEST_OF_ALL):
            return NOT_KNOWN
        verdict = self._verdict(self.counts(self.given))
        same = np.mean([self._verdict(counts) == verdict for counts in self.counts(self.draws)])
        return verdict if same >= HOLDS else TOO_CLOSE

    def _verdict(self, counts: NDArray[np.intp]) -> str:
        share = counts / counts.sum()
        yes, no = share[self.position > 0].sum(), share[self.position < 0].sum()
        # Of an even number of steps the two in the middle are no camp: "rather yes" and "rather no" are close.
        apart = 0.5 if len(share) > 2 else 0.0
        for_it, against_it = counts[self.position > apart].sum(), counts[self.position < -apart].sum()
        smaller, between = min(for_it, against_it), counts.sum() - for_it - against_it
        if smaller >= CAMP * counts.sum() and 2 * between < smaller:
            return CAMPS
        if yes > 0.5 and no <= CAMP:
            return AGREED
        return AGAINST if no > 0.5 and yes <= CAMP else MIXED

    @property
    def row(self) -> Row:
        share = self.counts(self.given) / len(self.given)
        return {
            "item": self.name,
            "answers": len(self.given),
            "mean": plain(self.given.mean()),
            "agree": plain(share[self.position > 0].sum()),
            "disagree": plain(share[self.position < 0].sum()),
            "verdict": self.verdict,
        }

    @property
    def answers(self) -> tuple[Row, ...]:
        named = self.scale.sort_values("value", kind="stable")["name"]
        rows = zip(self.steps, named, self.position, self.counts(self.given), strict=True)
        return tuple(
            {
                "item": self.name,
                "value": plain(value),
                "answer": str(name),
                "side": "yes" if position > 0 else "no" if position < 0 else "neither",
                "organizations": plain(count),
            }
            for value, name, position, count in rows
        )

    @property
    def indices(self) -> Row:
        indices = {
            "a_wg": a_wg(self.given, self.steps[0], self.steps[-1]),
            "r_wg": max(self.r_wg, 0.0) if np.isfinite(self.r_wg) else np.nan,
            "r_wg_unclamped": self.r_wg,
            "ad": average_deviation(self.given),
            "agreement_a": agreement_a(self.counts(self.given)),
        }
        return {"item": self.name, **{name: plain(value) for name, value in indices.items()}}

    @property
    def ranges(self) -> Row:
        """What the missing answers could do: at the most, and most likely."""
        n, q, total = len(self.ratings), self.missing, self.given.sum()
        yes = self.counts(self.given)[self.position > 0].sum()
        ends = {
            "mean_low": (total + q * self.steps[0]) / n,
            "mean_high": (total + q * self.steps[-1]) / n,
            "agree_low": yes / n,
            "agree_high": (yes + q) / n,
        }
        if len(self.given) >= FEWEST:
            drawn = self.counts(self.draws)
            likely = {
                "mean": self.draws.mean(axis=1),
                "agree": drawn[:, self.position > 0].sum(axis=1) / n,
                "agreement_a": [agreement_a(counts) for counts in drawn],
            }
            for name, values in likely.items():
                ends[f"{name}_like_low"], ends[f"{name}_like_high"] = np.quantile(values, (0.05, 0.95))
        return {"item": self.name, **{name: plain(value) for name, value in ends.items()}}
