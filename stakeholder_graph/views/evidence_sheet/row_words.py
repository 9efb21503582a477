"""Words of the evidence sheet: what a condition is called, and what a proposal rests on."""

from collections.abc import Mapping
from types import MappingProxyType

from stakeholder_graph.conditions import Criterion, LedgerRow
from stakeholder_graph.text import N_, _, number

#: What pages call the conditions.
CONDITIONS: Mapping[str, str] = MappingProxyType(
    {
        "gate": N_("Who answered"),
        "agenda": N_("Common agenda"),
        "measurement": N_("Shared measurement"),
        "activities": N_("Mutually reinforcing activities"),
        "communication": N_("Continuous communication"),
        "backbone": N_("Backbone support"),
        "voice": N_("Community voice"),
        "results": N_("Results"),
        "improvement": N_("Continuous improvement"),
    }
)


def condition_name(criterion: Criterion) -> str:
    """Give what a row belongs to, in words.

    Parameters
    ----------
    criterion : Criterion

    Examples
    --------
    >>> condition_name(Criterion(id="x", condition="agenda", asked="?", how="document"))
    'Common agenda'
    """
    return _(criterion.principle) if criterion.principle else _(CONDITIONS[criterion.condition])


def in_numbers(row: LedgerRow) -> str:
    """Say what a proposal rests on: what was found, between what it lies, and what it takes.

    Parameters
    ----------
    row : LedgerRow

    Returns
    -------
    str
        Blank where there is no number.
    """
    judgement, said = row.judgement, []
    if judgement.numerator is not None and judgement.denominator is not None:
        said.append(_("{count} of {all}", count=_figure(judgement.numerator), all=_figure(judgement.denominator)))
    elif judgement.value is not None:
        said.append(_figure(judgement.value))
    if judgement.range is not None and judgement.range[0] != judgement.range[1]:
        low, high = map(_figure, judgement.range)
        said.append(_("likely between {low} and {high}", low=low, high=high))
    if said and judgement.threshold is not None:
        threshold = _figure(judgement.threshold)
        if row.criterion.direction == "at least":
            said.append(_("at least {threshold} needed", threshold=threshold))
        elif row.criterion.direction == "at most":
            said.append(_("at most {threshold} allowed", threshold=threshold))
    return "; ".join(said)


def _figure(value: float) -> str:
    return number(int(value) if float(value).is_integer() else value)
