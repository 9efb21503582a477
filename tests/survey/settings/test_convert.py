"""The two spellings say the same: turning settings from one into the other and back loses nothing."""

import shutil
import tempfile
import tomllib
from pathlib import Path

import openpyxl
import pandas as pd
import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import settings as with_settings
from hypothesis import strategies as st

from stakeholder_graph.cli import main
from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey import Survey, read_partnership
from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.survey.settings.draft_toml import draft_as_toml, text_draft
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.workbook.read import read_workbook
from stakeholder_graph.survey.settings.workbook.write import workbook_bytes
from tests.front_door.partnership import pairs, text
from tests.survey.settings.made_exports import HOW_OFTEN, ORG, PARTNERS, grid, qualtrics

words = st.text("abcdäé ,.'\"#=[]", min_size=1, max_size=8).map(str.strip).filter(lambda word: word.strip(" |") != "")
promise = st.sampled_from(["named with strength", "named", "aggregate", "backbone"])
combine = st.sampled_from(["most", "mean", "latest"])
scale = st.sampled_from(["often", "trust", "agree", ""])
ids = st.sampled_from(["Q1", "Q2", "Q3", "Q4", "Q5"])
questions = st.lists(
    st.fixed_dictionaries(
        {"kind": st.just("tie"), "question": ids},
        optional={
            "scale": scale, "layer": words, "limit": st.integers(1, 9), "not_known": st.lists(words, max_size=2),
            "promise": promise, "combine": combine, "decided": st.booleans(), "wording": words, "asked_of": words,
            "blank": st.sampled_from(["unobserved", "no tie", "no tie?"]), "partners": words, "person": words,
            "attributes": st.lists(words, max_size=2),
        },
    )
    | st.fixed_dictionaries(
        {"kind": st.sampled_from(["team", "outcome", "rating", "attribute", "ignore"]), "question": ids},
        optional={"scale": scale, "item": words, "decided": st.booleans(), "wording": words},
    ),
    max_size=4,
    unique_by=lambda question: question["question"],
)  # fmt: skip
tables = st.lists(
    st.fixed_dictionaries(
        {"file": words, "role": st.just("ties"), "columns": st.just({"from": "A", "to": "B"})},
        optional={"layer": words, "wave": words, "decided": st.booleans()},
    ),
    max_size=3,
    unique_by=lambda said: said["file"],
)
made = st.fixed_dictionaries(
    {},
    optional={
        "name": words, "backbone": words, "directed": st.booleans(), "strict": st.booleans(), "table": tables,
        "encoding": st.just("cp1252"), "question": questions,
        "wave": st.lists(
            st.fixed_dictionaries({"name": words, "date": st.sampled_from(["", "2025", "2025-03"]),
                                   "files": st.lists(words, max_size=2)}),
            max_size=2, unique_by=lambda wave: " ".join(str(wave["name"]).split()),
        ),
        "layers": st.dictionaries(
            words, st.fixed_dictionaries({}, optional={"scale": scale, "promise": promise, "directed": st.booleans()}),
            max_size=3,
        ),
        "ties": st.fixed_dictionaries({"default": st.sampled_from(["reported", "either", "both"])}),
        "promises": st.fixed_dictionaries({"ratings": promise, "who_answered": st.sampled_from(["named", "count"])}),
        "organizations": st.fixed_dictionaries({"file": words, "attributes": st.lists(words, max_size=2)}),
        "network": st.fixed_dictionaries({"file": words, "weight": words}),
    },
)  # fmt: skip
scales = st.lists(
    st.tuples(
        st.sampled_from(["often", "trust", "agree"]),
        st.sampled_from(["0", "1", "2.5", "3?", ""]),
        words,
        st.sampled_from(["", "yes", "no", "yes?"]),
    ),
    max_size=6,
)


def from_workbook(path: Path, draft: Draft) -> Draft:
    path.write_bytes(workbook_bytes(draft))
    inspection = Inspection()
    read = read_workbook(path, inspection).draft()
    assert not inspection.problems
    return read


def by_scale(draft: Draft) -> dict[str, list[tuple[str, ...]]]:
    """Which scale stands first means nothing; the order of its steps does."""
    rows: dict[str, list[tuple[str, ...]]] = {}
    for row in draft.tables["scales"][["scale", "value", "name", "tie"]].itertuples(index=False, name=None):
        rows.setdefault(row[0], []).append(row)
    return rows


@with_settings(max_examples=30, deadline=None)
@given(made, scales)
def test_workbook_to_text_to_workbook_loses_nothing(said: dict[str, object], steps: list[tuple[str, ...]]) -> None:
    table = pd.DataFrame(steps, columns=["scale", "value", "name", "tie"], dtype="str")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "partnership.xlsx"
        first = from_workbook(path, Draft(Settings.model_validate(said), tables={"scales": table}))
        back = text_draft(Settings.model_validate(tomllib.loads(draft_as_toml(first))))
        again = from_workbook(path, back)
    assert again.settings.model_copy(update={"drafted": {}}) == first.settings.model_copy(update={"drafted": {}})
    assert by_scale(again) == by_scale(first)
    kept = {kind: set(rows) for kind, rows in again.settings.drafted.items()}
    assert all(set(rows) <= kept[kind] for kind, rows in first.settings.drafted.items())


