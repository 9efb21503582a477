"""What stands in each row of the evidence sheet, without what people fill in."""

from collections.abc import Iterable, Iterator, Mapping

from stakeholder_graph.conditions import Ledger, LedgerRow
from stakeholder_graph.conditions.judgement import NOT_HERE, NOT_MET, SHOWN, TOO_CLOSE, TOO_FEW, WAITS, Verdict
from stakeholder_graph.conditions.reasons import VERDICT_WORDS
from stakeholder_graph.survey.plain.evidence.evidence_sheet import (
    ACCEPT,
    BY,
    CONDITION,
    DATE,
    FILLED_IN,
    PROPOSAL,
    REVIEWED_BY,
    ROW,
    RUBRIC,
    STATUS,
    status_in,
)
from stakeholder_graph.text import N_, _, _n, day, translate
from stakeholder_graph.views.evidence_sheet.row_words import condition_name, in_numbers
from stakeholder_graph.views.maturity.ledger_words import cause_in_words, status_in_words
from stakeholder_graph.views.maturity.settler_words import settler_in_words

#: Headers of what the tool writes. As all headers of this workbook they are the same in every language.
ASKED, NUMBERS, ATTACH, SETTLES = "What is asked", "In numbers", "What to attach", "What would settle it"
WHO, SINCE = "Who may decide", "Changed since the last draft"
OURS = (RUBRIC, ROW, CONDITION, ASKED, PROPOSAL, NUMBERS, ATTACH, SETTLES, WHO, SINCE)
HEADERS = (*OURS, *FILLED_IN)
#: The sheet on which the proposals of a condition are accepted.
COUNTED = "Proposals"
ACCEPT_HEADERS = (RUBRIC, CONDITION, COUNTED, ACCEPT, BY, REVIEWED_BY, DATE)
#: The first sheet, with its header.
HOW_TO, HOW_IT_WORKS = "Read me", "How this workbook works"
SENTENCES = (
    N_("Each row asks one thing. The tool proposes what the survey and your lists show; you decide."),
    N_("Choose a status, name who decided and who else looked at it, and say on which document it rests."),
    N_("A decision without a name counts for nothing. Give a reason, too, for “does not apply”, and wherever the tool "
       "proposes “shown” or “not met” and you decide otherwise."),
    N_("To accept all proposals of a condition at once, choose “yes” on the sheet “{accept}”. Rows that you decide one "
       "by one stay as you decided them; “open” leaves one out."),
    N_("Save and close the workbook, and run the report: it shows what you decided beside what the tool proposes."),
    N_("After each survey run: stakeholder-graph maturity FOLDER --draft. It keeps what you wrote and marks changes."),
)  # fmt: skip

Cells = dict[str, str]
#: A row is known by its rubric and its id, in lower case.
RowId = tuple[str, str]


def key_of(cells: Mapping[str, str]) -> RowId:
    """By what a row is known again.

    Parameters
    ----------
    cells : mapping of str to str
        By header.

    Examples
    --------
    >>> key_of({"Rubric": "Five", "Row": "funded", "Status": "shown"})
    ('five', 'funded')
    """
    return cells.get(RUBRIC, "").strip().casefold(), cells.get(ROW, "").strip().casefold()


def row_cells(ledger: Ledger, earlier: Mapping[RowId, Cells]) -> Iterator[Cells]:
    """Give a row for each criterion of a ledger.

    Parameters
    ----------
    ledger : Ledger
        What the tool proposes and what people decided.
    earlier : mapping of RowId to cells
        The rows of the last draft.
    """
    drafted = any(rubric == ledger.rubric.id.casefold() for rubric, _row in earlier)
    for row in ledger.rows:
        criterion = row.criterion
        if criterion.direction == "not scored":
            continue
        cells = {
            RUBRIC: ledger.rubric.id,
            ROW: criterion.id,
            CONDITION: condition_name(criterion),
            ASKED: _(criterion.asked),
            PROPOSAL: proposal_cell(row),
            NUMBERS: " ".join(filter(None, (in_numbers(row), _elsewhere(row, earlier, ledger.rubric.id)))),
            ATTACH: _attach(row),
            SETTLES: " ".join(settler_in_words(settler) for settler in row.settles if settler.kind != "document"),
            WHO: _("anybody but the backbone") if criterion.about_backbone else _("whoever you chose for it"),
        }
        yield cells | {SINCE: _since(row, earlier.get(key_of(cells)), drafted)}


