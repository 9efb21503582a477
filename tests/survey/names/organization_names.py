"""Names of organizations as communities have them, and the ways in which respondents write them.

The names are invented, of the kinds that partnerships list, and chosen to be confused. Half of the pairs that
are most alike are kept off the roster: whoever writes them must not be taken for their neighbour.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

TOWNS = ("Alder Creek", "Brookhaven", "Cedar Falls", "Dunmore", "Eastgate", "Westgate", "Lincoln", "St. Clair")
COUNTIES = ("Marlow", "Marlowe", "Tamarack")

#: One a town.
IN_TOWN = (
    "{} Elementary School",
    "{} Middle School",
    "{} High School",
    "{} Public Library",
    "{} Police Department",
    "{} Parks and Recreation Department",
    "{} Housing Authority",
    "{} Chamber of Commerce",
    "{} Community Center",
    "{} Senior Center",
    "{} Food Pantry",
    "{} Family Clinic, LLC",
    "{} Neighborhood Association",
    "City of {}",
    "First Baptist Church of {}",
    "United Way of {}",
    "YMCA of {}",
    "Boys & Girls Club of {}",
)
#: One a county.
IN_COUNTY = (
    "{} County Health Department",
    "{} County Mental Health Department",
    "{} County Human Services",
    "{} County School District",
    "{} County Sheriff's Office",
    "{} County Office of Education",
    "{} County Community Foundation, Inc.",
    "{} County Commission",
    "{} County Juvenile Court",
    "{} County Early Learning Coalition",
    "{} County Habitat for Humanity",
    "{} Community College",
    "{} Regional Medical Center",
    "United Way of {} County",
    "Big Brothers Big Sisters of {} County",
    "Workforce Development Board of {} County",
    "Head Start of {} County",
)
ALONE = """\
First Baptist Church
First Presbyterian Church
First United Methodist Church
Second Baptist Church
St. Mary's Hospital
St. Mary's Catholic Church
St. Mary of the Lake Parish
St. John Lutheran Church
St. John's Episcopal Church
Saint Joseph Academy
Mount Zion AME Church
Mount Olive Missionary Baptist Church
New Hope Church
New Hope Charter School
New Hope Housing Corporation
New Horizons Charter School
New Horizons Counseling Center
Islamic Center of Marlow
Congregation Beth Shalom
Iglesia Bautista Nueva Esperanza
Centro Hispano
Centro de la Familia
Casa de los Niños
Niños Primero Preschool
La Clínica del Pueblo
José Martí Academy
Washington Elementary School
Washington Middle School
Washington Street Clinic
Martin Luther King Jr. Elementary School
Roosevelt High School
North Fork Elementary School
South Fork Elementary School
North Valley Charter Academy
Valley Christian Academy
Valley Community Bank
Valley Savings Bank
Valley Transit
State University of Tamarack
Tamarack State University
Tamarack Technical College
Tamarack Valley Land Trust
Children's Hospital of Tamarack
Children's Home Society
Children's Museum
Child Care Resource and Referral
Child Care Connection
Early Childhood Council
Early Learning Hub
Family Resource Center
Family Services, Inc.
Family Services of Dunmore
Family Violence Prevention Center
Families First
Families Forward
Bright Beginnings Preschool
Bright Futures Academy
Bright Horizons Child Development Center
Little Sprouts Daycare, LLC
Little Scholars Learning Center
Girl Scouts of the Valley
Boy Scouts of America, Tamarack Council
4-H Youth Program
Big Thought
Communities in Schools
City Year
Reading Partners
Read to Succeed
Literacy Volunteers
Adult Literacy Council
Parent Teacher Association
Parents as Teachers
Parents' Circle
Legal Aid Society
Legal Services Corporation
Salvation Army
Goodwill Industries
Catholic Charities
Lutheran Family Services
Jewish Family Services
Urban League
NAACP
YWCA
Rotary Club
Lions Club
Kiwanis Club
Junior League
Food Bank of the Valley
Meals on Wheels
Habitat ReStore
Homeless Services Network
Housing First Coalition
Harbor House
Haven House
Hope House
Hope Center
Recovery Resource Center
Center for Behavioral Health
Behavioral Health Partners
Center for Youth and Families
Youth Advocates
Youth Build
Youth Villages
Teen Court
Arts Council
Alder Theater
Alder Theater Company
Symphony Orchestra
Science Museum
Botanical Garden
Anderson Manufacturing Co.
Anderson & Sons Construction
Anderson Family Foundation
Baker Foundation
Baker Family Fund
Brown Dental Group
Smith, Brown and Associates
Credit Union One
First National Bank
Marlow Electric Cooperative
Marlow Daily News
Marlow Area Transit
Tamarack Tribal Council
Department of Children and Families
Department of Corrections
Department of Labor
Division of Juvenile Justice
State Department of Education
Cooperative Extension Service
Planning and Zoning Commission
Public Defender's Office
Office of the Mayor
Office of the Governor
Fire Department
Community Health Center
Community Housing Corporation
Community Health Coalition
Community Action Agency
Community Action Program
Neighborhood Health Alliance
National Heart Association
Northside Neighborhood Alliance
Women's Health Center
Women's Resource Center
Veterans Services Office
Refugee Resettlement Agency
Immigrant Welcome Center
Promise Neighborhood
Cradle to Career Alliance
StriveTogether
Success by 6
United Way
"""
#: Organizations that respondents may mean though the roster lacks them, each near to one that it has.
ABSENT = """\
First Baptist Church of Marlow
First Methodist Church
Third Baptist Church
St. Mary's Episcopal Church
St. Mary's School
St. Joseph Hospital
Mount Zion Baptist Church
New Hope Clinic
New Horizon Bank
Washington High School
Washington Avenue Clinic
Roosevelt Middle School
East Fork Elementary School
North Valley Christian Academy
Valley Bank
Tamarack University
Tamarack County
Marlow County
Marlow
Lincoln
Lincoln Head Start
Lincoln Health Services
Children's Home
Family Services of Eastgate
Family Service Center
Bright Beginnings Academy
Boy Scouts
YMCA
Boys Club
Legal Aid
Lutheran Services
Food Bank
Habitat for Humanity
Hope Clinic
Center for Families
Alder Company
Anderson Construction
Anderson Manufacturing County
Baker Company
Brown & Associates
National Bank
Department of Children
Department of Education
County Health Department
County Mental Health Department
Health Department
Mental Health Department
Planning Commission
Community Center
Community Health
Community Foundation
United Way of the Valley
United Way of Tamarack
United Way of Marlowe
Head Start
Workforce Development Board
Sheriff's Office
School District
City of Marlow
City of Tamarack
Public Library
Police Department
Eastgate Elementary
Northgate High School
Northgate Public Library
Dunmore Housing Coalition
Dunmore Family Center
Cedar Hills Elementary School
Cedar Falls Primary School
Cedar Springs Community Center
"""


def names() -> tuple[list[str], list[str]]:
    """Give the roster, and the organizations that are not on it."""
    made = [form.format(town) for town in TOWNS for form in IN_TOWN]
    made += [form.format(county) for county in COUNTIES for form in IN_COUNTY]
    made += ALONE.splitlines()
    absent = [name for name in ABSENT.splitlines() if name not in made]
    return list(dict.fromkeys(made)), absent


@dataclass(frozen=True)
class Variant:
    """A name as a respondent may write it."""

    kind: str
    written: str
    organization: str


SHORT = {
    "Department": ("Dept.", "Dept"),
    "County": ("Co.", "Cty"),
    "Saint": ("St.", "St"),
    "St.": ("Saint", "St"),
    "Street": ("St.",),
    "University": ("Univ.", "Univ"),
    "Center": ("Ctr.", "Ctr", "Centre"),
    "Elementary School": ("Elem.", "Elem. School", "ES"),
    "Middle School": ("MS", "Middle Sch."),
    "High School": ("HS", "H.S."),
    "Association": ("Assn.", "Assoc."),
    "Community": ("Comm.",),
    "Services": ("Svcs.", "Svcs"),
    "Authority": ("Auth.",),
    "Foundation": ("Fdn.", "Found."),
    "Mount": ("Mt.", "Mt"),
    "First": ("1st",),
    "Development": ("Dev.", "Dvlpmt"),
    "Education": ("Ed.", "Educ."),
    "District": ("Dist.",),
    "Presbyterian": ("Presb.",),
    "Commission": ("Comm.",),
    "Regional": ("Reg.",),
    "National": ("Natl.",),
}
SMALL = {"of", "the", "and", "for", "in", "de", "la", "los", "del", "to", "on", "by", "as", "&"}
KEYBOARD = "qwertyuiopasdfghjklzxcvbnm"


def case(name: str, rng: np.random.Generator) -> str:
    """Capitals as they come."""
    return [name.upper(), name.lower(), name.title(), name.swapcase()][rng.integers(4)]


def punctuation(name: str, rng: np.random.Generator) -> str:
    """Dots, commas and apostrophes left out or put in, blanks doubled."""
    bare = name.replace("'", "").replace(".", "").replace(",", "")
    return [bare, name.replace("'", "\u2019") + ".", f"  {name} ", name.replace(" ", "  "), f'"{name}"'][
        rng.integers(5)
    ]


def accents(name: str, rng: np.random.Generator) -> str:
    """Accents left out."""
    return name.translate(str.maketrans("ñíéáóú", "nieaou"))


def legal_form(name: str, rng: np.random.Generator) -> str:
    """A legal form more or less."""
    for form in (", Inc.", ", LLC"):
        if name.endswith(form):
            return name.removesuffix(form)
    return name + [", Inc.", " Inc", ", LLC", " (Inc.)", ", Incorporated"][rng.integers(5)]


def the(name: str, rng: np.random.Generator) -> str:
    """ "The" before a name."""
    return f"{['The', 'the', 'THE'][rng.integers(3)]} {name}"


def ampersand(name: str, rng: np.random.Generator) -> str:
    """ "&" for "and", or the reverse."""
    return name.replace(" & ", " and ") if " & " in name else name.replace(" and ", " & ")


def abbreviation(name: str, rng: np.random.Generator) -> str:
    """A usual abbreviation, or two."""
    for long in rng.permutation(list(SHORT)):
        if f" {long} " in f" {name} ":
            short = SHORT[long][rng.integers(len(SHORT[long]))]
            name = f" {name} ".replace(f" {long} ", f" {short} ").strip()
            if rng.random() < 0.6:
                break
    return name


def acronym(name: str, rng: np.random.Generator) -> str:
    """Initials of three words or more."""
    words = name.replace(",", "").replace("-", " ").split()
    while words[-1] in ("Inc.", "LLC", "Co."):
        words.pop()
    large = [word for word in words if word not in SMALL]
    short = "".join(word[0] for word in large).upper()
    return ".".join([*short, ""]) if rng.random() < 0.2 else short


def typing_error(name: str, rng: np.random.Generator) -> str:
    """A letter missing, doubled, wrong, or changed with the next."""
    places = [k for k in range(1, len(name) - 1) if name[k].isalpha() and name[k + 1].isalpha()]
    k = places[rng.integers(len(places))]
    wrong = KEYBOARD[rng.integers(26)]
    ways = [
        name[:k] + name[k + 1 :],
        name[:k] + name[k] + name[k:],
        name[:k] + wrong + name[k + 1 :],
        name[:k] + name[k + 1] + name[k] + name[k + 2 :],
    ]
    return ways[rng.integers(4)]


def two_errors(name: str, rng: np.random.Generator) -> str:
    """Two typing errors in a long name."""
    return typing_error(typing_error(name, rng), rng) if len(name) > 18 else name


def word_order(name: str, rng: np.random.Generator) -> str:
    """The place or the kind first: "Library, Dunmore Public"."""
    words = name.split()
    for small in (" of ", " for "):
        before, found, after = name.partition(small)
        if found:
            return f"{after} {before}"
    cut = 1 + rng.integers(max(1, len(words) - 1))
    return f"{' '.join(words[cut:])}, {' '.join(words[:cut])}" if len(words) > 1 else name


def dropped_word(name: str, rng: np.random.Generator) -> str:
    """A word of a long name left out, as long as the rest tells it from others."""
    words = name.split()
    if len(words) < 4:
        return name
    droppable = [k for k, word in enumerate(words) if word in SMALL or word in GENERIC]
    if not droppable:
        return name
    k = droppable[rng.integers(len(droppable))]
    return " ".join(words[:k] + words[k + 1 :])


GENERIC = {"School", "Department", "Church", "Center", "Public", "Association", "Authority", "Office", "Agency"}

WAYS: Sequence[Callable[[str, np.random.Generator], str]] = (
    case, punctuation, accents, legal_form, the, ampersand, abbreviation, acronym, typing_error, two_errors,
    word_order, dropped_word,
)  # fmt: skip


def variants(listed: Sequence[str], others: Sequence[str], seed: int) -> Iterator[Variant]:
    """Write every name in every way that changes it, unless it then is another name altogether."""
    taken = {name.casefold() for name in (*listed, *others)}
    for number, (name, way) in enumerate((name, way) for name in listed for way in WAYS):
        written = way(name, np.random.default_rng([seed, number]))
        key = " ".join(written.split()).casefold()
        other = key in taken and key != name.casefold()
        if written != name and not other and (way is not acronym or len(written.replace(".", "")) > 2):
            yield Variant(way.__name__, written, name)
