"""Guesses about exports, and what a person decides about them in the workbook."""

import re
import zipfile
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner

from stakeholder_graph.cli import main
from stakeholder_graph.model.errors import SurveyError
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey import read_partnership
from stakeholder_graph.survey.formats import read_export
from stakeholder_graph.survey.settings.draft import Draft, question_key
from stakeholder_graph.survey.settings.drafting.answer_order import no_tie, order_answers
from stakeholder_graph.survey.settings.drafting.from_files import draft_settings
from stakeholder_graph.survey.settings.drafting.from_responses import draft_from_responses
from stakeholder_graph.survey.settings.model import LayerSettings, QuestionSettings
from stakeholder_graph.survey.settings.read_toml import read_settings
from stakeholder_graph.survey.settings.workbook.read import read_workbook
from stakeholder_graph.survey.settings.workbook.write import workbook_bytes, write_workbook

PARTNERS = ("Harbor Clinic", "City Library", "First Church", "Wren Schools")

Asked = tuple[str, str, tuple[str, ...]]


def qualtrics(path: Path, asked: Sequence[Asked], year: int = 2025) -> Path:
    """Write an export in the layout of Qualtrics: header, wording, and a cell for each of four respondents."""
    columns = [
        ("RecordedDate", "Recorded Date", "recordedDate", tuple(f"{year}-03-0{n} 10:00:00" for n in range(1, 5))),
        *((name, text, _import_id(name), cells) for name, text, cells in asked),
    ]
    rows = [[name for name, *_ in columns], [text for _, text, *_ in columns]]
    rows.append(['{"ImportId":"' + ident + '"}' for _, _, ident, _ in columns])
    rows += [[cells[n] for *_, cells in columns] for n in range(4)]
    path.write_text("\n".join(",".join('"' + c.replace('"', '""') + '"' for c in row) for row in rows), "utf-8")
    return path


def _import_id(name: str) -> str:
    """Rows and options of one question share its number."""
    stem, _, row = name.partition("_")
    number = sum(place * ord(letter) for place, letter in enumerate(stem, start=1))
    return f"QID{number}_{row}" if row else f"QID{number}"


def grid(name: str, wording: str, cells: Sequence[Sequence[str]]) -> list[Asked]:
    """A question with a row for each partner."""
    return [(f"{name}_{n}", f"{wording} - {p}", tuple(cells[n - 1])) for n, p in enumerate(PARTNERS, start=1)]


def ticks(name: str, wording: str, options: Sequence[str]) -> list[Asked]:
    """A question of which several options can be ticked, in the layout with a column for each."""
    return [(f"{name}_{n}", f"{wording} - {o}", (o, o, "", "")) for n, o in enumerate(options, start=1)]


def drafted(path: Path) -> Draft:
    inspection = Inspection()
    responses = read_export(path, path.name, inspection)
    assert responses is not None
    assert not inspection.problems
    return draft_from_responses([(path.name, responses)])


def guessed(path: Path) -> dict[str, QuestionSettings]:
    return {question_key(each)[0]: each for each in drafted(path).settings.question}


ORG = ("org", "What is the name of your organization?", PARTNERS)
HOW_OFTEN = [["", "Weekly", "Never", "Yearly"], ["Never", "", "Weekly", "Weekly"]] * 2


@pytest.fixture
def export(tmp_path: Path) -> Path:
    return qualtrics(tmp_path / "survey.csv", [ORG, *grid("often", "How often are you in contact with", HOW_OFTEN)])


def test_who_answers_is_whoever_names_the_rows_of_a_grid(export: Path) -> None:
    questions = guessed(export)
    assert questions["org"].kind == "identity"
    assert questions["org"].decided
    assert (questions["often"].kind, questions["often"].layer, questions["often"].decided) == ("tie", "contact", True)


def test_a_ladder_is_put_in_order_with_its_steps_that_are_no_tie(export: Path) -> None:
    scales = drafted(export).tables["scales"]
    assert scales.to_numpy().tolist() == [
        ["contact", "0", "Never", "no"],
        ["contact", "1", "Yearly", "yes"],
        ["contact", "2", "Weekly", "yes"],
    ]


