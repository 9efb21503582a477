from pathlib import Path

import pytest

from stakeholder_graph.model.problems import Inspection, SurveyError
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.read_toml import read_settings


def settings_of(folder: Path, text: str) -> tuple[Settings, Inspection]:
    file = folder / "partnership.toml"
    file.write_text(text, encoding="utf-8")
    inspection = Inspection()
    return read_settings(file, inspection), inspection


def refused(folder: Path, text: str) -> tuple[str, ...]:
    with pytest.raises(SurveyError) as caught:
        settings_of(folder, text)[1].verdict()
    assert all(problem.file.startswith("partnership.toml") for problem in caught.value.problems)
    return tuple(map(str, caught.value.problems))


def test_everything_that_can_be_said(tmp_path: Path) -> None:
    settings, inspection = settings_of(
        tmp_path,
        """
        name = "Wren County"
        backbone = "Wren Forward"
        sector = "kind"
        directed = false
        invented = true
        strict = true
        [layers.contact]
        scale = ["none", "yearly", "weekly"]
        promise = "named"
        combine = "mean"
        [layers.trust]
        scale = [{ value = 1, name = "little", tie = false }, { value = 5, name = "much" }]
        [layers.referral]
        scale = "how often"
        [[question]]
        kind = "tie"
        file = "a.csv"
        respondent = "{RI}_{Country}"
        columns = "{RI}_{Country}"
        scale = ["0", "1"]
        blank = "no tie"
        [[question]]
        kind = "identity"
        respondent = "{first} {last}"
        [[question]]
        kind = "tie"
        question = "QID5"
        partners = "QID5"
        limit = 5
        promise = "aggregate"
        wording = "Whom do you work with?"
        decided = false
        [organizations]
        file = "contacts.csv"
        organization = "{first} {last}"
        [[wave]]
        name = 2024
        date = 2024-10-15
        files = ["a.csv"]
        [[wave]]
        name = "2025"
        [sectors]
        list = ["Health", "Schools"]
        [ties]
        default = "either"
        [promises]
        ratings = "aggregate"
        who_answered = "named"
        """,
    )
    assert not inspection.problems
    assert [wave.name for wave in settings.wave] == ["2024", "2025"]
    assert settings.wave[0].date == "2024-10-15"
    contact = settings.layers["contact"].scale
    assert not isinstance(contact, str)
    assert [(s.step().value, s.step().name, s.step().tie) for s in contact] == [
        (0, "none", False),
        (1, "yearly", True),
        (2, "weekly", True),
    ]
    assert settings.layers["referral"].scale == "how often"
    assert settings.sectors == {"Health": None, "Schools": None}
    assert settings.question[0].layer == "collaboration"
    assert settings.ties.default == "either"
    assert (settings.strict, settings.promises.who_answered) == (True, "named")
    generator = settings.question[2]
    assert (generator.limit, generator.promise, generator.decided) == (5, "aggregate", False)
    assert settings.organizations is not None
    assert settings.organizations.attributes == ()


def test_names_are_read_as_tables_are(tmp_path: Path) -> None:
    text = '[[wave]]\nname = "spring\\u200b  2025"\n[layers."data\\u00a0 sharing"]\npromise = "named"'
    settings, inspection = settings_of(tmp_path, text)
    inspection.verdict()
    assert settings.wave[0].name == "spring 2025"
    assert list(settings.layers) == ["data sharing"]


@pytest.mark.parametrize("written", ["named with strength", "Named with Strength", " named  with\u00a0strength "])
def test_promises_in_capitals_and_with_spaces(tmp_path: Path, written: str) -> None:
    question = f'[[question]]\nkind = "tie"\nquestion = "Q1"\npromise = "{written}"\n'
    text = f'{question}[layers.contact]\npromise = "{written}"\n[promises]\nratings = "{written}"'
    settings, inspection = settings_of(tmp_path, text)
    inspection.verdict()
    promises = (settings.question[0].promise, settings.layers["contact"].promise, settings.promises.ratings)
    assert promises == ("named with strength",) * 3


def test_whether_others_learn_who_answered(tmp_path: Path) -> None:
    for text, promise in (("", "count"), ('[promises]\nwho_answered = " Named"', "named")):
        settings, inspection = settings_of(tmp_path, text)
        inspection.verdict()
        assert settings.promises.who_answered == promise


