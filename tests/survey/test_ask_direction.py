"""Whether ties have a direction is asked where none is returned although both sides answered, and nothing says."""

from collections.abc import Callable, Mapping
from itertools import combinations
from pathlib import Path
from shutil import copyfile

import pytest

from stakeholder_graph.survey import Survey, read_partnership

Read = Callable[[Mapping[str, str | bytes]], Survey]

NAMES = "ABCDEF"
ANSWERED = "organization,answered\n" + "".join(f"{name},yes\n" for name in NAMES)
#: Five pairs, none returned; B and C are named and name others.
ONCE = ("AB", "AC", "BC", "BD", "CE")
TOML = '[layers.collaboration]\npromise = "named"\n'


def asked(survey: Survey) -> list[str]:
    return [str(problem) for problem in survey.info.undecided if "direction" in str(problem)]


def plain(pairs: tuple[str, ...], toml: str = TOML, organizations: str = ANSWERED, layer: str = "") -> dict[str, str]:
    header, end = ("from,to,layer\n", f",{layer}") if layer else ("from,to\n", "")
    ties = header + "".join(f"{pair[0]},{pair[1]}{end}\n" for pair in pairs)
    return {"organizations.csv": organizations, "ties.csv": ties, "partnership.toml": toml}


def test_a_plain_list_that_holds_each_pair_once_is_asked_about(read: Read) -> None:
    survey = read(plain(ONCE))
    assert asked(survey) == [
        "ties.csv: No tie of “collaboration” is returned, and nothing says whether its ties have a direction; they "
        "count as one way. Write below [layers.collaboration] in partnership.toml: directed = false or true."
    ]
    assert survey.info.draft
    assert survey.directed


@pytest.mark.parametrize(
    "toml",
    [
        "directed = false\n" + TOML,
        "directed = true\n" + TOML,
        TOML + "directed = false\n",
        TOML + "directed = true\n",
    ],
)
def test_nothing_is_asked_where_the_settings_say(read: Read, toml: str) -> None:
    survey = read(plain(ONCE, toml))
    assert asked(survey) == []
    assert not survey.info.draft
    assert survey.directed == ("true" in toml)


def test_nothing_is_asked_where_one_tie_is_returned(read: Read) -> None:
    assert asked(read(plain((*ONCE, "BA")))) == []


def test_those_who_have_not_answered_return_nothing(read: Read) -> None:
    """Of five pairs only A-B, A-C and B-C join two that answered."""
    some = ANSWERED.replace("D,yes", "D,no").replace("E,yes", "E,no")
    assert asked(read(plain(ONCE, organizations=some))) == []


def test_a_few_pairs_say_nothing(read: Read) -> None:
    assert asked(read(plain(ONCE[:3]))) == []


def test_some_who_name_and_others_who_are_only_named_are_no_doubt(read: Read) -> None:
    """A list of what each funder supports: nobody who is named names anybody."""
    assert asked(read(plain(("AC", "AD", "BE", "BF", "BC")))) == []


@pytest.mark.parametrize("layer", ["trust", "perceived value"])
def test_judgments_of_partners_run_one_way_by_themselves(read: Read, layer: str) -> None:
    toml = f'[layers."{layer}"]\npromise = "backbone"\n'
    assert asked(read(plain(ONCE, toml, layer=layer))) == []


def test_each_kind_of_tie_is_asked_about_by_itself(read: Read) -> None:
    ties = "from,to,layer\n" + "".join(f"{a},{b},work\n{a},{b},funds\n" for a, b in map(tuple, ONCE)) + "B,A,work\n"
    toml = '[layers.work]\npromise = "named"\n[layers.funds]\npromise = "named"\n'
    survey = read({"organizations.csv": ANSWERED, "ties.csv": ties, "partnership.toml": toml})
    assert len(asked(survey)) == 1
    assert "“funds”" in asked(survey)[0]


def export(returned: bool) -> dict[str, str]:
    # Each pair once: by chance 15 x 15 / (2 x 6 x 5) = 3.75 pairs would name each other. Whoever names nobody is not
    # known to have answered, so that F names A.
    pairs = [(a, b) for a, b in combinations(NAMES, 2) if (a, b) != ("A", "F")] + [("F", "A")]
    rows = {name: [pair[1] for pair in pairs if pair[0] == name] for name in NAMES}
    if returned:
        rows["B"].append("A")
    header = "org," + ",".join(NAMES) + "\n"
    lines = "".join(
        f"{name}," + ",".join("1" if to in tos else "0" for to in NAMES) + "\n" for name, tos in rows.items()
    )
    toml = (
        '[[question]]\nkind = "tie"\nfile = "answers.csv"\nrespondent = "{org}"\ncolumns = "{partner}"\n'
        'layer = "work"\nscale = ["0", "1"]\npromise = "named"\n'
    )
    return {"organizations.csv": ANSWERED.replace(",answered", "").replace(",yes", ""), "answers.csv": header + lines,
            "partnership.toml": toml}  # fmt: skip


def test_an_export_of_which_no_tie_is_returned_is_asked_about(read: Read) -> None:
    (question,) = asked(read(export(returned=False)))
    assert question.startswith("answers.csv: No tie of “work” is returned")
    assert (
        "Write into partnership.toml: [layers.work] on a line of its own, and below it directed = false or true"
        in question
    )


def test_sparse_answers_of_an_export_are_not_asked_about(read: Read) -> None:
    """Sixteen ties of sixteen who answered: by chance 16 x 16 / (2 x 16 x 15) = .53 pairs would name each other."""
    names = [chr(ord("A") + i) for i in range(16)]
    ring = {name: names[(i + 1) % 16] for i, name in enumerate(names)}
    files = export(returned=False)
    files["organizations.csv"] = "organization\n" + "\n".join(names) + "\n"
    lines = [f"{name}," + ",".join(str(int(ring[name] == to)) for to in names) for name in names]
    files["answers.csv"] = "org," + ",".join(names) + "\n" + "\n".join(lines) + "\n"
    survey = read(files)
    assert len(survey["ties"]) == 16
    assert asked(survey) == []


def test_an_export_with_one_that_is_returned_is_not(read: Read) -> None:
    assert asked(read(export(returned=True))) == []


def test_real_pairs_without_their_line_are_asked_about_and_with_it_are_not(tmp_path: Path, shared_data: Path) -> None:
    """Tobacco control: pairs of 25 organizations, each written once (Harris et al. 2012)."""
    for name in ("organizations.csv", "ties.csv"):
        copyfile(shared_data / "tobacco-control" / name, tmp_path / name)
    (tmp_path / "partnership.toml").write_text('sector = "agency_type"\n', encoding="utf-8")
    kinds = {question.partition("“")[2].partition("”")[0] for question in asked(read_partnership(tmp_path))}
    assert kinds == {"contact", "collaboration", "dissemination"}
    (tmp_path / "partnership.toml").write_text('sector = "agency_type"\ndirected = false\n', encoding="utf-8")
    assert asked(read_partnership(tmp_path)) == []
