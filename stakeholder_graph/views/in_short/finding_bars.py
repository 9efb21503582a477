"""The few bars that show the point of a finding: as it is beside what would be usual, and who stands where."""

from collections.abc import Sequence
from dataclasses import replace

from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Row
from stakeholder_graph.text import N_, _, number
from stakeholder_graph.views.amounts import counts_mentions
from stakeholder_graph.views.in_short.bars import Bar, bars_of, sector_bars
from stakeholder_graph.views.in_short.ranges import with_range

#: Bars beside one headline; one more where that shows all there are.
MOST = 4
#: Levels of a scale that are drawn beside a headline, each with its bar.
MOST_LEVELS = 6


def finding_bars(finding: Finding, most: int = MOST) -> tuple[tuple[Bar, ...], str]:
    """Bars that show the point of a finding, and what they count.

    Parameters
    ----------
    finding : Finding
        Any, as its readers may see it.
    most : int
        So many bars where there are more to choose among.

    Returns
    -------
    tuple of (tuple of Bar, str)
        Both empty where a sentence says it all.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Message, Scope
    >>> reading = Message("to_convene", {"size": 9, "outcomes": "Attendance", "ties": 2, "expected": 11.1})
    >>> clusters = Finding("outcome_clusters", Scope(("1",)), 4, "clusters", (0, None), reading=reading)
    >>> bars, caption = finding_bars(clusters)
    >>> [(bar.name, bar.label) for bar in bars], caption
    ([('As it is', '2'), ('Would be usual', '11')], 'Pairs of these 9 that work together')
    """
    fields = finding.reading.fields if finding.reading else {}
    if {"ties", "expected", "size"} <= set(fields):
        usual = round(float(fields["expected"] or 0))
        ties = int(fields["ties"] or 0)
        caption = _("Pairs of these {count} that work together", count=fields["size"])
        return (Bar(_("As it is"), ties, number(ties)), Bar(_("Would be usual"), usual, number(usual))), caption
    if sides := _sides(finding):
        return sides
    if reach := _reached(finding):
        return reach
    if levels := _levels(finding):
        return levels
    # Who sits in teams is counted by sector too, and is not what these bars show.
    if finding.table is not None and "listed" in finding.table and "residents" not in finding.table:
        return sector_bars(finding.table)[:most], _("Organizations at the table")
    drawn = bars_of(finding)
    bars = tuple(drawn.get("tally", ()))
    bars = bars if len(bars) <= most + 1 else bars[:most]
    if not says_all(finding):
        return bars, _caption(finding, len(bars), str(drawn.get("caption", "")))
    # What is of a hundred the caption says of all.
    labels = with_range(finding, bars[0].length), *(number(bar.length) for bar in bars[1:])
    return tuple(replace(bar, label=label) for bar, label in zip(bars, labels, strict=True)), _counted(finding)


def says_all(finding: Finding) -> bool:
    """Whether the bars say every number of the headline: of a hundred ties within sectors or across, and by luck.

    Parameters
    ----------
    finding : Finding
        Any.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Message, Scope
    >>> reading = Message("within", {"inside": 67, "chance": 26}, "concern")
    >>> says_all(Finding("ei_index", Scope(("1",)), -0.33, "index", (-1, 1), reading=reading))
    True
    """
    reading = finding.reading
    if reading is None or finding.in_words or (reading.estimated is not None and not reading.estimated.leads):
        return False
    fields = reading.fields
    return "chance" in fields and len({"inside", "across"} & set(fields)) == 1 and not {"what", "sector"} & set(fields)


def _caption(finding: Finding, shown: int, caption: str) -> str:
    """What the bars count, and how many of the outcomes are drawn where some are not."""
    rows = finding.table.rows if finding.table is not None and "outcome" in finding.table else ()
    if not 0 < shown < len(rows):
        return caption
    return _("{caption} Shown: {shown} of {count}.", caption=caption, shown=shown, count=len(rows))


def _counted(finding: Finding) -> str:
    inside = finding.reading is not None and "inside" in finding.reading.fields
    if counts_mentions(finding):
        return _("Of 100 mentions, those within a sector") if inside else _("Of 100 mentions, those across sectors")
    return _("Of 100 connections, those within a sector") if inside else _("Of 100 connections, those across sectors")


def _levels(finding: Finding) -> tuple[tuple[Bar, ...], str] | None:
    """How many ties are at each level of a scale, the lightest first; not of long scales."""
    fields = finding.reading.fields if finding.reading else {}
    table = finding.table
    if (
        table is None
        or not {"lightest", "closest"} <= set(fields)
        or any(name not in table for name in ("level", "number", "ties"))
    ):
        return None
    rows = [row for row in table.rows if row["number"] is not None and row["ties"] is not None]
    if not 2 <= len(rows) <= MOST_LEVELS:
        return None
    bars = tuple(Bar(str(row["level"]), int(row["ties"] or 0), number(row["ties"]), named=True) for row in rows)
    return bars, _("How many there are at each level")


def _sides(finding: Finding) -> tuple[tuple[Bar, ...], str] | None:
    """Where partners stand apart on one item: how many say no, and yes, in the sectors that do so most."""
    table = finding.tables.get("by_sector")
    if table is None or not table.rows or not {"item", "sector", "yes", "neither", "no"} <= set(table.rows[0]):
        return None
    item = table.rows[0]["item"]
    of_item = [row for row in table.rows if row["item"] == item]
    bars = [*_of_side("no", "yes", of_item), *_of_side("yes", "no", of_item)]
    return (tuple(bars), str(item)) if len({bar.label[-3:] for bar in bars}) > 1 else None


def _of_side(side: str, other: str, rows: Sequence[Row]) -> list[Bar]:
    """The two sectors of which most take a side, and more than the other."""
    count = {str(row["sector"]): int(row[side] or 0) for row in rows if int(row[side] or 0) > int(row[other] or 0)}
    answered = {str(row["sector"]): sum(int(row[kind] or 0) for kind in ("yes", "neither", "no")) for row in rows}
    label = {"no": N_("{count} of {answered} no"), "yes": N_("{count} of {answered} yes")}[side]
    most = sorted(count, key=lambda sector: (-count[sector], sector))[: MOST // 2]
    return [Bar(name, count[name], _(label, count=count[name], answered=answered[name])) for name in most]


def _reached(finding: Finding) -> tuple[tuple[Bar, ...], str] | None:
    """How many others can reach each other with the backbone and without it; no bars where as many can."""
    rows = finding.table.rows if finding.table is not None and "without_backbone" in finding.table else ()
    row = next((row for row in rows if row["measure"] == "largest"), None)
    if row is None:
        return None
    whole, without = int(row["with_backbone"] or 0), int(row["without_backbone"] or 0)
    # The backbone is none of the others that it links.
    others = whole - 1 if whole > without else whole
    if others == without:
        return (), ""
    ends = [(_("With the backbone"), others), (_("Without it"), without)]
    return tuple(Bar(name, count, number(count)) for name, count in ends), _("Others that can reach each other")
