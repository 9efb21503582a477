"""What templates show of a partnership's own: its logo, and the paragraphs of a place."""

from dataclasses import dataclass
from typing import Literal

from markupsafe import Markup

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.model.own_pages import OwnPages, Paragraph, Place, Readers, ReportPart
from stakeholder_graph.text import N_, _

#: Beside a paragraph on the desk: which other copies have it.
_READERS: dict[Readers, str] = {
    "backbone": N_("On this copy alone."),
    "partners": N_("Also in the room’s copy."),
    "community": N_("Also in the copies of the room and of the community."),
}


@dataclass(frozen=True, slots=True)
class OwnOnPage:
    """What a partnership gives to one page.

    Parameters
    ----------
    pages : OwnPages
        All that the copy may hold.
    confidential : bool
        Whether the page says of each paragraph who else may read it.

    Examples
    --------
    >>> OwnOnPage(OwnPages(), confidential=False).logo
    Markup('')
    """

    pages: OwnPages
    confidential: bool

    @property
    def is_styled(self) -> bool:
        """Whether the page needs the style of it."""
        return bool(self.pages.logo or self.pages.paragraphs)

    @property
    def logo(self) -> Markup:
        """The logo, within the page itself; the name always stands beside it, so that screen readers skip it."""
        logo = self.pages.logo
        if logo is None:
            return Markup("")
        return Markup('<img class="logo" alt="" width="{}" height="{}" src="data:image/png;base64,{}">').format(
            logo.width, logo.height, logo.base64
        )

    def at(self, place: Place, part: ReportPart | Literal[""] = "") -> tuple[Paragraph, ...]:
        """Give the paragraphs of a place, in the order of the settings.

        Parameters
        ----------
        place : {"introduction", "before", "after", "closing"}
            Where.
        part : str
            Before or after which part of the report.

        Examples
        --------
        >>> ours = OwnPages(paragraphs=(Paragraph("Hello.", "introduction"), Paragraph("Thanks.", "closing")))
        >>> [said.text for said in OwnOnPage(ours, confidential=True).at("closing")]
        ['Thanks.']
        """
        return tuple(said for said in self.pages.paragraphs if (said.place, said.part) == (place, part))

    def who_reads(self, said: Paragraph) -> str:
        """Say on the desk's page which other copies have a paragraph; blank on the others.

        Parameters
        ----------
        said : Paragraph
            Which.
        """
        return _(_READERS[said.readers]) if self.confidential else ""


def own_on_page(copy: Copy) -> OwnOnPage:
    """Give what a partnership gives to a page of a copy.

    Parameters
    ----------
    copy : Copy
        What the page is drawn from: a copy beyond the desk has what its release holds.

    Examples
    --------
    >>> from stakeholder_graph.graph import Partnership
    >>> own_on_page(Copy("partners", Partnership("Ours", {}, {}), (), "1")).is_styled
    False
    """
    return OwnOnPage(copy.partnership.info.own_pages, copy.confidential)
