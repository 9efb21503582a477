"""Wren County Cradle to Career: the example, invented from beginning to end, with a story planted in it."""

from types import MappingProxyType

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from stakeholder_graph.generators.partnership import Invented
from stakeholder_graph.generators.wren_county import answers, cast, lists, network, places, tables, tried, work
from stakeholder_graph.generators.wren_county.spanish import with_spanish

#: Chosen among others because in its network the library comes second in betweenness.
SEED = 672

SETTINGS = """\
# Invented: there is no such county, and none of these organizations exists.
name = "Wren County Cradle to Career"
backbone = "Wren Forward"
invented = true

[[wave]]
name = "2024"
date = 2024-10-15

[[wave]]
name = "2025"
date = 2025-10-21

[layers.collaboration]
scale = ["none", "networking", "cooperation", "coordination", "coalition", "collaboration"]
promise = "named"

[layers.contact]
scale = ["none", "yearly", "quarterly", "monthly", "weekly"]
promise = "named"

[layers.trust]
scale = ["cannot say", "hardly", "a little", "partly", "mostly", "fully"]
promise = "backbone"
combine = "mean"
asked_of = "collaboration"
"""


def wren_county(seed: int = SEED) -> Invented:
    """Invent Wren County.

    Parameters
    ----------
    seed : int
        Any seed keeps the counts of the story; who in particular is tied with whom differs.

    Returns
    -------
    Invented

    Examples
    --------
    >>> made = wren_county()
    >>> len(made.tables["organizations"]), list(made.truth)
    (61, ['2024', '2025'])
    """
    for_ties, for_answers, for_outcomes, for_ratings, for_indicators, for_work, for_places = (
        np.random.default_rng(child) for child in np.random.SeedSequence(seed).spawn(7)
    )
    organizations = cast.organizations()
    grown = network.grow(organizations, for_ties)
    ties = answers.ties(organizations, grown, for_answers)
    names = tables.names()
    clusters = {group: code for code, group in enumerate(dict.fromkeys(lists.OUTCOMES.values()))}
    public = organizations[["organization", "sector", "place", "size"]]
    works_on = tables.affiliations(organizations, for_outcomes)
    further = work.affiliations(organizations, works_on, for_work)
    figures = lists.indicators(for_indicators)
    indicators = lists.with_places(figures, places.by_place(figures, for_places))
    return Invented(
        MappingProxyType(
            {
                "organizations": public.assign(role=organizations["part"].where(lambda part: part == "backbone", "")),
                "names": names,
                "asked": tables.asked(organizations),
                "ties": ties,
                "affiliations": pd.concat([works_on, further], ignore_index=True),
                "items": with_spanish(lists.items(work.items()), "item"),
                "scales": lists.scales(),
                "ratings": tables.ratings(organizations, for_ratings),
                "sectors": with_spanish(lists.sectors(), "sector"),
                "indicators": with_spanish(indicators, "subgroup"),
                "places": places.places(),
                "strategies": with_spanish(tried.strategies(), "strategy"),
                "changes": tried.changes(),
                "evidence": lists.evidence(),
            }
        ),
        MappingProxyType({"2024": csr_array(grown.earlier), "2025": csr_array(grown.later)}),
        np.array([clusters.get(group, -1) for group in organizations["works_on"]], dtype=np.int64),
        SETTINGS,
    )
