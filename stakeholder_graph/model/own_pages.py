"""What a partnership gives to its pages: a logo, colours of its sectors, an order of the report, paragraphs of its own.

None of this is an answer. A paragraph is the partnership's own word; only copies that it is written for have it.
"""

import re
from base64 import b64decode
from dataclasses import dataclass, field, replace
from typing import Literal

Readers = Literal["backbone", "partners", "community"]
"""The widest edition that has a paragraph; the narrower ones have it too."""
ReportPart = Literal["outcomes", "indicators", "conditions", "sectors", "missing", "agenda", "network", "meetings"]
"""The parts of the report that can be moved, in their usual order; page one comes before them, the appendix after."""
Place = Literal["introduction", "before", "after", "closing"]
"""Where a paragraph stands: on page one, before or after a part of the report, or behind the last of them."""

#: The wider, the later.
_WIDTH: dict[Readers, int] = {"backbone": 0, "partners": 1, "community": 2}
_BLANK_LINES = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Logo:
    """A picture that stands beside the partnership's name.

    Parameters
    ----------
    base64 : str
        A PNG that holds pixels and nothing else, as letters, so that a release is made of what JSON has.
    width, height : int
        In pixels.
    """

    base64: str = field(repr=False)
    width: int
    height: int

    @property
    def png(self) -> bytes:
        """The picture as a file."""
        return b64decode(self.base64)

    def fitted(self, wide: float, high: float) -> tuple[float, float]:
        """Give the largest size at which it fits into a box.

        Parameters
        ----------
        wide, high : float
            Of the box, in any unit.

        Examples
        --------
        >>> Logo("", 200, 50).fitted(100, 40)
        (100.0, 25.0)
        """
        scale = min(wide / self.width, high / self.height)
        return self.width * scale, self.height * scale


@dataclass(frozen=True, slots=True)
class Paragraph:
    r"""A text that the partnership wrote, in the language of the pages.

    Parameters
    ----------
    text : str
        Plain text; a blank line begins another paragraph.
    place : {"introduction", "before", "after", "closing"}
        Where it stands.
    part : str
        Before or after which part of the report; blank elsewhere.
    title : str
        What stands above it; blank for nothing.
    readers : {"backbone", "partners", "community"}
        The widest edition that has it.

    Examples
    --------
    >>> Paragraph("One line\nand its second.\n\nAnother.", "closing").lines
    ('One line\nand its second.', 'Another.')
    """

    text: str
    place: Place
    part: ReportPart | Literal[""] = ""
    title: str = ""
    readers: Readers = "backbone"

    @property
    def lines(self) -> tuple[str, ...]:
        """What blank lines part."""
        return tuple(filter(None, map(str.strip, _BLANK_LINES.split(self.text.replace("\r\n", "\n")))))

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is said in it: its title, and what blank lines part."""
        return (self.title, *self.lines) if self.title else self.lines

    def is_for(self, edition: Readers) -> bool:
        """Whether an edition has it.

        Parameters
        ----------
        edition : {"backbone", "partners", "community"}
            Whose copy.

        Examples
        --------
        >>> [Paragraph("x", "closing", readers="partners").is_for(one) for one in ("backbone", "partners", "community")]
        [True, True, False]
        """
        return _WIDTH[self.readers] >= _WIDTH[edition]


@dataclass(frozen=True, slots=True)
class OwnPages:
    """All of it; nothing where the settings say nothing.

    Parameters
    ----------
    logo : Logo, optional
        The picture.
    colours : tuple of (str, str)
        Sectors, and ``#rrggbb`` of each; the others keep theirs.
    order : tuple of str
        Parts of the report that come first, in this order.
    paragraphs : tuple of Paragraph
        In the order of the settings.
    sectors : tuple of str
        Sectors of pages in another language, in the order of the words in which they were written: symbols and
        colours are dealt out in it, so that prints in two languages show the same. Blank where nothing is translated.
    """

    logo: Logo | None = None
    colours: tuple[tuple[str, str], ...] = ()
    order: tuple[ReportPart, ...] = ()
    paragraphs: tuple[Paragraph, ...] = ()
    sectors: tuple[str, ...] = ()

    def for_edition(self, edition: Readers, sectors: frozenset[str] = frozenset()) -> "OwnPages":
        """Give what an edition may hold of it.

        Parameters
        ----------
        edition : {"backbone", "partners", "community"}
            Whose copy.
        sectors : frozenset of str
            The sectors that this copy names: it has neither colours nor names of others.

        Examples
        --------
        >>> ours = OwnPages(colours=(("Health", "#0072b2"),), paragraphs=(Paragraph("Ours.", "closing"),))
        >>> ours.for_edition("partners", frozenset({"Schools"})) == OwnPages()
        True
        """
        return replace(
            self,
            colours=tuple((sector, colour) for sector, colour in self.colours if sector in sectors),
            paragraphs=tuple(said for said in self.paragraphs if said.is_for(edition)),
            sectors=tuple(sector for sector in self.sectors if sector in sectors),
        )


#: Of a partnership whose settings say nothing.
NOTHING_OWN = OwnPages()
