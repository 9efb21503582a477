"""Steps of common response scales and common kinds of tie, whose usual translation is known."""

from collections.abc import Mapping
from functools import cache

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.text import LANGUAGES, N_, _, speaking

DO_NOT_KNOW = N_("do not know")
NO_TIE = N_("none")
YES = N_("yes")

#: No two share a word in either language.
COMMON_STEPS = (
    DO_NOT_KNOW, NO_TIE, YES, N_("no"),
    N_("never"), N_("rarely"), N_("seldom"), N_("sometimes"), N_("occasionally"), N_("often"), N_("frequently"),
    N_("very often"), N_("always"),
    N_("less than once a year"), N_("once a year"), N_("yearly"), N_("annually"), N_("twice a year"),
    N_("every six months"), N_("a few times a year"), N_("quarterly"), N_("every three months"),
    N_("once a month"), N_("monthly"), N_("every month"), N_("twice a month"), N_("a few times a month"),
    N_("every two weeks"), N_("biweekly"), N_("once a week"), N_("weekly"), N_("every week"),
    N_("several times a week"), N_("daily"), N_("every day"),
    N_("no contact"), N_("no interaction"), N_("networking"), N_("cooperation"), N_("coordination"),
    N_("coalition"), N_("collaboration"),
    N_("strongly disagree"), N_("disagree"), N_("somewhat disagree"), N_("neutral"), N_("neither"),
    N_("neither agree nor disagree"), N_("somewhat agree"), N_("agree"), N_("strongly agree"),
    N_("not at all"), N_("a little"), N_("somewhat"), N_("moderately"), N_("quite a bit"), N_("a lot"),
    N_("very much"), N_("completely"), N_("cannot say"), N_("hardly"), N_("partly"), N_("mostly"), N_("fully"),
    N_("low"), N_("medium"), N_("high"),
)  # fmt: skip
#: Kinds of tie that the questionnaire has a question for, and what plain files call the one they do not name.
COMMON_LAYERS = (
    N_("collaboration"), N_("contact"), N_("trust"), N_("perceived value"), N_("value"), N_("referral"),
    N_("data sharing"), N_("funding"),
)  # fmt: skip


@cache
def _by_name(common: tuple[str, ...]) -> Mapping[str, str]:
    """Common words by what they are called in each language, in normal form."""
    names: dict[str, str] = {}
    for language in LANGUAGES:
        with speaking(language):
            names |= {normal(_(word)): word for word in common}
    return names


def is_common_step(name: str) -> bool:
    """Whether a step belongs to a common scale, in whichever language it is written.

    Parameters
    ----------
    name : str
        As the partnership wrote it.

    Examples
    --------
    >>> is_common_step("Strongly agree"), is_common_step("mensualmente"), is_common_step("when it rains")
    (True, True, False)
    """
    return normal(name) in _by_name(COMMON_STEPS)


def step_name(name: str) -> str:
    """Give the name of a step in the language that is spoken.

    Parameters
    ----------
    name : str
        As the partnership wrote it, in any language.

    Returns
    -------
    str
        As it was written, where that is its language or where no usual translation is known.

    Examples
    --------
    >>> with speaking("es"):
    ...     step_name("Strongly agree"), step_name("when it rains")
    ('Totalmente de acuerdo', 'when it rains')
    >>> step_name("mensualmente")
    'monthly'
    """
    return _usual(name, COMMON_STEPS)


def layer_name(name: str) -> str:
    """Give the name of a kind of tie in the language that is spoken.

    Parameters
    ----------
    name : str
        As the partnership wrote it, in any language.

    Returns
    -------
    str
        As of `step_name`.

    Examples
    --------
    >>> with speaking("es"):
    ...     layer_name("Contact"), layer_name("joint bids")
    ('Contacto', 'joint bids')
    """
    return _usual(name, COMMON_LAYERS)


def _usual(name: str, common: tuple[str, ...]) -> str:
    word = _by_name(common).get(normal(name))
    if word is None:
        return name
    text = _(word)
    if normal(text) == normal(name):
        return name
    return text[:1].upper() + text[1:] if name[:1].isupper() else text
