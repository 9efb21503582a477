"""The report's first lines: who answered, and what that allows one to say."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from urllib.parse import quote

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures.representation.response import nobody_asked, not_counted
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.text import _, listing
from stakeholder_graph.views.sentences import headline, say
from stakeholder_graph.views.undrawn_lines import earlier_left_out, why_no_lines

#: With fewer answers than this share the first lines speak of what is not known.
ABOUT_HALF = 0.6
#: With fewer answers than this no ranges can be given.
FEWEST_ANSWERS = 10


@dataclass(frozen=True, slots=True)
class Opening:
    """The first lines.

    Parameters
    ----------
    first : str
        Who answered, in one sentence.
    follows : tuple of str
        What that allows one to say.
    silent : int or None
        How many have not answered yet; None where nothing says who answered, or so few did that the copy does not say
        how many.
    aside : int
        Of how many an answer came and is set aside.
    not_counted : str
        What waits for a decision and so is not counted; the first sentence begins with it.
    """

    first: str
    follows: tuple[str, ...]
    silent: int | None
    aside: int = 0
    not_counted: str = ""


def opening(copy: Copy) -> Opening | None:
    """Say who answered and what follows from it.

    Parameters
    ----------
    copy : Copy
        Only how many answered is read.

    Returns
    -------
    Opening or None
        None without a finding on who answered.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> copy = Copy("backbone", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> opening(copy) is None
    True
    """
    response = copy.with_role("response")
    if not copy.partnership.info.surveyed:
        first = say(nobody_asked(copy.partnership.graph(copy.wave)), "response")
        follows = ("", "") if copy.confidential else (why_no_lines(copy), earlier_left_out(copy))
        return Opening(first, tuple(filter(None, follows)), None)
    waits = not_counted(copy.partnership.info, copy.wave, desk=copy.confidential)
    uncounted = say(waits, "response") if waits else ""
    said = _opening_of_answers(copy, response)
    if said is None or not uncounted:
        return said
    return replace(said, first=f"{uncounted} {said.first}", not_counted=uncounted)


def _opening_of_answers(copy: Copy, response: Finding | None) -> Opening | None:
    if not copy.confidential:
        return _of_release(copy, headline(response) if response else "")
    if response is None or response.reading is None or response.value is None:
        return None
    waits = [caveat for caveat in response.caveats if caveat.id.startswith("not_counted")]
    caveats = tuple(say(caveat, response.name) for caveat in response.caveats if caveat not in waits)
    if any(caveat.id.startswith("all_assumed") for caveat in response.caveats):
        return Opening(caveats[0], caveats[1:], None)
    counts = response.reading.fields
    answered, silent = int(counts["answered"] or 0), int(counts["silent"] or 0)
    aside = sum(int(caveat.fields["count"] or 0) for caveat in response.caveats if caveat.id == "answers_aside")
    of_whom = copy.partnership.info.answers_aside.get(copy.wave, ())
    return Opening(
        headline(response),
        (*_follows(response, answered, silent + aside, of_whom, bool(waits)), *caveats),
        silent,
        aside,
    )


def _of_release(copy: Copy, first: str) -> Opening | None:
    """What a copy beyond the desk says: its numbers are those of its map."""
    answered, listed = copy.answered()
    few = copy.answered_known and answered is None and listed > 0
    if few:
        first = _("Hardly any of the {listed} organizations have answered so far.", listed=listed)
    if not first:
        return None
    undrawn = why_no_lines(copy)
    follows = [undrawn or _counted_on_lines(copy), earlier_left_out(copy)]
    if undrawn and any(finding.in_words for finding in copy.findings):
        follows.append(_("What all answers together show is said in words, without a number."))
    if not undrawn and not copy.everyone_answered():
        follows.append(_("Where no line is drawn there may still be a connection that nobody has reported yet."))
    silent = listed - answered if copy.answered_known and answered is not None else None
    return Opening(first, tuple(filter(None, follows)), silent)


def _counted_on_lines(copy: Copy) -> str:
    if not copy.answered_known:
        return _(
            "The numbers in this copy are counted on the lines of its map. What all answers together show is said in "
            "words, without a number."
        )
    if copy.everyone_answered():
        return _(
            "The numbers in this copy are counted on the lines of its map, so that nobody can tell from them who named "
            "whom. What all answers together show is said in words, without a number."
        )
    return _(
        "The numbers in this copy are counted on the lines of its map, so that nobody can tell from them who has not "
        "answered. What all answers together show is said in words, without a number."
    )


@dataclass(frozen=True, slots=True)
class Changes:
    """What is different from an earlier wave, and where the map shows it.

    Parameters
    ----------
    said : str
        What changed, as far as it can be said; else where to look.
    href : str
        Where the map shows it; blank where it does not.
    link : str
        What the link is called; blank where `said` is the link.
    """

    said: str
    href: str
    link: str = ""


def changes(copy: Copy, map_href: str | None) -> Changes | None:
    """Say what changed since the wave before, and point to the map that shows it.

    Parameters
    ----------
    copy : Copy
        Beyond the desk it has the verdict in words, and its map draws no line as gained or ended: that would take
        knowing who answered.
    map_href : str or None
        Where the map lies.

    Returns
    -------
    Changes or None
        None without an earlier wave that asked about a kind of tie that may be shown of both, or where nothing is said
        and no map is there.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> graphs = {"2024": from_networkx(nx.path_graph(3)), "2025": from_networkx(nx.path_graph(4))}
    >>> changes(Copy("backbone", Partnership("P", graphs, {}), (), "2025"), "map.html").href
    'map.html#since=2024'
    """
    waves = list(copy.partnership.graphs)
    before = waves[: waves.index(copy.wave)]
    if not before:
        return None
    said = " ".join(_said_of_change(copy))
    if not copy.confidential:
        return Changes(said, "") if said else None
    now, then = (set(copy.partnership.graph(wave)["ties"]["layer"]) for wave in (copy.wave, before[-1]))
    # Where nothing says who answered the map cannot say either what became of a line.
    if not map_href or not now & then or not copy.answered_known:
        return Changes(said, "") if said else None
    href = f"{map_href}#since={quote(before[-1], safe='')}"
    if said:
        return Changes(said, href, _("Since {before} on the map", before=before[-1]))
    return Changes(
        _("What changed since {before}, as far as the answers tell, is on the map.", before=before[-1]), href
    )


def verdict_of_change(copy: Copy) -> str:
    """What the room's map and presentation say of change; blank on the desk, whose map draws it.

    Parameters
    ----------
    copy : Copy
        Its verdict in words is looked at.
    """
    change = copy.with_role("change")
    return headline(change) if change is not None and change.in_words else ""


def _said_of_change(copy: Copy) -> Iterator[str]:
    """Of all together, and of the two groups between which it changed most clearly."""
    change, groups = copy.with_role("change"), copy.with_role("group change")
    if change is not None and change.reading is not None:
        yield headline(change)
    if groups is not None and groups.reading is not None and groups.value and not groups.reading.among_tests:
        yield headline(groups)


def draft_lines(partnership: Partnership) -> list[str]:
    """Say that a survey has open decisions, which answers wait for them, and which comes next.

    Parameters
    ----------
    partnership : Partnership
        As its reader may see it.

    Returns
    -------
    list of str
        Empty where it is no draft. Decisions themselves are named to those only who may see them.

    Examples
    --------
    >>> draft_lines(Partnership("P", {}, {}))
    []
    """
    if not partnership.info.draft:
        return []
    undecided = partnership.info.undecided
    if undecided:
        lines = [_("This is a draft, since decisions about the survey are open: {count}.", count=len(undecided))]
    else:
        lines = [_("This is a draft, since decisions about the survey are open.")]
    if partnership.info.left_out:
        counts = [
            _("{count} about {what}", count=count, what=what) for what, count in partnership.info.left_out.items()
        ]
        lines.append(_("Until they are made, these answers are left out: {counts}.", counts=listing(counts)))
    if undecided:
        first = undecided[0]
        where = f"{first.where}: " if first.where else ""
        lines.append(_("The next one: {where}{what} {todo}", where=where, what=first.what, todo=first.todo))
    return lines


def _follows(
    response: Finding, answered: int, missing: int, aside: Collection[str] = (), waits: bool = False
) -> list[str]:
    if not missing and waits:
        return [_("What follows rests only on answers of organizations on the list about one another.")]
    if not missing:
        return [_("What follows rests on an answer from each of them.")]
    share = response.value or 0.0
    if not answered:
        return [_("Nobody has said yet whom they work with, so nothing is known of connections.")]
    if share > ABOUT_HALF:
        said = [_("A missing answer is never counted as no connection; ranges say how far those could move a number.")]
    else:
        said = [
            _(
                "A connection that is missing here is mostly one that is not known. Read each number with the range "
                "beside it: it may move as answers come in."
            )
        ]
    if share < 0.5:
        said.append(_("With fewer than half of the answers, no organization is named as standing between others."))
    if answered < FEWEST_ANSWERS:
        said.append(
            _(
                "With fewer than ten answers nobody can say how far the others would move a number, so no ranges are "
                "given."
            )
        )
    by_sector = response.tables["by_sector"].rows if "by_sector" in response.tables else ()
    people = response.table.rows if response.table is not None else ()
    waited_for = {row["sector"] for row in people if row["organization"] not in aside}
    silent_sectors = [
        str(row["sector"])
        for row in by_sector
        if row.get("answered") == 0 and row["sector"] != NO_SECTOR and (not people or row["sector"] in waited_for)
    ]
    if silent_sectors:
        said.append(_("Nobody has answered yet from {sectors}.", sectors=listing(silent_sectors)))
    return said
