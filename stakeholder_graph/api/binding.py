"""Write the binder: the rows of a rubric with their proof, and the documents beside them."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Literal

from stakeholder_graph.conditions.judgement import Ledger
from stakeholder_graph.editions import Copy, make_copy
from stakeholder_graph.editions.from_lists.board_rows import board_ledger
from stakeholder_graph.editions.publish import write_file, write_folders
from stakeholder_graph.editions.statements import plain
from stakeholder_graph.editions.withheld import Withheld, names_in, withheld
from stakeholder_graph.graph import Partnership
from stakeholder_graph.views.binder import draw_binder, draw_board_binder, linked_documents

PAGE = "binder.html"
#: Where each edition goes by default: names that cannot be mistaken for one another.
BINDERS: Mapping[str, str] = {
    "backbone": "outputs/binder-backbone-only",
    "partners": "outputs/binder-for-the-board",
}


def write_binder(
    partnership: Partnership,
    ledger: Ledger,
    output: str | Path | None = None,
    *,
    edition: Literal["backbone", "partners"] = "backbone",
    say: Callable[[str], None] = lambda sentence: None,
) -> list[Path]:
    """Write the binder of a ledger.

    Parameters
    ----------
    partnership : Partnership
        As `read` gives it.
    ledger : Ledger
        As `maturity` gives it.
    output : str or Path, optional
        By default the folder of the edition in `BINDERS`. A file that ends in ``.html`` takes the page alone. Anything
        else is a folder: the page goes into it and, for the desk, each document of the partnership's folder that a
        decision links to.
    edition : {"backbone", "partners"}
        The backbone's holds every row with its numbers and stays on the desk. The partners' is one that a board may
        keep: documents, and what people decided.
    say : callable
        Takes a sentence about each file of people's own in the folder.

    Returns
    -------
    list of Path
        The files written.

    Raises
    ------
    LeakError
        If the page for a board held what it withholds; nothing is written then.
    StorageError
        If the system refuses; nothing is written then.

    Examples
    --------
    >>> from stakeholder_graph import maturity, read
    >>> wren = read("surveys/wren-county")
    >>> ledger = maturity(wren, "drug-free-communities", permutations=99, draws=20)
    >>> [path.name for path in write_binder(wren, ledger, getfixture("tmp_path") / "binder.html")]
    ['binder.html']
    """
    output = Path(output or BINDERS[edition])
    alone = output.suffix.lower() in (".html", ".htm")
    if edition == "partners":
        page, forbidden = _for_board(partnership, ledger)
        return _write(output, {PAGE: page}, forbidden, say, alone=alone)
    links = [row.decision.link for row in ledger.rows if row.decision]
    folder = partnership.info.read_from.folder
    documents = linked_documents(links, None if alone or not folder else Path(folder))
    page = draw_binder(Copy("backbone", partnership, (), ledger.wave), ledger, documents)
    copies = {name: path.read_bytes() for name, path in documents.files.items()}
    return _write(output, {PAGE: page, **copies}, Withheld(), say, alone=alone)


def _for_board(partnership: Partnership, ledger: Ledger) -> tuple[str, Withheld]:
    """The page for a board, and what must not stand in it besides what its rows say."""
    names = names_in(partnership)
    board = board_ledger(ledger, partnership, lambda text: bool(names.leaks([(text,)])))
    copy = make_copy("partners", partnership, [], ledger.wave, names=[])
    forbidden = withheld(partnership, copy)
    documents = linked_documents([row.link for row in board.rows], None)
    page = draw_board_binder(copy, board, documents)
    said = frozenset(map(plain, board.texts))
    return page, replace(forbidden, texts=forbidden.texts - said, said=(*forbidden.said, *said))


def _write(
    output: Path,
    files: Mapping[str, str | bytes],
    forbidden: Withheld,
    say: Callable[[str], None],
    *,
    alone: bool,
) -> list[Path]:
    if alone:
        write_file(output, files[PAGE], forbidden)
        return [output]
    output = output if output.name else output.resolve()
    return write_folders(output.parent, {output.name: files}, {output.name: forbidden}, say=say)
