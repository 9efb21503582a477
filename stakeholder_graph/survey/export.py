"""A wide roster export opened: which rows are respondents, which columns are partners, what describes both."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import repeat

import pandas as pd

from stakeholder_graph.survey.inspection import Inspection, suggestion
from stakeholder_graph.survey.names import Names
from stakeholder_graph.survey.settings import SETTINGS_FILE, Question, Settings
from stakeholder_graph.survey.tables import Table
from stakeholder_graph.survey.template import Template, partner

#: Where answers to a question stand that is not read from an export.
PLAIN_FILE = {
    "outcome": "affiliations.csv",
    "activity": "affiliations.csv",
    "team": "affiliations.csv",
    "asset": "affiliations.csv",
    "need": "affiliations.csv",
    "rating": "ratings.csv",
    "attribute": "organizations.csv",
    "identity": "organizations.csv",
}


@dataclass(frozen=True, eq=False)
class Export:
    """The answers to one question about ties in one wave.

    Parameters
    ----------
    question : Question
        As in the settings.
    wave : str
        Blank where nothing names one.
    table : Table
        The file; rows that name no respondent are left out.
    respondents : Series of str
        Who answers, as written, by row.
    partners : Series of str
        Who is asked about, as written, by header.
    attributes : DataFrame
        Columns organization (as written), attribute, text; what respondents say of themselves.
    header_attributes : DataFrame
        The same, from the parts of the headers.
    """

    question: Question
    wave: str
    table: Table
    respondents: "pd.Series[str]"
    partners: "pd.Series[str]"
    attributes: pd.DataFrame
    header_attributes: pd.DataFrame


def open_exports(settings: Settings, opened: Callable[[str], Table | None], inspection: Inspection) -> list[Export]:
    """Open the export of every question about ties.

    Parameters
    ----------
    settings : Settings
        Its questions and waves.
    opened : callable
        Gives the table of a file; None where it cannot be read.
    inspection : Inspection
        Takes problems and advice.

    Returns
    -------
    list of Export
        In the order of the settings.
    """
    exports = []
    for number, question in enumerate(settings.question, start=1):
        if question.kind != "tie":
            inspection.wrong(
                f'question {number}: questions of the kind "{question.kind}" are not read from an export yet.',
                f"Use the plain file {PLAIN_FILE[question.kind]} for these answers.",
                SETTINGS_FILE,
            )
            continue
        sources = _sources(question, settings)
        if not sources:
            inspection.wrong(
                f"question {number}: nothing says which file it stands in.",
                "Add file = to the question, or files = to its wave.",
                SETTINGS_FILE,
            )
        for wave, file in sources:
            if settings.wave and wave not in [each.name for each in settings.wave]:
                inspection.wrong(
                    f'question {number}: there is no wave "{wave}".'
                    if wave
                    else f"question {number}: nothing says which wave it belongs to.",
                    f"Choose one of {', '.join(each.name for each in settings.wave)}.",
                    SETTINGS_FILE,
                )
            table = opened(file)
            export = table and _open(question, wave, table, settings.sector, inspection)
            if export:
                exports.append(export)
    return exports


def _sources(question: Question, settings: Settings) -> list[tuple[str, str]]:
    """Wave and file of each export a question stands in."""
    waves = settings.wave
    if not question.file:
        return [(w.name, file) for w in waves for file in w.files if question.wave in ("", w.name)]
    holding = [wave.name for wave in waves if question.file in wave.files]
    only = [wave.name for wave in waves] if len(waves) == 1 else []
    return [(next(iter([*filter(None, [question.wave]), *holding, *only]), ""), question.file)]


def _open(question: Question, wave: str, table: Table, sector: str, inspection: Inspection) -> Export | None:
    respondent = Template(question.respondent)
    own = respondent.fields or (question.respondent,)
    known = list(table.headers.values())
    missing = [column for column in (*own, *question.attributes) if column not in table]
    for column in missing:
        todo = suggestion(column, known, "Correct the question in the settings.")
        inspection.wrong(f'There is no column "{column}".', todo, table.file, column=column)
    taken = {column.casefold() for column in (*own, *question.attributes)}
    template = Template(question.columns)
    parts = {
        header: found
        for header in known
        if header.casefold() not in taken and (found := template.parts(header)) is not None
    }
    partners = pd.Series({header: partner(each, respondent) for header, each in parts.items()}, dtype="str")
    if not parts:
        inspection.wrong(
            f'No column has a header like "{question.columns}".', f"The headers are {_some(known)}.", table.file
        )
    elif (partners == "").any():
        inspection.wrong(
            f'"{question.columns}" does not say which of its parts names the partner.',
            "Call that part {organization}.",
            table.file,
        )
    if missing or not parts or (partners == "").any():
        return None
    rows = pd.DataFrame({column: table[column] for column in own})
    texts = rows.to_dict("records")
    if respondent.fields:
        written = pd.Series([respondent.filled(_texts(row)) for row in texts], index=rows.index, dtype="str")
    else:
        written = table[question.respondent]
    for row in rows.index[written == ""]:
        inspection.advise("The row does not say who answers; it is left out.", "Fill in who it is.", table.file, row)
    written = written[written != ""]
    said = dict.fromkeys([*(own if len(own) > 1 else ()), *question.attributes])
    if sector in table and sector.casefold() not in {column.casefold() for column in (*own, *said)}:
        said[sector] = None
    return Export(
        question,
        wave,
        table,
        written,
        partners,
        _long(
            told for column in said for told in zip(written, repeat(column), table[column][written.index], strict=False)
        ),
        _long(
            (partners[header], name, text)
            for header, each in parts.items()
            if len(each) > 1
            for name, text in each.items()
            if name != "organization"
        ),
    )


def _texts(row: dict[object, object]) -> dict[str, str]:
    return {str(column): str(text) for column, text in row.items()}


def _some(headers: list[str]) -> str:
    return ", ".join(f'"{header}"' for header in headers[:8]) + (" and others" if len(headers) > 8 else "")


def _long(rows: Iterable[tuple[object, object, object]]) -> pd.DataFrame:
    return pd.DataFrame(list(rows), columns=["organization", "attribute", "text"], dtype="str")


def described(organizations: pd.DataFrame, exports: list[Export], names: Names, inspection: Inspection) -> pd.DataFrame:
    """Give every organization of the roster with its attributes.

    Parameters
    ----------
    organizations : DataFrame
        What organizations.csv says, which comes first; then what respondents say of themselves, then the
        parts of the headers.
    exports : list of Export
        As opened.
    names : Names
        The whole roster.
    inspection : Inspection
        Takes advice where respondents of one organization describe it differently.

    Returns
    -------
    DataFrame
        One row an organization.
    """
    roster = list(names.shown.values())
    frame = organizations.set_index("organization").reindex(roster).astype(object)
    frame = frame.where(frame.notna(), "")
    spelled = {str(column).casefold(): str(column) for column in frame.columns}
    sources = [export.attributes for export in exports] + [export.header_attributes for export in exports]
    for export, rows in zip([*exports, *exports], sources, strict=True):
        of = names.resolve(rows["organization"], _same(rows, export.wave))
        told: dict[str, dict[str, Counter[str]]] = {}
        for organization, attribute, text in zip(of, rows["attribute"], rows["text"], strict=True):
            if text:
                column = spelled.setdefault(attribute.casefold(), attribute)
                told.setdefault(column, {}).setdefault(organization, Counter())[text] += 1
        for column, counts in told.items():
            said = frame[column].to_dict() if column in frame else dict.fromkeys(roster, "")
            for organization, texts in counts.items():
                if not said[organization]:
                    said[organization] = _usual(organization, column, texts, export, inspection)
            frame[column] = pd.Series(said, dtype=object)
    return frame.reset_index(names="organization")


def _usual(organization: str, column: str, texts: Counter[str], export: Export, inspection: Inspection) -> str:
    """What most respondents of an organization say of it."""
    text = min(texts, key=lambda each: (-texts[each], each))
    if len(texts) > 1:
        inspection.advise(
            f'"{organization}" is described differently ({", ".join(sorted(texts))}); "{text}" counts.',
            "Say in organizations.csv which is right.",
            export.table.file,
            column=column,
        )
    return text


def _same(rows: pd.DataFrame, wave: str) -> "pd.Series[str]":
    return pd.Series(wave, index=rows.index, dtype="str")
