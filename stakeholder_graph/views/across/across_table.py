"""The table of communities: what each is like, beside what is usual for its size; by name, never by a number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from stakeholder_graph.communities.community_wave import CommunityWave, Comparable
from stakeholder_graph.communities.fingerprint import Fingerprint
from stakeholder_graph.communities.side_by_side import SideBySide
from stakeholder_graph.text import _, number, percent
from stakeholder_graph.views.across.across_words import NOT_KNOWN, NOT_SHARED


@dataclass(frozen=True, slots=True)
class CommunityRow:
    """A row: the community, its survey, and a text for each heading."""

    name: str
    wave: str
    cells: tuple[str, ...]
    shared: bool = True


@dataclass(frozen=True, slots=True)
class CommunityTable:
    """The columns that any community has something in: headings, and as many cells in every row.

    Parameters
    ----------
    headings : tuple of str
        Of the cells of rows.
    rows : tuple of CommunityRow
        As `lines` gives them.
    surveys : bool
        Whether any says which survey it is.
    """

    headings: tuple[str, ...]
    rows: tuple[CommunityRow, ...]
    surveys: bool


def community_table(together: SideBySide) -> CommunityTable:
    """Leave out of all columns those that would be empty.

    Parameters
    ----------
    together : SideBySide
        Any.

    Examples
    --------
    >>> table = community_table(SideBySide((), fingerprints={"North": Fingerprint("20-49", 2025)}))
    >>> table.headings, [row.cells for row in table.rows]
    (('Organizations',), [('20-49',)])
    """
    rows, missing = tuple(lines(together)), {NOT_KNOWN, _(NOT_SHARED)}
    held = [not missing.issuperset(cells) for cells in zip(*(row.cells for row in rows), strict=True)]

    def kept(cells: Sequence[str]) -> tuple[str, ...]:
        return tuple(cell for cell, shown in zip(cells, held, strict=True) if shown)

    return CommunityTable(
        kept(headings()) if rows else (),
        tuple(replace(row, cells=kept(row.cells)) for row in rows),
        not missing.issuperset(row.wave for row in rows),
    )


def headings() -> tuple[str, ...]:
    """What the cells of a `CommunityRow` are."""
    return (
        _("Organizations"),
        _("Answered"),
        _("Connections of each"),
        _("Pairs connected"),
        _("Usual for its size"),
        _("Pairs that cannot reach each other"),
        _("Connections across sectors"),
        _("by chance"),
        _("z, sectors dealt out"),
        _("z, ties rewired"),
        _("Mentions returned"),
        _("by chance"),
        _("z"),
    )


def lines(together: SideBySide) -> Iterator[CommunityRow]:
    """Give a row for each community and survey, and one for each fingerprint.

    Parameters
    ----------
    together : SideBySide
        Any.

    Examples
    --------
    >>> wave = CommunityWave("Wren", "2025", "collaboration", True, 60, 42, density=0.2)
    >>> [line.cells[:5] for line in lines(SideBySide((wave,)))]
    [('60', '70%', '–', '20%', '–')]
    """
    for wave in together.waves:
        yield _line(wave, together)
    for name, fingerprint in together.fingerprints.items():
        yield _of_fingerprint(name, fingerprint)


def _line(wave: CommunityWave, together: SideBySide) -> CommunityRow:
    usual = together.usual_density.of(wave.organizations) if together.usual_density and wave.density else None
    across, both = wave.comparable("across_sectors"), wave.comparable("named_by_both")
    cells = (
        number(wave.organizations),
        percent(wave.answered / wave.organizations) if wave.answered_known and wave.organizations else NOT_KNOWN,
        _number(wave.mean_degree),
        _percent(wave.density),
        _percent(usual),
        _percent(wave.fragmentation),
        *_beside_chance(across),
        _number(across.z_rewired if across else None),
        *_beside_chance(both),
    )
    return CommunityRow(wave.name, wave.wave, cells)


def _beside_chance(comparable: Comparable | None) -> tuple[str, str, str]:
    if comparable is None:
        return (NOT_KNOWN,) * 3
    return percent(comparable.value), _percent(comparable.expected), _number(comparable.z)


def _of_fingerprint(name: str, fingerprint: Fingerprint) -> CommunityRow:
    missing = _(NOT_SHARED)
    shown = (fingerprint.size, fingerprint.response or missing)
    return CommunityRow(
        name, str(fingerprint.year or missing), (*shown, *(missing,) * (len(headings()) - len(shown))), shared=False
    )


def _number(value: float | None) -> str:
    return NOT_KNOWN if value is None else number(value)


def _percent(value: float | None) -> str:
    return NOT_KNOWN if value is None else percent(value)