def test_sectors_with_shares(tmp_path: Path) -> None:
    assert settings_of(tmp_path, "[sectors]\nHealth = 0.25")[0].sectors == {"Health": 0.25}


@pytest.mark.parametrize("written", ['idioma = "es"', '[[question]]\nkind = "ignore"\nlang = "es"'])
def test_a_language_under_another_name_is_answered_with_the_setting(tmp_path: Path, written: str) -> None:
    (problem,) = refused(tmp_path, written)
    assert "There is no setting “" in problem
    assert 'Write language = "en" or "es" at the top of the file' in problem


def test_the_language_of_pages_is_one_that_there_is(tmp_path: Path) -> None:
    assert settings_of(tmp_path, 'language = "ES"')[0].language == "es"
    (problem,) = refused(tmp_path, 'language = "fr"')
    assert "“fr” cannot be chosen. Choose en or es." in problem


def test_unknown_keys_are_a_problem_with_a_suggestion_and_reading_goes_on(tmp_path: Path) -> None:
    text = 'nmae = "x"\nbackbone = "B"\n[[question]]\nkind = "tie"\nrespondent = "a"\ncolumns = "{b}"\nblnk = "no tie"'
    settings, inspection = settings_of(tmp_path, text)
    assert settings.backbone == "B"
    assert set(map(str, inspection.problems)) == {
        "partnership.toml, question 1: There is no setting “blnk”. Did you mean “blank”?",
        "partnership.toml: There is no setting “nmae”. Did you mean “name”?",
    }


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (
            '[layers.contact]\npromise = "secret"',
            "layers, contact, promise: “secret” cannot be chosen. Choose named with strength, ",
        ),
        (
            '[layers.contact]\npromise = "named with strenght"',
            "“named with strenght” cannot be chosen. Did you mean “named with strength”?",
        ),
        (
            '[promises]\nwho_answered = "nobody"',
            "promises, who_answered: “nobody” cannot be chosen. Choose named or count.",
        ),
        ('who_answered = "named"', "There is no setting “who_answered”. Write it below a line [promises]."),
        (
            "[layers.contact]\nstrict = true",
            "“strict”. Write it at the top of the file, above the first line in",
        ),
        ('strict = "very"', "strict: This setting cannot be “very”. Write true or false."),
        ('directed = "perhaps"', "Write true or false"),
        ('[[question]]\nkind = "tie"\nrespondent = "a"', "either “question” or “columns”"),
        ('[[question]]\nkind = "tie"\nquestion = "Q1"\ncolumns = "{b}"', "either “question” or “columns”"),
        ('[[question]]\nkind = "identity"', "needs “question” or “respondent”"),
        ('[[question]]\nkind = "tie"\nquestion = "Q1"\nlimit = 0', "question 1, limit"),
        (
            '[[question]]\nkind = "tie"\nrespondent = "a"\ncolumns = "b"',
            "needs a named field, such as “Works with [{organization}]”",
        ),
        ('[[question]]\nfile = "a.csv"', "question 1, kind: This setting is missing"),
        ('[[wave]]\nname = "1"\ndate = "March"', "2025-03-31"),
        ('[[wave]]\nname = "1"\n[[wave]]\nname = "1"', "Two waves have the same name"),
        ('[layers.a]\nscale = [{ value = "x", name = "b" }]', "layers, a, scale 1, value"),
        ("[sectors]\nHealth = -1", "sectors, Health"),
        ('name = "never closed', "cannot be read"),
    ],
)
def test_each_problem_says_where(tmp_path: Path, text: str, words: str) -> None:
    (problem,) = refused(tmp_path, text)
    assert words in problem


def test_a_text_where_a_table_belongs(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, 'ties = "both"')
    assert problem == (
        "partnership.toml, ties: This setting is “both” and should be a table. "
        "Write a line [ties] and below it the settings you need, each on a line of its own: default, several_answers."
    )


def test_all_problems_at_once(tmp_path: Path) -> None:
    assert len(refused(tmp_path, 'directed = "perhaps"\nblnk = 1\n[ties]\ndefault = "all"')) == 3