@pytest.mark.parametrize(
    ("answers", "order"),
    [
        (["A diario", "Nunca", "Cada mes", "Semanalmente"], ["Nunca", "Cada mes", "Semanalmente", "A diario"]),
        (["Agree", "Strongly disagree", "Neutral", "Disagree", "Strongly agree"],
         ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]),
        (["Totalmente de acuerdo", "En desacuerdo", "De acuerdo"],
         ["En desacuerdo", "De acuerdo", "Totalmente de acuerdo"]),
        # Levels of Collaboration Scale, Frey et al. 2006
        (["Coalition", "No interaction at all", "Cooperation", "Collaboration", "Networking", "Coordination"],
         ["No interaction at all", "Networking", "Cooperation", "Coordination", "Coalition", "Collaboration"]),
        (["10", "9", "0"], ["0", "9", "10"]),
    ],
)  # fmt: skip
def test_answers_are_put_in_order(answers: list[str], order: list[str]) -> None:
    found = order_answers(answers)
    assert list(found.answers) == order
    assert found.ordered


def test_answers_that_say_nothing_are_no_steps() -> None:
    agreement = order_answers(["Agree", "Disagree", "Not applicable", "Don't know"])
    assert agreement.outside == ("Not applicable", "Don't know")
    contact = order_answers(["Weekly", "Don't know", "Yearly"], of_partners=True)
    assert contact.answers == ("Don't know", "Yearly", "Weekly")


def test_what_says_that_there_is_no_tie() -> None:
    none = ["No los conozco", "Sin contacto", "I know of them, but we have had no contact", "None", "0", "Nunca"]
    some = ["Know them well", "Monthly", "Una vez al año", "1", "We share information"]
    assert [no_tie(text) for text in [*none, *some]] == [True] * len(none) + [False] * len(some)


@pytest.mark.parametrize(
    ("wording", "kind", "item"),
    [
        ("Which outcomes does your organization work on?", "outcome", ""),
        ("¿En qué resultados trabaja su organización?", "outcome", ""),
        ("Which committees do you sit on?", "team", ""),
        ("¿En qué comités participa?", "team", ""),
        ("Which sector are you in?", "attribute", "sector"),
        ("What can you offer to others?", "asset", ""),
        ("¿Qué necesita su organización?", "need", ""),
        ("What did you come to? (meetings)", "meeting", ""),
    ],
)
def test_lists_to_tick_are_told_by_their_words(tmp_path: Path, wording: str, kind: str, item: str) -> None:
    options = ("Reading", "Health", "Housing")
    found = guessed(qualtrics(tmp_path / "x.csv", [ORG, *ticks("list", wording, options)]))["list"]
    assert (found.kind, found.item, found.decided) == (kind, item, True)


def test_what_is_unsure_is_marked(tmp_path: Path) -> None:
    asked = [
        ORG,
        *ticks("mixed", "What resources do you need?", ("Staff", "Space")),
        *ticks("dark", "Please tick", ("One", "Two")),
        ("free", "Anything else?", ("a long story of what went on all year", "no more to say about it at all here",
                                    "thank you all for what you do for us", "we liked the meetings a great deal")),
    ]  # fmt: skip
    path = qualtrics(tmp_path / "x.csv", asked)
    found = guessed(path)
    assert (found["mixed"].kind, found["mixed"].decided) == ("need", False)
    assert (found["dark"].kind, found["dark"].decided) == ("ignore", False)
    assert (found["free"].kind, found["free"].decided) == ("ignore", True)
    book = openpyxl.load_workbook(write(path, drafted(path)))
    shown = {row[0].value: row[3] for row in book["Questions"].iter_rows(min_row=2)}
    assert {name: cell.value for name, cell in shown.items()} == {
        "org": "who answers", "mixed": "need?", "dark": "unsure", "free": "leave out",
    }  # fmt: skip
    assert {name for name, cell in shown.items() if cell.fill.start_color.rgb == "FFFFEB3B"} == {"mixed", "dark"}


def test_ratings_are_told_by_their_answers(tmp_path: Path) -> None:
    cells = ("Strongly agree", "Agree", "Disagree", "Not applicable")
    asked = [ORG, *((f"r_{n}", f"Our partnership - {t}", cells) for n, t in enumerate(("We share a goal", "We meet")))]
    found = guessed(qualtrics(tmp_path / "x.csv", asked))["r"]
    assert (found.kind, found.decided, found.not_known) == ("rating", True, ("Not applicable",))


