"""Who moved between groups from wave to wave, as bands between columns."""

from collections.abc import Mapping
from dataclasses import dataclass

from stakeholder_graph.studies.change.over_time.flows import NOT_KNOWN, NOT_LISTED, Flows
from stakeholder_graph.text import N_, _, translate

#: Of the picture, and of a column, of the space between its blocks, of the names beside the outer columns.
WIDTH, COLUMN, SPACE, BESIDE, ABOVE = 860.0, 14.0, 6.0, 210.0, 26.0
#: The height of an organization, and the most that all blocks of a column take.
TALLEST, MOST_HEIGHT = 9.0, 420.0
#: Names are cut beyond so many letters; the full one is said where the pointer rests.
_LETTERS = 30
_ASIDE = {NOT_LISTED: N_("not on the list"), NOT_KNOWN: N_("not known")}


@dataclass(frozen=True, slots=True)
class FlowBlock:
    """A group in a wave: where it stands, and its name where it is written."""

    x: float
    y: float
    height: float
    group: str
    shown: str
    count: int
    aside: bool


@dataclass(frozen=True, slots=True)
class Band:
    """Organizations that went from one group to another: the outline, and what it says."""

    path: str
    said: str
    moved: bool


@dataclass(frozen=True, slots=True)
class FlowPicture:
    """All waves as columns of blocks with bands between them."""

    kind: str
    height: float
    columns: tuple[tuple[float, str, tuple[FlowBlock, ...]], ...]
    bands: tuple[Band, ...]


def flow_picture(flows: Flows, waves: tuple[str, ...]) -> FlowPicture:
    """Lay flows out.

    Parameters
    ----------
    flows : Flows
        Any.
    waves : tuple of str
        The names of all waves.
    """
    most = max(sum(column.values()) for column in flows.columns)
    unit = min(TALLEST, MOST_HEIGHT / max(most, 1))
    columns = tuple(_column(k, flows.columns[k], wave, len(waves), unit) for k, wave in enumerate(waves))
    height = max(block.y + block.height for _x, _wave, blocks in columns for block in blocks) + 12
    return FlowPicture(flows.kind, round(height, 1), columns, tuple(_bands(flows, columns, waves, unit)))


def _x(k: int, waves: int) -> float:
    return round(BESIDE + (WIDTH - 2 * BESIDE - COLUMN) * k / max(waves - 1, 1), 1)


def _column(
    k: int, counts: Mapping[str, int], wave: str, waves: int, unit: float
) -> tuple[float, str, tuple[FlowBlock, ...]]:
    blocks, y = [], ABOVE
    for group, count in counts.items():
        name = translate(_ASIDE[group]) if group in _ASIDE else group
        shown = name if len(name) <= _LETTERS else f"{name[: _LETTERS - 1].rstrip()}…"
        blocks.append(FlowBlock(_x(k, waves), round(y, 1), round(unit * count, 1), name, shown, count, group in _ASIDE))
        y += unit * count + SPACE
    return _x(k, waves), wave, tuple(blocks)


def _bands(
    flows: Flows, columns: tuple[tuple[float, str, tuple[FlowBlock, ...]], ...], waves: tuple[str, ...], unit: float
) -> list[Band]:
    tops: list[dict[str, tuple[float, float]]] = []
    for counts, (_left, _wave, blocks) in zip(flows.columns, columns, strict=True):
        tops.append({group: (block.y, block.y) for group, block in zip(counts, blocks, strict=True)})
    bands = []
    order = [{group: n for n, group in enumerate(counts)} for counts in flows.columns]
    for ribbon in sorted(
        flows.ribbons, key=lambda r: (r.step, order[r.step][r.from_group], order[r.step + 1][r.to_group])
    ):
        thick = unit * ribbon.organizations
        arrives, leaves = tops[ribbon.step][ribbon.from_group]
        into, out = tops[ribbon.step + 1][ribbon.to_group]
        tops[ribbon.step][ribbon.from_group] = (arrives, leaves + thick)
        tops[ribbon.step + 1][ribbon.to_group] = (into + thick, out)
        x1, x2 = columns[ribbon.step][0] + COLUMN, columns[ribbon.step + 1][0]
        middle = (x1 + x2) / 2
        path = (
            f"M{x1:.1f} {leaves:.1f}C{middle:.1f} {leaves:.1f} {middle:.1f} {into:.1f} {x2:.1f} {into:.1f}"
            f"V{into + thick:.1f}C{middle:.1f} {into + thick:.1f} {middle:.1f} {leaves + thick:.1f} "
            f"{x1:.1f} {leaves + thick:.1f}Z"
        )
        names = [translate(_ASIDE.get(group, group)) if group in _ASIDE else group for group in ribbon[1:3]]
        said = _(
            "{before} to {after}: {count} from {from_group} to {to_group}",
            before=waves[ribbon.step],
            after=waves[ribbon.step + 1],
            count=ribbon.organizations,
            from_group=names[0],
            to_group=names[1],
        )
        bands.append(Band(path, said, ribbon.from_group != ribbon.to_group and NOT_KNOWN not in ribbon[1:3]))
    return bands
