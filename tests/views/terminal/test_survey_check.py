"""What ``check`` prints: open decisions, response, what is not known, ties named by one side, limits."""

import re
from collections.abc import Callable, Mapping
from pathlib import Path

from click.testing import CliRunner
from pptx import Presentation
from pypdf import PdfReader

from stakeholder_graph.cli import main
from stakeholder_graph.graph import to_partnership
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.survey import Survey
from stakeholder_graph.views.terminal.survey_check import problem_table, survey_check

Read = Callable[[Mapping[str, str | bytes]], Survey]
ORGANIZATIONS = "organization,sector\nA,Health\nB,Health\nC,Schools\nD,Schools\n"
EXPORT = "who,partner_1,partner_2\nA,B,C\nB,C,Zoo\nC,B,\n"
SETTINGS = (
    '[[question]]\nkind = "tie"\nfile = "export.csv"\nrespondent = "who"\nquestion = "partner"\npartners = "partner"\n'
    'layer = "contact"\n'
)


def squeezed(text: str) -> list[str]:
    return [" ".join(line.split()) for line in text.splitlines()]


def test_everything_that_is_to_be_known_of_a_draft(read: Read) -> None:
    survey = read({"export.csv": EXPORT, "organizations.csv": ORGANIZATIONS, "partnership.toml": SETTINGS})
    lines = squeezed(survey_check(to_partnership(survey)))
    assert "2 open decisions. The report is a draft until you make them." in lines
    assert any(line.startswith("export.csv 3 partner_2 “Zoo” is not in the list of organizations. 1") for line in lines)
    assert any(line.startswith("partnership.toml 1 Nothing says what you promised respondents") for line in lines)
    assert "contact 1" in lines
    assert lines[0] == "Not counted yet: answers that wait for a decision about the survey (1)."
    assert "3 of 4 organizations on the list answered." in lines
    assert "Health 2 2" in lines
    assert "Schools 1 2" in lines
    # A names B and C, which name each other. A and B filled their lists, so that of others nothing is known of
    # them; C answered about all three, and D not at all: 2 + 1 + 3 of 12 are known. B may have left out A. These four
    # mentions make three ties.
    assert "contact 3 4 12 6 (50%) 1" in lines
    assert lines[lines.index("contact 3 4 12 6 (50%) 1") + 1].startswith("A tie joins two of which at least one names")
    assert (
        "contact: respondents could name 2 organizations at most. 2 of 3 respondents named that many; what they would "
        "say of the others is not known." in lines
    )


def test_a_table_wraps_long_text_within_its_column() -> None:
    text = problem_table([Problem("word " * 30, "Mend it.", "a.csv", 12)])
    assert max(map(len, text.splitlines())) < 130
    assert text.count("word") == 30
    assert text.splitlines()[1].startswith("a.csv   12")


def test_problems_of_an_input_are_a_table_too(tmp_path: Path) -> None:
    (tmp_path / "organizations.csv").write_text("organization\nA\n")
    (tmp_path / "ties.csv").write_text("from,to\nA,Q\n,A\n")
    result = CliRunner().invoke(main, ["check", str(tmp_path)])
    assert result.exit_code == 2
    lines = squeezed(result.stdout)
    assert lines[0] == "File Row Column What What to do"
    assert lines[1].startswith("ties.csv 2 to “Q” is not in the list of organizations.")
    assert "ties.csv 3 from The cell is blank. Fill it in." in lines
    assert result.stderr == "There are 2 problems to correct.\n"


def test_a_report_on_a_draft_says_so_on_every_page(tmp_path: Path) -> None:
    folder = tmp_path / "ours"
    folder.mkdir()
    for name, text in {
        "export.csv": EXPORT,
        "organizations.csv": ORGANIZATIONS,
        "partnership.toml": SETTINGS + 'promise = "named"\n[ties]\ndefault = "either"\n',
    }.items():
        (folder / name).write_text(text)
    options = ["--permutations", "99", "--draws", "20", "--quiet"]
    result = CliRunner().invoke(main, ["report", str(folder), "-o", str(tmp_path / "out"), *options])
    assert result.exit_code == 0, result.output
    pages = {path.relative_to(tmp_path / "out"): path.read_text("utf-8") for path in tmp_path.rglob("*.html")}
    assert len(pages) == 9
    for text in pages.values():
        assert "Draft: decisions are open" in text
        # Pages lead to one another, within their folder.
        assert set(re.findall(r'<a [^>]*href="([^"#]+)"', text)) <= {*(name.name for name in pages), "tables.xlsx"}
    room_files = tmp_path / "out" / "for-the-room"
    for page in PdfReader(room_files / "stations.pdf").pages:
        assert "Draft: decisions are open" in page.extract_text()
    for slide in Presentation(str(room_files / "slides.pptx")).slides:
        assert any(
            "Draft: decisions are open" in shape.text_frame.text for shape in slide.shapes if shape.has_text_frame
        )
    # A survey without outcomes has no sheets of them.
    sheets = {"outcome-sheets.html"} & {page.name for page in pages}
    for start, ends in {
        "for-the-room/report.html": {"map.html", "present.html", "for-the-board.html", "tables.xlsx", *sheets},
        "for-the-room/for-the-board.html": set(),
        "for-the-room/map.html": {"report.html", "present.html"},
        "for-the-room/present.html": {"report.html", "map.html"},
        "backbone-only/report.html": {"map.html", "call-list.html", "data-sheet.html", "tables.xlsx"},
        "backbone-only/call-list.html": {"report.html", "map.html"},
        "backbone-only/map.html": {"report.html"},
    }.items():
        assert set(re.findall(r'<a [^>]*href="([^"#]+)"', pages[Path(start)])) == ends
    desk, room = (pages[Path(name) / "report.html"] for name in ("backbone-only", "for-the-room"))
    for text in (desk, room):
        assert "This is a draft" in text
    assert "1 about contact" in desk
    # How many answers are left out is about answers.
    assert "1 about contact" not in room
    assert "Zoo" in desk
    assert "Zoo" not in room
    # What counts as a tie comes from the settings, unless told.
    for told, ties in (([], "either"), (["--ties", "reported"], "reported")):
        command = ["measure", str(folder), "density", "--format", "json", *told, *options]
        assert f'"ties": "{ties}"' in CliRunner().invoke(main, command).stdout


def test_an_agenda_without_a_scale_and_organizations_without_sectors(read: Read) -> None:
    survey = read(
        {
            "organizations.csv": "organization\nA\nB\n",
            "ties.csv": "from,to\nA,B\n",
            "items.csv": "kind,item\nagenda,We agree\n",
            "ratings.csv": "organization,item,value\nA,We agree,3\nB,We agree,1\n",
        }
    )
    lines = squeezed(survey_check(to_partnership(survey)))
    assert "ratings of agenda items whose scale is not known 2" in lines
    assert not [line for line in lines if line.startswith(("Sector", "Not stated"))]
