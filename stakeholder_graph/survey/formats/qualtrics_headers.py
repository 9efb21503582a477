"""The headers of a Qualtrics export: what each column's tag and id say of its question, row, option and loop."""

import re
from dataclasses import dataclass

from stakeholder_graph.survey.formats.source import Source, plain
from stakeholder_graph.tabular.files import trimmed

ID_ROW = re.compile(r"""\{\s*["'“”]ImportId["'“”]\s*:\s*["'“”]([^"'“”]*)["'“”]""")
_CHOICE = re.compile(r"""["'“”]choiceId["'“”]\s*:\s*["'“”]([^"'“”]*)["'“”]""")
_QUESTION_ID = re.compile(r"((?:\d+_)?QID\d+(?:#\d+)?)(?:[-_](.+))?")
_TAGGED = re.compile(r"(.+?)((?:_\d+)+)(_TEXT)?")

#: What Qualtrics notes by itself, in any of its layouts, in lower case with or without blanks.
NOTED = re.compile(
    "start ?date|end ?date|status|response ?type|ip ?address|progress|duration( ?[(]in ?seconds[)])?|finished|"
    "recorded ?date|response ?id|_record ?id|response ?set|name|recipient ?(last|first) ?name|recipient ?email|"
    "email ?address|external ?(data)? ?reference|location ?(latitude|longitude|accuracy)|distribution ?channel|"
    "user ?language|q_(recaptcha|relevant ?id|ballot ?box|duplicate).*|q_total ?duration"
)


@dataclass(frozen=True, slots=True)
class QualtricsHeader:
    """One column: its header, its text, its id and, split in parts, what the id says.

    One of a loop has the tag of its question without the loop, and says whether the export only numbers the partner.
    """

    place: int
    header: str
    text: str
    question: str
    parts: tuple[str, ...] = ()
    is_text: bool = False
    noted: bool = False
    is_choice: bool = False
    tag: str = ""
    unnamed: bool = False

    @property
    def in_loop(self) -> bool:
        """Whether the question may be one of a loop: its id begins with the number of the loop, or ends with it."""
        return not self.noted and re.match(r"\d{1,4}_|.+[(]\d{1,4}[)]", self.question) is not None


def read_headers(source: Source, count: int, id_row: int | None) -> list[QualtricsHeader]:
    """Read what the headers say.

    Parameters
    ----------
    source : Source
        The export.
    count : int
        How many rows hold headers.
    id_row : int or None
        In which of them the ids stand.
    """
    texts = source.rows[1] if count > 1 else source.rows[0]
    ids = source.rows[id_row] if id_row is not None else []
    width = max(len(trimmed(source.rows[0])), len(trimmed(ids)))  # a damaged file may have ids without headers
    top = [*source.rows[0], *[""] * width][:width]
    old = key_of(top[0]) == "v1"
    heads = []
    for place, written_header in enumerate(top):
        header = written_header or f"Column {place + 1}"
        text = plain(texts[place]) if place < len(texts) else ""
        written = ids[place] if place < len(ids) else ""
        match, choice = ID_ROW.match(written), _CHOICE.search(written)
        name = match[1] if match else written
        question = _QUESTION_ID.fullmatch(name)
        if question:
            parts = [part for part in re.split(r"[-_]", question[2] or "") if part] + ([choice[1]] if choice else [])
            is_text = "TEXT" in parts
            heads.append(
                QualtricsHeader(place, header, text, question[1], tuple(parts), is_text, is_choice=choice is not None)
            )
        elif id_row is not None or NOTED.fullmatch(key_of(text if old and re.fullmatch(r"V\d+", header) else header)):
            header = text if old and re.fullmatch(r"V\d+", header) else header
            heads.append(QualtricsHeader(place, header, text, header, noted=True))
        else:
            tagged = _TAGGED.fullmatch(header)
            parts = tagged[2].strip("_").split("_") if tagged else []
            is_text = header.endswith("_TEXT")
            heads.append(QualtricsHeader(place, header, text, tagged[1] if tagged else header, tuple(parts), is_text))
    return heads


def key_of(header: str) -> str:
    """Give a header without blanks and case, to compare it by.

    Parameters
    ----------
    header : str
        As written.

    Examples
    --------
    >>> key_of("Response ID")
    'responseid'
    """
    return re.sub(r"\s+", "", header).casefold()
