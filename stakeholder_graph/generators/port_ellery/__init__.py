"""Port Ellery Health Partnership: an invented partnership around people who return to hospital often."""

from types import MappingProxyType

import numpy as np
import pandas as pd
from scipy.sparse import csr_array

from stakeholder_graph.generators.partnership import Invented
from stakeholder_graph.generators.port_ellery import cast, lists, network

SEED = 16

SETTINGS = """\
# Invented: there is no such town, and none of these organizations exists.
name = "Port Ellery Health Partnership"
backbone = "Port Ellery Care Coalition"
invented = true
preset = "health"

[[wave]]
name = "2025"
date = 2025-10-14

[layers.collaboration]
scale = ["none", "networking", "cooperation", "coordination", "coalition", "collaboration"]
promise = "named"

[layers.referral]
scale = ["none", "a few times a year", "monthly", "weekly"]
promise = "named"

[layers.trust]
scale = ["cannot say", "hardly", "a little", "partly", "mostly", "fully"]
promise = "backbone"
asked_of = "collaboration"
"""


def port_ellery(seed: int = SEED) -> Invented:
    """Invent Port Ellery.

    Parameters
    ----------
    seed : int
        Any seed keeps the counts of the story; who in particular is tied with whom differs.

    Returns
    -------
    Invented

    Examples
    --------
    >>> made = port_ellery()
    >>> len(made.tables["organizations"]), list(made.truth)
    (38, ['2025'])
    """
    for_ties, for_referrals, for_reports, for_items, for_ratings, for_indicators = (
        np.random.default_rng(child) for child in np.random.SeedSequence(seed).spawn(6)
    )
    people = cast.organizations()
    together, referred = network.collaboration(people, for_ties), network.referrals(people, for_referrals)
    ties = network.reports(people, together, referred, for_reports)
    works_on = {outcome: code for code, outcome in enumerate(lists.OUTCOMES)}
    public = people[["organization", "sector", "place", "size"]]
    tables = {
        "organizations": public.assign(role=people["part"].where(lambda part: part == "backbone", "")),
        "asked": pd.DataFrame({"wave": "2025", "organization": people["organization"], "answered": people["answered"]}),
        "ties": ties.assign(wave="2025"),
        "affiliations": lists.affiliations(people, for_items).assign(wave="2025"),
        "items": lists.items(),
        "scales": lists.scales(),
        "ratings": lists.ratings(people, for_ratings).assign(wave="2025"),
        "indicators": lists.indicators(for_indicators),
        "places": lists.places(),
        "strategies": lists.strategies(),
        "evidence": lists.evidence(),
    }
    clusters = np.array([works_on.get(outcome, -1) for outcome in people["works_on"]], dtype=np.int64)
    return Invented(MappingProxyType(tables), MappingProxyType({"2025": csr_array(together)}), clusters, SETTINGS)
