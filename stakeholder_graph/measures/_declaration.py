"""What a measure declares besides its code: what it needs, what it is tested against, how pages show and word it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from stakeholder_graph.frames.arrays import Floats, Ints
from stakeholder_graph.graph.layer import Layer
from stakeholder_graph.inference.imputation.impute import Ranges
from stakeholder_graph.inference.rates.ratio_change import PerDyad
from stakeholder_graph.measures._needs import Need
from stakeholder_graph.model.finding import Finding, Interval, Message
from stakeholder_graph.model.table import Disclosure, Row


@dataclass(frozen=True, kw_only=True)
class LabelPermutation:
    """How statistics read off mixing matrices, or off labels, for the null in which labels are permuted.

    Parameters
    ----------
    statistic : callable, optional
        ``(layer, mixing) -> values``: from counts of ties by pair of sectors, shape (..., S, S), to the measure's
        value, shape (...); the layer says what does not change, such as whether ties have a direction.
    expected : callable, optional
        ``(layer) -> float``: the exact mean under the null.
    cells : callable, optional
        ``(layer, mixing) -> values``: one statistic for each row of the main table, shape (..., rows); the
        runner adds the columns p, p_adjusted (step-down min-P over the judged rows), p_rewired (with ties rewired) and
        p_rewired_adjusted (over the judged rows that stand out by themselves) to that table, which has a column
        `expected`.
    judged : callable, optional
        ``(row) -> bool``: which rows are tested together; by default all. The others have no p_adjusted.
    verdict : callable, optional
        ``(row) -> str``: the last column of the main table, once both adjusted p are known.
    value : callable, optional
        ``(rows) -> float``: the measure's value, where it counts verdicts.
    relabelled : callable, optional
        ``(layer, labels) -> values``: for statistics that mixing matrices do not determine; from labels, shape
        (b, n), to one statistic for each row of the table `network`, shape (b, rows). The runner adds the columns
        by_chance (the mean), p and p_adjusted to that table.
    inside_alone : bool
        Whether `statistic` and `cells` look at nothing of a mixing matrix but its trace and its sum, so that only ties
        within sectors and across have to be counted.
    """

    statistic: Callable[[Layer, Any], Any] | None = None
    expected: Callable[[Layer], float] | None = None
    cells: Callable[[Layer, Any], Any] | None = None
    judged: Callable[[Row], bool] = lambda row: True
    verdict: Callable[[Row], str] | None = None
    value: Callable[[Sequence[Row]], float] | None = None
    relabelled: Callable[[Layer, Any], Any] | None = None
    inside_alone: bool = False


@dataclass(frozen=True, kw_only=True)
class RewiredTies:
    """How a measure is held against networks with its ties rewired, all degrees and reciprocity kept.

    Parameters
    ----------
    statistics : callable
        ``(layer, networks) -> values``: the measure's value in each of several networks of other ties between the
        organizations of the layer, the ends of each of shape (2, m), undirected ones once. The runner adds the test,
        and expected, sd and p to the table `network`.
    unclear : callable
        ``(finding) -> Finding``: what is left of a finding that does not differ from rewired networks, or could not be
        held against them.
    """

    statistics: Callable[[Layer, Sequence[Ints]], list[float]]
    unclear: Callable[[Finding], Finding]


#: Null models that a measure tests against by itself; its formula says how.
OwnNull = Literal["attribute permutation", "binomial", "curveball", "dyadic robust", "MRQAP", "QAP", "rewired"]


@dataclass(frozen=True)
class Chart:
    """How pages draw a finding.

    Parameters
    ----------
    kind : str
        A name in the registry of charts, such as ``"bars"``; ``"none"`` for no chart.
    columns : mapping of str to str
        For charts of any table: which column plays which part.
    title : str
        What it shows, where the measure's own title does not say it; a message id of the catalogue.
    usual : str
        What would be usual, where a chart compares with it; a message id of the catalogue.
    """

    kind: str
    columns: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    usual: str = ""


#: What other parts of the package look for among findings, whichever measure says it: who answered, which groups work
#: on the same outcomes, how many ties there are, which pairs of sectors have more or fewer ties than chance, which
#: sectors are missing, in which order to hear from those who have not answered, who is the only link to others, what
#: would be left without the backbone, and what changed since the wave before: in all, and between whom.
MeasureRole = Literal[
    "response",
    "groups",
    "number of ties",
    "sector pairs",
    "missing sectors",
    "calls",
    "only links",
    "without backbone",
    "change",
    "group change",
    "check of ranges",
]


@dataclass(frozen=True, kw_only=True)
class Declaration:
    """What a measure declares.

    Parameters
    ----------
    section : str
        The section of the report that it stands in, one of `SECTIONS` or a new one.
    title, question, how_to_read, formula, undefined : str
        In plain words, message ids of the catalogue; `formula` for the evaluator.
    how_to_read_copy : str
        How to read it in a copy beyond the backbone's desk; by default as `how_to_read`.
    how_to_read_lists, formula_lists : str
        The same where lists say who takes part in what and nobody was asked about ties; by default no different.
    unit : str
        Of the value.
    bounds : tuple of (float or None)
        The least and the greatest the value can be; None for no limit.
    references : tuple of str
        The literature.
    messages : mapping of str to str
        Message ids of the catalogue for the messages of this measure, by the id that `reading` and caveats use, with
        ``{field}`` to fill in. ``displayed`` says what a displayed value counts, ``low_end`` and ``high_end`` what the
        bounds mean; a key that is the name of a table is its caption. What ends in ``_on_lines`` is said in a copy
        beyond the backbone's desk, in place of the message without that ending; what ends in ``_listed`` where nobody
        was asked; what ends in ``_mentions`` where each report counts by itself, so that a pair may count twice.
    reading : callable
        ``(finding) -> Message``: what the finished finding says.
    questions : tuple of str
        Questions for the room.
    questions_after : mapping of str to tuple of str
        By the id of a reading, the questions that it raises in place of these; none where there is nothing to ask.
    guess : str
        What a room guesses before its headline is shown, where that tells how many of 100; blank where nobody can.
    needs : tuple of Need
        What the layer must have, in this order; else the measure is undefined and a caveat says why.
    among_answered : bool or callable
        Whether the function is handed the layer among those who answered only, or ``(layer) -> bool``; its tables by
        organization then gain rows for the others, and a caveat says so.
    names_need_half : bool
        Whether tables that name organizations are left out where fewer than half answered.
    statistic : callable, optional
        ``(layer) -> float``: the value alone, for a layer with everything observed; the runner uses it for
        estimate and range.
    together : callable, optional
        ``(layers) -> values``: the statistic of several layers of the same organizations, where that is quicker than
        one at a time.
    scores : callable, optional
        ``(layers) -> values``, shape (n,) of each of several layers of the same organizations: where the value is the
        largest of one score for each organization, and the reading names whose it is, these scores. The runner adds
        `first_in` to the table `network`: the share of imputations in which the same organization is first.
    per_dyad : callable, optional
        ``(layer) -> PerDyad``: the value as a ratio of two sums over dyads, by which a change between two waves
        is tested.
    certain : callable, optional
        ``(layer) -> (low, high)``: between what the value must lie whatever those who have not answered would say,
        without any assumption; None where even that is undefined.
    where_limited : "withheld" or callable, optional
        What becomes of the value where many respondents named as many as they were allowed: withheld, or estimated by
        ``(layer, draws, seed) -> ranges``; by default it is as observed.
    hangs_on_largest : bool
        Whether the value is decided by the one organization with most ties, so that it has no range as long as the
        organization named most has not answered.
    cost : float
        How many times as long as a plain measure it usually takes in a network of 500 organizations, for whoever
        watches; in another size more or less in proportion.
    ranged_up_to : int, optional
        Above so many organizations the value is estimated, or a range would take too long; there is none then.
    no_range : str
        Why there is no range, where `statistic` is absent; a message id.
    null : LabelPermutation, RewiredTies or str, optional
        What the value is tested against: labels that the runner permutes, ties that it rewires, or the
        null model of the measure's own test.
    headline : bool
        Whether page one may rest on its test. At most twelve measures do, named before any data are seen: their tests
        are corrected together.
    headline_p : callable, optional
        ``(finding) -> float or None``: the p that its claims rest on, where that is neither the finding's own test nor
        the smallest corrected p in its tables.
    claims : tuple of str
        What the ids of those messages begin with that say more than was counted: that something differs from chance.
        Their tests are one family a report; a claim that does not survive the correction is told as too close to call.
    restates : str or callable
        Of a measure whose claim says in other numbers what another measure tests: the name of that one, or
        ``(finding) -> name``, blank where this finding says something of its own. It is no test more for the family,
        and its claim stands only where that of the other does, in the kind of tie that its reading speaks of.
    on_lines : bool
        Of a measure with a null model: whether its test holds on lines that anybody may see and lists that the backbone
        keeps, so that a copy beyond the backbone's desk may run it. Without a null model every measure is computed.
    counted_on_lines : bool
        Of a measure with a null model that does not hold on lines: whether a copy beyond the backbone's desk counts on
        lines what it counts, without its test.
    supporting : bool
        Whether it serves the evaluator: folded away in the report, and never on page one.
    says_of_no_ties : bool
        Whether what it says tells something of a layer without a single tie; else it says nothing there.
    whole_network : bool
        Whether its value describes the network as a whole, so that studies compute it again without the backbone.
    group : bool
        Whether it compares sectors, or whatever organizations are grouped by.
    chart : Chart
        How pages draw it; by default on a line between its bounds.
    page : str
        The page of the report that tells it in a sentence and a picture, one of `PAGES`; by default only the appendix.
    on_map : {"sectors", "alike", "group", "listed"}, optional
        What of its headline a map shows: the lines within sectors or across them; the lines between those who have in
        common what it names; the members of the group it names; the organizations of its table `only_through`.
    role : str, optional
        What other parts of the package look for in it.
    displayed : callable, optional
        ``(finding, value) -> float``: the value as pages show it, where that is not in its own unit.
    disclosure : Disclosure
        What the value itself speaks of; tables say theirs.
    counts : {"answers", "organizations", "seats"}
        What a count is made of: what organizations answered, the list of organizations, or who sits in which team.
    reads : tuple of str
        Kinds of affiliation that it reads, and ``rating``; what was promised of these counts.
    asks : {"ties", "trust", "value"}
        Of a measure over several layers: what these ask about; of ties, those that everyone was asked about.
    """

    section: str
    title: str
    question: str
    how_to_read: str
    how_to_read_copy: str = ""
    how_to_read_lists: str = ""
    formula: str
    formula_lists: str = ""
    undefined: str
    unit: str
    bounds: tuple[float | None, float | None]
    references: tuple[str, ...]
    messages: Mapping[str, str]
    reading: Callable[[Finding], Message | None]
    questions: tuple[str, ...] = ()
    questions_after: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    guess: str = ""
    needs: tuple[Need, ...] = ()
    among_answered: bool | Callable[[Layer], bool] = False
    names_need_half: bool = False
    statistic: Callable[[Layer], float] | None = None
    together: Callable[[Sequence[Layer]], list[float]] | None = None
    scores: Callable[[Sequence[Layer]], list[Floats]] | None = None
    per_dyad: Callable[[Layer], PerDyad] | None = None
    certain: Callable[[Layer], Interval | None] | None = None
    where_limited: Literal["withheld"] | Callable[[Layer, int, int], Ranges] | None = None
    hangs_on_largest: bool = False
    cost: float = 0.0
    ranged_up_to: int | None = None
    no_range: str = ""
    null: LabelPermutation | RewiredTies | OwnNull | None = None
    headline: bool = False
    headline_p: Callable[[Finding], float | None] | None = None
    claims: tuple[str, ...] = ()
    restates: str | Callable[[Finding], str] = ""
    on_lines: bool = False
    counted_on_lines: bool = False
    supporting: bool = False
    says_of_no_ties: bool = False
    whole_network: bool = False
    group: bool = False
    chart: Chart = Chart("range")
    page: str = ""
    on_map: Literal["sectors", "alike", "group", "listed"] | None = None
    role: MeasureRole | None = None
    displayed: Callable[[Finding, float], float] | None = None
    disclosure: Disclosure = Disclosure.NETWORK
    counts: Literal["answers", "organizations", "seats"] = "answers"
    reads: tuple[str, ...] = ()
    asks: Literal["ties", "trust", "value"] = "ties"

    def answered_only(self, layer: Layer) -> bool:
        """Whether the measure is computed among those who answered in this layer only.

        Parameters
        ----------
        layer : Layer
            Any.
        """
        return self.among_answered(layer) if callable(self.among_answered) else self.among_answered

    @property
    def permutes_labels(self) -> LabelPermutation | None:
        """The declared permutation of labels, if that is its null model."""
        return self.null if isinstance(self.null, LabelPermutation) else None


def as_whole_number(finding: Finding, value: float) -> float:
    """Display a count, and the ends of its range, as a whole number.

    Parameters
    ----------
    finding : Finding
        Whose value it is.
    value : float
        In its unit.

    Returns
    -------
    float
        Rounded.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Scope
    >>> as_whole_number(Finding("cutpoints", Scope(("1",)), 2.0, "organizations", (0, None)), 2.4)
    2
    """
    return round(value)
