"""The files of copies beyond the desk, each drawn by itself, so that two processes can share them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from stakeholder_graph.editions import Copy
from stakeholder_graph.editions.checks.what_was_checked import LookedAt, what_was_checked
from stakeholder_graph.editions.manifests import MANIFEST, release_manifest
from stakeholder_graph.model.large_networks import MOST_ROWS_IN_FILES
from stakeholder_graph.views.cannot_tell import draw_cannot_tell
from stakeholder_graph.views.community import draw_community
from stakeholder_graph.views.folders.presented import CORRECTIONS, PRESENT, SLIDES, STATIONS, is_presented
from stakeholder_graph.views.map.map_page import draw_map
from stakeholder_graph.views.outcomes.handout import draw_outcome_sheets, has_outcome_sheets
from stakeholder_graph.views.present.corrections import draw_corrections
from stakeholder_graph.views.present.paper import draw_stations
from stakeholder_graph.views.present.present_page import draw_present
from stakeholder_graph.views.present.screens import Deck, deck
from stakeholder_graph.views.present.slides import draw_slides
from stakeholder_graph.views.report import draw_first_page, draw_report
from stakeholder_graph.views.workbook import csv_files, to_workbook

CANNOT_TELL = "what-this-cannot-tell.html"
_BOARD, _SHEETS = "for-the-board.html", "outcome-sheets.html"
#: All numbers of a copy, as one workbook and as a folder of CSV.
TABLES, TABLES_FOLDER = "tables.xlsx", "tables"


@dataclass(frozen=True, slots=True)
class DrawnFile:
    """A file, or a folder of texts by name; and what a file shows where nobody can look into it."""

    content: str | bytes | Mapping[str, str]
    shows: str | None = None

    def files(self, name: str) -> dict[str, str | bytes]:
        """Give the files by their path, where this one or its folder is called so.

        Parameters
        ----------
        name : str
            Of the file or the folder.

        Examples
        --------
        >>> DrawnFile({"ties.csv": "from,to"}).files("tables"), DrawnFile("<p>").files("map.html")
        ({'tables/ties.csv': 'from,to'}, {'map.html': '<p>'})
        """
        if isinstance(self.content, str | bytes):
            return {name: self.content}
        return {f"{name}/{inner}": text for inner, text in self.content.items()}


@dataclass(frozen=True, eq=False)
class CopyFiles:
    """The files of the room's or the community's copy.

    Parameters
    ----------
    copy : Copy
        Not the backbone's.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> files = CopyFiles(make_copy("partners", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1"))
    >>> "stations.pdf" in files.names, files.drawn("stations.pdf").content[:4]
    (True, b'%PDF')
    """

    copy: Copy

    @property
    def names(self) -> tuple[str, ...]:
        """The names of its files, in their order; the community has one page."""
        return tuple(self._draw)

    @property
    def in_turn(self) -> tuple[str, ...]:
        """The same in the order in which to draw them."""
        return self.names

    def drawn(self, name: str) -> DrawnFile:
        """Draw one of them."""
        return self._draw[name]()

    def of_checks(self, looked: Sequence[LookedAt]) -> Mapping[str, str]:
        """Draw what says of the others what they cannot tell, and which release they hold.

        Parameters
        ----------
        looked : sequence of LookedAt
            What was looked at in them.
        """
        release = self.copy.release
        if release is None:
            return {}
        checked = what_was_checked(release, looked)
        return {CANNOT_TELL: draw_cannot_tell(self.copy, checked), MANIFEST: release_manifest(release)}

    @property
    def _draw(self) -> Mapping[str, Callable[[], DrawnFile]]:
        if self.copy.edition == "community":
            return {"report.html": lambda: DrawnFile(draw_community(self.copy))}
        sheets = {_SHEETS: lambda: DrawnFile(draw_outcome_sheets(self.copy))}
        presented: dict[str, Callable[[], DrawnFile]] = {
            PRESENT: lambda: DrawnFile(draw_present(self._deck, map_href="map.html", report_href="report.html")),
            STATIONS: self._stations,
            SLIDES: lambda: DrawnFile(draw_slides(self._deck)),
            CORRECTIONS: lambda: DrawnFile(draw_corrections(self._deck)),
        }
        return {
            "report.html": self._report,
            "map.html": self._map,
            **(sheets if has_outcome_sheets(self.copy) else {}),
            _BOARD: lambda: DrawnFile(draw_first_page(self.copy)),
            **(presented if is_presented(self.copy) else {}),
            TABLES: lambda: DrawnFile(to_workbook(self.copy, most_rows=MOST_ROWS_IN_FILES)),
            TABLES_FOLDER: lambda: DrawnFile(csv_files(self.copy)),
        }

    @cached_property
    def _deck(self) -> Deck:
        return deck(self.copy)

    def _link(self, name: str) -> str | None:
        return name if name in self._draw else None

    def _report(self) -> DrawnFile:
        page = draw_report(
            self.copy,
            map_href="map.html",
            present_href=self._link(PRESENT),
            board_href=self._link(_BOARD),
            sheets_href=self._link(_SHEETS),
            tables_href=self._link(TABLES),
        )
        return DrawnFile(page)

    def _map(self) -> DrawnFile:
        return DrawnFile(draw_map(self.copy, report_href="report.html", present_href=self._link(PRESENT)))

    def _stations(self) -> DrawnFile:
        drawn = draw_stations(self._deck)
        return DrawnFile(drawn.content, drawn.shows)
