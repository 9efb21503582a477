"""The numbers of findings in words: in the unit that pages show, with what they count."""

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.model.finding import Finding, Scope, Ties
from stakeholder_graph.text import _, number, percent, translate


def bare(name: str, ties: Ties | None = None) -> Finding:
    """A finding of a measure in whose unit a value that stands by itself is put into words.

    Parameters
    ----------
    name : str
        Of the measure.
    ties : {"reported", "either", "both"}, optional
        What counted as a tie; None where ties have no direction.

    Examples
    --------
    >>> display(bare("ei_index", "reported"), 0.57, compared=True)
    '78 of 100 mentions across sectors'
    """
    info = measures()[name]
    return Finding(name, Scope((), ties=ties), None, info.unit, info.bounds)


def amount(value: float | None, unit: str) -> str:
    """A value in its unit: shares as percentages, all else as numbers.

    Examples
    --------
    >>> amount(0.281, "share"), amount(0.281, "index")
    ('28%', '0.28')
    """
    return percent(value) if unit == "share" else number(value)


def displayed(finding: Finding, value: float) -> float:
    """A value of a finding as pages show it: in its own unit unless its measure declares otherwise."""
    info = measures()[finding.name]
    return info.displayed(finding, value) if info.displayed else value


def display(finding: Finding, value: float, *, what: bool = True, compared: bool = False) -> str:
    """A value of a finding in words.

    Parameters
    ----------
    finding : Finding
        Whose value it is, or its mean by chance, or an end of its range.
    value : float
        In the finding's unit.
    what : bool
        Whether to say what is counted too.
    compared : bool
        Whether it stands beside the value of another time. Beside a sentence a value may count either of two sides;
        compared it counts the same one both times, and says which.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Scope
    >>> display(Finding("ei_index", Scope(("1",)), 0.4, "index", (-1, 1)), 0.5)
    '75 of 100 connections'
    """
    text = amount(displayed(finding, value), finding.unit)
    words = _words(finding, compared=compared)
    return _(words, value=text) if what and words else text


def counted(finding: Finding) -> str:
    """What the values of a finding count where two are compared; blank where a value says it by itself.

    Parameters
    ----------
    finding : Finding
        Any.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Scope
    >>> counted(Finding("ei_index", Scope(("1",)), 0.4, "index", (-1, 1)))
    'of 100 connections across sectors'
    >>> counted(Finding("density", Scope(("1",)), 0.4, "share", (0, 1)))
    ''
    """
    words = _words(finding, compared=True)
    return _(words, value="").strip() if words else ""


def title_and_count(finding: Finding) -> str:
    """The title of a finding's measure with what its values count, where a bare number would not say it.

    Parameters
    ----------
    finding : Finding
        Any.

    Examples
    --------
    >>> title_and_count(bare("ei_index", "reported"))
    'Connections across sectors and within them (of 100 mentions across sectors)'
    >>> title_and_count(bare("density"))
    'How many connections there are'
    """
    title, count = translate(measures()[finding.name].title), counted(finding)
    return f"{title} ({count})" if count else title


def _words(finding: Finding, *, compared: bool) -> str:
    messages = measures()[finding.name].messages
    key = "compared" if compared and "compared" in messages else "displayed"
    mentions = messages.get(f"{key}_mentions") if counts_mentions(finding) else None
    return mentions or messages.get(key, "")


def counts_mentions(finding: Finding) -> bool:
    """Whether each report counts by itself, so that two that name each other count twice.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Scope
    >>> scope = Scope(("1",), ("contact",), "reported")
    >>> counts_mentions(Finding("density", scope, 0.2, "share", (0, 1)))
    True
    """
    return finding.scope.ties == "reported"


def hours_said(hours: float) -> str:
    """Hours without zeros behind the last digit that counts.

    Parameters
    ----------
    hours : float
        How many.

    Examples
    --------
    >>> hours_said(0.5), hours_said(2.0), hours_said(1000), hours_said(0.25)
    ('0.5', '2', '1,000', '0.25')
    """
    text = number(hours)
    return text.rstrip("0") if text[-3:-2] in {".", ","} else text
