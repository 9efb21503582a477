"""How strategies stand, whom they reached and what changed, in the words people use."""

import pytest

from stakeholder_graph.model.strategies import DECISIONS, KINDS, STATUSES, kind_of_change, reach_of, status_of

USUAL = {
    "going on": "going on; ongoing; On-going; in progress; active; running; under way; continues; en curso; en marcha",
    "test": "test; Testing; tested; pilot; PDSA; trial; en prueba; a prueba; piloto; probando",
    "scale": "scale; scaling up; scaled; expanded; rolled out; ampliado; ampliación; escalando",
    "shift": "shift; shifted; adapted; changed; revised; redesigned; ajustado; cambiado; rediseñado",
    "stop": "stop; STOPPED; ended; discontinued; cancelled; canceled; detenido; cancelada; cerrado",
    "paused": "paused; Paused until May; on hold; stalled; blocked; suspended; en pausa; suspendido; en espera",
}


@pytest.mark.parametrize(("status", "word"), [(status, word) for status in USUAL for word in USUAL[status].split("; ")])
def test_the_usual_words(status: str, word: str) -> None:
    assert status_of(word) == status


@pytest.mark.parametrize("status", STATUSES)
def test_each_status_says_itself(status: str) -> None:
    assert status_of(status) == status_of(status.upper()) == status_of(f"  {status} ") == status
    assert set(DECISIONS) < set(STATUSES)


@pytest.mark.parametrize(
    "word", ["", "green", "planned", "completed", "not started", "no longer running", "to be tested", "pilot ended",
             "test, then scale", "will be expanded", "stopped?", "sin empezar"],
)  # fmt: skip
def test_what_says_none_or_several_or_what_is_yet_to_come(word: str) -> None:
    assert status_of(word) == ""


@pytest.mark.parametrize(
    ("word", "kind"),
    [("Policy", "policy"), ("law", "policy"), ("política", "policy"), ("practice", "practice"), ("", ""),
     ("Práctica", "practice"), ("Funding", "money"), ("budget", "money"), ("dinero", "money"), ("weather", ""),
     ("policy and money", "")],
)  # fmt: skip
def test_what_kind_of_thing_changed(word: str, kind: str) -> None:
    assert kind_of_change(word) == kind
    assert all(kind_of_change(own) == own for own in KINDS)


@pytest.mark.parametrize(
    ("written", "numbers"),
    [("25; 50", (25, 50)), ("25", (25,)), ("25 tutors, then more than 50", (25, 50)), ("25 → 50+", (25, 50)),
     ("2023: 25; 2024: 1,050", (25, 1050)), ("25 (2023); 60 (fall 2024)", (25, 60)),
     ("2023-24: 10; 2024-25: 20", (10, 20)), ("all third graders", ()), ("", ())],
)  # fmt: skip
def test_reach_is_a_series_of_numbers(written: str, numbers: tuple[int, ...]) -> None:
    assert reach_of(written) == numbers
