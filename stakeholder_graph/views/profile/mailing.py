"""The sheet to send profiles by: who gets which file, how to reach them, who has not answered and until when."""

from collections.abc import Sequence
from dataclasses import dataclass

from stakeholder_graph.tabular.filled_in.merge_xlsx import merge_workbooks
from stakeholder_graph.tabular.filled_in.reworded_xlsx import Words, as_said_now, reworded
from stakeholder_graph.tabular.write_xlsx import workbook
from stakeholder_graph.text import N_, _, day
from stakeholder_graph.views.call_list.contact_links import linked

MAILING = "mail-merge.xlsx"
STATUS = N_("Status")
#: The columns. A mail program takes them by these names.
HEADERS = (N_("Organization"), N_("Contact"), N_("E-mail"), N_("File"), STATUS, N_("Answer by"))
SHEET = N_("Backbone only - profiles")
#: Where rows stand that are no longer in the sheet and in which somebody wrote something.
FORMER = N_("Earlier rows")
ANSWERED, NOT_YET, ASIDE = N_("has answered"), N_("not yet"), N_("an answer was set aside")


@dataclass(frozen=True, slots=True)
class Addressee:
    """Who gets a profile.

    Parameters
    ----------
    organization, contact : str
        Who, and how to reach them as far as the list of organizations says so.
    file : str
        Where the profile lies, as seen from the sheet.
    answered, aside : bool
        Whether it answered, and whether an answer in its name was set aside.
    closes : str
        The last day to answer; blank where nothing says so.
    """

    organization: str
    contact: str
    file: str
    answered: bool
    aside: bool = False
    closes: str = ""


def mailing_workbook(addressees: Sequence[Addressee]) -> bytes:
    """Write the sheet.

    Parameters
    ----------
    addressees : sequence of Addressee
        In the order of the rows.

    Returns
    -------
    bytes
        An XLSX workbook, the same for the same addressees, in which every cell is text. It names who has not answered,
        so it is for the desk.

    Examples
    --------
    >>> mailing_workbook([Addressee("Zoo", "Ana, ana@zoo.example", "zoo.html", True)])[:2]
    b'PK'
    """
    rows = [
        tuple(map(_, HEADERS)),
        *(
            (who.organization, who.contact, _e_mail(who), who.file, _(_status(who)), _deadline(who))
            for who in addressees
        ),
    ]
    return workbook({_(SHEET): rows}, page_header=_("Backbone only: do not share"))


def merge_mailing(written: bytes, changed: bytes, fresh: bytes) -> bytes | None:
    """Carry over what people wrote into the sheet, such as a note in a column of their own.

    Parameters
    ----------
    written, changed, fresh : bytes
        The earlier workbook as it was written, in whichever language, as people saved it, and the new one.

    Returns
    -------
    bytes or None
        The new workbook with what they wrote, in the row of its organization. None where nobody but a person can put
        the two together.

    Examples
    --------
    >>> sheet = mailing_workbook([Addressee("Zoo", "Ana", "zoo.html", True)])
    >>> merge_mailing(sheet, sheet, sheet) == sheet
    True
    """
    statuses = as_said_now((ANSWERED, NOT_YET, ASIDE))
    words = Words(as_said_now((*HEADERS, SHEET, FORMER)), {_(STATUS): statuses})
    keys = {_(SHEET): (_(HEADERS[0]),)}
    return merge_workbooks(reworded(written, words), reworded(changed, words), fresh, keys, _(FORMER))


def _e_mail(who: Addressee) -> str:
    """The addresses alone, as a mail program takes them."""
    return "; ".join(part for part, link in linked(who.contact) if link.startswith("mailto:"))


def _status(who: Addressee) -> str:
    if who.answered:
        return ANSWERED
    return ASIDE if who.aside else NOT_YET


def _deadline(who: Addressee) -> str:
    """The last day; nothing where there is nothing to answer any more."""
    return "" if who.answered else day(who.closes)
