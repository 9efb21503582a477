"""In which form a file is written: as its name ends, which is what other programs go by when they open it."""

from collections.abc import Mapping
from pathlib import Path

from stakeholder_graph.model.errors import StakeholderGraphError, UnknownNameError
from stakeholder_graph.text import _, listing

#: How the name of a file of each form ends; the first form is that of a name without an ending.
TEXTS: Mapping[str, str] = {"table": ".txt", "csv": ".csv", "json": ".json"}
FINDINGS: Mapping[str, str] = {**TEXTS, "xlsx": ".xlsx"}
PAGES: Mapping[str, str] = {"html": ".html"}
_ALIKE = {".htm": ".html"}


class FileFormError(StakeholderGraphError):
    """The name of a file is that of another kind of file than was asked for, or than there is; nothing is written."""


def ending_of(path: Path) -> str:
    """Give how the name of a file ends: a dot, and what is no number behind it.

    Parameters
    ----------
    path : Path
        The file.

    Examples
    --------
    >>> ending_of(Path("Map.HTM")), ending_of(Path("Spring 2.0")), ending_of(Path("St. Mary"))
    ('.html', '', '')
    """
    letters = path.suffix.lower()[1:]
    suffix = f".{letters}" if letters.isalnum() and not letters.isdecimal() else ""
    return _ALIKE.get(suffix, suffix)


def form_of_file(path: Path, form: str | None, endings: Mapping[str, str]) -> str:
    """Say in which form to write a file: as was asked for, or else as its name ends.

    Parameters
    ----------
    path : Path
        The file.
    form : str, optional
        One of those in `endings`.
    endings : mapping of str to str
        For each form that there is how names of its files end.

    Raises
    ------
    FileFormError
        If no form has files with that ending, or not the form that was asked for.
    UnknownNameError
        If there is no such form.

    Examples
    --------
    >>> form_of_file(Path("a.csv"), None, TEXTS), form_of_file(Path("a"), None, TEXTS)
    ('csv', 'table')
    >>> form_of_file(Path("a.csv"), "json", TEXTS)
    Traceback (most recent call last):
        ...
    stakeholder_graph.storage.file_forms.FileFormError: The file a.csv does not agree with the format json. ...
    """
    if form is not None and form not in endings:
        raise UnknownNameError("format", form, endings)
    ending = ending_of(path)
    if not ending:
        return form or next(iter(endings))
    fitting = [known for known, own in endings.items() if own == ending]
    if not fitting:
        there = [endings[form]] if form else endings.values()
        raise FileFormError(
            _("No {ending} file is written. End the name in {endings}.", ending=ending, endings=listing(there, "or"))
        )
    if form is not None and form not in fitting:
        raise FileFormError(
            _(
                "The file {file} does not agree with the format {form}. End its name in {ending}, or choose the format "
                "{other}.",
                file=path.name,
                form=form,
                ending=endings[form],
                other=listing(fitting, "or"),
            )
        )
    return form or fitting[0]
