"""The organizations of Port Ellery, where they are, whether they answered, and where they sit."""

from io import StringIO

import pandas as pd

BACKBONE = "Port Ellery Care Coalition"
BRIDGE = "Ferry Street Clinic"

#: `part`: `spoke` reaches others only through the backbone. `works_on`: the outcome it works on first.
_ORGANIZATIONS = """\
organization|sector|place|size|answered|works_on|part
Port Ellery Care Coalition|Social services|Downtown|medium|yes||backbone
St. Agatha Hospital|Hospitals|Downtown|large|yes|Fewer readmissions|
Ellery General Hospital|Hospitals|Hill District|large|yes|Fewer readmissions|
Harbor Children's Hospital|Hospitals|Harbor Side|large|yes|A regular place of care|
Marsh Road Medical Center|Hospitals|Marshside|medium|yes|Fewer readmissions|
Ferry Street Clinic|Clinics|Harbor Side|small|yes|Fewer readmissions|
Hill District Family Health|Clinics|Hill District|medium|yes|A regular place of care|
Downtown Health Center|Clinics|Downtown|large|yes|A regular place of care|
Clínica La Esperanza|Clinics|Marshside|medium|yes|A regular place of care|
Harbor Side Community Care|Clinics|Harbor Side|medium|no|A regular place of care|
Ellery Nursing School Clinic|Clinics|Downtown|small|yes|Basic needs met|
County Behavioral Health|Behavioral health|Downtown|large|yes|Behavioral health care|
Bridgeway Recovery|Behavioral health|Harbor Side|medium|yes|Behavioral health care|spoke
Second Wind Peer Support|Behavioral health|Marshside|small|yes|Behavioral health care|spoke
Lantern Counseling|Behavioral health|Hill District|small|yes|Behavioral health care|spoke
Ellery Housing Authority|Housing and shelters|Downtown|large|yes|A stable home|
Harbor Light Shelter|Housing and shelters|Harbor Side|medium|yes|A stable home|
Marsh Road Family Shelter|Housing and shelters|Marshside|small|yes|A stable home|
Keys to Home|Housing and shelters|Hill District|small|yes|A stable home|
Dock Street Respite Beds|Housing and shelters|Harbor Side|small|no|A stable home|
Ellery Legal Aid|Social services|Downtown|medium|yes|A stable home|
Meals from the Pier|Social services|Harbor Side|small|yes|Basic needs met|
Ride Ellery|Social services|Downtown|medium|yes|Basic needs met|
Benefits Desk|Social services|Hill District|small|yes|Basic needs met|
Marshside Family Center|Social services|Marshside|medium|no|Basic needs met|
County Human Services|Government|Downtown|large|yes|A stable home|
County Emergency Medical Services|Government|Downtown|medium|yes|Fewer readmissions|
City of Port Ellery|Government|Downtown|large|no|A stable home|
Tidewater Health Plan|Health plans|Downtown|large|yes|Fewer readmissions|
Shoreline Medicaid Plan|Health plans|Hill District|large|no|Fewer readmissions|
Mount Olive Baptist Church|Houses of worship|Hill District|medium|yes|Basic needs met|
Iglesia Nueva Vida|Houses of worship|Marshside|small|no|Basic needs met|
St. Brendan Parish|Houses of worship|Harbor Side|medium|no|A stable home|
Ellery Community Foundation|Funders|Downtown|medium|yes|A stable home|
Pilot House Fund|Funders|Hill District|small|yes|Fewer readmissions|
Patients' Council of Port Ellery|Residents and patients|Downtown|small|yes|Fewer readmissions|
Marshside Neighbors|Residents and patients|Marshside|small|yes|Basic needs met|
Harbor Side Tenants|Residents and patients|Harbor Side|small|no|A stable home|
"""

TEAMS = {
    "After the hospital": (
        "Fewer readmissions",
        (
            "St. Agatha Hospital",
            "Ellery General Hospital",
            "Marsh Road Medical Center",
            "Ferry Street Clinic",
            "Downtown Health Center",
            "Tidewater Health Plan",
            "County Emergency Medical Services",
            "Patients' Council of Port Ellery",
        ),
    ),
    "A home first": (
        "A stable home",
        ("Ellery Housing Authority", "Keys to Home", "County Human Services", "City of Port Ellery"),
    ),
    "Minds and recovery": (
        "Behavioral health care",
        ("County Behavioral Health", "Bridgeway Recovery", "Lantern Counseling", "Ellery General Hospital"),
    ),
}

STEERING = (
    "Port Ellery Care Coalition",
    "St. Agatha Hospital",
    "Ellery General Hospital",
    "Downtown Health Center",
    "County Behavioral Health",
    "County Human Services",
    "Tidewater Health Plan",
    "Ellery Community Foundation",
)


def organizations() -> pd.DataFrame:
    """List all organizations with sector, place, size, whether they answered, what they work on and their part.

    Returns
    -------
    DataFrame
    """
    return pd.read_csv(StringIO(_ORGANIZATIONS), sep="|", dtype=str, keep_default_na=False)
