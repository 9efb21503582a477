"""A copy: what the pages of one edition are drawn from.

The backbone's copy holds everything. Every other copy is computed from its `Release`, so what such a release does not
hold is nowhere in it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from stakeholder_graph.conditions.judgement import Ledger
from stakeholder_graph.editions.release import Edition, Release
from stakeholder_graph.graph import Partnership
from stakeholder_graph.measures._declaration import MeasureRole
from stakeholder_graph.measures._registry import with_role
from stakeholder_graph.model.finding import Finding
from stakeholder_graph.model.survey import Step


@dataclass(frozen=True, eq=False)
class Copy:
    """A partnership and its findings as the readers of one edition may see them.

    Parameters
    ----------
    edition : {"backbone", "partners", "community"}
        Who may read it.
    partnership : Partnership
        For the backbone as it is; for others made of their release.
    findings : tuple of Finding
        In the order of the report.
    wave : str
        The wave the findings speak of.
    release : Release, optional
        What it was computed from; None for the backbone.
    ledgers : tuple of Ledger
        What rubrics ask for and what is shown of it; of the backbone alone.

    Examples
    --------
    >>> import networkx as nx
    >>> from stakeholder_graph.graph import from_networkx
    >>> copy = Copy("backbone", Partnership("P", {"1": from_networkx(nx.path_graph(3))}, {}), (), "1")
    >>> copy.confidential, copy.answered("1")
    (True, (3, 3))
    """

    edition: Edition
    partnership: Partnership
    findings: tuple[Finding, ...]
    wave: str
    release: Release | None = field(default=None, repr=False)
    ledgers: tuple[Ledger, ...] = field(default=(), repr=False)

    @property
    def confidential(self) -> bool:
        """Whether it must stay on the backbone's desk."""
        return self.edition == "backbone"

    @property
    def answered_known(self) -> bool:
        """Whether the survey says who answered."""
        return self.release.answered_known if self.release else self.partnership.info.answered_known

    def answered(self, wave: str | None = None) -> tuple[int | None, int]:
        """How many organizations answered in a wave and how many were listed.

        Parameters
        ----------
        wave : str, optional
            By default the one the findings speak of.

        Returns
        -------
        tuple of (int or None, int)
            None where so few answered that this copy does not say how many.
        """
        if self.release is None:
            answered = self.partnership.graph(wave or self.wave).answered
            return int(answered.sum()), len(answered)
        released = self.release.of_wave(wave or self.wave)
        return released.answered, released.listed

    def everyone_answered(self, wave: str | None = None) -> bool:
        """Whether it is known that everyone answered in a wave.

        Parameters
        ----------
        wave : str, optional
            By default the one the findings speak of.
        """
        answered, listed = self.answered(wave)
        return self.answered_known and answered == listed

    @property
    def scales(self) -> Mapping[str, tuple[Step, ...]]:
        """The scale on which each kind of tie was asked about; empty where there was none."""
        layers = self.release.layers if self.release else self.partnership.graph(self.wave).layers.values()
        return {layer.name: layer.steps for layer in layers}

    @property
    def items(self) -> tuple[str, ...]:
        """Outcomes, teams and the like that were asked about, whether or not this copy says who has them."""
        if self.release is not None:
            return tuple(item for _, item, _ in self.release.items)
        listed = self.partnership.lists.get("items")
        return () if listed is None else tuple(map(str, listed["item"]))

    @property
    def aims_asked(self) -> bool:
        """Whether outcomes, teams, an agenda or the like were asked about or listed, and not ties alone."""
        released = self.release is not None and bool(self.release.outcomes or self.release.agreement)
        return released or bool(self.items) or self.partnership.has_aims

    @property
    def lines_withheld(self) -> bool:
        """Whether lines that respondents were told of are not drawn, since they could show who has not answered."""
        return bool(self.release and self.release.layers and self.release.of_wave().lines is None)

    @property
    def backbone(self) -> str | None:
        """The organization that holds the partnership together; None where none is known, or several are."""
        return self.partnership.graph(self.wave).backbone

    def with_role(self, role: MeasureRole) -> Finding | None:
        """The first finding of a measure that declares this role, if this copy has one.

        Parameters
        ----------
        role : str
            Such as ``"response"``.
        """
        return next(iter(with_role(self.findings, role)), None)

    def find(self, name: str, layer: str | None = None) -> Finding | None:
        """The first finding of that measure (and layer), if this copy has one."""
        for finding in self.findings:
            if finding.name == name and layer in (None, *finding.scope.layers):
                return finding
        return None
