"""What one edition lets its readers see: the only thing a view is ever handed."""

from dataclasses import dataclass
from typing import Literal

from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures._declaration import MeasureRole
from stakeholder_graph.measures._registry import with_role
from stakeholder_graph.model.finding import Finding

Edition = Literal["backbone", "partners", "community"]


@dataclass(frozen=True, eq=False)
class Release:
    """A partnership and its findings with all taken out that an edition may not see.

    Parameters
    ----------
    edition : {"backbone", "partners", "community"}
        Who may read it.
    partnership : Partnership
        For the backbone as it is; for others its graphs hold undirected ties of ``named`` layers, and nothing of
        who answered, who reported a tie, ratings or attributes that nobody said are public.
    findings : tuple of Finding
        In the order of the report.
    wave : str
        The wave the findings speak of.
    everyone_answered : frozenset of str
        The waves in which everyone did: where nobody was silent, saying so reveals nobody.
    """

    edition: Edition
    partnership: Partnership
    findings: tuple[Finding, ...]
    wave: str
    everyone_answered: frozenset[str] = frozenset()

    @property
    def confidential(self) -> bool:
        """Whether it must stay on the backbone's desk."""
        return self.edition == "backbone"

    def with_role(self, role: MeasureRole) -> Finding | None:
        """The first finding of a measure that declares this role, if this edition may see one.

        Parameters
        ----------
        role : str
            Such as ``"response"``.
        """
        return next(iter(with_role(self.findings, role)), None)

    def find(self, name: str, layer: str | None = None) -> Finding | None:
        """The first finding of that measure (and layer), if this edition may see one."""
        for finding in self.findings:
            if finding.name == name and layer in (None, *finding.scope.layers):
                return finding
        return None
