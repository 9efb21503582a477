"""What respondents say of their organization, and what the headers of columns say of partners."""

from collections import Counter
from collections.abc import Iterable, Iterator

import pandas as pd

from stakeholder_graph.model.problems import Inspection
from stakeholder_graph.survey.exports.questions import Export
from stakeholder_graph.survey.names.resolution import NameResolution

_SEPARATOR = "; "


def described(
    organizations: pd.DataFrame, exports: list[Export], resolution: NameResolution, inspection: Inspection
) -> pd.DataFrame:
    """Give every organization of the roster with its attributes.

    Parameters
    ----------
    organizations : DataFrame
        What the list of organizations says, which comes first; then what respondents say of themselves, then
        the parts of the headers.
    exports : list of Export
        As opened.
    resolution : NameResolution
        The whole roster.
    inspection : Inspection
        Takes advice where respondents of one organization describe it differently.

    Returns
    -------
    DataFrame
        One row an organization.
    """
    roster = list(resolution.names.shown.values())
    frame = organizations.set_index("organization").reindex(roster).astype(object)
    frame = frame.where(frame.notna(), "")
    spelled = {str(column).casefold(): str(column) for column in frame.columns}
    for export, attribute, texts, of in [*_by_respondents(exports, resolution), *_by_headers(exports, resolution)]:
        column = spelled.setdefault(attribute.casefold(), attribute)
        counts: dict[str, Counter[str]] = {}
        for organization, text in zip(of, texts, strict=True):
            if text and organization:
                counts.setdefault(organization, Counter())[text] += 1
        said = frame[column].to_dict() if column in frame else dict.fromkeys(roster, "")
        for organization, told in counts.items():
            if not said[organization]:
                said[organization] = _usual(organization, column, told, export, inspection)
        frame[column] = pd.Series(said, dtype=object)
    return frame.reset_index(names="organization")


_Said = tuple[Export, str, Iterable[str], Iterable[str]]


def _by_respondents(exports: list[Export], resolution: NameResolution) -> Iterator[_Said]:
    for export in exports:
        of = resolution.organizations(export.respondents, export.wave)
        for attribute, texts in export.told:
            yield export, attribute, texts.loc[of.index], of
        if export.question.kind == "attribute":
            name = export.question.item or export.question.question or export.columns[0].header
            yield export, name, _answer(export).loc[of.index], of


def _answer(export: Export) -> "pd.Series[str]":
    """One text for each respondent: the answer, or the options ticked."""
    answers = pd.DataFrame(index=export.part.table.cells.index)
    for column in export.columns:
        texts = export.part.texts(column)
        if column.kind == "many":
            texts = texts.map({"1": column.item}).fillna("")
        answers[column.header] = texts
    return answers.apply(lambda row: _SEPARATOR.join(filter(None, row)), axis=1).astype("str")


def _by_headers(exports: list[Export], resolution: NameResolution) -> Iterator[_Said]:
    for export in exports:
        if export.question.kind != "tie" or not any(export.item_parts.values()):
            continue
        of = resolution.organizations(export.items, export.wave)
        for attribute in dict.fromkeys(name for parts in export.item_parts.values() for name in parts):
            yield export, attribute, [export.item_parts[header].get(attribute, "") for header in of.index], of


def _usual(organization: str, column: str, texts: Counter[str], export: Export, inspection: Inspection) -> str:
    """What most respondents of an organization say of it."""
    text = min(texts, key=lambda each: (-texts[each], each))
    if len(texts) > 1:
        inspection.advise(
            f'"{organization}" is described differently ({", ".join(sorted(texts))}); "{text}" counts.',
            f"Say in {inspection.list_name('organizations')} which is right.",
            export.file,
            column=column,
        )
    return text
