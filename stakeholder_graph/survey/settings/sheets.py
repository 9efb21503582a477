"""The sheets of the workbook partnership.xlsx: which columns they have, and what can be chosen in them."""

from collections.abc import Mapping
from dataclasses import dataclass

WORKBOOK_FILE = "partnership.xlsx"
START = "Start here"
#: The row in which the list of facts in the first sheet begins, below the sentences.
FACTS_ROW = 6
SENTENCES = (
    "1. Go through the sheets from left to right and choose in each yellow cell: it waits for you.",
    "2. Correct whatever we guessed wrong; nothing in here is an answer to the survey, so you can do no harm.",
    '3. Save and close this workbook, then double-click "Make report" (or run: stakeholder-graph report FOLDER).',
)


@dataclass(frozen=True, slots=True)
class Choice:
    """What can be chosen in a cell.

    Parameters
    ----------
    words : mapping of str to str
        The value in the settings by the word in the dropdown.
    others : bool
        Whether another text may be typed.
    """

    words: Mapping[str, str]
    others: bool = False

    def word(self, value: str) -> str:
        """Give the word of the dropdown for a value."""
        return next((word for word, meant in self.words.items() if meant == value), value)

    def value(self, word: str) -> str:
        """Give the value for a word, in any case; values themselves will do, too."""
        folded = {each.casefold(): value for each, value in self.words.items()}
        return folded.get(word.casefold(), word)


@dataclass(frozen=True, slots=True)
class Field:
    """One column of a sheet, or one row of the list of facts.

    Parameters
    ----------
    header : str
        As it stands in the workbook.
    name : str
        The key in the settings or the table; for facts with a dot inside.
    width : int
        In letters.
    choice : Choice, optional
        What can be chosen.
    """

    header: str
    name: str
    width: int = 16
    choice: Choice | None = None


def _same(*words: str) -> Choice:
    return Choice({word: word for word in words})


YES_NO = _same("yes", "no")
PROMISES = _same("named", "aggregate", "backbone")
#: ``sector`` is an attribute of its own, and "unsure" a question that nobody has decided on.
UNDECIDED = "unsure"
KINDS = Choice(
    {
        "who answers": "identity",
        "tie": "tie",
        "outcome": "outcome",
        "activity": "activity",
        "team": "team",
        "meeting": "meeting",
        "asset": "asset",
        "need": "need",
        "indicator": "indicator",
        "rating": "rating",
        "sector": "sector",
        "about the organization": "attribute",
        "leave out": "ignore",
        UNDECIDED: UNDECIDED,
    }
)
BLANK = Choice({"not known": "unobserved", "no tie": "no tie"})
COMBINE = _same("most", "mean", "latest")
ASKS = Choice({"ties": "ties", "trust": "trust", "how valuable": "value"})
#: Decisions on a name, beside the organizations themselves.
DECISIONS = ("yes", "new", "nobody")

FACTS = (
    Field("Name of the partnership", "name"),
    Field("Backbone organization", "backbone"),
    Field("What you call a sector", "sector"),
    Field("Ties have a direction", "directed", choice=YES_NO),
    Field("A tie counts if it is", "ties.default", choice=_same("reported", "either", "both")),
    Field("The data are invented", "invented", choice=YES_NO),
    Field("File with a list of organizations", "organizations.file"),
    Field("Its column with their names", "organizations.organization"),
    Field("Its columns to keep", "organizations.attributes"),
)

SHEETS: Mapping[str, tuple[Field, ...]] = {
    "Questions": (
        Field("question", "question", 14),
        Field("wording", "wording", 44),
        Field("rows or options", "items", 34),
        Field("what it is", "kind", 18, KINDS),
        Field("why we think so", "reason", 44),
        Field("kind of tie", "layer", 18),
        Field("scale", "scale", 18),
        Field("box", "choice", 22),
        Field("item", "item", 18),
        Field("a blank means", "blank", 14, BLANK),
        Field("answers like a blank", "not_known"),
        Field("question that names partners", "partners"),
        Field("most names", "limit"),
        Field("asked of partners in", "asked_of"),
        Field("several respondents", "combine", 16, COMBINE),
        Field("rates", "about", 12, _same("agenda", "factor", "statement")),
        Field("who answers", "respondent", 24),
        Field("person", "person"),
        Field("also describes", "attributes"),
        Field("round", "wave", 10),
        Field("export", "file"),
        Field("columns like", "columns"),
    ),
    "Scales": (
        Field("scale", "scale", 24),
        Field("value", "value", 10),
        Field("name", "name", 50),
        Field("tie", "tie", 10, YES_NO),
    ),
    "Organizations": (
        Field("organization", "organization", 44),
        Field("sector", "sector", 24),
        Field("role", "role", 16, Choice({"backbone": "backbone"}, others=True)),
    ),
    "Names": (
        Field("written", "written", 44),
        Field("proposal", "proposal", 44),
        Field("score", "score", 8),
        Field("why", "why", 44),
        Field("decision", "decision", 44),
    ),
    "Sectors": (
        Field("list", "list", 16),
        Field("sector", "sector", 30),
        Field("share", "share", 10),
    ),
    "Promise": (
        Field("question", "question", 14),
        Field("box", "choice", 22),
        Field("round", "wave", 10),
        Field("wording", "wording", 50),
        Field("promise", "promise", 16, PROMISES),
    ),
    "Rounds": (
        Field("round", "name", 16),
        Field("date", "date", 14),
        Field("files", "files", 60),
    ),
    "Layers": (
        Field("kind of tie", "layer", 24),
        Field("scale", "scale", 24),
        Field("promise", "promise", 16, PROMISES),
        Field("several respondents", "combine", 16, COMBINE),
        Field("asked of partners in", "asked_of", 24),
        Field("asks about", "asks", 16, ASKS),
    ),
}
#: Sheets that are plain files in all but name, and the file each stands for.
PLAIN = {"Scales": "scales", "Organizations": "organizations", "Names": "names", "Sectors": "sectors"}
#: What the sheet Promise calls all ratings together.
ALL_RATINGS = "(all ratings)"
#: Between the parts of a list in one cell.
BETWEEN = " | "


def sheet_file(sheet: str, file: str = WORKBOOK_FILE) -> str:
    """How problems name a sheet.

    Examples
    --------
    >>> sheet_file("Scales")
    'partnership.xlsx, sheet "Scales"'
    """
    return f'{file}, sheet "{sheet}"'
