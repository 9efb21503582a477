"""Letters are read as they were written; where that is in doubt, both readings are shown and asked about."""

import pytest

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.tabular.delimited import decode
from stakeholder_graph.tabular.encoding import encoding_name
from stakeholder_graph.tabular.plausible_words import doubtful_words


def decoded(data: bytes, encoding: str = "") -> tuple[str, Inspection]:
    inspection = Inspection()
    text = decode(data, "x.csv", inspection, encoding)
    assert not inspection.problems
    return text, inspection


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize("name", ["Peña House", "Łódź Fund", "Çınar Clinic", "東京 House"])
def test_utf_16_with_and_without_a_mark(encoding: str, name: str) -> None:
    text = f"organization,sector\r\n{name},Health\r\nElm Academy,Schools\r\n"
    read, inspection = decoded(text.encode(encoding))
    assert read == text
    assert not inspection.advice + inspection.undecided


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("mac_roman", "organization\rPeña House\rJosé’s\r"),
        ("mac_roman", "a\nLópez Fund\nÀ la carte\n"),
        ("mac_roman", "a\nPeña “Center” – Women’s House\nCafé Gem\n"),
        ("cp1250", "a\nŁódź House\nŚwit School\n"),
        ("cp1250", "a\nDvořák\nČesko\n"),
        ("cp1250", "a\nGyőr\n"),
        ("cp1250", "a\nTimişoara\n"),
        ("cp1251", "a\nШкола № 5\nБиблиотека\n"),
        ("cp1253", "a\nΣχολείο\nΑθήνα\n"),
        ("cp1254", "a\nİstanbul Çınar\nŞişli\n"),
        ("cp850", "a\nPeña House\nÉcole\n"),
        ("koi8_r", "a\nШкола\nБиблиотека имени\n"),
        ("shift_jis", "組織,分野\n東京都立病院,医療\n学校法人,教育\n"),
        ("gb18030", "组织,部门\n北京大学,教育\n上海医院,医疗\n"),
        ("big5", "組織,部門\n台北醫院,醫療\n學校,教育\n"),
    ],
)
def test_other_encodings_are_proposed_and_asked_about(encoding: str, text: str) -> None:
    read, inspection = decoded(text.encode(encoding))
    assert read == text
    (decision,) = inspection.undecided
    assert next(cell for cell in text.split() if not cell.isascii())[:2] in decision.what
    assert "encoding = " in decision.todo


@pytest.mark.parametrize(
    "text",
    [
        "a\nPeña House\nÉcole Saint-Exupéry\n",
        "a\nCœur d’Alène – Nord\n“Children’s” Fund\n",
        "a\nFundação de Ação\n",
        "a\nKøbenhavn\nÅrhus Råd\n",
        "a\nMünchner Straße\nÜber 50 €\n£5,000 fund\n½ day\n",
        "a\nNIÑO\nCAFÉ\nElm Trust™\nN° 5\n",
    ],
)
def test_windows_text_is_read_without_asking_and_said(text: str) -> None:
    read, inspection = decoded(text.encode("cp1252"))
    assert read == text
    assert not inspection.undecided
    assert "cp1252" in inspection.advice[0].what


def test_what_reads_well_as_two_encodings_is_asked_about() -> None:
    _read, inspection = decoded("a\nKöln\n".encode("mac_roman"))
    assert "“Kšln”" in inspection.undecided[0].what
    assert "“Köln”" in inspection.undecided[0].what


@pytest.mark.parametrize(("written", "meant"), [("Peña House", "Peña House"), ("École", "École"), ("O’Dell", "O’Dell")])
def test_letters_encoded_twice_are_put_right_and_said(written: str, meant: str) -> None:
    twice = written.encode().decode("cp1252").encode()
    read, inspection = decoded(b"a\n" + twice + b"\nElm\n")
    assert read == f"a\n{meant}\nElm\n"
    assert meant in inspection.advice[0].what
    assert decoded(b"a\n" + twice, "utf-8")[0] == "a\n" + twice.decode()


def test_the_settings_decide_of_files_that_are_not_utf8() -> None:
    text, inspection = decoded("a\nKöln\n".encode("mac_roman"), "macintosh")
    assert text == "a\nKöln\n"
    assert not inspection.undecided + inspection.advice
    assert decoded("a\nKöln\n".encode(), "macintosh")[0] == "a\nKöln\n"
    inspection = Inspection()
    decode(b"a\nx\n\x81\n", "x.csv", inspection, "cp1252")
    assert [problem.row for problem in inspection.problems] == [3]


def test_names_of_encodings() -> None:
    assert [encoding_name(name) for name in ("UTF8", "windows-1250", "macintosh", "none such")] == [
        "utf-8", "cp1250", "mac-roman", "",
    ]  # fmt: skip


@pytest.mark.parametrize("word", ["Pe–a", "ƒcole", "£ódŸ", "JosŽ", "Dvoøák", "Gyõr", "Gdañsk", "Пcole", "ﾌﾁﾂ"])
def test_words_that_no_language_has(word: str) -> None:
    assert doubtful_words(f"a {word} b") == ((word,), 1)


@pytest.mark.parametrize(
    "word", ["Smith–Jones", "2010–2012", "d’Arc", "ÉCOLE", "(Zürich)", "№5", "Saint-Étienne", "£5"]
)
def test_words_that_a_language_has(word: str) -> None:
    assert doubtful_words(word)[0] == ()


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
@pytest.mark.parametrize("cut", [1, 3, 5])
def test_damaged_utf_16_is_a_problem_in_words(encoding: str, cut: int) -> None:
    """With a mark and without one, broken off within a letter."""
    data = "organization,sector\r\nElm Academy,Schools\r\n".encode(encoding)
    inspection = Inspection()
    text = decode(data[:-cut], "x.csv", inspection)
    assert text.startswith("organization,sector")
    assert [problem.what for problem in inspection.problems] == ["The text breaks off or is damaged (UTF-16)."]


@pytest.mark.parametrize(
    "name",
    ["rot13", "zlib", "hex", "undefined", "idna", "punycode", "unicode_escape", "raw_unicode_escape", "\x00", ""],
)
def test_what_no_program_saves_as_is_no_encoding(name: str) -> None:
    assert encoding_name(name) == ""
