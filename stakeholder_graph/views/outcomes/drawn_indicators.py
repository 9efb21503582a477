"""The indicators of an outcome as pictures, and a line on the places to learn from."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup

from stakeholder_graph.studies.results.indicator_records import IndicatorRecord
from stakeholder_graph.text import _, listing, number
from stakeholder_graph.views.charts.figure import figure, key_figure, rows_figure
from stakeholder_graph.views.charts.indicators.rows import gap_row, indicator_row
from stakeholder_graph.views.charts.kinds.line_row import LineRow
from stakeholder_graph.views.charts.kinds.small_multiples import SmallMultiples

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


@dataclass(frozen=True, slots=True)
class OtherIndicators:
    """Indicators that stand on no outcome's page: their key, their panels, and places to learn from."""

    key: Markup
    drawn: Markup
    learn: tuple[str, ...]
    all_of_them: bool


def other_indicators(records: Mapping[str, IndicatorRecord], on_sheets: Collection[str]) -> OtherIndicators | None:
    """Draw the indicators of no outcome, as small multiples of a page of their own.

    Parameters
    ----------
    records : mapping of str to IndicatorRecord
        All indicators, by name.
    on_sheets : collection of str
        Those that the pages of outcomes draw.

    Returns
    -------
    OtherIndicators or None
        None where there are none.

    Examples
    --------
    >>> other_indicators({}, ()) is None
    True
    """
    others = [record for name, record in records.items() if name not in on_sheets]
    rows = tuple(line_rows(others))
    if not rows:
        return None
    panels = tuple(replace(row, titled=True, name=_titled(row)) for row in rows)
    return OtherIndicators(
        key_figure(rows), figure(SmallMultiples("", panels)), learn_from(others), len(others) == len(records)
    )


def _titled(row: LineRow) -> str:
    return _("{name}: {about}", name=row.name, about=row.about) if row.about else row.name


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
        # Of groups or places alone their gaps are drawn; an indicator that nobody has measured is said to have nothing.
        if record.figures or not any(gap.figures for gap in record.gaps):
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
