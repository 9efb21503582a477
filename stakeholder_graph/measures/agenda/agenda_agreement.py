"""Agenda agreement: on which items partners agree, and where there are two camps."""

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.measures._columns import NOT_KNOWN, ORGANIZATION, SECTOR, TOO_CLOSE
from stakeholder_graph.measures._declaration import Chart
from stakeholder_graph.measures._registry import measure
from stakeholder_graph.measures._silence import silence
from stakeholder_graph.measures.agenda._item_answers import (
    AGREED,
    ANSWER,
    ANSWERS,
    CAMPS,
    INDICES,
    ITEM,
    ITEMS,
    RANGES,
    SIDE,
    ItemAnswers,
)
from stakeholder_graph.measures.agenda._ratings import organization_ratings
from stakeholder_graph.model.finding import Finding, Measured, Message, Quotient
from stakeholder_graph.model.table import Cell, Column, Disclosure, Table
from stakeholder_graph.text import N_

YES, NEITHER, NO = (
    Column("yes", N_("Yes"), "count"),
    Column("neither", N_("Neither"), "count"),
    Column("no", N_("No"), "count"),
)


def _reading(finding: Finding) -> Message | None:
    if finding.table is None:
        without = next((caveat for caveat in finding.caveats if caveat.id == "no_scale"), None)
        return without and Message("none_on_a_scale", without.fields, "unknown")
    items: dict[Cell, list[str]] = {}
    for row in finding.table.rows:
        items.setdefault(row["verdict"], []).append(str(row["item"]))
    agreed, camps = len(items.get(AGREED, [])), items.get(CAMPS, [])
    known = sum(len(names) for verdict, names in items.items() if verdict != NOT_KNOWN)
    fields: dict[str, Cell] = {"agreed": agreed, "all": known, "camps": ", ".join(camps)}
    if not known:
        return None
    if agreed == known:
        return Message("all", fields, "strength") if known > 1 else Message("the_one", fields, "strength")
    if camps:
        return Message("all_but" if agreed and agreed + len(camps) == known else "camps", fields, "concern")
    if TOO_CLOSE in items and agreed + len(items[TOO_CLOSE]) == known:
        return Message("close", fields, "unknown")
    return Message("some" if agreed else "none_agreed", fields)


