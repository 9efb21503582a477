"""Reads the survey settings as text: partnership.toml."""

import re
import tomllib
from pathlib import Path

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.validation import checked_settings
from stakeholder_graph.text import _

_QUESTION = re.compile(r"\s*\[\[\s*question\s*\]\]")


def read_settings(path: Path, inspection: Inspection) -> Settings:
    r"""Read partnership.toml, noting all of its problems.

    Parameters
    ----------
    path : Path
        The file.
    inspection : Inspection
        Takes the problems.

    Returns
    -------
    Settings
        Without keys that do not exist: these are problems, but the rest of the input can be looked at too. Each
        question knows its line.

    Raises
    ------
    SurveyError
        If anything else is wrong, since the other files cannot be understood then.

    Examples
    --------
    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder:
    ...     file = Path(folder) / "partnership.toml"
    ...     _size = file.write_text('name = "Wren"\n\n[[question]]\nkind = "team"\nquestion = "Q1"')
    ...     settings = read_settings(file, Inspection())
    >>> settings.name, settings.question[0].location
    ('Wren', Location(file='partnership.toml', row=3))
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
        raw = tomllib.loads(text)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        line = re.search(r"at line (\d+)", str(error))
        reason = error.strerror if isinstance(error, OSError) else str(error)
        inspection.wrong(
            _("The settings cannot be read: {reason}.", reason=reason),
            _('Write texts between quotation marks, as in name = "Wren County".'),
            path.name,
            int(line[1]) if line else None,
        )
        inspection.verdict()
    return _located(checked_settings(raw, path.name, inspection), path.name, text)


def _located(settings: Settings, file: str, text: str) -> Settings:
    """The settings, with the line of each question where every question has a header of its own."""
    lines = [number for number, line in enumerate(text.splitlines(), start=1) if _QUESTION.match(line)]
    if len(lines) != len(settings.question):
        return settings.located(file)
    questions = zip(settings.question, lines, strict=True)
    located = tuple(question.located(file, line) for question, line in questions)
    return settings.model_copy(update={"question": located}).located(file)
