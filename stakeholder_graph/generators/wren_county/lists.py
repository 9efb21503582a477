"""The lists that Wren County works with: outcomes, agenda, indicators, strategies, evidence."""

from collections.abc import Iterable
from io import StringIO

import numpy as np
import pandas as pd

#: Outcomes from cradle to career, the team that answers for each, and the group of organizations around it.
OUTCOMES = {
    "Healthy start": "early",
    "Kindergarten-ready": "early",
    "Third-grade reading": "learning",
    "Eighth-grade math": "learning",
    "Attendance": "attendance",
    "Graduation": "career",
    "Credential": "career",
    "Working at 24": "career",
}

TEAM_OUTCOMES = {
    "Early Years": "Kindergarten-ready",
    "Reading": "Third-grade reading",
    "Attendance": "Attendance",
    "Graduation": "Graduation",
    "College and Career": "Credential",
    "Healthy Families": "Healthy start",
}

STUDENT_DATA = "Sharing student data"

#: Agenda items and how many of a hundred rate them 1 to 5.
AGENDA = {
    "Vision": (0, 3, 12, 45, 40),
    "Outcomes": (0, 3, 15, 47, 35),
    "Indicators": (1, 5, 22, 47, 25),
    "Roles": (1, 7, 25, 45, 22),
    "Neutral backbone": (0, 4, 16, 45, 35),
    "Resident seats": (1, 4, 20, 45, 30),
    "Pooled funds": (2, 8, 28, 42, 20),
    STUDENT_DATA: (24, 22, 6, 22, 26),
}

AGREEMENT = ("strongly disagree", "disagree", "neither", "agree", "strongly agree")

#: Hours a month that a tie at each step of collaboration takes of either side, as partners estimated.
HOURS = {"networking": "0.5", "cooperation": "1", "coordination": "2", "coalition": "4", "collaboration": "8"}

SECTORS = {
    "Schools": 0.12,
    "Higher education": 0.04,
    "Health": 0.14,
    "Nonprofits": 0.22,
    "Houses of worship": 0.14,
    "Government": 0.09,
    "Business": 0.12,
    "Funders": 0.03,
    "Residents": 0.06,
    "Public safety": 0.04,
}

YEARS = tuple(str(year) for year in range(2020, 2026))

#: Percentages by year. Where groups are given, the whole is their mean weighted by `n`.
_INDICATORS = """\
indicator|outcome|good|subgroup|n|2020|2021|2022|2023|2024|2025
Early prenatal care|Healthy start|up||1180|68.4|69.1|70.6|71.2|72.9|74.0
Low birth weight|Healthy start|down||1180|8.3|8.6|8.1|8.4|8.2|8.3
Ready for kindergarten|Kindergarten-ready|up||1240|44.7|43.2|46.0|48.9|50.3|52.6
Seats in licensed preschool|Kindergarten-ready|up||1240|38.2|36.9|40.4|43.0|45.8|47.5
Third-grade reading|Third-grade reading|up|Lower-income families|690|33.1|29.8|31.6|34.4|36.7|38.2
Third-grade reading|Third-grade reading|up|Other families|540|58.4|56.0|57.9|60.8|62.5|63.9
Eighth-grade math|Eighth-grade math|up|Lower-income families|660|30.4|26.1|27.0|28.3|29.6|30.1
Eighth-grade math|Eighth-grade math|up|Other families|555|52.0|46.4|46.9|46.2|46.0|45.8
Chronic absence|Attendance|down||9650|14.9|19.7|24.8|22.3|20.6|19.4
On track in ninth grade|Graduation|up||1310|71.5|69.8|72.7|75.1|77.4|78.8
Graduated in four years|Graduation|up|Lower-income families|610|71.2|71.9|73.8|75.9|78.1|79.6
Graduated in four years|Graduation|up|Other families|640|85.5|85.1|86.4|87.6|88.5|89.1
In college or training by fall|Credential|up||1050|61.3|56.8|55.9|56.6|57.4|57.9
Credential within six years|Credential|up||720|36.8|37.5|38.1|39.7|41.0|42.2
Working or studying at 24|Working at 24|up||980|||||71.4|72.0
"""

