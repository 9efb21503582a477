"""Network files as partnerships: names, sectors, kinds of tie, strengths, directions, and what is asked of the user."""

from collections.abc import Callable
from pathlib import Path

import pytest

import stakeholder_graph as sg
from stakeholder_graph.model.problems import SurveyError
from stakeholder_graph.survey import Survey, read_partnership
from stakeholder_graph.survey.names.partnership_name import name_by_folder

Reads = Callable[..., Survey]


@pytest.fixture
def reads(tmp_path: Path) -> Reads:
    """Writes files into a folder and reads the folder, or one of the files."""

    def read(only: str = "", **files: str) -> Survey:
        for name, text in files.items():
            (tmp_path / name.replace("_", ".")).write_text(text, encoding="utf-8")
        return read_partnership(tmp_path / only.replace("_", "."))

    return read


def gml(nodes: list[str], edges: list[str], directed: int = 1) -> str:
    listed = [f"node [ id {number} {text} ]" for number, text in enumerate(nodes)]
    return "\n".join(["graph [", f"directed {directed}", *listed, *(f"edge [ {text} ]" for text in edges), "]"])


NODES = [f'label "{name}" sector "{sector}"' for name, sector in (("Gem", "arts"), ("Ada", "health"), ("Kay", "arts"))]
EDGES = ["source 0 target 1 weight 2", "source 1 target 0 weight 1", "source 2 target 0 weight 3"]


def notes(survey: Survey) -> str:
    return "\n".join(str(note) for note in survey.info.advice)


def ties(survey: Survey) -> list[tuple[str, str, str]]:
    return list(survey["ties"][["layer", "from", "to"]].itertuples(index=False, name=None))


def test_a_file_alone_and_a_folder_that_holds_it_are_one_partnership(reads: Reads, tmp_path: Path) -> None:
    folder = reads(network_gml=gml(NODES, EDGES))
    file = read_partnership(tmp_path / "network.gml")
    assert ties(folder) == ties(file)
    assert (folder.info.name, file.info.name) == (name_by_folder(tmp_path.name), "network")
    assert not file.info.draft


def test_the_whole_way_from_the_public_functions(tmp_path: Path) -> None:
    (tmp_path / "network.gml").write_text(gml(NODES, EDGES))
    partnership = sg.read(tmp_path / "network.gml")
    findings = sg.measure(partnership, ["density", "reciprocity"], permutations=99)
    assert findings["density"].value == pytest.approx(3 / 6)
    assert findings["reciprocity"].value == pytest.approx(2 / 3)
    assert "a map of 3 organizations" in sg.check(partnership)


def test_settings_beside_it_say_more(reads: Reads) -> None:
    settings = 'name = "Ours"\nsector = "county"\nnetwork = "network.gml"\ndirected = false\n'
    nodes = [f'label "{name}" county "{name[0]}" sector "x"' for name in ("Gem", "Ada", "Kay")]
    survey = reads(network_gml=gml(nodes, EDGES), partnership_toml=settings, other_gml=gml(NODES, []))
    assert (survey.info.name, survey.info.sector_called, survey.directed) == ("Ours", "county", False)
    assert set(survey["organizations"]["sector"]) == {"G", "A", "K"}
    assert len(survey["ties"]) == 2


def test_settings_choose_attributes(reads: Reads) -> None:
    edges = [
        'source 0 target 1 how "a" much 5 type "x"',
        'source 1 target 2 how "b" much 6 type "x"',
        'source 2 target 0 how "b" much 7 type "x"',
    ]
    settings = '[network]\nfile = "network.gml"\nname = "code"\nlayer = "how"\nweight = "much"\n'
    nodes = [f'label "same" code "{code}"' for code in ("G", "A", "K")]
    survey = reads(network_gml=gml(nodes, edges), partnership_toml=settings)
    assert set(ties(survey)) == {("a", "G", "A"), ("b", "A", "K"), ("b", "K", "G")}
    assert sorted(survey["ties"]["value"]) == [5, 6, 7]


def test_names_twice_are_a_problem_that_the_settings_can_solve(reads: Reads) -> None:
    nodes = ['label "Gem"', 'label "Gem"', 'label "Kay"']
    with pytest.raises(SurveyError, match="Two nodes are called “Gem”"):
        reads("network_gml", network_gml=gml(nodes, EDGES))
    survey = reads(partnership_toml='[network]\nfile = "network.gml"\nname = "id"\n')
    assert list(survey["organizations"]["organization"]) == ["0", "1", "2"]


@pytest.mark.parametrize(("name", "shown"), [("Type", "Type"), ("category", "category"), ("county", "sector")])
def test_the_sector_is_found_by_usual_names(reads: Reads, name: str, shown: str) -> None:
    nodes = [f'label "{text}" {name} "{text[0] if text != "Kay" else "G"}"' for text in ("Gem", "Ada", "Kay")]
    survey = reads(network_gml=gml(nodes, EDGES))
    assert survey.info.sector_called == shown
    assert ("“Type”" in notes(survey)) == (name == "Type")
    assert ("has the name of a sector" in notes(survey)) == (name == "county")


def test_an_attribute_with_one_value_is_no_sector(reads: Reads) -> None:
    nodes = [f'label "{name}" type "organization" group "{name[:1]}"' for name in ("Gem", "Gus", "Kay")]
    assert reads(network_gml=gml(nodes, EDGES)).info.sector_called == "group"


def test_ids_stay_as_an_attribute_where_labels_differ(reads: Reads) -> None:
    table = reads(network_gml=gml(NODES, EDGES))["organizations"]
    assert dict(zip(table["organization"], table["id"], strict=True)) == {"Gem": "0", "Ada": "1", "Kay": "2"}


def test_attributes_that_only_say_how_it_is_drawn_are_left_out_and_said(reads: Reads) -> None:
    nodes = [f'label "{name}" x 1.5 county "East" graphics [ w 10 ]' for name in ("Gem", "Ada", "Kay")]
    survey = reads(network_gml=gml(nodes, EDGES))
    assert {"x", "graphics.w"}.isdisjoint(survey["organizations"].columns)
    assert list(survey["organizations"]["county"]) == ["East"] * 3
    assert "are left out: x" in notes(survey)


def test_attributes_named_as_our_own_columns_are_renamed(reads: Reads) -> None:
    nodes = [f'label "{name}" organization "unit {name}" answered "perhaps"' for name in ("Gem", "Ada", "Kay")]
    table = reads(network_gml=gml(nodes, EDGES))["organizations"]
    assert set(table["organization in the file"]) == {"unit Gem", "unit Ada", "unit Kay"}
    assert set(table["answered in the file"]) == {"perhaps"}


def test_a_kind_of_tie_is_an_attribute_whose_values_repeat(reads: Reads) -> None:
    kinds = [f'source {a} target {b} type "{kind}" label "tie {a}{b}"'
             for a, b, kind in ((0, 1, "funds"), (1, 2, "funds"), (2, 0, "refers to"), (0, 2, "refers to"))
    ]  # fmt: skip
    survey = reads(network_gml=gml(NODES, kinds))
    assert {layer for layer, _a, _b in ties(survey)} == {"funds", "refers to"}
    assert "1 attribute of ties is not used: “label”" in notes(survey)
    names = [f'source {a} target {b} type "tie {a}{b}"' for a, b in ((0, 1), (1, 2), (2, 0))]
    assert {layer for layer, _a, _b in ties(reads(network_gml=gml(NODES, names)))} == {"collaboration"}


def test_several_kinds_in_one_edge_are_several_ties(reads: Reads) -> None:
    edges = [f'source {a} target {b} type "{kind}"'
             for a, b, kind in ((0, 1, "funds; trusts"), (1, 2, "funds"), (2, 0, "trusts"), (0, 2, "funds|trusts"))
    ]  # fmt: skip
    assert len(ties(reads(network_gml=gml(NODES, edges)))) == 6


