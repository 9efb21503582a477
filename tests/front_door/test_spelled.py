"""The same content, spelled in other ways, gives the same graphs."""

import os
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from stakeholder_graph.graph import Partnership
from tests.front_door.layouts import LAYOUTS
from tests.front_door.partnership import NAMES
from tests.front_door.play import play
from tests.front_door.spelling import PLAIN, Spelling
from tests.front_door.spellings import spellings

VARIED = [name for name, layout in LAYOUTS.items() if layout.varied != "nothing" and layout.verdict == "right"]
Ties = frozenset[tuple[object, ...]]
_KNOWN: dict[str, Ties] = {}


def ties_of(partnership: Partnership | None, spelling: Spelling) -> Ties:
    """Kind, ends and strength of each tie, organizations by their places in the plain spelling."""
    assert partnership is not None
    graph = partnership.graph()
    place = {spelling.names.get(name, name): number for number, name in enumerate(NAMES)}
    rows = graph["ties"][["layer", "from", "to", "value"]].itertuples(index=False)
    return frozenset(
        (layer.casefold(), *ends, None if value != value else float(value))
        for layer, a, b, value in rows
        for ends in [(place[a], place[b]) if graph.layer(layer).directed else tuple(sorted((place[a], place[b])))]
    )


def played(name: str, spelling: Spelling) -> Ties:
    """The ties of a layout in a spelling."""
    with TemporaryDirectory() as folder:
        verdict = play(LAYOUTS[name], Path(folder), spelling)
    assert verdict.word == "right", verdict.why
    return ties_of(verdict.partnership, spelling)


#: More of them where somebody looks for faults: ``FRONT_DOOR_EXAMPLES=1000 pytest tests/front_door/test_spelled.py``.
_EXAMPLES = int(os.environ.get("FRONT_DOOR_EXAMPLES", "25"))


@settings(max_examples=_EXAMPLES, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_other_spellings_give_the_same_graphs(data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(VARIED))
    spelling = data.draw(spellings(LAYOUTS[name]))
    if name not in _KNOWN:
        _KNOWN[name] = played(name, PLAIN)
    assert played(name, spelling) == _KNOWN[name]
