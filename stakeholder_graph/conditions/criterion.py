"""The criterion: one row of a rubric, with where its value comes from and what it takes to be shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

How = Literal["finding", "list", "document"]
HeldAgainst = Literal["at least", "at most", "above chance", "within a margin", "not scored"]
NamesWhom = Literal["organizations", "pattern"]
Status = Literal["published", "test", "local"]
Discloses = Literal["pattern", "organizations", "response", "trust", "ratings"]
Condition = Literal[
    "gate", "agenda", "measurement", "activities", "communication", "backbone", "voice", "results", "improvement"
]
Gateway = Literal["", "exploring", "emerging", "sustaining", "systems-change", "proof-point"]

#: The gateways in their order.
GATEWAYS: tuple[Gateway, ...] = ("exploring", "emerging", "sustaining", "systems-change", "proof-point")
#: What a row may disclose beyond the backbone's desk: only patterns that anybody may see.
OPEN: frozenset[Discloses] = frozenset({"pattern"})


@dataclass(frozen=True, slots=True)
class FindingField:
    """Where the value of a row comes from: a number in a finding, or a fact that is counted for the ledger.

    Parameters
    ----------
    measure : str
        The measure whose finding it is, or which explains the fact.
    layer : str or tuple of str
        The kind of tie: ``"main"`` for the first that asks about ties, ``"trust"`` or ``"value"`` for the first that
        asks about these, or names of layers, of which the first that the survey has counts. Blank for a finding of no
        layer.
    fact : str
        A fact of `stakeholder_graph.conditions.facts`, instead of a number in the finding.
    table : str
        One of the finding's further tables; ``"table"`` for its main one; blank for its value.
    where : mapping of str to str, float or bool
        Which rows of the table count; all where it is empty.
    column : str
        The column whose number counts.
    total : str
        A column of denominators: the value is then the sum of `column` over the sum of this.
    take : {"", "least", "most", "median", "spread", "count"}
        How the numbers of several rows become one value; of a share, ``"count"`` takes how many there are.
    """

    measure: str = ""
    layer: str | tuple[str, ...] = ""
    fact: str = ""
    table: str = ""
    where: Mapping[str, str | float | bool] = field(default_factory=dict)
    column: str = ""
    total: str = ""
    take: Literal["", "least", "most", "median", "spread", "count"] = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "where", MappingProxyType(dict(self.where)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One row of a rubric.

    Parameters
    ----------
    id : str
        Short and stable, such as ``"agenda-endorsed"``: decisions name it.
    condition : str
        One of the five conditions, or gate, voice, results, improvement.
    asked : str
        What is asked, in our words.
    how : {"finding", "list", "document"}
        Whether the survey, a list that the backbone keeps or a document evidences it.
    principle : str
        Of a theory of action: the principle that it belongs to.
    gateway : str
        Of a theory of action: one of `GATEWAYS`.
    number : int
        The criterion of which this is a version, in the list that the rubrics start from; 0 for none.
    finding : FindingField, optional
        Where the value comes from; None for a document.
    threshold : float, optional
        What it takes. With ``within a margin`` it is the value that stands for no effect.
    direction : {"at least", "at most", "above chance", "within a margin", "not scored"}
        How value and threshold compare.
    margin : float, optional
        Of ``within a margin``: the whole range must lie within so much of the threshold.
    decimals : int, optional
        To how many the value is rounded before it is compared, as a mean is before it is put into a band.
    fewest : int
        Fewer cases than this are too few to tell.
    gates : tuple of str
        Rows of the same rubric that must be shown before this one can be judged.
    names : {"organizations", "pattern"}
        Whether it names organizations or shows a pattern.
    status : {"published", "test", "local"}
        Whether the threshold is published, a test against chance, or a choice of the partnership.
    source : str
        Where the threshold comes from.
    discloses : {"pattern", "organizations", "response", "trust", "ratings"}
        What the row discloses; all but patterns stay on the backbone's desk.
    about_backbone : bool
        Whether it judges the backbone, which then may not decide it.
    cannot_show : str
        What survey data cannot show of it.
    file : str
        The list or document to add where there is none.
    link : str
        Where to read more.

    Examples
    --------
    >>> Criterion(id="funded", condition="backbone", asked="The backbone is paid for.", how="document").open_to_all
    True
    """

    id: str
    condition: Condition
    asked: str
    how: How
    principle: str = ""
    gateway: Gateway = ""
    number: int = 0
    finding: FindingField | None = None
    threshold: float | None = None
    direction: HeldAgainst = "at least"
    margin: float | None = None
    decimals: int | None = None
    fewest: int = 1
    gates: tuple[str, ...] = ()
    names: NamesWhom = "pattern"
    status: Status = "local"
    source: str = ""
    discloses: Discloses = "pattern"
    about_backbone: bool = False
    cannot_show: str = ""
    file: str = ""
    link: str = ""

    @property
    def open_to_all(self) -> bool:
        """Whether the row may leave the backbone's desk."""
        return self.discloses in OPEN and self.names == "pattern"