def test_edges_without_a_kind_are_said(reads: Reads) -> None:
    edges = [f"source {a} target {b} {kind}" for a, b, kind in
             ((0, 1, 'layer "funds"'), (1, 2, 'layer "funds"'), (2, 0, ""))]  # fmt: skip
    survey = reads(network_gml=gml(NODES, edges))
    assert {layer for layer, _a, _b in ties(survey)} == {"funds", "collaboration"}
    assert "1 tie has no “layer”; it counts as “collaboration”." in notes(survey)


def test_a_strength_of_0_is_no_tie_and_one_of_1_throughout_is_no_strength(reads: Reads) -> None:
    zeros = reads(network_gml=gml(NODES, [*EDGES[:2], "source 2 target 0 weight 0"]))
    assert len(zeros["ties"]) == 2
    ones = reads(network_gml=gml(NODES, [edge.rpartition(" ")[0] + " 1" for edge in EDGES]))
    assert ones["ties"]["value"].isna().all()
    assert "The strength of a tie" not in notes(ones)


def test_strengths_in_words_are_ordered_or_asked(reads: Reads) -> None:
    words = [f'source {a} target {b} strength "{word}"'
             for a, b, word in ((0, 1, "weekly"), (1, 2, "never"), (2, 0, "yearly"))]  # fmt: skip
    survey = reads(network_gml=gml(NODES, words))
    assert [step.name for step in survey.layers[0].steps] == ["never", "yearly", "weekly"]
    assert len(survey["ties"]) == 2
    unknown = [text.replace("weekly", "red").replace("never", "green").replace("yearly", "blue") for text in words]
    survey = reads(network_gml=gml(NODES, unknown))
    assert survey.info.draft
    assert survey["ties"]["value"].isna().all()
    settings = 'network = "network.gml"\n[layers.collaboration]\nscale = ["none", "blue", "green", "red"]\n'
    survey = reads(partnership_toml=settings)
    assert (survey.info.draft, sorted(survey["ties"]["value"])) == (False, [1, 2, 3])


def test_a_strength_that_is_no_number_is_said_with_its_line(reads: Reads) -> None:
    with pytest.raises(SurveyError, match=r"row 8.*“high” is not on the scale"):
        reads(network_gml=gml(NODES, [*EDGES[:2], 'source 2 target 0 weight "high"']))


def test_ties_to_itself_and_ties_twice_are_said(reads: Reads) -> None:
    survey = reads(network_gml=gml(NODES, [*EDGES, "source 0 target 1 weight 5", "source 0 target 0 weight 1"]))
    assert len(survey["ties"]) == 3
    assert max(survey["ties"]["value"]) == 5
    assert "1 tie stands between two organizations that have one of the same kind" in notes(survey)
    assert "tie of an organization with itself" in notes(survey)


def test_edges_that_hold_both_ways_among_ties_with_direction_are_two(reads: Reads) -> None:
    edges = [*EDGES, "source 1 target 2 directed 0 weight 1"]
    survey = reads(network_gml=gml(NODES, edges))
    assert {("collaboration", "Ada", "Kay"), ("collaboration", "Kay", "Ada")} <= set(ties(survey))


CSV = "Source,Target\nGem,Ada\nGem,Kay\nAda,Kay\nKay,Lee\nLee,Max\n"


def test_a_direction_that_nobody_can_tell_is_asked_until_it_is_said(reads: Reads) -> None:
    survey = reads(edges_csv=CSV)
    (decision,) = survey.info.undecided
    assert "No tie of “collaboration” is returned" in decision.what
    assert (survey.info.draft, survey.directed) == (True, False)
    # What the decision says to write is valid as it stands, and answers it.
    assert "[layers.collaboration] on a line of its own, and below it directed = false or true" in decision.todo
    survey = reads(partnership_toml='network = "edges.csv"\n[layers.collaboration]\ndirected = true\n')
    assert (survey.info.draft, survey.directed) == (False, True)


def test_ties_that_are_sometimes_returned_have_a_direction(reads: Reads) -> None:
    assert reads(edges_csv=CSV + "Ada,Gem\n").directed


def test_an_edge_to_an_id_that_no_node_has_is_a_problem(reads: Reads) -> None:
    with pytest.raises(SurveyError, match="An edge names “N9”, and no node has this id"):
        reads(nodes_csv="id,name\nN1,Gem\nN2,Ada\nN3,Kay\n", edges_csv="source,target\nN1,N2\nN2,N3\nN3,N9\n")


def test_a_list_of_organizations_beside_the_network_stands_for_its_nodes(reads: Reads) -> None:
    listed = "organization,sector\nGem,arts\nAda,health\nKay,arts\nLee,arts\n"
    survey = reads(organizations_csv=listed, network_gml=gml(['label "Gem"', 'label "Ada"', 'label "Kay"'], EDGES))
    assert len(survey["organizations"]) == 4
    with pytest.raises(SurveyError, match="Kay"):
        reads(organizations_csv="organization\nGem\nAda\n")


def test_one_network_in_two_formats_is_read_once_and_two_networks_are_asked(reads: Reads, tmp_path: Path) -> None:
    text = gml(NODES, EDGES)
    pajek = '*Vertices 3\n1 "Gem"\n2 "Ada"\n3 "Kay"\n*Arcs\n1 2\n2 1\n3 1\n'
    survey = reads(network_gml=text, network_net=pajek)
    assert "network.net has the same name as network.gml and is not read" in notes(survey)
    (tmp_path / "network.net").rename(tmp_path / "other.net")
    with pytest.raises(SurveyError, match=r"Several files are networks: network\.gml and other\.net") as raised:
        read_partnership(tmp_path)
    assert len(raised.value.problems) == 1


def test_plain_files_come_first(reads: Reads) -> None:
    survey = reads(organizations_csv="organization\nGem\nAda\n", ties_csv="from,to\nGem,Ada\n",
                   network_gml=gml(NODES, EDGES))  # fmt: skip
    assert len(survey["ties"]) == 1


@pytest.mark.parametrize(
    ("settings", "what"),
    [
        ('network = "netwrok.gml"\n', "There is no file “netwrok.gml”"),
        ('[network]\nfile = "network.gml"\nlayer = "kind"\n', "No edge has the attribute “kind”"),
        ('[network]\nfile = "network.gml"\nname = "nme"\n', "No node has the attribute “nme”"),
        ("[network]\nfiel = 'x'\n", "There is no setting “fiel”"),
        ("network = 3\n", "network"),
    ],
)
def test_settings_that_cannot_be_are_said(reads: Reads, settings: str, what: str) -> None:
    with pytest.raises(SurveyError, match=what):
        reads(network_gml=gml(NODES, EDGES), partnership_toml=settings)


