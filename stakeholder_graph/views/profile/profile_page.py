"""The page of one organization: what it said, its lines, whom it shares outcomes with, and room to correct it."""

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.profile import ProfileRelease, profile_content
from stakeholder_graph.text import _, day
from stakeholder_graph.views.page import render
from stakeholder_graph.views.profile.becomes_of import becomes_of
from stakeholder_graph.views.profile.profile_columns import ProfileColumns
from stakeholder_graph.views.profile.profile_words import (
    further_answers,
    kinds_named,
    outcome_rows,
    partners_named,
    partners_of_lines,
    taken_on_by,
    taken_on_with,
)


def draw_profile(copy: Copy, release: ProfileRelease) -> str:
    r"""Draw the page of one organization, for it alone.

    Parameters
    ----------
    copy : Copy
        Of the room's release, as of `ProfileGuard`: its name, and whether its data are invented or a draft.
    release : ProfileRelease
        All that the page may hold. Equal releases give equal pages.

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``: one sheet of A4 or Letter. It runs no script and asks for
        nothing.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions.profile import ProfileGuard, profile_releases
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> ours = Partnership("P", {"1": from_networkx(nx.DiGraph([("Zoo", "Park"), ("Museum", "Park")]))}, {})
    >>> (zoo,) = profile_releases(ours, "1", ["Zoo"])
    >>> page = draw_profile(ProfileGuard(ours, zoo.room).copy, zoo)
    >>> "Park" in page, "Museum" in page
    (True, False)
    """
    own, content = release.own, profile_content(release)
    backbone = next((member.organization for member in release.room.members if member.backbone), "")
    wave = release.room.of_wave()
    columns = ProfileColumns(
        named=partners_named(release, content),
        by_others=partners_of_lines(release, content.by_others),
        on_map=partners_of_lines(release, content.on_map),
        unnamed=content.unnamed,
        outcomes=outcome_rows(content.outcomes, person=own.person),
        teams=content.teams,
        further=further_answers(release),
        taken_on=taken_on_by(own.commitments),
        taken_on_with=taken_on_with(content.invited),
        becomes=becomes_of(release) if own.answered else (),
    )
    return render(
        copy,
        "views/profile/profile.html",
        own=own,
        closes=day(own.closes),
        shown=columns,
        kinds=kinds_named(release),
        drawn=content.drawn,
        wave=wave.name,
        waves=len(release.room.waves),
        asker=backbone,
        itself=release.is_backbone,
        response=_response(release),
        density=columns.density,
    )


def _response(release: ProfileRelease) -> str:
    """How many answered, where the room is told; a person's page counts nobody."""
    wave = release.room.of_wave()
    if release.own.person or wave.answered is None or not release.room.answered_known:
        return ""
    return _("{answered} of {listed} answered this survey.", answered=wave.answered, listed=wave.listed)
