"""Small multiples: the same chart several times side by side, bars all drawn to one scale."""

from dataclasses import dataclass, replace

from stakeholder_graph.views.charts.kinds.bars import Bars
from stakeholder_graph.views.charts.kinds.plot import Plot


@dataclass(frozen=True, slots=True)
class SmallMultiples:
    """Charts side by side.

    Parameters
    ----------
    title : str
        What all of them show.
    panels : tuple of Plot
        Each with the title of its own.

    See Also
    --------
    SmallMultiples.of : Make them to one scale.
    """

    title: str
    panels: tuple[Plot, ...]

    @classmethod
    def of(cls, title: str, panels: tuple[Bars, ...]) -> "SmallMultiples":
        """Draw all panels to the scale of the longest bar.

        Parameters
        ----------
        title : str
            What all of them show.
        panels : tuple of Bars
            Each with the title of its own.

        Examples
        --------
        >>> from stakeholder_graph.views.charts.kinds.bars import BarRow
        >>> few, many = Bars("Few", (BarRow("A", 2, "2"),)), Bars("Many", (BarRow("A", 8, "8"),))
        >>> [panel.whole for panel in SmallMultiples.of("Both", (few, many)).panels]
        [8, 8]
        """
        longest = max((max(row.value or 0, row.whole or 0) for panel in panels for row in panel.rows), default=0) or 1
        return cls(title, tuple(replace(panel, whole=longest) for panel in panels))
