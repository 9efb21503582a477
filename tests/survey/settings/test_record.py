"""What a person deleted is told from what is new, whichever kind of row it is."""

import pandas as pd
import pytest

from stakeholder_graph.survey.settings.draft import Draft
from stakeholder_graph.survey.settings.drafting.merge import merge
from stakeholder_graph.survey.settings.model import Settings
from stakeholder_graph.survey.settings.record import record, removed, row_key

SECTORS = pd.DataFrame(
    {"list": ["reference"] * 3, "sector": ["Health", "Schools", "Faith"], "share": [""] * 3}, dtype="str"
)


def remembered(draft: Draft) -> Draft:
    return Draft(draft.settings.model_copy(update={"drafted": record(draft)}), draft.notes, draft.tables)


def test_sectors_that_were_deleted_stay_away_and_new_ones_come() -> None:
    new = Draft(Settings(), tables={"sectors": SECTORS})
    first = remembered(new)
    left = Draft(first.settings, tables={"sectors": SECTORS.iloc[1:]})
    more = pd.concat([SECTORS, pd.DataFrame({"list": ["reference"], "sector": ["Arts"], "share": [""]})])
    merged = merge(left, Draft(Settings(), tables={"sectors": more}))
    assert merged.tables["sectors"]["sector"].tolist() == ["Schools", "Faith", "Arts"]
    assert merged.news == ("sectors: “reference, Arts”",)
    assert record(merged)["sectors"] == (
        "reference | Health", "reference | Schools", "reference | Faith", "reference | Arts",
    )  # fmt: skip


def test_an_emptied_list_of_sectors_stays_empty() -> None:
    first = remembered(Draft(Settings(), tables={"sectors": SECTORS}))
    left = Draft(first.settings, tables={"sectors": SECTORS.iloc[:0]})
    merged = merge(left, Draft(Settings(), tables={"sectors": SECTORS}))
    assert merged.tables["sectors"].empty
    assert merged.news == ()


@pytest.mark.parametrize("name", ["a | b", "| a", "a |", "A  B", "ﬁn", "Zoo?"])
def test_names_with_the_mark_between_parts_are_remembered_as_they_are(name: str) -> None:
    draft = Draft(Settings.model_validate({"wave": [{"name": name}]}))
    assert removed(remembered(draft)).rows["rounds"] == frozenset()
    assert removed(Draft(remembered(draft).settings.model_copy(update={"wave": ()}))).has("rounds", (name,))
    assert row_key((name, "")) == row_key((name,))
