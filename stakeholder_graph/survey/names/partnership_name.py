"""What to call a partnership whose settings do not say it: after its folder, without what only names the files."""

import re

from stakeholder_graph.survey.roles.vocabulary import words

#: Words that say of a folder what kind of files it holds.
_OF_FILES = frozenset({
    "data", "datos", "export", "exports", "exportacion", "survey", "surveys", "encuesta", "encuestas", "results",
    "responses", "respuestas", "answers", "final", "copy", "copia", "files", "archivos", "folder", "carpeta", "new",
    "nuevo", "nueva", "input", "inputs", "downloads", "descargas", "documents", "documentos", "desktop", "escritorio",
    "csv", "xlsx", "excel", "tmp", "temp", "wave", "round", "ronda",
})  # fmt: skip
#: What joins others and says nothing alone.
_JOINING = frozenset({"of", "from", "for", "the", "de", "del", "la", "el", "los", "las", "para", "y", "and"})
_NUMBER = re.compile(r"[v(]?\d+\)?")


def name_by_folder(folder: str) -> str:
    """Propose a name by that of the folder.

    Parameters
    ----------
    folder : str
        Its name.

    Returns
    -------
    str
        Blank where the name of the folder says nothing but that there are files in it.

    Examples
    --------
    >>> [name_by_folder(name) for name in ("tobacco-control", "datos_alianza_lectora_2026", "Survey export (2)")]
    ['Tobacco control', 'Alianza lectora', '']
    """
    parts = folder.split() if " " in folder.strip() else re.sub(r"[_\-.]+", " ", folder).split()
    while parts and _says_nothing(parts[0]):
        parts = parts[1:]
    while parts and _says_nothing(parts[-1]):
        parts = parts[:-1]
    name = " ".join(parts)
    return name[:1].upper() + name[1:] if parts[1:] and name == name.lower() else name


def _says_nothing(part: str) -> bool:
    plain = words(part)
    return plain in _OF_FILES or plain in _JOINING or bool(_NUMBER.fullmatch(plain)) or not re.search(r"\w", plain)
