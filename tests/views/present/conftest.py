"""A deck of a whole partnership whose names could be markup."""

from collections.abc import Callable

import pytest

from stakeholder_graph.editions import Copy
from stakeholder_graph.views.present.screens import Deck, deck

Reported = Callable[..., Copy]


@pytest.fixture(scope="module")
def room(reported: Reported) -> Deck:
    return deck(reported("partners", hostile=True))
