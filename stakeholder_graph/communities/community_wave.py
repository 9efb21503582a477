"""What is known of one community in one survey, and of its organizations no name: the value that caches keep."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

from stakeholder_graph.communities.small_drawing import SmallDrawing


@dataclass(frozen=True, slots=True)
class Comparable:
    """A share that can be compared across communities, since it stands beside what chance would give in each.

    Parameters
    ----------
    aspect : str
        A key of `stakeholder_graph.communities.aspects.ASPECTS`.
    about : tuple of str
        The standard outcome or sectors that it is about, in English; empty for the network as a whole.
    value : float
        As it is.
    expected, sd : float or None
        Mean and standard deviation by chance, in this community; None where there is no such chance, of a share of all.
    expected_rewired, sd_rewired : float or None
        The same with ties rewired, every organization keeping as many; None where that tells nothing.
    denominator : int
        Of how many: organizations, mentions or pairs.
    """

    aspect: str
    about: tuple[str, ...]
    value: float
    expected: float | None = None
    sd: float | None = None
    expected_rewired: float | None = None
    sd_rewired: float | None = None
    denominator: int = 0

    @property
    def z(self) -> float | None:
        """How many standard deviations it lies above what chance gives; None where chance gives always the same.

        Examples
        --------
        >>> Comparable("across_sectors", (), 0.7, 0.8, 0.05).z
        -2.0000000000000018
        """
        return None if self.expected is None or not self.sd else (self.value - self.expected) / self.sd

    @property
    def z_rewired(self) -> float | None:
        """The same against rewired ties."""
        if self.expected_rewired is None or not self.sd_rewired:
            return None
        return (self.value - self.expected_rewired) / self.sd_rewired

    def to_plain(self) -> dict[str, Any]:
        """As JSON, CSV and frames have it, what chance makes of it included."""
        return {
            "aspect": self.aspect,
            "about": " | ".join(self.about),
            "value": self.value,
            "denominator": self.denominator,
            "expected": self.expected,
            "sd": self.sd,
            "z": self.z,
            "expected_rewired": self.expected_rewired,
            "sd_rewired": self.sd_rewired,
            "z_rewired": self.z_rewired,
        }


@dataclass(frozen=True, slots=True)
class CommunityWave:
    """One community in one survey.

    Parameters
    ----------
    name, wave, layer : str
        Of the community, its survey, and the kind of tie; the last blank where none is asked about.
    latest : bool
        Whether it is the latest survey there is.
    organizations, answered : int
        How many are listed, and how many of these answered.
    answered_known : bool
        Whether anything says who answered.
    density : float or None
        Share of what was asked about that is a tie.
    mean_degree : float or None
        Connections of an organization among those that answered, on average.
    fragmentation : float or None
        Share of pairs among those that answered that cannot reach each other.
    parts : int or None
        How many parts they fall into.
    sectors : tuple of str
        Standard sectors on the list, in English.
    comparables : tuple of Comparable
        What can be compared.
    own_outcomes, own_sectors : tuple of str
        Names that are no standard ones, so that no other community has the same.
    draft, invented : bool
        Whether decisions are open, and whether the data are made up.
    drawing : SmallDrawing or None
        Its network without names; None where there is none to draw, and of earlier surveys.
    """

    name: str
    wave: str
    layer: str
    latest: bool
    organizations: int
    answered: int
    answered_known: bool = True
    density: float | None = None
    mean_degree: float | None = None
    fragmentation: float | None = None
    parts: int | None = None
    sectors: tuple[str, ...] = ()
    comparables: tuple[Comparable, ...] = ()
    own_outcomes: tuple[str, ...] = ()
    own_sectors: tuple[str, ...] = ()
    draft: bool = False
    invented: bool = False
    drawing: SmallDrawing | None = None

    def comparable(self, aspect: str, about: tuple[str, ...] = ()) -> Comparable | None:
        """What it has of an aspect, if anything.

        Parameters
        ----------
        aspect : str
            As of `Comparable`.
        about : tuple of str
            As of `Comparable`.
        """
        for comparable in self.comparables:
            if (comparable.aspect, comparable.about) == (aspect, about):
                return comparable
        return None

    @property
    def facts(self) -> dict[str, float | None]:
        """What it is like, that nothing is compared by."""
        return {
            "organizations": self.organizations,
            "density": self.density,
            "mean_degree": self.mean_degree,
            "fragmentation": self.fragmentation,
            "parts": self.parts,
        }

    def to_plain(self) -> dict[str, Any]:
        """As JSON holds it; floats are whole, so that they come back as they were.

        Examples
        --------
        >>> wave = CommunityWave("Wren", "2025", "", True, 3, 2)
        >>> CommunityWave.from_plain(wave.to_plain()) == wave
        True
        """
        return asdict(self)

    @classmethod
    def from_plain(cls, content: Mapping[str, Any]) -> "CommunityWave":
        """Make it of what `to_plain` gave.

        Parameters
        ----------
        content : mapping
            As JSON gives it back, with lists for tuples.

        Raises
        ------
        TypeError, KeyError
            If it holds anything else.
        """
        made: dict[str, Any] = {k: tuple(value) if isinstance(value, list) else value for k, value in content.items()}
        comparables = (Comparable(**{**row, "about": tuple(row["about"])}) for row in content["comparables"])
        made["comparables"] = tuple(comparables)
        if made.get("drawing") is not None:
            made["drawing"] = SmallDrawing.from_plain(made["drawing"])
        return cls(**made)
