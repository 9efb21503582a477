"""The closed list of verdicts in words: all that a copy beyond the desk says of what only all answers together tell.

A word is about the network, an outcome, what two organizations have in common, or a pair of sectors of five or more
organizations. No number stands beside it, and words come in the order of this list and of names, never of how clear
they are. Each tells whoever reads it no more than `WordInfo.could_tell`.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from stakeholder_graph.editions.release import Release, Word
from stakeholder_graph.frames import natural
from stakeholder_graph.model.finding import LEVEL, Finding, Tone
from stakeholder_graph.text import N_

#: Words of one release, at most; those at the end of the list are left out.
MOST = 20
#: Organizations that a sector or a group must have, and tied pairs that a kind of tie must have.
FEWEST, FEWEST_PAIRS = 5, 20


@dataclass(frozen=True, slots=True)
class WordInfo:
    """One verdict of the closed list.

    Parameters
    ----------
    measure : str
        Whose finding on the desk it is taken from.
    text : str
        What is said, a message id; its fields are what it is about, in their order. Terms of ours stand in ``{work}``
        and ``{alike}``.
    tone : {"strength", "concern", "neutral"}
        As of a `Message`.
    could_tell : str
        What somebody could learn from it of the answers, a message id.
    """

    measure: str
    text: str
    tone: Tone
    could_tell: str


_OF_OUTCOME = N_("That five or more organizations named this outcome and reported few connections among them.")
_OF_CHANGE = N_("That those who answered both times, taken together, reported about as much as before, more or less.")
_OF_PAIRS = N_("That reported connections between two whole sectors are fewer or more than usual.")

#: The closed list, in the order in which words stand.
DECLARED_WORDS: Mapping[str, WordInfo] = MappingProxyType(
    {
        "named_by_both": WordInfo(
            "reciprocity",
            N_("Most connections are seen from both sides."),
            "strength",
            N_("That more than half of the connections between organizations that both answered are named by both."),
        ),
        "keep_to_sector": WordInfo(
            "ei_index",
            N_("Organizations keep to their own sector more than they would by luck."),
            "concern",
            N_("That fewer connections than usual cross sectors, over all organizations together."),
        ),
        "reach_across": WordInfo(
            "ei_index",
            N_("Organizations work across sectors more than they would by luck."),
            "strength",
            N_("That more connections than usual cross sectors, over all organizations together."),
        ),
        "go_with_work": WordInfo(
            "tie_predictors",
            N_("Organizations with {work} are likelier to be connected, whatever else they have in common."),
            "strength",
            N_("That reported connections go with shared outcomes or a shared team, over all organizations together."),
        ),
        "go_with_likeness": WordInfo(
            "tie_predictors",
            N_("Organizations with {alike} are likelier to be connected, whatever else they have in common."),
            "neutral",
            N_("That reported connections go with something on the list of organizations, over all of them together."),
        ),
        "team_to_convene": WordInfo(
            "outcome_clusters",
            N_(
                "Organizations that work on the same outcomes ({one}) hardly work with each other. A team "
                "waiting to be convened."
            ),
            "concern",
            N_("That five or more organizations named these outcomes and reported few connections among them."),
        ),
        "team_to_convene_one": WordInfo(
            "outcome_clusters",
            N_("Organizations that work on {one} hardly work with each other. A team waiting to be convened."),
            "concern",
            _OF_OUTCOME,
        ),
        "outcome_hardly_tied": WordInfo(
            "outcome_clusters",
            N_("Organizations that work on the same outcomes ({one}) hardly work with each other."),
            "concern",
            N_("That five or more organizations named these outcomes and reported few connections among them."),
        ),
        "outcome_hardly_tied_one": WordInfo(
            "outcome_clusters",
            N_("Organizations that work on {one} hardly work with each other."),
            "concern",
            _OF_OUTCOME,
        ),
        "sectors_apart": WordInfo(
            "sector_mixing",
            N_("{one} and {other} have fewer connections with each other than usual."),
            "concern",
            _OF_PAIRS,
        ),
        "within_sector": WordInfo(
            "sector_mixing",
            N_("More connections than usual run within {one}."),
            "neutral",
            _OF_PAIRS,
        ),
        "sectors_tied": WordInfo(
            "sector_mixing",
            N_("{one} and {other} have more connections with each other than usual."),
            "strength",
            _OF_PAIRS,
        ),
        "as_many_as_before": WordInfo(
            "panel_change",
            N_("Among those who answered both times, there are about as many connections as before."),
            "neutral",
            _OF_CHANGE,
        ),
        "more_than_before": WordInfo(
            "panel_change",
            N_("Among those who answered both times, there are more connections than before."),
            "strength",
            _OF_CHANGE,
        ),
        "fewer_than_before": WordInfo(
            "panel_change",
            N_("Among those who answered both times, there are fewer connections than before."),
            "concern",
            _OF_CHANGE,
        ),
    }
)


#: Readings on a group that is hardly tied: without a team for its outcomes; with one, or where that is not known.
_HARDLY_TIED = {
    "to_convene": "team_to_convene",
    "to_convene_one": "team_to_convene_one",
    **dict.fromkeys(("hardly_tied", "team_there", "team_there_seats"), "outcome_hardly_tied"),
    **dict.fromkeys(("hardly_tied_one", "team_there_one", "team_there_seats_one"), "outcome_hardly_tied_one"),
}
#: Readings on those who answered two waves.
_CHANGED = {
    **dict.fromkeys(("same", "same_loss", "same_gain"), "as_many_as_before"),
    "more": "more_than_before",
    "fewer": "fewer_than_before",
}


def words_of(
    desk: Sequence[Finding], on_lines: Sequence[Finding], release: Release, tied_pairs: Mapping[str, int]
) -> tuple[Word, ...]:
    """The verdicts that findings allow, in the order of the closed list.

    Parameters
    ----------
    desk : sequence of Finding
        Everything that was found.
    on_lines : sequence of Finding
        What the same measures find on the lines that may be drawn. A word on two sectors stands only where they say
        the same: either alone is too often wrong where sectors answered unevenly.
    release : Release
        What is released besides: how large sectors are, and which lines are drawn.
    tied_pairs : mapping of str to int
        How many pairs of organizations each kind of tie joins.

    Returns
    -------
    tuple of Word
        At most `MOST`.

    Examples
    --------
    >>> from stakeholder_graph.editions.release import WaveRelease
    >>> words_of([], [], Release("partners", "P", "1", (), (WaveRelease("1"),)), {})
    ()
    """
    sizes = Counter(member.sector for member in release.members)
    drawn = {layer.name for layer in release.layers if release.of_wave().lines is not None}
    enough = [finding for finding in desk if all(tied_pairs[name] >= FEWEST_PAIRS for name in finding.scope.layers)]
    spoken = {*_of_network(enough, drawn), *_of_sectors(desk, on_lines, sizes)}
    position = {id: k for k, id in enumerate(DECLARED_WORDS)}
    order = sorted(spoken, key=lambda word: (position[word.id], word.layer, [natural(name) for name in word.about]))
    return tuple(order[:MOST])


def _of_network(desk: Iterable[Finding], drawn: Collection[str]) -> Iterator[Word]:
    for finding in desk:
        reading = finding.reading
        if reading is None or reading.among_tests:
            continue
        fields, layer = reading.fields, finding.scope.layers[0] if len(finding.scope.layers) == 1 else ""
        if finding.name == "reciprocity" and reading.id == "mutual":
            yield Word("named_by_both", layer)
        elif finding.name == "tie_predictors":
            for id, name in (("go_with_work", "work"), ("go_with_likeness", "alike")):
                if fields.get(name):
                    yield Word(id, layer, (str(fields[name]),))
        elif finding.name == "panel_change" and reading.id in _CHANGED:
            yield Word(_CHANGED[reading.id], layer)
        elif finding.name == "ei_index" and layer not in drawn and _clear(finding):
            # Where lines are drawn, these tell it themselves.
            if reading.id in ("within", "across"):
                yield Word("keep_to_sector" if reading.id == "within" else "reach_across", layer)
        elif reading.id in _HARDLY_TIED and int(fields["size"] or 0) >= FEWEST:
            yield Word(_HARDLY_TIED[reading.id], str(fields["layer"]), (str(fields["outcomes"]),))


def _clear(finding: Finding) -> bool:
    """Whether a finding differs from chance under both nulls."""
    return all(test is not None and test.p <= LEVEL for test in (finding.test, finding.rewired))


def _too_close(finding: Finding) -> bool:
    """Whether what it claims did not survive the correction with the other tests of its report."""
    return finding.reading is not None and finding.reading.among_tests > 0


def _of_sectors(desk: Iterable[Finding], on_lines: Iterable[Finding], sizes: Mapping[str, int]) -> Iterator[Word]:
    for layer, first, second, verdict in _pairs(desk) & _pairs(on_lines):
        if min(sizes.get(first, 0), sizes.get(second, 0)) >= FEWEST:
            if verdict == "fewer":
                yield Word("sectors_apart", layer, (first, second))
            elif first == second:
                yield Word("within_sector", layer, (first,))
            else:
                yield Word("sectors_tied", layer, (first, second))


def _pairs(findings: Iterable[Finding]) -> set[tuple[str, str, str, str]]:
    """Layer, two sectors in their order, and whether they have more or fewer ties than chance would give."""
    rows = (
        (finding.scope.layers[0], row)
        for finding in findings
        if finding.name == "sector_mixing" and finding.table is not None and not _too_close(finding)
        for row in finding.table.rows
    )
    pairs = set()
    for layer, row in rows:
        first, second = sorted((str(row["from_sector"]), str(row["to_sector"])), key=natural)
        if row.get("verdict") in ("more", "fewer"):
            pairs.add((layer, first, second, str(row["verdict"])))
    return pairs
