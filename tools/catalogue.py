"""Brings the message catalogue up to date: ``python -m tools.catalogue``.

It extracts every marked text of the package (Python, templates, scripts) and the texts of its rubrics into
``stakeholder_graph.pot``, updates each language's ``.po`` from it and compiles the ``.mo``. What it writes depends on
the texts and translations alone: it holds no date, no file and no line, so that moving code changes nothing.

A translation whose text is gone stays in the ``.po`` below the others (``#~``) and comes back with the text. Where a
merge left these files in conflict, run it too: it keeps the translations of both sides.
"""

import io
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from os import PathLike
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from stakeholder_graph.text.language import DOMAIN, LANGUAGES

PACKAGE = Path(__file__).resolve().parents[1] / "stakeholder_graph"
LOCALE = PACKAGE / "text" / "locale"
METHODS = [
    ("**.py", "python"),
    ("**.html", "jinja2.ext:babel_extract"),
    ("**.js", "stakeholder_graph.text.scripts:extract_from_script"),
    ("**/rubrics/*.toml", "tools.catalogue:extract_from_rubric"),
]
#: What marks a text; the numbers say which arguments are texts. `gettext` and `ngettext` stand for ``{% trans %}``.
KEYWORDS = {"_": None, "N_": None, "_n": (1, 2), "gettext": None, "ngettext": (1, 2)}
#: What a rubric says to its readers, of itself and in each of its rows.
RUBRIC_TEXTS, ROW_TEXTS = ("title",), ("asked", "principle", "cannot_show", "file", "source")
OPTIONS = {"**.html": {"trimmed": "true", "silent": "false"}}


class PlainCatalog(Catalog):
    """A catalogue whose header says nothing that changes from day to day or machine to machine."""

    def _headers(self) -> list[tuple[str, str]]:
        headers = [("Project-Id-Version", "stakeholder-graph")]
        if self.locale is not None:
            headers += [("Language", str(self.locale)), ("Plural-Forms", self.plural_forms)]
        return [*headers, ("MIME-Version", "1.0"), ("Content-Type", "text/plain; charset=utf-8"), _LAST_HEADER]

    mime_headers = property(_headers, Catalog._set_mime_headers)


_LAST_HEADER = ("Content-Transfer-Encoding", "8bit\n")


def extract(folder: Path = PACKAGE) -> Catalog:
    """Every text that is marked in the files of a folder."""
    catalog = PlainCatalog(header_comment="# Texts of stakeholder-graph; written by tools/catalogue.py.", fuzzy=False)
    # By itself Babel passes over folders whose names begin with an underscore; some of the package's do.
    found = extract_from_dir(
        folder, METHODS, OPTIONS, keywords=KEYWORDS, strip_comment_tags=True, directory_filter=_holds_texts
    )
    for _, _, text, _, _ in found:
        catalog.add(text)
    return _unflagged(catalog)


def extract_from_rubric(
    file: BinaryIO, keywords: Any, comment_tags: Any, options: Any
) -> Iterator[tuple[int, str, str, list[str]]]:
    """Hand Babel what a rubric that comes with the tool says, so that it is translated where it is shown."""
    rubric = tomllib.load(file)
    said = [(rubric, RUBRIC_TEXTS), *((row, ROW_TEXTS) for row in rubric.get("row", []))]
    for table, names in said:
        for name in names:
            if text := table.get(name):
                yield 1, "N_", text, []


def _holds_texts(folder: str | PathLike[str]) -> bool:
    return Path(folder).name != "__pycache__" and not Path(folder).name.startswith(".")


def translated(template: Catalog, language: str, known: Catalog) -> Catalog:
    """The texts of a template with the translations that are known of them."""
    catalog = PlainCatalog(
        language, header_comment=f"# Texts of stakeholder-graph: {language}. See tools/catalogue.py.", fuzzy=False
    )
    # The rule of plurals is the one in the .po: what Babel knows of a language changes with its version.
    catalog.mime_headers = [("Plural-Forms", known.plural_forms)]
    strings = {_key(message): message for message in (*known.obsolete.values(), *_messages(known))}
    for message in _messages(template):
        old = strings.pop(_key(message), None)
        fits = old is not None and isinstance(old.id, str) == isinstance(message.id, str)
        catalog.add(message.id, old.string if old and fits else "", user_comments=old.user_comments if old else ())
    catalog.obsolete.update({key: message for key, message in strings.items() if _is_translated(message)})
    return _unflagged(catalog)


def files() -> dict[Path, bytes]:
    """The catalogue's files as they should be, by path; nothing is written."""
    template = extract()
    written = {LOCALE / f"{DOMAIN}.pot": _po(template)}
    for language in LANGUAGES[1:]:
        folder = LOCALE / language / "LC_MESSAGES"
        catalog = translated(template, language, _read(folder / f"{DOMAIN}.po", language))
        written[folder / f"{DOMAIN}.po"] = _po(catalog)
        compiled = io.BytesIO()
        write_mo(compiled, catalog)
        written[folder / f"{DOMAIN}.mo"] = compiled.getvalue()
    return written


def stale() -> list[Path]:
    """Files of the catalogue that are not as they should be."""
    return [path for path, content in files().items() if not path.is_file() or path.read_bytes() != content]


def main() -> None:
    """Write the catalogue and say how much of it each language lacks."""
    for path, content in files().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    for language in LANGUAGES[1:]:
        messages = [*_messages(_read(LOCALE / language / "LC_MESSAGES" / f"{DOMAIN}.po", language))]
        missing = sum(not _is_translated(message) for message in messages)
        print(f"{language}: {len(messages) - missing} of {len(messages)} texts are translated")


def _read(path: Path, language: str) -> Catalog:
    catalog = Catalog(language)
    for content in _versions(path):
        version = read_po(io.BytesIO(content), language)
        catalog.mime_headers = [("Plural-Forms", version.plural_forms)]
        for message in (*version.obsolete.values(), *_messages(version)):
            known = catalog.get(_key(message))
            if _is_translated(message) or known is None:
                catalog[message.id] = message
    return catalog


def _versions(path: Path) -> list[bytes]:
    """A file's content; both sides' where a merge left it in conflict."""
    if not path.is_file():
        return []
    if b"\n<<<<<<< " not in (content := path.read_bytes()):
        return [content]
    name = path.relative_to(PACKAGE.parent).as_posix()
    return [subprocess.check_output(["git", "show", f":{stage}:{name}"], cwd=PACKAGE.parent) for stage in (2, 3)]  # noqa: S603, S607


def _po(catalog: Catalog) -> bytes:
    written = io.BytesIO()
    write_po(written, catalog, width=110, no_location=True, sort_output=True, include_previous=False)
    return written.getvalue()


def _messages(catalog: Iterable[Message]) -> Iterator[Message]:
    return (message for message in catalog if message.id)


def _key(message: Message) -> str:
    return message.id if isinstance(message.id, str) else message.id[0]


def _is_translated(message: Message) -> bool:
    return bool(message.string) if isinstance(message.string, str) else any(message.string or ())


def _unflagged(catalog: Catalog) -> Catalog:
    # Which formats Babel recognizes in a text depends on its version; tests check the fields.
    for message in catalog:
        message.flags.clear()
    return catalog


if __name__ == "__main__":
    main()
