"""What the page on sectors says for the desk: with which other sector one hardly works, and who stands between them."""

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.studies.between_sectors import Between, between_sectors
from stakeholder_graph.text import _, listing


def between(copy: Copy) -> tuple[str, ...]:
    """Two sectors and who stands between them, in words; nothing beyond the desk, since it names an organization.

    Parameters
    ----------
    copy : Copy
        What its readers may see.

    Returns
    -------
    tuple of str
        What is known of their ties, then who stands between; none where nothing is to be told.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> between(Copy("backbone", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1"))
    ()
    """
    two = between_sectors(copy.partnership, copy.findings, copy.wave) if copy.confidential else None
    if two is None:
        return ()
    return (_shares(two), _who(two)) if two.organizations else (_shares(two),)


def _shares(two: Between) -> str:
    within, across = two.within, two.across
    fields = {
        "sector": two.sector,
        "other": two.other,
        "within": within.ties,
        "within_known": within.known,
        "across": across.ties,
        "across_known": across.known,
        "of_hundred": round(100 * within.share),
        "across_of_hundred": round(100 * across.share),
    }
    if two.directed:
        return _(
            "Of 100 possible mentions within {sector} {of_hundred} are made ({within} of {within_known}), with {other} "
            "{across_of_hundred} ({across} of {across_known}).",
            **fields,
        )
    return _(
        "Of 100 possible connections within {sector} {of_hundred} are there ({within} of {within_known}), with {other} "
        "{across_of_hundred} ({across} of {across_known}).",
        **fields,
    )


def _who(two: Between) -> str:
    names = two.organizations
    fields: dict[str, str | int] = {"through": two.through, "untied": two.untied}
    if len(names) > 1:
        return _(
            "{names} each work with both sides of {through} or more of the {untied} unconnected pairs.",
            names=listing(names),
            **fields,
        )
    fields |= {"organization": names[0], "level": two.level}
    if two.level and two.steers is False:
        return _(
            "{organization} works with both sides of {through} of the {untied} unconnected pairs, mostly at “{level}” "
            "and without a seat on steering.",
            **fields,
        )
    if two.level:
        return _(
            "{organization} works with both sides of {through} of the {untied} unconnected pairs, mostly at “{level}”.",
            **fields,
        )
    if two.steers is False:
        return _(
            "{organization} works with both sides of {through} of the {untied} unconnected pairs, without a seat on "
            "steering.",
            **fields,
        )
    return _("{organization} works with both sides of {through} of the {untied} unconnected pairs.", **fields)
