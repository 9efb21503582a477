"""What lies in the folder of somebody who begins, before it is spelled: tables, workbooks and plain text."""

import csv
import io
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from xml.sax.saxutils import escape

from tests.front_door.partnership import Rows, text


@dataclass(frozen=True)
class Table:
    """A delimited text file.

    Parameters
    ----------
    rows : list of lists
        Its cells.
    separator : str
        Between cells; another one may be tried where this is a comma.
    heads : int
        Rows that stay above.
    shuffled : str
        What may come in another order: ``rows``, ``rows and columns`` or nothing.
    quoted : bool
        Whether every cell stands in quotation marks.
    encoding : str, optional
        The one that the tool writes, where it writes one only.
    """

    rows: Rows
    separator: str = ","
    heads: int = 1
    shuffled: str = "rows"
    quoted: bool = False
    encoding: str | None = None

    def text(self, rows: Rows, separator: str) -> str:
        """Write cells with a separator."""
        if self.quoted:
            out = io.StringIO()
            csv.writer(out, delimiter=separator, lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
            return out.getvalue()
        return text(rows, separator)


@dataclass(frozen=True)
class Book:
    """A workbook of Excel.

    Parameters
    ----------
    sheets : mapping of str to rows
        In their order; each is shuffled as a table with one row of headers is.
    made : callable, optional
        What is done to the workbook of openpyxl before it is saved: sheets hidden, cells merged.
    shuffled : bool
        Whether rows may come in another order.
    """

    sheets: Mapping[str, Rows]
    made: Callable[..., None] | None = None
    shuffled: bool = True


def unescaped(name: str) -> str:
    """Leave a name as it is."""
    return name


@dataclass(frozen=True)
class Text:
    """A file that is no table.

    Parameters
    ----------
    text : str
        Its text.
    escape : callable
        Writes a name as the format does.
    """

    text: str
    escape: Callable[[str], str] = field(default=unescaped)


def table(rows: Rows, separator: str = ",", heads: int = 1, shuffled: str = "rows") -> Table:
    """A table as most people have it."""
    return Table(rows, separator, heads, shuffled)


@dataclass(frozen=True)
class Ods:
    """A workbook of LibreOffice, as ODS.

    Parameters
    ----------
    sheets : mapping of str to rows
        In their order.
    """

    sheets: Mapping[str, Rows]

    def bytes_of(self, written: Callable[[object], object]) -> bytes:
        """Write it, each cell as `written` spells it."""
        tables = "".join(
            f'<table:table table:name="{name}">'
            + "".join(f"<table:table-row>{''.join(_in_ods(written(c)) for c in row)}</table:table-row>" for row in rows)
            + "</table:table>"
            for name, rows in self.sheets.items()
        )
        stream = io.BytesIO()
        with zipfile.ZipFile(stream, "w") as archive:
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
            archive.writestr("META-INF/manifest.xml", f'<manifest:manifest xmlns:manifest="{_OASIS}manifest:1.0"/>')
            archive.writestr("content.xml", _ODS.format(tables))
        return stream.getvalue()


_OASIS = "urn:oasis:names:tc:opendocument:xmlns:"
_ODS = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-content xmlns:office="{_OASIS}office:1.0"
 xmlns:table="{_OASIS}table:1.0" xmlns:text="{_OASIS}text:1.0" office:version="1.2"><office:body>
 <office:spreadsheet>{{}}
</office:spreadsheet></office:body></office:document-content>"""


def _in_ods(value: object) -> str:
    kind = f'float" office:value="{value}' if isinstance(value, int) else "string"
    shown = f"<text:p>{escape(str(value))}</text:p>" if value not in ("", None) else ""
    return f'<table:table-cell office:value-type="{kind}">{shown}</table:table-cell>'


Content = Table | Book | Ods | Text | bytes
"""What a file holds."""
