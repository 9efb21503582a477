"""What every reader of a plain file needs: the names, the waves, the layers, and the list of problems."""

import re
from dataclasses import dataclass, field

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.survey import LayerInfo
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import _, _n


@dataclass(frozen=True)
class ReadingContext:
    """What the files of one partnership are read against.

    Parameters
    ----------
    names : Names
        The roster.
    waves : tuple of str
        Oldest first.
    layers : dict of str to LayerInfo
        By name.
    inspection : Inspection
        Takes problems and advice.
    settings : Settings
        What the partnership says of its survey.
    """

    names: Names
    waves: tuple[str, ...]
    layers: dict[str, LayerInfo]
    inspection: Inspection
    settings: Settings = field(default_factory=Settings)

    @property
    def undirected(self) -> frozenset[str]:
        """Layers whose ties run from neither organization to the other."""
        return frozenset(name for name, info in self.layers.items() if not info.directed)

    def wave(self, table: SourceTable, needed: bool = True) -> list[str]:
        """Give the wave of each row: what its column says, else the only one there is.

        Parameters
        ----------
        table : SourceTable
            The file.
        needed : bool
            Whether a row that says no wave is a problem where there are several.
        """
        names = Names(self.waves)
        spelled = {text: names.find(text) for text in set(table.texts("wave"))}
        known = ", ".join(self.waves)
        self.inspection.wrong_texts(
            ((row, text) for row, text in table.items("wave") if text and not spelled[text]),
            table.file,
            "wave",
            lambda text: _("There is no wave “{wave}”.", wave=text),
            lambda text: suggestion(text, self.waves, _("The waves are {waves}.", waves=known)),
        )
        blank = [row for row, text in table.items("wave") if not text]
        if len(self.waves) == 1:
            spelled[""] = self.waves[0]
        elif needed and blank:
            self.inspection.wrong(
                _n(
                    "{count} row does not say which wave it belongs to.",
                    "{count} rows do not say which wave they belong to.",
                    len(blank),
                ),
                _("Fill in a column “wave” with one of {waves}.", waves=known),
                table.file,
                blank[0],
                "wave" if "wave" in table else None,
            )
        return [spelled[text] for text in table.texts("wave")]

    def layer(self, table: SourceTable) -> list[str]:
        """Give the layer of each row as it is shown; blank where the row names none.

        Parameters
        ----------
        table : SourceTable
            The file.
        """
        names = Names(self.layers)
        spelled = {text: names.find(text) for text in set(table.texts("layer"))}
        return [spelled[text] for text in table.texts("layer")]

    def partners(self, table: SourceTable, column: str) -> list[str]:
        """Give a column of partners that ``;`` or ``|`` separates, noting those that the roster lacks.

        Parameters
        ----------
        table : SourceTable
            The file.
        column : str
            Its header.

        Returns
        -------
        list of str
            Separated by ``"; "``.
        """
        names, inspection = self.names, self.inspection
        written = [(row, split_names(text, names)) for row, text in table.items(column)]
        if names.shown:
            inspection.wrong_texts(
                ((row, name) for row, several in written for name in several if not names.find(name)),
                table.file,
                column,
                lambda text: _("“{name}” is not in the list of organizations.", name=text),
                lambda text: names.remedy(text, inspection),
            )
        return ["; ".join(map(names.find, several)) for _row, several in written]


def split_names(text: str, names: Names) -> list[str]:
    """Give the names that one cell holds; a listed name may itself hold what separates them.

    Parameters
    ----------
    text : str
        Names that ``;`` or ``|`` separates.
    names : Names
        The roster.

    Examples
    --------
    >>> split_names("A; B | Soap; Roses", Names(["Bread; Roses"])), split_names("bread; roses", Names(["Bread; Roses"]))
    (['A', 'B', 'Soap', 'Roses'], ['bread; roses'])
    """
    if names.find(text):
        return [text]
    return [part.strip() for part in re.split(r"[;|]", text) if part.strip()]
