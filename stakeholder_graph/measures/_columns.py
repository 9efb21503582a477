"""Columns that several measures have; a column of one measure alone stands in that measure's file."""

from collections.abc import Mapping

from stakeholder_graph.model.table import Column
from stakeholder_graph.text import N_

#: What many lists call a column by which organizations are grouped: pages say it in the reader's language.
ATTRIBUTES: Mapping[str, str] = {
    "place": N_("place"),
    "size": N_("size"),
    "city": N_("city"),
    "county": N_("county"),
    "region": N_("region"),
    "neighborhood": N_("neighborhood"),
    "type": N_("type"),
}

ORGANIZATION = Column("organization", N_("Organization"), "organization")
SECTOR = Column("sector", N_("Sector"), "sector")
PARTNER = Column("partner", N_("Partner"), "organization")
PARTNER_SECTOR = Column("partner_sector", N_("The partner's sector"), "sector")
FROM_SECTOR = Column("from_sector", N_("From"), "sector")
TO_SECTOR = Column("to_sector", N_("To"), "sector")
LAYER = Column("layer", N_("Kind of tie"), "text")

ORGANIZATIONS = Column("organizations", N_("Organizations"), "count")
LISTED = Column("listed", N_("At the table"), "count")
#: Where ties have a direction, so that a pair that names each other counts twice.
MENTION_COUNT = Column("ties", N_("Mentions"), "count")
TIE_COUNT = Column("ties", N_("Ties"), "count")
SHARE = Column("share", N_("Share"), "share")
OUTCOME = Column("outcome", N_("Outcome"), "text")
SHARED_OUTCOMES = Column("shared_outcomes", N_("Outcomes of both"))
OUTCOME_SIMILARITY = Column("outcome_similarity", N_("Share of their outcomes in common"), "index")

MENTIONS_OBSERVED = Column("observed", N_("Mentions"), "count")
OBSERVED = Column("observed", N_("Ties reported"), "count")
EXPECTED = Column("expected", N_("If by chance"), "number")
DYADS_USED = Column("dyads_used", N_("Answered pairs used"), "count", evaluator=True)
DYADS_ANSWERED = Column("dyads_answered", N_("Answered pairs in all"), "count", evaluator=True)
SHARE_BY_CHANCE = Column("share_by_chance", N_("Share if by chance"), "share")
BY_CHANCE = Column("by_chance", N_("If chance dealt out the sectors"), "number", evaluator=True)
STANDARD_ERROR = Column("standard_error", N_("Standard error"), "number", evaluator=True)
SD = Column("sd", N_("Standard deviation by chance"), "number", evaluator=True)
Z = Column("z", N_("Standard deviations from chance"), "number", evaluator=True)
P = Column("p", N_("p"), "p")
P_ADJUSTED = Column("p_adjusted", N_("p, adjusted"), "p")
P_ERROR = Column("p_error", N_("Monte Carlo error of it"), "number", evaluator=True)
COULD_TURN = Column("could_turn", N_("Whether more permutations could turn it"), "flag", evaluator=True)
P_REWIRED = Column("p_rewired", N_("p with the same numbers of partners"), "p", evaluator=True)
P_REWIRED_ADJUSTED = Column("p_rewired_adjusted", N_("The same, adjusted"), "p", evaluator=True)
P_REWIRED_ERROR = Column("p_rewired_error", N_("Monte Carlo error of that"), "number", evaluator=True)
FIRST_IN = Column("first_in", N_("Share of draws in which the same one is first"), "share")
#: What several verdicts say.
NOT_KNOWN, TOO_CLOSE, AS_EXPECTED = N_("not known"), N_("too close to call"), N_("as expected")
VERDICT = Column("verdict", N_("What can be said"), "verdict")
