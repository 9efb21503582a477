"""Introductions as text for the terminal."""

import textwrap
from collections.abc import Iterator

from stakeholder_graph.studies.introductions import Introduction, Proposals
from stakeholder_graph.text import _, number, translate
from stakeholder_graph.views.introductions.card_words import (
    load_in_words,
    opening,
    silent_in_words,
    through_in_words,
    why_in_words,
)
from stakeholder_graph.views.introductions.proposal_words import (
    STOP_TITLES,
    chosen_in_words,
    freed_in_words,
    line_in_words,
    note_in_words,
    nothing_to_stop,
    rules_in_words,
)

WIDTH = 96


def introductions_text(partnership: str, proposals: Proposals) -> str:
    """Write the introductions, and what could stop, for reading on a terminal.

    Parameters
    ----------
    partnership : str
        Its name.
    proposals : Proposals
        Any.

    Returns
    -------
    str
        With a line break at the end.
    """
    head = [_("Introductions: {partnership}, {wave}", partnership=partnership, wave=proposals.wave)]
    head += _wrapped(chosen_in_words(proposals))
    for note in proposals.notes:
        head += _wrapped(note_in_words(note))
    blocks = ["\n".join(head)]
    blocks += ["\n".join(_pair(place, pair)) for place, pair in enumerate(proposals.introductions, 1)]
    if proposals.introductions:
        blocks.append("\n".join(line for rule in rules_in_words(proposals) for line in _wrapped(rule)))
    blocks.append(stop_text(proposals))
    return "\n\n".join(blocks).rstrip("\n") + "\n"


def stop_text(proposals: Proposals) -> str:
    """Write what could stop.

    Parameters
    ----------
    proposals : Proposals
        Any.
    """
    candidates = proposals.could_stop
    if not candidates:
        return _("What could stop") + "\n" + nothing_to_stop(proposals) + "\n"
    lines = [_("What could stop: questions to those who take part")]
    for kind, title in STOP_TITLES.items():
        of_kind = [candidate for candidate in candidates if candidate.kind == kind]
        if of_kind:
            lines += ["", translate(title)]
        for candidate in of_kind:
            lines += _wrapped(f"{line_in_words(candidate)} {freed_in_words(candidate)}", "  - ", "    ")
    return "\n".join(lines) + "\n"


def _pair(place: int, pair: Introduction) -> Iterator[str]:
    names = _("{a} and {b}", a=pair.a.name, b=pair.b.name)
    yield from _wrapped(f"{names} ({number(pair.weight)})", f"{place:>3}. ", "     ")
    said = {
        _("Why"): " ".join(why_in_words(pair)),
        _("Ask first"): silent_in_words(pair),
        _("Through whom"): through_in_words(pair),
        _("What it takes"): load_in_words(pair),
        _("E-mail"): _("“{text}”", text=opening(pair)),
    }
    for title, text in said.items():
        if text:
            yield from _wrapped(f"{title}: {text}", "     ", "       ")


def _wrapped(text: str, first: str = "", others: str = "") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=first, subsequent_indent=others, break_long_words=False, break_on_hyphens=False
    )