def test_partners_written_by_hand_are_ties_with_names_to_decide(tmp_path: Path) -> None:
    named = [
        ("p_1", "List the organizations you work with - 1", ("City Library", "Harbor Clinc", "City Library", "Zoo")),
        ("p_2", "List the organizations you work with - 2", ("First Church", "", "Harbor Clinic", "")),
        ("p_3", "List the organizations you work with - 3", ("", "Wren Schools", "", "")),
    ]
    found = drafted(qualtrics(tmp_path / "x.csv", [ORG, *named]))
    question = next(each for each in found.settings.question if each.kind == "tie")
    assert (question.partners, question.limit, question.layer) == ("p", 3, "collaboration")
    assert found.tables["organizations"]["organization"].tolist() == sorted(PARTNERS)
    names = found.tables["names"]
    assert names[["written", "proposal"]].to_numpy().tolist() == [["Harbor Clinc", "Harbor Clinic"], ["Zoo", ""]]


def write(path: Path, found: Draft) -> Path:
    target = path.parent / "partnership.xlsx"
    write_workbook(target, found)
    return target


def test_the_workbook_reads_back_as_the_settings_it_was_written_from(export: Path) -> None:
    found = drafted(export)
    question = found.settings.question[1].model_copy(
        update={"limit": 3, "promise": "backbone", "combine": "mean", "blank": "no tie", "attributes": ("a", "b")}
    )
    settings = found.settings.model_copy(
        update={
            "question": (found.settings.question[0], question),
            "layers": {"reliable": LayerSettings(asks="trust"), "brings much": LayerSettings(asks="value")},
            "name": "=Ours",
            "directed": False,
            "backbone": "X",
        }
    )
    found = Draft(settings, found.notes, found.tables)
    inspection = Inspection()
    book = read_workbook(write(export, found), inspection)
    assert not inspection.problems
    assert book.settings == settings
    assert dict(book.notes) == dict(found.notes)
    assert workbook_bytes(book.draft()) == workbook_bytes(found)


def test_nothing_in_the_workbook_is_a_formula_or_a_clock(export: Path) -> None:
    found = drafted(export)
    for start in "=+-@":
        names = found.tables["organizations"]["organization"]
        found.tables["organizations"].loc[len(names)] = [f"{start}1+1", "", ""]
    path = write(export, found)
    book = openpyxl.load_workbook(path)
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert {f"{start}1+1" for start in "=+-@"} <= {cell.value for cell in cells}
    with zipfile.ZipFile(path) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert set(re.findall(r">(\d{4}-[^<]*)<", core)) == {"2000-01-01T00:00:00Z"}


def test_no_answer_is_copied_into_the_workbook(tmp_path: Path) -> None:
    cells = ("Secret one", "Secret two", "Secret one", "Secret two")
    asked = [ORG, ("why", "Why?", cells), *grid("often", "How often are you in contact with", HOW_OFTEN)]
    path = qualtrics(tmp_path / "x.csv", asked)
    book = openpyxl.load_workbook(write(path, drafted(path)))
    assert not [c for sheet in book for row in sheet.iter_rows() for c in row if "Secret" in str(c.value)]


def test_two_waves_give_one_draft(tmp_path: Path) -> None:
    often = grid("often", "How often are you in contact with", HOW_OFTEN)
    old = qualtrics(tmp_path / "a.csv", [ORG, *often, ("q9", "Which county are you in?", ("N", "S", "N", "S"))], 2023)
    new = qualtrics(
        tmp_path / "b.csv", [ORG, *often, ("q9", "How good was it?", ("Good", "Fair", "Good", "Poor"))], 2025
    )
    settings = draft_settings([old, new], tmp_path).settings
    assert [(wave.name, wave.files) for wave in settings.wave] == [("2023", ("a.csv",)), ("2025", ("b.csv",))]
    assert [(each.question, each.wave) for each in settings.question] == [
        ("org", ""), ("often", ""), ("q9", "2023"), ("q9", "2025"),
    ]  # fmt: skip


