"""Introductions as one page of cards for the desk, to read on screen and to print."""

from dataclasses import dataclass
from urllib.parse import quote

from stakeholder_graph.editions.copies import Copy
from stakeholder_graph.graph import Partnership
from stakeholder_graph.studies.introductions import Introduction, Proposals
from stakeholder_graph.text import _, number, translate
from stakeholder_graph.views.call_list.contact_links import linked
from stakeholder_graph.views.introductions.card_words import (
    load_in_words,
    opening,
    silent_in_words,
    through_in_words,
    why_in_words,
)
from stakeholder_graph.views.introductions.introductions_data import commitment_rows
from stakeholder_graph.views.introductions.proposal_words import (
    STOP_TITLES,
    chosen_in_words,
    freed_in_words,
    line_in_words,
    note_in_words,
    nothing_to_stop,
    rules_in_words,
)
from stakeholder_graph.views.own.looks import looks_of
from stakeholder_graph.views.page import render


@dataclass(frozen=True, slots=True)
class Card:
    """What stands on one card; text, not yet escaped.

    Parameters
    ----------
    pair : Introduction
        Whom it is about.
    weight, ask_first, through, load, opening : str
        In words; `ask_first` is blank where both said that they do not work together.
    why : tuple of str
        A sentence each.
    mail : str
        A link that begins the e-mail; blank where no address is known.
    private : bool
        Whether the reasons must not be told to others.
    """

    pair: Introduction
    weight: str
    why: tuple[str, ...]
    ask_first: str
    through: str
    load: str
    opening: str
    mail: str
    private: bool


def draw_introductions(partnership: Partnership, proposals: Proposals) -> str:
    r"""Draw the introductions, and what could stop, as one self-contained page.

    Parameters
    ----------
    partnership : Partnership
        As the backbone knows it.
    proposals : Proposals
        Of one of its waves.

    Returns
    -------
    str
        HTML, to be written as UTF-8 with ``newline="\n"``. It runs no script and asks for nothing.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> from stakeholder_graph.studies.introductions.propose import propose
    >>> ours = Partnership("Ours", {"1": from_networkx(nx.star_graph(3))}, {})
    >>> "Backbone only" in draw_introductions(ours, propose(ours))
    True
    """
    copy = Copy("backbone", partnership, (), proposals.wave)
    stops = [
        (translate(title), [(line_in_words(row), freed_in_words(row)) for row in rows])
        for kind, title in STOP_TITLES.items()
        if (rows := [candidate for candidate in proposals.could_stop if candidate.kind == kind])
    ]
    return render(
        copy,
        "views/introductions/introductions.html",
        wave=proposals.wave,
        waves=len(partnership.graphs),
        chosen=chosen_in_words(proposals),
        notes=[note_in_words(note) for note in proposals.notes],
        cards=[_card(pair) for pair in proposals.introductions],
        rules=rules_in_words(proposals) if proposals.introductions else (),
        stops=stops,
        nothing_to_stop=nothing_to_stop(proposals),
        commitments=commitment_rows(proposals),
        looks=looks_of(partnership),
        linked=linked,
    )


def _card(pair: Introduction) -> Card:
    return Card(
        pair=pair,
        weight=number(pair.weight),
        why=why_in_words(pair),
        ask_first=silent_in_words(pair),
        through=through_in_words(pair),
        load=load_in_words(pair),
        opening=opening(pair),
        mail=_mail(pair),
        private=not pair.open,
    )


def _mail(pair: Introduction) -> str:
    """A link that begins the e-mail to both, as far as their addresses are known."""
    links = [href for side in (pair.a, pair.b) for _text, href in linked(side.contact)]
    addresses = [href.removeprefix("mailto:") for href in links if href.startswith("mailto:")]
    if not addresses:
        return ""
    subject = _("{a} and {b}", a=pair.a.name, b=pair.b.name)
    return f"mailto:{','.join(addresses)}?subject={quote(subject, safe='')}&body={quote(opening(pair), safe='')}"
