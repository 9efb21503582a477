"""Options that stand for nothing on a list: the one for what is not listed, and the one for none of it."""

import re

_NOUN = (
    r"(one|people|organi[sz]ations?|agency|agencies|partners?|groups?|options?|entity|entities|institutions?|"
    r"company|companies|stakeholders?|names?|collaborators?|"
    r"organizaci[oó]n(es)?|entidad(es)?|soci[oa]s?|instituci[oó]n(es)?|grupos?|organisations?|partenaires?|partner)"
)
_GROUP = (
    r"(work(ing)? ?|action |project )?(teams?|groups?|committees?|task ?forces?|networks?|workgroups?|councils?|"
    r"activit(y|ies)|outcomes?|meetings?)"
)
#: What may follow the word for "other": a number, where it is not listed, and a request to say who.
_TAIL = (
    r"( ?#?\d+)?"
    r"( (that|who|which|we|you|i)? ?((is|are|was|were) )?(not|isn't|aren't|missing|on|you|we|they)\b.*"
    r"(list(ed)?|above|named|mention(ed)?|here|with))?"
    r" ?([-–:,;/(?¿.…].*|please .*|specify.*|write.?in.*|que no .*|no (est[aá]n?|listad|incluid).*)?"
)
_OTHER = re.compile(
    rf"(((an|any|some|una?) )?(another|others?|otr[oa]s?|autres?|andere[rs]?|sonstige[rs]?|outr[oa]s?|altr[oiae]s?)"
    rf"( {_NOUN})?{_TAIL}"
    rf"|¿?otr[oa]s?\?.*"
    rf"|(some|any)(one|body|thing) (else|not (listed|named|mentioned).*){_TAIL}"
    rf"|((an? |any |some )?{_NOUN} )?(that is |that are |who is )?not (listed|named|(on|in) (the|this|our) list).*"
    rf"|write.?in( {_NOUN})?{_TAIL}"
    rf"|{_NOUN} missing from (the|this) list{_TAIL})"
)
_NONE = re.compile(
    r"none( (of|at|apply).*)?|no ?one|nobody|no (partner|other|organi[sz]ation)s?|not applicable|no aplica|n/?a"
    r"|(we|i|my organi[sz]ation) (do|does|have|has) ?(not|n't) (work|collaborate|partner|cooperate|know|interact)\w* .*"
    r"|(we|i) (don't|haven't) (work|collaborate|partner|cooperate|know|interact)\w* .*"
    rf"|((i am|we are|i'm|we're|my organi[sz]ation is|currently|presently) )?not( currently| yet)? "
    rf"((a member|part|member) of|on|in|involved (in|with)) (a|an|any|the|one|these|those) ?(of )?(these|the)? ?"
    rf"({_GROUP}|above|them|these)( yet)?"
    rf"|(no|not any|without an?) {_GROUP}( yet)?"
    r"|ningun[oa]s?( de .*)?|aucune?s?( (de|d').*)?|keine[rs]?( (von|der) .*)?|nenhuma?( .*)?"
)
_SPECIFY = re.compile(
    r"\b(specify|especifi\w*|pr[eé]cise[rz]?|who else|which (one|other|ones)|"
    r"(name|list|write|enter|tell us) .*(them|it|here|who|names?)|not listed|write.?ins?|cu[aá]l(es)?)\b"
)
_SAYS_OTHER = re.compile(r"\b(others?|otr[oa]s?|autres?|sonstige[rs]?|andere[rs]?)\b")


def is_other(text: str) -> bool:
    """Whether an option is the one for what is not listed, such as "Other (please specify)".

    Parameters
    ----------
    text : str
        As a respondent reads it.

    Examples
    --------
    >>> is_other("Other (please specify)"), is_other("Otro:"), is_other("Someone else")
    (True, True, True)
    >>> is_other("Other Voices Theater"), is_other("Others First Foundation")
    (False, False)
    """
    return _OTHER.fullmatch(_folded(text)) is not None


def is_residual(text: str) -> bool:
    """Whether an option is no item of its list: the one for what is not listed, or the one for none of it.

    Parameters
    ----------
    text : str
        As a respondent reads it.

    Examples
    --------
    >>> is_residual("None of these"), is_residual("Other:"), is_residual("City Library")
    (True, True, False)
    >>> is_residual("Not on a team"), is_residual("No Team Left Behind")
    (True, False)
    """
    return is_other(text) or _NONE.fullmatch(_folded(text).rstrip(".:! ")) is not None


def asks_who(option: str) -> bool:
    """Whether an option is the one for what is not listed, or asks in other words to write down who is meant.

    Parameters
    ----------
    option : str
        As a respondent reads it.

    Examples
    --------
    >>> asks_who("Partners we forgot (please specify)"), asks_who("Somebody else"), asks_who("Other Voices Theater")
    (True, True, False)
    """
    return is_other(option) or _SPECIFY.search(_folded(option)) is not None


def asks_which(text: str) -> bool:
    """Whether a question asks those who chose "other" to say what they mean.

    Parameters
    ----------
    text : str
        Its wording or its name.

    Examples
    --------
    >>> asks_which("If other, please specify"), asks_which("partners_other"), asks_which("How often do you meet?")
    (True, True, False)
    """
    words = " ".join(re.split(r"[\s_./-]+", _folded(text)))
    return _SPECIFY.search(words) is not None or _SAYS_OTHER.search(words) is not None


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").split())
