"""Organizations that are listed twice: in several rows of a list, or in two lists."""

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.names.matching import Matcher
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


def put_together(
    listed: SourceTable, sheet: SourceTable, sector: str, inspection: Inspection
) -> tuple[SourceTable, str]:
    """Put a list of organizations together with another one that the settings have as well, and say so.

    Parameters
    ----------
    listed : SourceTable
        The list that a row of the settings names.
    sheet : SourceTable
        The sheet Organizations or organizations.csv, which counts where both say something.
    sector : str
        The column of `listed` with sectors; blank for none.
    inspection : Inspection
        Takes advice.

    Returns
    -------
    (SourceTable, str)
        Everybody of both lists, those of the second first, and the column with sectors.

    Examples
    --------
    >>> sheet = SourceTable("b.xlsx", {"organization": ["Elm", "Fir"], "sector": ["", "arts"]}, [2, 3])
    >>> listed = SourceTable("a.csv", {"organization": ["Fir", "ELM"], "Field": ["health", "law"]}, [2, 3])
    >>> table, sector = put_together(listed, sheet, "Field", Inspection())
    >>> sector, table.columns
    ('sector', {'organization': ['Elm', 'Fir'], 'sector': ['law', 'arts']})
    """
    called = {header: header for header in listed.columns}
    own = next((header for header in sheet.columns if header.casefold() == "sector"), "")
    if sector and own:
        called[sector] = own
    names = sheet.texts("organization")
    known = Matcher(names)
    places = {normal(name): place for place, name in enumerate(names)}
    at: list[int] = []
    fresh: list[int] = []
    for place, match in enumerate(known.certain(listed.texts("organization"))):
        at.append(places.get(normal(match.organization), -1) if match.organization else -1)
        if at[-1] < 0 and listed.texts("organization")[place]:
            fresh.append(place)
    columns = {header: [*texts, *[""] * len(fresh)] for header, texts in sheet.columns.items()}
    for header, texts in listed.columns.items():
        shown = next((h for h in columns if h.casefold() == called[header].casefold()), called[header])
        cells = columns.setdefault(shown, [""] * (len(names) + len(fresh)))
        for place, to in enumerate(at):
            if to >= 0 and not cells[to]:
                cells[to] = texts[place]
        cells[len(names) :] = [texts[place] for place in fresh]
    inspection.advise(
        _("Organizations are listed in {sheet} as well as in {file}: the two are put together, and {sheet} counts "
          "where both say something.", sheet=sheet.file, file=listed.file),
        _("You need do nothing if that is right; else remove one of the two."),
        listed.file,
    )  # fmt: skip
    rows = [*sheet.rows, *(listed.rows[place] for place in fresh)]
    return SourceTable(sheet.file, columns, rows, sheet.decimal_comma), own if sector and own else sector
