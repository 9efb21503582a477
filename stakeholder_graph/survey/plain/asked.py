"""Who was asked about what, who answered, and which dyads a roster does not cover."""

from collections.abc import Iterable
from itertools import product

import numpy as np
import pandas as pd

from stakeholder_graph.frames import empty_frame
from stakeholder_graph.model.survey import COLUMNS, LayerInfo
from stakeholder_graph.survey.context import Reading
from stakeholder_graph.survey.names.normalization import normals
from stakeholder_graph.survey.names.roster import if_never_asked
from stakeholder_graph.survey.plain.duplicates import settled
from stakeholder_graph.tabular.cells import numbers, yes_no
from stakeholder_graph.tabular.source_table import SourceTable

ABOUT = ["wave", "layer", "organization", "respondent"]


def everyone_asked(organizations: pd.DataFrame, reports: pd.DataFrame, reading: Reading) -> pd.DataFrame:
    """Say who was asked where no asked.csv does: everyone on the roster, about what was reported.

    Parameters
    ----------
    organizations : DataFrame
        With a column `answered`, where it is known; otherwise everyone has answered.
    reports : DataFrame
        As from `read_ties`. A layer that no row of a wave speaks of was not asked in that wave.
    reading : Reading
        Waves and layers, for a survey without a single report.

    Returns
    -------
    DataFrame
        The frame `asked` of a `Survey`.
    """
    spoken = reports[["wave", "layer"]].drop_duplicates()
    if spoken.empty:
        spoken = pd.DataFrame(product(reading.waves, reading.layers), columns=["wave", "layer"])
    asked = spoken.merge(organizations[["organization"]], how="cross")
    asked = asked.merge(_respondents(reports, reading), how="left")
    answered = organizations.set_index("organization").get("answered")
    return asked.assign(
        roster="",
        answered=True if answered is None else asked["organization"].map(answered).astype(bool),
        limit=np.nan,
        respondent=asked["respondent"].fillna(""),
    )


def read_asked(
    table: SourceTable, organizations: pd.DataFrame, rosters: pd.DataFrame, reports: pd.DataFrame, reading: Reading
) -> pd.DataFrame:
    """Read asked.csv.

    Parameters
    ----------
    table : Table
        The file. A blank wave or layer stands for all of them.
    organizations : DataFrame
        Whose column `answered` counts where the file has none.
    rosters : DataFrame
        The frame `rosters`.
    reports : DataFrame
        As from `read_ties`.
    reading : Reading
        Names, waves and layers.

    Returns
    -------
    DataFrame
        The frame `asked` of a `Survey`. An organization that a wave lists but does not ask about one of its
        layers has not answered there.
    """
    inspection = reading.inspection
    table.require_text(inspection, "organization")
    wave = reading.wave(table, needed=False)
    layer = reading.layer(table)
    frame = pd.DataFrame(
        {
            "wave": wave,
            "layer": layer,
            "organization": reading.names.checked(table, "organization", inspection, wave),
            "respondent": table["respondent"],
            "roster": table["roster"],
            "answered": yes_no(table, "answered", inspection, None),
            "limit": numbers(table, "limit", inspection, least=1),
            "written": normals(table["organization"]),
        }
    )
    if "answered" not in table:
        said = organizations.set_index("organization").get("answered")
        known = True if said is None else frame["organization"].map(said).fillna(False).astype(bool)
        frame["answered"] = known
    inspection.wrong_texts(
        frame["roster"][~frame["roster"].isin(["", *rosters["roster"]])],
        table.file,
        "roster",
        lambda text: f'There is no roster "{text}"',
        lambda text: "List its organizations in rosters.csv.",
    )
    misspelled = (table["wave"] != "") & (wave == "")
    frame = _spelled_out(frame[(frame["organization"] != "") & ~misspelled], reports, reading)
    frame = settled(frame, ABOUT, ["answered", "limit", "roster"], table.file, inspection)
    frame = _each_respondent(frame.drop(columns="written"), reports, reading)
    return _everyone_listed(frame)


