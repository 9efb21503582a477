"""The files of the catalogue are fresh, and every translation can take the place of its text."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages import Catalog, Message
from babel.messages.pofile import read_po

from stakeholder_graph.text.language import DOMAIN, LANGUAGES
from tools import catalogue

CODE = {
    "a.py": '''"""_("not this, which is a docstring")"""
A = N_("Marked" " only")
B = _("There is {thing}", thing=_("inner"))
C = _n("{count} row", "{count} rows", 3)
''',
    "b.html": '{{ _("In {place}", place=x) }}{{ _n("{count} page", "{count} pages", n) }}'
    "{% trans %}Two\n lines{% endtrans %}",
    "rubrics/d.toml": 'title = "Ours"\n[[row]]\nid = "a"\nasked = "Do they meet?"\nfile = "the minutes"\n',
    "c.js": 'say(_("Hello {name}", { name: `x${_("nested")}` })); _n("{count} tie", "{count} ties", n);',
}


def messages(catalog: Catalog) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def forms(message: Message) -> list[str]:
    return [message.id] if isinstance(message.id, str) else list(message.id)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


@pytest.fixture(scope="module")
def template() -> Catalog:
    return catalogue.extract()


def test_the_catalogue_is_fresh() -> None:
    stale = [path.name for path in catalogue.stale()]
    assert not stale, "run python -m tools.catalogue"


def test_texts_are_extracted_from_python_templates_scripts_and_rubrics(tmp_path: Path) -> None:
    for name, code in CODE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(code, encoding="utf-8")
    assert {tuple(forms(message)) for message in messages(catalogue.extract(tmp_path))} == {
        ("Marked only",),
        ("There is {thing}",),
        ("inner",),
        ("{count} row", "{count} rows"),
        ("In {place}",),
        ("{count} page", "{count} pages"),
        ("Two lines",),
        ("Hello {name}",),
        ("nested",),
        ("{count} tie", "{count} ties"),
        ("Ours",),
        ("Do they meet?",),
        ("the minutes",),
    }


def test_a_translation_stays_while_its_text_is_gone_and_comes_back_with_it() -> None:
    known, empty, full = Catalog("es"), Catalog(), Catalog()
    known.add("Ties", "Vínculos")
    full.add("Ties")
    gone = catalogue.translated(empty, "es", known)
    assert "Ties" not in gone
    assert catalogue.translated(full, "es", gone)["Ties"].string == "Vínculos"


def test_no_text_stands_alone_and_as_a_plural_too(template: Catalog) -> None:
    # gettext keeps both under one id, and the second would be lost.
    alone = {forms(message)[0] for message in messages(template) if isinstance(message.id, str)}
    plural = {one for message in messages(template) if not isinstance(message.id, str) for one in forms(message)}
    assert not alone & plural


def marked(path: Path) -> Iterator[tuple[str, ...]]:
    """Every text that a file marks, as Python itself reads the file."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"_", "N_", "_n"}:
            texts = node.args[: 2 if node.func.id == "_n" else 1]
            written = [text.value for text in texts if isinstance(text, ast.Constant)]
            words = tuple(text for text in written if isinstance(text, str) and text)
            if len(words) == len(texts):
                yield words


def test_every_text_that_is_marked_is_extracted(template: Catalog) -> None:
    # The extractor sees no text in a field of an f-string, and can lose a plural behind a call within the call.
    known = {tuple(forms(message)) for message in messages(template)}
    lost = {path.name: set(marked(path)) - known for path in catalogue.PACKAGE.rglob("*.py")}
    assert {name: texts for name, texts in lost.items() if texts} == {}


def test_fields_are_names_in_braces(template: Catalog) -> None:
    texts = [text for message in messages(template) for text in forms(message)]
    assert [text for text in texts if re.search(r"%\(\w+\)s|%[sd]", text)] == []
    assert [text for text in texts if not all(name.isidentifier() for name in fields(text))] == []


@pytest.mark.parametrize("language", LANGUAGES[1:])
def test_translations_have_the_fields_of_their_texts(language: str) -> None:
    with (catalogue.LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        catalog = read_po(file, language, abort_invalid=True)
    for message in messages(catalog):
        known = [*map(fields, forms(message))]
        wanted = set().union(*known)
        strings = [message.string] if isinstance(message.string, str) else list(message.string or ())
        for string in filter(None, strings):
            # One of something need not be counted: "{count} row" may become "una fila".
            assert fields(string) in (wanted, wanted - {"count"}, *known), message.id


def test_texts_of_a_folder_with_an_underscore_are_extracted_too(tmp_path: Path) -> None:
    for name in ("_kept", "__pycache__", ".cache"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "texts.py").write_text(f'N_("of {name}")\n', encoding="utf-8")
    assert {tuple(forms(message)) for message in messages(catalogue.extract(tmp_path))} == {("of _kept",)}
