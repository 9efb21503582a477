"""Settings that were written read back as they were."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.survey.settings.add_to_toml import add_to_text
from stakeholder_graph.survey.settings.model import QuestionSettings, Settings
from stakeholder_graph.survey.settings.write_toml import settings_text

words = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=12).map(str.strip).filter(bool)
steps = st.lists(
    st.builds(
        lambda value, name, tie: {"value": value, "name": name} | ({} if tie is None else {"tie": tie}),
        st.integers(0, 9) | st.floats(-5, 5),
        words,
        st.none() | st.booleans(),
    ),
    max_size=4,
)
promise = st.sampled_from(["named with strength", "named", "aggregate", "backbone"])
asks = st.sampled_from(["ties", "trust", "value"])
settings = st.fixed_dictionaries(
    {},
    optional={
        "name": words,
        "directed": st.booleans(),
        "layers": st.dictionaries(
            words, st.fixed_dictionaries({"scale": steps}, optional={"promise": promise, "asks": asks})
        ),
        "wave": st.lists(
            st.fixed_dictionaries({"name": words, "files": st.lists(words)}), max_size=2, unique_by=lambda w: w["name"]
        ),
        "question": st.lists(
            st.fixed_dictionaries(
                {"kind": st.just("tie"), "question": words},
                optional={"scale": steps | words, "limit": st.integers(1, 9), "not_known": st.lists(words)},
            ),
            max_size=3,
        ),
        "sectors": st.dictionaries(words.filter(lambda word: word != "list"), st.floats(0, 1))
        | st.lists(words, unique=True).map(lambda names: {"list": names}),
        "promises": st.fixed_dictionaries(
            {"ratings": promise}, optional={"who_answered": st.sampled_from(["named", "count"])}
        ),
        "strict": st.booleans(),
        "organizations": st.fixed_dictionaries({"file": words, "attributes": st.lists(words)}),
    },
)


@given(settings)
def test_settings_come_back(written: dict[str, object]) -> None:
    model = Settings.model_validate(written)
    text = settings_text(model, "What this is.\nAnd why.")
    assert text.startswith("# What this is.\n# And why.\n")
    assert Settings.model_validate(tomllib.loads(text)) == model


def test_a_scale_that_counts_from_0_up_is_a_list_of_names() -> None:
    text = settings_text(Settings.model_validate({"layers": {"data sharing": {"scale": ["no", "yes"]}}}))
    assert text == '\n[layers."data sharing"]\nscale = ["no", "yes"]\n'


MINE = """\
# Settings of Wren County.
name = "Wren County"  # as on our letterhead

[layers."data sharing"]
scale = ["no", "yes"]  # asked since 2023

[[question]]
kind   = "tie"   # aligned by hand
question = "Q1"

[ties]  # agreed in March
default = "either"
"""


def test_comments_and_the_authors_own_lines_survive_when_questions_are_added() -> None:
    added = QuestionSettings(kind="team", question="Q7", wording="Which teams?")
    text = add_to_text(MINE, questions=[("Several can be ticked.", added)])
    assert text.startswith(MINE)
    assert "# Several can be ticked.\n[[question]]\n" in text
    before, after = (Settings.model_validate(tomllib.loads(toml)) for toml in (MINE, text))
    assert after == before.model_copy(update={"question": (*before.question, added)})


def test_questions_join_those_of_an_inline_list() -> None:
    mine = 'question = [{kind = "tie", question = "Q1"}]  # short\n'
    text = add_to_text(mine, questions=[("", QuestionSettings(kind="team", question="Q7"))])
    assert text.endswith("# short\n")
    assert [question["question"] for question in tomllib.loads(text)["question"]] == ["Q1", "Q7"]


def test_nothing_changes_where_nothing_is_added() -> None:
    assert add_to_text(MINE) == MINE
