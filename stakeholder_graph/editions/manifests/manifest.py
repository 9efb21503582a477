"""The manifest of the desk's folder: all that is needed to make a report again, and what came of it."""

import json
import shlex
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from stakeholder_graph.editions.release import Edition
from stakeholder_graph.model.errors import StakeholderGraphError
from stakeholder_graph.model.finding import Ties
from stakeholder_graph.text import _

#: What it is called in each folder.
MANIFEST = "manifest.json"


class ManifestError(StakeholderGraphError):
    """There is no manifest, or it cannot be read."""


@dataclass(frozen=True, slots=True)
class ReportOptions:
    """With what options a report was written.

    Parameters
    ----------
    editions : tuple of {"backbone", "partners", "community"}
        Its folders.
    wave : str
        The one that it speaks of.
    layers : tuple of str
        Kinds of tie; empty for all.
    ties : {"reported", "either", "both"}
        What counted as a tie.
    seed, permutations, draws : int
        Of what was simulated.
    language : str
        Of its pages.
    """

    editions: tuple[Edition, ...]
    wave: str
    layers: tuple[str, ...]
    ties: Ties
    seed: int
    permutations: int
    draws: int
    language: str

    def command(self, folder: str) -> str:
        """Give the command that writes the report.

        Parameters
        ----------
        folder : str
            What the partnership is called there.

        Examples
        --------
        >>> ReportOptions(("backbone", "partners"), "2025", (), "reported", 0, 9999, 200, "en").command("our survey")
        "stakeholder-graph report 'our survey' --wave 2025 --ties reported --seed 0 --permutations 9999 --draws 200 \
--language en"
        """
        words = ["stakeholder-graph", "report", folder, "--wave", self.wave]
        words += [word for layer in self.layers for word in ("--layer", layer)]
        words += ["--ties", self.ties, "--seed", str(self.seed), "--permutations", str(self.permutations)]
        words += ["--draws", str(self.draws), "--language", self.language]
        words += ["--edition", "community"] if "community" in self.editions else []
        return shlex.join(words)


@dataclass(frozen=True, slots=True)
class Manifest:
    """What the desk's folder says of itself; it names no clock and no place on the disk.

    Parameters
    ----------
    version : str
        Of this program.
    machine, libraries : mapping of str to str
        On what it ran, and with which versions.
    options : ReportOptions
        With what options.
    inputs : mapping of str to str
        SHA-256 of each file that was read, by its path from the partnership's folder.
    outputs : mapping of str to mapping of str to str
        SHA-256 of each file that was written, by folder and path, as it was before what people filled in was carried
        over.
    """

    version: str
    machine: Mapping[str, str]
    libraries: Mapping[str, str]
    options: ReportOptions
    inputs: Mapping[str, str]
    outputs: Mapping[str, Mapping[str, str]]

    def to_json(self, folder: str) -> str:
        """Write it.

        Parameters
        ----------
        folder : str
            What the partnership's folder is called, for the command.
        """
        content = {"program": "stakeholder-graph", "command": self.options.command(folder), **asdict(self)}
        return json.dumps(content, ensure_ascii=False, indent=1) + "\n"

    @classmethod
    def from_json(cls, text: str, file: str) -> "Manifest":
        """Read one.

        Parameters
        ----------
        text : str
            As `to_json` writes it.
        file : str
            What users call it.

        Raises
        ------
        ManifestError
            If it is something else.

        Examples
        --------
        >>> Manifest.from_json("{}", "manifest.json")
        Traceback (most recent call last):
            ...
        stakeholder_graph.editions.manifests.manifest.ManifestError: manifest.json is no manifest of a report, ...
        """
        try:
            content: dict[str, Any] = json.loads(text)
            options: dict[str, Any] = {
                name: tuple(value) if isinstance(value, list) else value for name, value in content["options"].items()
            }
            outputs = {folder: {**files} for folder, files in content["outputs"].items()}
            known = {name: {**content[name]} for name in ("machine", "libraries", "inputs")}
            return cls(str(content["version"]), options=ReportOptions(**options), outputs=outputs, **known)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            said = _("{file} is no manifest of a report, or somebody changed it. Write the report again.", file=file)
            raise ManifestError(said) from error
