"""Which options and texts are items: not "other", not "none", and not what was typed in beside them."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

import tomlkit

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.questions import LocatedQuestion
from stakeholder_graph.survey.formats import AnswerColumn
from stakeholder_graph.survey.formats.options.other import is_residual
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.text import _, _n, listing

#: What answers that are the items themselves say in place of one, beside what options say.
_NOTHING = re.compile(
    r"(no|none|not|nothing|nobody)( yet| so far| at the moment| currently)?|n\. ?a\.?|[-–—.]+|unsure|not sure"
    r"|(i |we )?(do not|don't) know( yet)?|(i |we )(do not|don't|am not|are not) .*"
)
#: So many texts are quoted in a sentence.
_MOST_QUOTED = 6


def names_item(located: LocatedQuestion) -> Callable[[str], bool]:
    """Give the test that tells an item from an option or answer that stands for none.

    Parameters
    ----------
    located : LocatedQuestion
        A question about affiliations: "other", "none of these", "not on a team" and what its settings call answers
        like a blank are no items. Of a rating every row is one.
    """
    if located.question.kind == "rating":
        return bool
    silent = {normal(text) for text in located.question.not_known}

    def holds(text: str) -> bool:
        folded = " ".join(text.casefold().replace("’", "'").split()).rstrip(".:! ")
        return bool(text) and normal(text) not in silent and not is_residual(text) and not _NOTHING.fullmatch(folded)

    return holds


def typed_in(located: LocatedQuestion) -> Callable[[AnswerColumn], bool]:
    """Give the test for columns whose texts or options respondents typed in beside the options of an affiliation.

    Parameters
    ----------
    located : LocatedQuestion
        A question about affiliations or ratings.
    """
    rating = located.question.kind == "rating"
    return lambda column: not rating and bool(column.write_in_of or column.item_kind in ("typed", "added"))


def only_adds(listed: Names, questions: Iterable[LocatedQuestion]) -> bool:
    """Whether a list of items holds nothing but what respondents typed in beside the options of some questions.

    Parameters
    ----------
    listed : Names
        The items of the kind.
    questions : iterable of LocatedQuestion
        About items of the kind.
    """
    typed = set[str]()
    for located in questions:
        is_typed = typed_in(located)
        for column in filter(is_typed, located.columns):
            typed |= {column.item} if column.kind == "many" else set(located.table.texts(column))
    known = Names(sorted(typed - {""}))
    return bool(listed.shown) and all(known.find(name) for name in listed.shown.values())


def note_typed_in(
    located: LocatedQuestion, texts: Mapping[str, Sequence[int]], kind: str, inspection: Inspection
) -> None:
    """Ask once about everything that was typed in beside the options of a question.

    Parameters
    ----------
    located : LocatedQuestion
        About affiliations.
    texts : mapping of str to sequence of int
        The rows in which each stands.
    kind : str
        What they would be.
    inspection : Inspection
        Takes the open decision.
    """
    if not texts:
        return
    quoted = [f"“{text}”" for text in list(texts)[:_MOST_QUOTED]]
    quoted += [_("others")] if len(texts) > _MOST_QUOTED else []
    in_workbook = inspection.in_workbook
    example = next(iter(texts))
    no_item = (
        _(
            "If not, write it in the column “answers like a blank” of its row on the sheet Questions, with | between "
            "several."
        )
        if in_workbook
        else _(
            "If not, write not_known = [{literal}] into its [[question]].", literal=tomlkit.item(example).as_string()
        )
    )
    inspection.decide(
        _n(
            "{count} answer to “{question}” seems to be typed in beside the options, and is left out until you "
            "decide: {texts}.",
            "{count} answers to “{question}” seem to be typed in beside the options, and are left out until you "
            "decide: {texts}.",
            sum(map(len, texts.values())),
            question=located.question.wording or located.about,
            texts=listing(quoted),
        ),
        _(
            "If one of them counts as an item, add it to {items}, in the folder of the export: a table with the "
            "columns item and kind, and in it a row such as “{example}”, {kind}.",
            items=inspection.list_name("items"),
            example=example,
            kind=kind,
        )
        + " "
        + no_item,
        located.file,
        min(min(rows) for rows in texts.values()),
        about="answers",
    )
