"""Words of others that have a usual other language: the steps of common scales, and the months of dates."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from stakeholder_graph.questionnaire.wording import ANSWERS, LANGUAGES, Text
from stakeholder_graph.survey.names.roster import normal

#: Steps of common scales, English and Spanish; no two mean the same word.
_STEPS = (
    ("never", "nunca"), ("rarely", "raramente"), ("seldom", "rara vez"), ("sometimes", "a veces"),
    ("occasionally", "ocasionalmente"), ("often", "a menudo"), ("frequently", "con frecuencia"),
    ("very often", "muy a menudo"), ("always", "siempre"),
    ("less than once a year", "menos de una vez al año"), ("once a year", "una vez al año"),
    ("yearly", "cada año"), ("annually", "anualmente"), ("twice a year", "dos veces al año"),
    ("every six months", "cada seis meses"), ("a few times a year", "algunas veces al año"),
    ("quarterly", "trimestralmente"), ("every three months", "cada tres meses"),
    ("once a month", "una vez al mes"), ("monthly", "mensualmente"), ("every month", "cada mes"),
    ("twice a month", "dos veces al mes"), ("a few times a month", "algunas veces al mes"),
    ("every two weeks", "cada dos semanas"), ("biweekly", "quincenalmente"),
    ("once a week", "una vez por semana"), ("weekly", "semanalmente"), ("every week", "cada semana"),
    ("several times a week", "varias veces por semana"), ("daily", "a diario"), ("every day", "cada día"),
    ("no contact", "sin contacto"), ("no interaction", "sin interacción"), ("networking", "trabajo en red"),
    ("cooperation", "cooperación"), ("coordination", "coordinación"), ("coalition", "coalición"),
    ("collaboration", "colaboración"),
    ("strongly disagree", "totalmente en desacuerdo"), ("disagree", "en desacuerdo"),
    ("somewhat disagree", "algo en desacuerdo"), ("neutral", "neutral"), ("neither", "ni lo uno ni lo otro"),
    ("neither agree nor disagree", "ni de acuerdo ni en desacuerdo"), ("somewhat agree", "algo de acuerdo"),
    ("agree", "de acuerdo"), ("strongly agree", "totalmente de acuerdo"),
    ("not at all", "para nada"), ("a little", "un poco"), ("somewhat", "algo"), ("moderately", "moderadamente"),
    ("quite a bit", "bastante"), ("a lot", "mucho"), ("very much", "muchísimo"), ("completely", "completamente"),
    ("low", "bajo"), ("medium", "medio"), ("high", "alto"),
    ("no", "no"),
)  # fmt: skip

_MONTHS = (
    ("January", "enero"), ("February", "febrero"), ("March", "marzo"), ("April", "abril"), ("May", "mayo"),
    ("June", "junio"), ("July", "julio"), ("August", "agosto"), ("September", "septiembre"),
    ("October", "octubre"), ("November", "noviembre"), ("December", "diciembre"),
)  # fmt: skip


def _by_word() -> Mapping[str, Text]:
    texts: list[Text] = list(ANSWERS.values())
    texts += [{"en": en, "es": es} for en, es in _STEPS]
    return MappingProxyType({normal(each): text for text in texts for each in text.values()})


_KNOWN = _by_word()

_ORDINAL = r"(?P<day>\d{1,2})(st|nd|rd|th)?"
_ENGLISH = "|".join(en for en, _ in _MONTHS)
_SPANISH = "|".join(es for _, es in _MONTHS)
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_ORDINAL} (of )?(?P<month>{_ENGLISH}),?( (?P<year>\d{{4}}))?",
        rf"(?P<month>{_ENGLISH}) {_ORDINAL}(,? (?P<year>\d{{4}}))?",
        rf"{_ORDINAL} de (?P<month>{_SPANISH})(( de| del)? (?P<year>\d{{4}}))?",
    )
)


def step_name(name: str) -> Text:
    """Give the name of a step in every language, as it is written in its own.

    Parameters
    ----------
    name : str

    Returns
    -------
    mapping of language to str
        The same in every language where no usual translation is known.

    Examples
    --------
    >>> step_name("Strongly agree")["es"], step_name("mensualmente")["en"], step_name("when it rains")["es"]
    ('Totalmente de acuerdo', 'monthly', 'when it rains')
    """
    known = _KNOWN.get(normal(name))
    if known is None:
        return dict.fromkeys(LANGUAGES, name)
    capital = name[:1].isupper()
    return {
        language: name if normal(text) == normal(name) else text[:1].upper() + text[1:] if capital else text
        for language, text in known.items()
    }


def date(written: str) -> Text:
    """Give a date with a month's name in every language, as it is written in its own.

    Parameters
    ----------
    written : str

    Returns
    -------
    mapping of language to str
        The same in every language where it is no such date.

    Examples
    --------
    >>> date("March 1, 2026")["es"], date("1 de marzo")["en"], date("2026-03-01")["es"]
    ('1 de marzo de 2026', '1 March', '2026-03-01')
    """
    found = next(filter(None, (each.fullmatch(written.strip()) for each in _DATES)), None)
    if found is None:
        return dict.fromkeys(LANGUAGES, written)
    day, year, month = found["day"], found["year"], found["month"].casefold()
    en, es = next(names for names in _MONTHS if month in (names[0].casefold(), names[1]))
    spoken: Text = {
        "en": " ".join(filter(None, (day, en, year))),
        "es": " de ".join(filter(None, (day, es, year))),
    }
    own = "es" if month == es else "en"
    return {language: written if language == own else text for language, text in spoken.items()}


def is_translated(text: Text) -> bool:
    """Whether a text is known in every language: it differs, is a number, or is one of the words known alike.

    Examples
    --------
    >>> is_translated(step_name("neutral")), is_translated(step_name("3")), is_translated(step_name("odd"))
    (True, True, False)
    """
    spoken = set(text.values())
    return len(spoken) > 1 or not any(map(str.isalpha, text["en"])) or normal(text["en"]) in _KNOWN
