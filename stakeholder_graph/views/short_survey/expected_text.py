"""What to expect of short questionnaires, in words, for the terminal."""

from stakeholder_graph.measures._registry import measures
from stakeholder_graph.studies.short_rosters import ExpectedRange, ExpectedRanges
from stakeholder_graph.text import N_, _, number, translate
from stakeholder_graph.text.numbers import with_decimals
from stakeholder_graph.views.amounts import bare, displayed, title_and_count
from stakeholder_graph.views.terminal.text_table import text_table
from stakeholder_graph.views.whatif.answers_text import REASONS
from stakeholder_graph.views.whatif.whatif_text import value_text

#: The most characters of each column.
WIDEST = (44, 16, 8, 8, 16, 12)
#: What the widths rest on.
HOW = N_(
    "How many points of 100 a range is wide. Expected of the answers: what those who have not answered may say is "
    "drawn, the short answers are taken from it, and ranges are computed anew. A range that leaves open whether they "
    "are half or twice as active is wide; short answers settle that, since they show how active each is."
)


def expected_text(expected: ExpectedRanges) -> str:
    """Write what to expect for reading on a terminal.

    Parameters
    ----------
    expected : ExpectedRanges
        Any.
    """
    title = _("Expected ranges: {layer}, {wave}", layer=expected.layer, wave=expected.wave)
    if expected.reason:
        return "\n".join([title, translate(REASONS[expected.reason])]) + "\n"
    headings = (
        _("What is measured"),
        _("Range as it is"),
        _("Wide"),
        _("Short"),
        _("Same minutes, in full"),
        _("All in full"),
    )
    now, short, fewer = expected.not_known
    pairs = _(
        "Pairs of which neither side has said anything: {now} now, {short} after the short answers, {fewer} if "
        "{count} answer in full, which takes as many minutes.",
        now=number(now),
        short=number(short),
        fewer=number(fewer),
        count=number(expected.fewer),
    )
    table = text_table(headings, [_row(row) for row in expected.ranges], WIDEST)
    return "\n".join([title, "", table, pairs, translate(HOW)]) + "\n"


def _row(row: ExpectedRange) -> tuple[str, ...]:
    low, high = ("–", "–") if row.now is None else (value_text(row.name, end) for end in row.now)
    ends = _("{low} to {high}", low=low, high=high)
    width = None if row.now is None else row.now[1] - row.now[0]
    widths = (width, row.short, row.fewer, row.whole)
    return (title_and_count(bare(row.name)), ends, *(points(row.name, width) for width in widths))


def points(name: str, width: float | None) -> str:
    """A width in points of 100, as pages count the measure; a dash where it is not known.

    Parameters
    ----------
    name : str
        Of a measure that is shown as a share, or on a scale of 100.
    width : float or None
        In its unit.

    Examples
    --------
    >>> points("density", 0.0123), points("ei_index", 0.05), points("density", None)
    ('1.2', '2.5', '–')
    """
    if width is None:
        return "–"
    finding = bare(name)
    per_unit = displayed(finding, 1.0) - displayed(finding, 0.0)
    return with_decimals(width * per_unit * (100 if measures()[name].unit == "share" else 1), 1)
