"""The colours of charts by what they mean: fixed ones on paper, those of the page's style sheet on a page.

Charts are drawn in the colours of this table. Pages replace each by a class, ``fill-accent`` or ``line-accent``, to
which ``charts.css`` gives a custom property of the page: so light, dark and print differ in one place, and no chart
carries a ``style`` attribute, which the content security policy of the pages would block.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

Role = Literal["ink", "muted", "line", "soft", "paper", "accent", "accent-soft", "quiet", "fewer"]

#: All different: the picture of a canvas knows a role by its colour.
COLOURS: Mapping[Role, str] = MappingProxyType(
    {
        "ink": "#16232e",
        "muted": "#4a5a68",
        "line": "#d5dde3",
        "soft": "#e9eef2",
        "paper": "#ffffff",
        "accent": "#0b5cad",
        "accent-soft": "#c9dcf0",
        "quiet": "#8393a0",
        "fewer": "#b3500a",
    }
)
ROLES: Mapping[str, Role] = MappingProxyType({colour: role for role, colour in COLOURS.items()})
