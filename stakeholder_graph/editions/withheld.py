"""What an edition withholds, as texts that its files are searched for."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import combinations, product

from stakeholder_graph.editions.catalogue_words import is_message, is_own
from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.editions.statements import Statement, plain
from stakeholder_graph.graph import Partnership
from stakeholder_graph.model.finding import Finding

#: Shorter texts that are no names occur by chance ("director", "large") and tell nothing unless beside a name.
LEAST_LENGTH = 12
#: Shorter names are letters or numbers.
LEAST_NAME = 3

#: Columns whose texts are codes or the survey's own terms, and tell nothing of an organization.
_TERMS = frozenset({"wave", "kind", "roster"})
#: Columns that hold items.
_ITEMS = frozenset({"item", "outcome", "team"})
#: Columns that hold organizations.
_NAMES = frozenset({"organization", "from", "to", "who", "with whom"})

_TOKEN = re.compile(r"\w+")


@dataclass(frozen=True, eq=False)
class Withheld:
    """What must not stand in the files of an edition.

    Parameters
    ----------
    texts : frozenset of str
        Must not stand anywhere: attributes, respondents, names that are not shown, names as respondents wrote them.
    names : frozenset of str
        Organizations that are shown. No two of them may stand in one statement, which would say that one named the
        other.
    beside : mapping of str to frozenset of str
        By organization that is shown: what may not stand in one statement with it, such as an item it rated.
    said : tuple of str
        What the edition may say: a text within one of these is no leak.
    together : frozenset of frozenset of str
        Organizations, and what else, that a finding of the edition names together.
    always : bool
        Whether files are searched even where nothing is withheld. How much was searched stands in the copy, so it must
        not tell whether there was anything to look for.
    """

    texts: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    beside: Mapping[str, frozenset[str]] = field(default_factory=dict)
    said: tuple[str, ...] = ()
    together: frozenset[frozenset[str]] = frozenset()
    always: bool = False
    _around: dict[str, tuple[tuple[str, int], ...]] = field(default_factory=dict, repr=False)

    def __bool__(self) -> bool:
        return bool(self.texts or self.names)

    def leaks(self, statements: Iterable[Statement]) -> list[str]:
        """What stands in a file's statements and must not.

        Parameters
        ----------
        statements : iterable of tuple of str
            As of `stakeholder_graph.editions.statements.statements`.

        Returns
        -------
        list of str
            Texts that are withheld; of names that stand together, or beside what is withheld, both.

        Examples
        --------
        >>> withheld = Withheld(frozenset({"Zoo"}), frozenset({"School", "Clinic"}), {"Clinic": frozenset({"trust"})})
        >>> withheld.leaks([("School",), ("Clinic",)])
        []
        >>> withheld.leaks([("The Zoo",), ("School named Clinic",), ("Clinic", "trust", "4")])
        ['Zoo', 'School … Clinic', 'Clinic … trust']
        """
        return [leak for statement in statements for leak in self._of(statement)]

    def _of(self, statement: Statement) -> Iterator[str]:
        names: list[str] = []
        others: list[str] = []
        for cell in map(self._mended, statement):
            for start, end in self._marks.places(cell):
                mark = cell[start:end]
                if self._is_said(cell, start, mark) or is_own(cell, start, end):
                    continue
                if mark in self.texts:
                    yield from () if all(map(is_message, statement)) else (mark,)
                (names if mark in self.names else others).append(mark)
        for name, other in combinations(dict.fromkeys(names), 2):
            if frozenset({name, other}) not in self.together and not all(map(is_message, statement)):
                yield f"{name} … {other}"
        for name, other in product(dict.fromkeys(names), dict.fromkeys(others)):
            if other in self.beside.get(name, ()) and frozenset({name, other}) not in self.together:
                yield f"{name} … {other}"

    def _mended(self, cell: str) -> str:
        """A text that the edition may say, whole, where only its lines stand there, perhaps broken within a word."""
        squeezed = cell.replace(" ", "")
        if squeezed.endswith("…"):
            return next((text for whole, text in self._unbroken.items() if whole.startswith(squeezed[:-1])), cell)
        return self._unbroken.get(squeezed, cell)

    @cached_property
    def _unbroken(self) -> dict[str, str]:
        return {text.replace(" ", ""): text for text in self.said}

    def _is_said(self, cell: str, start: int, mark: str) -> bool:
        """Whether a text that the edition may say stands around a place."""
        if mark not in self._around:
            # A mark stands as whole words, so that its rarest word stands in every text around it.
            near = min((self._said_with.get(word, ()) for word in _TOKEN.findall(mark)), key=len, default=self.said)
            around = [text for text in near if len(text) > len(mark) and mark in text]
            places = [(text, place.start()) for text in around for place in re.finditer(re.escape(mark), text)]
            self._around[mark] = tuple(places)
        return any(at <= start and cell.startswith(text, start - at) for text, at in self._around[mark])

    @cached_property
    def _said_with(self) -> dict[str, list[str]]:
        """The texts that the edition may say, by each word in them."""
        said: dict[str, list[str]] = defaultdict(list)
        for text in self.said:
            for word in dict.fromkeys(_TOKEN.findall(text)):
                said[word].append(text)
        return dict(said)

    @cached_property
    def _marks(self) -> "_Index":
        beside = (text for texts in self.beside.values() for text in texts)
        return _Index({*self.texts, *self.names, *beside})


class _Index:
    """Texts by their first word, to find all of them in one pass, however many begin with the same."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.texts = frozenset(texts)
        lengths: dict[str, set[tuple[int, int]]] = defaultdict(set)
        for text in self.texts:
            first = _TOKEN.search(text)
            if first:
                lengths[first[0]].add((len(text), first.start()))
        #: How long they are and where in them the word stands, the longest first.
        self.by_word = {word: sorted(where, reverse=True) for word, where in lengths.items()}

    def places(self, cell: str) -> Iterator[tuple[int, int]]:
        """Where texts stand as whole words; of those that overlap the first, and of those the longest."""
        reached = 0
        for word in _TOKEN.finditer(cell):
            for length, before in self.by_word.get(word[0], ()):
                start = word.start() - before
                end = start + length
                if start >= reached and cell[start:end] in self.texts and not _goes_on(cell, end):
                    yield start, end
                    reached = end
                    break


