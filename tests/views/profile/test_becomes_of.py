"""A profile says the same of answers as the questionnaire promised, whatever the room's copy shows of them now.

The small survey below is changed only in its promise, and in whether the room's copy holds the kind of item.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal, get_args

import networkx as nx
import pytest

from stakeholder_graph.editions.profile import ProfileRelease, Question, profile_releases
from stakeholder_graph.graph import Partnership, from_networkx
from stakeholder_graph.model.survey import Promise, is_named
from stakeholder_graph.questionnaire.wording.promises import promise_for_items
from stakeholder_graph.text import speaking
from stakeholder_graph.views.profile.becomes_of import becomes_of

NOT_NOW = (
    "Partners may see these with your name; in this round's copy for the room they are at most counted together with "
    "the answers of others: what you do."
)
NEVER = "Counted together with the answers of others, never shown by name: what you do."


def release(
    promise: Promise, kinds: Sequence[str] = (), asks: Literal["items", "ratings"] = "items", *, printed: bool = True
) -> ProfileRelease:
    """The release of Zoo, which said what it does, or how it sees the partnership."""
    ours = Partnership("P", {"1": from_networkx(nx.DiGraph([("Zoo", "Park"), ("Park", "Zoo")]))}, {})
    (zoo,) = profile_releases(ours, "1", ["Zoo"])
    (wave,) = zoo.room.waves
    about = "activity" if asks == "items" else ""
    questions = (Question(asks, about, promise, 3, printed),)
    room = replace(zoo.room, waves=(replace(wave, kinds=tuple(kinds)),))
    return replace(zoo, room=room, own=replace(zoo.own, questions=questions))


@pytest.mark.parametrize("promise", get_args(Promise))
@pytest.mark.parametrize("kinds", [(), ("activity",)])
@pytest.mark.parametrize("asks", ["items", "ratings"])
def test_never_by_name_is_said_where_it_was_promised_and_nowhere_else(
    promise: Promise, kinds: Sequence[str], asks: Literal["items", "ratings"]
) -> None:
    """The questionnaire's words are the source: “Named”, “In the aggregate”, or “Backbone only”."""
    promised = promise_for_items(promise, "Wren Forward")
    (said,) = becomes_of(release(promise, kinds, asks))
    assert ("never shown by name" in said) == promised.startswith("In the aggregate")
    assert ("your name" in said) == promised.startswith("Named") == is_named(promise)
    assert said.startswith("Read by the backbone only") == promised.startswith("Backbone only")


def test_what_partners_may_see_and_do_not_see_now_is_said_so() -> None:
    assert becomes_of(release("named")) == (NOT_NOW,)
    assert becomes_of(release("named", ["activity"])) == ("Shown in the room with your name: what you do.",)
    assert becomes_of(release("aggregate")) == (NEVER,)


def test_it_is_said_in_spanish_too() -> None:
    with speaking("es"):
        (said,) = becomes_of(release("named"))
    assert said.startswith("Las demás pueden verlas con su nombre; en la copia de la sala de esta ronda")


def test_who_is_a_number_to_others_is_told_of_no_name() -> None:
    """A person without consent is named on no page of the room, whatever the question promised."""

    def numbered(kinds: Sequence[str]) -> tuple[str, ...]:
        zoo = release("named", kinds)
        return becomes_of(replace(zoo, own=replace(zoo.own, called="Participant 1"), unnamed=("Participant 1",)))

    assert numbered(()) == (NEVER,)
    assert numbered(["activity"]) == (
        "Shown in the room with the number that stands there instead of your name: what you do.",
    )


def test_the_backbone_is_not_told_to_ask_itself() -> None:
    zoo = release("backbone", printed=False)
    members = tuple(replace(member, backbone=member.organization == "Zoo") for member in zoo.room.members)
    itself = replace(zoo, room=replace(zoo.room, members=members))
    said = "3 answers of yours are not printed here, since this page may be passed on."
    assert becomes_of(zoo)[-1] == f"{said} Ask us if you want to see them."
    assert becomes_of(itself)[-1] == said