def test_a_new_download_keeps_every_decision(tmp_path: Path) -> None:
    often = grid("often", "How often are you in contact with", HOW_OFTEN)
    path = qualtrics(tmp_path / "survey.csv", [ORG, *often])
    target = write(path, draft_settings([path], tmp_path))
    book = openpyxl.load_workbook(target)
    book["Questions"]["F3"] = "conversation"
    book["Promise"]["E2"] = "named"
    book["Scales"]["D3"] = "no"
    book["Organizations"]["B2"] = "Health"
    book["Organizations"]["D1"], book["Organizations"]["D2"] = "county", "Wren"
    book["Start here"]["B6"] = "Wren County"
    book.save(target)
    path.unlink()
    again = qualtrics(tmp_path / "survey (1).csv", [ORG, *often, *ticks("team", "Which teams?", ("A", "B"))])
    found = draft_settings([again], tmp_path)
    kept, added = found.settings.question[1], found.settings.question[2]
    assert (kept.layer, kept.promise, found.settings.name) == ("conversation", "named", "Wren County")
    assert (added.question, added.kind) == ("team", "team")
    assert found.settings.wave[0].files == ("survey (1).csv",)
    assert found.tables["scales"]["tie"].tolist() == ["no", "no", "yes"]
    assert found.tables["organizations"].iloc[0].tolist() == ["Harbor Clinic", "Health", "", "Wren"]


def test_names_decided_in_the_workbook_count(tmp_path: Path) -> None:
    cells = ("Harbor Clinc", "Zoo", "First Church", "Wren Schools")
    asked = [
        ("org", "What is the name of your organization?", cells),
        *grid("often", "How often in contact", HOW_OFTEN),
    ]
    path = qualtrics(tmp_path / "x.csv", asked)
    target = write(path, drafted(path))
    assert read_partnership(tmp_path).info.undecided
    book = openpyxl.load_workbook(target)
    rows = {row[0].value: row for row in book["Names"].iter_rows(min_row=2)}
    rows["Harbor Clinc"][4].value, rows["Zoo"][4].value = "yes", "new"
    book.save(target)
    survey = read_partnership(tmp_path)
    answered = survey["asked"].query("answered")["organization"].tolist()
    assert sorted(answered) == ["First Church", "Harbor Clinic", "Wren Schools", "Zoo"]


def problems(folder: Path) -> list[str]:
    with pytest.raises(SurveyError) as caught:
        read_partnership(folder)
    return [str(problem) for problem in caught.value.problems]


def test_problems_name_sheet_row_and_column(export: Path) -> None:
    target = write(export, drafted(export))
    book = openpyxl.load_workbook(target)
    book["Questions"]["D3"] = "tye"
    book["Promise"]["E2"] = "public"
    book["Start here"]["B9"] = "perhaps"
    book.save(target)
    assert problems(export.parent) == [
        "partnership.xlsx, sheet “Questions”, row 3, column “what it is”: “tye” cannot be chosen. Did you mean “tie”?",
        "partnership.xlsx, sheet “Promise”, row 2, column “promise”: “public” cannot be chosen. "
        "Choose one of named, aggregate, backbone.",
        "partnership.xlsx, sheet “Start here”, row 9, column “Ties have a direction”: “perhaps” cannot be chosen. "
        "Choose one of yes, no.",
    ]


def test_scales_in_the_workbook_are_read_as_the_plain_file(export: Path) -> None:
    target = write(export, drafted(export))
    book = openpyxl.load_workbook(target)
    book["Scales"]["B3"] = "often"
    book.save(target)
    assert "partnership.xlsx, sheet “Scales”, row 3, column “value”" in problems(export.parent)[0]


def test_both_spellings_at_once_are_an_error(export: Path) -> None:
    write(export, drafted(export))
    (export.parent / "partnership.toml").write_text('name = "x"\n')
    assert "only one of the two can hold the survey settings" in problems(export.parent)[0]
    result = CliRunner().invoke(main, ["codebook", str(export)])
    assert result.exit_code == 2
    assert "partnership.toml" in result.output


def test_a_workbook_that_is_open_elsewhere_is_not_written(export: Path) -> None:
    target = write(export, drafted(export))
    before = target.read_bytes()
    (export.parent / "~$partnership.xlsx").write_bytes(b"")
    result = CliRunner().invoke(main, ["codebook", str(export)])
    assert result.exit_code == 2
    assert "Save and close it there" in result.output
    assert target.read_bytes() == before
    assert any("open in a spreadsheet" in each.what for each in read_partnership(export.parent).advice)


