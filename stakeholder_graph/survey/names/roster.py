"""The roster: organizations, the other ways in which they were written, and who a written name stands for."""

from collections.abc import Iterable, Mapping, Sequence

from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.tabular.delimited import is_known
from stakeholder_graph.tabular.source_table import SourceTable
from stakeholder_graph.tabular.texts.not_known import ERRORS
from stakeholder_graph.text import _, _n, listing

#: Stands in names.csv for a text that names no organization.
NOBODY = "-"


class Names:
    """The roster and every other way in which its organizations were written.

    Parameters
    ----------
    roster : iterable of str
        Organizations as they are shown; of two with one normal form the first counts.
    aliases : mapping of (str, str) to str
        Organization by wave (``""`` for every wave) and written name, both names in normal form.
    unlisted : mapping of (str, str) to str
        As of `NameDecisions`: partners that were never asked, as they are shown.

    Examples
    --------
    >>> names = Names(["City Library"], {("", "library"): "city library"})
    >>> names.find_all(["LIBRARY", "city  library", "zoo"])
    ['City Library', 'City Library', '']
    """

    def __init__(
        self,
        roster: Iterable[str],
        aliases: Mapping[tuple[str, str], str] | None = None,
        unlisted: Mapping[tuple[str, str], str] | None = None,
    ) -> None:
        self.shown: dict[str, str] = {}
        for name in roster:
            self.shown.setdefault(normal(name), " ".join(name.split()))
        self.aliases = dict(aliases or {})
        self.unlisted = dict(unlisted or {})

    def find(self, written: str, wave: str = "") -> str:
        """Give the organization that a written name stands for in a wave; blank where there is none.

        Parameters
        ----------
        written : str
            In any spelling that differs in case or spaces only, or an alias.
        wave : str
            Whose aliases count besides those of every wave.
        """
        return self.shown.get(follow_renames(self.aliases, normal(written), wave), "")

    def find_all(self, written: Sequence[str], waves: Sequence[str] | None = None) -> list[str]:
        """Give the organization for each written name; blank where there is none.

        Parameters
        ----------
        written : sequence of str
            Names.
        waves : sequence of str, optional
            The wave of each.
        """
        pairs = [(name, "") for name in written] if waves is None else list(zip(written, waves, strict=True))
        known = {pair: self.find(*pair) for pair in set(pairs)}
        return [known[pair] for pair in pairs]

    def find_unlisted(self, written: Sequence[str], waves: Sequence[str]) -> list[str]:
        """Give each name that names.csv says is not of the roster, as it is shown; blank for all others.

        Parameters
        ----------
        written, waves : sequence of str
            Names, and the wave of each.
        """
        if not self.unlisted:
            return [""] * len(written)
        pairs = list(zip(written, waves, strict=True))
        shown = {pair: self._unlisted(*pair) for pair in set(pairs)}
        return [shown[pair] for pair in pairs]

    def _unlisted(self, name: str, wave: str) -> str:
        key = follow_renames(self.aliases, normal(name), wave)
        return "" if key in self.shown else self.unlisted.get((wave, key), self.unlisted.get(("", key), ""))

    def checked(
        self,
        table: SourceTable,
        column: str,
        inspection: Inspection,
        waves: Sequence[str] | None = None,
        *,
        partners: bool = False,
    ) -> list[str]:
        """Resolve a column, noting a problem for each name that the roster lacks.

        Parameters
        ----------
        table : SourceTable
            Where the names stand.
        column : str
            Which of its columns names organizations.
        inspection : Inspection
            Takes the problems.
        waves : sequence of str, optional
            The wave of each row.
        partners : bool
            Whether the column names partners: nobody need have asked them, so that a name which names.csv says is
            not on the roster is no problem.

        Returns
        -------
        list of str
            The organization of each row; blank where there is none.
        """
        written = table.texts(column)
        resolved = self.find_all(written, waves)
        unlisted = self.find_unlisted(written, waves) if partners and waves is not None else [""] * len(table)
        cells = zip(table.rows, written, resolved, unlisted, strict=True)
        missing = [(row, text) for row, text, known, decided in cells if self.shown and text and not (known or decided)]
        nobody = {text for _row, text in missing if follow_renames(self.aliases, normal(text), "") == NOBODY}
        for row, text in missing:
            if text in nobody:
                inspection.advise(
                    _("“{name}” names nobody, as you decided, so that the row is left out.", name=text),
                    _("You need do nothing."),
                    table.file,
                    row,
                    column,
                )
        unknown = {text for _row, text in missing if partners and not is_known(text) and text.casefold() not in ERRORS}
        if rows := [row for row, text in missing if text in unknown - nobody]:
            inspection.advise(
                _n(
                    "{count} row says that the partner is not known ({words}); it is left out.",
                    "{count} rows say that the partner is not known ({words}); they are left out.",
                    len(rows),
                    words=listing((f"“{text}”" for text in sorted(unknown - nobody)), "or"),
                ),
                _("You need do nothing if that is right; else write who it is."),
                table.file,
                rows[0],
                column,
            )
        nobody |= unknown
        inspection.wrong_texts(
            ((row, text) for row, text in missing if text not in nobody),
            table.file,
            column,
            lambda text: _("“{name}” is not in the list of organizations.", name=text),
            lambda text: self.remedy(text, inspection, partners),
        )
        return resolved

    def remedy(self, written: str, inspection: Inspection, partner: bool = False) -> str:
        """Say what to do about a name that the roster lacks.

        Parameters
        ----------
        written : str
            The name.
        inspection : Inspection
            Knows what users call their lists.
        partner : bool
            Whether it is the name of a partner, whom nobody need have asked.
        """
        near = suggestion(written, list(self.shown.values()))
        remedy = _(
            "Correct it, add it to {organizations}, or say in {names} who it is.",
            organizations=inspection.list_name("organizations"),
            names=inspection.list_name("names"),
        )
        return " ".join(filter(None, [near, remedy, if_never_asked(inspection) if partner else ""]))


