"""What Port Ellery works on, measures, tries and has on file."""

from collections.abc import Mapping
from io import StringIO

import numpy as np
import pandas as pd

from stakeholder_graph.generators.exact_draws import apportion, grade
from stakeholder_graph.generators.port_ellery.cast import BACKBONE, STEERING, TEAMS

OUTCOMES = (
    "Fewer readmissions",
    "A regular place of care",
    "A stable home",
    "Behavioral health care",
    "Basic needs met",
)
CONSENT = "Sharing patients' data, with consent"
#: How many of a hundred rate each 1 to 5.
AGENDA: Mapping[str, tuple[int, ...]] = {
    "Our shared vision": (0, 3, 12, 45, 40),
    "Whom we serve first": (0, 4, 16, 45, 35),
    "The indicators we measure": (1, 5, 22, 47, 25),
    "One referral form": (1, 4, 15, 45, 35),
    CONSENT: (26, 22, 6, 22, 24),
    "Residents where decisions are made": (1, 4, 20, 45, 30),
}
AGREEMENT = ("strongly disagree", "disagree", "neither", "agree", "strongly agree")
#: Activities by outcome, and the sectors they are usual in.
ACTIVITIES: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "Care teams at discharge": ("Fewer readmissions", ("Hospitals", "Clinics")),
    "Appointments soon after discharge": ("A regular place of care", ("Clinics", "Hospitals")),
    "Housing first": ("A stable home", ("Housing and shelters", "Government")),
    "Treatment and peer support": ("Behavioral health care", ("Behavioral health",)),
    "Meals": ("Basic needs met", ("Social services", "Houses of worship")),
    "Rides to appointments": ("Basic needs met", ("Social services", "Houses of worship")),
    "Help with benefits": ("Basic needs met", ("Social services", "Government")),
}
GOODS: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "Beds": ("A stable home", ("Housing and shelters",), ("Hospitals",)),
    "Rides": ("Basic needs met", ("Social services",), ("Clinics", "Residents and patients")),
    "Interpreters": ("A regular place of care", ("Hospitals",), ("Social services", "Behavioral health")),
}
MEETINGS = ("Partners' meeting, March 2025", "Partners' meeting, June 2025", "Partners' meeting, September 2025")
YEARS = ("2021", "2022", "2023", "2024", "2025")
MEDICAID, INSURED = "Medicaid or none", "Other insurance"
READMITTED = "Readmitted within 30 days"

_INDICATORS = """\
indicator|outcome|good|target|subgroup|n|2021|2022|2023|2024|2025
Readmitted within 30 days|Fewer readmissions|down|14|Medicaid or none|2600|24.6|23.9|22.8|21.0|19.4
Readmitted within 30 days|Fewer readmissions|down|14|Other insurance|3100|15.8|15.9|15.4|15.1|14.8
Seen by primary care within seven days of discharge|A regular place of care|up|60||5700|38.4|39.9|42.7|45.8|48.1
Housed six months after enrollment|A stable home|up|80||240||||71.3|70.4
Began treatment within 14 days|Behavioral health care|up|50||880|41.2|39.8|40.3|41.6|40.6
Referrals that were completed|Basic needs met|up|70||3400|58.9|57.2|55.1|53.6|52.2
"""

#: Neighborhoods: share of people insured by Medicaid or not at all, points that fewer return than elsewhere, practices.
_PLACES = """\
place|people|share|fewer|practices
Battery|430|38|0|
Canal Street|470|52|0|
Downtown|560|46|0|care team at discharge
Ferry Landing|480|61|10|care team at discharge; respite beds
Hill District|520|44|0|
Marshside|540|66|0|
North Pier|410|49|0|
Old Mill|450|41|0|
Ropewalk|440|57|0|
South Harbor|500|63|0|care team at discharge
Tannery|420|54|0|
Upper Hill|480|33|0|
"""

_STRATEGIES = """\
strategy|outcome|partners|started|status|learned|indicator|team|reach|decide_by|decided_on
Care teams at discharge|Fewer readmissions|St. Agatha Hospital; Ferry Street Clinic|2022|scale|A visit within two days \
matters more than a call|Readmitted within 30 days|After the hospital|2022: 140 patients; 2025: 610 patients||2025-02-20
Rooms for people without a home|A stable home|Ellery Housing Authority; Keys to Home; Harbor Light Shelter|2024|test||\
Housed six months after enrollment|A home first|48 people|2026-03-31|
One referral form|Basic needs met|Ride Ellery; Benefits Desk|2023|paused|Nobody learned what became of the people \
referred|Referrals that were completed|||2025-06-30|
"""

