"""Sectors and outcomes that communities share: those of the presets that come with the tool, in either language."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.presets import Phrase, read_preset, shipped_presets


@cache
def standard_sectors() -> Mapping[str, Phrase]:
    """The sectors of all presets, by their names in either language in normal form.

    Examples
    --------
    >>> standard_sectors()[normal("Escuelas")].en
    'Schools'
    """
    return _by_name(phrase for name in shipped_presets() for phrase in read_preset(name).sectors)


@cache
def standard_outcomes() -> Mapping[str, Phrase]:
    """The outcomes of all presets, as `standard_sectors` gives sectors.

    Examples
    --------
    >>> standard_outcomes()[normal("ready for kindergarten")].en
    'Ready for kindergarten'
    """
    items = (item for name in shipped_presets() for item in read_preset(name).items)
    return _by_name(item.text for item in items if item.kind == "outcome")


def in_language(english: str) -> str:
    """What a standard sector or outcome is called in the current language.

    Parameters
    ----------
    english : str
        Its English name; any other text is left as it is.

    Examples
    --------
    >>> from stakeholder_graph.text import speaking
    >>> with speaking("es"):
    ...     in_language("Schools"), in_language("Somewhere")
    ('Escuelas', 'Somewhere')
    """
    name = normal(english)
    phrase = standard_sectors().get(name) or standard_outcomes().get(name)
    return phrase.now if phrase else english


def _by_name(phrases: Iterable[Phrase]) -> Mapping[str, Phrase]:
    known: dict[str, Phrase] = {}
    for phrase in phrases:
        for text in (phrase.en, phrase.es):
            known.setdefault(normal(text), phrase)
    return MappingProxyType(known)
