"""What no number rests on, and why; and what the reader noted."""

from collections.abc import Iterator

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.model.survey import SurveyInfo
from stakeholder_graph.model.table import ABSENT, Column, Table
from stakeholder_graph.studies.survey_response import unused_answers
from stakeholder_graph.text import N_, _, listing

#: What a note is.
_NOTES = {"open": N_("open decision"), "noted": N_("noticed")}


def left_out(copy: Copy) -> Table:
    """Count what was read, or came, and is in no number.

    Parameters
    ----------
    copy : Copy
        The backbone's.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> info = SurveyInfo("P", set_apart={"previews": 2})
    >>> copy = Copy("backbone", Partnership(info, {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> [(row["what"], row["n"]) for row in left_out(copy).rows]
    [('previews', 2)]
    """
    rows = list(_left_out(copy))
    return Table.of(
        {
            Column("what", N_("What"), "text", ordered=True): [what for what, _n, _why in rows],
            Column("n", N_("How many"), "count"): [n for _what, n, _why in rows],
            Column("why", N_("Why"), "text"): [why for _what, _n, why in rows],
        }
    )


def _left_out(copy: Copy) -> Iterator[tuple[str, int, str]]:
    info = copy.partnership.info
    for reason, count in info.set_apart.items():
        yield _(reason), count, _("Rows of survey exports: not counted, unless it says that they count.")
    for about, count in info.left_out.items():
        yield about, count, _("Answers that wait for a decision.")
    for wave, names in info.answers_aside.items():
        yield listing(names), len(names), _("Answers of {wave} that came and were set aside.", wave=wave)
    for wave, (waiting, asked) in info.asked_unlisted.items():
        why = _("Asked about in {wave} ({asked} in all) and not on the list.", wave=wave, asked=asked)
        yield _("organizations"), waiting, why
    for wave, names in info.late_answers.items():
        yield listing(names), len(names), _("Answered after {wave} had closed; their answers count.", wave=wave)
    for wave, graph in copy.partnership.graphs.items():
        unlisted = graph.frames.get("unlisted")
        if unlisted is not None and len(unlisted):
            partners = sorted({str(name) for name in unlisted["name"]})
            why = _("Named by respondents of {wave} and not on the list: no tie.", wave=wave)
            yield listing(partners), len(unlisted), why
    unused = unused_answers(copy.partnership, copy.partnership.graph(copy.wave))
    for kind, count in unused.affiliations.items():
        yield kind, count, _("Read, but used by no measure yet.")
    if unused.ratings_beyond_agenda:
        about = _("ratings that are not about an agenda item")
        yield about, unused.ratings_beyond_agenda, _("Read, but used by no measure yet.")
    if unused.ratings_without_scale:
        about = _("ratings of agenda items whose scale is not known")
        yield about, unused.ratings_without_scale, _("Read, but used by no measure yet.")


def notes_of_reading(info: SurveyInfo) -> Table:
    """List open decisions and advice, each at its place.

    Parameters
    ----------
    info : SurveyInfo
        Of the survey.
    """
    notes = [("open", note) for note in info.undecided] + [("noted", note) for note in info.advice]
    return Table.of(
        {
            Column("kind", N_("Kind"), "term", labels=_NOTES, ordered=True): [kind for kind, _note in notes],
            Column("file", N_("File"), "text"): [note.file or ABSENT for _kind, note in notes],
            Column("row", N_("Row"), "count"): [ABSENT if note.row is None else note.row for _kind, note in notes],
            Column("column", N_("Column"), "text"): [note.column or ABSENT for _kind, note in notes],
            Column("what", N_("What"), "text"): [note.what for _kind, note in notes],
            Column("todo", N_("What to do"), "text"): [note.todo for _kind, note in notes],
        }
    )
