"""How a strategy stands, whom it reached, and what kind of thing changed: the words people use, and ours for them."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

from stakeholder_graph.text import N_

Stage = Literal["going on", "test", "scale", "shift", "stop", "paused"]
#: How a strategy can stand, as plain files say it.
STATUSES: tuple[Stage, ...] = ("going on", "test", "scale", "shift", "stop", "paused")
#: The same as pages say it.
STANDINGS: Mapping[str, str] = MappingProxyType(
    {
        "going on": N_("going on"),
        "test": N_("test"),
        "scale": N_("scale"),
        "shift": N_("shift"),
        "stop": N_("stop"),
        "paused": N_("paused"),
    }
)
#: What a test can end with.
DECISIONS: tuple[Stage, ...] = ("scale", "shift", "stop")

Kind = Literal["policy", "practice", "money"]
#: What can change in a system.
KINDS: tuple[Kind, ...] = ("policy", "practice", "money")

#: The usual words for each status, in English and Spanish, as parts of one pattern; without accents.
_WORDS: Mapping[Stage, str] = MappingProxyType(
    {
        "going on": r"going( on)?|goes on|on ?going|in progress|active|running|under ?way|continu\w+|in place|in use|"
        r"in operation|implement\w*|current(ly)?|live|on track|started|launched|working|"
        r"en curso|en marcha|en proceso|en ejecucion|activ[oa]s?|vigente|sigue|funciona\w*|operando|iniciad[oa]",
        "test": r"test(s|ed|ing)?|pilot\w*|trial\w*|pdsa|prototyp\w*|experiment\w*|trying|tried|"
        r"prueba\w*|probando|probad[oa]|ensay\w+",
        "scale": r"scal\w+|expand\w*|expansion|grow(n|s|ing)?|spread(s|ing)?|roll(ed|ing)?[ -]?out|replicat\w*|"
        r"widen\w*|ampli[ao]\w*|escal\w+|expandi\w*|extendi\w*|creciendo|replic\w+",
        "shift": r"shift\w*|adapt\w*|adjust\w*|chang(e|ed|ing)|modif\w*|revis(e|ed|ing)|redesign\w*|pivot\w*|rework\w*|"
        r"ajust\w*|cambi\w*|redisen\w*|reorient\w*",
        "stop": r"stop\w*|end(ed|ing)|cancel\w*|abandon\w*|discontinu\w*|dropp(ed|ing)|terminated|closed( down)?|"
        r"wound down|halted|deten\w*|parad[oa]s?|cancelad[oa]|cerrad[oa]|descontinuad[oa]",
        "paused": r"paus\w*|on hold|stalled|blocked|suspend\w*|postponed|deferred|delayed|waiting|"
        r"bloquead[oa]s?|en espera|aplazad[oa]|pospuest[oa]",
    }
)
_KIND_WORDS: Mapping[Kind, str] = MappingProxyType(
    {
        "policy": r"polic(y|ies)|laws?|rules?|ordinances?|regulations?|legislation|politicas?|ley(es)?|normas?|"
        r"reglamentos?|ordenanzas?",
        "practice": r"practices?|programs?|programmes?|process(es)?|procedures?|services?|practicas?|programas?|"
        r"procesos?|procedimientos?|servicios?",
        "money": r"money|fund(s|ing)?|budgets?|grants?|financ\w*|resources?|dinero|fondos?|presupuestos?|"
        r"subvencion\w*|recursos?|financiamiento|financiacion",
    }
)
_STATUS_OF = {status: re.compile(rf"\b({words})\b") for status, words in _WORDS.items()}
_KIND_OF = {kind: re.compile(rf"\b({words})\b") for kind, words in _KIND_WORDS.items()}
#: What turns a word into its opposite, or into something yet to come.
_NOT_YET = re.compile(r"\b(not|no|never|nor|sin|nunca|aun|yet|will|to be|plan\w*|por|maybe|perhaps|n't)\b|n't|\?")
#: Numbers with the sign that they are at least so many; a year with a colon, or in brackets, is the period.
_PERIOD = re.compile(r"(?<!\d)(?:19|20)\d\d(?:[-/]\d\d(?:\d\d)?)?\s*[:=]|\((?:[^()]*?)(?:19|20)\d\d[^()]*\)")
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:\.\d+)?")


def status_of(text: str) -> Stage | Literal[""]:
    """Say in our words how a strategy stands.

    Parameters
    ----------
    text : str
        As somebody wrote it, in English or Spanish.

    Returns
    -------
    str
        One of `STATUSES`; blank where the text says none of them, or more than one.

    Examples
    --------
    >>> status_of("Piloting"), status_of("en pausa"), status_of("scaled up"), status_of("not started")
    ('test', 'paused', 'scale', '')
    """
    plain = _plain(text)
    said: list[Stage] = [status for status, words in _STATUS_OF.items() if words.search(plain)]
    return said[0] if len(said) == 1 and not _NOT_YET.search(plain) else ""


def kind_of_change(text: str) -> Kind | Literal[""]:
    """Say in our words what kind of thing changed.

    Parameters
    ----------
    text : str
        As somebody wrote it, in English or Spanish.

    Returns
    -------
    str
        One of `KINDS`; blank where the text says none of them, or more than one.

    Examples
    --------
    >>> kind_of_change("Funding"), kind_of_change("política"), kind_of_change("weather")
    ('money', 'policy', '')
    """
    plain = _plain(text)
    said: list[Kind] = [kind for kind, words in _KIND_OF.items() if words.search(plain)]
    return said[0] if len(said) == 1 else ""


def reach_of(text: str) -> tuple[float, ...]:
    """Read whom a strategy reached, the earliest number first.

    Parameters
    ----------
    text : str
        Such as ``25; 50``, ``2023: 25; 2024: 1,050`` or ``25 tutors, then more than 50``.

    Returns
    -------
    tuple of float
        Empty where it holds no number.

    Examples
    --------
    >>> reach_of("2023: 25; 2024: more than 50"), reach_of("1,050 families"), reach_of("every third grader")
    ((25.0, 50.0), (1050.0,), ())
    """
    return tuple(float(number.replace(",", "")) for number in _NUMBER.findall(_PERIOD.sub(" ", text)))


def _plain(text: str) -> str:
    """In lower case, without accents, with single spaces."""
    apart = unicodedata.normalize("NFKD", text.replace("’", "'")).casefold()
    return " ".join("".join(letter for letter in apart if not unicodedata.combining(letter)).split())
