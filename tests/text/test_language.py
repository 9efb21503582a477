"""Texts, numbers and lists follow the language of the block they are made in, and of no other."""

import subprocess
import sys
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

import pytest
from babel.messages import Catalog
from babel.messages.mofile import write_mo

from stakeholder_graph.text import _, _n, fill, language, listing, number, percent, speaking
from stakeholder_graph.text.scripts import script_texts, script_translations


@pytest.fixture
def polish(monkeypatch: pytest.MonkeyPatch) -> None:
    """A language with three forms of a plural."""
    catalog = Catalog("pl")
    catalog.add("Ties of {name}", "Więzi {name}")
    catalog.add(("{count} tie", "{count} ties"), ("{count} więź", "{count} więzi", "{count} więzów"))
    compiled = BytesIO()
    write_mo(compiled, catalog)
    compiled.seek(0)
    known = {"pl": GNUTranslations(compiled)}
    monkeypatch.setattr(language, "translations", lambda tag: known.get(tag, NullTranslations()))
    monkeypatch.setattr("stakeholder_graph.text.catalogue.translations", language.translations)


@pytest.mark.usefixtures("polish")
def test_texts_are_in_the_language_of_the_block() -> None:
    assert _("Ties of {name}", name="A") == "Ties of A"
    with speaking("pl"):
        assert _("Ties of {name}", name="{0.__class__}") == "Więzi {0.__class__}"
        assert _("Not translated") == "Not translated"
        assert [_n("{count} tie", "{count} ties", n) for n in (1, 3, 5)] == ["1 więź", "3 więzi", "5 więzów"]
    assert _n("{count} tie", "{count} ties", 3) == "3 ties"


@pytest.mark.usefixtures("polish")
def test_a_page_carries_the_translations_of_its_scripts() -> None:
    code = 'say(_("Ties of {name}", { name })); say(_n("{count} tie", "{count} ties", n)); const kept = N_("Else");'
    assert script_texts(code) == ["Ties of {name}", ("{count} tie", "{count} ties"), "Else"]
    assert script_translations(code) == {}
    with speaking("pl"):
        assert script_translations(code) == {
            "Ties of {name}": "Więzi {name}",
            "{count} tie": {"one": "{count} więź", "few": "{count} więzi", "many": "{count} więzów"},
            "Else": "Else",
        }


def test_the_empty_text_is_not_the_catalogue_s_header() -> None:
    with speaking("es"):
        assert _("") == ""


def test_numbers_shares_and_lists_are_those_of_the_language() -> None:
    with speaking("es"):
        assert (number(-1234567), number(0.25), percent(0.281)) == ("−1,234,567", "0.25", "28%")
        assert (listing("abc"), listing("ab", "or")) == ("a, b y c", "a o b")
        assert (listing(["Salud", "Iglesias"]), listing(["Agua", "Hielo"])) == ("Salud e Iglesias", "Agua y Hielo")
        assert listing(["diez", "ocho"], "or") == "diez u ocho"
    with speaking("de"):
        assert listing("abc") == "a, b und c"
    with speaking("xx-unknown"):
        assert (number(1234), listing("abc")) == ("1,234", "a, b and c")


@pytest.mark.parametrize(
    ("names", "written"),
    [
        ([], ""),
        (["Reed, Inc."], "Reed, Inc."),
        (["Reed, Inc.", "Hale"], "Reed, Inc. and Hale"),
        (["Hale", "Reed, Inc.", "Pine"], "Hale; Reed, Inc.; and Pine"),
    ],
)
def test_names_with_commas_are_parted_by_semicolons(names: list[str], written: str) -> None:
    assert listing(names) == written


@pytest.mark.parametrize(
    ("text", "name", "written"),
    [
        ("Ask first {who}.", "Ibáñez, I.A.P.", "Ask first Ibáñez, I.A.P."),
        ("Ask {who}. Then wait.", "Mill, Inc.", "Ask Mill, Inc. Then wait."),
        ("Ask {who}, then wait.", "Mill, Inc.", "Ask Mill, Inc., then wait."),
        ("{who}.csv is missing.", "a.", "a..csv is missing."),
        ("Ask {who}.", "the Zoo", "Ask the Zoo."),
    ],
)
def test_a_sentence_ends_with_one_full_stop(text: str, name: str, written: str) -> None:
    assert fill(text, {"who": name}) == written


def test_english_needs_no_babel() -> None:
    code = (
        "import sys; from stakeholder_graph.text import _, _n, number, listing, percent;"
        "_('a'), _n('a', 'b', 2), number(1.5), listing('ab'), percent(.5); print('babel' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
