"""Who has not answered, in the order in which to ask where nothing tells whose answer settles most."""

from stakeholder_graph.conditions.facts import FactContext
from stakeholder_graph.frames import natural
from stakeholder_graph.studies.call_list.waiting import may_have_answered
from stakeholder_graph.studies.in_common.known_ties import mentions, open_layers


def silent_in_order(context: FactContext) -> tuple[str, ...]:
    """Give those who have not answered, those first whom most others name.

    Parameters
    ----------
    context : FactContext
        One wave of a partnership.

    Returns
    -------
    tuple of str
        Nobody where nothing says who answered; nor anybody whose answer is set aside or may be in, as on the call list.
    """
    info, graph = context.partnership.info, context.graph
    unheard = may_have_answered(context.partnership)
    if unheard.everybody or not info.answered_known or not info.surveyed:
        return ()
    aside = {*info.answers_aside.get(graph.wave.name, ()), *unheard.organizations}
    named_by: dict[str, set[str]] = {}
    for sender, receiver in mentions(graph, open_layers(graph)[:1]):
        named_by.setdefault(receiver, set()).add(sender)
    silent = [name for name, yes in zip(graph.names, graph.answered, strict=True) if not yes and name not in aside]
    return tuple(sorted(silent, key=lambda name: (-len(named_by.get(name, ())), natural(name))))
