"""The indicators of an outcome as pictures, and a line on the places to learn from."""

from collections.abc import Iterable, Iterator, Sequence

from markupsafe import Markup

from stakeholder_graph.studies.results.indicator_records import IndicatorRecord
from stakeholder_graph.text import _, listing, number
from stakeholder_graph.views.charts.figure import key_figure, rows_figure
from stakeholder_graph.views.charts.indicators.rows import gap_row, indicator_row
from stakeholder_graph.views.charts.kinds.line_row import LineRow

#: So many places, and practices of theirs, in one line; the appendix has all.
MOST_PLACES, MOST_PRACTICES = 6, 2


def rows_of(records: Sequence[IndicatorRecord]) -> Markup:
    """Draw indicators below each other, each followed by its gaps.

    Parameters
    ----------
    records : sequence of IndicatorRecord
        Of one outcome.

    Examples
    --------
    >>> rows_of(())
    Markup('')
    """
    return rows_figure(tuple(line_rows(records)))


def key_of(records: Iterable[IndicatorRecord]) -> Markup:
    """Say what the marks in the rows of these indicators mean.

    Parameters
    ----------
    records : iterable of IndicatorRecord
        Of all outcomes.
    """
    return key_figure(tuple(line_rows(records)))


def line_rows(records: Iterable[IndicatorRecord]) -> Iterator[LineRow]:
    """The rows to draw: those of indicators that have figures, and of gaps that may be shown.

    Parameters
    ----------
    records : iterable of IndicatorRecord
        Any.
    """
    for record in records:
        if record.figures:
            yield indicator_row(record.row, record.figures, record.trend)
        for gap in record.gaps:
            if gap.figures:
                yield gap_row(gap.row, gap.figures)


def learn_from(records: Sequence[IndicatorRecord]) -> tuple[str, ...]:
    """Say which places did better than expected two years running, and what they have in common.

    Parameters
    ----------
    records : sequence of IndicatorRecord
        Of one outcome.
    """
    return tuple(_learn(record) for record in records if record.spots)


def _learn(record: IndicatorRecord) -> str:
    said = [
        _(
            "{indicator}: {places} did better than expected two years running.",
            indicator=record.row["indicator"],
            places=listing(record.spots[:MOST_PLACES])
            if len(record.spots) <= MOST_PLACES
            else _("{count} places", count=number(len(record.spots))),
        )
    ]
    for shared in record.in_common[:MOST_PRACTICES]:
        said.append(
            _(
                "{with_it} of these {spots} have “{practice}”, and {others_with} of {others} others: an association.",
                practice=shared.practice,
                with_it=number(shared.with_it),
                spots=number(shared.spots),
                others_with=number(shared.others_with),
                others=number(shared.others),
            )
        )
    return " ".join(said)
