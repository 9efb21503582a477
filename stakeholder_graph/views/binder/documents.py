"""The documents that decisions link to: those that lie in the partnership's folder go into the binder's."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType

#: The folder of documents within a binder's.
FOLDER = "documents"
_WEB = re.compile(r"https?://\S+", re.IGNORECASE)
_ODD = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Documents:
    """What links lead to.

    Parameters
    ----------
    files : mapping of str to Path
        By the name in the binder's folder where each document lies now.
    hrefs : mapping of str to str
        By link what a page may lead to: an address of the web, or a document of the binder.
    missing : tuple of str
        Links that lead to no file of the partnership's folder.
    """

    files: Mapping[str, Path] = field(default_factory=lambda: MappingProxyType({}))
    hrefs: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    missing: tuple[str, ...] = ()


def linked_documents(links: Iterable[str], folder: Path | None) -> Documents:
    """Find the documents that decisions link to.

    Parameters
    ----------
    links : iterable of str
        As people wrote them; blank for none.
    folder : Path, optional
        The partnership's. A file outside it is never taken, whoever links to it; without a folder no file is.

    Returns
    -------
    Documents

    Examples
    --------
    >>> linked_documents(["https://example.org/plan", "javascript:alert(1)"], None).hrefs
    {'https://example.org/plan': 'https://example.org/plan'}
    """
    files: dict[str, Path] = {}
    hrefs: dict[str, str] = {}
    missing: list[str] = []
    for link in dict.fromkeys(filter(None, links)):
        if _WEB.fullmatch(link):
            hrefs[link] = link
        elif (path := _inside(link, folder)) is not None:
            name = _name(path.name, files)
            files[name] = path
            hrefs[link] = name
        else:
            missing.append(link)
    return Documents(files, hrefs, tuple(missing))


def _inside(link: str, folder: Path | None) -> Path | None:
    """The file of the partnership's folder that a link leads to."""
    if folder is None:
        return None
    try:
        path = (folder / link).resolve()
        there = path.is_file() and path.is_relative_to(folder.resolve())
    except (OSError, ValueError):
        return None
    return path if there else None


def _name(name: str, taken: Mapping[str, Path]) -> str:
    """A name for a document that any system takes, and that no other document of the binder has."""
    stem, dot, ending = _ODD.sub("-", name).rpartition(".")
    stem, ending = (stem, dot + ending) if dot and stem else (ending, "")
    numbers = ("" if not k else f"-{k + 1}" for k in range(len(taken) + 1))
    return next(path for number in numbers if (path := f"{FOLDER}/{stem}{number}{ending}") not in taken)
