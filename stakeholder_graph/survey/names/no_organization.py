"""What people write who name nobody, or mean themselves."""

from stakeholder_graph.survey.names.variants import plain_words

_PHRASES = """\
self, us, we, me, myself, ourselves, our agency, our office, our org, our organization, our own organization,
our own agency, my agency, my organization, own agency, own organization, this agency, this organization, same,
same as above, n/a, not applicable, none, none at this time, no others, nothing, nothing to add, nobody, no one,
no, nil, null, unknown, unsure, not sure, don't know, do not know, i don't know, can't think of any, none come
to mind, tbd, skip, prefer not to say, prefer not to answer, ninguno, ninguna, nadie, nosotros, nosotras, no se,
no aplica"""
_PLAIN_PHRASES = frozenset("".join(plain_words(phrase)) for phrase in _PHRASES.split(","))


def names_nobody(plain: str) -> bool:
    """Whether a text in plain letters stands for nobody, or for whoever writes it.

    Parameters
    ----------
    plain : str
        As `Spellings.plain` has it.

    Examples
    --------
    >>> names_nobody("ourorganization"), names_nobody(""), names_nobody("zoo")
    (True, True, False)
    """
    return not plain or plain in _PLAIN_PHRASES
