# ruff: noqa: E501
"""The list of formats in README, made from the layouts: ``python -m tests.front_door.formats`` writes it anew."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.front_door.layouts import LAYOUTS

README = Path(__file__).resolve().parents[2] / "README.md"


@dataclass(frozen=True)
class Format:
    """A row of a list.

    Parameters
    ----------
    name : str
        What people have.
    layouts : tuple of str
        How the names of its layouts begin.
    arrives : str
        What of it arrives.
    """

    name: str
    layouts: tuple[str, ...]
    arrives: str


FORMATS: dict[str, tuple[Format, ...]] = {
    "tables": (
        Format("List of ties", ("tie list", "zeros", "a tie to oneself", "not known, where"), "From and To, or the words of other tools; kinds of tie, strengths, rounds"),
        Format("Organizations and ties", ("nodes", "organizations", "sheets under", "ties and notes", "who answered", "not known, in words", "an ending"), "names or ids, sectors, who answered"),
        Format("Matrix or roster", ("matrix, ", "matrices", "ticks", "roster", "not known, in a roster", "total"), "whole, half, with ticks, strengths or words; rows of those who answered"),
        Format("One file or sheet a round or a kind of tie", ("one ",), "rounds and kinds under their names"),
        Format("What organizations take part in", ("list of", "table of", "ties and projects"), "a list, or a column each, with ties or without"),
        Format("Answers, one row a respondent", ("answers",), "grids, partners in fields, several ticks in a cell, several questions, rounds"),
        Format("Workbook (XLSX, ODS, XLS)", ("sheets, ", "workbook"), "visible sheets, merged cells, titles above headers, headers in two rows, formats of numbers"),
        Format("Text in any letters", ("letters", "line", "a line", "separators", "bars"), "UTF-8 and UTF-16; others are told by how the words read, and shown where in doubt"),
    ),
    "tools": (
        Format("Qualtrics", ("Qualtrics",), "CSV with labels or numbers, TSV, XLSX, older layouts; Loop & Merge"),
        Format("SurveyMonkey", ("SurveyMonkey",), "expanded and condensed, CSV and XLSX; words beside “other”"),
        Format("Google Forms", ("Google",), "linked sheet, own download, XLSX; grids of one or several ticks"),
        Format("Microsoft Forms", ("Microsoft",), "the workbook; grids, several ticks"),
        Format("KoboToolbox, ODK", ("Kobo",), "labels or names with the form beside it, any sign between groups, repeated parts"),
        Format("LimeSurvey", ("LimeSurvey",), "full texts, or codes and texts"),
        Format("REDCap", ("REDCap",), "raw data with the dictionary beside it, or labels"),
    ),
    "networks": (
        Format("GraphML (networkx, igraph, Gephi, yEd, Visone), GEXF, GML", ("GraphML", "GEXF", "GML", "a network"), "labels, attributes, strengths, ties one way and both ways, kinds of tie"),
        Format("Pajek (`.net`, `.paj`)", ("Pajek",), "arcs one way, edges both ways, relations as kinds of tie; partitions as attributes"),
        Format("UCINET DL (`.dl`, `.txt`)", ("UCINET",), "whole and half matrices, edge lists, node lists; several matrices as kinds of tie"),
        Format("Matrix with blanks between (`.txt`)", ("matrix with",), "a square of numbers, with the same names above and beside it or none"),
        Format("JSON of nodes and edges", ("JSON",), "networkx, D3, vis.js, sigma, graphology, Cytoscape, JSON Graph Format"),
        Format("Kumu", ("Kumu",), "the workbook, the JSON of a blueprint, the backup of a project"),
        Format("NodeXL, Polinode", ("NodeXL", "Polinode"), "their workbooks"),
        Format("Gephi's tables", ("Gephi",), "`Source`, `Target`, `Type`, `Weight`, with the table of nodes beside it or in one workbook"),
    ),
}  # fmt: skip


def rows_of(which: str) -> Iterator[str]:
    """The lines of one list: each format, what arrives, and in how many layouts the tests try it."""
    yield "| what you have | what arrives | layouts tried |"
    yield "|---|---|---:|"
    for row in FORMATS[which]:
        yield f"| {row.name} | {row.arrives} | {sum(name.startswith(row.layouts) for name in LAYOUTS)} |"


def with_lists(text: str) -> str:
    """README with its lists as they are now."""
    for which in FORMATS:
        begin, end = f"<!-- formats: {which} -->\n", f"<!-- end of {which} -->"
        before, _begin, rest = text.partition(begin)
        _old, _end, after = rest.partition(end)
        text = f"{before}{begin}\n" + "\n".join(rows_of(which)) + f"\n\n{end}{after}"
    return text


if __name__ == "__main__":
    README.write_text(with_lists(README.read_text("utf-8")), "utf-8")
