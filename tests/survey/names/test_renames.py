"""Names of an earlier list in a later one: what is certain, and what is asked about."""

from stakeholder_graph.survey.names.renames import possible_renames, same_names


def test_a_name_is_found_in_another_spelling() -> None:
    before, after = ["The Wren Co. Health Dept.", "Zoo", "City Library"], ["Wren County Health Department", "Zoo"]
    assert same_names(before, after) == {"The Wren Co. Health Dept.": "Wren County Health Department"}


def test_two_names_are_not_made_one() -> None:
    assert same_names(["The City Library", "City Library"], ["City Library"]) == {}


def test_only_near_names_are_asked_about_and_each_once() -> None:
    left, joined = ["Harbor Flats Clinic", "Harbor Flat Clinic", "Zoo"], ["Harbor Flats Clinics", "Museum"]
    ((old, new, reason),) = possible_renames(left, joined)
    assert (old, new, reason) == ("Harbor Flats Clinic", "Harbor Flats Clinics", "one letter differs")
    assert possible_renames([], joined) == []
