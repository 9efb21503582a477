"""Whether others may be told what an organization answered: what respondents were promised decides it."""

from collections.abc import Iterable

from stakeholder_graph.graph import PartnerGraph, Partnership
from stakeholder_graph.model.finding import Message
from stakeholder_graph.model.survey import is_named

#: Answers to which kinds of questions stand behind a reason, by the id of its message.
KINDS = {
    "pair_need": ("asset", "need"),
    "pair_need_team": ("asset",),
    "pair_need_outcome": ("asset", "outcome"),
    "share_outcome": ("outcome",),
    "share_outcomes": ("outcome",),
}


def may_be_told(graph: PartnerGraph, partnership: Partnership, why: Iterable[Message]) -> bool:
    """Whether the reasons for an introduction rest on nothing that was promised to stay with the backbone.

    Parameters
    ----------
    graph : PartnerGraph
        The wave.
    partnership : Partnership
        Its survey says what was promised of each kind of question.
    why : iterable of Message
        The reasons.

    Returns
    -------
    bool
        What a list says that the backbone keeps for everybody is no answer.

    Examples
    --------
    >>> import pandas as pd
    >>> from stakeholder_graph.model.survey import SurveyInfo, Wave
    >>> rows = {"organization": ["A"], "kind": ["outcome"], "item": ["Reading"], "source": ["answer"]}
    >>> graph = PartnerGraph(Wave("1"), {}, {"affiliations": pd.DataFrame(rows)})
    >>> ours = Partnership(SurveyInfo("Ours", promises={"outcome": "backbone"}), {"1": graph})
    >>> may_be_told(graph, ours, [Message("share_outcome")]), may_be_told(graph, ours, [Message("common_partner")])
    (False, True)
    """
    frame = graph["affiliations"]
    answered = set(frame.loc[frame["source"] != "list", "kind"])
    kinds = {kind for reason in why for kind in KINDS.get(reason.id, ())}
    promises = partnership.info.promises
    return all(is_named(promises.get(kind, "named")) for kind in kinds & answered)
