"""What every reader of a plain file needs: the names, the waves, the layers, and the list of problems."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.survey import LayerInfo
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.tabular.source_table import SourceTable

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True)
class Reading:
    """The ground on which the files of one partnership are read.

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
    directed : bool
        Whether a tie runs from one organization to another.
    """

    names: Names
    waves: tuple[str, ...]
    layers: dict[str, LayerInfo]
    inspection: Inspection
    directed: bool = True

    def wave(self, table: SourceTable, needed: bool = True) -> "pd.Series[str]":
        """The wave of each row: what its column says, else the only one there is."""
        written = table["wave"]
        found = Names(self.waves).resolve(written)
        self.inspection.wrong_texts(
            written[(written != "") & (found == "")],
            table.file,
            "wave",
            lambda text: f'There is no wave "{text}"',
            lambda text: suggestion(text, self.waves, f"The waves are {', '.join(self.waves)}."),
        )
        if len(self.waves) == 1:
            return found.where(written != "", self.waves[0])
        if needed and (written == "").any():
            self.inspection.wrong(
                f"{int((written == '').sum())} rows do not say which wave they belong to.",
                f"Fill in a column wave with one of {', '.join(self.waves)}.",
                table.file,
                table.cells.index[written == ""][0],
                "wave" if "wave" in table else None,
            )
        return found

    def layer(self, table: SourceTable) -> "pd.Series[str]":
        """The layer of each row as it is shown; blank where the row names none."""
        return Names(self.layers).resolve(table["layer"])
