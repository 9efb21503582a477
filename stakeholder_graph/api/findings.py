"""Findings as one value: to go through, to look names up in, to turn into frames and files."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, overload

from stakeholder_graph.editions import Copy, Edition, make_copy
from stakeholder_graph.editions.publish import write_file
from stakeholder_graph.editions.withheld import withheld
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.errors import UnknownNameError
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.html_table import HtmlCell, html_table
from stakeholder_graph.model.table import ABSENT
from stakeholder_graph.storage.file_forms import FINDINGS, form_of_file
from stakeholder_graph.text import number
from stakeholder_graph.views.findings_data import to_csv, to_json, to_text
from stakeholder_graph.views.sentences import headline

if TYPE_CHECKING:
    import pandas as pd

#: How findings are written down as text, and in files.
TextFormat = Literal["table", "csv", "json"]
FileFormat = TextFormat | Literal["xlsx"]
_TEXTS: Mapping[TextFormat, Callable[[Copy], str]] = {"table": to_text, "csv": to_csv, "json": to_json}


class Findings(Sequence[Finding]):
    """What measures found in one wave of a partnership, in the order of the report.

    Parameters
    ----------
    partnership : Partnership
        What was measured.
    findings : iterable of Finding
        What was found.
    wave : str
        The round of the survey that they speak of.
    agreed : iterable of Finding
        Where some organizations did not agree to be named, what the same measures found without their answers.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph import from_networkx, measure
    >>> findings = measure(from_networkx(nx.karate_club_graph(), sector="club"), ["density", "reciprocity"])
    >>> findings
    <Findings of Network, wave 1: 2>
    >>> findings["density"].value == findings[0].value
    True
    """

    def __init__(
        self, partnership: Partnership, findings: Iterable[Finding], wave: str, agreed: Iterable[Finding] = ()
    ) -> None:
        self.partnership = partnership
        self.wave = wave
        self._findings = tuple(findings)
        self.agreed = tuple(agreed)

    def __len__(self) -> int:
        return len(self._findings)

    def __iter__(self) -> Iterator[Finding]:
        return iter(self._findings)

    @overload
    def __getitem__(self, key: int | str) -> Finding: ...
    @overload
    def __getitem__(self, key: slice) -> "Findings": ...
    def __getitem__(self, key: int | str | slice) -> "Finding | Findings":
        """A finding by position, by id or by its measure's name (its first layer); a slice is findings again."""
        if isinstance(key, slice):
            ids = {finding.id for finding in self._findings[key]}
            agreed = [finding for finding in self.agreed if finding.id in ids]
            return Findings(self.partnership, self._findings[key], self.wave, agreed)
        if isinstance(key, int):
            return self._findings[key]
        for finding in self._findings:
            if key in (finding.id, finding.name):
                return finding
        raise UnknownNameError("finding", key, [finding.id for finding in self._findings])

    def table(self, key: int | str, name: str | None = None) -> "pd.DataFrame":
        """A table of a finding as a frame.

        Parameters
        ----------
        key : int or str
            The finding, as in ``findings[key]``.
        name : str, optional
            One of the finding's further tables; the main table by default.

        Raises
        ------
        UnknownNameError
            If there is no such finding or table.
        """
        import pandas as pd

        finding = self[key]
        table = finding.table if name is None else finding.tables.get(name)
        if table is None:
            raise UnknownNameError("table", name or "table", finding.tables)
        filled = ([None if cell is ABSENT else cell for cell in cells] for cells in table.cells)
        return pd.DataFrame({column.name: cells for column, cells in zip(table.columns, filled, strict=True)})

    def to_frame(self) -> "pd.DataFrame":
        """One row a finding: scope, value, test and ranges.

        Returns
        -------
        DataFrame
            Indexed by the finding's id.
        """
        import pandas as pd

        rows = {finding.id: _row(finding) for finding in self._findings}
        return pd.DataFrame.from_dict(rows, orient="index").rename_axis("id")

    def copy(self, edition: Edition = "backbone") -> Copy:
        """What an edition lets its readers see, of the same measures."""
        names = list(dict.fromkeys(finding.name for finding in self._findings))
        return make_copy(edition, self.partnership, self._findings, self.wave, names, self.agreed)

    def to_text(self, form: TextFormat = "table", edition: Edition = "backbone") -> str:
        """Findings as text.

        Parameters
        ----------
        form : {"table", "csv", "json"}
            A block for each finding, to be read; a line for each, safe to open in a spreadsheet; or one JSON document.
        edition : {"backbone", "partners", "community"}
            For whom: what that edition withholds is left out.
        """
        return _TEXTS[form](self.copy(edition))

    def write(self, path: str | Path, form: FileFormat | None = None, edition: Edition = "backbone") -> Path:
        """Write findings to a file, whole or not at all.

        Parameters
        ----------
        path : str or Path
            The file; its folder is made if need be.
        form : {"table", "csv", "json", "xlsx"}, optional
            As in `to_text`, or a workbook with a sheet for each table. By default what the ending of the file says, and
            a table where it has none.
        edition : {"backbone", "partners", "community"}
            As in `to_text`.

        Returns
        -------
        Path
            The file.

        Raises
        ------
        FileFormError
            If findings are not written to files with that ending, or not in this form.
        LeakError
            If the file held what the edition withholds; nothing is written then.
        """
        path = Path(path)
        chosen: Any = form_of_file(path, form, FINDINGS)
        copy = self.copy(edition)
        if chosen == "xlsx":
            from stakeholder_graph.views.workbook import to_workbook

            content: str | bytes = to_workbook(copy)
        else:
            content = _TEXTS[chosen](copy)
        write_file(path, content, withheld(self.partnership, copy))
        return path

    def __repr__(self) -> str:
        return f"<Findings of {self.partnership.name}, wave {self.wave}: {len(self)}>"

    def _repr_html_(self) -> str:
        """A table for notebooks; whatever a survey says is escaped."""
        head = ["finding", "value", "range", "p", "reading"]
        return html_table(head, map(_html_row, self._findings), f"{self.partnership.name}, {self.wave}")


def _row(finding: Finding) -> dict[str, object]:
    test = finding.test
    return {
        "name": finding.name,
        "layer": "+".join(finding.scope.layers),
        "wave": "+".join(finding.scope.waves),
        "value": finding.value,
        "unit": finding.unit,
        "estimate": finding.estimate,
        "range_low": finding.range[0] if finding.range else None,
        "range_high": finding.range[1] if finding.range else None,
        "expected": test.expected if test else None,
        "p": test.p if test else None,
    }


def _html_row(finding: Finding) -> list[HtmlCell]:
    interval = " to ".join(map(number, finding.range)) if finding.range else ""
    return [finding.id, finding.value, interval, finding.test.p if finding.test else None, headline(finding)]
