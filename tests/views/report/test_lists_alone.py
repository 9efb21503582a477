"""Organizations and what they take part in, without a tie: a report of these, and not a word on a network."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

import stakeholder_graph as sg
from tests.views.visible import visible_texts

SECTORS = {"Alder Clinic": "Health", "Birch School": "Schools", "Cedar Fund": "Funders", "Dogwood Shelter": "Housing"}
ORGANIZATIONS = "organization,sector\n" + "".join(f"{name},{sector}\n" for name, sector in SECTORS.items())
HEAD = "organization,kind,item\n"
LISTS: Mapping[str, Mapping[str, str]] = {
    "activities": {
        "organizations.csv": ORGANIZATIONS,
        "affiliations.csv": HEAD + "Alder Clinic,activity,Tutoring\nBirch School,activity,Tutoring\n",
    },
    "outcomes": {
        "organizations.csv": ORGANIZATIONS,
        "affiliations.csv": HEAD + "".join(f"{name},outcome,Reading\n" for name in SECTORS),
        "items.csv": "kind,item\noutcome,Reading\noutcome,Housing\n",
    },
    "teams": {
        "organizations.csv": ORGANIZATIONS,
        "affiliations.csv": HEAD + "Alder Clinic,team,Steering\nCedar Fund,team,Steering\nBirch School,team,Data\n",
        "sectors.csv": "list,sector\nOurs,Health\nOurs,Schools\nOurs,Faith\n",
    },
    "nothing but a list": {"organizations.csv": ORGANIZATIONS, "affiliations.csv": HEAD + "Alder Clinic,team,Data\n"},
}
#: Words of a network, and of those who were asked about one.
OF_NETWORKS = re.compile(
    r"\b(ties?|tied|networks?|answer|answered|silent|silence|not asked|densit\w+)\b", re.IGNORECASE
)
#: Titles of works, controls of the map that have nothing to choose and are not drawn, how corrections are kept, whom
#: the sheet for an ethics board is for, and what every copy is searched for.
NOT_SENTENCES = re.compile(
    r"\d{4}\)\. |Kind of connection$|Connections at least$|Connections between sectors$|^The wall does not answer|"
    r"correction changes no answer|side by side\.$|^For an ethics board, |^We searched \d+ files, "
)
#: For programs and evaluators: it has the same columns whatever there is, and every measure, also those without data.
TABLES = "tables.xlsx"
NOBODY_ASKED = "Nobody was asked, so no answer is missing."


@pytest.mark.parametrize("name", LISTS)
def test_not_a_word_is_said_of_a_network_that_nobody_was_asked_about(name: str, tmp_path: Path) -> None:
    for file, listed in LISTS[name].items():
        (tmp_path / file).write_text(listed)
    written = sg.report(sg.read(tmp_path), tmp_path / "out", permutations=99, draws=20)
    pages = [path for path in written if path.suffix in (".html", ".pptx", ".xlsx") and path.name != TABLES]
    assert {path.name for path in pages} >= {"report.html", "present.html", "slides.pptx", "call-list.html"}
    said = []
    for path in pages:
        content: str | bytes = path.read_text("utf-8") if path.suffix == ".html" else path.read_bytes()
        texts = [text.replace(NOBODY_ASKED, "") for text in visible_texts(path.name, content)]
        said += [
            f"{path.parent.name}/{path.name}: {text}"
            for text in texts
            if OF_NETWORKS.search(text) and not NOT_SENTENCES.search(text)
        ]
    assert said == []
