"""Plain files, written so that the same tables give the same bytes on every machine."""

from collections.abc import Mapping
from pathlib import Path

import pandas as pd

#: Files whose order people read (a scale from low to high, outcomes from cradle to career): kept as given.
IN_ORDER = frozenset(
    {"scales", "items", "sectors", "indicators", "strategies", "changes", "evidence", "commitments", "corrections"}
)


def write(tables: Mapping[str, pd.DataFrame], folder: Path | str, settings: str = "") -> None:
    r"""Write tables as plain files: ``<name>.csv`` in UTF-8 with line feeds, rows sorted.

    Parameters
    ----------
    tables : mapping of str to DataFrame
        By name of the plain file, such as ``"ties"``.
    folder : path
        Made where it does not exist; files of the same names are replaced, others left alone.
    settings : str
        Text of ``partnership.toml``; blank for none.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write({"ties": pd.DataFrame({"from": ["B", "A"], "to": ["A", "B"]})}, folder)
    ...     Path(folder, "ties.csv").read_bytes()
    b'from,to\nA,B\nB,A\n'
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, table in tables.items():
        rows = table if name in IN_ORDER else table.sort_values(list(table.columns), kind="stable")
        text = rows.to_csv(index=False, lineterminator="\n")
        (folder / f"{name}.csv").write_bytes(text.encode())
    if settings:
        (folder / "partnership.toml").write_bytes(settings.encode())
