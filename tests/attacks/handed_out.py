"""Everything that one reader may hold, written as the commands write it.

A partner has the room's folder and the community's, the room's copy of an earlier round, the network for another tool,
the findings and the binder that it may keep, and its own profile. What only the backbone's desk gets is not here.

Nothing is verified while it is written: the attack should find by itself what a careless change gives away. Nor are
there verdicts in words, which the attack does not use and tests take long for.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import stakeholder_graph as sg
from stakeholder_graph.conditions import read_rubric
from stakeholder_graph.conditions.ledger import make_ledger
from stakeholder_graph.editions import Copy, make_copy, released_findings
from stakeholder_graph.editions.checks.what_was_checked import LookedAt
from stakeholder_graph.editions.profile import profile_releases
from stakeholder_graph.editions.publish import write_file
from stakeholder_graph.editions.released_graph import released_partnership
from stakeholder_graph.exchange.writing import NETWORK_WRITERS
from stakeholder_graph.graph import Partnership
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.views.exported.network_of import network_of
from stakeholder_graph.views.findings_data import to_json
from stakeholder_graph.views.folders import CopyFiles
from stakeholder_graph.views.profile import draw_profile, file_names
from stakeholder_graph.views.report_folders import FOLDERS
from tests.attacks.exported import STEM

EARLIER, FINDINGS, BINDER, PROFILES = "earlier", "findings", "binder", "profiles"
#: Attacks look at what is withheld, not at p.
QUICK = MeasureSettings(ties="either", permutations=19, draws=0)
#: Files of the room's folder that say what others say, and take long to draw.
UNREAD = ("stations.pdf", "corrections.xlsx", "tables.xlsx")


@dataclass(frozen=True)
class HandedOut:
    """Where what one reader may hold lies, and the files of each format for another tool."""

    output: Path
    exports: Mapping[str, Mapping[str, str | bytes]]

    @property
    def room(self) -> Path:
        return self.output / FOLDERS["partners"]

    @property
    def community(self) -> Path:
        return self.output / FOLDERS["community"]

    @property
    def beside(self) -> tuple[Path, ...]:
        """Folders with pages and tables whose numbers the attack reads with those of the room's."""
        return (self.community, self.output / FINDINGS, self.output / BINDER, *self.earlier)

    @property
    def earlier(self) -> tuple[Path, ...]:
        """The room's copies of the earlier rounds."""
        return tuple(sorted((self.output / EARLIER).glob(f"*/{FOLDERS['partners']}")))


def hand_out(source: Path, output: Path) -> HandedOut:
    """Write all of it but the profiles."""
    partnership = sg.read(source)
    room, community = room_and_community(partnership, output)
    for copy in (room, community):
        write_file(output / FINDINGS / copy.edition / "findings.json", to_json(copy))
    # Of what was measured no number reaches a board.
    ledger = make_ledger(partnership, (), read_rubric("five-conditions"))
    sg.write_binder(partnership, ledger, output / BINDER / "binder.html", edition="partners")
    for wave, alone in as_it_was(partnership).items():
        write_copy(make_copy("partners", alone, (), wave), output / EARLIER / wave)
    network = network_of(room, list(room.partnership.graphs))
    formats = {key: writer for key, writer in NETWORK_WRITERS.items() if not writer.asked}
    return HandedOut(output, {key: writer.files(network, STEM) for key, writer in formats.items()})


def room_and_community(partnership: Partnership, output: Path) -> tuple[Copy, Copy]:
    """Write both folders."""
    room = write_copy(make_copy("partners", partnership, (), partnership.latest), output)
    return room, write_copy(make_copy("community", partnership, (), partnership.latest), output)


def write_copy(copy: Copy, output: Path) -> Copy:
    """Write the folder of a copy as `report` does, without what the attack does not read, and without verifying it."""
    files = CopyFiles(copy)
    drawn = [files.drawn(name).files(name) for name in files.names if name not in UNREAD]
    content = {path: text for each in drawn for path, text in each.items()}
    content |= files.of_checks([LookedAt(name, 1) for name in content])
    for path, text in content.items():
        write_file(output / FOLDERS[copy.edition] / path, text)
    return copy


def as_it_was(partnership: Partnership) -> dict[str, Partnership]:
    """The partnership as it was after each round but the last, by the round's name."""
    waves = list(partnership.graphs)
    return {
        wave: Partnership(
            partnership.info, {name: partnership.graphs[name] for name in waves[: k + 1]}, partnership.lists
        )
        for k, wave in enumerate(waves[:-1])
    }


def own_pages(source: Path, output: Path) -> dict[str, Path]:
    """Write the profiles of a survey, and say where each organization's lies."""
    partnership = sg.read(source)
    releases = profile_releases(partnership, partnership.latest, ())
    room = releases[0].room
    copy = Copy("partners", released_partnership(room), (), room.wave, release=room)
    names = file_names(partnership.graph().names)
    pages = {release.own.organization: output / PROFILES / names[release.own.organization] for release in releases}
    for release in releases:
        write_file(pages[release.own.organization], draw_profile(copy, release))
    return pages


def quickly() -> None:
    """Test what lines say with few permutations."""
    released_findings.WITH_TESTS = QUICK
