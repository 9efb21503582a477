"""Columns of the list of organizations that ask for leave to be named, in the words of people who make such lists."""

from pathlib import Path

import pytest

from stakeholder_graph.survey import Survey, read_partnership

TIES = "from,to\nAlder House,Birch School\nBirch School,Elm Academy\nElm Academy,Alder House\n"
NAMES = ("Alder House", "Birch School", "Cedar Fund", "Elm Academy")
SAID = ("yes", "no", "", "yes")


def survey(folder: Path, header: str, said: tuple[str, ...] = SAID) -> Survey:
    rows = [f"{name},{answer}" for name, answer in zip(NAMES, said, strict=True)]
    (folder / "organizations.csv").write_text("\n".join([f'organization,"{header}"', *rows]), "utf-8")
    (folder / "ties.csv").write_text(TIES)
    return read_partnership(folder)


@pytest.mark.parametrize(
    "header",
    [
        "Are you ok with being named?",
        "OK to be named?",
        "May we name you?",
        "May we name your organization in the report?",
        "Permission to be named",
        "Can we share your name",
        "Happy to be named publicly",
        "¿Podemos nombrarlos?",
        "Autoriza mencionar su nombre",
        "Acepta aparecer en el mapa",
    ],
)
def test_words_that_ask_for_it_are_honoured(tmp_path: Path, header: str) -> None:
    read = survey(tmp_path, header)
    assert read.info.undecided == ()
    assert read.agreed is not None
    assert read.agreed["ties"][["from", "to"]].to_numpy().tolist() == [
        ["Alder House", "Birch School"],
        ["Elm Academy", "Alder House"],
    ]


@pytest.mark.parametrize(
    "header", ["Named? (y/n)", "Show on map?", "Permission", "Shown publicly", "Consent form", "Permiso", "OK to share"]
)
def test_words_that_may_ask_for_it_are_honoured_until_somebody_decides(tmp_path: Path, header: str) -> None:
    read = survey(tmp_path, header)
    (decision,) = read.info.undecided
    assert f"“{header}” of the list of organizations seems to say who may be named" in decision.what
    assert read.agreed is not None
    assert not read.agreed["ties"]["from"].isin(["Birch School"]).any()


def test_a_wish_to_stay_anonymous_is_the_other_way_round(tmp_path: Path) -> None:
    read = survey(tmp_path, "Keep anonymous?", ("no", "yes", "", "no"))
    (decision,) = read.info.undecided
    assert "whoever does not say no there" in decision.what
    assert read.agreed is not None
    assert not read.agreed["ties"]["from"].isin(["Birch School"]).any()
    assert len(read.agreed["ties"]) == 2


@pytest.mark.parametrize("header", ["May we name you?", "Show on map?", "Consent"])
def test_it_is_no_attribute_that_ties_are_explained_by(tmp_path: Path, header: str) -> None:
    read = survey(tmp_path, header)
    assert header not in read["organizations"]


def test_an_answer_that_may_mean_either_is_a_no_until_somebody_decides(tmp_path: Path) -> None:
    read = survey(tmp_path, "May we name you?", ("yes", "ask Ann first", "yes", "yes"))
    (decision,) = read.info.undecided
    assert "“ask Ann first”" in decision.what
    assert read.agreed is not None
    assert not read.agreed["ties"]["from"].isin(["Birch School"]).any()


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("Consent decree", ("1999", "2001", "", "2004")),
        ("Shown in", ("North", "South", "", "West")),
        ("Can share space", ("yes", "no", "", "yes")),
        ("Newsletter ok", ("yes", "no", "", "yes")),
        ("Named partner", ("Zoo", "Library", "", "Bank")),
    ],
)
def test_other_columns_describe_organizations(tmp_path: Path, header: str, said: tuple[str, ...]) -> None:
    read = survey(tmp_path, header, said)
    assert (read.agreed, read.info.undecided) == (None, ())
    assert header in read["organizations"]