#: What the partnership wants to reach by 2030, and where it has said so the least change that matters, in points.
TARGETS = {
    "Early prenatal care": 80.0,
    "Low birth weight": 7.5,
    "Ready for kindergarten": 65.0,
    "Seats in licensed preschool": 60.0,
    "Third-grade reading": 60.0,
    "Eighth-grade math": 50.0,
    "Chronic absence": 12.0,
    "On track in ninth grade": 85.0,
    "Graduated in four years": 90.0,
    "In college or training by fall": 68.0,
    "Credential within six years": 50.0,
    "Working or studying at 24": 78.0,
}
MATTERS = {"On track in ninth grade": 2.0}

_EVIDENCE = """\
benchmark|status|evidence|by|date|reviewed_by|reason
accountability-agreement|met|Signed by 38 organizations|steering committee|2022-03-14|data team|
steering-meets|met|Minutes of eleven meetings in 2025|steering committee|2025-12-02|data team|
outcomes-adopted|met|Eight outcomes adopted|steering committee|2022-05-19|data team|
anchor-funder|met|Five-year grant agreement|steering committee|2022-06-30|Wren County Community Foundation|
baseline-report|met|First report to the community|steering committee|2023-01-24|data team|
indicators-disaggregated|met|Three indicators by family income|data team|2025-09-12|steering committee|
teams-chartered|met|Six charters|steering committee|2023-09-21|data team|
improvement-method|met|Two teams trained|backbone|2024-04-11|data team|
teams-use-data|met|Action plans of four teams|data team|2025-10-03|steering committee|
data-agreement|not met|Draft with the district's lawyers since March; unsigned|data team|2025-11-07|\
steering committee|A draft is no agreement
funders-align|met|Joint guidelines of two funders|steering committee|2025-06-18|Harlan Family Fund|
backbone-funded-ahead|met|Budget 2025-2027|steering committee|2025-01-15|Wren County Community Foundation|
reported-yearly|met|Reports of 2023, 2024 and 2025|steering committee|2025-11-20|data team|
results-returned|met|Results of 2024 shown to partners in January 2025|backbone|2025-01-28|steering committee|
"""


def read_table(text: str) -> pd.DataFrame:
    r"""Read a table of texts with bars between its cells.

    Parameters
    ----------
    text : str
        Its first line has the headers.

    Examples
    --------
    >>> read_table("a|b\n1|").to_numpy().tolist()
    [['1', '']]
    """
    return pd.read_csv(StringIO(text), sep="|", dtype=str, keep_default_na=False)


def indicator_outcomes() -> dict[str, str]:
    """Say which outcome each indicator is of.

    Examples
    --------
    >>> indicator_outcomes()["Chronic absence"]
    'Attendance'
    """
    measured = read_table(_INDICATORS).drop_duplicates("indicator")
    return dict(zip(measured["indicator"], measured["outcome"], strict=True))


def items(further: Iterable[tuple[str, str, str, str, str]] = ()) -> pd.DataFrame:
    """List every outcome, team, meeting, indicator and agenda item, whether anyone works on it or not.

    Parameters
    ----------
    further : iterable of tuple of str
        Rows of other kinds.

    Returns
    -------
    DataFrame
    """
    rows = [
        *(("outcome", outcome, "", "", "") for outcome in OUTCOMES),
        *(("team", team, outcome, "", "") for team, outcome in TEAM_OUTCOMES.items()),
        ("meeting", "Steering committee", "", "", "yes"),
        *further,
        *(("indicator", name, outcome, "", "") for name, outcome in indicator_outcomes().items()),
        *(("agenda", item, "", "agreement", "") for item in AGENDA),
    ]
    frame = pd.DataFrame(rows, columns=["kind", "item", "outcome", "scale", "steering"])
    # Its figures are published anyway, so the room's sheets may show them.
    frame["public"] = ["yes" if kind == "outcome" else "" for kind in frame["kind"]]
    return frame


