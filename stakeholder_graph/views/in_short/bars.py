"""Bars that show the point of a finding: sectors, shares of a hundred, outcomes, groups."""

from dataclasses import dataclass
from typing import Any

from stakeholder_graph.frames import natural
from stakeholder_graph.measures._registry import measures
from stakeholder_graph.measures.outcomes.outcome_coverage import NAMED_BY
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.table import Cell, Table
from stakeholder_graph.text import _, number, translate
from stakeholder_graph.views.sentences import term

#: Bars on one screen.
MOST_BARS = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: whose it is, how long, what is written at its end, and whether the sentence above names it.

    Those of sectors have the sector's look.
    """

    name: str
    length: int
    label: str
    named: bool = False


def bars_of(finding: Finding) -> dict[str, Any]:
    """Bars, and a number of a hundred to write large if there is one; nothing where there is nothing to draw.

    Parameters
    ----------
    finding : Finding
        What its reading and its main table say.

    Returns
    -------
    dict
        The fields of a `Screen` that show them.

    Examples
    --------
    >>> from stakeholder_graph.model.finding import Message, Scope
    >>> reading = Message("mutual", {"of_hundred": 66}, "strength")
    >>> bars_of(Finding("reciprocity", Scope(("1",)), 0.66, "share", (0, 1), reading=reading))["large"]
    '66 of 100'
    """
    fields = finding.reading.fields if finding.reading else {}
    share = fields.get("across", fields.get("inside"))
    if share is not None and "chance" in fields:
        estimated = (
            finding.reading is not None and finding.reading.estimated is not None and finding.reading.estimated.leads
        )
        usual = _("If sector made no difference") if fields.get("what", "sector") == "sector" else _("By luck")
        as_it_is = _("Estimated for all") if estimated else _("As it is")
        bars = (
            _of_hundred(as_it_is, share, said=True),
            _of_hundred(usual, fields["chance"], said=True),
        )
        return tally(bars, large=_("{count} of 100", count=share))
    if "of_hundred" in fields:
        bar = _of_hundred(translate(measures()[finding.name].title), fields["of_hundred"])
        return tally((bar,), large=_("{count} of 100", count=fields["of_hundred"]))
    rows = finding.table.rows if finding.table else ()
    for row in rows:
        if row.get("predictor") and str(row["predictor"]) in str(fields.get("work") or fields.get("alike", "")):
            bars = (
                _of_hundred(term(str(row["predictor"])), row["tied_alike"]),
                _of_hundred(_("all other pairs"), row["tied_others"]),
            )
            pairs = sum(int(row.get(name) or 0) for name in ("pairs_alike", "pairs_others"))
            caption = (
                _("Of 100 pairs, those connected, among the {pairs} of which both were asked and answered.",
                  pairs=number(pairs))
                if pairs and not finding.released
                else _("Of 100 pairs of organizations, so many are connected.")
            )  # fmt: skip
            return tally(bars, large=_("{count} of 100", count=row["tied_alike"]), caption=caption)
    if rows and {"outcome", "organizations"} <= set(rows[0]):
        caption = _("Each bar: how many organizations say that they work on the outcome.")
        return tally(_outcomes(finding)[:MOST_BARS], caption=caption)
    return {}


def _outcomes(finding: Finding) -> tuple[Bar, ...]:
    """Those that the sentence names first, however few work on them, then the others, the largest first."""
    read = finding.reading.id.removesuffix("_listed") if finding.reading else ""
    rows = finding.table.rows if finding.table else ()
    bars = [
        Bar(
            str(row["outcome"]),
            int(row["organizations"] or 0),
            number(row["organizations"] or 0),
            named=row.get("state") in NAMED_BY.get(read, ()),
        )
        for row in rows
    ]
    return tuple(sorted(bars, key=lambda bar: (not bar.named, -bar.length, natural(bar.name))))


def tally(bars: tuple[Bar, ...], **also: str) -> dict[str, Any]:
    """The fields of a `Screen` that show these bars; none without bars.

    Parameters
    ----------
    bars : tuple of Bar
        Those there are.
    **also
        Further fields of the `Screen`.

    Examples
    --------
    >>> tally((Bar("Health", 8, "8"),), caption="Organizations")["shows"], tally(())
    ('tally', {})
    """
    return {"shows": "tally", "tally": bars, **also} if bars else {}


def group_bars(finding: Finding) -> tuple[Bar, ...]:
    """The groups of organizations that work on the same outcomes, by what they work on.

    Parameters
    ----------
    finding : Finding
        Of groups.
    """
    rows = finding.tables["clusters"].rows if "clusters" in finding.tables else ()
    return tuple(Bar(str(row["outcomes"]), int(row["size"] or 0), number(row["size"])) for row in rows)[:MOST_BARS]


def sector_bars(table: Table) -> tuple[Bar, ...]:
    """Sectors with how they stand, the missing ones first; only those that are expected, where a list says so.

    Parameters
    ----------
    table : Table
        With a row a sector.
    """
    rows = [row for row in table.rows if "sector" in row and row.get("listed") is not None]
    if any(row.get("expected") for row in rows):
        rows = [row for row in rows if row["expected"]]
    bars = []
    for row in rows:
        listed = int(row["listed"] or 0)
        bars.append(Bar(str(row["sector"]), listed, number(listed) if listed else _("missing")))
    return tuple(sorted(bars, key=lambda bar: (bar.length, bar.name)))[:MOST_BARS]


def _of_hundred(name: str, count: Cell, *, said: bool = False) -> Bar:
    """A bar of a hundred; where no caption says of how many, the number does."""
    return Bar(name, int(count or 0), _("{count} of 100", count=count) if said else str(count))