_EVIDENCE = """\
benchmark|status|evidence|by|date
agenda-written|met|Charter signed by 24 organizations|steering committee|2024-02-14
data-agreement|not met|Two hospitals have signed; the health plans have not|data team|2025-09-30
backbone-staffed|met|A director and two coordinators|Ellery Community Foundation|2025-06-30
"""


def _table(text: str) -> pd.DataFrame:
    return pd.read_csv(StringIO(text), sep="|", dtype=str, keep_default_na=False)


def items() -> pd.DataFrame:
    """List every outcome, team, meeting, indicator, activity, good and agenda item.

    Returns
    -------
    DataFrame
    """
    measured = _table(_INDICATORS).drop_duplicates("indicator")
    rows = [
        *(("outcome", outcome, "", "", "") for outcome in OUTCOMES),
        *(("team", team, outcome, "", "") for team, (outcome, _members) in TEAMS.items()),
        ("meeting", "Steering committee", "", "", "yes"),
        *(("meeting", meeting, "", "", "") for meeting in MEETINGS),
        *(("indicator", name, outcome, "", "") for name, outcome in measured[["indicator", "outcome"]].to_numpy()),
        *(("activity", activity, outcome, "", "") for activity, (outcome, _usual) in ACTIVITIES.items()),
        *((kind, good, said[0], "", "") for kind in ("asset", "need") for good, said in GOODS.items()),
        *(("agenda", item, "", "agreement", "") for item in AGENDA),
    ]
    return pd.DataFrame(rows, columns=["kind", "item", "outcome", "scale", "steering"])


def scales() -> pd.DataFrame:
    """Give the scale of the agenda.

    Returns
    -------
    DataFrame
    """
    rows = [("agreement", value, name) for value, name in enumerate(AGREEMENT, 1)]
    return pd.DataFrame(rows, columns=["scale", "value", "name"])


def strategies() -> pd.DataFrame:
    """List what is tried.

    Returns
    -------
    DataFrame
    """
    return _table(_STRATEGIES)


def evidence() -> pd.DataFrame:
    """List what is on file for rows of the rubric of the five conditions.

    Returns
    -------
    DataFrame
    """
    rows = _table(_EVIDENCE).assign(rubric="five-conditions", wave="2025")
    return rows[["rubric", "benchmark", "status", "evidence", "by", "date", "wave"]]