def test_the_other_spelling_says_the_same(export: Path) -> None:
    assert CliRunner().invoke(main, ["codebook", str(export), "--to", "toml"]).exit_code == 0
    file = export.parent / "partnership.toml"
    settings = read_settings(file, Inspection())
    assert [(each.kind, each.question) for each in settings.question] == [("identity", "org"), ("tie", "often")]
    assert [step.name for step in settings.question[1].scale if not isinstance(step, str)] == [
        "Never", "Yearly", "Weekly",
    ]  # fmt: skip
    assert "# 4 of its 4 rows are organizations" in file.read_text()
    by_text = read_partnership(export.parent)
    file.unlink()
    write(export, drafted(export))
    by_book = read_partnership(export.parent)
    assert by_text["ties"].equals(by_book["ties"])
    assert len(by_text["ties"]) == 7  # of eight answers but "Never" one is about oneself


def test_a_second_draft_as_text_only_adds(export: Path) -> None:
    CliRunner().invoke(main, ["codebook", str(export), "--to", "toml"])
    file = export.parent / "partnership.toml"
    file.write_text(file.read_text().replace('layer = "contact"', 'layer = "talk"  # we call it so'))
    before = file.read_text()
    often = grid("often", "How often are you in contact with", HOW_OFTEN)
    qualtrics(export, [ORG, *often, *ticks("team", "Which teams?", ("A", "B"))])
    CliRunner().invoke(main, ["codebook", str(export), "--to", "toml"])
    assert file.read_text().startswith(before.rstrip("\n"))
    assert [each.question for each in read_settings(file, Inspection()).question] == ["org", "often", "team"]


def test_the_order_of_rows_has_no_effect(tmp_path: Path) -> None:
    named = ("p_1", "List the organizations you work with - 1", ("City Library", "Harbor Clinc", "Zoo", "Zoo 2"))
    county = ("county", "Which county?", ("North", "South", "North", "East"))
    asked = [ORG, *grid("often", "How often are you in contact with", HOW_OFTEN), named, county]
    path = qualtrics(tmp_path / "x.csv", asked)
    before = workbook_bytes(drafted(path))
    qualtrics(path, [(name, text, (d, b, a, c)) for name, text, (a, b, c, d) in asked])
    assert workbook_bytes(drafted(path)) == before


def test_who_answers_may_stand_in_two_columns(tmp_path: Path) -> None:
    asked = [
        ("kind", "Kind", ("Clinic", "School", "Clinic", "School")),
        ("place", "Place", ("North", "North", "South", "South")),
        *((f"w_{n}", f"Who do you work with? - {p}", ("Often", "Never", "Often", "Never")) for n, p in enumerate(
            ("Clinic_North", "School_North", "Clinic_South", "School_South"), start=1)),
    ]  # fmt: skip
    found = guessed(qualtrics(tmp_path / "x.csv", asked))
    assert (found["{kind}_{place}"].kind, found["{kind}_{place}"].decided) == ("identity", True)
    assert (found["w"].kind, found["w"].layer) == ("tie", "collaboration")


def test_a_grid_with_boxes_is_a_kind_of_tie_for_each_box(tmp_path: Path) -> None:
    boxes = ("Share space", "Write grants", "None of these")
    path = tmp_path / "x.csv"
    asked = [
        (f"b_{n}_{m}", f"What do you do together - {p} - {box}", (box if m == 1 else "",) * 4)
        for n, p in enumerate(PARTNERS, start=1)
        for m, box in enumerate(boxes, start=1)
    ]
    qualtrics(path, [ORG, *asked])
    text = path.read_text()
    for n in range(1, 5):
        for m in range(1, 4):
            old = _import_id(f"b_{n}_{m}")
            text = text.replace(f'""ImportId"":""{old}""', f'""ImportId"":""{old[:-2]}"",""choiceId"":""{m}""')
    path.write_text(text)
    boxed = [(q.choice, q.kind, q.decided) for q in drafted(path).settings.question if q.question == "b"]
    assert boxed == [("Share space", "tie", False), ("Write grants", "tie", False), ("None of these", "ignore", True)]


def test_a_workbook_that_cannot_be_replaced_is_left_as_it_is(export: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = write(export, drafted(export))
    before = target.read_bytes()

    def denied(_: Path, __: Path) -> Path:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", denied)
    with pytest.raises(SurveyError, match="open elsewhere"):
        write_workbook(target, drafted(export))
    assert target.read_bytes() == before
    assert sorted(path.name for path in export.parent.iterdir()) == ["partnership.xlsx", "survey.csv"]
