"""A page that says more of others than a profile may is refused, whatever it says."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from stakeholder_graph.editions.profile import ProfileGuard, ProfileRelease, profile_content, profile_releases
from stakeholder_graph.editions.publish import LeakError, write_file
from stakeholder_graph.editions.withheld import Withheld
from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.survey.read import read_partnership
from stakeholder_graph.views.profile import draw_profile
from tests.editions.planting import planted
from tests.editions.surveys import EXAMPLE

NAME = "Bethel AME Church"


@dataclass(frozen=True)
class Drawn:
    """The profile of one organization of the example, and what must not stand in it."""

    partnership: Partnership
    release: ProfileRelease
    page: str
    withheld: Withheld

    def leaking(self, folder: Path, *cells: str) -> None:
        """Write the page with a planted statement."""
        write_file(folder / "profile.html", planted("profile.html", self.page, [cells]), self.withheld)


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    example = to_partnership(read_partnership(EXAMPLE))
    (release,) = profile_releases(example, example.latest, [NAME])
    guard = ProfileGuard(example, release.room)
    return Drawn(example, release, draw_profile(guard.copy, release), guard.withheld_from(release))


def test_the_page_itself_is_written(drawn: Drawn, tmp_path: Path) -> None:
    write_file(tmp_path / "profile.html", drawn.page, drawn.withheld)
    assert (tmp_path / "profile.html").exists()


def test_an_organization_with_which_it_has_nothing_to_do_is_refused(drawn: Drawn, tmp_path: Path) -> None:
    graph = drawn.partnership.graph()
    near = {NAME, *profile_content(drawn.release).partners}
    strangers = [name for name in graph.names if name not in near and name != graph.backbone]
    assert len(strangers) > 10
    for name in strangers:
        with pytest.raises(LeakError):
            drawn.leaking(tmp_path, name)


def test_two_of_its_partners_in_one_statement_are_refused(drawn: Drawn, tmp_path: Path) -> None:
    """That would say that one of them named the other."""
    first, second, *_others = profile_content(drawn.release).named
    with pytest.raises(LeakError, match="…"):
        drawn.leaking(tmp_path, first, second)


def test_what_a_partner_answered_is_refused(drawn: Drawn, tmp_path: Path) -> None:
    affiliations = drawn.partnership.graph()["affiliations"]
    own = {item for _kind, item in drawn.release.own.held}
    answered = affiliations[(affiliations["source"] == "answer") & ~affiliations["item"].isin(list(own))]
    partners = set(profile_content(drawn.release).named)
    row = next(
        row for row in answered.itertuples(index=False) if row.organization in partners and row.kind == "activity"
    )
    with pytest.raises(LeakError):
        drawn.leaking(tmp_path, str(row.organization), str(row.item))


def test_a_name_that_somebody_else_typed_is_refused(drawn: Drawn, tmp_path: Path) -> None:
    written = next(name for name in drawn.partnership.info.as_written if len(name) >= 12)
    with pytest.raises(LeakError):
        drawn.leaking(tmp_path, written)