def scales() -> pd.DataFrame:
    """Give the scale of the agenda items, and the hours that partners estimated for each step of collaboration.

    The settings hold the scales of the layers.

    Returns
    -------
    DataFrame
    """
    rows = [("agreement", value, name, "") for value, name in enumerate(AGREEMENT, 1)]
    rows += [("collaboration", value, name, hours) for value, (name, hours) in enumerate(HOURS.items(), 1)]
    return pd.DataFrame(rows, columns=["scale", "value", "name", "hours"])


def sectors() -> pd.DataFrame:
    """Give the reference list of sectors with their shares of the county's organizations.

    Returns
    -------
    DataFrame
    """
    return pd.DataFrame(
        [("Cradle to career", sector, share) for sector, share in SECTORS.items()],
        columns=["list", "sector", "share"],
    )


def evidence() -> pd.DataFrame:
    """List what is documented for each benchmark.

    Returns
    -------
    DataFrame
    """
    return read_table(_EVIDENCE).assign(rubric="theory-of-action", wave="2025")[
        ["rubric", "benchmark", "status", "evidence", "by", "date", "wave", "reviewed_by", "reason"]
    ]


def indicators(rng: np.random.Generator) -> pd.DataFrame:
    """Draw twelve indicators over six years; the number of children varies by up to three percent a year.

    Parameters
    ----------
    rng : numpy.random.Generator

    Returns
    -------
    DataFrame
    """
    wide = read_table(_INDICATORS)
    long = wide.melt(["indicator", "good", "subgroup", "n"], list(YEARS), "period", "value")
    long = long[long["value"] != ""].astype({"value": float, "n": float})
    long["n"] = (long["n"] * (0.97 + 0.06 * rng.random(len(long)))).round().astype(int)
    parts = long[long["subgroup"] != ""]
    whole = (
        parts.assign(value=parts["value"] * parts["n"])
        .groupby(["indicator", "good", "period"], as_index=False)[["value", "n"]]
        .sum()
    )
    whole["value"] = (whole["value"] / whole["n"]).round(1)
    table = pd.concat([long, whole.assign(subgroup="")], ignore_index=True)
    return _in_order(table.assign(place=""))[["indicator", "period", "value", "subgroup", "place", "n", "good"]]


def with_places(indicators: pd.DataFrame, by_place: pd.DataFrame) -> pd.DataFrame:
    """Add figures by place, and say of each indicator its outcome, baseline, target, role and what change matters.

    Parameters
    ----------
    indicators : DataFrame
        Figures of the county.
    by_place : DataFrame
        Figures of places.

    Returns
    -------
    DataFrame
        The plain file ``indicators``.
    """
    table = _in_order(pd.concat([indicators.drop(columns="good"), by_place], ignore_index=True))
    said = indicators.drop_duplicates("indicator").set_index("indicator")
    names = table["indicator"].astype(str)
    table["good"], table["unit"] = names.map(said["good"]), "%"
    table["outcome"] = names.map(indicator_outcomes())
    table["role"] = "core"
    # What is stated of the county is no target of a group or a place.
    county = (table["subgroup"] == "") & (table["place"] == "")
    table["target"] = names.map(TARGETS).where(county)
    table["matters"] = names.map(MATTERS)
    table["baseline"] = names.map(indicators.groupby("indicator", observed=True)["period"].min()).where(
        lambda first: first == YEARS[0], ""
    )
    return table


def _in_order(table: pd.DataFrame) -> pd.DataFrame:
    """As they are read: indicators from cradle to career, everybody before groups and places."""
    order = list(read_table(_INDICATORS)["indicator"].unique())
    table["indicator"] = pd.Categorical(table["indicator"], order)
    return table.sort_values(["indicator", "place", "subgroup", "period"], kind="stable", ignore_index=True)
