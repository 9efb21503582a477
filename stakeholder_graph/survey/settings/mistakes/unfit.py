"""Settings that do not fit: what is wrong with them, and what to write instead, in whatever language is spoken."""

from collections.abc import Sequence

from pydantic_core import ErrorDetails

from stakeholder_graph.text import _, listing


class UnfitError(ValueError):
    """Settings that do not fit, as a validator finds them.

    Parameters
    ----------
    what, todo : str
        What is wrong, and what to do about it, both marked for the catalogue; they hold for all spellings.
    choices : sequence of str
        What may be written, which `todo` names as ``{choices}``.

    Examples
    --------
    >>> error = UnfitError("The part is missing.", "Write {choices}.", ["network", "meetings"])
    >>> print(error, error.remedy)
    The part is missing. Write network or meetings.
    """

    def __init__(self, what: str, todo: str, choices: Sequence[str] = ()) -> None:
        super().__init__(what)
        self.todo, self.choices = todo, choices

    def __str__(self) -> str:
        return _(str(self.args[0]))

    @property
    def remedy(self) -> str:
        """What to do about it, in the language that is spoken."""
        return _(self.todo, choices=listing(self.choices, "or")) if self.choices else _(self.todo)


def unfit_in(detail: ErrorDetails) -> UnfitError | None:
    """Give what a validator of ours found, where an error of pydantic is about that.

    Parameters
    ----------
    detail : ErrorDetails
        As pydantic has it.

    Examples
    --------
    >>> unfit_in({"type": "missing", "loc": (), "msg": "", "input": {}}) is None
    True
    """
    error = detail.get("ctx", {}).get("error")
    return error if isinstance(error, UnfitError) else None