@pytest.mark.parametrize("name", ["network.graphml", "network.gml", "network.net", "network.gexf", "network.dl"])
def test_a_file_that_is_not_what_its_name_says(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_text("hello, this is no network\n")
    with pytest.raises(SurveyError) as raised:
        read_partnership(tmp_path / name)
    assert raised.value.problems[0].file == name


def test_a_layer_without_direction_beside_one_with(reads: Reads) -> None:
    survey = reads(
        organizations_csv="organization\nGem\nAda\nKay\n",
        ties_csv="from,to,layer,value\nGem,Ada,funds,1\nGem,Ada,plans,1\nAda,Gem,plans,1\nKay,Gem,plans,2\n",
        partnership_toml="[layers.plans]\ndirected = false\n",
    )
    assert set(ties(survey)) == {("funds", "Gem", "Ada"), ("plans", "Ada", "Gem"), ("plans", "Gem", "Kay")}
    assert {layer.name: layer.directed for layer in survey.layers} == {"funds": True, "plans": False}
    assert "repeats" in notes(survey)


def test_what_else_lies_in_the_folder_is_said(reads: Reads) -> None:
    survey = reads(network_gml=gml(NODES, EDGES), budget_csv="year,sum\n2024,3\n")
    assert "budget.csv: The file is not read, because network.gml holds the network." in notes(survey)
    pair = reads(partnership_toml='network = "edges.csv"\n', nodes_csv="id,name\n1,Gem\n2,Ada\n",
                 edges_csv="source,target\n1,2\n2,1\n")  # fmt: skip
    assert "nodes.csv: The file is not read" not in notes(pair)


def test_a_network_named_by_itself_is_read_by_itself(reads: Reads, tmp_path: Path) -> None:
    reads(organizations_csv="organization\nLee\nMax\n", ties_csv="from,to\nLee,Max\n", network_gml=gml(NODES, EDGES))
    survey = read_partnership(tmp_path / "network.gml")
    assert set(survey["organizations"]["organization"]) == {"Gem", "Ada", "Kay"}
    (tmp_path / "ties.csv").write_text("broken")
    assert len(read_partnership(tmp_path / "network.gml")["ties"]) == 3


MATRIX = ",Gem,Ada,Kay\nGem,0,1,0\nAda,0,0,0\nKay,1,0,0\n"


def test_a_matrix_and_a_table_of_its_organizations(reads: Reads) -> None:
    survey = reads(matrix_csv=MATRIX, attributes_csv="code,sector\nGem,arts\nAda,health\nKay,arts\n")
    assert (len(survey["ties"]), set(survey["organizations"]["sector"])) == (2, {"arts", "health"})
    listed = reads(attributes_csv="note\nnothing\n", organizations_csv="organization,sector\nGem,x\nAda,y\nKay,x\n")
    assert set(listed["organizations"]["sector"]) == {"x", "y"}


def test_a_table_that_lacks_some_of_a_matrix_is_about_something_else(reads: Reads) -> None:
    survey = reads(matrix_csv=MATRIX, others_csv="name,sector\nGem,arts\nAda,health\nLee,arts\n")
    assert set(survey["organizations"]["organization"]) == {"Gem", "Ada", "Kay"}
    assert "others.csv: The file is not read" in notes(survey)


def test_a_matrix_and_its_organizations_in_one_workbook(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    for title, text in (("ties", MATRIX), ("who", "name,sector\nGem,arts\nAda,health\nKay,arts\n")):
        sheet = book.create_sheet(title)
        for line in text.splitlines():
            sheet.append([int(cell) if cell.isdigit() else cell or None for cell in line.split(",")])
    book.save(tmp_path / "matrix.xlsx")
    survey = read_partnership(tmp_path / "matrix.xlsx")
    assert (len(survey["ties"]), set(survey["organizations"]["sector"])) == (2, {"arts", "health"})


def test_kumu_as_two_tables_and_by_ids(reads: Reads) -> None:
    survey = reads(elements_csv="ID,Label,Type\ne1,Gem,arts\ne2,Ada,health\ne3,Kay,arts\n",
                   connections_csv="From,To,Direction,Type\ne1,e2,mutual,plans\ne2,e3,mutual,plans\n")  # fmt: skip
    assert set(ties(survey)) == {("plans", "Ada", "Gem"), ("plans", "Ada", "Kay")}
    assert not survey.directed


def test_an_encoding_that_the_settings_name_counts(tmp_path: Path) -> None:
    nodes = [f'label "{name}"' for name in ("Łódź Dom", "Ada", "Kay")]
    (tmp_path / "network.gml").write_bytes(gml(nodes, EDGES).encode("cp1250"))
    (tmp_path / "partnership.toml").write_text('encoding = "cp1250"\nnetwork = "network.gml"\n')
    assert "Łódź Dom" in set(read_partnership(tmp_path)["organizations"]["organization"])


def test_a_network_and_a_list_of_ties_cannot_both_count(reads: Reads) -> None:
    with pytest.raises(SurveyError, match="only one of the two can count"):
        reads(network_gml=gml(NODES, EDGES), partnership_toml='network = "network.gml"\n',
              organizations_csv="organization\nGem\nAda\nKay\n", ties_csv="from,to\nGem,Ada\n")  # fmt: skip
