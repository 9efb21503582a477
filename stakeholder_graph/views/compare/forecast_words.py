"""What was expected and what came, in a line for each forecast."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from stakeholder_graph.studies.results.forecasts import Outcome, ScoredForecast
from stakeholder_graph.text import N_, _, _n, number, translate

#: How what came stands to what was expected.
OUTCOMES: dict[Outcome, str] = {
    "as expected": N_("as expected"),
    "better": N_("better than expected"),
    "worse": N_("not as good as expected"),
    "more": N_("more than expected"),
    "less": N_("less than expected"),
    "not known yet": N_("not known yet"),
}


@dataclass(frozen=True, slots=True)
class ForecastLine:
    """One forecast in words: what it is about, what was before, what was expected by when, what came, and how it is.

    `pair` says whether it is about the connection of two organizations.
    """

    about: str
    before: str
    expected: str
    by: str
    came: str
    outcome: str
    pair: bool

    def __str__(self) -> str:
        fields = {"about": self.about, "expected": self.expected, "by": self.by, "came": self.came, "how": self.outcome}
        if self.pair and self.came:
            return _("{about}: expected to be {expected} by {by}; {came}, {how}.", **fields)
        if self.pair:
            return _("{about}: expected to be {expected} by {by}; {how}.", **fields)
        if self.came:
            return _("{about}: {expected} expected by {by}, {came} came: {how}.", **fields)
        return _("{about}: {expected} expected by {by}: {how}.", **fields)


def forecast_lines(scored: Sequence[ScoredForecast]) -> tuple[ForecastLine, ...]:
    """Put forecasts into words.

    Parameters
    ----------
    scored : sequence of ScoredForecast
        Any.

    Examples
    --------
    >>> came = ScoredForecast("indicator", "Reading", "Reading", "", "", "", "", 65, "2025", 60, 64.5, 1, "as expected")
    >>> print(*forecast_lines([came]))
    Reading: 65 expected by 2025, 64.5 came: as expected.
    """
    return tuple(map(_line, scored))


def score_in_words(scored: Sequence[ScoredForecast]) -> Iterator[str]:
    """How many came as expected or better, and how many are still to come; nothing where nothing was expected.

    Parameters
    ----------
    scored : sequence of ScoredForecast
        Any.

    Examples
    --------
    >>> open_one = ScoredForecast("indicator", "Reading", "Reading", "", "", "", "", 70, "2026")
    >>> list(score_in_words([open_one]))
    ['No forecast can be judged yet: 1 is open.']
    """
    known = [forecast for forecast in scored if forecast.came is not None]
    waiting = len(scored) - len(known)
    if known:
        yield _n(
            "{met} of {count} forecast came as expected, or better.",
            "{met} of {count} forecasts came as expected, or better.",
            len(known),
            met=sum(forecast.met for forecast in known),
        )
        if waiting:
            yield _n("{count} forecast is still open.", "{count} forecasts are still open.", waiting)
    elif waiting:
        yield _n(
            "No forecast can be judged yet: {count} is open.",
            "No forecast can be judged yet: {count} are open.",
            waiting,
        )


def _line(forecast: ScoredForecast) -> ForecastLine:
    commitment = forecast.about == "commitment"
    values = (forecast.before, forecast.expected, forecast.came)
    before, expected, came = (
        "" if value is None else _connection(value) if commitment else number(value) for value in values
    )
    by = forecast.expected_by or _("the next survey")
    outcome = (
        _("not as expected") if commitment and forecast.outcome == "worse" else translate(OUTCOMES[forecast.outcome])
    )
    return ForecastLine(_about(forecast), before, expected, by, came, outcome, commitment)


def _connection(value: float) -> str:
    return _("connected") if value else _("not connected")


def _about(forecast: ScoredForecast) -> str:
    if forecast.about == "commitment":
        return _("{who} and {partner} ({step})", who=forecast.who, partner=forecast.partner, step=forecast.name)
    parts = [forecast.indicator, forecast.subgroup, forecast.place]
    figure = ", ".join(filter(None, parts))
    if forecast.about == "strategy":
        return _("{strategy} ({indicator})", strategy=forecast.name, indicator=figure)
    return figure
