"""Settings that were written read back as they were."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from stakeholder_graph.survey.settings.model import Settings
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
promise = st.sampled_from(["named", "aggregate", "backbone"])
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
        "promises": st.fixed_dictionaries({"ratings": promise}),
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