def accept_cells(rows: Iterable[Mapping[str, str]]) -> Iterator[Cells]:
    """Give a row for each condition, on which its proposals are accepted.

    Parameters
    ----------
    rows : iterable of cells
        Of the sheet with a row for each criterion.
    """
    proposals: dict[tuple[str, str], list[str]] = {}
    for cells in rows:
        proposals.setdefault((cells[RUBRIC], cells[CONDITION]), []).append(_verdict_in(cells[PROPOSAL]))
    for (rubric, condition), verdicts in proposals.items():
        counts = [(verdict, verdicts.count(verdict)) for verdict in dict.fromkeys(verdicts)]
        counted = ", ".join(_counted(verdict, count) for verdict, count in counts)
        yield {RUBRIC: rubric, CONDITION: condition, COUNTED: counted}


def proposal_cell(row: LedgerRow) -> str:
    """What the tool proposes, in words; where nothing is recorded it proposes nothing, and says why.

    Parameters
    ----------
    row : LedgerRow
        Any that is scored.
    """
    verdict = row.judgement.verdict
    words = translate(VERDICT_WORDS[verdict])
    return f"{words}: {cause_in_words(row)}" if verdict == NOT_HERE else words


def _counted(verdict: str, count: int) -> str:
    """How many proposals of a condition are the same."""
    if status_in(verdict) == SHOWN:
        return _("{count} shown", count=count)
    if status_in(verdict) == NOT_MET:
        return _("{count} not met", count=count)
    if verdict in (VERDICT_WORDS[WAITS], translate(VERDICT_WORDS[WAITS])):
        return _n("{count} waits for a document", "{count} wait for a document", count)
    if verdict in (VERDICT_WORDS[TOO_FEW], translate(VERDICT_WORDS[TOO_FEW])):
        return _("{count} with too few answers to tell", count=count)
    if verdict in (VERDICT_WORDS[TOO_CLOSE], translate(VERDICT_WORDS[TOO_CLOSE])):
        return _("{count} too close to call", count=count)
    if verdict in (VERDICT_WORDS[NOT_HERE], translate(VERDICT_WORDS[NOT_HERE])):
        return _("{count} not recorded", count=count)
    return f"{count} {verdict}"


def _verdict_in(proposal: str) -> str:
    """The verdict that a cell of proposals begins with."""
    return proposal.partition(":")[0].strip()


def _written_as(verdict: Verdict) -> tuple[str, ...]:
    """How drafts of any language and of earlier versions may write a verdict."""
    return verdict, VERDICT_WORDS[verdict], translate(VERDICT_WORDS[verdict])


def _attach(row: LedgerRow) -> str:
    """What document or list would evidence the row."""
    criterion = row.criterion
    if criterion.file and (criterion.how == "document" or row.judgement.verdict == WAITS or row.judgement.absent):
        return _(criterion.file)
    return _("a document that shows it") if criterion.how == "document" else ""


def _elsewhere(row: LedgerRow, earlier: Mapping[RowId, Cells], rubric: str) -> str:
    """What evidence.csv says of a row that the last draft left open."""
    before = earlier.get((rubric.casefold(), row.criterion.id.casefold()), {})
    if row.decision is None or before.get(STATUS):
        return ""
    said = ", ".join(filter(None, (row.decision.decided_by, day(row.decision.decided_on)))) or _("nobody is named")
    return _("Decided already: “{status}” ({who}).", status=status_in_words(row.decision.status), who=said)


def _since(row: LedgerRow, before: Mapping[str, str] | None, drafted: bool) -> str:
    """What is otherwise than in the last draft, and where the tool proposes otherwise than people decided."""
    now, said = row.judgement.verdict, []
    if drafted and before is None:
        said.append(_("New."))
    elif before is not None and (was := _verdict_in(before.get(PROPOSAL, ""))) not in _written_as(now):
        said.append(_("The tool proposed “{was}”.", was=was))
    if row.decision is not None and now in (SHOWN, NOT_MET) and row.decision.status != now:
        said.append(_("You decided “{decided}”.", decided=status_in_words(row.decision.status)))
    return " ".join(said)


def changed_in_words(count: int) -> str:
    """Say of how many rows something changed since the last draft.

    Parameters
    ----------
    count : int

    Examples
    --------
    >>> changed_in_words(2)
    '2 rows have changed since the last draft; the column “Changed since the last draft” says how.'
    """
    return _n(
        "{count} row has changed since the last draft; the column “{column}” says how.",
        "{count} rows have changed since the last draft; the column “{column}” says how.",
        count,
        column=SINCE,
    )
