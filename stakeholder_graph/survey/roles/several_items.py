"""Cells that name several things an organization takes part in, and words in them that name none."""

from collections.abc import Sequence

from stakeholder_graph.survey.names.matching import stands_for_nobody
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.tabular.delimited import is_known


def items_in(texts: Sequence[str]) -> list[list[str]]:
    """Give the items that each cell of a column names; words for "not known" and for none name nothing.

    Parameters
    ----------
    texts : sequence of str
        The cells. Semicolons and bars always stand between items, commas where most of what they part stands by itself
        or beside something else in another cell.

    Examples
    --------
    >>> items_in(["Reading, Food", "Food", "Reading", "n/a", "none"])
    [['Reading', 'Food'], ['Food'], ['Reading'], [], []]
    >>> items_in(["Health, Safety and Air", "Jobs; Food", "Jobs"])
    [['Health, Safety and Air'], ['Jobs', 'Food'], ['Jobs']]
    """
    cells = [_parts(text) for text in texts]
    commas = 2 * len(_repeated(cells)) > len(_parted(cells))
    apart = [[item for part in parts for item in (part.split(",") if commas else (part,))] for parts in cells]
    return [[item.strip() for item in items if _is_item(item.strip())] for items in apart]


def in_doubt(texts: Sequence[str]) -> list[str]:
    """Give the items with a comma that may be several: some of their parts stand in other cells, too, but not most.

    Parameters
    ----------
    texts : sequence of str
        The cells.

    Examples
    --------
    >>> in_doubt(["Jobs, Health and Air", "Jobs"]), in_doubt(["Health, Safety and Air", "Jobs"])
    (['Jobs, Health and Air'], [])
    """
    cells = [_parts(text) for text in texts]
    repeated = _repeated(cells)
    if not repeated or 2 * len(repeated) > len(_parted(cells)):
        return []
    with_comma = dict.fromkeys(part for parts in cells for part in parts if "," in part)
    return [part for part in with_comma if repeated & {normal(item) for item in part.split(",")}]


def _parts(text: str) -> list[str]:
    return [part.strip() for part in text.replace("|", ";").split(";") if part.strip()]


def _parted(cells: Sequence[Sequence[str]]) -> set[str]:
    """What stands between commas, in normal form."""
    return {
        normal(item) for parts in cells for part in parts if "," in part for item in part.split(",") if item.strip()
    }


def _repeated(cells: Sequence[Sequence[str]]) -> set[str]:
    """Those of them that stand in another text, too: by themselves, or beside something else."""
    texts = {normal(part): {normal(item) for item in part.split(",")} for parts in cells for part in parts}
    return {item for item in _parted(cells) if sum(item in items for items in texts.values()) > 1}


def _is_item(text: str) -> bool:
    return bool(text) and is_known(text) and not stands_for_nobody(text)
