"""Questions that are asked of each organization in a column of its own: one question with a row for each.

Microsoft Forms writes the rows of a grid so; in KoboToolbox and REDCap people make a field for each partner. The
columns have the same answers, and what they ask differs in one name.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise, takewhile

from stakeholder_graph.survey.formats.naming.row_names import row_names
from stakeholder_graph.survey.formats.responses import AnswerColumn, Responses
from stakeholder_graph.survey.names.normalization import normal

#: Fewer columns may differ in a name by chance.
LEAST = 3
#: Answers of more different texts are no steps.
_MOST_STEPS = 12
#: A name has at most so many words.
_MOST_WORDS = 10
_GAP = "..."
_AROUND = "?,:;!\"'“”()[]"


@dataclass(frozen=True, slots=True)
class _Cut:
    """A column, cut into what it shares with others and the name in it."""

    column: AnswerColumn
    before: str
    name: str
    after: str

    @property
    def asked(self) -> tuple[str, str]:
        """What it shares."""
        return (self.before, self.after)


def with_column_grids(responses: Responses, names: Collection[str]) -> Responses:
    """Make one question of columns that ask the same of different organizations.

    Parameters
    ----------
    responses : Responses
        As its format reads it.
    names : collection of str
        Organizations that are listed; whoever answers is known, too.

    Returns
    -------
    Responses
        The same answers; the columns of such a question share its id and have the organizations as their items.
    """
    table = responses.table
    alone = _alone(table.columns)
    if len(alone) < LEAST:
        return responses
    answers = (table.cells[column.header] for column in table.columns if not column.item and column.kind != "many")
    known = {normal(name) for name in {*names, *row_names(answers)}} - {""}
    steps = {column.header: _steps(column, table.cells[column.header]) for column in alone}
    alone = [column for column in alone if len(steps[column.header]) <= _MOST_STEPS]
    cuts = [cut for column in alone if (cut := _cut(column, known))]
    grids: dict[tuple[str, str], list[_Cut]] = {}
    taken = set[str]()
    for cut in cuts:
        if cut.column.header not in taken and cut.name not in {other.name for other in grids.get(cut.asked, ())}:
            taken.add(cut.column.header)
            grids.setdefault(cut.asked, []).append(cut)
    made = dict[str, AnswerColumn]()
    used = {normal(column.question) for column in table.columns}
    for grid in grids.values():
        whole = _completed(grid, alone, steps) if grid[0].asked == ("", "") else _same_wording(grid, alone)
        if len(grid) >= LEAST and _share_steps([steps[cut.column.header] for cut in whole]):
            made |= _as_grid(whole, used)
    if not made:
        return responses
    columns = tuple(made.get(column.header, column) for column in table.columns)
    return replace(responses, table=replace(table, columns=columns))


def _alone(columns: Sequence[AnswerColumn]) -> list[AnswerColumn]:
    """Columns that are a question by themselves, with one answer."""
    count: dict[str, int] = {}
    for column in columns:
        count[column.question] = count.get(column.question, 0) + 1
    return [c for c in columns if c.kind == "single" and not c.item and not c.choice and count[c.question] == 1]


def _steps(column: AnswerColumn, cells: Iterable[str]) -> set[str]:
    return {*column.labels, *cells} - {""}


def _share_steps(steps: Sequence[set[str]]) -> bool:
    """Whether all columns have answers of one scale."""
    together = set().union(*steps)
    overlap = sum(bool(own & other) for own, other in pairwise(steps))
    numbers = all(text.isdigit() for text in together)
    return 0 < len(together) <= _MOST_STEPS and (numbers or 2 * overlap >= len(steps) - 1)


def _cut(column: AnswerColumn, known: Collection[str]) -> _Cut | None:
    """A column cut around the longest name in its wording."""
    words = column.wording.split()
    for length in range(min(len(words), _MOST_WORDS), 0, -1):
        for start in range(len(words) - length + 1):
            text = " ".join(words[start : start + length])
            for name in (text, text.strip(_AROUND), text.strip(_AROUND + ".")):
                if normal(name) in known:
                    head, _name, tail = text.partition(name)
                    before, after = " ".join([*words[:start], head]), " ".join([tail, *words[start + length :]])
                    return _Cut(column, before.strip(), name, after.strip())
    return _inside(column, known)


def _inside(column: AnswerColumn, known: Collection[str]) -> _Cut | None:
    """A column whose wording ends with a name that no blank parts from what stands before it."""
    text = " ".join(column.wording.split())
    for place, letter in enumerate(text[:-1]):
        if letter in ".:-/[" and normal(text[place + 1 :].rstrip("]")) in known:
            return _Cut(column, text[: place + 1], text[place + 1 :].strip().rstrip("]"), "")
    return None


def _same_wording(grid: Sequence[_Cut], alone: Sequence[AnswerColumn]) -> list[_Cut]:
    """The columns that ask the same, whoever is named in them."""
    before, after = grid[0].asked
    cut = {known.column.header: known for known in grid}
    whole = []
    for column in alone:
        text = " ".join(column.wording.split())
        if column.header in cut:
            whole.append(cut[column.header])
        elif text.startswith(before) and text.endswith(after) and len(text) > len(before) + len(after) + 1:
            whole.append(_Cut(column, before, text[len(before) : len(text) - len(after)].strip(), after))
    return whole


def _completed(grid: Sequence[_Cut], alone: Sequence[AnswerColumn], steps: Mapping[str, set[str]]) -> list[_Cut]:
    """The columns between those that a known name is all of, and beside them, as long as answers are the same."""
    places = {column.header: place for place, column in enumerate(alone)}
    cut = {places[known.column.header]: known for known in grid}
    scale = set().union(*(steps[known.column.header] for known in grid))
    first, last = min(cut), max(cut)
    while first and steps[alone[first - 1].header] and steps[alone[first - 1].header] <= scale:
        first -= 1
    while last + 1 < len(alone) and steps[alone[last + 1].header] and steps[alone[last + 1].header] <= scale:
        last += 1
    return [cut.get(place) or _Cut(alone[place], "", alone[place].wording, "") for place in range(first, last + 1)]


def _as_grid(grid: Sequence[_Cut], used: set[str]) -> dict[str, AnswerColumn]:
    """The columns as rows of one question."""
    before, after = grid[0].asked
    wording = (
        f"{before.rstrip('.:-/[ ')} {_GAP} {after}".strip() if any(map(str.isalpha, after)) else before.rstrip(".:-/[ ")
    )
    question = wording or _shared_start([cut.column.header for cut in grid]) or "roster"
    number, wanted = 1, question
    while normal(question) in used:
        number += 1
        question = f"{wanted} ({number})"
    used.add(normal(question))
    return {
        cut.column.header: replace(cut.column, question=question, wording=wording or question, item=cut.name)
        for cut in grid
    }


def _shared_start(headers: Sequence[str]) -> str:
    """What the headers of columns have in common before their last part, as in contact/ada, contact/gem."""
    same = sum(1 for _letter in takewhile(lambda letters: len(set(letters)) == 1, zip(*headers, strict=False)))
    return re.sub(r"[^/._:~-]*$", "", headers[0][:same]).rstrip("/._:~-")