def _spelled_out(frame: pd.DataFrame, reports: pd.DataFrame, reading: Reading) -> pd.DataFrame:
    """Write out the waves and layers that a blank stands for."""
    spoken = pd.concat([reports[["wave", "layer"]], frame[["wave", "layer"]]])
    spoken = spoken[(spoken != "").all(axis=1)]
    parts = []
    for key, rows in frame.groupby(["wave", "layer"], sort=False):
        wave, layer = map(str, key if isinstance(key, tuple) else (key, ""))
        for each in [wave] if wave else reading.waves:
            about = set(spoken["layer"][spoken["wave"] == each]) or set(reading.layers)
            for name in [layer] if layer else sorted(map(str, about)):
                parts.append(rows.assign(wave=each, layer=name))
    return pd.concat(parts) if parts else frame


def _each_respondent(asked: pd.DataFrame, reports: pd.DataFrame, reading: Reading) -> pd.DataFrame:
    """Where asked.csv names no respondent of an organization, take those that ties.csv names."""
    silent = asked["respondent"] == ""
    spread = asked[silent].drop(columns="respondent").merge(_respondents(reports, reading), how="left")
    return pd.concat([asked[~silent], spread.fillna({"respondent": ""})], ignore_index=True)


def _respondents(reports: pd.DataFrame, reading: Reading) -> pd.DataFrame:
    """Give the people who reported for an organization in a wave; of undirected pairs this is not known."""
    named = reports.rename(columns={"from": "organization"})[["wave", "organization", "respondent"]]
    return named.drop_duplicates().iloc[: None if reading.directed else 0]


def with_respondents(reports: pd.DataFrame, asked: pd.DataFrame) -> pd.DataFrame:
    """Where ties.csv names no respondent and asked.csv names just one, that is who reported."""
    about = ["wave", "layer", "organization"]
    single = asked[~asked.duplicated(about, keep=False)].set_index(about)["respondent"]
    ends = pd.MultiIndex.from_frame(reports[["wave", "layer", "from"]], names=about)
    only = pd.Series(single.reindex(ends).fillna("").to_numpy(), index=reports.index, dtype="str")
    return reports.assign(respondent=reports["respondent"].where(reports["respondent"] != "", only))


def less_unlisted(asked: pd.DataFrame, reports: pd.DataFrame) -> pd.DataFrame:
    """Whoever could give only so many names has so many fewer left as it gave names that no roster holds."""
    who = ["wave", "layer", "organization", "respondent"]
    given = reports[reports["tie"] & (reports["unlisted"] != "")].rename(columns={"from": "organization"})
    counts = given.groupby(who).size().reindex(pd.MultiIndex.from_frame(asked[who]), fill_value=0).to_numpy()
    return asked.assign(limit=(asked["limit"] - counts).clip(lower=0))


def _everyone_listed(asked: pd.DataFrame) -> pd.DataFrame:
    """Add those whom a wave lists and one of its layers does not ask."""
    listed = asked[["wave", "organization"]].drop_duplicates()
    every = listed.merge(asked[["wave", "layer"]].drop_duplicates(), on="wave")
    missing = every.merge(asked[["wave", "layer", "organization"]].drop_duplicates(), how="left", indicator=True)
    missing = missing[missing["_merge"] == "left_only"].drop(columns="_merge")
    missing = missing.assign(respondent="", roster="", answered=False, limit=np.nan)
    whole = pd.concat([asked, missing], ignore_index=True) if len(missing) else asked
    return whole[list(COLUMNS["asked"])]


