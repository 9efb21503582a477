"""A comparison for the terminal: what changed, who came and left, what the surveys do not share, every measure."""

from collections.abc import Iterator

from stakeholder_graph.studies.change.comparison import Comparison, GroupRow
from stakeholder_graph.studies.change.over_time.timeline import Timeline
from stakeholder_graph.text import N_, _, _n, number
from stakeholder_graph.views.compare.change_words import layer_changes
from stakeholder_graph.views.compare.forecast_words import forecast_lines, score_in_words
from stakeholder_graph.views.compare.measure_lines import measure_lines
from stakeholder_graph.views.compare.survey_words import difference
from stakeholder_graph.views.compare.timeline_view import timeline_steps
from stakeholder_graph.views.terminal.text_table import text_table

#: The most characters in each column of the table of measures.
_WIDTHS = (16, 44, 12, 12, 12, 12, 14, 12, 18)
#: Organizations are named up to so many.
_MOST_NAMES = 12


def comparison_text(comparison: Comparison, over_time: Timeline | None = None) -> str:
    """Put a comparison into words and tables.

    Parameters
    ----------
    comparison : Comparison
        Any.
    over_time : Timeline, optional
        Of three waves and more.

    Returns
    -------
    str
        For the backbone's desk.
    """
    return "\n".join((*_blocks(comparison), *(_steps(over_time) if over_time else ())))


def _steps(over_time: Timeline) -> Iterator[str]:
    yield _("Over all {count} surveys", count=len(over_time.waves)) + "\n"
    for title, sentences in timeline_steps(over_time):
        yield f"{title}\n" + "".join(f"  - {sentence}\n" for sentence, _holds in sentences)


def _blocks(comparison: Comparison) -> Iterator[str]:
    name, before, after = comparison.partnership.name, comparison.before, comparison.after
    yield _("{partnership}: {before} and {after}", partnership=name, before=before, after=after) + "\n"
    for changes in layer_changes(comparison):
        lines = [f"{changes.layer}: {changes.all_of_them}"]
        lines += [f"  - {sentence}" for sentence in changes.holding]
        yield "".join(f"{line}\n" for line in lines)
    yield "".join(f"{line}\n" for line in silence(comparison))
    if organizations := list(_organization_lines(comparison)):
        yield "".join(f"{line}\n" for line in organizations)
    if forecasts := forecast_lines(comparison.forecasts):
        said = [*score_in_words(comparison.forecasts), *(f"  - {line}" for line in forecasts)]
        yield "".join(f"{line}\n" for line in said)
    if comparison.survey:
        yield (
            _("What the two surveys do not have in common:")
            + "\n"
            + "".join(f"  - {difference(message, comparison)}\n" for message in comparison.survey)
        )
    for changes in layer_changes(comparison):
        rows = [(what, number(count)) for what, count in changes.counts if count]
        if rows:
            yield text_table((_("{layer}: what became of pairs", layer=changes.layer), _("Pairs")), rows)
    headings = (
        _("Kind of tie"),
        _("Measure"),
        _("All, {wave}", wave=comparison.before),
        _("All, {wave}", wave=comparison.after),
        _("Panel, {wave}", wave=comparison.before),
        _("Panel, {wave}", wave=comparison.after),
        _("Likely change"),
        _("Corrected p"),
        _("Verdict"),
    )
    yield text_table(
        headings,
        [
            (
                line.layer,
                line.title,
                line.before,
                line.after,
                line.panel_before,
                line.panel_after,
                line.interval,
                line.p,
                line.verdict,
            )
            for line in measure_lines(comparison)
        ],
        _WIDTHS,
    )
    yield _("Panel: the organizations that answered both times, on what they were asked both times.") + "\n"


def silence(comparison: Comparison) -> Iterator[str]:
    """Say how many tests there were, and that nothing else changed where that is so.

    Parameters
    ----------
    comparison : Comparison
        Any.
    """
    groups = [row for row in comparison.changes if isinstance(row, GroupRow)]
    if len({row.layer for row in groups}) < len(groups):
        yield _(
            "Groups overlap: who sits in a team is in a sector, too, so that one change may stand in several lines."
        )
    if not comparison.tests:
        yield _("No change was tested.")
    elif not comparison.changes:
        yield _n(
            "Nothing changed by more than luck would do; {count} change was tested.",
            "Nothing changed by more than luck would do; {count} changes were tested together.",
            comparison.tests,
        )
    else:
        yield _n(
            "Nothing else changed by more than luck would do; {count} change was tested.",
            "Nothing else changed by more than luck would do; {count} changes were tested together.",
            comparison.tests,
        )


def rename_questions(comparison: Comparison) -> list[str]:
    """Ask of each pair of names whether they are one organization.

    Parameters
    ----------
    comparison : Comparison
        Any.
    """
    return [
        _(
            "Is “{before}” now called “{after}” ({reason})? If so, write the old name under “written” and the new one "
            "under “organization” in names.csv (of two folders in that of the later survey), and both count as one.",
            before=rename.before,
            after=rename.after,
            reason=rename.reason,
        )
        for rename in comparison.possible_renames
    ]


def whom_to_ask(comparison: Comparison) -> str:
    """Say how many answered before and not after, and why to ask them.

    Parameters
    ----------
    comparison : Comparison
        In which there are some.
    """
    return _n(
        "Of those that answered in {before}, {count} has not answered in {after}. If {after} is still open, ask it "
        "first: once it answers, it can be compared.",
        "Of those that answered in {before}, {count} have not answered in {after}. If {after} is still open, ask them "
        "first: each that answers can be compared.",
        len(comparison.answered_before_only),
        before=comparison.before,
        after=comparison.after,
    )


def _organization_lines(comparison: Comparison) -> Iterator[str]:
    """Who came, who left, and who may be one under two names; names may hold commas."""
    for label, names in (
        (N_("Came ({count}): {names}"), comparison.joined),
        (N_("Left ({count}): {names}"), comparison.left),
    ):
        if names:
            yield _(label, count=len(names), names=_named(names))
    yield from rename_questions(comparison)
    if names := comparison.answered_before_only:
        yield f"{whom_to_ask(comparison)} {_named(names)}"


def _named(names: tuple[str, ...]) -> str:
    shown = "; ".join(names[:_MOST_NAMES])
    more = len(names) - _MOST_NAMES
    return _n("{names}; and {count} more", "{names}; and {count} more", more, names=shown) if more > 0 else shown
