"""What a release says: measures computed on it, its counts, and its verdicts in words."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from stakeholder_graph.editions.declared_words import DECLARED_WORDS
from stakeholder_graph.editions.release import Release, Word
from stakeholder_graph.editions.released_graph import released_partnership
from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures._columns import FROM_SECTOR, ORGANIZATIONS, OUTCOME, TO_SECTOR, VERDICT
from stakeholder_graph.measures._declaration import Declaration
from stakeholder_graph.measures._registry import find_measure, measures
from stakeholder_graph.measures._sections import section_order
from stakeholder_graph.measures.representation.response import how_many_answered
from stakeholder_graph.model.finding import Finding, Message, Scope
from stakeholder_graph.model.table import Column, Disclosure, Table
from stakeholder_graph.progress import part
from stakeholder_graph.studies.assess import NO_TIES, assess, assess_apart
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.studies.page_one.one_family import corrected_claims
from stakeholder_graph.text import N_

#: Everybody who counts on the map finds the same: the seed and the number of permutations are always these.
WITHOUT_TESTS = MeasureSettings(ties="either", permutations=0, draws=0)
WITH_TESTS = MeasureSettings(ties="either", draws=0)

LINES = Column("observed", N_("Lines on the map"), "count")
#: The verdicts on two sectors, as tables have them.
_OF_PAIRS = {"sectors_apart": "fewer", "within_sector": "more", "sectors_tied": "more"}
ITEM, TENTHS = Column("item", N_("Which"), "text"), Column("tenths", N_("Of ten that answered, agree"), "count")


def released_findings(
    release: Release, partnership: Partnership, names: Sequence[str] | None = None
) -> tuple[Finding, ...]:
    """Find what can be said of a release.

    Parameters
    ----------
    release : Release
        All that may be known.
    partnership : Partnership
        The same, as `released_partnership` makes it.
    names : sequence of str, optional
        Measures; by default all.

    Returns
    -------
    tuple of Finding
        In the order of the report; those that say nothing are left out. Numbers are counted on the lines of the release
        and on its lists. A measure with a test is computed only where the test holds on lines.
    """
    known = [info for info in measures().values() if names is None or info.name in names]
    if release.edition == "community":
        # It names nobody and draws no line: nothing is counted on it.
        return _in_order(_of_answers(release), {info.name for info in known})
    counted = [info for info in known if _counts(info, release)]
    tested = [info.name for info in counted if _tests(info, release)]
    plain = [info.name for info in counted if info.name not in tested]
    with part(0.4):
        findings = [*assess(partnership, plain, wave=release.wave, settings=WITHOUT_TESTS)]
    with part(0.9):
        findings += _tested(release, tested)
    shown = {finding.id: finding for finding in map(_without_names, findings) if _says_something(finding)}
    wanted = {info.name for info in known}
    for finding in _of_answers(release):
        shown.setdefault(finding.id, finding)
    if "sector_mixing" in wanted:
        pairs = assess(partnership, ["sector_mixing"], wave=release.wave, settings=WITHOUT_TESTS)
        shown |= {finding.id: _with_verdicts(finding, release.words) for finding in pairs if finding.table}
    return _in_order(shown.values(), wanted)


def _in_order(findings: Iterable[Finding], wanted: Collection[str]) -> tuple[Finding, ...]:
    """Findings of these measures in the order of the report."""
    chosen = [replace(finding, released=True) for finding in findings if finding.name in wanted]
    order = {name: k for k, name in enumerate(measures())}
    chosen.sort(key=lambda finding: (section_order(find_measure(finding.name).section), order[finding.name]))
    return tuple(chosen)


def sector_pairs_on_lines(release: Release) -> tuple[Finding, ...]:
    """Pairs of sectors with more or fewer lines than chance would give, on the lines of a release alone.

    Parameters
    ----------
    release : Release
        Its words are not looked at.
    """
    return _tested(release, ["sector_mixing"])


def _tested(release: Release, names: Sequence[str]) -> tuple[Finding, ...]:
    """What measures with a test find on the lines of a release, which its words say nothing about."""
    tested = _all_tested(replace(release, words=())) if names else ()
    return tuple(corrected_claims([finding for finding in tested if finding.name in names]))


@lru_cache(maxsize=1)
def _all_tested(release: Release) -> tuple[Finding, ...]:
    """Of all measures with a test, which share rewired networks: asked for before a release has words, and after."""
    names = [info.name for info in measures().values() if info.name == "sector_mixing" or _tests(info, release)]
    return tuple(assess_apart(released_partnership(release), names, wave=release.wave, settings=WITH_TESTS))


def _counts(info: Declaration, release: Release) -> bool:
    """Whether a measure can be computed on a release: not of who answered, nor of single organizations."""
    on_lines = info.null is None or info.on_lines or info.counted_on_lines
    return on_lines and info.role not in ("response", "calls") and info.disclosure < Disclosure.ORGANIZATION


def _tests(info: Declaration, release: Release) -> bool:
    """Whether a measure is computed on a release with its test, which holds on lines."""
    return _counts(info, release) and info.null is not None and not info.counted_on_lines


def _says_something(finding: Finding) -> bool:
    return finding.reading is not None and (finding.value is not None or finding.table is not None)


def _without_names(finding: Finding) -> Finding:
    """A finding on lines without what single organizations score, which stays on the desk, in words that fit lines."""
    info, reading = find_measure(finding.name), finding.reading
    tables = {name: table for name, table in finding.tables.items() if not _scores(table)}
    finding = replace(
        finding,
        table=None if finding.table is None or _scores(finding.table) else finding.table,
        tables={name: _without_answers(table) for name, table in tables.items()},
        estimate=None,
        range_like=None,
        range=None,
        certain=None,
        complete=None,
        caveats=tuple(caveat for caveat in finding.caveats if caveat.discloses < Disclosure.ORGANIZATION),
    )
    if finding.table is not None:
        finding = replace(finding, table=_without_answers(finding.table))
    if NO_TIES in finding.caveats:
        return finding
    if reading is None or reading.discloses >= Disclosure.ORGANIZATION:
        # Many measures have a sentence for those who may not see the names.
        among_tests = reading.among_tests if reading is not None else 0
        reading = info.reading(finding)
        if reading is not None and among_tests:
            reading = replace(reading, tone="unknown", among_tests=among_tests)
    if reading is None or reading.discloses >= Disclosure.ORGANIZATION:
        return replace(finding, reading=None)
    return replace(
        finding,
        reading=_of_lines(reading, info),
        caveats=tuple(_of_lines(caveat, info) for caveat in finding.caveats),
    )


def _of_lines(message: Message, info: Declaration) -> Message:
    """The message that its measure has for lines, if it has one."""
    id = f"{message.id}_on_lines"
    return replace(message, id=id) if id in info.messages else message


def _scores(table: Table) -> bool:
    """Whether rows say more of organizations than which group they are in."""
    if table.disclosed != Disclosure.ORGANIZATION:
        return table.disclosed > Disclosure.ORGANIZATION
    kinds = {column.kind for column in table.columns}
    return "organization" in kinds and any(column.numeric for column in table.columns)


def _without_answers(table: Table) -> Table:
    """A table without what speaks of answers, which a release does not say: columns, and rows without any number."""
    kept = [k for k, column in enumerate(table.columns) if not column.of_answers]
    table = Table(tuple(table.columns[k] for k in kept), tuple(table.cells[k] for k in kept), table.discloses)
    numbers = [column.name for column in table.columns if column.numeric]
    rows = [k for k, row in enumerate(table.rows) if not numbers or any(row.get(name) is not None for name in numbers)]
    return table.take(rows)


def _on_list(release: Release) -> bool:
    """Whether what is said of answers holds of the list only, since others were asked about or answers wait."""
    return bool(release.asked_unlisted[0]) or release.answers_wait


def _of_answers(release: Release) -> Iterator[Finding]:
    """What rests on answers: how many answered, and what the release counts or says in words."""
    scope, wave = Scope((release.wave,)), release.of_wave()
    listed = wave.listed
    if listed and release.surveyed and not release.answered_known:
        yield _said("response", scope, how_many_answered(listed, listed, known=False))
    elif listed and release.surveyed and wave.answered is not None:
        yield _said(
            "response",
            scope,
            how_many_answered(wave.answered, listed, on_list=_on_list(release)),
            value=wave.answered / listed,
        )
    if release.outcomes:
        counts = {outcome: count for outcome, count in release.outcomes if count is not None}
        others = len(release.outcomes) - len(counts)
        message = Message("released" if others else "released_all", {"count": len(counts), "others": others})
        cells = {OUTCOME: list(counts), ORGANIZATIONS: list(counts.values())}
        yield _said("outcome_coverage", scope, message, Table.of(cells, Disclosure.NETWORK) if counts else None)
    if release.agreement:
        items, tenths = map(list, zip(*release.agreement, strict=True))
        table = Table.of({ITEM: items, TENTHS: tenths}, Disclosure.NETWORK)
        yield _said("agenda_agreement", scope, Message("released"), table)
    spoken: dict[tuple[str, str], list[Word]] = {}
    for word in release.words:
        spoken.setdefault((DECLARED_WORDS[word.id].measure, word.layer), []).append(word)
    for (name, layer), words in spoken.items():
        yield _in_words(name, replace(scope, layers=(layer,) if layer else ()), words)


def _in_words(name: str, scope: Scope, words: Sequence[Word]) -> Finding:
    """A finding that is told in words alone: the first is its reading, the others stand below it."""
    first, *others = map(_message, words)
    return replace(_said(name, scope, first), caveats=tuple(others), in_words=True)


def _with_verdicts(finding: Finding, words: Iterable[Word]) -> Finding:
    """Lines by pair of sectors as anybody can count them, and beside them the verdicts in words."""
    spoken = [word for word in words if word.layer in finding.scope.layers and len(word.about) and word.id in _OF_PAIRS]
    verdicts = {frozenset(word.about): _OF_PAIRS[word.id] for word in spoken}
    table = finding.table
    assert table is not None
    ends = list(zip(table["from_sector"], table["to_sector"], strict=True))
    said = [verdicts.get(frozenset(map(str, pair))) for pair in ends]
    cells = {FROM_SECTOR: table["from_sector"], TO_SECTOR: table["to_sector"], LINES: table["observed"]}
    counted = Table.of(cells, Disclosure.SECTOR).with_columns({VERDICT: said})
    first, *others = map(_message, spoken) if spoken else (Message("on_lines"),)
    shown = _said(finding.name, finding.scope, first, counted)
    return replace(shown, caveats=tuple(others), in_words=bool(spoken))


def _message(word: Word) -> Message:
    info = DECLARED_WORDS[word.id]
    fields = dict(zip(re.findall(r"\{(\w+)\}", info.text), word.about, strict=False))
    return Message(word.id, {**fields, "layer": word.layer}, info.tone)


def _said(name: str, scope: Scope, reading: Message, table: Table | None = None, value: float | None = None) -> Finding:
    info = find_measure(name)
    return Finding(name, scope, value, info.unit, info.bounds, table=table, reading=reading, complete=None)
