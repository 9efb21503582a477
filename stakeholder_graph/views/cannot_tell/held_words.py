"""What a copy holds, field by field of its release, in words."""

from collections.abc import Iterator, Sequence

from stakeholder_graph.editions.release import Release, WaveRelease
from stakeholder_graph.model.survey import NO_SECTOR
from stakeholder_graph.text import N_, _, _n, listing, number, translate

#: Lists that the backbone keeps, as a page calls them.
_KINDS = {
    "outcome": N_("outcomes"),
    "indicator": N_("indicators"),
    "activity": N_("activities"),
    "team": N_("teams"),
    "meeting": N_("meetings"),
    "asset": N_("what organizations offer"),
    "need": N_("what organizations need"),
}


def held_in_words(release: Release) -> tuple[str, ...]:
    """Say of each field that is not empty what the copy holds.

    Parameters
    ----------
    release : Release
        The room's or the community's.

    Examples
    --------
    >>> from stakeholder_graph.editions.release import Member, WaveRelease
    >>> room = Release("partners", "P", "1", (Member("A", "Health"),), (WaveRelease("1", listed=9, answered=5),))
    >>> held_in_words(room)
    ('1 organization by name, with its sector.', 'That 5 of 9 organizations answered.')
    """
    return tuple(_held(release))


def _held(release: Release) -> Iterator[str]:
    if release.members and any(member.sector != NO_SECTOR for member in release.members):
        yield _n(
            "{count} organization by name, with its sector.",
            "{count} organizations by name, with their sectors.",
            len(release.members),
        )
    elif release.members:
        yield _n("{count} organization by name.", "{count} organizations by name.", len(release.members))
    yield from _response(release)
    yield from _lines(release)
    wave = release.of_wave()
    if wave.kinds:
        kinds = listing((translate(_KINDS.get(kind, kind)) for kind in wave.kinds), "and")
        yield _("Which organization stands on which list: {kinds}.", kinds=kinds)
    yield from _counts(release)
    if release.agreement:
        yield _n(
            "How many in ten agree with {count} item of the agenda; never none and never all.",
            "How many in ten agree with each of {count} items of the agenda; never none and never all.",
            len(release.agreement),
        )
    if release.results:
        indicators = len({result.indicator for result in release.results})
        yield _n(
            "Figures of {count} indicator on the backbone’s list, of outcomes that it marks as public.",
            "Figures of {count} indicators on the backbone’s list, of outcomes that it marks as public.",
            indicators,
        )
    if release.strategies:
        yield _n(
            "{count} strategy that is tried for these outcomes.",
            "{count} strategies that are tried for these outcomes.",
            len(release.strategies),
        )
    if release.commitments:
        yield _n(
            "{count} commitment that was read aloud in a meeting.",
            "{count} commitments that were read aloud in a meeting.",
            len(release.commitments),
        )
    if written := release.own_pages.paragraphs:
        yield _n(
            "{count} paragraph that the backbone wrote for this copy, word for word.",
            "{count} paragraphs that the backbone wrote for this copy, word for word.",
            len(written),
        )
    if release.own_pages.logo:
        yield _("A logo, of which only the pixels are kept.")


def _response(release: Release) -> Iterator[str]:
    for wave in release.waves:
        if wave.answered is None or not release.answered_known or not release.surveyed:
            continue
        said = _n(
            "That {answered} of {count} organization answered",
            "That {answered} of {count} organizations answered",
            wave.listed,
            answered=number(wave.answered),
            count=number(wave.listed),
        )
        yield f"{said}." if len(release.waves) == 1 else _("{said} ({survey}).", said=said, survey=wave.name)


def _lines(release: Release) -> Iterator[str]:
    drawn = [wave for wave in release.waves if wave.lines is not None] if release.of_wave().lines is not None else []
    if len(drawn) > 1:
        yield _("The surveys {names}; connections are counted in all of them together.", names=_names(drawn))
    for layer in release.layers:
        count = sum(line.layer == layer.name for wave in drawn for line in wave.lines or ())
        if not drawn:
            yield _("That {layer} was asked about; none of its connections.", layer=layer.name)
        elif layer.promise == "named with strength":
            yield _n(
                "{count} connection of {layer}, and how close it is by the closer of two reports.",
                "{count} connections of {layer}, and how close each is by the closer of two reports.",
                count,
                layer=layer.name,
            )
        else:
            yield _n("{count} connection of {layer}.", "{count} connections of {layer}.", count, layer=layer.name)


def _names(waves: Sequence[WaveRelease]) -> str:
    return listing((wave.name for wave in waves), "and")


def _counts(release: Release) -> Iterator[str]:
    counted = sum(count is not None for _, count in release.outcomes)
    if counted:
        yield _n(
            "How many organizations work on {count} outcome, as five or more do.",
            "How many organizations work on each of {count} outcomes, where five or more do.",
            counted,
        )
    counts = release.community
    if counts is None:
        return
    if counts.sectors:
        yield _n(
            "How many organizations {count} group of sectors has, five or more.",
            "How many organizations each of {count} sectors has, five or more.",
            len(counts.sectors),
        )
    between = sum(pair.lines is not None for layer in counts.layers for pair in layer.between)
    if between:
        yield _n(
            "How many pairs of organizations are connected between or within sectors, in {count} case of five or more.",
            "How many pairs of organizations are connected between and within sectors, in {count} cases of five or "
            "more.",
            between,
        )
    if seats := sum(count is not None for _, count in counts.teams):
        yield _n(
            "How many organizations sit in {count} team, as five or more do.",
            "How many organizations sit in each of {count} teams, where five or more do.",
            seats,
        )
