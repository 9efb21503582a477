"""What the file of each profile is called: by its organization, in letters that any mail program takes."""

import re
import unicodedata
from collections.abc import Iterable

_OTHER = re.compile(r"[^a-z0-9]+")
#: Longer names are cut.
LONGEST = 60


def file_names(organizations: Iterable[str]) -> dict[str, str]:
    """Name the files of some organizations.

    Parameters
    ----------
    organizations : iterable of str
        In the order in which files of the same name are numbered.

    Returns
    -------
    dict of str to str
        By organization; no two are the same.

    Examples
    --------
    >>> list(file_names(["Niños Unidos", "Ninos unidos", "日本"]).values())
    ['ninos-unidos.html', 'ninos-unidos-2.html', 'profile.html']
    """
    names: dict[str, str] = {}
    taken: set[str] = set()
    for organization in organizations:
        letters = unicodedata.normalize("NFKD", organization).encode("ascii", "ignore").decode().casefold()
        stem = _OTHER.sub("-", letters)[:LONGEST].strip("-") or "profile"
        name, number = stem, 1
        while name in taken:
            number += 1
            name = f"{stem}-{number}"
        taken.add(name)
        names[organization] = f"{name}.html"
    return names
