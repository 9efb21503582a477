"""The binder as one printable page: for the desk with all proofs, or for a board with what may leave the desk."""

from collections.abc import Sequence

from stakeholder_graph.conditions.judgement import Ledger
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.from_lists.board_rows import BoardLedger
from stakeholder_graph.text import _, _n, translate
from stakeholder_graph.views.binder.binder_rows import BinderRow, board_row, by_condition, desk_row
from stakeholder_graph.views.binder.documents import Documents
from stakeholder_graph.views.maturity.ledger_words import counts_in_words
from stakeholder_graph.views.page import render


def draw_binder(copy: Copy, ledger: Ledger, documents: Documents) -> str:
    r"""Draw the binder of the desk.

    Parameters
    ----------
    copy : Copy
        The backbone's.
    ledger : Ledger
        Of its partnership.
    documents : Documents
        What decisions link to.

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``. It runs no script and asks for nothing.

    Raises
    ------
    ValueError
        For another edition.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.conditions import read_rubric
    >>> from stakeholder_graph.conditions.ledger import make_ledger
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> ours = Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {})
    >>> ledger = make_ledger(ours, [], read_rubric("theory-of-action"))
    >>> "Backbone only" in draw_binder(Copy("backbone", ours, (), "1"), ledger, Documents())
    True
    """
    if not copy.confidential:
        raise ValueError("a ledger is for the backbone's desk; a board gets a BoardLedger")
    rows = [desk_row(row, documents.hrefs) for row in ledger.rows]
    who = [
        _(
            "This binder is for the backbone’s desk: it holds what partners answered in confidence. Show it to a coach "
            "or an accreditor at your desk. Hand it over only where those who answered were told that you would."
        ),
        _("For a board, or for anybody who keeps a copy, write the other one: maturity --binder --edition partners."),
    ]
    missing = _missing(documents.missing)
    title = translate(ledger.rubric.title) or ledger.rubric.id
    return _page(copy, title, counts_in_words(ledger), [*who, *missing], rows)


def draw_board_binder(copy: Copy, board: BoardLedger, documents: Documents) -> str:
    """Draw the binder that a board may keep.

    Parameters
    ----------
    copy : Copy
        The room's.
    board : BoardLedger
        What may leave the desk.
    documents : Documents
        Addresses of the web alone; nobody has looked into other documents.

    Returns
    -------
    str
        HTML.
    """
    rows = [board_row(row, documents.hrefs) for row in board.rows]
    who = [
        _(
            "Whoever may see the room’s copy may keep this binder. It holds documents and what people decided, and "
            "no number from the survey."
        )
    ]
    if board.on_desk:
        who.append(
            _n(
                "{count} more row of the rubric stays with the backbone: it rests on answers, and nobody has decided "
                "it, or it may not leave the desk.",
                "{count} more rows of the rubric stay with the backbone: they rest on answers, and nobody has decided "
                "them, or they may not leave the desk.",
                board.on_desk,
            )
        )
    return _page(copy, translate(board.title), "", who, rows)


def _page(copy: Copy, title: str, counts: str, who: Sequence[str], rows: Sequence[BinderRow]) -> str:
    return render(
        copy,
        "views/binder/binder.html",
        rubric=title,
        wave=copy.wave,
        counts=counts,
        who=who,
        conditions=by_condition(rows),
    )


def _missing(links: Sequence[str]) -> list[str]:
    if not links:
        return []
    said = _n(
        "{count} link leads to no file in the partnership’s folder and to no web address; it stands here as it was "
        "written.",
        "{count} links lead to no file in the partnership’s folder and to no web address; they stand here as they "
        "were written.",
        len(links),
    )
    return [said]
