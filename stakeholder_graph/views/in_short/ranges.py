"""How far the answers that are missing could move a number, in as few words as stand beside it."""

import re
from functools import partial

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.text import _, number
from stakeholder_graph.views.amounts import display, displayed
from stakeholder_graph.views.sentences import headline


def range_of(finding: Finding) -> tuple[str, str] | None:
    """The ends of the range of a finding, as its number is shown, the lower first.

    Parameters
    ----------
    finding : Finding
        Any.

    Returns
    -------
    tuple of (str, str) or None
        None where no answer is missing, or no range is known: beyond the desk there is none.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Scope
    >>> range_of(Finding("density", Scope(("1",)), 0.2, "share", (0, 1), range=(0.15, 0.22)))
    ('15%', '22%')
    """
    if finding.range is None or finding.value is None or finding.complete is not False or finding.released:
        return None
    low, high = sorted(finding.range, key=partial(displayed, finding))
    return display(finding, low, what=False), display(finding, high, what=False)


def with_range(finding: Finding, count: int | float | str) -> str:
    """A number of a hundred with its range, where there is one, and where the number is the finding's own.

    Parameters
    ----------
    finding : Finding
        Any.
    count : int
        Of a hundred.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Scope
    >>> with_range(Finding("reciprocity", Scope(("1",)), 0.62, "share", (0, 1), range=(0.54, 0.66)), 62)
    '62 (54 to 66)'
    """
    ends = range_of(finding)
    # A reading that leads with the estimate has another number than was counted, within the same range.
    estimated = finding.reading is not None and finding.reading.estimated is not None
    if ends is None or finding.value is None or (not estimated and _whole(finding, finding.value) != str(count)):
        return number(count)
    low, high = (end.rstrip("%").strip() for end in ends)
    if low == high:
        return _("{count} (about {high})", count=count, high=high)
    return _("{count} ({low} to {high})", count=count, low=low, high=high)


def range_said(finding: Finding) -> str:
    """The range in a short sentence, where the headline says the number without it.

    Parameters
    ----------
    finding : Finding
        Any.

    Returns
    -------
    str
        Blank where there is no range, or where the headline has it or does not say the number.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Scope
    >>> range_said(Finding("density", Scope(("1",)), 0.2, "share", (0, 1)))
    ''
    """
    ends = range_of(finding)
    if ends is None or finding.value is None or finding.reading is None or finding.reading.estimated is not None:
        return ""
    said, number = headline(finding), display(finding, finding.value, what=False)
    if not _stands(number, said) or all(_stands(end, said) for end in ends):
        return ""
    if ends[0] == ends[1]:
        return "" if ends[0] == number else _("With all the answers likely about {high}.", high=ends[1])
    return _("With all the answers likely {low} to {high}.", low=ends[0], high=ends[1])


def _whole(finding: Finding, value: float) -> str:
    return display(finding, value, what=False).rstrip("%").strip()


def _stands(number: str, said: str) -> bool:
    return bool(re.search(rf"(?<![\d.,]){re.escape(number.rstrip('%'))}(?!\d|[.,]\d)", said))