def _goes_on(cell: str, end: int) -> bool:
    return end < len(cell) and bool(_TOKEN.match(cell[end])) and bool(_TOKEN.match(cell[end - 1]))


def withheld(partnership: Partnership, copy: Copy) -> Withheld:
    """What an edition withholds of a partnership.

    Parameters
    ----------
    partnership : Partnership
        Everything.
    copy : Copy
        What the edition may see.

    Returns
    -------
    Withheld
        Nothing for the backbone. A text that equals one the edition may say can be told from it by nobody, so it is
        not looked for.

    Notes
    -----
    An organization may be called as the program calls something, such as "Map". The word alone, where a message of the
    catalogue is nothing else, is the program's own: it would stand there without the organization too. It is a leak
    wherever anything stands with it that no message says, as in "Map, School District".
    """
    if copy.confidential:
        return Withheld()
    shown = {plain(name) for graph in copy.partnership.graphs.values() for name in graph.names}
    terms = {*_texts(copy.partnership, apart=_NAMES), *_called(copy), *_found(copy), *copy.items, *_read_aloud(copy)}
    terms |= {*_public(copy), *_written(copy)}
    said = {*map(plain, terms), *shown}
    texts = {text for text in map(plain, _texts(partnership)) if len(text) >= LEAST_LENGTH}
    texts |= {text for text in map(plain, _names(partnership)) if _is_name(text)}
    return Withheld(
        frozenset(texts - said),
        # Whoever is called as a sector, say, cannot be told from it.
        frozenset(filter(_is_name, shown - set(map(plain, terms)))),
        _beside(partnership, copy, said - _items_alone(partnership, copy)),
        tuple(said),
        _together(copy, shown),
        always=True,
    )


def names_in(partnership: Partnership) -> Withheld:
    """Every organization that the survey or its respondents name, to look for them in what people wrote.

    Parameters
    ----------
    partnership : Partnership
        Everything.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> names = names_in(Partnership("P", {"1": from_networkx(nx.Graph([("Zoo", "Clinic")]))}, {}))
    >>> names.leaks([("Signed by the Zoo",)]), names.leaks([("Signed by all",)])
    (['Zoo'], [])
    """
    return Withheld(frozenset(filter(_is_name, map(plain, _names(partnership)))))


def with_lines(withheld: Withheld, copy: Copy) -> Withheld:
    """Let the organizations of a line stand together: in a file for another tool every line names both.

    Parameters
    ----------
    withheld : Withheld
        What the edition withholds.
    copy : Copy
        Its lines are those of its release; the backbone's copy withholds nothing.
    """
    if copy.release is None:
        return withheld
    lines = (line for wave in copy.release.waves for line in wave.lines or ())
    drawn = frozenset(frozenset({plain(line.first), plain(line.second)}) for line in lines)
    return replace(withheld, together=withheld.together | drawn)


def _is_name(text: str) -> bool:
    return len(text) >= LEAST_NAME and not text.isdigit()


def _names(partnership: Partnership) -> Iterator[str]:
    """Organizations, names that respondents gave, and names as they wrote them."""
    yield from partnership.info.as_written
    for graph in partnership.graphs.values():
        yield from graph.names
        yield from graph["unlisted"]["name"] if "unlisted" in graph.frames else ()


def _items_alone(partnership: Partnership, copy: Copy) -> set[str]:
    """Items that the edition calls nothing else: it may name each, but not beside an organization that answered so."""
    frames = [frame for graph in partnership.graphs.values() for frame in graph.frames.values()]
    items = {plain(str(item)) for frame in frames if "item" in frame for item in frame["item"]}
    otherwise = {*_texts(copy.partnership, apart=_NAMES | _ITEMS), *_called(copy)}
    return items - set(map(plain, otherwise))


