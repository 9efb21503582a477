"""What each table is: the answers of a survey, ties, organizations, affiliations, or nothing that is used.

Tables are opened once (`open_tables`), looked at one by one (`recognize`) and then together (`together`); what was
found, or what the settings say, turns them into the tables of plain files (`as_plain`), which `survey/plain` reads.
"""
