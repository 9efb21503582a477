"""Reads what the partnership gives to its pages, once the survey is known."""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from stakeholder_graph.model.own_pages import OwnPages, Paragraph
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.names.roster import Names
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.own.colours import sector_colours
from stakeholder_graph.survey.settings.own.logo import read_logo
from stakeholder_graph.survey.settings.own.spelled import ParagraphSettings
from stakeholder_graph.text import _, _n, listing

#: A name with fewer letters is found in many a sentence that does not mean it.
_LEAST_NAME = 3
#: So many names are said.
_MOST_NAMED = 6
_WORD = re.compile(r"\w+")


def read_own_pages(
    settings: Settings, folder: Path, sectors: Names, names: Iterable[str], language: str, inspection: Inspection
) -> OwnPages:
    """Read logo, colours, order and paragraphs, noting what is wrong with them.

    Parameters
    ----------
    settings : Settings
        Of the partnership.
    folder : Path
        In which they stand.
    sectors : Names
        Of the survey.
    names : iterable of str
        Organizations and persons of the survey: paragraphs for others had better not name them unasked.
    language : str
        Of the pages; blank for texts as they were written.
    inspection : Inspection
        Takes problems, and advice on names in paragraphs for others.

    Examples
    --------
    >>> read_own_pages(Settings(), Path("."), Names([]), [], "", Inspection())
    OwnPages(logo=None, colours=(), order=(), paragraphs=(), sectors=())
    """
    _advise_on_names(settings.paragraph, names, inspection)
    logo, at = settings.pages.logo, settings.location
    return OwnPages(
        logo=read_logo(folder, logo, at, inspection) if logo else None,
        colours=sector_colours(settings.colours, sectors, at.file, inspection),
        order=settings.pages.order,
        paragraphs=tuple(_paragraph(said, language) for said in settings.paragraph),
    )


def _paragraph(said: ParagraphSettings, language: str) -> Paragraph:
    title, text = said.in_language(language)
    return Paragraph(text, said.place, said.part, title, said.readers)


def _advise_on_names(paragraphs: Sequence[ParagraphSettings], names: Iterable[str], inspection: Inspection) -> None:
    """Say which organizations a paragraph for others names, in any language: a survey promises them silence."""
    public = [said for said in paragraphs if said.readers != "backbone"]
    known = {_words(name): name for name in names if len(name) >= _LEAST_NAME} if public else {}
    for said in public:
        whole = " / ".join(filter(None, _texts(said)))
        mentioned = [name for words, name in known.items() if words.strip() and words in _words(whole)]
        if not mentioned:
            continue
        inspection.advise(
            _("This paragraph is for others to read and names {names}.", names=_some(mentioned)),
            _("Ask them first, or write readers = “backbone”: then it stays on your desk."),
            said.location.file,
            said.location.row,
        )


def _some(names: Sequence[str]) -> str:
    """Names in quotes, as far as anybody reads them, and how many more there are."""
    named = [_("“{name}”", name=name) for name in names[:_MOST_NAMED]]
    more = len(names) - len(named)
    return listing([*named, _n("{count} more", "{count} more", more)] if more else named)


def _texts(said: ParagraphSettings) -> Iterator[str]:
    yield from (said.title, said.title_en, said.title_es, said.text, said.text_en, said.text_es)


def _words(text: str) -> str:
    """The words of a text between spaces, so that one text stands in another as whole words or not at all."""
    return f" {' '.join(_WORD.findall(text.casefold()))} "
