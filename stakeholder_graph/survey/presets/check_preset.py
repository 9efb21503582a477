"""What is wrong with the file of a preset: all of it at once, each with where it stands."""

from collections.abc import Iterator, Mapping
from typing import Any

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.text import N_, _, translate

HEAD = ("id", "edition", "source", "ties", "title", "about")
#: Lists of the file; each entry has its words in one language or both.
LISTS = ("sector", "outcome", "agenda", "statement", "offer")
WORDS = ("en", "es")
#: What may stand inside an outcome.
INSIDE: Mapping[str, tuple[str, ...]] = {"indicators": (*WORDS, "good", "unit"), "activities": WORDS}
_REMOVE = N_("Remove it, or correct its name.")


def check_preset(content: Mapping[str, Any], file: str, inspection: Inspection) -> None:
    """Note every problem of a preset.

    Parameters
    ----------
    content : mapping
        What the file says.
    file : str
        As problems name it.
    inspection : Inspection
        Takes the problems.

    Examples
    --------
    >>> inspection = Inspection()
    >>> check_preset({"id": "ours", "title": {"en": "Ours"}, "sectr": []}, "ours.toml", inspection)
    >>> [problem.what for problem in inspection.problems]
    ['There is no “sectr” in a preset.', 'The preset lists neither sectors nor outcomes.']
    """
    for key in content.keys() - {*HEAD, *LISTS}:
        what = _("There is no “{key}” in a preset.", key=key)
        inspection.wrong(what, suggestion(key, [*HEAD, *LISTS], translate(_REMOVE)), file)
    if not str(content.get("id", "")).strip():
        inspection.wrong(_("The preset has no “{key}”.", key="id"), _("Name it in one word."), file)
    for key in ("title", "about"):
        if key == "title" or key in content:
            _check_words(content.get(key), key, file, inspection)
    for key in ("source", "ties"):
        said = content.get(key, [])
        if not isinstance(said, list) or not all(isinstance(text, str) and text.strip() for text in said):
            what = _("“{key}” is no list of texts.", key=key)
            inspection.wrong(what, _('Write it as in {key} = ["one", "two"].', key=key), file)
    for where, entry, known in _entries(content, file, inspection):
        for key in entry.keys() - set(known) if isinstance(entry, Mapping) else ():
            what = _("There is no “{key}” in {where}.", key=key, where=where)
            inspection.wrong(what, suggestion(key, known, translate(_REMOVE)), file)
        _check_words(entry, where, file, inspection)
        if isinstance(entry, Mapping) and entry.get("good", "up") not in ("up", "down"):
            what = _("“{word}” in {where} is neither up nor down.", word=str(entry["good"]), where=where)
            inspection.wrong(what, _("Write which direction is good: up or down."), file)
    if not content.get("sector") and not content.get("outcome"):
        what = _("The preset lists neither sectors nor outcomes.")
        inspection.wrong(what, _("Add at least one entry, as in [[sector]]."), file)
    _check_once(content, file, inspection)


def _entries(
    content: Mapping[str, Any], file: str, inspection: Inspection
) -> Iterator[tuple[str, Any, tuple[str, ...]]]:
    """Every entry with where it stands, such as ``[[outcome]] 2``, and the keys it may have."""
    for name in LISTS:
        for number, entry in enumerate(_list(content.get(name, []), name, file, inspection), 1):
            where = f"[[{name}]] {number}"
            yield where, entry, (*WORDS, *INSIDE) if name == "outcome" else WORDS
            if name != "outcome" or not isinstance(entry, Mapping):
                continue
            for key, known in INSIDE.items():
                for place, inner in enumerate(_list(entry.get(key, []), f"{where}, {key}", file, inspection), 1):
                    yield f"{where}, {key} {place}", inner, known


def _list(said: Any, where: str, file: str, inspection: Inspection) -> list[Any]:
    if isinstance(said, list):
        return said
    inspection.wrong(_("“{key}” is no list.", key=where), _("Write it as in a preset that comes with the tool."), file)
    return []


def _check_words(entry: Any, where: str, file: str, inspection: Inspection) -> None:
    if isinstance(entry, Mapping) and any(str(entry.get(language, "")).strip() for language in WORDS):
        return
    what = _("{where} has no words, neither English nor Spanish.", where=where)
    inspection.wrong(what, _('Write them as in en = "Schools" and es = "Escuelas".'), file)


def _check_once(content: Mapping[str, Any], file: str, inspection: Inspection) -> None:
    """Two entries of one list must not be called the same in either language: answers could not tell them apart."""
    for name in LISTS:
        entries = content.get(name, [])
        seen: dict[tuple[str, str], int] = {}
        for number, entry in enumerate(entries if isinstance(entries, list) else (), 1):
            for language in WORDS if isinstance(entry, Mapping) else ():
                text = normal(str(entry.get(language, "")))
                first = seen.setdefault((language, text), number) if text else number
                if first != number:
                    what = _("[[{list}]] {number} repeats [[{list}]] {first}.", list=name, number=number, first=first)
                    inspection.wrong(what, _("Remove one of the two."), file)
                    break
