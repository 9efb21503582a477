"""Communities side by side: what each is like, where it stands, and from which others could learn what."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from stakeholder_graph.communities.community_wave import CommunityWave
from stakeholder_graph.communities.fingerprint import Fingerprint
from stakeholder_graph.communities.own_chance import OwnChance, own_chances
from stakeholder_graph.communities.standing import CommunityFunnel, standings
from stakeholder_graph.communities.usual_density import UsualDensity, density_funnel, usual_density
from stakeholder_graph.frames import natural
from stakeholder_graph.model.html_table import html_table

if TYPE_CHECKING:
    import pandas as pd


#: Of the rows of `SideBySide`: what they hold.
COLUMNS = (
    "community", "wave", "layer", "aspect", "about", "value", "band", "denominator", "expected", "sd", "z",
    "expected_rewired", "sd_rewired", "z_rewired", "size", "apart", "off", "p", "p_adjusted", "stands_out", "shared",
)  # fmt: skip


#: Of these columns in pandas; all others are numbers.
_TYPES: Mapping[str, str] = MappingProxyType(
    dict.fromkeys(("community", "wave", "layer", "aspect", "about", "band"), "string")
    | dict.fromkeys(("stands_out", "shared"), "boolean")
    | {"denominator": "Int64"}
)


@dataclass(frozen=True, slots=True)
class SideBySide:
    """Communities side by side.

    Parameters
    ----------
    waves : tuple of CommunityWave
        In natural order of communities, oldest survey first: no order by any number.
    standings : tuple of CommunityFunnel
        Of the latest survey of each.
    usual_density : UsualDensity or None
        None where there are too few communities.
    fingerprints : mapping of str to Fingerprint
        Communities that share no more than that, by what their files are called.

    See Also
    --------
    side_by_side : Makes one.
    """

    waves: tuple[CommunityWave, ...]
    standings: tuple[CommunityFunnel, ...] = ()
    usual_density: UsualDensity | None = None
    fingerprints: Mapping[str, Fingerprint] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def latest(self) -> tuple[CommunityWave, ...]:
        """The latest survey of each community."""
        return tuple(wave for wave in self.waves if wave.latest)

    @property
    def density_funnel(self) -> CommunityFunnel | None:
        """How dense communities are beside what is usual for their sizes; None where nothing says what is usual."""
        return density_funnel(self.latest, self.usual_density) if self.usual_density else None

    @property
    def own_chances(self) -> tuple[OwnChance, ...]:
        """How communities stand to their own chance, in aspects that too few have to show what is usual."""
        return own_chances(self.latest)

    def __repr__(self) -> str:
        aspects = sum(bool(standing.to_learn_from) for standing in self.standings)
        count = len(self.latest) + len(self.fingerprints)
        return f"<SideBySide: {count} communities, {aspects} aspects with one to learn from>"

    def _repr_html_(self) -> str:
        """The communities by name, and what others could learn from each; all that was compared is in `to_frame`."""
        head = ("community", "wave", "organizations", "answered", "density", "usual_density", "to_learn_from_in")
        rows = (
            (
                wave.name,
                wave.wave,
                wave.organizations,
                wave.answered if wave.answered_known else None,
                wave.density,
                self.usual_density.of(wave.organizations) if self.usual_density and wave.density else None,
                ", ".join(
                    " | ".join((standing.aspect, *standing.about))
                    for standing in self.standings
                    if wave.name in standing.to_learn_from
                ),
            )
            for wave in self.latest
        )
        return html_table(head, [*rows, *self._html_of_fingerprints()])

    def _html_of_fingerprints(self) -> Iterator[tuple[str, str, str, None, None, None, str]]:
        for name, shared in self.fingerprints.items():
            yield name, str(shared.year or ""), shared.size, None, None, None, ""

    def to_frame(self) -> "pd.DataFrame":
        """One row for each community, survey, and fact or aspect, in order of names.

        Returns
        -------
        DataFrame
            With the columns of the CSV file: community, wave, layer, aspect, about (``string``), value (``Float64``),
            band (``string``: what a fingerprint says in place of a value), denominator (``Int64``), what chance
            gives (expected, sd, z, and the same with ties rewired), where the community stands among all (size, apart,
            off, p, p_adjusted: ``Float64``; stands_out: ``boolean``), and whether it shared all that or a fingerprint
            alone (shared: ``boolean``). What is not known is `pandas.NA`.

        Examples
        --------
        >>> wave = CommunityWave("Wren", "2025", "", True, 60, 42, density=0.25)
        >>> frame = side_by_side([wave]).to_frame()
        >>> frame[["community", "aspect", "value"]].dtypes.astype(str).tolist()
        ['string', 'string', 'Float64']
        """
        import pandas as pd

        types = {column: _TYPES.get(column, "Float64") for column in COLUMNS}
        return pd.DataFrame(self.rows, columns=list(COLUMNS), dtype=object).astype(types)

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What `to_frame` has, row by row; what a row lacks is not known."""
        return [*self._rows(), *self._rows_of_fingerprints()]

    def _rows(self) -> Iterator[dict[str, Any]]:
        placed = {
            (position.community, standing.aspect, standing.about): position
            for standing in self.standings
            for position in standing.positions
        }
        for wave in self.waves:
            of_wave = {"community": wave.name, "wave": wave.wave, "layer": wave.layer, "shared": True}
            for fact, value in wave.facts.items():
                if value is not None:
                    yield {**of_wave, "aspect": fact, "value": value}
            for row in wave.comparables:
                position = placed.get((wave.name, row.aspect, row.about)) if wave.latest else None
                held = {} if position is None else {
                    "size": position.size, "apart": position.apart, "off": position.off, "p": position.p,
                    "p_adjusted": position.p_adjusted, "stands_out": position.stands_out,
                }  # fmt: skip
                yield {**of_wave, **row.to_plain(), **held}

    def _rows_of_fingerprints(self) -> Iterator[dict[str, Any]]:
        for name, shared in self.fingerprints.items():
            for aspect, value in shared.facts.items():
                if value is not None:
                    held = "band" if isinstance(value, str) else "value"
                    wave = None if shared.year is None else str(shared.year)
                    yield {"community": name, "wave": wave, "aspect": aspect, held: value, "shared": False}


def side_by_side(
    waves: Sequence[CommunityWave], fingerprints: Mapping[str, Fingerprint] = MappingProxyType({})
) -> SideBySide:
    """Put communities side by side.

    Parameters
    ----------
    waves : sequence of CommunityWave
        In any order, each community with its latest survey.
    fingerprints : mapping of str to Fingerprint
        By what their files are called.

    Examples
    --------
    >>> side_by_side([CommunityWave(name, "1", "", True, 30, 20) for name in ("Ward 10", "Ward 2")]).waves[0].name
    'Ward 2'
    """
    position = {id(wave): k for k, wave in enumerate(waves)}
    ordered = tuple(sorted(waves, key=lambda wave: (natural(wave.name), position[id(wave)])))
    latest = [wave for wave in ordered if wave.latest]
    named = {name: fingerprints[name] for name in sorted(fingerprints, key=natural)}
    return SideBySide(ordered, standings(latest), usual_density(latest), MappingProxyType(named))
