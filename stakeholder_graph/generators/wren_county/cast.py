"""The organizations of Wren County, the names others write for them, and their seats."""

from io import StringIO

import pandas as pd

BACKBONE = "Wren Forward"
LIBRARY = "Wrenfield Public Library"

#: `answered`: both waves, only the first, only the second ("joined": not yet listed in the first), or neither
#: ("neither, joined": listed since the second). `works_on` is a group of outcomes. `spoke`: reaches others only
#: through the backbone.
_ORGANIZATIONS = """\
organization|sector|place|size|answered|works_on|part
Wren County School District|Schools|Wrenfield|large|both|learning|
Wrenfield High School|Schools|Wrenfield|large|both|career|
Eastgate High School|Schools|Eastgate|large|both|career|
Millrace Middle School|Schools|Millrace|medium|both|attendance|
Eastgate Elementary School|Schools|Eastgate|medium|both|learning|
Harbor Flats Elementary School|Schools|Harbor Flats|medium|both|learning|
North Fork Consolidated School|Schools|North Fork|small|second|learning|
Wrenfield Academy Charter School|Schools|Wrenfield|small|first|learning|
Wren Valley Community College|Higher education|Wrenfield|large|both|career|
Harlan State University, Wrenfield Campus|Higher education|Wrenfield|large|both|career|
Millrace Technical Institute|Higher education|Millrace|medium|second, joined|career|spoke
North Fork Extension Center|Higher education|North Fork|small|first|career|
St. Brendan Medical Center|Health|Wrenfield|large|both|early|
Harbor Flats Clinic|Health|Harbor Flats|medium|both|early|
Two Rivers Community Health|Health|Eastgate|large|both|early|
Healthy Start Nurses of Wren County|Health|Wrenfield|medium|second|early|
Wren County Behavioral Health|Health|Wrenfield|medium|both|early|
Eastgate Pediatrics|Health|Eastgate|small|both|attendance|
North Fork Rural Health|Health|North Fork|small|first|early|
Millrace Dental Partners|Health|Millrace|small|neither|early|
Wren Forward|Nonprofits|Wrenfield|medium|both||backbone
Wrenfield Youth Clubs|Nonprofits|Wrenfield|large|both|attendance|
Wren Valley Head Start|Nonprofits|Wrenfield|large|both|early|
Read Wren County|Nonprofits|Wrenfield|large|both|learning|
Family Services of Wren County|Nonprofits|Eastgate|large|both|early|
Centro Familiar Nuevo Puente|Nonprofits|Harbor Flats|medium|both|attendance|
Casa de los Niños Preschool|Nonprofits|Eastgate|small|both|early|
Bright Path Tutoring|Nonprofits|Millrace|small|both|learning|
Millrace Mentors|Nonprofits|Millrace|small|second|career|
First in the Family|Nonprofits|Wrenfield|small|second, joined|career|
North Fork Food Pantry|Nonprofits|North Fork|small|both|early|spoke
Kinship Caregivers of Wren County|Nonprofits|Harbor Flats|small|second, joined|learning|spoke
Eastgate Community Center|Nonprofits|Eastgate|medium|first|learning|
North Fork and Millrace Alliance for Early Learning & Family Wellbeing|Nonprofits|North Fork|medium|neither|early|
First Baptist Church|Houses of worship|Wrenfield|medium|both|learning|spoke
First Baptist Church of Eastgate|Houses of worship|Eastgate|medium|first|learning|
Bethel AME Church|Houses of worship|Harbor Flats|small|second|attendance|
St. Anne Parish|Houses of worship|Millrace|medium|first|learning|
North Fork Methodist Church|Houses of worship|North Fork|small|neither|early|
Wrenfield Islamic Center|Houses of worship|Wrenfield|small|neither|career|
Wrenfield Public Library|Government|Wrenfield|medium|both|learning|
Wren County Human Services|Government|Wrenfield|large|both|attendance|
Wren Transit Authority|Government|Wrenfield|medium|both|attendance|
Wren County Workforce Board|Government|Wrenfield|medium|second|career|
Millrace Housing Authority|Government|Millrace|medium|both|early|spoke
Harbor Flats Town Council|Government|Harbor Flats|small|second|learning|spoke
Eastgate Office of Youth|Government|Eastgate|small|first|career|
Wrenfield Parks and Recreation|Government|Wrenfield|medium|neither|learning|
Wren County Chamber of Commerce|Business|Wrenfield|medium|both|career|
Millrace Manufacturing Co.|Business|Millrace|large|second, joined|attendance|
Harbor Flats Credit Union|Business|Harbor Flats|medium|first|career|
Eastgate Grocers' Cooperative|Business|Eastgate|small|neither|early|
Wren Valley Builders|Business|Millrace|medium|neither|career|
Valley Savings Bank|Business|Wrenfield|medium|neither, joined|career|
Wren County Community Foundation|Funders|Wrenfield|large|both|learning|
United Fund of Wren County|Funders|Wrenfield|medium|both|learning|
Harlan Family Fund|Funders|Wrenfield|small|second, joined||spoke
Millrace Rotary Foundation|Funders|Millrace|small|neither|learning|
Eastgate Parents' Circle|Residents|Eastgate|small|both|attendance|
Harbor Flats Neighborhood Association|Residents|Harbor Flats|small|second, joined|early|spoke
North Fork Grandparents United|Residents|North Fork|small|neither|early|
"""

