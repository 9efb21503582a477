"""The words in which people ask whether an organization may be named, and say yes or no, in English and Spanish.

All are plain words: without case, accents and punctuation. What may ask for leave counts as if it did until somebody
decides, since a refusal that nobody honours cannot be taken back.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import Literal

from stakeholder_graph.survey.names.normalization import normal, plain_words

#: How answers begin that say yes, and that say no.
_YES = (
    "yes", "y", "i agree", "agree", "agreed", "we agree", "i consent", "we consent", "consent", "i do", "true", "ok",
    "okay", "sure", "of course", "si", "acepto", "aceptamos", "autorizo", "de acuerdo", "consiento", "claro",
)  # fmt: skip
_NO = (
    "no", "n", "not", "i do not", "i don t", "i dont", "do not", "don t", "dont", "we do not", "i disagree", "disagree",
    "decline", "i decline", "i would rather not", "prefer not", "i prefer not", "false", "only anonym", "anonym",
    "keep us anonym", "never", "no acepto", "no autorizo", "prefiero no", "anonim", "solo anonim", "rechazo",
)  # fmt: skip
#: That somebody asks for leave.
_LEAVE = re.compile(
    r"\b(may|can|could|shall|should) (we|i|they|others?|partners?|the \w+|it|this|your \w+)\b|"
    r"\b(may|can|could|to|agree[sd]?|ok|okay|objects?) (to )?be\b|"
    r"\b(do|would|will|did) (you|they)( \w+)? (consent|agree|allow|permit|object|authori[sz]e|want|like|prefer|mind)\b|"
    r"\b(do|would|will|did) (you|they) (consent|agree|allow|permit|object|authori[sz]e|want|like|prefer|mind)\b|"
    r"\bconsent(s|ed|ing)?\b|\bpermi(ssion|tted|ts?)\b|\ballow(s|ed)?\b|\bauthori[sz]e[sd]?\b|\bagree[sd]? (to|that)\b|"
    r"\b(i|we) (agree|give)\b|\b(ok|okay|fine|happy|willing|comfortable|alright|all right)\b|"
    r"\b(podemos|podriamos|podran|puede\w*|consiente\w*|consentimiento|autoriza\w*|acepta\w*|permite\w*|permitir\w*|"
    r"permiso|desea\w*|prefiere\w*|quiere\w*|de acuerdo)\b"
)
#: That it is about being named, and what may be about that.
_NAMING = re.compile(
    r"\bnam(e|ed|es|ing)\b|\bidentif|\bmention|\banonym|\bnombr|\bmencion|\banonim|"
    r"\b(on|in) (the |our |a )?(\w+ )?map\b|\ben (el |un |nuestro )?mapa\b"
)
_SHOWING = re.compile(
    r"\bshow|\bmap\b|\blisted\b|\blist\b|\bpubli|\bshar(e|ed|ing)\b|\bdisclos|\bappear|\bvisible|\bdisplay|\bcredited|"
    r"\binclud|\bmostr|\bmapa\b|\bcompart|\baparec|\bdifund|\brevel|\bincluir"
)
#: That it is about who answers, or their organization; short headers need not say so.
_OWN = re.compile(
    r"\b(your|our|us|su|sus|tu|nuestr\w+) (\w+ )?(organi|agenc|answer|respon|name|institut|group|entidad|respuest|"
    r"nombre)|"
    r"\bbe(ing)? (\w+ )?(named|listed|identified|shown|mentioned|published|visible|included)|\bby name\b|"
    r"\b(on|in) (the |our |a )?(\w+ )?(map|report)\b|\ben (el |un )?(mapa|informe|reporte)\b|"
    r"\b(name|show|list|identify|mention|include) (you|us|them|it)\b|\banonym|\banonim|\bnombrad|\bel nombre de\b|"
    r"\b(nombrarl|mencionarl|mostrarl|identificarl|incluirl)\w+|\bnombrar\w* (a )?(su|la|tu)\b"
)
_SHORT = 5
#: Columns of the list of organizations that mean something else.
_OTHERS = ("organization", "sector", "role", "answered", "public")
#: Headers that can mean nothing else.
_SURELY = ("consent", "consented", "consentimiento", "named on the map")
#: Answers that differ in more ways are no answers to a question like this.
_MOST = 8
#: Short headers that may ask it without any word for leave.
_HEADERS = re.compile(
    r"((to )?be |is |are )?(named|shown?|listed|mentioned|identified|published|displayed|anonymous|anonymity|"
    r"confidential|name public|public name|name shown|show name|share name|name shared|hide name|withhold name)"
    r"( (ok|okay|allowed|publicly|by name|or not|on (the )?map|in (the )?(report|map)|us|them|you))?|"
    r"(keep|kept|stay|remain)( us| it| them)? (anonymous|confidential)|name withheld|"
    r"name (ok|okay|allowed|publicly|us|them|you|(on|in) (the )?(map|report))|"
    r"(ok )?(on|show on|shown on|put on|appear on) (the )?map|ok to (share|show|publish|list)|permission( \w+)?|"
    r"consent( \w+){0,2}|consentimiento( \w+){0,3}|permiso( \w+){0,2}|(mostrar )?en (el )?mapa|nombrar(l[oa]s?)?|"
    r"nombrad[oa]s?|anonim[oa]s?|do not (name|show|list)( \w+)?|no nombrar|not to be named"
)
#: That it is about something else: to be reached or quoted, or what is exchanged with partners.
_ELSE = re.compile(
    r"\bcontact (you|us|them)\b|\bquot(e|ed)\b|\bphotos?\b|\bnewsletter|\bfotos?\b|\bclient|\bdecree\b|\bmailing list\b"
)
_ELSE_BUT_NAMES = re.compile(
    r"\be ?mail|\bphone|\bcontact (info|details)|\bcorreo|\btelefono|\bdata\b|\bdatos\b|\bresources?\b|\brecursos\b|"
    r"\bspace\b|\bstaff\b|\bfund|\binformation with\b|\bpartners share\b"
)
#: A question to which yes says that one may not be named.
_TURNED = re.compile(
    r"\b(remain|stay|be kept|keep)\w* (us |it |them )?(anonym|confidential)|"
    r"^(to be |be )?(anonymous|anonymity|confidential)|"
    r"\bwithh[eo]ld|\bhide\b|\bobject\b|\bmind if\b|\banonim|"
    r"\b(do not|dont|not to be) (be )?(name|show|list|identif|mention)|"
    r"^no nombrar"
)
_NOT_TURNED = re.compile(r"\bor (\w+ )?(stay|remain|anonym|not)|\bo (\w+ )?anonim")


def asks_for_consent(question: str) -> Literal["", "may", "surely"]:
    """Say whether a question, or a header of a list, asks if organizations may be named.

    Parameters
    ----------
    question : str
        As it is written.

    Examples
    --------
    >>> [asks_for_consent(text) for text in ("Are you ok with being named?", "Named? (y/n)", "Food bank", "Sector")]
    ['surely', 'may', '', '']
    >>> asks_for_consent("¿Podemos nombrar a su organización?"), asks_for_consent("May we contact you by e-mail?")
    ('surely', '')
    """
    words = _words(question)
    if _ELSE.search(words):
        return ""
    naming = bool(_NAMING.search(words))
    if _ELSE_BUT_NAMES.search(words) and not naming:
        return ""
    about = bool(_OWN.search(words)) or len(words.split()) <= _SHORT
    if words in _SURELY:
        return "surely"
    if _LEAVE.search(words) and about and (naming or _SHOWING.search(words)):
        return "surely" if naming else "may"
    return "may" if _HEADERS.fullmatch(words) else ""


def consent_columns(columns: Mapping[str, Sequence[str]]) -> list[str]:
    """Give the columns of a list of organizations that say which of them may be named, or seem to.

    Parameters
    ----------
    columns : mapping of str to sequence of str
        Cells by header.

    Examples
    --------
    >>> consent_columns({"Consent": ["yes", ""], "Show on map?": ["y", "n"], "Consent decree": ["1999", ""]})
    ['Consent', 'Show on map?']
    """
    return [
        header
        for header, texts in columns.items()
        if header.casefold() not in _OTHERS
        and (asked := asks_for_consent(header))
        and (asked == "surely" or are_yes_and_no(texts))
    ]


def is_turned(question: str) -> bool:
    """Whether yes means that somebody may not be named.

    Parameters
    ----------
    question : str
        As it is written.

    Examples
    --------
    >>> is_turned("Keep us anonymous?"), is_turned("May we name you, or stay anonymous?"), is_turned("May be named")
    (True, False, False)
    """
    words = _words(question)
    return bool(_TURNED.search(words)) and not _NOT_TURNED.search(words)


def are_yes_and_no(answers: Iterable[str]) -> bool:
    """Whether most of some answers say yes or no.

    Parameters
    ----------
    answers : iterable of str
        Blanks say nothing.

    Examples
    --------
    >>> are_yes_and_no(["yes", "", "No, thank you", "ask first"]), are_yes_and_no(["Zoo", "Library"])
    (True, False)
    """
    said = {normal(answer) for answer in answers} - {""}
    known = [answer for answer in said if agrees(answer) is not None or answer in ("x", "1", "0")]
    return bool(said) and len(said) <= _MOST and 2 * len(known) >= len(said)


def agrees(answer: str, agree: Collection[str] = ()) -> bool | None:
    """Say whether an answer agrees.

    Parameters
    ----------
    answer : str
        As it was given.
    agree : collection of str
        Answers that do, where the settings say which.

    Returns
    -------
    bool or None
        None where nobody can tell.

    Examples
    --------
    >>> agrees("Yes, you may"), agrees("No, thank you"), agrees("Sí"), agrees("2"), agrees("2", ["2"])
    (True, False, True, None, True)
    """
    if agree:
        return normal(answer) in {normal(text) for text in agree}
    words = f"{' '.join(plain_words(answer))} "
    if _begins(words, _NO):
        return False
    return True if _begins(words, _YES) else None


def _begins(words: str, beginnings: Iterable[str]) -> bool:
    return any(
        words.startswith(f"{text} ") or (text.endswith(("nonym", "onim")) and words.startswith(text))
        for text in beginnings
    )


def _words(question: str) -> str:
    """A question in plain words, without the answers that it offers."""
    words = " ".join(plain_words(question.replace("_", " ")))
    return re.sub(r" (y n|yes no|yes or no|si no|x)$", "", words)
