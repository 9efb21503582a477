"""What people decided: rows of evidence.csv and of the evidence sheet, checked against a rubric."""

import re
from collections.abc import Iterator, Mapping
from difflib import get_close_matches

from stakeholder_graph.conditions.judgement import FIRM, NOT_HERE, Decision, Judgement, Verdict
from stakeholder_graph.conditions.rubric import Rubric, known_rubrics
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.evidence_words import OPEN_WORDS, STATUS_WORDS, header_in, is_accepted_together
from stakeholder_graph.model.problems import Problem, suggestion
from stakeholder_graph.text import _

#: Words for a status, in lower case; what is open is not decided.
STATUSES: Mapping[str, Verdict] = STATUS_WORDS
OPEN = OPEN_WORDS
#: What a backbone may be called where it is not named.
BACKBONE = frozenset({"backbone", "the backbone", "backbone staff", "backbone organization", "organización de apoyo"})


def decisions_of(
    partnership: Partnership, rubric: Rubric, wave: str, proposed: Mapping[str, Judgement]
) -> tuple[dict[str, Decision], list[Problem]]:
    """What people decided of the rows of a rubric by a wave, and what is wrong with it.

    Parameters
    ----------
    partnership : Partnership
        Its list `evidence`.
    rubric : Rubric
        Whose rows.
    wave : str
        Decisions of later waves are left out; of several for one row the latest counts.
    proposed : mapping of str to Judgement
        What the tool proposes, by the id of the row: who overrules it says why.

    Returns
    -------
    decisions : dict of str to Decision
        By the id of the row. One that does not count is left out: of a row that the rubric lacks, without a status,
        without a name, of the backbone about itself, or without a reason where it sets a row aside or overrules what
        answers and lists say.
    problems : list of Problem
        With the file, the row and the column that they stand in.
    """
    frame = partnership.lists.get("evidence")
    if frame is None or frame.empty:
        return {}, []
    waves, ids = list(partnership.graphs), {row.casefold(): row for row in rubric.ids}
    backbone = frozenset(name.casefold() for name in (partnership.graph(wave).backbone,) if name)
    rubrics = {name.casefold(): name for name in (*known_rubrics(partnership.info.read_from.folder), rubric.id)}
    decided: dict[str, tuple[tuple[int, str], Decision]] = {}
    problems: list[Problem] = []
    for cells in frame.fillna("").astype(str).to_dict("records"):
        said = {str(name): str(cell).strip() for name, cell in cells.items()}
        known = ids.get(said["benchmark"].casefold())
        order = waves.index(said["wave"]) if said["wave"] in waves else -1
        if order > waves.index(wave):
            continue
        if said["rubric"].casefold() != rubric.id.casefold():
            problems += _misspelled(said, rubric, rubrics)
            continue
        wrong = list(_problems(said, known, rubric, backbone))
        if known is not None and not said["reason"]:
            wrong += [(problem, False) for problem in _unreasoned(said, proposed[known])]
        problems += [problem for problem, _counts in wrong]
        status = STATUSES.get(said["status"].casefold())
        if known is None or status is None or not all(counts for _problem, counts in wrong):
            continue
        reviewed = "" if said["reviewed_by"].casefold() == said["by"].casefold() else said["reviewed_by"]
        decision = Decision(
            known, status, said["evidence"], said["link"], said["by"], reviewed, said["date"], said["reason"],
            said["wave"],
        )  # fmt: skip
        before = decided.get(known)
        if before is None or (order, said["date"]) >= before[0]:
            decided[known] = ((order, said["date"]), decision)
    return {row: decision for row, (_order, decision) in decided.items()}, list(dict.fromkeys(problems))


def _misspelled(said: Mapping[str, str], rubric: Rubric, known: Mapping[str, str]) -> Iterator[Problem]:
    """Note a rubric that there is not, once: among the decisions of the rubric that its name is nearest to."""
    written = said["rubric"].casefold()
    if written in known or rubric.id.casefold() not in get_close_matches(written, known, 1, 0.6):
        return
    what = _("There is no rubric “{rubric}”, so this decision counts for nothing.", rubric=said["rubric"])
    yield _problem(said, what, suggestion(said["rubric"], list(known.values())), "rubric")


def _problems(
    said: Mapping[str, str], row: str | None, rubric: Rubric, backbone: frozenset[str]
) -> Iterator[tuple[Problem, bool]]:
    """What is wrong with a decision, and whether it counts all the same."""
    if row is None:
        what = _(
            "The rubric “{rubric}” has no row “{row}”, so this decision counts for nothing.",
            rubric=rubric.id,
            row=said["benchmark"],
        )
        yield _problem(said, what, suggestion(said["benchmark"], rubric.ids, _otherwise(rubric)), "benchmark"), False
        return
    if said["status"].casefold() not in (*STATUSES, *OPEN):
        what = _("“{word}” is no status.", word=said["status"])
        words: list[str] = list(dict.fromkeys(STATUSES.values()))
        todo = suggestion(said["status"], words, _("Write “shown”, “not met” or “does not apply”."))
        yield _problem(said, what, todo, "status"), False
    if said["status"].casefold() in OPEN:
        return
    by = said["by"].casefold()
    if not by:
        what = _("Nobody is named who decided this, so it counts for nothing.")
        yield _problem(said, what, _("Fill in who decided it."), "by"), False
    if rubric[row].about_backbone and (
        by in BACKBONE or any(re.search(rf"(?<!\w){re.escape(name)}(?!\w)", by) for name in backbone)
    ):
        what = (
            _("The backbone cannot decide rows about itself, so accepting their proposals counts for nothing.")
            if is_accepted_together(said.get("file", ""))
            else _("The backbone cannot decide a row about itself, so this decision counts for nothing.")
        )
        yield _problem(said, what, _("Let the steering committee decide it, or somebody else."), "by"), False
    if by and said["reviewed_by"].casefold() == by:
        what = _("The same person decided and reviewed this, so it counts as not reviewed.")
        yield _problem(said, what, _("Let another person look at it."), "reviewed_by"), True


def _unreasoned(said: Mapping[str, str], proposed: Judgement) -> Iterator[Problem]:
    """What is wrong with a decision that gives no reason: setting a row aside and overruling a proposal take one."""
    status = STATUSES.get(said["status"].casefold())
    if status is None or (status != NOT_HERE and (proposed.verdict not in FIRM or status == proposed.verdict)):
        return
    if proposed.verdict in FIRM:
        what = _(
            "This decides “{decided}” where answers and lists say “{proposed}”, and gives no reason, so it counts for "
            "nothing.",
            decided=status,
            proposed=proposed.verdict,
        )
    else:
        what = _("This decides “{decided}” and gives no reason, so it counts for nothing.", decided=status)
    yield _problem(said, what, _("Write down the reason; until then what the tool proposes stands."), "reason")


def _otherwise(rubric: Rubric) -> str:
    return _("`stakeholder-graph maturity FOLDER --rubric {rubric}` lists its rows.", rubric=rubric.id)


def _problem(said: Mapping[str, str], what: str, todo: str, column: str) -> Problem:
    row, file = said.get("row", ""), said.get("file") or "evidence.csv"
    header = said.get("by_header") if column == "by" else ""
    return Problem(what, todo, file, int(row) if row.isdigit() else None, header or header_in(file, column))