def check_reports(reports: pd.DataFrame, asked: pd.DataFrame, reading: Reading, file: str, said_in: str) -> None:
    """Note a problem for each organization with ties in a wave or layer where it cannot have any.

    Parameters
    ----------
    reports : DataFrame
        As from `read_ties`, indexed by row.
    asked : DataFrame
        The frame `asked`.
    reading : Reading
        Takes the problems.
    file : str
        Where the reports stand.
    said_in : str
        The file that says who answered.
    """
    listed = pd.MultiIndex.from_frame(asked[["wave", "organization"]])
    answers = asked[asked["answered"]]
    answered = pd.MultiIndex.from_frame(answers[["wave", "layer", "organization"]])
    by_end = {end: pd.MultiIndex.from_frame(reports[["wave", "layer", end]]).isin(answered) for end in ("from", "to")}
    heard = by_end["from"] if reading.directed else by_end["from"] | by_end["to"]
    never = set(reports["to"]) - set(reports["from"]) - set(asked["organization"])
    for end in ("from", "to"):
        away = (reports[end] != "") & ~pd.MultiIndex.from_frame(reports[["wave", end]]).isin(listed)
        reading.inspection.wrong_texts(
            reports[end][away],
            file,
            end,
            lambda name: f'"{name}" has a tie in a wave that {said_in} does not list it for',
            lambda name: (
                f"If it was asked, add it to {said_in}; else take it out of organizations.csv. "
                + if_never_asked(reading.inspection)
                if name in never
                else f"Add it to {said_in} for that wave, or correct the wave."
            ),
        )
        heard = heard | away
    reading.inspection.wrong_texts(
        reports["from"][~heard],
        file,
        "from",
        lambda name: f'"{name}" reports a tie, but {said_in} says it has not answered',
        lambda name: f"Correct {said_in}, or remove the tie.",
    )
    if reading.directed:
        keys = ["wave", "layer", "organization", "respondent"]
        people = pd.MultiIndex.from_frame(asked[keys])
        known = pd.MultiIndex.from_frame(reports[["wave", "layer", "from", "respondent"]]).isin(people)
        stranger = by_end["from"] & ~known
        reading.inspection.wrong_texts(
            reports["respondent"][stranger],
            file,
            "respondent",
            lambda name: (
                f'{said_in} does not name "{name}" as a respondent of this organization'
                if name
                else f"No respondent is named, but {said_in} names some for this organization"
            ),
            lambda name: f"Add the respondent to {said_in}, or correct the name.",
        )


def off_roster(reports: pd.DataFrame, asked: pd.DataFrame, rosters: pd.DataFrame, directed: bool) -> pd.DataFrame:
    """Give the dyads that were answered though no roster shown to the respondents has them.

    Parameters
    ----------
    reports, asked, rosters : DataFrame
        As above.
    directed : bool
        Whether only the roster of the organization that a tie comes from counts.

    Returns
    -------
    DataFrame
        The frame `exceptions` of a `Survey`.
    """
    if not asked["roster"].any():
        return empty_frame("exceptions")
    dyad = ["wave", "layer", "from", "to"]
    told = reports[dyad].drop_duplicates().assign(pair=range(len(reports[dyad].drop_duplicates())))
    ways = told if directed else pd.concat([told, told.rename(columns={"from": "to", "to": "from"})])
    shown = asked[asked["answered"]].rename(columns={"organization": "from"})
    ways = ways.merge(shown[["wave", "layer", "from", "roster"]])
    members = pd.MultiIndex.from_frame(rosters)
    on = (ways["roster"] == "") | pd.MultiIndex.from_frame(ways[["roster", "to"]]).isin(members)
    off = told.loc[~told["pair"].isin(ways["pair"][on]), dyad]
    return off.assign(observed=True) if len(off) else empty_frame("exceptions")


def left_blank_by_partners(
    exceptions: pd.DataFrame, ties: pd.DataFrame, layers: Iterable[LayerInfo], directed: bool
) -> pd.DataFrame:
    """Take out blanks that were no question: a layer asked about partners only was not asked about others.

    Parameters
    ----------
    exceptions, ties : DataFrame
        Frames of a `Survey`.
    layers : iterable of LayerInfo
        They say of which layer's partners they were asked.
    directed : bool
        Whether a partner is only whom an organization itself named.

    Returns
    -------
    DataFrame
        The frame `exceptions` without these.
    """
    asked_of = {info.name: info.asked_of for info in layers if info.asked_of}
    if not asked_of:
        return exceptions
    dyad = ["wave", "layer", "from", "to"]
    ways = ties[dyad] if directed else pd.concat([ties[dyad], ties.rename(columns={"from": "to", "to": "from"})[dyad]])
    partners = pd.MultiIndex.from_frame(ways)
    others = exceptions.assign(layer=exceptions["layer"].replace(asked_of))
    of_partner = pd.MultiIndex.from_frame(others[dyad]).isin(partners)
    return exceptions[exceptions["observed"] | ~exceptions["layer"].isin(list(asked_of)) | of_partner]
