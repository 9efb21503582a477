"""What the teams of Wren County try, how far it reaches, when it is decided, and what changed."""

import pandas as pd

from stakeholder_graph.generators.wren_county.lists import TEAM_OUTCOMES, read_table

_STRATEGIES = """\
strategy|outcome|partners|started|status|learned|indicator|reach|decide_by
Nurse visits for first-time parents|Healthy start|Healthy Start Nurses of Wren County; Harbor Flats Clinic; \
Family Services of Wren County|2023|going on|Visits in the evening reach twice as many fathers|Early prenatal care|\
140 families|
One form for every preschool|Kindergarten-ready|Wren Valley Head Start; Casa de los Niños Preschool|2024|going on|\
Families fill it in at the library|Seats in licensed preschool|11 preschools|
Kindergarten mornings with families|Kindergarten-ready|Wren Valley Head Start; Eastgate Parents' Circle|2024|test||\
Ready for kindergarten|60 families|2025-06-30
Saturday reading rooms|Third-grade reading|Wrenfield Public Library; Read Wren County; Bright Path Tutoring|2022|\
going on|Attendance holds where a meal is served|Third-grade reading|310 children|
College students as tutors|Third-grade reading|Wren Valley Community College; Wren County School District; \
Eastgate Elementary School|2022|scale|Three times a week works, once does not|Third-grade reading|\
2022: 25 tutors; 2025: 52 tutors|
Math lab after school|Eighth-grade math|Wrenfield Youth Clubs; Wren County School District|2023|shift|\
Few came in summer, so it moved to the school year|Eighth-grade math|85 students|2026-06-30
Bus passes for absent students|Attendance|Wren Transit Authority; Wren County School District|2024|paused|\
Nobody could say which students had missed ten days|Chronic absence|40 students|2025-12-15
Ninth-grade check-ins|Graduation|Wrenfield High School; Eastgate High School; Millrace Mentors|2022|going on|\
A call in the third week is worth three later|On track in ninth grade|620 students|
College credit in high school|Credential|Wren Valley Community College; Wrenfield High School|2023|going on|\
Books cost more than tuition|Credential within six years|230 students|
"""

#: When it was decided how strategies go on.
DECIDED = {"College students as tutors": "2024-06-20", "Math lab after school": "2025-01-16"}

_CHANGES = """\
date|what|kind|outcome|strategy|evidence
2024-09-03|The community college gives credit for tutoring|practice|Third-grade reading|College students as tutors|\
Course catalog
2025-02-11|All licensed preschools accept one form|policy|Kindergarten-ready|One form for every preschool|\
Letters of 11 preschools
2025-06-18|Two funders pay for meals on Saturdays|money|Third-grade reading|Saturday reading rooms|\
Joint guidelines of two funders
"""


def strategies() -> pd.DataFrame:
    """List what the teams try, and what they learned.

    Returns
    -------
    DataFrame
    """
    listed = read_table(_STRATEGIES)
    listed["decided_on"] = listed["strategy"].map(DECIDED).fillna("")
    listed["team"] = listed["outcome"].map({outcome: team for team, outcome in TEAM_OUTCOMES.items()}).fillna("")
    return listed


def changes() -> pd.DataFrame:
    """List the policies, practices and flows of money that changed.

    Returns
    -------
    DataFrame
    """
    return read_table(_CHANGES)