def convert(path: Path, *options: str) -> str:
    result = CliRunner().invoke(main, ["codebook", str(path), *options], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def same(one: Survey, other: Survey) -> None:
    assert one.layers == other.layers
    for name in ("organizations", "ties", "asked", "affiliations", "sectors"):
        assert one[name].equals(other[name]), name
    assert len(one.info.undecided) == len(other.info.undecided)


@pytest.fixture
def surveyed(tmp_path: Path) -> Path:
    who = (ORG[0], ORG[1], (*PARTNERS[:3], "Wren Schols"))
    qualtrics(tmp_path / "survey.csv", [who, *grid("often", "How often are you in contact with", HOW_OFTEN),
                                        *grid("apt", "How apt is", [["", "so so", "very", "hardly"]] * 4)])  # fmt: skip
    CliRunner().invoke(main, ["start", str(tmp_path)])
    book = openpyxl.load_workbook(tmp_path / "partnership.xlsx")
    book["Organizations"]["B2"] = "health"
    book["Organizations"]["C3"] = "backbone"
    book.save(tmp_path / "partnership.xlsx")
    return tmp_path


def test_a_survey_reads_the_same_in_either_spelling(surveyed: Path) -> None:
    by_book = read_partnership(surveyed)
    assert by_book.info.undecided
    said = convert(surveyed / "partnership.xlsx", "--to", "toml")
    assert "partnership.earlier.xlsx" in said
    assert {path.name for path in surveyed.iterdir()} >= {"partnership.toml", "organizations.csv", "names.csv"}
    assert not (surveyed / "partnership.xlsx").exists()
    same(read_partnership(surveyed), by_book)
    assert "partnership.earlier.toml" in convert(surveyed / "partnership.toml")
    same(read_partnership(surveyed), by_book)


def test_what_was_deleted_stays_away_in_the_other_spelling_too(surveyed: Path) -> None:
    book = openpyxl.load_workbook(surveyed / "partnership.xlsx")
    book["Questions"].delete_rows(4)
    book.save(surveyed / "partnership.xlsx")
    settings = read_workbook(surveyed / "partnership.xlsx", Inspection()).settings
    kept = [question.question for question in settings.question]
    convert(surveyed / "partnership.xlsx", "--to", "toml")
    once = (surveyed / "partnership.toml").read_bytes()
    for _again in range(2):
        convert(surveyed / "survey.csv", "--to", "toml")
        assert (surveyed / "partnership.toml").read_bytes() == once
    raw = tomllib.loads(once.decode())
    assert [question["question"] for question in raw["question"]] == kept


def test_what_was_deleted_from_a_text_stays_away_and_a_new_export_is_added(surveyed: Path) -> None:
    (surveyed / "partnership.xlsx").unlink()
    convert(surveyed / "survey.csv", "--to", "toml")
    file = surveyed / "partnership.toml"
    head, _mark, rest = file.read_text().partition('[[question]]\nkind = "tie"\nquestion = "often"')
    assert rest
    file.write_text(head + rest[rest.index("\n\n") + 1 :])
    before = file.read_text()
    assert "New since" not in convert(surveyed / "survey.csv", "--to", "toml")
    assert file.read_text() == before
    often = grid("often", "How often are you in contact with", HOW_OFTEN)
    qualtrics(surveyed / "survey_2027.csv", [ORG, *often, *grid("trust", "How much do you trust", HOW_OFTEN)], 2027)
    said = convert(surveyed / "survey_2027.csv", "--to", "toml")
    assert "questions: “trust" in said
    raw = tomllib.loads(file.read_text())
    assert "often" not in [question["question"] for question in raw["question"]]
    assert [wave["name"] for wave in raw["wave"]] == ["2025", "2027"]


def test_tables_are_added_to_a_text_and_stay_away_once_deleted(tmp_path: Path) -> None:
    (tmp_path / "funding.csv").write_text(text(pairs("From", "To")))
    convert(tmp_path / "funding.csv", "--to", "toml")
    (tmp_path / "advice.csv").write_text(text(pairs("From", "To")))
    said = convert(tmp_path / "advice.csv", "--to", "toml")
    assert "files: “advice.csv”" in said
    raw = tomllib.loads((tmp_path / "partnership.toml").read_text())
    assert [said["file"] for said in raw["table"]] == ["funding.csv", "advice.csv"]
    (tmp_path / "partnership.toml").write_text(
        (tmp_path / "partnership.toml").read_text().replace('file = "advice.csv"', 'file = "gone.csv"')
    )
    convert(tmp_path / "advice.csv", "--to", "toml")
    raw = tomllib.loads((tmp_path / "partnership.toml").read_text())
    assert [said["file"] for said in raw["table"]] == ["funding.csv", "gone.csv"]


def test_nothing_is_written_over(surveyed: Path) -> None:
    (surveyed / "organizations.csv").write_text("organization\nA\n")
    shutil.copyfile(surveyed / "partnership.xlsx", surveyed / "kept.xlsx")
    result = CliRunner().invoke(main, ["codebook", str(surveyed / "partnership.xlsx"), "--to", "toml"])
    assert result.exit_code == 2
    assert "organizations.csv" in result.output
    assert (surveyed / "partnership.xlsx").read_bytes() == (surveyed / "kept.xlsx").read_bytes()
    assert not (surveyed / "partnership.toml").exists()
