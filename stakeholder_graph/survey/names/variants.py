"""Spellings of one name: what may differ between two of them without any doubt, and what only perhaps.

Case, accents, punctuation, "the", "&", the legal form and usual abbreviations do no harm: names that differ
in nothing else are one name. Some abbreviations have more than one meaning ("Co.", "HS"): their usual ones
count, the others are only possible.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

#: Each line: an abbreviation, what it usually stands for, and after a slash what it may stand for.
_ABBREVIATIONS = """\
acad: academy
admin: administration
assn: association
assoc: association / associates
auth: authority
ave: avenue
bapt: baptist
bd: board
blvd: boulevard
cath: catholic
cdc: / community development corporation
centre: center
cmte: committee
cnty: county
coll: college
comm: community / commission, committee, communications
conf: conference
coop: cooperative
ctr: center
cty: county / city
dept: department
dev: development
devt: development
dist: district
ed: education
educ: education
elem: elementary / elementary school
es: elementary school
fam: family
fdn: foundation
fndn: foundation
fed: federation / federal
ft: fort
govt: government
hosp: hospital
hs: high school / head start, human services, health services
inst: institute / institution
intl: international
jr: junior
lib: library
luth: lutheran
med: medical / medicine
meth: methodist
mfg: manufacturing
mgmt: management
ms: middle school
mt: mount / mountain
natl: national
nbhd: neighborhood
neighbourhood: neighborhood
org: organization
ped: pediatric / pediatrics
presb: presbyterian
programme: program
rd: road
rec: recreation
reg: regional
sch: school
schl: school
soc: society / social
sr: senior
svc: service
svcs: services
srvs: services
tech: technical / technology, technological
theatre: theater
twp: township
univ: university
1st: first
2nd: second
3rd: third
4th: fourth
5th: fifth
6th: sixth
7th: seventh
8th: eighth
9th: ninth
10th: tenth
"""

#: A legal form at the end of a name says nothing of who it is.
LEGAL_FORMS = frozenset({"inc", "incorporated", "llc", "llp", "ltd", "pllc", "nfp"})

#: Words that carry little: they are left out of initials, and weigh little when names are compared.
SMALL_WORDS = frozenset(
    ("a", "an", "and", "at", "by", "de", "del", "el", "for", "in", "la", "las", "los", "of", "on", "the", "to", "y")
)

#: More spellings than this of one name tell nothing more.
_MOST = 128

_MARKS = re.compile("[\u0300-\u036f]")
_APOSTROPHES = re.compile("['`´\u2018\u2019\u02bc]")
_INITIAL_DOTS = re.compile(r"(?<![^\W_])([^\W_])\.(?=[^\W_](?![^\W_]))")
_WORD = re.compile(r"[^\W_]+")
_BRACKETS = re.compile(r"(.*?)\s*\(([^()]+)\)\s*")

Options = tuple[tuple[str, ...], tuple[str, ...]]


def _table() -> dict[str, Options]:
    table: dict[str, Options] = {}
    for line in _ABBREVIATIONS.splitlines():
        short, _, meanings = line.partition(":")
        usual, _, possible = (part.strip() for part in meanings.partition("/"))
        table[short] = (tuple(filter(None, usual.split(", "))) or (short,), tuple(filter(None, possible.split(", "))))
    return table


_MEANINGS = _table()


@dataclass(frozen=True, slots=True)
class Spellings:
    """The forms in which one name is compared, from fine to coarse.

    Parameters
    ----------
    plain : str
        Letters and digits as they stand, without case, accents and punctuation.
    usual : frozenset of str
        Without "the" and legal form, abbreviations written out as they usually are; names that share one of
        these are one name.
    possible : frozenset of str
        `usual`, and what the name might be taken for besides.
    words : tuple of str
        The words of the first of the usual forms.
    """

    plain: str
    usual: frozenset[str]
    possible: frozenset[str]
    words: tuple[str, ...]


def plain_words(name: str) -> tuple[str, ...]:
    """Split a name into words without case, accents and punctuation; "&" is a word.

    Examples
    --------
    >>> plain_words("Casa de los Niños, Parents' & Kids' Y.M.C.A.")
    ('casa', 'de', 'los', 'ninos', 'parents', 'and', 'kids', 'ymca')
    """
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", name).casefold())
    text = _APOSTROPHES.sub("", _MARKS.sub("", text)).replace("&", " and ").replace("+", " and ")
    return tuple(_WORD.findall(_INITIAL_DOTS.sub(r"\1", text)))


def initials(words: tuple[str, ...]) -> frozenset[str]:
    """Give the first letters of words, with and without the small words; a small first word may count alone.

    Examples
    --------
    >>> sorted(initials(("bank", "of", "wren")))
    ['bow', 'bw']
    """
    first = [word[0] for word in words[:1]]
    large = [word[0] for word in words[1:] if word not in SMALL_WORDS]
    short = ["".join([*first, *large]), "".join(word[0] for word in words)]
    return frozenset([*short, "".join(large)] if words and words[0] in SMALL_WORDS else short)


@lru_cache(maxsize=65536)
def spellings(name: str) -> Spellings:
    """Give the forms in which a name is compared.

    Parameters
    ----------
    name : str
        As written.

    Returns
    -------
    Spellings
        All forms are blank for a name without letters and digits.

    Examples
    --------
    >>> one, other = spellings("The Wren Co. Health Dept., Inc."), spellings("WREN COUNTY HEALTH DEPARTMENT")
    >>> one.usual & other.usual
    frozenset({'wrencountyhealthdepartment'})
    >>> spellings("Wren Valley HS").words
    ('wren', 'valley', 'high', 'school')
    """
    words = plain_words(_without_initials(name))
    plain = "".join(plain_words(name))
    kept = tuple(word for word in words if word != "the")
    while len(kept) > 1 and kept[-1] in LEGAL_FORMS:
        kept = kept[:-1]
    kept = kept or words
    options = [_options(kept, place) for place in range(len(kept))]
    usual = list(islice(product(*(each for each, _ in options)), _MOST))
    possible = islice(product(*((*each, *more) for each, more in options)), _MOST)
    usual_forms = frozenset(_joined(words) for words in usual)
    return Spellings(
        plain,
        usual_forms,
        usual_forms.union(_joined(words) for words in possible),
        tuple(" ".join(usual[0]).split()),
    )


def _joined(words: tuple[str, ...]) -> str:
    return "".join("".join(words).split())


def _options(words: tuple[str, ...], place: int) -> Options:
    """What the word at a place usually stands for, and what it may stand for besides."""
    word, last = words[place], place == len(words) - 1
    if word == "co":
        return _co(words, place)
    if word == "st":
        return (("street", "saint"), ()) if last else (("saint", "street"), ("state",))
    if word == "corp" and last and place > 1:
        return ("", "corporation"), ()
    if word in ("company", "corporation", "limited") and last and place:
        return (word,), ("",)
    return _MEANINGS.get(word, ((word,), ()))


def _co(words: tuple[str, ...], place: int) -> Options:
    """Read "Co." as a county before a noun and after "of", else as a company, whose legal form says nothing."""
    if place == 0:
        return ("co",), ("county", "company")
    if place < len(words) - 1 or not SMALL_WORDS.isdisjoint(words[max(0, place - 3) : place]):
        return ("county",), ("company", "")
    return (("", "company"), ("county",)) if place > 1 else (("company",), ("", "county"))


def _without_initials(name: str) -> str:
    """Leave out initials in brackets that only repeat the name: "City Health Center (CHC)"."""
    found = _BRACKETS.fullmatch(name)
    if not found:
        return name
    outside, inside = found.groups()
    if "".join(plain_words(inside)) in initials(plain_words(outside)):
        return outside
    return inside if "".join(plain_words(outside)) in initials(plain_words(inside)) else name
