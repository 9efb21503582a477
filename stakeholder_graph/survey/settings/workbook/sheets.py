"""The sheets of the workbook partnership.xlsx: which columns they have, and what can be chosen in them.

Names of sheets, headers and words of dropdowns are a file format: they are the same in every language, and workbooks
of earlier versions have them.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import get_args

from stakeholder_graph.model import evidence_words
from stakeholder_graph.model.own_pages import Place, Readers, ReportPart
from stakeholder_graph.survey.settings.workbook.hints import OF_COLOURS, OF_FILES, OF_NAMES, OF_PARAGRAPHS, OF_QUESTIONS
from stakeholder_graph.text import N_, _

WORKBOOK_FILE = "partnership.xlsx"
#: The workbook in which people decide the rows of a rubric.
EVIDENCE_SHEET = evidence_words.EVIDENCE_SHEET
#: Workbooks of a partnership's folder that are no tables of somebody else's.
OUR_WORKBOOKS = (WORKBOOK_FILE, EVIDENCE_SHEET)
START = "Start here"
#: The row in which the list of facts in the first sheet begins, below the sentences.
FACTS_ROW = 6
SENTENCES = (
    N_("1. Go through the sheets from left to right and choose in each yellow cell: it waits for you."),
    N_("2. Correct whatever we guessed wrong; nothing in here is an answer to the survey, so you can do no harm."),
    N_('3. Save and close this workbook, then double-click "Make report" (or run: stakeholder-graph report FOLDER).'),
)


@dataclass(frozen=True, slots=True)
class Dropdown:
    """What can be chosen in a cell.

    Parameters
    ----------
    words : mapping of str to str
        The value in the settings by the word in the dropdown.
    others : bool
        Whether another text may be typed.

    Examples
    --------
    >>> BLANK.value("Not known"), BLANK.word("unobserved")
    ('unobserved', 'not known')
    """

    words: Mapping[str, str]
    others: bool = False

    def word(self, value: str) -> str:
        """Give the word of the dropdown for a value, or the value where it has none.

        Parameters
        ----------
        value : str
            As the settings have it.
        """
        return next((word for word, meant in self.words.items() if meant == value), value)

    def value(self, word: str) -> str:
        """Give the value for a word, in any case and however it is spaced; values themselves will do, too.

        Parameters
        ----------
        word : str
            As the cell has it.
        """
        folded = {shown.casefold(): value for shown, value in self.words.items()}
        return folded.get(" ".join(word.split()).casefold(), word)


@dataclass(frozen=True, slots=True)
class SheetField:
    """One column of a sheet, or one row of the list of facts.

    Parameters
    ----------
    header : str
        As it stands in the workbook.
    name : str
        The key in the settings or the table; for facts with a dot inside.
    width : int
        In letters.
    choice : Dropdown, optional
        What can be chosen.
    """

    header: str
    name: str
    width: int = 16
    choice: Dropdown | None = None


def _same(*words: str) -> Dropdown:
    return Dropdown({word: word for word in words})


YES_NO = _same("yes", "no")
PROMISES = _same("named with strength", "named", "aggregate", "backbone")
#: ``sector`` is an attribute of its own, and "unsure" a question that nobody has decided on.
UNDECIDED = "unsure"
KINDS = Dropdown(
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
        "consent to be named": "consent",
        "leave out": "ignore",
        UNDECIDED: UNDECIDED,
    }
)
TABLE_ROLES = Dropdown(
    {
        "ties": "ties",
        "matrix of ties": "matrix",
        "organizations": "organizations",
        "what they take part in": "affiliations",
        "what they take part in, a column each": "affiliation table",
        "indicators": "indicators",
        "answers": "answers",
        "network": "network",
        "dictionary": "dictionary",
        "contacts": "contacts",
        "not used": "not used",
    }
)
BLANK = Dropdown({"not known": "unobserved", "no tie": "no tie"})
COMBINE = _same("most", "mean", "latest")
ASKS = Dropdown({"ties": "ties", "trust": "trust", "how valuable": "value"})

FACTS = (
    SheetField("Name of the partnership", "name"),
    SheetField("Backbone organization", "backbone"),
    SheetField("What you call a sector", "sector"),
    SheetField("Ties have a direction", "directed", choice=YES_NO),
    SheetField("A tie counts if it is", "ties.default", choice=_same("reported", "either", "both")),
    SheetField(
        "Several answers in a table of ties", "ties.several_answers", choice=_same("combine", "latest", "first")
    ),
    SheetField("Preset to start from", "preset"),
    SheetField("The data are invented", "invented", choice=YES_NO),
    SheetField("File with a list of organizations", "organizations.file"),
    SheetField("Its column with their names", "organizations.organization"),
    SheetField("Its columns to keep", "organizations.attributes"),
    SheetField("Promise about who answered", "promises.who_answered", choice=_same("count", "named")),
    SheetField("Commitments that are not done", "promises.commitments", choice=_same("count", "named", "backbone")),
    SheetField("Draw lines only with extra caution", "strict", choice=YES_NO),
    SheetField("File with a network", "network.file"),
    SheetField("Its attribute with names", "network.name"),
    SheetField("Its attribute with kinds of tie", "network.layer"),
    SheetField("Its attribute with strengths", "network.weight"),
    SheetField("Language of the pages", "language", choice=_same("en", "es")),
    SheetField("Letters of files that are not UTF-8", "encoding"),
    SheetField("File with your logo", "pages.logo"),
    SheetField("Parts of the report that come first", "pages.order"),
)

SHEETS: Mapping[str, tuple[SheetField, ...]] = {
    "Questions": (
        SheetField("question", "question", 14),
        SheetField("wording", "wording", 44),
        SheetField("rows or options", "items", 34),
        SheetField("what it is", "kind", 18, KINDS),
        SheetField("why we think so", "reason", 44),
        SheetField("kind of tie", "layer", 18),
        SheetField("scale", "scale", 18),
        SheetField("box", "choice", 22),
        SheetField("item", "item", 18),
        SheetField("a blank means", "blank", 14, BLANK),
        SheetField("answers like a blank", "not_known"),
        SheetField("question that names partners", "partners"),
        SheetField("most names", "limit"),
        SheetField("asked of partners in", "asked_of"),
        SheetField("several respondents", "combine", 16, COMBINE),
        SheetField("rates", "about", 12, _same("agenda", "factor", "statement")),
        SheetField("who answers", "respondent", 24),
        SheetField("person", "person"),
        SheetField("also describes", "attributes"),
        SheetField("several answers", "several_answers", 16, _same("combine", "latest", "first")),
        SheetField("flagged answers", "flagged_answers", 16, _same("keep", "set aside")),
        SheetField("answers that agree", "agree"),
        SheetField("round", "wave", 10),
        SheetField("export", "file"),
        SheetField("columns like", "columns"),
    ),
    "Files": (
        SheetField("file", "file", 30),
        SheetField("sheet", "sheet", 16),
        SheetField("what it is", "role", 24, TABLE_ROLES),
        SheetField("from", "columns.from"),
        SheetField("to", "columns.to"),
        SheetField("organization", "columns.organization"),
        SheetField("id", "columns.id"),
        SheetField("sector", "columns.sector"),
        SheetField("its role", "columns.role"),
        SheetField("answered", "columns.answered"),
        SheetField("public", "columns.public"),
        SheetField("kind of tie", "columns.layer"),
        SheetField("strength", "columns.value"),
        SheetField("round", "columns.wave"),
        SheetField("who reports", "columns.respondent"),
        SheetField("direction", "columns.direction"),
        SheetField("item", "columns.item"),
        SheetField("kind of item", "columns.kind"),
        SheetField("indicator", "columns.indicator"),
        SheetField("period", "columns.period"),
        SheetField("all of the kind of tie", "layer", 20),
        SheetField("all in round", "wave"),
        SheetField("all of the kind of item", "kind", 20),
        SheetField("source", "source", 16, _same("list", "answer")),
        SheetField("a blank means", "blank", 14, BLANK),
    ),
    "Scales": (
        SheetField("scale", "scale", 24),
        SheetField("value", "value", 10),
        SheetField("name", "name", 50),
        SheetField("tie", "tie", 10, YES_NO),
    ),
    "Organizations": (
        SheetField("organization", "organization", 44),
        SheetField("sector", "sector", 24),
        SheetField("role", "role", 16, Dropdown({"backbone": "backbone"}, others=True)),
    ),
    "Names": (
        SheetField("written", "written", 44),
        SheetField("proposal", "proposal", 44),
        SheetField("score", "score", 8),
        SheetField("why", "why", 44),
        SheetField("decision", "decision", 44),
    ),
    "Sectors": (
        SheetField("list", "list", 16),
        SheetField("sector", "sector", 30),
        SheetField("share", "share", 10),
    ),
    "Promise": (
        SheetField("question", "question", 14),
        SheetField("box", "choice", 22),
        SheetField("round", "wave", 10),
        SheetField("wording", "wording", 50),
        SheetField("promise", "promise", 16, PROMISES),
    ),
    "Rounds": (
        SheetField("round", "name", 16),
        SheetField("date", "date", 14),
        SheetField("closes", "closes", 14),
        SheetField("files", "files", 60),
        SheetField("mode", "mode", 16),
        SheetField("wording", "wording", 50),
    ),
    "Layers": (
        SheetField("kind of tie", "layer", 24),
        SheetField("scale", "scale", 24),
        SheetField("promise", "promise", 16, PROMISES),
        SheetField("several respondents", "combine", 16, COMBINE),
        SheetField("asked of partners in", "asked_of", 24),
        SheetField("asks about", "asks", 16, ASKS),
        SheetField("has a direction", "directed", 16, YES_NO),
    ),
    "Colours": (
        SheetField("sector", "sector", 30),
        SheetField("colour", "colour", 12),
    ),
    "Paragraphs": (
        SheetField("place", "place", 16, _same(*get_args(Place))),
        SheetField("part of the report", "part", 18, _same(*get_args(ReportPart))),
        SheetField("who may read it", "readers", 16, _same(*get_args(Readers))),
        SheetField("title", "title", 30),
        SheetField("text", "text", 80),
        SheetField("title in English", "title_en", 30),
        SheetField("text in English", "text_en", 50),
        SheetField("title in Spanish", "title_es", 30),
        SheetField("text in Spanish", "text_es", 50),
    ),
    "Drafted": (
        SheetField("kind of row", "kind", 16),
        SheetField("row", "row", 60),
        SheetField("What you delete on its sheet stays deleted. To get it back, delete its row here, too.", "hint", 80),
    ),
}
#: What a cell says once somebody chooses it, by sheet and key.
HINTS = {
    "Questions": OF_QUESTIONS,
    "Files": OF_FILES,
    "Names": OF_NAMES,
    "Colours": OF_COLOURS,
    "Paragraphs": OF_PARAGRAPHS,
}
#: Columns without which a sheet means nothing, by sheet.
ESSENTIAL: Mapping[str, frozenset[str]] = {
    "Questions": frozenset({"question", "kind"}),
    "Scales": frozenset({"scale", "value", "name"}),
    "Organizations": frozenset({"organization"}),
    "Names": frozenset({"written", "decision"}),
    "Sectors": frozenset({"list", "sector"}),
    "Promise": frozenset({"question", "promise"}),
    "Rounds": frozenset({"name"}),
    "Files": frozenset({"file", "role"}),
    "Layers": frozenset({"layer"}),
    "Colours": frozenset({"sector", "colour"}),
    "Paragraphs": frozenset({"place", "text"}),
    "Drafted": frozenset({"kind", "row"}),
}
#: Sheets that are plain files in all but name, and the file each stands for.
PLAIN = {"Scales": "scales", "Organizations": "organizations", "Names": "names", "Sectors": "sectors"}
#: What the sheet Promise calls all ratings together.
ALL_RATINGS = "(all ratings)"
#: Between the parts of a list in one cell.
BETWEEN = " | "


def to_set_in_workbook(key: str, value: str) -> str:
    """Say how to set something in the workbook; part of a sentence.

    Parameters
    ----------
    key : str
        Its name in the settings: one of `FACTS`, or of the columns of the sheet Questions.
    value : str
        What it is to be.

    Examples
    --------
    >>> to_set_in_workbook("encoding", "cp1250")
    'write cp1250 beside “Letters of files that are not UTF-8” on the sheet “Start here”'
    """
    column = next((field.header for field in SHEETS["Questions"] if field.name == key), "")
    if column:
        return _("write {value} in the column “{column}” of its row", value=value, column=column)
    header = next((fact.header for fact in FACTS if fact.name == key), key)
    return _("write {value} beside “{header}” on the sheet “{sheet}”", value=value, header=header, sheet=START)


def sheet_file(sheet: str, file: str = WORKBOOK_FILE) -> str:
    """Name a sheet as problems do.

    Parameters
    ----------
    sheet : str
        A key of `SHEETS`.
    file : str
        The workbook.

    Examples
    --------
    >>> sheet_file("Scales")
    'partnership.xlsx, sheet “Scales”'
    """
    return _("{file}, sheet “{sheet}”", file=file, sheet=sheet)
