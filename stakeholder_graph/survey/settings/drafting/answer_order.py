"""The order of answers: which of "weekly", "never" and "I do not know them" is least, and which are no tie.

Words in English and Spanish. Each known scale lists its steps from least to most; a step is known by any of its
words.
The steps of collaboration are those of Frey et al. [1]_.

References
----------
.. [1] Frey, B. B., Lohmeier, J. H., Lee, S. W., & Tollefson, N. (2006). Measuring collaboration among grant
   partners. American Journal of Evaluation, 27(3), 383-392.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from stakeholder_graph.survey.names.normalization import plain_words
from stakeholder_graph.tabular.delimited import as_number

#: Steps that are no tie, whatever the scale.
_UNKNOWN = r"dont know|do not know|never heard|not aware|unfamiliar|no (lo |la |los |las |le )?(conoz|conoc)"
_NO_CONTACT = r"no contact|not in contact|without contact|not (had|have|been in) contact|sin contacto|no hemos tenido"
_NOTHING = (
    r"^no$|^nothing\b|never|\bnone\b|no (interact|relation|ties?$|collab|work)|not at all|do(es)? not work|nunca"
    r"|ningun|^nada"
)

#: Known scales by name, each step a pattern of words. Of two steps that fit the higher counts, except that a word for
#: nothing beats all others, and a longer match one within it: "every few months" is not "month".
KNOWN_SCALES: Mapping[str, tuple[str, ...]] = {
    "yes or no": (r"^no\b", r"^(yes|si)\b"),
    "how often": (
        _UNKNOWN,
        _NO_CONTACT,
        _NOTHING,
        r"rarely|seldom|raramente|rara vez|casi nunca|less than (once a year|yearly|annual)",
        r"\byear|annual|\banual|\bano\b|sometimes|occasional|from time to time|now and then|a veces|ocasional"
        r"|algunas veces|de vez en cuando",
        r"twice a year|semi ?annual|every six months|semestr|(dos|2) veces al ano|cada seis meses",
        r"quarter|trimest|every (few|couple of|two|three|2|3) months|(few|several) times a year"
        r"|cada (pocos|algunos|varios|dos|tres|2|3) meses|(algunas|varias|unas pocas) veces al ano",
        r"month|mensual|\bmes\b|often|frequent|a menudo|frecuente",
        r"biweekly|bi weekly|every (two|other|few|2) weeks?|(twice|(few|several) times) a month|quincen"
        r"|cada (dos|pocas|2) semanas|(dos|algunas|varias) veces al mes",
        r"week|seman|very often|muy a menudo|muy frecuente",
        r"daily|every day|each day|(several|few) times a week|(varias|algunas) veces (a la|por) semana"
        r"|diari|cada dia|always|siempre|constant",
    ),
    "how closely": (
        _UNKNOWN,
        _NO_CONTACT,
        _NOTHING,
        r"network|share information|inform(al|ation)|en red|comparti\w* inform",
        r"cooperat|cooperac|coopera",
        r"coordinat|coordinac|coordina",
        r"coalition|coalicion",
        r"collaborat|colaborac|colabora",
    ),
    "how much": (
        r"not at all|^none|no\b|^nada|ningun",
        r"a little|slight|small|minim|\blow\b|hardly|not much|un poco|poco|baj[oa]\b",
        r"somewhat|moderate|some\b|medium|fair|algo|moderad|medi[oa]\b|regular",
        r"quite|considerab|mostly|bastante",
        r"a lot|\bhigh|great|\bvery|mucho|alt[oa]\b|\bmuy\b",
        r"extreme|complete|fully|entirely|very (high|great|much)|muchisimo|total|complet",
    ),
    "how good": (
        r"very (poor|bad)|muy mal",
        r"poor|bad|mal[oa]\b",
        r"fair|average|acceptable|regular|aceptable",
        r"^good|^buen",
        r"very good|muy buen",
        r"excellent|outstanding|excelente",
    ),
}

_AGAINST = re.compile(
    r"disagree|unfavo|desfavor|dissatisf|unsatisf|unlikely|unimportant|not important|difficult|\bhard\b|negativ|"
    r"uncomfortable|desacuerdo|insatisf|improbable|dificil|poco importante"
)
_FOR = re.compile(
    r"agree|favo(u)?r|satisf|likely|important|eas(y|ily)|positiv|comfortable|de acuerdo|probable|facil|importante"
)
_MIDDLE = re.compile(r"neither|neutral|undecided|^ni\b|ni de acuerdo|indecis")
_STRONG = re.compile(r"extreme|very|strong|complete|total|muy\b|much|fuerte")
_WEAK = re.compile(r"somewhat|slight|a little|tend to|algo\b|un poco|parcial")
_NO_ANSWER = re.compile(r"^(n a|na|not applicable|no aplica|prefer not.*|prefiero no.*)$|\bn a$")
_NOT_SURE = re.compile(r"^((i )?(do not|dont) know|no se|not sure|no estoy segur.*|unsure)$")
_NO_TIE = re.compile(f"{_UNKNOWN}|{_NO_CONTACT}|{_NOTHING}|know (of|who) .*(no|not|never)|did not|didnt")


@dataclass(frozen=True, slots=True)
class ResponseScale:
    """Answers from least to most.

    Parameters
    ----------
    name : str
        What it measures (``"how often"``); blank where the words are not known.
    answers : tuple of str
        From least to most.
    values : tuple of float
        The number each stands for.
    ordered : bool
        False where the order is not known.
    outside : tuple of str
        Answers that are no step at all ("not applicable").
    """

    name: str
    answers: tuple[str, ...]
    values: tuple[float, ...]
    ordered: bool
    outside: tuple[str, ...] = ()


def order_answers(answers: Sequence[str], in_order: bool = False, of_partners: bool = False) -> ResponseScale:
    """Put answers in order.

    Parameters
    ----------
    answers : sequence of str
        Each once, as respondents read them.
    in_order : bool
        Whether the tool itself gave them in the order of the form; this order counts where their words are not known.
    of_partners : bool
        Whether it is asked of partners, so that "I do not know" is a step: they have no tie.

    Returns
    -------
    ResponseScale
        Numbers stand for themselves; words count from 0 up. Asked of partners, those that are no tie come first and
        the others count from 1 up at the least, since 0 is never a tie.

    Examples
    --------
    >>> answers = ["Weekly", "I don't know this person", "Yearly", "I know of them but we have had no contact"]
    >>> scale = order_answers(answers)
    >>> scale.name, scale.answers[:2]
    ('how often', ("I don't know this person", 'I know of them but we have had no contact'))
    >>> order_answers(["Somewhat easy", "Extremely difficult", "Neither easy nor difficult"]).answers
    ('Extremely difficult', 'Neither easy nor difficult', 'Somewhat easy')
    >>> order_answers(["red", "blue"]).ordered
    False
    """
    outside = tuple(answer for answer in answers if _is_outside(_plain(answer), of_partners))
    inside = tuple(answer for answer in answers if answer not in outside)
    numbers = [as_number(answer) for answer in inside]
    if inside and all(number is not None for number in numbers):
        pairs = sorted((float(number or 0), answer) for number, answer in zip(numbers, inside, strict=True))
        return ResponseScale(
            "numbers",
            tuple(answer for _number, answer in pairs),
            tuple(number for number, _answer in pairs),
            True,
            outside,
        )
    ranked = {name: ranks for name in (*KNOWN_SCALES, "for or against") if (ranks := _ranks(name, inside))}
    name = next(iter(ranked), "")
    if name:
        ranks = ranked[name]
        inside = tuple(sorted(inside, key=lambda answer: ranks[answer]))
    elif not in_order:
        inside = tuple(sorted(inside))
    elif of_partners and inside and no_tie(inside[-1]) and not no_tie(inside[0]):
        inside = inside[::-1]
    first = 0
    if of_partners:
        inside = tuple(sorted(inside, key=lambda answer: not no_tie(answer)))
        first = 0 if any(map(no_tie, inside)) else 1
    values = tuple(float(value) for value in range(first, first + len(inside)))
    return ResponseScale(name, inside, values, bool(name) or in_order, outside)


def no_tie(answer: str) -> bool:
    """Whether an answer about a partner says that there is no tie.

    Parameters
    ----------
    answer : str
        As respondents read it, in English or Spanish.

    Examples
    --------
    >>> [no_tie(text) for text in ("Never", "I know who this person is but we have had no contact", "Yearly", "0")]
    [True, True, False, True]
    """
    return as_number(answer) == 0 or bool(_NO_TIE.search(_plain(answer)))


def rank_of(name: str, answer: str) -> float | None:
    """Give the rank of an answer on a known scale; None where it has none.

    Parameters
    ----------
    name : str
        One of `KNOWN_SCALES`, or ``"for or against"``.
    answer : str
        As respondents read it.

    Examples
    --------
    >>> rank_of("how good", "Excellent"), rank_of("for or against", "Disagree"), rank_of("", "red")
    (5.0, -2.0, None)
    """
    return _rank(name, _plain(answer)) if name in (*KNOWN_SCALES, "for or against") else None


def _ranks(name: str, answers: Sequence[str]) -> dict[str, float]:
    """The rank of each answer on a known scale; nothing where one has none or two have the same."""
    ranks = {answer: rank for answer in answers if (rank := _rank(name, _plain(answer))) is not None}
    ordered = sorted(ranks.values())
    apart = all(low < high for low, high in pairwise(ordered))
    return ranks if len(ranks) == len(answers) > 1 and apart else {}


def _rank(name: str, text: str) -> float | None:
    if name == "for or against":
        return _leaning(text)
    steps = KNOWN_SCALES[name]
    spans = {rank: match.span() for rank, step in enumerate(steps) if (match := re.search(step, text))}
    fitting = [rank for rank, span in spans.items() if not any(_within(span, other) for other in spans.values())]
    nothing = [rank for rank in fitting if steps[rank] in (_UNKNOWN, _NO_CONTACT, _NOTHING)]
    return float(min(nothing, default=max(fitting))) if fitting else None


def _within(span: tuple[int, int], other: tuple[int, int]) -> bool:
    return span != other and other[0] <= span[0] and span[1] <= other[1]


def _is_outside(text: str, of_partners: bool) -> bool:
    return bool(_NO_ANSWER.search(text)) or (not of_partners and bool(_NOT_SURE.search(text)))


def _leaning(text: str) -> float | None:
    if _MIDDLE.search(text):
        return 0.0
    against = bool(_AGAINST.search(text))
    if not against and not _FOR.search(text):
        return None
    strength = 3.0 if _STRONG.search(text) else 1.0 if _WEAK.search(text) else 2.0
    return -strength if against else strength


def _plain(answer: str) -> str:
    return " ".join(plain_words(answer))
