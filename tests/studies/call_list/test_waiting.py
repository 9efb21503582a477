"""What a draft lists: all that no open decision can change."""

from dataclasses import replace
from pathlib import Path

from stakeholder_graph.graph import Partnership, to_partnership
from stakeholder_graph.model.problems import Problem
from stakeholder_graph.studies.call_list import call_list, what_waits
from stakeholder_graph.survey import read_partnership
from tests.studies.call_list.test_call_list import partnership

PROMISE = Problem("Nothing says what you promised.", "Say it.", about="answers")
EXPORT = """Organization,Ties with Alder,Ties with Birch,Ties with Cedar,Ties with Dogwood
Alder,,yes,yes,no
Birch,yes,,no,no
{third},no,no,,yes
"""
SETTINGS = """
name = "Grove"
[[question]]
kind = "identity"
file = "answers.csv"
question = "Organization"
[[question]]
kind = "tie"
file = "answers.csv"
columns = "Ties with {name}"
layer = "contact"
scale = ["no", "yes"]
{promise}
"""


def silent(of: Partnership) -> list[str]:
    return [call.whom for call in call_list(of, of.latest, ()) if call.purpose == "hear from"]


def with_open(*undecided: Problem) -> Partnership:
    of = partnership()
    return Partnership(replace(of.info, undecided=undecided), of.graphs, of.lists)


def test_an_open_promise_changes_nothing_of_the_list() -> None:
    decided, open_still = partnership(), with_open(PROMISE)
    assert call_list(open_still, "1", ()) == call_list(decided, "1", ())
    assert what_waits(open_still, "1") == ()


def test_those_whom_a_name_may_mean_wait_and_no_others() -> None:
    of = with_open(Problem("“Silnt” may be “Silent”.", "Decide.", about="who answered", organizations=("Silent", "A")))
    assert silent(of) == ["Quiet"]
    (said,) = what_waits(of, "1")
    assert (said.id, said.fields) == ("waits_some", {"count": 1})


def test_all_wait_where_a_decision_may_be_about_anybody() -> None:
    of = with_open(PROMISE, Problem("Nobody knows “X”.", "Decide.", about="who answered"))
    assert silent(of) == []
    (said,) = what_waits(of, "1")
    assert (said.id, said.fields) == ("waits_all", {"count": 2})


def test_it_says_so_where_nothing_says_who_answered() -> None:
    (said,) = what_waits(partnership(known=False), "1")
    assert said.id == "waits_not_known"


def read(folder: Path, third: str, promise: str = "") -> Partnership:
    (folder / "answers.csv").write_text(EXPORT.format(third=third))
    (folder / "partnership.toml").write_text(SETTINGS.replace("{promise}", promise))
    return to_partnership(read_partnership(folder))


def test_an_export_with_nothing_open_but_the_promise_lists_who_is_silent(tmp_path: Path) -> None:
    of = read(tmp_path, "Cedar")
    assert of.info.draft
    assert silent(of) == ["Dogwood"]


def test_a_name_of_somebody_who_answered_hides_whom_it_resembles(tmp_path: Path) -> None:
    of = read(tmp_path, "Cedr", 'promise = "named"')
    assert of.info.draft
    # Cedar and Dogwood have no answer so far; what “Cedr” wrote may be Cedar's.
    assert silent(of) == ["Dogwood"]
    assert next((said.id, said.fields) for said in what_waits(of, of.latest)) == ("waits_some", {"count": 1})
