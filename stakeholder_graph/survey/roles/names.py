"""Whom the ends of ties and the rows of lists mean: ids are looked up, names are matched as those of exports are."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.names.resolution import NameResolution
from stakeholder_graph.text import _


def id_form(text: str) -> str:
    """Give an id as it is compared: a spreadsheet that opens a CSV file makes 7 of 007.

    Parameters
    ----------
    text : str
        An id or a name.

    Examples
    --------
    >>> id_form("007"), id_form("ORG-007"), id_form("000")
    ('7', 'org-007', '0')
    """
    form = normal(text)
    return (form.lstrip("0") or "0") if form.isdecimal() else form


@dataclass(frozen=True, eq=False)
class Lookup:
    """The organizations of a list, by id and by name.

    Parameters
    ----------
    by_id : mapping of str to str
        Names by id, in normal form; empty where the list has no ids.
    names : frozenset of str
        Names in normal form.
    by_ids : bool
        Whether ties name their ends by id: no name stands there that is not an id, too.

    Examples
    --------
    >>> lookup = Lookup.of(["A1", "B2"], ["Harbor Clinic", "City Library"], ["A1", "B2", "A1"])
    >>> lookup.name("a1"), lookup.by_ids
    ('Harbor Clinic', True)
    """

    by_id: Mapping[str, str]
    names: frozenset[str]
    by_ids: bool

    @classmethod
    def of(cls, ids: Sequence[str], names: Sequence[str], ends: Iterable[str]) -> "Lookup":
        """Set up a lookup.

        Parameters
        ----------
        ids, names : sequence of str
            Of each organization; `ids` may be empty.
        ends : iterable of str
            What ties name.
        """
        shown = frozenset(map(normal, names)) - {""}
        by_id: dict[str, str] = {}
        for key, name in zip(ids, names, strict=False):
            if key and name:
                by_id.setdefault(normal(key), name)
        several = Counter(map(id_form, by_id))
        without_zeros = {id_form(key): name for key, name in by_id.items() if several[id_form(key)] == 1}
        by_id = {**without_zeros, **by_id}
        named = {normal(end) for end in ends} - {""}
        as_ids = len(named & set(by_id))
        return cls(by_id, shown, as_ids > len(named & shown))

    def name(self, written: str) -> str:
        """Give the name for an id; anything else as it is written.

        Parameters
        ----------
        written : str
            The end of a tie.
        """
        key = normal(written)
        if self.by_ids or key not in self.names:
            return self.by_id.get(key, written)
        return written

    def missing(self, written: str) -> bool:
        """Whether ties name organizations by id, and this is an id that the list lacks.

        Parameters
        ----------
        written : str
            The end of a tie.
        """
        key = normal(written)
        return self.by_ids and bool(key) and key not in self.by_id and key not in self.names


def note_missing(cells: Iterable[tuple[int, str, str]], lookup: Lookup, file: str, inspection: Inspection) -> None:
    """Note a problem for each id that no organization has.

    Parameters
    ----------
    cells : iterable of (int, str, str)
        Row, column and text of the ends of ties.
    lookup : Lookup
        Which ids there are.
    file : str
        How problems name the table.
    inspection : Inspection
        Takes the problems.
    """
    by_column: dict[str, list[tuple[int, str]]] = {}
    for row, column, text in cells:
        if lookup.missing(text):
            by_column.setdefault(column, []).append((row, text))
    for column, missing in by_column.items():
        inspection.wrong_texts(
            missing,
            file,
            column,
            lambda text: _("No organization has the id “{id}”.", id=text),
            lambda text: _("Correct it, or add the organization to the list."),
        )


def meant(resolution: NameResolution, written: str, wave: str) -> tuple[tuple[str, ...], bool]:
    """Give the organizations that a text certainly means, and whether something in it waits for a decision.

    Parameters
    ----------
    resolution : NameResolution
        What every name stands for.
    written : str
        One of these names.
    wave : str
        In which it is written.
    """
    if not written:
        return (), False
    if exact := resolution.exact.get((wave, written)):
        return (exact,), False
    match = resolution.match(written, wave)
    return match.organizations, not match.decided
