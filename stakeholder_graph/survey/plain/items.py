"""Items and what organizations have to do with them: affiliations and ratings."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import isnan, nan
from typing import TYPE_CHECKING, NamedTuple

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.model.survey import COLUMNS, HOURS, RATED
from stakeholder_graph.survey.context import ReadingContext
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.plain.duplicates import settled
from stakeholder_graph.survey.plain.scales import wrong_answers
from stakeholder_graph.survey.settings.elements import Steps
from stakeholder_graph.survey.settings.layers import no_ties, values_of
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.text import LANGUAGES, _

if TYPE_CHECKING:
    import pandas as pd

#: What an organization can be affiliated with.
KINDS = ("outcome", "indicator", "activity", "team", "meeting", "asset", "need")
#: Where an affiliation is known from: a list that the backbone keeps for everybody, or an answer.
SOURCES = ("list", "answer")


class Item(NamedTuple):
    """One item of a list: `scale` is what its answers are given on, `called` what other languages call it.

    The `row` is 0 where no file lists it.
    """

    kind: str
    item: str
    outcome: str = ""
    scale: str = ""
    steering: bool = False
    public: bool = False
    team: str = ""
    hours: str = ""
    called: tuple[str, ...] = ()
    row: int = 0


@dataclass(frozen=True, eq=False)
class Items:
    """The whole lists of items, by kind, and the scales they are answered on.

    Parameters
    ----------
    listed : tuple of Item
        In the order in which they are shown.
    scales : dict of str to tuple of Step
        By normal name.

    Examples
    --------
    >>> items = Items((Item("outcome", "Reading"), Item("team", "Reading Team")), {})
    >>> list(items.names("outcome").shown.values())
    ['Reading']
    """

    listed: tuple[Item, ...]
    scales: dict[str, Steps]

    @property
    def frame(self) -> "pd.DataFrame":
        """The frame `items` of a `Survey`."""
        import pandas as pd

        columns = list(COLUMNS["items"])
        types = {name: "bool" if name in ("steering", "public") else "str" for name in columns}
        return pd.DataFrame([item[: len(columns)] for item in self.listed], columns=columns).astype(types)

    def names(self, *kinds: str) -> Names:
        """Give the items of some kinds as they are shown; they are also found by what other languages call them."""
        of_kinds = [item for item in self.listed if item.kind in kinds]
        shown = {normal(item.item) for item in of_kinds}
        called = {normal(called): normal(item.item) for item in of_kinds for called in item.called}
        return Names(
            (item.item for item in of_kinds), {("", own): item for own, item in called.items() if own not in shown}
        )

    def resolved(
        self,
        table: SourceTable,
        column: str,
        kinds: Sequence[str],
        inspection: Inspection,
        kept: Sequence[bool] | None = None,
    ) -> list[str]:
        """Give a column of items of some kinds as they are shown, noting those that a whole list lacks.

        Parameters
        ----------
        table : SourceTable
            The file.
        column : str
            Which of its columns names items.
        kinds : sequence of str
            What kinds they may be of.
        inspection : Inspection
            Takes the problems.
        kept : sequence of bool, optional
            Which rows are meant; the others come back blank.

        Returns
        -------
        list of str
            Blank where a cell is blank or bad.
        """
        chosen = [True] * len(table) if kept is None else kept
        cells = [cell for cell, stays in zip(table.items(column), chosen, strict=True) if stays]
        listed = self.names(*kinds)
        # Where nothing lists items of this kind, those that are named are the list.
        names = listed if listed.shown else Names(sorted({text for _row, text in cells}))
        known = {text: names.find(text) for text in dict.fromkeys(text for _row, text in cells)}
        items = inspection.list_name("items")
        inspection.wrong_texts(
            ((row, text) for row, text in cells if text and not known[text]),
            table.file,
            column,
            lambda text: (
                _("{items} lists no {kind} “{item}”.", items=items, kind=kinds[0], item=text)
                if len(kinds) == 1
                else _("{items} lists no item “{item}”.", items=items, item=text)
            ),
            lambda text: suggestion(
                text, list(listed.shown.values()), _("Add it to {items}, or correct it.", items=items)
            ),
        )
        return [known[text] if stays else "" for text, stays in zip(table.texts(column), chosen, strict=True)]

    def steps(self, kinds: Iterable[str]) -> dict[str, Steps]:
        """Give the scale of each item that has one.

        Parameters
        ----------
        kinds : iterable of str
            Kinds of items.
        """
        wanted = set(kinds)
        return {
            item.item: self.scales.get(normal(item.scale), ())
            for item in self.listed
            if item.kind in wanted and item.scale
        }


NO_ITEMS = Items((), {})


def step_rows(scales: Mapping[str, Steps]) -> dict[str, list[str | float]]:
    """Rows of the frame `steps` of a `Survey` for items and the scales they are rated on.

    Parameters
    ----------
    scales : mapping of str to tuple of Step
        By item.

    Examples
    --------
    >>> from stakeholder_graph.survey.settings.elements import step
    >>> step_rows({"Vision": (step(1, "disagree"), step(2, "agree"))})
    {'item': ['Vision', 'Vision'], 'value': [1, 2], 'name': ['disagree', 'agree']}
    """
    rows = [(item, step.value, step.name) for item, steps in scales.items() for step in steps]
    return {name: [row[place] for row in rows] for place, name in enumerate(("item", "value", "name"))}


def read_items(table: SourceTable | None, scales: dict[str, Steps], inspection: Inspection) -> Items:
    """Read items.csv.

    Parameters
    ----------
    table : SourceTable or None
        The file.
    scales : dict of str to tuple of Step
        Those that items may name.
    inspection : Inspection
        Takes problems and advice.
    """
    if table is None:
        return Items((), scales)
    table.require_text(inspection, "kind", "item")
    inspection.wrong_texts(
        ((row, text) for row, text in table.items("scale") if text and normal(text) not in scales),
        table.file,
        "scale",
        lambda text: _("There is no scale “{scale}”.", scale=text),
        lambda text: suggestion(
            text, list(scales), _("Describe it in {scales}.", scales=inspection.list_name("scales"))
        ),
    )
    cells = zip(
        table.words("kind", KINDS + RATED, inspection), (" ".join(text.split()) for text in table.texts("item")),
        table.texts("outcome"), table.texts("scale"), table.yes_or_no("steering", inspection),
        table.yes_or_no("public", inspection), table.texts("team"), _plain_hours(table, inspection), _called(table),
        table.rows, strict=True,
    )  # fmt: skip
    written = Items(tuple(Item(*cell) for cell in cells), scales)
    outcomes = written.resolved(table, "outcome", ("outcome",), inspection)
    teams = written.resolved(table, "team", ("team",), inspection) if "team" in table else [""] * len(table)
    of_both = zip(written.listed, outcomes, teams, strict=True)
    listed = [item._replace(outcome=outcome, team=team) for item, outcome, team in of_both]
    filled = [item for item in listed if item.kind and item.item]
    kept = settled(
        [item.row for item in filled],
        [(item.kind, normal(item.item)) for item in filled],
        {name: [getattr(item, name) for item in filled] for name in COLUMNS["items"][2:]},
        table.file,
        inspection,
    )
    return Items(tuple(filled[place] for place in kept), scales)


def _called(table: SourceTable) -> list[tuple[str, ...]]:
    """What each item is called in columns such as ``item_es``."""
    columns = [table.texts(f"item_{language}") for language in LANGUAGES if f"item_{language}" in table]
    return [tuple(filter(None, cells)) for cells in zip(*columns, strict=True)] if columns else [()] * len(table)


def _plain_hours(table: SourceTable, inspection: Inspection) -> list[str]:
    """Hours a month that taking part takes of each, as plain numbers; blank where nobody said."""
    if HOURS not in table:
        return [""] * len(table)
    return ["" if isnan(hours) else f"{hours:g}" for hours in table.numbers(HOURS, inspection, 0)]


class ItemAnswer(NamedTuple):
    """What an organization has to do with an item, or how it rates it; `none` is an answer that says: nothing."""

    row: int
    wave: str
    organization: str
    item: str
    value: float
    respondent: str
    written: str
    kind: str = ""
    none: bool = False
    source: str = "answer"


def read_affiliations(table: SourceTable, items: Items, context: ReadingContext) -> list[ItemAnswer]:
    """Read affiliations.csv; an answer of 0, or at a step that is no tie, is no affiliation and has no row.

    Parameters
    ----------
    table : SourceTable
        The file.
    items : Items
        The lists of items.
    context : ReadingContext
        Names and waves.

    Returns
    -------
    list of ItemAnswer
        What both a list and an answer say comes from the list: it is known without the answer.
    """
    inspection = context.inspection
    table.require_text(inspection, "organization", "kind", "item")
    kinds = table.words("kind", KINDS, inspection)
    sources = [source or "answer" for source in table.words("source", SOURCES, inspection)]
    _check_lists_name_nobody(table, sources, inspection)
    named, values, none = [""] * len(table), [nan] * len(table), [False] * len(table)
    for kind in sorted({*kinds} - {""}):
        of_kind = [other == kind for other in kinds]
        resolved = items.resolved(table, "item", (kind,), inspection, of_kind)
        graded = _graded(table, resolved, items.steps((kind,)), inspection, of_kind)
        for place, (value, is_none) in graded.items():
            named[place], values[place], none[place] = resolved[place], value, is_none
    answers = [
        answer._replace(
            item=named[place], value=values[place], kind=kinds[place], none=none[place], source=sources[place]
        )
        for place, answer in enumerate(_answers(table, context))
        # The others have their problem already.
        if answer.organization and answer.wave and kinds[place] and named[place]
        and not (isnan(values[place]) and table.texts("value")[place])
    ]  # fmt: skip
    listed = {_about(answer) for answer in answers if answer.source == "list"}
    return [
        answer._replace(source="list") if _about(answer) in listed else answer
        for answer in _once(answers, table, inspection)
        if not answer.none
    ]


def _check_lists_name_nobody(table: SourceTable, sources: Sequence[str], inspection: Inspection) -> None:
    """Note a problem for each row of a list that names a respondent: only an answer has one."""
    inspection.wrong_texts(
        (cell for cell, source in zip(table.items("respondent"), sources, strict=True) if cell[1] and source == "list"),
        table.file,
        "respondent",
        lambda text: _("The row comes from a list and names the respondent “{respondent}”.", respondent=text),
        lambda text: _("Leave the respondent blank or, if this is an answer, write “answer” as the source."),
    )


def read_ratings(table: SourceTable, items: Items, context: ReadingContext) -> list[ItemAnswer]:
    """Read ratings.csv; a blank rating is no rating and has no row.

    Parameters
    ----------
    table : SourceTable
        The file.
    items : Items
        The lists of items.
    context : ReadingContext
        Names and waves.
    """
    inspection = context.inspection
    table.require(inspection, "value")
    table.require_text(inspection, "organization", "item")
    kinds = RATED if items.names(*RATED).shown else KINDS + RATED
    named = items.resolved(table, "item", kinds, inspection)
    graded = _graded(table, named, items.steps(kinds), inspection)
    answers = [
        answer._replace(item=named[place], value=graded[place][0])
        for place, answer in enumerate(_answers(table, context))
        if not isnan(graded[place][0]) and answer.wave and answer.organization and named[place]
    ]
    times = Counter(_about(answer) for answer in answers)
    so_written = Counter((_about(answer), answer.written) for answer in answers)
    names = dict(table.items("organization"))
    # Two organizations that have become one were two respondents.
    apart = [
        answer._replace(respondent=names[answer.row])
        if times[_about(answer)] > 1 == so_written[_about(answer), answer.written]
        else answer
        for answer in answers
    ]
    return _once(apart, table, inspection)


def _once(answers: Sequence[ItemAnswer], table: SourceTable, inspection: Inspection) -> list[ItemAnswer]:
    """Each answer once."""
    kept = settled(
        [answer.row for answer in answers],
        [_about(answer) for answer in answers],
        {"value": [answer.value for answer in answers]},
        table.file,
        inspection,
        [answer.written for answer in answers],
    )
    return [answers[place] for place in kept]


def _about(answer: ItemAnswer) -> tuple[str, ...]:
    return (answer.wave, answer.organization, answer.kind, answer.item, answer.respondent)


def _answers(table: SourceTable, context: ReadingContext) -> list[ItemAnswer]:
    """One for each row of the table, without item and value."""
    waves = context.wave(table)
    organizations = context.names.checked(table, "organization", context.inspection, waves)
    cells = zip(table.rows, waves, organizations, table.texts("respondent"), table.texts("organization"), strict=True)
    return [ItemAnswer(row, wave, name, "", nan, person, normal(text)) for row, wave, name, person, text in cells]


def _graded(
    table: SourceTable,
    items: Sequence[str],
    scales: Mapping[str, Steps],
    inspection: Inspection,
    kept: Sequence[bool] | None = None,
) -> dict[int, tuple[float, bool]]:
    """The value of each answer on the scale of its item, and whether it says: none; by its place in the table."""
    texts = table.texts("value")
    places = [place for place in range(len(table)) if kept is None or kept[place]]
    by_scale: dict[str, list[int]] = {}
    for place in places:
        by_scale.setdefault(items[place] if items[place] in scales else "", []).append(place)
    graded: dict[int, tuple[float, bool]] = {}
    for name in [*scales, ""]:
        steps, own = scales.get(name, ()), by_scale.get(name, [])
        known = values_of([texts[place] for place in own], steps, table.decimal_comma)
        none = no_ties(steps)
        graded |= {place: (known[texts[place]], known[texts[place]] in none) for place in own}
        wrong_answers(
            ((table.rows[place], texts[place]) for place in own if texts[place] and isnan(known[texts[place]])),
            steps,
            (table.file, "value"),
            f"“{name}”" if name else _("items without a scale in {items}", items=inspection.list_name("items")),
            inspection,
        )
    return graded
