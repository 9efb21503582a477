"""What settings say of the partnership's own logo, colours, order of the report, and paragraphs."""

import re
from typing import Annotated, Literal, Self, get_args

from pydantic import AfterValidator, Field, model_validator

from stakeholder_graph.model.own_pages import Paragraph, Place, Readers, ReportPart
from stakeholder_graph.survey.settings.elements import SettingsTable, in_any_case
from stakeholder_graph.survey.settings.mistakes.unfit import UnfitError
from stakeholder_graph.text import N_

#: What is wrong with them; whoever reads them puts it into the reader's language.
NO_COLOUR = N_(
    "A colour is written as # and six digits or letters from a to f, such as #0072b2; words such as “red” are not read."
)
TWICE = N_("The order names a part of the report twice.")
PART_NEEDED = N_("A paragraph “before” or “after” needs the part of the report that it stands at: “part”.")
PART_UNUSED = N_("“part” has no effect on this paragraph.")
SECTOR_TWICE = N_("Two rows give a colour to the same sector.")

#: More letters than this are no paragraph, and no cell of a spreadsheet.
LONGEST = 10_000
#: Page one has room for so many.
LONGEST_INTRODUCTION = 300
LONG_INTRODUCTION = N_("The introduction is too long for page one, which has room for 300 letters.")
ONE_PARAGRAPH = N_("The introduction has a blank line in it. Page one has room for a single paragraph.")
ONE_INTRODUCTION = N_("There is more than one introduction, and page one has room for one.")
#: What to do about them.
_WRITE_HEX = N_("Write #rrggbb: two digits each for red, green and blue, such as #cc0000 for red.")
_CHOOSE_PART = N_("As its part write {choices}.")
_PLACE_OR_NO_PART = N_("Write place as “before” or “after”, or remove the part.")
_ELSEWHERE = N_(
    "Write the rest into another paragraph, with place as “before” or “after” a part of the report, or as “closing”."
)
REMOVE_ONE = N_("Remove one of the two.")
ANOTHER_PLACE = N_("Remove one, or write its place as “before”, “after” or “closing”.")
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})")


def _as_hex(written: str) -> str:
    """The same with six digits in lower case."""
    colour = written.casefold()
    if not _HEX.fullmatch(colour):
        raise UnfitError(NO_COLOUR, _WRITE_HEX)
    return colour if len(colour) > 4 else "#" + "".join(2 * digit for digit in colour[1:])


class ColourSettings(SettingsTable):
    """The colour of one sector.

    Parameters
    ----------
    sector : str
        As the list of organizations has it.
    colour : str
        Such as ``"#0072b2"``.

    Examples
    --------
    >>> ColourSettings(sector="Health", colour="#0AF").colour
    '#00aaff'
    """

    sector: str = Field(min_length=1)
    colour: Annotated[str, AfterValidator(_as_hex)]


class PagesSettings(SettingsTable):
    """How pages look.

    Parameters
    ----------
    logo : str
        A PNG or JPEG in the partnership's folder.
    order : tuple of str
        Parts of the report that come first after page one; those that are not named follow in their usual order.

    Examples
    --------
    >>> PagesSettings(order=["missing", "outcomes"]).order
    ('missing', 'outcomes')
    """

    logo: str = ""
    order: tuple[Annotated[ReportPart, in_any_case(*get_args(ReportPart))], ...] = ()

    @model_validator(mode="after")
    def _once(self) -> Self:
        if len(set(self.order)) < len(self.order):
            raise UnfitError(TWICE, REMOVE_ONE)
        return self


class ParagraphSettings(SettingsTable):
    """A text of the partnership's own.

    Parameters
    ----------
    place : {"introduction", "before", "after", "closing"}
        On page one, before or after a part of the report, or behind the last of them.
    part : str
        Which part.
    readers : {"backbone", "partners", "community"}
        The widest edition that has it: the desk's alone, unless somebody says otherwise.
    title, text : str
        Plain text; a blank line begins another paragraph.
    title_en, text_en, title_es, text_es : str
        The same in a language; blank where it is shown as it was written.

    Examples
    --------
    >>> said = ParagraphSettings(place="closing", text="Thanks.", text_es="Gracias.")
    >>> said.readers, said.in_language("es"), said.in_language("")
    ('backbone', ('', 'Gracias.'), ('', 'Thanks.'))
    """

    place: Annotated[Place, in_any_case(*get_args(Place))]
    part: Annotated[Literal[ReportPart, ""], in_any_case(*get_args(ReportPart))] = ""
    readers: Annotated[Readers, in_any_case(*get_args(Readers))] = "backbone"
    title: str = Field(default="", max_length=120)
    title_en: str = Field(default="", max_length=120)
    title_es: str = Field(default="", max_length=120)
    text: str = Field(min_length=1, max_length=LONGEST)
    text_en: str = Field(default="", max_length=LONGEST)
    text_es: str = Field(default="", max_length=LONGEST)

    def in_language(self, language: str) -> tuple[str, str]:
        """Give title and text in a language, or as they were written.

        Parameters
        ----------
        language : str
            Such as ``"es"``; blank for as they were written.
        """
        title, text = (getattr(self, f"{field}_{language}", "") for field in ("title", "text"))
        return title or self.title, text or self.text

    @model_validator(mode="after")
    def _complete(self) -> Self:
        if self.place in ("before", "after") and not self.part:
            raise UnfitError(PART_NEEDED, _CHOOSE_PART, get_args(ReportPart))
        if self.place in ("introduction", "closing") and self.part:
            raise UnfitError(PART_UNUSED, _PLACE_OR_NO_PART)
        texts = (self.text, self.text_en, self.text_es) if self.place == "introduction" else ()
        if any(len(text) > LONGEST_INTRODUCTION for text in texts):
            raise UnfitError(LONG_INTRODUCTION, _ELSEWHERE)
        if any(len(Paragraph(text, self.place).lines) > 1 for text in texts):
            raise UnfitError(ONE_PARAGRAPH, _ELSEWHERE)
        return self


def listed_colours(written: object) -> object:
    """Give a table of colours by sector as rows.

    Parameters
    ----------
    written : object
        As the settings have it.

    Examples
    --------
    >>> listed_colours({"Health": "#0072b2"})
    [{'sector': 'Health', 'colour': '#0072b2'}]
    """
    if isinstance(written, dict):
        return [{"sector": sector, "colour": colour} for sector, colour in written.items()]
    return written
