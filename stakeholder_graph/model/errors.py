"""The errors of the package, whose texts are meant for the user.

Every error a user can meet derives from `StakeholderGraphError`.
"""

from collections.abc import Iterable


class StakeholderGraphError(Exception):
    """The root of all errors whose text is meant for the user."""


class UnknownNameError(StakeholderGraphError):
    """A name given by the user is none of those there are.

    Parameters
    ----------
    kind : str
        What was named, such as ``"measure"``.
    name : str
        As the user wrote it.
    known : iterable of str
        The names there are.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str]) -> None:
        self.kind, self.name, self.known = kind, name, tuple(known)
        super().__init__(f"There is no {kind} “{name}”. Choose from: {', '.join(self.known)}.")

    def __reduce__(self) -> tuple[type["UnknownNameError"], tuple[str, str, tuple[str, ...]]]:
        """Come whole from another process, too."""
        return type(self), (self.kind, self.name, self.known)