def _beside(partnership: Partnership, copy: Copy, said: set[str]) -> dict[str, frozenset[str]]:
    """What the rows of each organization hold, and neither the edition's rows of it nor what it says otherwise."""
    whole, ours = _rows_of_each(partnership), _rows_of_each(copy.partnership)
    shown = {plain(name) for graph in copy.partnership.graphs.values() for name in graph.names}
    left = {name: whole[name] - ours.get(name, set()) - said - {name} for name in whole.keys() & shown}
    return {name: frozenset(filter(_is_name, texts)) for name, texts in left.items()}


def _rows_of_each(partnership: Partnership) -> dict[str, set[str]]:
    """By organization the texts that stand in a row with it."""
    beside: dict[str, set[str]] = defaultdict(set)
    for graph in partnership.graphs.values():
        for frame in graph.frames.values():
            if "organization" not in frame:
                continue
            texts = [
                column for column in frame.columns if frame[column].dtype in ("str", object) and column not in _TERMS
            ]
            for row in frame[texts].drop_duplicates().itertuples(index=False):
                values = dict(zip(texts, row, strict=True))
                name = plain(str(values.pop("organization")))
                beside[name] |= {plain(value) for value in values.values() if isinstance(value, str)}
    return beside


def _together(copy: Copy, shown: set[str]) -> frozenset[frozenset[str]]:
    """Pairs of an organization and another text of one row or sentence of the edition's findings."""
    index = _Index(shown)
    pairs: set[frozenset[str]] = set()
    for texts in (*_rows(copy.findings), *_promised(copy)):
        cells = [plain(text) for text in texts]
        names = [cell[start:end] for cell in cells for start, end in index.places(cell)]
        pairs |= {frozenset({name, other}) for name in names for other in (*names, *cells)}
    return frozenset(pairs)


def _read_aloud(copy: Copy) -> set[str]:
    """With whom somebody commits to something, as far as nobody of that name is listed."""
    made = copy.release.commitments if copy.release else ()
    listed = {name for graph in copy.partnership.graphs.values() for name in graph.names}
    return {name for commitment in made for name in commitment.partners} - listed


def _public(copy: Copy) -> Iterator[str]:
    """What the list of items marks as public: indicators, their groups and units, and what is tried."""
    if copy.release is not None:
        for result in copy.release.results:
            yield from (result.indicator, result.unit, result.since, result.until, result.group, result.reference)
        for pair in copy.release.strategies:
            yield from pair


def _written(copy: Copy) -> Iterator[str]:
    """What the partnership itself wrote for this copy: a name within it is its own word."""
    for paragraph in copy.release.own_pages.paragraphs if copy.release else ():
        yield from paragraph.texts


def _promised(copy: Copy) -> Iterator[Sequence[str]]:
    """The texts of each commitment, which were read aloud together."""
    for made in copy.release.commitments if copy.release else ():
        yield [made.who, *made.partners, made.outcome, made.step, made.by]


def _rows(findings: Iterable[Finding], *, names: bool = True) -> Iterator[Sequence[str]]:
    """The texts of each row and each message; without `names` not those of columns that hold organizations."""
    for finding in findings:
        for table in (finding.table, *finding.tables.values()):
            if table is not None:
                apart = () if names else {column.name for column in table.columns if column.kind == "organization"}
                yield from ([str(cell) for name, cell in row.items() if name not in apart] for row in table.rows)
        for message in (finding.reading, *finding.caveats):
            if message is not None:
                yield [str(value) for value in message.fields.values()]


def _texts(partnership: Partnership, apart: frozenset[str] = frozenset()) -> set[str]:
    """All texts of a partnership's tables, but for those of some columns."""
    frames = [frame for graph in partnership.graphs.values() for frame in graph.frames.values()]
    frames += list(partnership.lists.values())
    texts = {partnership.name}
    for frame in frames:
        for column in frame.columns.difference(list(apart)):
            if frame[column].dtype in ("str", object):
                texts |= {value for value in frame[column] if isinstance(value, str)}
    return texts


def _called(copy: Copy) -> Iterator[str]:
    """What the survey's settings call waves, layers and answers, as far as the edition says it."""
    yield copy.partnership.info.sector_called
    yield from copy.partnership.graphs
    for layer, steps in copy.scales.items():
        yield layer
        yield from (step.name for step in steps)
    if copy.release is not None and copy.release.community is not None:
        yield from copy.release.community.texts
        yield from (outcome for outcome, _ in copy.release.outcomes)


def _found(copy: Copy) -> Iterator[str]:
    for finding in copy.findings:
        # A layer may be spoken of as a whole though none of its ties may be shown.
        yield from finding.scope.layers
    # An organization in a table is still one, which may not stand beside another.
    for texts in _rows(copy.findings, names=False):
        yield from texts