def affiliations(cast: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Draw who works on what, does, offers, needs and attends what; list seats.

    Parameters
    ----------
    cast : DataFrame
        As `cast.organizations` gives it.
    rng : numpy.random.Generator

    Returns
    -------
    DataFrame
    """
    kept = [(name, "team", team) for team, (_outcome, members) in TEAMS.items() for name in members]
    kept += [(name, "meeting", "Steering committee") for name in STEERING]
    said: list[tuple[str, str, str]] = []
    for name, sector, answered, own in cast[["organization", "sector", "answered", "works_on"]].itertuples(index=False):
        for meeting in MEETINGS:
            if rng.random() < (0.75 if answered == "yes" else 0.3):
                kept.append((name, "meeting", meeting))
        for indicator, outcome in dict(_table(_INDICATORS)[["indicator", "outcome"]].to_numpy()).items():
            if rng.random() < 0.5 * (outcome == own):
                kept.append((name, "indicator", indicator))
        if answered == "no" or name == BACKBONE:
            continue
        # All who work on a stable home name it first, and nobody else does.
        others = [o for o in OUTCOMES if o not in (own, "A stable home") and rng.random() < 0.12]
        carries = [own, *others]
        said += [(name, "outcome", outcome) for outcome in carries]
        for activity, (outcome, usual) in ACTIVITIES.items():
            if rng.random() < (0.8 if sector in usual else 0.15) * (outcome in carries):
                said.append((name, "activity", activity))
        for good, (_outcome, having, wanting) in GOODS.items():
            offers, needs = rng.random(2) < (0.6 * (sector in having), 0.6 * (sector in wanting))
            said += [(name, kind, good) for kind, yes in (("asset", offers), ("need", needs)) if yes]
    rows = [(*row, source) for source, group in (("list", kept), ("answer", said)) for row in group]
    return pd.DataFrame(rows, columns=["organization", "kind", "item", "source"])


def ratings(cast: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Draw how far organizations agree; hospitals and health plans lean against sharing patients' data.

    Parameters
    ----------
    cast : DataFrame
        As `cast.organizations` gives it.
    rng : numpy.random.Generator

    Returns
    -------
    DataFrame
    """
    people = cast[cast["answered"] == "yes"]
    open_to_it = ~people["sector"].isin(["Hospitals", "Health plans", "Government", "Behavioral health"]).to_numpy()
    tables = []
    for item, shares in AGENDA.items():
        latent = rng.random(len(people)) + (open_to_it if item == CONSENT else 0)
        rows = {"organization": people["organization"], "item": item, "value": grade(latent, shares)}
        tables.append(pd.DataFrame(rows))
    return pd.concat(tables, ignore_index=True)


def places() -> pd.DataFrame:
    """List what neighborhoods have to work with, and their practices.

    Returns
    -------
    DataFrame
    """
    rows = [
        (said["place"], year, said["share"], said["practices"])
        for said in _table(_PLACES).to_dict("records")
        for year in YEARS[-2:]
    ]
    return pd.DataFrame(rows, columns=["place", "period", "Medicaid or no insurance (%)", "practices"])


def indicators(rng: np.random.Generator) -> pd.DataFrame:
    """Draw five indicators over five years, readmissions by insurance and by neighborhood.

    Parameters
    ----------
    rng : numpy.random.Generator

    Returns
    -------
    DataFrame
    """
    wide = _table(_INDICATORS)
    about = ["indicator", "outcome", "good", "target", "subgroup", "n"]
    long = wide.melt(about, list(YEARS), "period", "value")
    long = long[long["value"] != ""].astype({"value": float, "n": float})
    long["n"] = (long["n"] * (0.97 + 0.06 * rng.random(len(long)))).round().astype(int)
    parts = long[long["subgroup"] != ""]
    sums = parts.assign(value=parts["value"] * parts["n"]).groupby([*about[:4], "period"], as_index=False)
    whole = sums[["value", "n"]].sum()
    whole["value"] = (whole["value"] / whole["n"]).round(1)
    table = pd.concat([long, whole.assign(subgroup="")], ignore_index=True).assign(place="")
    latest = whole[whole["period"].isin(YEARS[-2:])]
    by_place = [_by_place(value, int(n), year, rng) for year, value, n in latest[["period", "value", "n"]].to_numpy()]
    table = pd.concat([table, *by_place], ignore_index=True)
    order = list(wide["indicator"].unique())
    table["indicator"] = pd.Categorical(table["indicator"], order)
    table = table.sort_values(["indicator", "place", "subgroup", "period"], kind="stable", ignore_index=True)
    stated = wide.drop_duplicates("indicator").set_index("indicator")
    names = table["indicator"].astype(str)
    for column in ("outcome", "good"):
        table[column] = names.map(stated[column])
    table["target"] = names.map(stated["target"]).where((table["subgroup"] == "") & (table["place"] == ""), "")
    table["unit"], table["role"] = "%", "core"
    columns = ["indicator", "period", "value", "subgroup", "place", "n", "good", "unit", "outcome", "role", "target"]
    return table[columns]


def _by_place(value: float, n: int, year: str, rng: np.random.Generator) -> pd.DataFrame:
    """Readmissions by neighborhood, whose people add up to those of the county."""
    listed = _table(_PLACES).astype({"people": float, "share": float, "fewer": float})
    sizes = apportion(listed["people"].to_numpy(), n)
    expected = 0.16 * listed["share"].to_numpy() - listed["fewer"].to_numpy()
    level = value + expected - float(sizes @ expected) / n
    returned = rng.binomial(sizes, level / 100)
    rows = {"indicator": READMITTED, "period": year, "value": np.round(100 * returned / sizes, 1), "n": sizes}
    return pd.DataFrame({**rows, "place": listed["place"], "subgroup": ""})
