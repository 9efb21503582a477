"""Organizations that a list has in several rows: one row of what any of them says."""

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.tabular.source_table import NO, YES, SourceTable
from stakeholder_graph.text import _, listing


def listed_once(source: SourceTable, sector: str, inspection: Inspection) -> SourceTable:
    """Give a list of organizations with one row for each.

    Parameters
    ----------
    source : SourceTable
        As organizations.csv has it.
    sector : str
        The column with sectors; blank for none.
    inspection : Inspection
        Takes advice on who has several rows, and an open decision where these say different sectors or roles.

    Returns
    -------
    SourceTable
        In each column the first row that says something counts; but a "no" before a "yes", so that nobody is named who
        said no, and of who has answered a "yes" before a "no".

    Examples
    --------
    >>> columns = {"organization": ["Elm", "Fir", "ELM"], "sector": ["", "arts", "health"]}
    >>> listed_once(SourceTable("o.csv", columns, [2, 3, 4]), "sector", Inspection()).columns
    {'organization': ['Elm', 'Fir'], 'sector': ['health', 'arts']}
    """
    names = source.texts("organization")
    places: dict[str, list[int]] = {}
    for place, name in enumerate(names):
        places.setdefault(normal(name) or str(place), []).append(place)
    if len(places) == len(names):
        return source
    columns: dict[str, list[str]] = {header: [] for header in source.columns}
    for several in places.values():
        differing: list[str] = []
        for header, texts in source.columns.items():
            said = list(dict.fromkeys(text for place in several if (text := texts[place])))
            if header != "organization" and len({text.casefold() for text in said}) > 1:
                differing.append(header)
            columns[header].append(_of_several(header, said))
        if len(several) > 1:
            rows = [str(source.rows[place]) for place in several]
            _say(names[several[0]], rows, differing, {sector, "role"}, source, inspection)
    rows_kept = [source.rows[several[0]] for several in places.values()]
    return SourceTable(source.file, columns, rows_kept, source.decimal_comma)


def _of_several(header: str, said: list[str]) -> str:
    folded = {text.casefold(): text for text in reversed(said)}
    if set(folded) <= YES | NO:
        first = YES if header == "answered" else NO
        return next((text for key, text in folded.items() if key in first), said[0] if said else "")
    return said[0] if said else ""


def _say(
    name: str, rows: list[str], differing: list[str], important: set[str], source: SourceTable, inspection: Inspection
) -> None:
    what = _(
        "“{name}” is listed in rows {rows}, which count as one organization.", name=name, rows=listing(rows, "and")
    )
    if not differing:
        inspection.advise(what, _("You need do nothing."), source.file, int(rows[0]))
        return
    columns = listing((f"“{header}”" for header in differing), "and")
    what += " " + _("They differ in {columns}; the first row that says something counts.", columns=columns)
    note = inspection.decide if important & set(differing) else inspection.advise
    note(
        what, _("Keep one row of it, with what is right; two organizations need two names."), source.file, int(rows[0])
    )
