"""What a large network leaves out of pages and files: all the limits of reports and exports, in one place.

A page holds what somebody can read and a browser opens; all numbers stand in the CSV files and in what `measure` and
`export` write. Whatever is left out is said where it would have stood. Limits of measures stand with the
measures, whose findings say them.
"""

#: Rows of one table that a page shows; of a longer one the first tenth of these, and the CSV files have them all.
MOST_ROWS_SHOWN = 1_000
#: Rows of one table that the workbook and the findings.json of a report hold, so that both open; of a longer one the
#: first, and the CSV files have them all.
MOST_ROWS_IN_FILES = 10_000
#: Organizations up to which their connections are drawn on page one, presented, and printed as posters.
MOST_DRAWN = 2_000
#: Organizations that get a place in the files of other tools; more are for these tools to arrange.
MOST_PLACED = 5_000
#: Names that one line of an outcome's page lists; of more the first tenth of these.
MOST_NAMES_LISTED = 300
#: Marks for the organizations of one sector that a picture draws; of more one mark stands for ten, a hundred, ...
MOST_MARKS = 300


def shown_of(count: int, most: int) -> int:
    """How many a page shows of what there is: all, or of more than so many a tenth of these.

    Whoever has to look up one of very many does not look for it on a page, which opens the sooner the less it holds.

    Parameters
    ----------
    count : int
        How many there are.
    most : int
        Up to how many all of them are shown.

    Examples
    --------
    >>> shown_of(1_000, 1_000), shown_of(1_001, 1_000)
    (1000, 100)
    """
    return count if count <= most else max(1, most // 10)
