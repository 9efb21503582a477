"""Abbreviations in names of organizations, and what each of them stands for."""

from collections.abc import Mapping

Meanings = tuple[tuple[str, ...], tuple[str, ...]]
"""What an abbreviation usually stands for, and what it may stand for besides."""

#: Each line: an abbreviation, what it usually stands for, and after a slash what it may stand for.
_ABBREVIATIONS = """\
acad: academy
admin: administration
assn: association
assoc: association / associates
auth: authority
ave: avenue
bapt: baptist
bd: board
blvd: boulevard
cath: catholic
cdc: / community development corporation
centre: center
cmte: committee
cnty: county
coll: college
comm: community / commission, committee, communications
conf: conference
coop: cooperative
ctr: center
cty: county / city
dept: department
dev: development
devt: development
dist: district
ed: education
educ: education
elem: elementary / elementary school
es: elementary school
fam: family
fdn: foundation
fndn: foundation
fed: federation / federal
ft: fort
govt: government
hosp: hospital
hs: high school / head start, human services, health services
inst: institute / institution
intl: international
jr: junior
lib: library
luth: lutheran
med: medical / medicine
meth: methodist
mfg: manufacturing
mgmt: management
ms: middle school
mt: mount / mountain
natl: national
nbhd: neighborhood
neighbourhood: neighborhood
org: organization
ped: pediatric / pediatrics
presb: presbyterian
programme: program
rd: road
rec: recreation
reg: regional
sch: school
schl: school
soc: society / social
sr: senior
svc: service
svcs: services
srvs: services
tech: technical / technology, technological
theatre: theater
twp: township
univ: university
1st: first
2nd: second
3rd: third
4th: fourth
5th: fifth
6th: sixth
7th: seventh
8th: eighth
9th: ninth
10th: tenth
"""


def _table() -> dict[str, Meanings]:
    table: dict[str, Meanings] = {}
    for line in _ABBREVIATIONS.splitlines():
        short, _colon, meanings = line.partition(":")
        usual, _slash, possible = (part.strip() for part in meanings.partition("/"))
        table[short] = (tuple(filter(None, usual.split(", "))) or (short,), tuple(filter(None, possible.split(", "))))
    return table


#: By abbreviation, in plain words.
ABBREVIATIONS: Mapping[str, Meanings] = _table()
