"""States that a survey can be in, as plain files, with what their maps have to show counted from the same facts."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

#: From, to, and the answer as it is written; blank where the strength is not known.
Ties = tuple[tuple[str, str, str], ...]

NAMES = (
    "Alder House",
    "Birch School",
    "Cedar Fund",
    "Dogwood Clinic",
    "Elm Academy",
    "Fir Trust",
    "Ginkgo Lab",
    "Hazel Center",
    "Iris Library",
    "Juniper Bank",
)
SECTORS = ("Health", "Schools", "Funders")
SCALE = '\n[layers.{layer}]\nscale = ["none", "networking", "cooperation", "collaboration"]\npromise = "named"\n'


@dataclass(frozen=True)
class State:
    """What is known of a partnership.

    Parameters
    ----------
    ties : mapping of str to mapping of str to Ties
        For each wave, and in it for each layer, who named whom.
    sectors : mapping of str to str
        Of each organization, in the order of the roster; blank where not stated.
    answered : mapping of str to set of str, optional
        Who answered in each wave; None where nothing says so.
    public : frozenset of str
        Organizations that the community may see.
    settings : str
        What partnership.toml says beside the name.
    lines_withheld : bool
        Whether respondents were told that only the backbone sees who is tied to whom.
    """

    ties: Mapping[str, Mapping[str, Ties]]
    sectors: Mapping[str, str]
    answered: Mapping[str, frozenset[str]] | None
    public: frozenset[str] = frozenset(NAMES[:-1])
    settings: str = SCALE.format(layer="collaboration")
    lines_withheld: bool = False

    def write(self, folder: Path) -> Path:
        """Write the plain files and give their folder."""
        folder.mkdir()
        sides = [
            (name, sector, "yes" if name in self.public else "no", "backbone" if k == 0 else "")
            for k, (name, sector) in enumerate(self.sectors.items())
        ]
        tables: dict[str, list[Iterable[str]]] = {
            "organizations": [("organization", "sector", "public", "role"), *sides],
            "ties": [
                ("from", "to", "layer", "wave", "value"),
                *(
                    (sender, receiver, layer, wave, value)
                    for wave, layers in self.ties.items()
                    for layer, ties in layers.items()
                    for sender, receiver, value in ties
                ),
            ],
        }
        if self.answered is not None:
            tables["asked"] = [
                ("organization", "wave", "answered"),
                *(
                    (name, wave, "yes" if name in who else "no")
                    for wave, who in self.answered.items()
                    for name in self.sectors
                ),
            ]
        for name, rows in tables.items():
            (folder / f"{name}.csv").write_text("".join(",".join(row) + "\n" for row in rows), "utf-8")
        (folder / "partnership.toml").write_text(f'name = "Wren Valley"\n{self.settings}', "utf-8")
        return folder

    def organizations(self, edition: str) -> set[str]:
        """Whom an edition's map shows."""
        return {name for name in self.sectors if edition != "community"}

    def lines(self, edition: str, wave: str, layer: str) -> set[frozenset[str]]:
        """The pairs of organizations that an edition's map joins by a line."""
        if self.lines_withheld and edition != "backbone":
            return set()
        shown = self.organizations(edition)
        return {frozenset(ends) for *ends, _ in self.ties[wave][layer] if shown.issuperset(ends)}

    def grouped(self, edition: str) -> bool:
        """Whether there are so many organizations that the map starts from sectors."""
        return len(self.organizations(edition)) > 2000

    def groups(self, edition: str) -> set[str]:
        """The sectors that a map shows which starts from sectors."""
        return {self.sectors[name] for name in self.organizations(edition)}

    def bundles(self, edition: str, wave: str, layer: str) -> set[frozenset[str]]:
        """The pairs of sectors that such a map joins."""
        pairs = {frozenset(self.sectors[name] for name in line) for line in self.lines(edition, wave, layer)}
        return {pair for pair in pairs if len(pair) == 2}


def ring(names: tuple[str, ...], step: int = 1, values: str = "123") -> Ties:
    """Everybody names who stands `step` places further on."""
    return tuple(
        (name, names[(k + step) % len(names)], values[k % len(values)] if values else "")
        for k, name in enumerate(names)
        if len(names) > step
    )


def spread(names: tuple[str, ...], sectors: tuple[str, ...] = SECTORS) -> dict[str, str]:
    """Organizations over sectors in turn."""
    return {name: sectors[k % len(sectors)] for k, name in enumerate(names)}


#: A ring, a second one, and some ties that are returned.
USUAL: Ties = (*ring(NAMES), *ring(NAMES, 3), *((b, a, v) for a, b, v in ring(NAMES)[:4]))
EVERYBODY = frozenset(NAMES)