def if_never_asked(inspection: Inspection) -> str:
    """Say what to do about a partner whom nobody asked.

    Rows that `stakeholder-graph names` wrote to be filled in have a reason, so that one without is a decision.

    Parameters
    ----------
    inspection : Inspection
        Knows what users call their lists.
    """
    return _(
        "If you never asked it, write it in {names} under “written” and leave “organization” blank (and “reason”, if "
        "there is such a column): it is then a name to invite, and no tie.",
        names=inspection.list_name("names"),
    )


def say_who_it_is(inspection: Inspection) -> str:
    """Say what to do about a name that is not certain.

    Parameters
    ----------
    inspection : Inspection
        Knows what users call their lists.

    Examples
    --------
    >>> say_who_it_is(Inspection())
    'Say in names.csv who it is (“-” for nobody, blank if not on your list), or add it to organizations.csv.'
    """
    if "names" not in inspection.sheets:
        return _(
            "Say in names.csv who it is (“{nobody}” for nobody, blank if not on your list), "
            "or add it to {organizations}.",
            nobody=NOBODY,
            organizations=inspection.list_name("organizations"),
        )
    if "organizations" in inspection.sheets:
        return _(
            "Choose in {names} who it is: the organization as listed, “new” or “nobody”.",
            names=inspection.list_name("names"),
        )
    return _(
        "Choose in {names} who it is: the organization as listed, or “nobody”.", names=inspection.list_name("names")
    )


def follow_renames(aliases: Mapping[tuple[str, str], str], name: str, wave: str) -> str:
    """Follow renames to their end: a name may have changed more than once.

    Parameters
    ----------
    aliases : mapping of (str, str) to str
        As of `Names`.
    name : str
        In normal form.
    wave : str
        Whose aliases count besides those of every wave.

    Examples
    --------
    >>> follow_renames({("", "a"): "b", ("", "b"): "c"}, "a", "2025")
    'c'
    """
    seen = {name}
    while True:
        further = aliases.get((wave, name), aliases.get(("", name), name))
        if further in seen:
            return further
        seen.add(further)
        name = further
