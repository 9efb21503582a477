"""What a board may hold of a ledger: a closed type, made before its page is drawn.

Nothing that was counted stands in it. What rests on answers or lists is there where people decided it, as the word that
they decided, without a number, a reason or a name; what rests on a document is there with that document.
"""

from collections.abc import Callable
from dataclasses import dataclass

from stakeholder_graph.conditions.judgement import Decision, Ledger, LedgerRow, Verdict
from stakeholder_graph.editions.declared_words import MOST
from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures._registry import find_measure


@dataclass(frozen=True, slots=True)
class BoardRow:
    """A row of a rubric as it may leave the backbone's desk.

    Parameters
    ----------
    id, condition, asked : str
        Which row, what it belongs to, and what is asked.
    status : str
        What people decided; of a document that nobody decided on, that it waits for one.
    document : bool
        Whether a document shows it.
    evidence, link : str
        The document, and where it is; blank for what rests on answers and lists, and where it names an organization.
    decided_by, reviewed_by, decided_on : str
        Who decided, who else looked, and when.
    """

    id: str
    condition: str
    asked: str
    status: Verdict
    document: bool
    evidence: str = ""
    link: str = ""
    decided_by: str = ""
    reviewed_by: str = ""
    decided_on: str = ""


@dataclass(frozen=True, slots=True)
class BoardLedger:
    """The rows of a rubric that a board may hold.

    Parameters
    ----------
    title, partnership, wave : str
        Of what rubric, whom, and which survey.
    rows : tuple of BoardRow
        In the order of the rubric.
    on_desk : int
        How many rows stay on the desk.
    """

    title: str
    partnership: str
    wave: str
    rows: tuple[BoardRow, ...]
    on_desk: int

    @property
    def texts(self) -> frozenset[str]:
        """What it says in the words of people and of the rubric."""
        return frozenset(
            text
            for row in self.rows
            for text in (row.id, row.asked, row.evidence, row.link, row.decided_by, row.reviewed_by, row.decided_on)
            if text
        ) | {self.title}


def board_ledger(ledger: Ledger, partnership: Partnership, names_somebody: Callable[[str], bool]) -> BoardLedger:
    """Say what a board may hold of a ledger.

    Parameters
    ----------
    ledger : Ledger
        All of it.
    partnership : Partnership
        What it was made of, for what respondents were promised.
    names_somebody : callable
        Whether a text names an organization or a respondent, so that it stays on the desk.

    Returns
    -------
    BoardLedger
        Rows that show a pattern and rest on nothing that was promised to the backbone alone. Of those on answers and
        lists at most as many as a copy has verdicts in words.

    Examples
    --------
    >>> from stakeholder_graph.conditions import read_rubric
    >>> from stakeholder_graph.conditions.ledger import make_ledger
    >>> from stakeholder_graph.graph import from_networkx
    >>> import networkx as nx
    >>> ours = Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {})
    >>> board = board_ledger(make_ledger(ours, [], read_rubric("five-conditions")), ours, lambda text: False)
    >>> board.rows[0].id, board.rows[0].status, {row.document for row in board.rows}
    ('agenda-written', 'waits for a document', {True})
    """
    words, rows = 0, []
    for row in ledger.for_the_room:
        on_document = row.criterion.how == "document"
        if not on_document:
            if row.decision is None or words == MOST or _promised_to_backbone(row, partnership, ledger.wave):
                continue
            words += 1
        rows.append(_board_row(row, names_somebody))
    title = ledger.rubric.title or ledger.rubric.id
    return BoardLedger(title, ledger.partnership, ledger.wave, tuple(rows), len(ledger.rows) - len(rows))


def _board_row(row: LedgerRow, names_somebody: Callable[[str], bool]) -> BoardRow:
    criterion, decision = row.criterion, row.decision or Decision(row.criterion.id, row.verdict)
    on_document = criterion.how == "document"

    def open_text(text: str) -> str:
        return "" if names_somebody(text) else text

    return BoardRow(
        criterion.id,
        criterion.principle or criterion.condition,
        criterion.asked,
        decision.status,
        on_document,
        open_text(decision.evidence) if on_document else "",
        open_text(decision.link) if on_document else "",
        open_text(decision.decided_by),
        open_text(decision.reviewed_by),
        decision.decided_on,
    )


def _promised_to_backbone(row: LedgerRow, partnership: Partnership, wave: str) -> bool:
    """Whether a row rests on a kind of tie, of rating or of affiliation that respondents gave the backbone alone."""
    info, layers = partnership.info, partnership.graph(wave).layers
    named = [name for name in row.judgement.finding.split("/")[1:2] if name in layers]
    if not named and row.criterion.how == "finding":
        # It may rest on any kind of tie that was asked about.
        named = [name for name, layer in layers.items() if layer.asks == "ties"]
    if any(layers[name].promise == "backbone" for name in named):
        return True
    looked = row.criterion.finding
    reads = find_measure(looked.measure).reads if looked is not None and looked.measure else ()
    promises = {**info.promises, "rating": info.rating_promise}
    return any(promises.get(kind, "named") == "backbone" for kind in reads)
