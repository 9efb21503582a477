"""What the program itself says: words that give nothing away, whoever wrote them into a survey too."""

import re
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

#: Whose words stand on pages: ours, and those of the library that draws the map.
PACKAGES = ("stakeholder_graph", "pyvis")
KINDS = (".py", ".html", ".js", ".css")
#: Where a long text goes on in the next line of a program.
_GOES_ON = re.compile(r'"\n\s*f?"')


@cache
def own_words() -> str:
    """All that the program's own files say.

    Examples
    --------
    >>> "who stands between others" in own_words().casefold()
    True
    """
    return "\n".join(_GOES_ON.sub("", text) for package in PACKAGES for text in _texts(files(package)))


def _texts(folder: Traversable) -> list[str]:
    texts = []
    for entry in folder.iterdir():
        if entry.is_dir():
            texts += _texts(entry)
        elif entry.name.endswith(KINDS):
            texts.append(entry.read_text(encoding="utf-8"))
    return texts
