"""Slides to edit: real text, notes for the speaker, charts with their data, and the map as one group of shapes."""

import io
from datetime import datetime

from stakeholder_graph.tabular.reproducible import without_clock
from stakeholder_graph.text import _
from stakeholder_graph.views.page import banner
from stakeholder_graph.views.present.present_page import moments
from stakeholder_graph.views.present.screens import Deck
from stakeholder_graph.views.present.slides.pptx_slide import Slide, clean
from stakeholder_graph.views.present.slides.screen_slide import EDGE, FOOT, FOOTER, PAGE, WHOLE, draw_guess, draw_screen
from stakeholder_graph.views.style import MUTED

#: The most that a logo takes beside what stands above a title.
LOGO, LOGO_TOP = (130.0, 30.0), 12.0
#: In place of the time of writing.
_THEN = datetime(2000, 1, 1)


def draw_slides(deck: Deck) -> bytes:
    """Draw the slides.

    Parameters
    ----------
    deck : Deck
        What there is to show; nothing else is in the file.

    Returns
    -------
    bytes
        A PPTX presentation, one slide a screen, and before it one for what the room guesses first. The same for the
        same deck.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.editions import make_copy
    >>> from stakeholder_graph.graph import Partnership, from_networkx
    >>> from stakeholder_graph.views.present.screens import deck
    >>> ours = deck(make_copy("partners", Partnership("Ours", {"1": from_networkx(nx.path_graph(3))}, {}), [], "1"))
    >>> draw_slides(ours) == draw_slides(ours)
    True
    """
    from pptx import Presentation
    from pptx.util import Pt

    show = Presentation()
    show.slide_width, show.slide_height = Pt(PAGE[0]), Pt(PAGE[1])
    about, name = show.core_properties, deck.copy.partnership.name
    title = _("{partnership}: slides for the room", partnership=name)
    about.title, about.author, about.last_modified_by = clean(title)[:255], "", ""
    about.created = about.modified = _THEN
    foot = " · ".join(filter(None, (name, banner(deck.copy))))
    for moment in moments(deck):
        slide, screen = Slide(show), moment.screen
        # With the question stands what to do; what may be asked comes with the answer.
        notes = screen.notes[:1] if moment.asking else screen.notes
        if moment.asking and screen.guess:
            draw_guess(slide, screen.kind, screen.guess)
        else:
            draw_screen(slide, deck.scene, screen)
        if logo := deck.copy.partnership.info.own_pages.logo:
            wide, high = logo.fitted(*LOGO)
            slide.picture((EDGE + WHOLE - wide, LOGO_TOP, wide, high), logo.png, _("Logo"))
        slide.text(EDGE, FOOT + 8, WHOLE, 18, [foot], FOOTER, colour=MUTED)
        slide.notes("\n\n".join(f"{note.heading}\n{note.text}" for note in notes))
    written = io.BytesIO()
    show.save(written)
    return without_clock(written.getvalue())
