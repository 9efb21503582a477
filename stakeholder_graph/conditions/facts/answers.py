"""Facts of who answered."""

from stakeholder_graph.conditions.criterion import FindingField
from stakeholder_graph.conditions.facts._context import FactContext
from stakeholder_graph.conditions.facts._sampling import of_respondents
from stakeholder_graph.conditions.quantity import Quantity, does_not_apply, share
from stakeholder_graph.model.survey import NO_SECTOR

#: The column that says whether the results of the last survey came back, and words that say that they did.
RESULTS_SEEN = "results seen"
_YES = frozenset({"yes", "y", "true", "1", "sí", "si"})


def results_seen(context: FactContext, looked: FindingField) -> Quantity:
    """The share of those who answered that saw the results of the last survey."""
    people = context.graph.organizations
    column = next((name for name in people.columns if str(name).casefold() == RESULTS_SEEN), None)
    if column is None:
        return does_not_apply("no_list", file="organizations.csv")
    said = people[column].fillna("").astype(str).str.strip().str.casefold()
    yes = said[said != ""].isin(_YES).to_numpy()
    if not len(yes):
        return does_not_apply("no_list", file="organizations.csv")
    return of_respondents(len(yes), len(people), lambda kept: float(yes[kept].mean()))


def sectors_heard(context: FactContext, looked: FindingField) -> Quantity:
    """The share of sectors at the table of which somebody answered."""
    info = context.partnership.info
    if not info.surveyed:
        return does_not_apply("nobody_asked")
    if not info.answered_known:
        return does_not_apply("who_answered_unknown")
    sectors = context.graph.organizations["sector"]
    stated = sectors != NO_SECTOR
    if not stated.any():
        return does_not_apply("no_sectors")
    heard = context.graph.answered
    among = sectors[stated].nunique()
    return share(sectors[stated & heard].nunique(), among)
