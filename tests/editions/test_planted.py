"""Whatever an edition withholds is refused in each of its files, for each organization by itself."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from stakeholder_graph.editions import make_copy
from stakeholder_graph.editions.publish import LeakError, write_folders
from stakeholder_graph.editions.release import Edition
from stakeholder_graph.editions.statements import plain, statements
from stakeholder_graph.editions.withheld import Withheld, withheld
from stakeholder_graph.graph import PartnerGraph, Partnership, to_partnership
from stakeholder_graph.studies.assess import assess
from stakeholder_graph.studies.context import MeasureSettings
from stakeholder_graph.survey.read import read_partnership
from stakeholder_graph.views.present.paper import draw_stations
from stakeholder_graph.views.present.screens import deck
from stakeholder_graph.views.report_folders import FOLDERS, publish
from tests.editions.planting import Planting, planted
from tests.editions.surveys import EXAMPLE, generated

MEASURES = ["response", "sector_coverage", "outcome_coverage", "sector_mixing"]
SURVEYS = ["the example", *range(1, 11)]
#: Files whose texts nothing but the drawing can tell.
SHOWN = {"stations.pdf"}


@dataclass(frozen=True)
class Written:
    """A partnership, and the files of an edition by name: their content, or what they show."""

    partnership: Partnership
    withheld: Withheld
    files: dict[str, str | bytes]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str | int, Edition], Written]:
    @cache
    def make(survey: str | int) -> dict[Edition, Written]:
        folder = tmp_path_factory.mktemp("survey")
        source = EXAMPLE if isinstance(survey, str) else generated(folder / "survey", survey)
        partnership = to_partnership(read_partnership(source))
        findings = assess(partnership, MEASURES, settings=MeasureSettings(permutations=9, draws=2))
        editions: tuple[Edition, ...] = ("partners", "community")
        publish(partnership, findings, partnership.latest, folder, editions)
        made = {}
        for edition in editions:
            release = make_copy(edition, partnership, findings, partnership.latest)
            files = {path.name: path.read_bytes() for path in (folder / FOLDERS[edition]).iterdir() if path.is_file()}
            # All tables as data are written alike: one stands for them.
            files |= {path.name: path.read_bytes() for path in (folder / FOLDERS[edition]).glob("tables/findings.csv")}
            content: dict[str, str | bytes] = dict(files)
            if "stations.pdf" in content:
                content["stations.pdf"] = draw_stations(deck(release)).shows
            made[edition] = Written(partnership, withheld(partnership, release), content)
        return made

    return lambda survey, edition: make(survey)[edition]


def plantings(partnership: Partnership, edition: Edition) -> Iterator[Planting]:
    """For each organization: its name where it is not shown, whom it named, what it rated, and what it is."""
    for graph in partnership.graphs.values():
        people = graph.organizations
        shown = set(graph.names) if edition == "partners" else set()
        for name in graph.names:
            if name not in shown:
                yield (f"The {name}, and",)
        for one, other, layer in graph["ties"][["from", "to", "layer"]].drop_duplicates().itertuples(index=False):
            yield (one, other)
            yield (f"{one} named {other}: {layer}",)
        for name, item in graph["ratings"][["organization", "item"]].drop_duplicates().itertuples(index=False):
            yield (name, item, "4")
            yield (f"{name} on {item}: 4",)
        listed = set(zip(*(listed_by(graph)[column] for column in ("organization", "item")), strict=True))
        for name, item in graph["affiliations"][["organization", "item"]].drop_duplicates().itertuples(index=False):
            if (name, item) not in listed:
                yield (name, item)
        for column in ("contact", "district", "place"):
            for name, text in zip(people["organization"], people.get(column, ()), strict=False):
                yield (name, text)
    yield from ((f"also called {text}",) for text in partnership.info.as_written)


def listed_by(graph: PartnerGraph) -> pd.DataFrame:
    """Affiliations that the backbone keeps for everybody, which every edition may show."""
    frame = graph["affiliations"]
    return frame[frame["source"] == "list"]


@pytest.mark.parametrize("edition", ["partners", "community"])
@pytest.mark.parametrize("survey", SURVEYS)
def test_each_planting_is_refused_in_each_file(
    written: Callable[[str | int, Edition], Written], survey: str | int, edition: Edition
) -> None:
    made = written(survey, edition)
    seeds = list(dict.fromkeys(plantings(made.partnership, edition)))
    assert len(seeds) > len(made.partnership.graph().names)
    wanted = {plain(" ".join(cells)) for cells in seeds}
    for name, content in made.files.items():
        clean = statements(content)
        assert clean is not None
        assert made.withheld.leaks(clean) == []
        said = statements(planted(name, content, seeds))
        assert said is not None
        refused = {" ".join(cells) for cells in set(said) - set(clean) if made.withheld.leaks([cells])}
        accepted = {" ".join(cells) for cells in set(said) - set(clean)} - refused
        assert wanted <= {text.lstrip("…→#§/* ").rstrip("*/ ") for text in refused}, name
        # What holds nothing but a page's own marks.
        assert {text for text in accepted if any(seed in text for seed in wanted)} == set(), name


@pytest.mark.parametrize("edition", ["partners", "community"])
def test_nothing_is_written_where_one_is_planted(
    written: Callable[[str | int, Edition], Written], edition: Edition, tmp_path: Path
) -> None:
    made = written("the example", edition)
    last = list(dict.fromkeys(plantings(made.partnership, edition)))[-1]
    for name, content in made.files.items():
        if name in SHOWN:
            continue
        write_folders(tmp_path, {"room": {name: content}}, {"room": made.withheld})
        with pytest.raises(LeakError, match="was not written"):
            write_folders(tmp_path, {"room": {name: planted(name, content, [last])}}, {"room": made.withheld})


def test_a_name_that_the_program_uses_too_is_refused_where_anything_stands_with_it() -> None:
    hidden = Withheld(frozenset({"Map"}))
    assert hidden.leaks(statements("<button>Map</button>") or []) == []
    assert hidden.leaks(statements("<p>Map, Zoo</p>") or []) == ["Map"]
    assert hidden.leaks(statements("<tr><td>Map</td><td>Zoo</td></tr>") or []) == ["Map"]
    shown = Withheld(names=frozenset({"Map", "Table"}))
    assert shown.leaks(statements("<button>Map</button><button>Table</button>") or []) == []
    assert shown.leaks(statements("<p>Map → Table</p>") or []) == ["Map … Table"]
