"""Example partnerships: whole folders with a story planted in them, and a page that tells it."""

from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from stakeholder_graph.generators.partnership import Invented
from stakeholder_graph.generators.wren_county import wren_county
from stakeholder_graph.generators.write_files import write

#: What makes each example, by the name of its folder.
EXAMPLES: Mapping[str, Callable[[], Invented]] = MappingProxyType({"wren-county": wren_county})


def write_example(name: str, folder: Path | str) -> None:
    """Write an example: its plain files, its settings, and a README that says what a reader should find.

    Parameters
    ----------
    name : str
        One of `EXAMPLES`.
    folder : path
        Made where it does not exist; files of the same names are replaced, others left alone.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     write_example("wren-county", folder)
    ...     sorted(path.name for path in Path(folder).iterdir())[:3]
    ['README.md', 'affiliations.csv', 'asked.csv']
    """
    made = EXAMPLES[name]()
    write(made.tables, folder, made.settings)
    page = files("stakeholder_graph.generators").joinpath(name.replace("-", "_"), "README.md").read_bytes()
    (Path(folder) / "README.md").write_bytes(page)