def reported_by(ties: Ties, who: frozenset[str]) -> Ties:
    """The ties that those report who answered."""
    return tuple(tie for tie in ties if tie[0] in who)


def usual(**other: object) -> State:
    """Ten organizations in three sectors that all answered, in one wave, about one layer."""
    facts: dict[str, object] = {
        "ties": {"2025": {"collaboration": USUAL}},
        "sectors": spread(NAMES),
        "answered": {"2025": EVERYBODY},
    }
    return State(**{**facts, **other})  # type: ignore[arg-type]


def no_ties() -> State:
    """Everybody answered that there are none."""
    return usual(ties={"2025": {"collaboration": ()}})


def one_organization() -> State:
    """Nobody else is listed."""
    return usual(
        ties={"2025": {"collaboration": ()}},
        sectors={NAMES[0]: "Health"},
        answered={"2025": frozenset(NAMES[:1])},
    )


def one_sector() -> State:
    """All organizations are in it."""
    return usual(sectors=dict.fromkeys(NAMES, "Health"))


def no_sectors() -> State:
    """Nothing says in which sector any organization is."""
    return usual(sectors=dict.fromkeys(NAMES, ""))


def everybody_answered() -> State:
    """And all is known of everybody."""
    return usual()


def nobody_answered() -> State:
    """So that nothing is known of any tie."""
    return usual(ties={"2025": {"collaboration": ()}}, answered={"2025": frozenset()})


def some_answered() -> State:
    """All but the last, whom others name."""
    who = EVERYBODY - {NAMES[-1]}
    return usual(ties={"2025": {"collaboration": reported_by(USUAL, who)}}, answered={"2025": who})


def answered_not_known() -> State:
    """Nothing says who answered."""
    return usual(answered=None)


def undirected() -> State:
    """Ties have no direction."""
    return usual(
        ties={"2025": {"collaboration": (*ring(NAMES), *ring(NAMES, 3))}},
        settings="directed = false\n" + SCALE.format(layer="collaboration"),
    )


def two_waves(first: bool, second: bool) -> State:
    """Two waves, in which everybody answered or all but the last; half of the ties are others in the second."""
    who = {
        wave: EVERYBODY if complete else EVERYBODY - {NAMES[-1]}
        for wave, complete in (("2024", first), ("2025", second))
    }
    said = {"2024": USUAL, "2025": (*ring(NAMES), *ring(NAMES, 4))}
    return usual(
        ties={wave: {"collaboration": reported_by(ties, who[wave])} for wave, ties in said.items()}, answered=who
    )


def layer_without_scale() -> State:
    """Ties of which nothing is known but that they are there."""
    return usual(
        ties={"2025": {"contact": tuple((a, b, "") for a, b, _ in USUAL)}},
        settings='\n[layers.contact]\npromise = "named"\n',
    )


def ties_withheld() -> State:
    """Respondents were told that nobody would see who named whom."""
    return usual(settings='\n[layers.collaboration]\npromise = "aggregate"\n', lines_withheld=True)


def several_layers() -> State:
    """Three kinds of tie, of which one was not asked about in the first wave."""
    first = {"collaboration": USUAL, "contact": ring(NAMES, 2, "")}
    return usual(
        ties={"2024": first, "2025": {**first, "data sharing": (*ring(NAMES, 4), *USUAL[:3])}},
        answered={"2024": EVERYBODY, "2025": EVERYBODY},
        settings=SCALE.format(layer="collaboration")
        + '\n[layers.contact]\npromise = "named"\n'
        + SCALE.format(layer='"data sharing"'),
    )


def above_two_thousand() -> State:
    """So many organizations that the map starts from sectors."""
    names = tuple(f"Organization {k:04d}" for k in range(1, 2002))
    return usual(
        ties={"2025": {"collaboration": tuple(tie for k in range(0, 2000, 4) for tie in ring(names[k : k + 4]))}},
        sectors=spread(names, (*SECTORS, "Arts", "Housing")),
        answered={"2025": frozenset(names)},
        public=frozenset(names[:300]),
    )


STATES: Mapping[str, Callable[[], State]] = {
    **{
        make.__name__: make
        for make in (
            no_ties,
            one_organization,
            one_sector,
            no_sectors,
            everybody_answered,
            nobody_answered,
            some_answered,
            answered_not_known,
            undirected,
            layer_without_scale,
            ties_withheld,
            several_layers,
            above_two_thousand,
        )
    },
    "two_waves_first_complete": lambda: two_waves(True, False),
    "two_waves_second_complete": lambda: two_waves(False, True),
    "two_waves_both_complete": lambda: two_waves(True, True),
    "two_waves_neither_complete": lambda: two_waves(False, False),
}
