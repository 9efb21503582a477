"""A match: what one written name stands for, or may stand for."""

from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.survey.names.candidates import Proposal

MatchKind = Literal["exact", "alias", "several", "nobody", "unlisted", "proposals", "unknown"]


@dataclass(frozen=True, slots=True)
class Match:
    """What a written name stands for.

    Parameters
    ----------
    written : str
        As written.
    kind : {"exact", "alias", "several", "nobody", "unlisted", "proposals", "unknown"}
        All but the last two need no decision, except that of `several` each name may.
    organization : str
        As the roster shows it, where `kind` is exact or alias; else blank.
    reason : str
        Why, in plain words.
    proposals : tuple of Proposal
        Whom it may stand for, best first, at most three.
    parts : tuple of Match
        Those of the names in a cell that holds several.

    Examples
    --------
    >>> clinic, zoo = Match("HC", "alias", "Harbor Clinic"), Match("Zoo", "unknown")
    >>> cell = Match("HC; Zoo", "several", parts=(clinic, zoo))
    >>> cell.organizations, cell.decided
    (('Harbor Clinic',), False)
    """

    written: str
    kind: MatchKind
    organization: str = ""
    reason: str = ""
    proposals: tuple[Proposal, ...] = ()
    parts: tuple["Match", ...] = ()

    @property
    def single(self) -> tuple["Match", ...]:
        """The match itself, or those of the names in the cell."""
        return tuple(single for part in self.parts for single in part.single) or (self,)

    @property
    def organizations(self) -> tuple[str, ...]:
        """Every organization that is certainly meant."""
        return tuple(dict.fromkeys(single.organization for single in self.single if single.organization))

    @property
    def decided(self) -> bool:
        """Whether nothing is left for a person to decide."""
        return all(single.kind in ("exact", "alias", "nobody", "unlisted") for single in self.single)
