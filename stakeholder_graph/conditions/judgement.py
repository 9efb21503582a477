"""What is judged and what is decided: the values that the ledger puts side by side."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from stakeholder_graph.conditions.criterion import GATEWAYS, Criterion
from stakeholder_graph.conditions.rubric import Rubric
from stakeholder_graph.conditions.settler import Settler
from stakeholder_graph.model.finding import Interval, Message
from stakeholder_graph.model.html_table import html_table
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.text import translate

if TYPE_CHECKING:
    import pandas as pd

Verdict = Literal["shown", "not met", "too close", "too few answers", "waits for a document", "does not apply"]

SHOWN: Verdict = "shown"
NOT_MET: Verdict = "not met"
TOO_CLOSE: Verdict = "too close"
TOO_FEW: Verdict = "too few answers"
WAITS: Verdict = "waits for a document"
NOT_HERE: Verdict = "does not apply"
VERDICTS: tuple[Verdict, ...] = (SHOWN, NOT_MET, TOO_CLOSE, TOO_FEW, WAITS, NOT_HERE)
#: Verdicts that answers and lists settle: who decides otherwise overrules them.
FIRM = frozenset({SHOWN, NOT_MET})
#: So many rows, at most, are for one meeting.
MOST_DISCUSSED = 10
#: Verdicts of rows that something could still settle.
OPEN_VERDICTS = frozenset({TOO_CLOSE, TOO_FEW, WAITS})


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the tool proposes for a row.

    Parameters
    ----------
    verdict : str
        One of `VERDICTS`.
    because : Message
        Why, as an id with fields; `stakeholder_graph.conditions.reasons` has the words.
    value : float, optional
        What was found; None where there is nothing.
    range : interval, optional
        Between what it lies: 5 % to 95 % of imputations, or what the noise of indicators allows.
    threshold : float, optional
        What it was held against.
    numerator, denominator : float, optional
        What a share is made of.
    p, p_adjusted : float, optional
        Of a test: by itself, and corrected by Holm over the rows of the rubric that have one.
    fact : bool
        Whether nothing had to be guessed, since everybody answered or since a list says it.
    turns : int, optional
        Of a fact: how many answers would turn the verdict.
    finding : str
        The id of the finding that it rests on, or of the fact; blank for a document.
    absent : str
        The list or kind of tie that is missing.
    """

    verdict: Verdict
    because: Message
    value: float | None = None
    range: Interval | None = None
    threshold: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    p: float | None = None
    p_adjusted: float | None = None
    fact: bool = False
    turns: int | None = None
    finding: str = ""
    absent: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What people decided of a row.

    Parameters
    ----------
    row : str
        The id of the criterion.
    status : str
        One of `VERDICTS`.
    evidence, link : str
        What it rests on: a document, and where it is.
    decided_by, reviewed_by : str
        Who decided, and who else looked.
    decided_on : str
        ISO date.
    reason : str
        Why, above all where it differs from what the tool proposes.
    wave : str
        The round of the survey that it was decided on; blank for all.
    """

    row: str
    status: Verdict
    evidence: str = ""
    link: str = ""
    decided_by: str = ""
    reviewed_by: str = ""
    decided_on: str = ""
    reason: str = ""
    wave: str = ""


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """A criterion with what the tool proposes and what people decided, side by side.

    Parameters
    ----------
    criterion : Criterion
        What is asked.
    judgement : Judgement
        What the tool proposes.
    decision : Decision, optional
        What people decided; None where they have not.
    settles : tuple of Settler
        What could settle it, while it is open, as far as that was asked for.
    """

    criterion: Criterion
    judgement: Judgement
    decision: Decision | None = None
    settles: tuple[Settler, ...] = ()

    @property
    def verdict(self) -> Verdict:
        """What counts: what people decided or, before that, what the tool proposes."""
        return self.decision.status if self.decision else self.judgement.verdict

    @property
    def open(self) -> bool:
        """Whether something could still settle the row."""
        return self.verdict in OPEN_VERDICTS and self.criterion.direction != "not scored"

    @property
    def set_aside(self) -> bool:
        """Whether people decided that the row does not apply here."""
        return self.decision is not None and self.decision.status == NOT_HERE

    @property
    def changed(self) -> bool:
        """Whether people decided against a firm verdict of the tool: against what answers and lists say."""
        firm = self.judgement.verdict in FIRM
        return self.decision is not None and firm and self.decision.status != self.judgement.verdict

    @property
    def for_information(self) -> bool:
        """Whether the row shows a number that nothing is held against."""
        return self.criterion.direction == "not scored" and self.judgement.value is not None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All rows of a rubric for one partnership in one wave.

    Parameters
    ----------
    rubric : Rubric
        What is asked.
    partnership, wave : str
        Of whom, and when.
    rows : tuple of LedgerRow
        In the order of the rubric.
    problems : tuple of Problem
        What is wrong with decisions, each with its file, row and column. Decisions that do not count are left out.
    closes : str
        The day after which an answer is late; blank where none is stated.
    late : tuple of str
        Organizations whose answer came after that day; for the backbone's desk alone.
    """

    rubric: Rubric
    partnership: str
    wave: str
    rows: tuple[LedgerRow, ...]
    problems: tuple[Problem, ...] = ()
    closes: str = ""
    late: tuple[str, ...] = ()
    counts: Mapping[Verdict, int] = field(init=False)

    def __post_init__(self) -> None:
        verdicts = [row.verdict for row in self.rows if row.criterion.direction != "not scored"]
        object.__setattr__(self, "counts", MappingProxyType({word: verdicts.count(word) for word in VERDICTS}))

    def __repr__(self) -> str:
        shown = self.counts[SHOWN]
        return f"<Ledger of {self.partnership}, wave {self.wave}: {shown} of {self.scored} rows shown>"

    def _repr_html_(self) -> str:
        """A row of the rubric a row: what is asked, what counts, and what the tool proposes where people decided."""
        rows = []
        for row in self.rows:
            proposed = row.judgement.verdict if row.decision else ""
            rows.append([row.criterion.id, translate(row.criterion.asked), row.verdict, proposed])
        return html_table(["row", "asked", "verdict", "proposed"], rows, f"{self.partnership}, {self.wave}")

    def to_frame(self) -> "pd.DataFrame":
        """One row of the rubric a row, indexed by its id.

        Returns
        -------
        DataFrame
            Columns condition, verdict, proposed, decided, value, threshold, p.
        """
        import pandas as pd

        rows = {
            row.criterion.id: {
                "condition": row.criterion.condition,
                "verdict": row.verdict,
                "proposed": row.judgement.verdict,
                "decided": row.decision is not None,
                "value": row.judgement.value,
                "threshold": row.judgement.threshold,
                "p": row.judgement.p,
            }
            for row in self.rows
        }
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("row")

    def __getitem__(self, row: str) -> LedgerRow:
        """The row of an id."""
        return self.rows[self.rubric.ids.index(self.rubric[row].id)]

    @property
    def overruled(self) -> tuple[LedgerRow, ...]:
        """Rows that people decided against what answers and lists say."""
        return tuple(row for row in self.rows if row.changed)

    @property
    def set_aside(self) -> tuple[LedgerRow, ...]:
        """Rows that people decided do not apply here."""
        return tuple(row for row in self.rows if row.set_aside and row.criterion.direction != "not scored")

    @property
    def to_discuss(self) -> tuple[LedgerRow, ...]:
        """Rows for the next meeting: those of which the tool says something else now, then open ones; ten at most."""
        changed = list(self.overruled)
        waiting = [row for row in self.rows if row.open and not row.changed]
        return (*changed, *waiting)[:MOST_DISCUSSED]

    @property
    def for_the_room(self) -> tuple[LedgerRow, ...]:
        """Rows that may leave the backbone's desk, by their verdict alone."""
        return tuple(row for row in self.rows if row.criterion.open_to_all)

    @property
    def scored(self) -> int:
        """How many rows apply here and are scored: what "11 of 14 shown" counts."""
        return sum(self.counts.values()) - self.counts[NOT_HERE]

    @property
    def gateways(self) -> Mapping[str, bool]:
        """Of each gateway that the rubric has rows of, whether all of them, and all before, are shown.

        A row keeps none shut of which people decided that it does not apply here; a list that is missing does. This is
        for whoever lists the rows that are missing: the name of a gateway is never a result.
        """
        passed: dict[str, bool] = {}
        there = True
        for gateway in GATEWAYS:
            rows = [row for row in self.rows if row.criterion.gateway == gateway]
            if rows:
                there = there and all(row.verdict == SHOWN or row.set_aside for row in rows)
                passed[gateway] = there
        return passed