#: What respondents write for a partner, the usual one first.
WRITTEN = {
    "Wren Valley Community College": ("WVCC", "Wren Valley Comm. College", "the community college"),
    "Wren County School District": ("WCSD", "Wren Co. Schools"),
    "Harlan State University, Wrenfield Campus": ("HSU Wrenfield", "Harlan State"),
    "First Baptist Church": ("First Baptist, Wrenfield", "First Baptist Wrenfield"),
    "First Baptist Church of Eastgate": ("First Baptist, Eastgate", "FBC Eastgate"),
    "St. Brendan Medical Center": ("Saint Brendan's", "St Brendan Hospital"),
    "Harbor Flats Clinic": ("HF Clinic",),
    "Casa de los Niños Preschool": ("Casa de los Ninos",),
    "Centro Familiar Nuevo Puente": ("Nuevo Puente", "CFNP"),
    "North Fork and Millrace Alliance for Early Learning & Family Wellbeing": ("NFMA", "the Alliance"),
    "Wrenfield Public Library": ("Public Library, Wrenfield", "the library"),
    "Wren County Human Services": ("WCHS", "County Human Services"),
    "Wren County Chamber of Commerce": ("the Chamber",),
    "Wrenfield Youth Clubs": ("Youth Clubs",),
    "Family Services of Wren County": ("Family Services",),
    "United Fund of Wren County": ("United Fund",),
    "Wren County Community Foundation": ("Community Foundation", "WCCF"),
    "Eastgate Parents' Circle": ("Eastgate Parents Circle", "Parents' Circle (Eastgate)"),
    "Millrace Manufacturing Co.": ("Millrace Manufacturing",),
    "Read Wren County": ("Literacy Council",),
}

#: Renamed in 2025: listed under the old name in the first wave.
RENAMED = {"Read Wren County": "Wren County Literacy Council"}

#: Merged in 2025: two organizations in the first wave, each answering for itself.
MERGED = {
    "Two Rivers Community Health": {
        "Eastgate Free Clinic": "clinic director",
        "Millrace Community Health": "health center director",
    }
}

#: Two people who answered for one organization, by wave.
RESPONDENTS = {
    ("2024", "Wren County School District"): ("superintendent", "data director"),
    ("2025", "Wren County School District"): ("superintendent", "data director"),
    ("2025", "Wren Valley Community College"): ("president", "dean of students"),
    ("2025", "Family Services of Wren County"): ("director", "program manager"),
}

TEAMS = {
    "Early Years": (
        "Wren Valley Head Start",
        "Casa de los Niños Preschool",
        "Family Services of Wren County",
        "Centro Familiar Nuevo Puente",
        "Eastgate Parents' Circle",
        "Wrenfield Public Library",
        "Wren County Human Services",
        "Read Wren County",
        "Harbor Flats Clinic",
        "Healthy Start Nurses of Wren County",
    ),
    "Reading": (
        "Read Wren County",
        "Wren County School District",
        "Eastgate Elementary School",
        "Harbor Flats Elementary School",
        "Wrenfield Public Library",
        "Bright Path Tutoring",
        "First Baptist Church",
        "United Fund of Wren County",
    ),
    "Attendance": (
        "Wren County School District",
        "Millrace Middle School",
        "Wrenfield Youth Clubs",
        "Eastgate Community Center",
        "Wrenfield Parks and Recreation",
    ),
    "Graduation": (
        "Wrenfield High School",
        "Eastgate High School",
        "Wrenfield Academy Charter School",
        "Millrace Mentors",
        "Eastgate Office of Youth",
        "Wren County Community Foundation",
    ),
    "College and Career": (
        "Wren Valley Community College",
        "Harlan State University, Wrenfield Campus",
        "Millrace Technical Institute",
        "First in the Family",
        "Wren County Workforce Board",
        "Wren County Chamber of Commerce",
        "Harbor Flats Credit Union",
        "Wren Valley Builders",
    ),
    "Healthy Families": (
        "St. Brendan Medical Center",
        "Two Rivers Community Health",
        "Wren County Behavioral Health",
        "Harbor Flats Clinic",
        "Family Services of Wren County",
        "Wren County Human Services",
        "North Fork Food Pantry",
        "Bethel AME Church",
        "Millrace Housing Authority",
    ),
}

STEERING = (
    "Wren Forward",
    "Wren County School District",
    "Wren Valley Community College",
    "St. Brendan Medical Center",
    "Two Rivers Community Health",
    "Wren Valley Head Start",
    "Family Services of Wren County",
    "Wren County Human Services",
    "Wren County Chamber of Commerce",
    "Wren County Community Foundation",
    "United Fund of Wren County",
    "First Baptist Church of Eastgate",
)


def organizations() -> pd.DataFrame:
    """List all organizations with sector, place, size, when they answered, what they work on and their role.

    Returns
    -------
    DataFrame
    """
    return pd.read_csv(StringIO(_ORGANIZATIONS), sep="|", dtype=str, keep_default_na=False)
