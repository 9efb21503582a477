"""What was measured before, kept by content: the same files, settings and version give what was kept.

It holds what communities are like, so it stays on the desk: nobody but its owner can read it, and no edition has any of
it. An entry that is damaged, or of another version, counts as none and is written anew.
"""

import json
from collections.abc import Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

import numpy as np
import scipy

from stakeholder_graph import __version__
from stakeholder_graph.communities.community_wave import CommunityWave
from stakeholder_graph.model.read_files import ReadFiles
from stakeholder_graph.storage.errors import StorageError
from stakeholder_graph.storage.files import write_file_whole
from stakeholder_graph.survey.input_files import InputWatch
from stakeholder_graph.text import current_language

#: Changes whenever what is kept, or how it is measured, does.
_FORM = 2


def content_key(path: Path, options: Mapping[str, Any]) -> str:
    """Name what a partnership's folder holds, together with the options and the version of the tool.

    Parameters
    ----------
    path : Path
        The folder, or a file in it that is named by itself.
    options : mapping
        Plain values: whatever else the numbers depend on.

    Returns
    -------
    str
        SHA-256, in hexadecimal digits.

    Examples
    --------
    >>> folder = getfixture("tmp_path")
    >>> _ = (folder / "ties.csv").write_text("from,to")
    >>> before = content_key(folder, {"seed": 0})
    >>> _ = (folder / "ties.csv").write_text("from,to,layer")
    >>> before == content_key(folder, {"seed": 0}), before == content_key(folder, {"seed": 1})
    (False, False)
    """
    folder = path if path.is_dir() else path.parent
    files = [Path(name) for name in sorted(InputWatch(path).files.stamps)]
    whole = {
        "form": _FORM,
        "versions": [__version__, np.__version__, scipy.__version__],
        "language": current_language(),
        "named": "" if path.is_dir() else path.name,
        # Folders without a name of their own are called by that of the folder.
        "folder": folder.resolve().name,
        "files": [(file.name, _digest(file)) for file in files],
        "options": dict(options),
    }
    return sha256(json.dumps(whole, sort_keys=True).encode()).hexdigest()


class KeptWaves:
    """Communities that were measured before.

    Parameters
    ----------
    folder : Path
        Made when something is kept.

    Examples
    --------
    >>> kept = KeptWaves(getfixture("tmp_path") / "cache")
    >>> wave = CommunityWave("Wren", "2025", "", True, 3, 2)
    >>> kept.write("a" * 64, [wave], ReadFiles())
    >>> kept.read("a" * 64) == (wave,), kept.read("b" * 64)
    (True, None)
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, key: str) -> tuple[CommunityWave, ...] | None:
        """What was kept under a key; None where nothing was, or it is damaged, or a file elsewhere has changed.

        Parameters
        ----------
        key : str
            As of `content_key`.
        """
        try:
            entry = json.loads((self._folder / f"{key}.json").read_bytes())
            body = entry["kept"]
            if entry["sha256"] != _checked(body):
                return None
            if any(_digest(Path(name)) != digest for name, digest in body["elsewhere"].items()):
                return None
            return tuple(CommunityWave.from_plain(wave) for wave in body["waves"])
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return None

    def write(self, key: str, waves: Sequence[CommunityWave], read_from: ReadFiles) -> None:
        """Keep what was measured; where the disk refuses, nothing is kept, which costs time and nothing else.

        Parameters
        ----------
        key : str
            As of `content_key`, from before the files were read.
        waves : sequence of CommunityWave
            All of one community.
        read_from : ReadFiles
            The files: those in other folders are not part of the key, so their digests are kept beside it.
        """
        elsewhere = {name: _digest(Path(name)) for name in read_from.stamps if not _is_in(name, read_from.folder)}
        body = {"elsewhere": elsewhere, "waves": [wave.to_plain() for wave in waves]}
        content = json.dumps({"sha256": _checked(body), "kept": body}, ensure_ascii=False)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_file_whole(self._folder / f"{key}.json", content.encode(), private=True)
        except (OSError, StorageError):
            return


def _checked(body: object) -> str:
    return sha256(json.dumps(body, sort_keys=True).encode()).hexdigest()


def _digest(path: Path) -> str | None:
    try:
        return sha256(path.read_bytes()).hexdigest()
    except OSError:
        return None


def _is_in(name: str, folder: str) -> bool:
    return bool(folder) and Path(name).parent == Path(folder)
