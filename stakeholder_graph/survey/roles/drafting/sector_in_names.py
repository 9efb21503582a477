"""The sector that stands in the names of organizations, as in "DiSSCo_Austria": proposed to a person, never taken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import pandas as pd

from stakeholder_graph.survey.names.normalization import normal
from stakeholder_graph.survey.sector_columns import sector_candidates
from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.survey.settings.elements import Template

#: What parts the sector from the rest of a name, where most names have it.
SEPARATORS = ("_", ": ", " - ", " – ", " | ", " / ")
#: So large a share of names has it, and so many there are at least.
MOSTLY, FEWEST = 0.9, 6


@dataclass(frozen=True, slots=True)
class SectorInNames:
    """What may be the sector.

    Parameters
    ----------
    groups : tuple of str
        What the names say, the most frequent first.
    column : str
        The column that it is taken from, where names are put together from several; else blank.
    separator : str
        What parts it from the rest of a name, where it is no column.
    """

    groups: tuple[str, ...]
    column: str = ""
    separator: str = ""


def sector_in_names(draft: Draft) -> SectorInNames | None:
    """Find what in the names of a drafted list may be the sector.

    Parameters
    ----------
    draft : Draft
        From an export, whose respondents it lists.

    Returns
    -------
    SectorInNames or None
        None where the sector is known or asked about, and where names do not share beginnings as groups do.

    Examples
    --------
    >>> from stakeholder_graph.survey.settings.model import Settings
    >>> names = [f"{sector}_{place}" for sector in ("Arts", "Health") for place in ("Elm", "Fir", "Oak")]
    >>> listed = pd.DataFrame({"organization": names, "sector": "", "role": ""})
    >>> sector_in_names(Draft(Settings(), {}, {"organizations": listed}))
    SectorInNames(groups=('Arts', 'Health'), column='', separator='_')
    """
    listed = draft.tables.get("organizations")
    asked = any((question.kind, question.item) == ("attribute", "sector") for question in draft.settings.question)
    if listed is None or asked or draft.settings.sector != "sector" or len(listed) < FEWEST:
        return None
    names = [str(name) for name in listed["organization"]]
    if any(str(sector).strip() for sector in listed["sector"]) or draft.with_sector:
        return None
    saying = next((question for question in draft.settings.question if question.kind == "identity"), None)
    template = Template(saying.respondent if saying is not None else "")
    if len(template.fields) > 1 and not template.adjacent:
        parts = [in_name for name in names if (in_name := template.parts(name)) is not None]
        columns = {field: [part[field] for part in parts] for field in template.fields}
        candidates = sorted(sector_candidates(columns), key=lambda field: len(set(columns[field])))
        if len(parts) >= MOSTLY * len(names) and candidates:
            return SectorInNames(_by_size(columns[candidates[0]]), column=candidates[0])
    for separator in SEPARATORS:
        before = [name.partition(separator)[0].strip() for name in names if separator in name]
        if len(before) >= MOSTLY * len(names) and sector_candidates({"before": before}):
            return SectorInNames(_by_size(before), separator=separator)
    return None


def with_sector_in_names(draft: Draft, said: SectorInNames) -> Draft:
    """Take it, once a person has said so.

    Parameters
    ----------
    draft : Draft
        The same.
    said : SectorInNames
        Of it.

    Returns
    -------
    Draft
        Its settings name the column; where there is none, its list has the sectors of the names that say one.
    """
    listed = draft.tables["organizations"]
    if said.column:
        settings = draft.settings.model_copy(update={"sector": said.column})
        return replace(draft, settings=settings, with_sector=frozenset(map(normal, listed["organization"])))
    sectors = [
        name.partition(said.separator)[0].strip() if said.separator in name else ""
        for name in map(str, listed["organization"])
    ]
    filled = listed.assign(sector=pd.Series(sectors, index=listed.index, dtype="str"))
    return replace(draft, tables={**draft.tables, "organizations": filled})


def _by_size(texts: Sequence[str]) -> tuple[str, ...]:
    counts = pd.Series([re.sub(r"\s+", " ", text) for text in texts]).value_counts(sort=False)
    return tuple(sorted(map(str, counts.index), key=lambda text: (-int(counts[text]), text)))
