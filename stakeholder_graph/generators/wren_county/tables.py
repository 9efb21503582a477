"""The other plain files of Wren County: who was asked, which outcomes and teams they work in, how they rate."""

import numpy as np
import pandas as pd

from stakeholder_graph.generators.exact_draws import grade, pick
from stakeholder_graph.generators.wren_county.answers import (
    SECOND,
    WAVES,
    answered,
    listed,
    respondents,
    rostered,
)
from stakeholder_graph.generators.wren_county.cast import MERGED, RENAMED, RESPONDENTS, STEERING, TEAMS, WRITTEN
from stakeholder_graph.generators.wren_county.lists import AGENDA, OUTCOMES, STUDENT_DATA

#: Sectors that lean against sharing student data.
WARY = ("Schools", "Government", "Residents", "Business")
#: Chance that an organization carries an outcome of its own group, and another one.
OWN, OTHER = 0.9, 0.06


def asked(cast: pd.DataFrame) -> pd.DataFrame:
    """List who was on the roster of each wave, and who answered.

    Parameters
    ----------
    cast : DataFrame
        As `cast.organizations` gives it.

    Returns
    -------
    DataFrame
        The plain file ``asked``.
    """
    rows: list[tuple[str, ...]] = []
    for wave in WAVES:
        present = listed(cast, wave)
        for name, answers in zip(cast["organization"][present], answered(cast, wave)[present], strict=True):
            official = rostered(name, wave)
            people = respondents(name, wave) if answers else ("",) * len(official)
            for number, respondent in enumerate(people):
                source = official[number if len(official) > 1 else 0]
                said = "yes" if answers else "no"
                rows.append((wave, source, respondent, said))
    return pd.DataFrame(rows, columns=["wave", "organization", "respondent", "answered"])


def names() -> pd.DataFrame:
    """List every other name of an organization.

    Returns
    -------
    DataFrame
        The plain file ``names``.
    """
    rows = [(other, name) for name, others in WRITTEN.items() for other in others]
    rows += [(former, name) for name, former in RENAMED.items()]
    rows += [(former, name) for name, merged in MERGED.items() for former in merged]
    return pd.DataFrame(rows, columns=["written", "organization"])


def affiliations(cast: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Draw the outcomes that organizations say they work on, and list seats in teams and on the steering committee.

    The backbone keeps the seats as a list for everybody; outcomes are known from answers only.

    Parameters
    ----------
    cast : DataFrame
        As `cast.organizations` gives it.
    rng : numpy.random.Generator

    Returns
    -------
    DataFrame
        The plain file ``affiliations``.
    """
    listed = [(name, "team", team) for team, members in TEAMS.items() for name in members]
    listed += [(name, "meeting", "Steering committee") for name in STEERING]
    said: list[tuple[str, str, str]] = []
    reports = answered(cast, SECOND) & (cast["works_on"] != "").to_numpy()
    for name, group in zip(cast["organization"][reports], cast["works_on"][reports], strict=True):
        own = [outcome for outcome, around in OUTCOMES.items() if around == group]
        chance = np.array([OWN if outcome in own else OTHER for outcome in OUTCOMES])
        # the whole group of attendance works on attendance, and nobody else does
        chance[list(OUTCOMES).index("Attendance")] = float(group == "attendance")
        carried = [outcome for outcome, yes in zip(OUTCOMES, rng.random(len(chance)) < chance, strict=True) if yes]
        said += [(name, "outcome", outcome) for outcome in carried or own[:1]]
    rows = [(*row, SECOND, source) for source, group in (("list", listed), ("answer", said)) for row in group]
    return pd.DataFrame(rows, columns=["organization", "kind", "item", "wave", "source"])


def ratings(cast: pd.DataFrame, rng: np.random.Generator) -> pd.DataFrame:
    """Draw how far organizations agree with each agenda item; on student data their sectors divide them into two camps.

    Parameters
    ----------
    cast : DataFrame
        As `cast.organizations` gives it.
    rng : numpy.random.Generator

    Returns
    -------
    DataFrame
        The plain file ``ratings``.
    """
    reports = np.flatnonzero(answered(cast, SECOND))
    wary = cast["sector"].isin(WARY).to_numpy()[reports]
    tables = []
    for item, shares in AGENDA.items():
        leaning = rng.random(len(reports)) + (~wary if item == STUDENT_DATA else 0)
        tables.append(
            pd.DataFrame(
                {
                    "organization": cast["organization"].to_numpy()[reports],
                    "item": item,
                    "value": grade(leaning, shares),
                }
            )
        )
    first = pd.concat(tables, ignore_index=True)
    people = {name: both for (wave, name), both in RESPONDENTS.items() if wave == SECOND}
    first["respondent"] = [people.get(name, ("",))[0] for name in first["organization"]]
    second = first[first["organization"].isin(list(people))].copy()
    second["respondent"] = [people[name][1] for name in second["organization"]]
    careful = pick(np.ones(len(second)), len(second) // 3, rng)
    values = second["value"].to_numpy(copy=True)
    values[careful] = np.where(values[careful] > 1, values[careful] - 1, 2)
    table = pd.concat([first, second.assign(value=values)], ignore_index=True)
    return table.assign(wave=SECOND)[["wave", "organization", "item", "value", "respondent"]]
