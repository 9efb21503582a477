"""Which outcome a team is there for and which team steers is asked where no list of items tells of teams."""

from pathlib import Path

import pytest

from stakeholder_graph.survey import read_partnership

PEOPLE = "Organización;Sector;Rol;Respondió\nAlá;Salud;Columna vertebral;sí\nBibí;Artes;;no\nCésar;Artes;;Sí\n"
TIES = "De;A\nAlá;Bibí\nCésar;Alá\n"
TEAMS = "Organización;Equipo\nAlá;Comité\nBibí;Comité\nCésar;Lectura\n"
OUTCOMES = "Organización;Resultado\nAlá;Leer\nCésar;Leer\n"


def folder_of(path: Path, **tables: str) -> Path:
    for name, text in tables.items():
        (path / f"{name}.csv").write_text(text, encoding="utf-8")
    return path


def asked(path: Path, *, of_decisions: bool = True) -> list[str]:
    info = read_partnership(path).info
    problems = info.undecided if of_decisions else info.advice
    return [problem.what for problem in problems if "which team steers" in problem.what.lower()]


def test_a_list_of_who_sits_where_leaves_both_open(tmp_path: Path) -> None:
    path = folder_of(tmp_path, Organizaciones=PEOPLE, Relaciones=TIES, Equipos=TEAMS, Resultados=OUTCOMES)
    (question,) = asked(path)
    assert question.startswith(
        "Which outcome is each team there for, and which team steers? Nothing says so of “Comité”"
    )
    decision = next(problem for problem in read_partnership(path).info.undecided if problem.what == question)
    assert (decision.file, decision.about) == ("items.csv", "answers")
    items = "kind,item,outcome,steering\nteam,Lectura,Leer,no\nteam,Comité,,yes\n"
    assert not asked(folder_of(path, items=items))


@pytest.mark.parametrize("teams", ["", "Organización;Actividad\nAlá;Feria\nBibí;Feria\n"])
def test_nothing_is_asked_without_teams(tmp_path: Path, teams: str) -> None:
    more = {"Actividades": teams} if teams else {}
    assert not asked(folder_of(tmp_path, Organizaciones=PEOPLE, Relaciones=TIES, Resultados=OUTCOMES, **more))


def test_without_outcomes_nothing_is_asked(tmp_path: Path) -> None:
    assert not asked(folder_of(tmp_path, Organizaciones=PEOPLE, Relaciones=TIES, Equipos=TEAMS))


def test_of_our_own_file_it_is_asked_and_the_report_is_no_draft(tmp_path: Path) -> None:
    path = folder_of(
        tmp_path,
        organizations="organization\nA\nB\nC\n",
        ties="from,to\nA,B\nB,A\n",
        affiliations="organization,kind,item\nA,team,Reading\nB,outcome,Literacy\n",
    )
    assert len(asked(path, of_decisions=False)) == 1
    assert not asked(path)
    assert not read_partnership(path).info.draft


def test_headers_in_spanish_say_who_answered_and_what_role_each_has(tmp_path: Path) -> None:
    survey = read_partnership(folder_of(tmp_path, Organizaciones=PEOPLE, Relaciones=TIES, Equipos=TEAMS))
    people = survey["organizations"].set_index("organization")
    assert survey.info.answered_known
    assert survey["asked"].groupby("organization")["answered"].all().to_dict() == {
        "Alá": True, "Bibí": False, "César": True
    }  # fmt: skip
    assert people["role"].to_dict() == {"Alá": "backbone", "Bibí": "", "César": ""}
