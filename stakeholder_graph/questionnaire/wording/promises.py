"""What respondents are promised beside each question: who will see their answers."""

from stakeholder_graph.model.survey import Promise, WhoAnswered, is_named
from stakeholder_graph.text import _


def promise_for_ties(promise: Promise, backbone: str) -> str:
    """Say who will see an answer about ties.

    Parameters
    ----------
    promise : {"named with strength", "named", "aggregate", "backbone"}
    backbone : str
        What the backbone organization is called.

    Notes
    -----
    A line that its reader did not report was reported by the other side, and a level that it did not give by the
    other: whoever answers has to know that.

    Examples
    --------
    >>> promise_for_ties("backbone", "Wren Forward")
    'Backbone only: nobody but Wren Forward sees it.'
    """
    if promise == "named with strength":
        return _(
            "Named, with strength: partners may see which organizations are connected and how closely. We do not show "
            "who said so, but an organization that you name may be able to tell from its own answers."
        )
    if promise == "named":
        return _(
            "Named: partners may see which organizations are connected, not how closely. We do not show who said so, "
            "but an organization that you name may be able to tell from its own answers."
        )
    if promise == "aggregate":
        return _("In the aggregate: partners see only totals over many organizations.")
    return _("Backbone only: nobody but {backbone} sees it.", backbone=backbone)


def promise_about_answering(who_answered: WhoAnswered, backbone: str) -> str:
    """Say who will learn that an organization answered.

    Parameters
    ----------
    who_answered : {"named", "count"}
        What is promised of it.
    backbone : str
        What the backbone organization is called.

    Examples
    --------
    >>> promise_about_answering("named", "Wren Forward")
    'Named: we shall say which organizations answered, and so which did not.'
    """
    if who_answered == "named":
        return _("Named: we shall say which organizations answered, and so which did not.")
    return _(
        "Backbone only: nobody but {backbone} sees it. We shall say how many organizations answered, not which.",
        backbone=backbone,
    )


def promise_for_items(promise: Promise, backbone: str) -> str:
    """Say who will see what an organization chose from a list, or how it rated.

    Parameters
    ----------
    promise : {"named with strength", "named", "aggregate", "backbone"}
    backbone : str
        What the backbone organization is called.

    Examples
    --------
    >>> promise_for_items("named", "Wren Forward")
    'Named: partners may see what your organization chose.'
    """
    if is_named(promise):
        return _("Named: partners may see what your organization chose.")
    return promise_for_ties(promise, backbone)


def promise_for_attributes() -> str:
    """Say who will see what describes an organization, such as its sector.

    Examples
    --------
    >>> promise_for_attributes()
    "Named: partners may see it beside your organization's name."
    """
    return _("Named: partners may see it beside your organization's name.")
