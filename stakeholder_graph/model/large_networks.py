"""What a large network leaves out of pages and files: all the limits of reports and exports, in one place.

A page holds what somebody can read and a browser opens; all numbers stand in the workbook, the CSV files and what
`measure` and `export` write. Whatever is left out is said where it would have stood. Limits of measures stand with the
measures, whose findings say them.
"""

#: Rows of one table that a page shows; of a longer one the first, and the workbook has them all.
MOST_ROWS_SHOWN = 1_000
#: Organizations up to which their connections are drawn on page one, presented, and printed as posters.
MOST_DRAWN = 2_000
#: Organizations that get a place in the files of other tools; more are for these tools to arrange.
MOST_PLACED = 5_000
#: Names that one line of an outcome's page lists.
MOST_NAMES_LISTED = 300
