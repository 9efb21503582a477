"""What happened within twelve months of a wave, and which dates had passed by then: no clock is asked."""

from dataclasses import dataclass
from datetime import date

from stakeholder_graph.graph import PartnerGraph
from stakeholder_graph.model.days import Days, days_of


@dataclass(frozen=True, slots=True)
class WaveDate:
    """The days on which a wave may have been.

    Parameters
    ----------
    days : Days
        The first and the last.
    """

    days: Days

    @classmethod
    def of(cls, graph: PartnerGraph) -> "WaveDate | None":
        """Take the date of a wave, or else the year in its name.

        Parameters
        ----------
        graph : PartnerGraph
            One wave.

        Returns
        -------
        WaveDate or None
            None where neither says when it was.

        Examples
        --------
        >>> from stakeholder_graph.model.survey import Wave
        >>> dated = WaveDate.of(PartnerGraph(Wave("spring", "2025-04-02"), {}, {}))
        >>> dated.recent("2024-05"), dated.recent("2024"), dated.recent(""), dated.passed("2025-03")
        (True, False, None, True)
        """
        days = days_of(graph.wave.date) or days_of(graph.wave.name)
        return cls(days) if days else None

    def recent(self, text: str) -> bool | None:
        """Whether a date lies within the twelve months before the wave, or later.

        Parameters
        ----------
        text : str
            As somebody wrote it. A year or a month counts where all of it does.

        Returns
        -------
        bool or None
            None where the text is no date.
        """
        days = days_of(text)
        return days and days.first >= _a_year_before(self.days.last)

    def passed(self, text: str) -> bool | None:
        """Whether a date had passed by the wave; a month or a year has passed once its last day has.

        Parameters
        ----------
        text : str
            As somebody wrote it.

        Returns
        -------
        bool or None
            None where the text is no date.
        """
        days = days_of(text)
        return days and days.last < self.days.first


def _a_year_before(day: date) -> date:
    try:
        return day.replace(year=day.year - 1)
    except ValueError:  # the 29th of February
        return day.replace(year=day.year - 1, day=28)