@measure(
    section="alignment",
    page="alignment",
    title=N_("Agreement on the agenda"),
    question=N_("On which items of the agenda do partners agree?"),
    how_to_read=N_(
        "Each organization has one voice: where several people answered for one, the middle one of their answers "
        "counts, of two the lower. Agreed: more than half say yes and at most a quarter say no. Two camps: at least a "
        "quarter on either side, and in the middle fewer than half as many as on either. An organization that has not "
        "answered is not known; of an item something is said only if it would most likely hold with all answers."
    ),
    how_to_read_copy=N_(
        "Each organization has one voice. The numbers are rounded to tenths, so that nobody can tell what one of them "
        "answered; an item that fewer than ten organizations answered is left out."
    ),
    formula=N_(
        "Share of items that are agreed. Yes and no: above and below the middle of the scale. Two camps: at least .25 "
        "on either side of the middle step, or of the two middle steps of an even number, and fewer there than half of "
        "either side. For each item mean, a_wg, r_wg (below 0 it is written as 0, and as it is in the column "
        "r_wg_unclamped), AD = mean |x - M|, A. low and high: bounds without assumptions, every missing answer at the "
        "lowest or at the highest step. like_low and like_high: 5 % and 95 % of 200 hot decks by sector (approximate "
        "Bayesian bootstrap). A verdict stands if it holds in nine of ten hot decks."
    ),
    undefined=N_(
        "Without ratings on a scale whose steps are known. An item with fewer than ten answers is not known, unless "
        "all answered and they are at least three. a_wg is undefined where the mean is so near an end of the scale "
        "that so few could not disagree."
    ),
    unit=N_("share"),
    bounds=(0, 1),
    references=(
        "Brown, R. D., & Hauenstein, N. M. A. (2005). Interrater agreement reconsidered: An alternative to the rwg "
        "indices. Organizational Research Methods, 8(2), 165-184.",
        "Burke, M. J., Finkelstein, L. M., & Dusig, M. S. (1999). On average deviation indices for estimating "
        "interrater agreement. Organizational Research Methods, 2(1), 49-68.",
        "James, L. R., Demaree, R. G., & Wolf, G. (1984). Estimating within-group interrater reliability with and "
        "without response bias. Journal of Applied Psychology, 69(1), 85-98.",
        "Rubin, D. B., & Schenker, N. (1986). Multiple imputation for interval estimation from simple random samples "
        "with ignorable nonresponse. Journal of the American Statistical Association, 81(394), 366-374.",
        "van der Eijk, C. (2001). Measuring agreement in ordered rating scales. Quality & Quantity, 35(3), 325-341.",
    ),
    messages={
        "all": N_("Agreement on all {all} items of the agenda."),
        "the_one": N_("Agreement on the one item of the agenda."),
        "all_but": N_("Agreement on all but {camps}: two camps."),
        "camps": N_("Two camps on {camps}; agreement on {agreed} of {all} items of the agenda."),
        "close": N_(
            "Agreement on {agreed} of {all} items of the agenda; the others are too close to call until more have "
            "answered."
        ),
        "some": N_(
            "Agreement on {agreed} of {all} items of the agenda; on the others opinions differ or it is too close to "
            "call."
        ),
        "none_agreed": N_("None of the {all} items of the agenda is agreed on so far."),
        "released": N_("How many of every ten organizations that answered agree with each item of the agenda."),
        "no_ratings": N_("Nobody was asked what they think of the agenda, or nobody answered."),
        "no_scale": N_(
            "Left out, since the survey does not say from where to where their answers run: {items}. Name their scale "
            "in the survey settings, or in the column scale of items.csv."
        ),
        "none_on_a_scale": N_(
            "Nothing can be said of the agenda yet: it is not known from where to where the answers run about {items}."
        ),
        "silent_ratings": N_("Organizations that have not answered yet: {silent}; what they think is not known."),
        "several_ratings": N_(
            "For {several} organizations several people answered; the middle one of their answers counts, of two the "
            "lower."
        ),
        "clamped": N_(
            "Answers vary more than if every step were as likely on: {items}. For the evaluator: r_wg is then written "
            "as 0."
        ),
        "by_sector": N_("Where there are two camps: how each sector answered"),
        "sides": N_("Where there are two camps: who stands where"),
    },
    reading=_reading,
    chart=Chart("agreement"),
    questions=(
        N_("Where there are two camps: what would each need to hear from the other?"),
        N_("What can we start on now, since all agree?"),
    ),
    reads=("rating",),
    no_range=N_(
        "Only those who have not answered yet could say what they think; for each item the table ranges says how far "
        "their answers could move it."
    ),
)
def agenda_agreement(graph: PartnerGraph, partnership: Partnership, *, seed: int = 0) -> Measured:
    """Measure agreement on each item of the agenda.

    Parameters
    ----------
    graph : PartnerGraph
        One wave; its ratings.
    partnership : Partnership
        Its list `steps` has the scales; of its `items` those of the kind ``agenda`` are looked at, or all that are
        rated where none is.
    seed : int
        Of the hot decks.

    Returns
    -------
    Measured
        `value` is the share of items agreed on, of those of which something can be said. `table` has item, answers,
        mean, agree, disagree (shares), verdict. `tables` has answers (organizations at each step), agreement (a_wg,
        r_wg, r_wg_unclamped, ad, agreement_a), ranges (what the missing answers could do to mean, agree and
        agreement_a); for items with two camps by_sector, and sides, by organization.

    Notes
    -----
    Krippendorff's alpha is not among the indices: where nearly all agree it falls to 0.

    Examples
    --------
    >>> from stakeholder_graph.model.survey import Wave
    >>> names = [f"Organization {i}" for i in range(8)]
    >>> ratings = pd.DataFrame({"organization": names, "item": "Pool funds", "value": [1, 1, 1, 1, 5, 5, 5, 5]})
    >>> graph = PartnerGraph(Wave("1"), {}, {"organizations": ratings[["organization"]], "ratings": ratings})
    >>> steps = pd.DataFrame({"item": "Pool funds", "value": [1, 2, 3, 4, 5], "name": ["--", "-", "0", "+", "++"]})
    >>> found = agenda_agreement(graph, Partnership("P", {"1": graph}, {"steps": steps}))
    >>> found.value, found.table.rows[0]["verdict"], found.tables["agreement"].rows[0]["a_wg"]
    (0.0, 'two camps', -1.0)
    """
    ratings, caveats = organization_ratings(graph, partnership)
    if ratings.empty:
        return Measured(None, caveats=[*caveats, Message("no_ratings")])
    scales = (
        {str(item): rows for item, rows in partnership["steps"].groupby("item")} if "steps" in partnership.lists else {}
    )
    without = [item for item in ratings.columns if item not in scales]
    items = [
        ItemAnswers(item, ratings[item].to_numpy(), scales[item], _sectors(graph), seed)
        for item in ratings
        if item in scales
    ]
    caveats += [Message("no_scale", {"items": ", ".join(without)})] if without else []
    if not items:
        return Measured(None, caveats=caveats)
    caveats += silence(graph, partnership, "silent_ratings", ratings.index[ratings.isna().all(axis=1)])
    clamped = [item.name for item in items if item.r_wg < 0]
    caveats += [Message("clamped", {"items": ", ".join(clamped)})] if clamped else []
    said = [item.verdict for item in items if item.verdict != NOT_KNOWN]
    tables = {
        "answers": Table.from_rows(ANSWERS, (row for item in items for row in item.answers), Disclosure.NETWORK),
        "agreement": Table.from_rows(INDICES, (item.indices for item in items), Disclosure.NETWORK),
    }
    if unsure := [item.ranges for item in items if item.missing]:
        columns = [column for column in RANGES if any(column.name in row for row in unsure)]
        tables["ranges"] = Table.from_rows(columns, unsure, Disclosure.NETWORK)
    if divided := [item for item in items if item.verdict == CAMPS]:
        sides = _sides(graph, divided)
        counts = pd.crosstab([sides["item"], sides["sector"]], sides["side"])
        counts = counts.reindex(columns=["yes", "neither", "no"], fill_value=0).reset_index()
        tables["by_sector"] = Table.from_frame((ITEM, SECTOR, YES, NEITHER, NO), counts, Disclosure.ORGANIZATION)
        tables["sides"] = Table.from_frame((ITEM, SECTOR, ORGANIZATION, ANSWER, SIDE), sides)
    table = Table.from_rows(ITEMS, (item.row for item in items), Disclosure.NETWORK)
    if not said:
        return Measured(None, table, tables, caveats=[*caveats, Message("too_few_organizations")])
    return Measured.of(Quotient(said.count(AGREED), len(said)), table, tables, caveats=caveats)


def _sectors(graph: PartnerGraph) -> NDArray[np.intp]:
    return np.unique(graph.organizations["sector"].to_numpy(dtype=object), return_inverse=True)[1].astype(np.intp)


def _sides(graph: PartnerGraph, items: list[ItemAnswers]) -> pd.DataFrame:
    """Who stands where on these items."""
    people = graph.organizations[["organization", "sector"]]
    frames = []
    for item in items:
        steps = pd.DataFrame(item.answers)
        answers = people.assign(item=item.name, value=item.ratings).dropna(subset="value")
        frames.append(answers.merge(steps[["value", "answer", "side"]], on="value"))
    return pd.concat(frames)[["item", "sector", "organization", "answer", "side"]]
