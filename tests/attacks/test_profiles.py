"""Profiles beside the room's copy: their bytes are read rightly, and prove nothing unless they say a little more."""

from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.generators import invent, write
from stakeholder_graph.views.report_folders import FOLDERS
from tests.attacks.attack import attack_as
from tests.attacks.constraints import System
from tests.attacks.extract import extract
from tests.attacks.generated import informed
from tests.attacks.handed_out import own_pages, room_and_community
from tests.attacks.linear import Row
from tests.attacks.profiles import own_truth, read_profile
from tests.attacks.seen import Seen
from tests.attacks.solve import understood
from tests.attacks.truth import Truth, true_answers


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Seen, Truth, dict[str, Path]]:
    """What the room's folder of a generated survey says, what is true, and where each profile lies."""
    source, output = tmp_path_factory.mktemp("survey"), tmp_path_factory.mktemp("output")
    made = invent(12, 2, density=0.3, response=0.75, seed=3)
    write(made.tables, source, made.settings)
    room_and_community(sg.read(source), output)
    seen = extract(output / FOLDERS["partners"])
    return seen, true_answers(source, seen)[seen.waves[-1]], own_pages(source, output)


def test_each_page_says_what_its_organization_answered(written: tuple[Seen, Truth, dict[str, Path]]) -> None:
    seen, truth, pages = written
    system = System(seen, seen.waves[-1])
    read = [informed(pages[name], k, system, truth) for k, name in enumerate(seen.organizations)]
    assert sum(bool(own.answered) for own in read) == 9
    assert sum(len(reports) for own in read for reports in own.reports.values()) == sum(
        map(len, truth.reports.values())
    )


def test_with_its_page_beside_the_rooms_copy_nobody_proves_anything(
    written: tuple[Seen, Truth, dict[str, Path]],
) -> None:
    seen, _truth, pages = written
    system, _left_out = understood(seen, seen.waves[-1])
    for k, name in enumerate(seen.organizations):
        own = own_truth(read_profile(pages[name]), k, system)
        assert not attack_as(k, system, own, 60).proves, name


def test_who_named_it_back_would_prove_more(written: tuple[Seen, Truth, dict[str, Path]]) -> None:
    """What a profile never says: then some learn that a partner answered and did not name them, or is silent."""
    seen, truth, pages = written
    proving = 0
    for k, name in enumerate(seen.organizations):
        system, _left_out = understood(seen, seen.waves[-1])
        own = own_truth(read_profile(pages[name]), k, system)
        (layer,) = system.layers
        for a, b in system.directions(layer):
            if b == k:
                returned = int((a, b) in truth.reports[layer])
                system.rows.append(Row({system.reported(layer, a, b): 1.0}, returned, returned, "planted"))
        proving += attack_as(k, system, own, 60).proves
    assert proving > 0
