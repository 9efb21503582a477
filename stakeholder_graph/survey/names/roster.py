"""Names as written against the roster: normal form, aliases, renames and mergers."""

import unicodedata
from collections.abc import Iterable, Mapping

import pandas as pd

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.tabular.source_table import SourceTable


def normal(name: str) -> str:
    """Bring a name to the form in which names are compared: NFC, one space between words, no case.

    Examples
    --------
    >>> normal("  Harbor   FLATS Clinic ") == normal("Harbor Flats clinic")
    True
    """
    if name.isascii():
        return " ".join(name.split()).casefold()
    return unicodedata.normalize("NFC", " ".join(unicodedata.normalize("NFC", name).split()).casefold())


def normals(names: "pd.Series[str]") -> "pd.Series[str]":
    """Bring a column of names to normal form, each different name once."""
    return names.map({name: normal(name) for name in names.unique()}).astype("str")


def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Sort key in which "wave 10" comes after "wave 2".

    Examples
    --------
    >>> sorted(["wave 10", "wave 2"], key=natural)
    ['wave 2', 'wave 10']
    """
    parts: list[tuple[int, int, str]] = []
    digits = ""
    for sign in f"{normal(text)}\0":
        if sign.isdecimal():
            digits += sign
            continue
        if digits:
            parts.append((0, int(digits), digits))
            digits = ""
        parts.append((1, 0, sign))
    return (*parts, (2, 0, text))


#: Stands in names.csv for a text that names no organization.
NOBODY = "-"
#: What to do about a name that is not certain; the workbook has a sheet for it.
SAY_WHO = f'Say who it is in names.csv ("{NOBODY}" for nobody), or add it to the organizations.'

#: What to do about a partner whom nobody asked; rows that `stakeholder-graph names` wrote to be filled in have a
#: reason.
NOT_ASKED = (
    'If you never asked it, write it in names.csv under "written" and leave "organization" blank (and "reason", if '
    "there is such a column): it is then a name to invite, and no tie."
)


class Names:
    """The roster and every other way in which its organizations were written.

    Parameters
    ----------
    roster : iterable of str
        Organizations as they are shown; of two with one normal form the first counts.
    aliases : mapping of (str, str) to str
        Organization by wave (``""`` for every wave) and written name, both names in normal form.
    unlisted : mapping of (str, str) to str
        As of `read_unlisted`: names of partners that were never asked, as they are shown.

    Examples
    --------
    >>> names = Names(["City Library"], {("", "library"): "city library"})
    >>> names.resolve(pd.Series(["LIBRARY", "city  library", "zoo"])).tolist()
    ['City Library', 'City Library', '']
    """

    def __init__(
        self,
        roster: Iterable[str],
        aliases: Mapping[tuple[str, str], str] | None = None,
        unlisted: Mapping[tuple[str, str], str] | None = None,
    ) -> None:
        self.shown: dict[str, str] = {}
        for name in roster:
            self.shown.setdefault(normal(name), " ".join(name.split()))
        self.aliases = dict(aliases or {})
        self.unlisted = dict(unlisted or {})

    def find(self, written: str, wave: str = "") -> str:
        """Give the organization that a written name stands for in a wave; ``""`` where there is none."""
        return self.shown.get(target(self.aliases, normal(written), wave), "")

    def resolve(self, written: "pd.Series[str]", wave: "pd.Series[str] | None" = None) -> "pd.Series[str]":
        """Give the organization for each written name; blank where there is none."""
        if wave is None:
            return written.map({name: self.find(name) for name in written.unique()}).astype("str")
        pairs = pd.MultiIndex.from_arrays([written, wave])
        known = {pair: self.find(*pair) for pair in pairs.unique()}
        return pd.Series([known[pair] for pair in pairs], index=written.index, dtype="str")

    def find_unlisted(self, written: "pd.Series[str]", wave: "pd.Series[str]") -> "pd.Series[str]":
        """Give each name that names.csv says is not of the roster, as it is shown; blank for all others."""
        found = []
        for name, of in zip(written, wave, strict=True):
            key = target(self.aliases, normal(name), of)
            found.append("" if key in self.shown else self.unlisted.get((of, key), self.unlisted.get(("", key), "")))
        return pd.Series(found, index=written.index, dtype="str")

    def checked(
        self,
        table: SourceTable,
        column: str,
        inspection: Inspection,
        wave: "pd.Series[str] | None" = None,
        *,
        partners: bool = False,
    ) -> "pd.Series[str]":
        """Resolve a column, noting a problem for each name that the roster lacks.

        Where it names `partners`, who need not have been asked, a name that names.csv says is unlisted is no problem.
        """
        written = table[column]
        found = self.resolve(written, wave)
        missing = written[(written != "") & (found == "")] if self.shown else written.iloc[:0]
        if partners and wave is not None:
            missing = missing[self.find_unlisted(missing, wave[missing.index]) == ""]
        nobody = missing.map(lambda text: target(self.aliases, normal(text), "") == NOBODY).astype(bool)
        for row, text in missing[nobody].items():
            inspection.advise(
                f'"{text}" names nobody, as was decided; the row is left out.', "Nothing.", table.file, row, column
            )
        inspection.wrong_texts(
            missing[~nobody],
            table.file,
            column,
            lambda text: f'"{text}" is not in the list of organizations',
            lambda text: self.advice(text, partners),
        )
        return found

    def advice(self, written: str, partner: bool = False) -> str:
        """Say what to do about a name that the roster lacks."""
        near = suggestion(written, list(self.shown.values()))
        ask = "Correct it, add it to organizations.csv, or say in names.csv who it is."
        return f"{near} {ask} {NOT_ASKED if partner else ''}".strip()


def target(aliases: Mapping[tuple[str, str], str], name: str, wave: str) -> str:
    """Follow renames to their end: a name may have changed more than once.

    Examples
    --------
    >>> target({("", "a"): "b", ("", "b"): "c"}, "a", "2025")
    'c'
    """
    seen = {name}
    while True:
        further = aliases.get((wave, name), aliases.get(("", name), name))
        if further in seen:
            return further
        seen.add(further)
        name = further


def read_aliases(table: SourceTable | None, inspection: Inspection) -> dict[tuple[str, str], str]:
    """Read names.csv: organization by wave and written name, in normal form; a blank one is not decided yet."""
    if table is None:
        return {}
    table.require_text(inspection, "written")
    table.require(inspection, "organization")
    aliases: dict[tuple[str, str], str] = {}
    rows: dict[tuple[str, str], int] = {}
    written, known, waves = table["written"], table["organization"], table["wave"]
    for row in table.cells.index:
        key, organization = (waves[row], normal(written[row])), normal(known[row])
        if not key[1] or not organization:
            continue
        if aliases.setdefault(key, organization) != organization:
            inspection.wrong(
                f'"{written[row]}" stands for "{known[row]}" here and for another organization in row {rows[key]}.',
                "Keep one of the two rows.",
                table.file,
                row,
            )
        rows.setdefault(key, int(str(row)))
    return aliases


def read_unlisted(table: SourceTable | None) -> dict[tuple[str, str], str]:
    """Read which names names.csv gives no organization: as written, by wave and name in normal form.

    A row with a reason is one that `stakeholder-graph names` wrote to be filled in, and is not decided yet.
    """
    if table is None or "organization" not in table:
        return {}
    blank = table.cells.index[(table["written"] != "") & (table["organization"] == "") & (table["reason"] == "")]
    written, waves = table["written"], table["wave"]
    return {(waves[row], normal(written[row])): " ".join(written[row].split()) for row in reversed(blank)}


def check_aliases(table: SourceTable | None, names: Names, waves: Iterable[str], inspection: Inspection) -> None:
    """Note every row of names.csv whose organization or wave does not exist."""
    if table is None:
        return
    names.checked(table, "organization", inspection, table["wave"], partners=True)
    waves = list(waves)
    inspection.wrong_texts(
        table["wave"][~table["wave"].isin(["", *waves])],
        table.file,
        "wave",
        lambda text: f'There is no wave "{text}"',
        lambda text: suggestion(text, waves, f"The waves are {', '.join(waves)}."),
    )
