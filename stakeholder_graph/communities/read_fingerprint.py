"""Reads a fingerprint back: a closed list of values, so that a file that says anything else is refused."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from stakeholder_graph.communities.fingerprint import RESPONSES, SCHEMA, SIZES, Fingerprint, SaidWord
from stakeholder_graph.communities.standard_words import standard_sectors
from stakeholder_graph.editions.declared_words import DECLARED_WORDS
from stakeholder_graph.model.problems import Problem, SurveyError
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.text import _, listing

#: A fingerprint is small: what is larger is something else.
LARGEST = 20_000
_FIELDS = ("schema", "year", "organizations", "answered", "sectors", "density", "within_less_usual", "words")


def is_fingerprint(path: Path) -> bool:
    """Whether a file says that it is a fingerprint.

    Parameters
    ----------
    path : Path
        Any.

    Examples
    --------
    >>> file = getfixture("tmp_path") / "somewhere.json"
    >>> _ = file.write_text(Fingerprint("20-49").to_text())
    >>> is_fingerprint(file), is_fingerprint(file.parent)
    (True, False)
    """
    if path.suffix.casefold() != ".json" or not path.is_file() or path.stat().st_size > LARGEST:
        return False
    return b"stakeholder-graph/fingerprint/" in path.read_bytes()


def read_fingerprint(path: Path) -> Fingerprint:
    """Read a fingerprint.

    Parameters
    ----------
    path : Path
        For which `is_fingerprint` holds.

    Returns
    -------
    Fingerprint

    Raises
    ------
    SurveyError
        With everything in it that no fingerprint holds.

    Examples
    --------
    >>> file = getfixture("tmp_path") / "somewhere.json"
    >>> made = Fingerprint("20-49", 2025, sectors=("Schools",), density=0.18, words=(SaidWord("named_by_both"),))
    >>> _ = file.write_text(made.to_text())
    >>> read_fingerprint(file) == made
    True
    """
    try:
        content = json.loads(path.read_bytes())
    except ValueError:
        content = None
    wrong = [_("This is no JSON document.")] if not isinstance(content, dict) else list(_mistakes(content))
    if wrong:
        again = _("Ask the sender to write it again: stakeholder-graph export FOLDER --to fingerprint.")
        raise SurveyError([Problem(what, again, path.name) for what in wrong])
    return Fingerprint(
        content["organizations"],
        content["year"],
        content["answered"],
        tuple(content["sectors"]),
        content["density"],
        content["within_less_usual"],
        tuple(SaidWord(word["id"], tuple(word["about"])) for word in content["words"]),
    )


def _mistakes(content: Mapping[str, Any]) -> Iterator[str]:
    if content.get("schema") != SCHEMA:
        yield _("It is written by another version of the tool: “schema” is not {schema}.", schema=SCHEMA)
        return
    if other := sorted(content.keys() ^ set(_FIELDS)):
        yield _("The fields are not those of a fingerprint; missing, or too many: {names}.", names=listing(other))
        return
    year, density, within = content["year"], content["density"], content["within_less_usual"]
    right = {
        "year": year is None or (_is_number(year) and 1900 <= year <= 2099 and year == int(year)),
        "organizations": content["organizations"] in list(SIZES),
        "answered": content["answered"] in [None, *RESPONSES],
        "sectors": isinstance(content["sectors"], list) and all(map(_is_sector, content["sectors"])),
        "density": density is None or (_is_number(density) and 0 <= density <= 1),
        "within_less_usual": within is None or (_is_number(within) and -1 <= within <= 1),
        "words": isinstance(content["words"], list) and all(map(_is_word, content["words"])),
    }
    for name, is_right in right.items():
        if not is_right:
            yield _("“{name}” holds something that no fingerprint says.", name=name)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _is_sector(value: object) -> bool:
    return (
        isinstance(value, str) and (phrase := standard_sectors().get(normal(value))) is not None and phrase.en == value
    )


def _is_word(value: object) -> bool:
    if not isinstance(value, dict) or value.keys() != {"id", "about"} or not isinstance(value["about"], list):
        return False
    return value["id"] in list(DECLARED_WORDS) and all(map(_is_sector, value["about"]))
