"""Legal forms at the end of a name, which say nothing of who it is.

A form counts only where nobody can take it for a word: names that differ in nothing else are matched without asking.
The lists of the package cleanco are longer than that. With all of its forms, 17 of 8,662 spellings of the names in
`tests/survey/names/organization_names.py` found no organization, instead of 4, and 4,425 were matched instead of
4,440, since "Co.", "Corp." and "Limited" may be a county or a part of the name; without these three its forms for the
United States and for Spanish-speaking countries measure the same as ours. What is not here on purpose: two letters
that may be a state or a place ("S.C.", "C.A.", "S.A.", "A.C.") and words ("spa", "sal"), which are proposed to a
person.
"""

#: In plain words, as `plain_words` gives them.
LEGAL_FORMS = frozenset(
    tuple(form.split())
    for form in (
        # English, as in the United States
        "inc", "incorporated", "llc", "llp", "ltd", "pllc", "nfp",
        # Spanish: sociedad anónima de capital variable, de responsabilidad limitada, promotora de inversión, limitada
        "sa de cv", "sab de cv", "sapi de cv", "s de rl", "s de rl de cv", "ltda", "eirl", "srl",
    )
)  # fmt: skip
_LONGEST = max(map(len, LEGAL_FORMS))


def without_legal_form(words: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out the legal forms at the end of a name.

    Parameters
    ----------
    words : tuple of str
        In plain words.

    Returns
    -------
    tuple of str
        At least one word.

    Examples
    --------
    >>> without_legal_form(("smith", "and", "sons", "llc")), without_legal_form(("ltd",))
    (('smith', 'and', 'sons'), ('ltd',))
    >>> without_legal_form(("centro", "hispano", "sa", "de", "cv"))
    ('centro', 'hispano')
    """
    for length in range(min(_LONGEST, len(words) - 1), 0, -1):
        if words[-length:] in LEGAL_FORMS:
            return without_legal_form(words[:-length])
    return words
