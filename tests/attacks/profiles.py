"""What a partner's own page says, read from its bytes: whom it named, and which of its lines the other side reported.

A partner that has its page beside the room's folder is attacked as one that knows these answers (`attack_as`); that the
page says nothing else is for the tests of non-interference to show.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

from tests.attacks.constraints import System
from tests.attacks.truth import Truth

#: A row: a name, and in brackets how close or which kinds of tie.
_ROW = re.compile(r"(?P<name>.*?)(?: \((?P<said>[^()]*)\))?")


@dataclass
class ProfilePage(HTMLParser):
    """The lists of a page by the heading that they stand under, and the lines that stand below a heading."""

    rows: dict[str, list[str]] = field(default_factory=dict)
    about: dict[str, str] = field(default_factory=dict)
    text: str = ""

    def __post_init__(self) -> None:
        super().__init__()
        self._section = self._tag = ""
        self._at = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "section":
            self._section = given.get("aria-labelledby") or ""
            self.rows[self._section] = []
        if tag == "li" or (tag == "p" and given.get("class") == "about"):
            self._tag, self._at = tag, ""

    def handle_endtag(self, tag: str) -> None:
        if tag == self._tag == "li":
            self.rows.setdefault(self._section, []).append(" ".join(self._at.split()))
        elif tag == self._tag == "p":
            self.about[self._section] = " ".join(self._at.split())
        if tag == self._tag:
            self._tag = ""
        if tag == "section":
            self._section = ""

    def handle_data(self, data: str) -> None:
        self._at += data
        self.text += data


def read_profile(path: Path) -> ProfilePage:
    """Read a page."""
    page = ProfilePage()
    page.feed(path.read_text("utf-8"))
    return page


def own_truth(page: ProfilePage, partner: int, system: System) -> Truth:
    """What a page says of its organization: whether it answered, and whom it named how closely, by layer of the map."""
    number = {name: k for k, name in enumerate(system.seen.organizations)}
    reports: dict[str, dict[tuple[int, int], int]] = {layer: {} for layer in system.layers}
    kinds = [kind for kind in page.about.get("named", "").split(" · ") if kind] or list(system.layers)[:1]
    for row in page.rows.get("named", []):
        match = _ROW.fullmatch(row)
        assert match is not None
        for layer, level in _levels(match["said"] or "", kinds).items():
            if layer in reports:
                steps = system.layers[layer].levels
                reports[layer][partner, number[match["name"]]] = steps.index(level) + 1 if level in steps else 1
    return Truth(frozenset({partner} if "named" in page.rows else ()), reports)


def by_others(page: ProfilePage, partner: int, system: System) -> Mapping[str, frozenset[tuple[int, int]]]:
    """Lines of which a page says that the other side reported them."""
    number = {name: k for k, name in enumerate(system.seen.organizations)}
    said: dict[str, set[tuple[int, int]]] = {layer: set() for layer in system.layers}
    for row in page.rows.get("others", []):
        match = _ROW.fullmatch(row)
        assert match is not None
        for layer in (match["said"] or next(iter(system.layers))).split(", "):
            said[layer].add((number[match["name"]], partner))
    return {layer: frozenset(pairs) for layer, pairs in said.items()}


def _levels(said: str, kinds: list[str]) -> dict[str, str]:
    """How close a row says each kind of tie is; blank where it does not say."""
    if len(kinds) == 1:
        return {kinds[0]: said}
    if said.count(" · ") == len(kinds) - 1:
        return dict(zip(kinds, said.split(" · "), strict=True))
    return {layer: level for layer, _, level in (part.partition(": ") for part in said.split("; "))}
