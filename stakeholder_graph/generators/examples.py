"""Example partnerships: whole folders with a story planted in them, and a page that tells it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType

from stakeholder_graph.generators.partnership import Invented
from stakeholder_graph.generators.port_ellery import port_ellery
from stakeholder_graph.generators.wren_county import wren_county
from stakeholder_graph.generators.write_files import write
from stakeholder_graph.text import N_


@dataclass(frozen=True, slots=True)
class Example:
    """What makes an example, and what it is.

    Parameters
    ----------
    make : callable
        Gives its tables and settings, the same every time.
    about : str
        In a sentence.
    """

    make: Callable[[], Invented]
    about: str


#: By the name of the folder.
EXAMPLES: Mapping[str, Example] = MappingProxyType(
    {
        "wren-county": Example(
            wren_county, N_("Children from cradle to career: 61 organizations, two rounds of a survey.")
        ),
        "port-ellery": Example(
            port_ellery, N_("Readmissions and referrals: 38 hospitals, clinics, shelters and others, one round.")
        ),
    }
)


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
    made = EXAMPLES[name].make()
    write(made.tables, folder, made.settings)
    page = files("stakeholder_graph.generators").joinpath(name.replace("-", "_"), "README.md").read_bytes()
    (Path(folder) / "README.md").write_bytes(page)
