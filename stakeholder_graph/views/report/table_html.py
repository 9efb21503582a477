"""Tables as HTML: written here, since a template engine takes a call for every one of a page's 22,000 cells.

What many cells would repeat is stated once: symbols of sectors as ``<symbol>`` elements that cells use, and numbers,
which most cells are, as cells without a class, which ``tables.css`` sets as numbers.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from markupsafe import Markup, escape

from stakeholder_graph.views.charts import Looks
from stakeholder_graph.views.report.tables import Shown, TableView
from stakeholder_graph.views.style import INK

_SYMBOLS = Markup('<svg class="symbols" width="0" height="0" aria-hidden="true">{}</svg>')
_SYMBOL = Markup(
    '<symbol id="sector-{number}" viewBox="-1.8 -1.8 3.6 3.6"><path d="{path}" fill="{colour}" stroke="{ink}" '
    'stroke-width="0.22" stroke-linejoin="round"/></symbol>'
)
_SECTOR = Markup('<svg aria-hidden="true"><use href="#sector-{number}"/></svg>{name}')
_ON_MAP = Markup('<a href="{href}#organization={quoted}">{name}</a>')
_BEFORE = Markup(
    '<div class="wide" tabindex="0" role="group" aria-label="{caption}"><table class="values{many}">\n'
    "  <caption{ears}>{caption}</caption>\n"
)

#: Tables of so many columns have narrow ones, of so many the narrowest; of so many and of few rows each column becomes
#: a line.
MANY, MOST_COLUMNS, TURNED, MOST_TURNED = 7, 11, 12, 9


@dataclass(frozen=True)
class TableWriter:
    """Writes the tables of one page.

    Parameters
    ----------
    looks : mapping of str to Look
        Sectors that have a symbol.
    on_map : collection of str
        Organizations whose names lead to the map.
    map_href : str or None
        Where the map lies.

    Examples
    --------
    >>> first = Shown("Clinic & Co", "name"), Shown("3", "number")
    >>> second = Shown("School", "name"), Shown("–", "number", unknown=True)
    >>> table = TableView("Ties", (Shown("Organization", "name"), Shown("Ties", "number")), (first, second))
    >>> written = TableWriter({}, {"School"}, "map.html").html(table)
    >>> written.count("<tr>"), "<td>3</td>" in written, "Clinic &amp; Co</th>" in written
    (3, True, True)
    >>> '<a href="map.html#organization=School">School</a></th><td class="unknown">–</td>' in written
    True
    """

    looks: Looks
    on_map: Collection[str] = frozenset()
    map_href: str | None = None
    _written: dict[tuple[str, str], str] = field(default_factory=dict, repr=False)

    @property
    def symbols(self) -> Markup:
        """The symbols that cells use, to stand once on the page, before the first table."""
        drawn = (
            _SYMBOL.format(number=k, path=look.path, colour=look.colour, ink=INK)
            for k, look in enumerate(self.looks.values())
        )
        return _SYMBOLS.format(Markup("").join(drawn)) if self.looks else Markup("")

    def html(self, table: TableView, folded: bool = False) -> Markup:
        """Write a table that is as wide as its place, or scrolls.

        Parameters
        ----------
        table : TableView
            Texts are escaped here.
        folded : bool
            Whether its caption stands above it already, and is said to those only who do not see it.
        """
        many = len(table.headings) >= MANY
        before = _BEFORE.format(
            caption=table.caption,
            ears=Markup(' class="for-ears"') if folded else "",
            many=" many most" if many and len(table.headings) >= MOST_COLUMNS else " many" if many else "",
        )
        if len(table.headings) >= TURNED and 0 < len(table.rows) <= MOST_TURNED:
            return Markup("".join((before, *self._turned(table), "  </tbody>\n</table></div>\n")))  # noqa: S704 (as below)
        head = "".join(
            f'<th scope="col" class="{heading.kind}">{_breaking(heading.text)}</th>' for heading in table.headings
        )
        lines = [
            before,
            f"  <thead><tr>{head}</tr></thead>\n  <tbody>\n",
            *self._rows(table.rows),
            "  </tbody>\n</table></div>\n",
        ]
        return Markup("".join(lines))  # noqa: S704 (every text in it is escaped above or in `_inside`)

    def _turned(self, table: TableView) -> Iterator[str]:
        """A table of many columns and few rows with a line for each column, so that it needs no more than its place."""
        first, *others = table.headings
        names = "".join(f'<th scope="col" class="{_classes(row[0])}">{self._inside(row[0])}</th>' for row in table.rows)
        corner = f'<th scope="col" class="{first.kind}">{escape(first.text)}</th>'
        yield f"  <thead><tr>{corner}{names}</tr></thead>\n  <tbody>\n"
        for at, heading in enumerate(others, start=1):
            cells = "".join([self._cell(row[at]) for row in table.rows])
            yield f'  <tr><th scope="row" class="text">{escape(heading.text)}</th>{cells}</tr>\n'

    def _rows(self, rows: Iterable[tuple[Shown, ...]]) -> Iterator[str]:
        for first, *others in rows:
            cells = "".join([self._cell(shown) for shown in others])
            head = f'<th scope="row" class="{_classes(first)}">{self._inside(first)}</th>'
            yield f"  <tr>{head}{cells}</tr>\n"

    def _cell(self, shown: Shown) -> str:
        if shown.kind == "number":
            return (
                f'<td class="unknown">{escape(shown.text)}</td>' if shown.unknown else f"<td>{escape(shown.text)}</td>"
            )
        return f'<td class="{_classes(shown)}">{self._inside(shown)}</td>'

    def _inside(self, shown: Shown) -> str:
        """A cell's text as HTML; sectors and organizations stand in many cells."""
        key = (shown.kind, shown.text)
        if key not in self._written:
            self._written[key] = str(self._marked(shown))
        return self._written[key]

    def _marked(self, shown: Shown) -> Markup:
        if shown.kind == "sector" and shown.text in self.looks:
            return _SECTOR.format(number=list(self.looks).index(shown.text), name=shown.text)
        if shown.kind == "name" and self.map_href and shown.text in self.on_map:
            return _ON_MAP.format(href=self.map_href, quoted=quote(shown.text), name=shown.text)
        return escape(shown.text)


def _breaking(text: str) -> str:
    """A heading that may break after each low line, as the names of columns have them."""
    return str(escape(text)).replace("_", "_<wbr/>")


def _classes(shown: Shown) -> str:
    return f"{shown.kind} unknown" if shown.unknown else shown.kind