#: A word where each setting takes another kind of thing, or one of a few words.
_OUT_OF_PLACE = [
    ("language", 'language = "fr"'),
    ("directed", 'directed = "perhaps"'),
    ("layers, named, scale 1, value", '[layers.named]\nscale = [{ value = "x", name = "b" }]'),
    ("layers, steps, scale", "[layers.steps]\nscale = 7"),
    ("layers, a, promise", '[layers.a]\npromise = "x"'),
    ("layers, a, asks", '[layers.a]\nasks = "x"'),
    (
        "question 1, scale 2, value",
        '[[question]]\nkind = "tie"\nquestion = "Q"\nscale = ["a", { value = "x", name = "b" }]',
    ),
    ("question 1, several_answers", '[[question]]\nkind = "tie"\nquestion = "Q"\nseveral_answers = "x"'),
    ("question 1, blank", '[[question]]\nkind = "tie"\nquestion = "Q"\nblank = "x"'),
    ("question 2, kind", '[[question]]\nkind = "tie"\nquestion = "Q"\n[[question]]\nkind = "x"\nquestion = "Q"'),
    ("table 1, role", '[[table]]\nfile = "a.csv"\nrole = "x"'),
    ("table 1, source", '[[table]]\nfile = "a.csv"\nrole = "ties"\nsource = "x"'),
    ("ties, default", '[ties]\ndefault = "x"'),
    ("paragraph 1, part", '[[paragraph]]\nplace = "before"\npart = "x"\ntext = "y"'),
    ("paragraph 1, readers", '[[paragraph]]\nplace = "closing"\nreaders = "x"\ntext = "y"'),
    ("pages, order 2", '[pages]\norder = ["missing", "x"]'),
    ("colours, Our schools", '[colours]\nHealth = "#0072b2"\n"Our schools" = "red"'),
    ("colours 1, colour", '[[colours]]\nsector = "Health"\ncolour = "red"'),
    ("sectors", '[sectors]\nlist = ["Health", ["Schools"]]'),
]


@pytest.mark.parametrize(("place", "text"), _OUT_OF_PLACE)
def test_a_place_has_the_words_of_the_file_alone(tmp_path: Path, place: str, text: str) -> None:
    (problem,) = refused(tmp_path, text)
    assert problem.startswith(f"partnership.toml, {place}: ")


def test_a_missing_choice_is_answered_with_what_there_is(tmp_path: Path) -> None:
    (problem,) = refused(tmp_path, '[[paragraph]]\ntext = "x"')
    assert problem == (
        "partnership.toml, paragraph 1, place: This setting is missing. Add a line “place = ...”. "
        "Choose introduction, before, after or closing."
    )
    (problem,) = refused(tmp_path, '[[paragraph]]\nplace = "closing"')
    assert problem.endswith("Add a line “text = ...”.")


@pytest.mark.parametrize(("written", "meant"), [("notie", "no tie"), ("unobservd", "unobserved")])
def test_a_word_that_is_nearly_right_is_proposed_and_no_guess_of_a_draft_is(
    tmp_path: Path, written: str, meant: str
) -> None:
    (problem,) = refused(tmp_path, f'[[question]]\nkind = "tie"\nquestion = "Q1"\nblank = "{written}"')
    assert problem.endswith(f"Did you mean “{meant}”?")


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ('name = "x"\ntext = "First line\nand second"', 2),
        ("text = 'First line\r\nand second'", 1),
        ('[[paragraph]]\ntext = "First.\n\nSecond."', 2),
        ('name = "never closed', None),
        ("name = 'never closed", None),
        ('text = """never\nclosed"', None),
    ],
)
def test_a_text_of_several_lines_is_answered_with_three_marks(tmp_path: Path, text: str, row: int | None) -> None:
    (problem,) = refused(tmp_path, text)
    assert problem.endswith('a text of several lines stands between three of them, """…""".')
    assert problem.startswith(f"partnership.toml, row {row}: " if row else "partnership.toml: ")


@pytest.mark.parametrize("path", [r"C:\Users\me", r"C:\data\me", r"\\server\x", r"surveys\one.csv", r"C:\x"])
def test_a_path_of_windows_is_answered_with_slashes(tmp_path: Path, path: str) -> None:
    (problem,) = refused(tmp_path, f'[organizations]\nfile = "{path}"')
    assert problem.endswith(r'Write / instead of \ in paths, as in "C:/data/survey.csv".')


def test_a_file_in_another_encoding_is_to_be_saved_anew(tmp_path: Path) -> None:
    (tmp_path / "partnership.toml").write_bytes('name = "Condado de Ñuble"'.encode("cp1252"))
    with pytest.raises(SurveyError, match=r"Save the file as UTF-8\."):
        read_settings(tmp_path / "partnership.toml", Inspection())
