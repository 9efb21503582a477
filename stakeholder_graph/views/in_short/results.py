"""Children's results in a sentence and a strip of arrows, for page one; and outcomes by the stated rule."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.studies.results.results_in_short import ResultsInShort, results_in_short
from stakeholder_graph.text import _, _n
from stakeholder_graph.views.charts.figure import drawn_at
from stakeholder_graph.views.charts.kinds.standing_strip import StandingStrip
from stakeholder_graph.views.sentences import count


@dataclass(frozen=True, slots=True)
class ResultsLine:
    """What page one says of results.

    Parameters
    ----------
    said : str
        In one sentence.
    picture : Markup
        An arrow for each indicator; blank where they are too many.
    anchor : str
        Where the report goes on about it.
    """

    said: str
    picture: Markup
    anchor: str


def results_line(copy: Copy) -> ResultsLine | None:
    """Say how many indicators are better than at their baseline, in four parts that add up.

    Parameters
    ----------
    copy : Copy
        What its readers may see.

    Returns
    -------
    ResultsLine or None
        None without figures of indicators, and beyond the desk.

    Examples
    --------
    >>> from stakeholder_graph.graph import Partnership
    >>> results_line(Copy("backbone", Partnership("P", {}, {}), (), "1")) is None
    True
    """
    short = results_in_short(copy.findings)
    if short is None:
        return None
    said = _sentence(short)
    strip = StandingStrip(said, short.better, short.same, short.worse, short.no_data)
    return ResultsLine(said, drawn_at(strip, "small", said, "strip") if strip.drawable else Markup(""), short.anchor)


def outcomes_line(copy: Copy) -> str:
    """Say how many outcomes are better, with the rule; blank with one outcome or none.

    Parameters
    ----------
    copy : Copy
        What its readers may see.
    """
    short = results_in_short(copy.findings)
    if short is None or short.outcomes < 2:
        return ""
    said = _n(
        "One of {count} outcomes is better: of its core indicators with a baseline, at least half improved and "
        "fewer got worse.",
        "{better} of {count} outcomes are better: of their core indicators with a baseline, at least half improved and "
        "fewer got worse.",
        short.outcomes_better,
        better=_many(short.outcomes_better),
        count=count(short.outcomes),
    )
    return _capital(said)


def _sentence(short: ResultsInShort) -> str:
    """Seven of 12 indicators are better than in 2020, three about the same, one worse, one without a baseline."""
    if short.count == 1:
        return _of_one(short)
    fields = {
        "better": _many(short.better),
        "count": count(short.count),
        "others": ", ".join(_others(short)),
    }
    if short.since:
        said = _n(
            "One of {count} indicators is better than in {since}, {others}.",
            "{better} of {count} indicators are better than in {since}, {others}.",
            short.better,
            since=short.since,
            **fields,
        )
    else:
        said = _n(
            "One of {count} indicators is better than at its baseline, {others}.",
            "{better} of {count} indicators are better than at their baselines, {others}.",
            short.better,
            **fields,
        )
    return _capital(said)


def _of_one(short: ResultsInShort) -> str:
    if short.better:
        return _("The one indicator is better than in {since}.", since=short.since)
    if short.same:
        return _("The one indicator is about the same as in {since}.", since=short.since)
    if short.worse:
        return _("The one indicator is worse than in {since}.", since=short.since)
    return (
        _("The one indicator has no baseline yet.")
        if short.no_baseline
        else _("Of the one indicator there are not enough data to tell.")
    )


def _others(short: ResultsInShort) -> Iterator[str]:
    # One alone is a form of its own: in many languages the word depends on what is counted.
    yield _n("one about the same", "{count} about the same", short.same, count=_many(short.same))
    yield _n("one worse", "{count} worse", short.worse, count=_many(short.worse))
    if short.no_data:
        without = short.no_data
        yield (
            _n("one without a baseline", "{count} without a baseline", without, count=_many(without))
            if short.no_baseline
            else _n(
                "one without enough data to tell", "{count} without enough data to tell", without, count=_many(without)
            )
        )


def _many(indicators: int) -> str:
    return count(indicators) if indicators else _("none")


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
