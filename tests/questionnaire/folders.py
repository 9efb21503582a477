"""Folders that tests write a questionnaire from."""

from collections.abc import Callable, Mapping
from pathlib import Path

from stakeholder_graph.questionnaire import Questionnaire

Asked = Callable[..., Questionnaire]
Versions = Callable[..., tuple[Questionnaire, ...]]

WREN = Path("surveys/wren-county")

#: Two organizations and a few items, no settings.
FEW = {
    "organizations.csv": "organization\nClinic\nBank\n",
    "items.csv": "kind,item\noutcome,Reading\nindicator,Grade 3 reading\nagenda,Vision\n",
}
#: Nine organizations with names that a form, a spreadsheet or a page could take for something else.
HOSTILE = {
    "organizations.csv": (
        'organization,sector\n"St. Anne, Inc.",Faith\nSt Anne Inc,Faith\n=1+1,Health\nBold <& B> Sons,Health\n'
        "${organization} Club,Youth\n"
        "North - South / East,Youth\n[[Block:Niños]],Youth\nÉcole du Nord,Schools\n日本,Schools\n"
    ),
    "items.csv": (
        'kind,item,scale\noutcome,"Reading, grade 3",\noutcome,Reading grade 3,\noutcome,a/b,\n'
        "activity,Tutoring,how much\n"
        'factor,"Trust, ""mutual""",\nstatement,We meet,how much\n'
    ),
    "scales.csv": "scale,value,name\nhow much,0,not at all\nhow much,1,some\nhow much,2,a lot\n",
    "partnership.toml": """\
name = "Nine"
[layers.meta]
promise = "aggregate"
[layers."data sharing"]
scale = [{value = 1, name = "a little"}, {value = 2, name = "much, and often"}]
promise = "named"
[layers."2024 <contact>"]
scale = [{value = 1, name = "never", tie = false}, {value = 2.5, name = "now and then"}]
promise = "backbone"
asked_of = "meta"
""",
    "asked.csv": (
        'organization,answered\n=1+1,yes\n日本,yes\n${organization} Club,yes\n"St. Anne, Inc.",yes\nSt Anne Inc,no\n'
        "Bold <& B> Sons,no\nNorth - South / East,no\n[[Block:Niños]],no\nÉcole du Nord,no\n"
    ),
    "ties.csv": (
        "from,to,layer,value\n=1+1,Bold <& B> Sons,meta,1\n=1+1,[[Block:Niños]],meta,1\n日本,=1+1,meta,1\n"
        '"St. Anne, Inc.",St Anne Inc,meta,1\n${organization} Club,North - South / East,meta,1\n'
        "日本,${organization} Club,data sharing,2\n=1+1,École du Nord,data sharing,1\n"
        "=1+1,[[Block:Niños]],2024 <contact>,2.5\n"
    ),
    "affiliations.csv": (
        'organization,kind,item,value\n=1+1,outcome,"Reading, grade 3",\n=1+1,outcome,a/b,\n'
        "日本,outcome,Reading grade 3,\n日本,activity,Tutoring,2\n${organization} Club,activity,Tutoring,1\n"
    ),
    "ratings.csv": 'organization,item,value\n=1+1,"Trust, ""mutual""",4\n日本,We meet,0\n',
}


def write_files(folder: Path, files: Mapping[str, str]) -> Path:
    """Write files into a folder."""
    folder.mkdir(exist_ok=True)
    for name, text in files.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder
