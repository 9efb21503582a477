"""What the tables, values and sentences of pages mean: each that the attack understands is declared once, here.

Measures and columns have the names that the evaluator's tables print; quantities are those of `quantities`.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

Row = Mapping[str, str]
#: Of one row: (quantity, column, of, over).
Reader = Callable[[Row], Iterable[tuple[str, str, tuple[str, ...], str]]]


def _answered_by_sector(row: Row) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    yield "answered", "Answered", () if row["Sector"] == "All organizations" else (row["Sector"],), ""


def _mixing(row: Row) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    yield "mentions", "observed", (row["from_sector"], row["to_sector"]), ""


def _grid(row: Row) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    for sector in row:
        if sector:
            yield "mentions", sector, (row[""], sector), ""


def _where_ties_go(row: Row) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    yield "mentions", "Within it", (row["Sector"], row["Sector"]), ""
    yield "mentions leaving", "To other sectors", (row["Sector"],), ""


def _within_and_leaving(row: Row) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    yield "mentions", "internal", (row["sector"], row["sector"]), ""
    yield "mentions leaving", "external", (row["sector"],), ""


def _homophily(row: Row) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    yield "mentions by", "ties", (row["sector"],), ""
    yield "mentions", "inside", (row["sector"], row["sector"]), ""


def _within_and_across(row: Row) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    where = {"within one sector": "within", "across sectors": "across"}.get(row["where"])
    if where:
        yield f"mentions {where}", "ties", (), ""
        yield f"asked {where}", "possible", (), ""


def _levels(row: Row) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    if row["level"] == "none":
        yield "no mention", "ties", (), ""
    else:
        yield "mentions at level", "ties", (row["level"],), ""


def _network(**columns: str) -> Reader:
    """A table of one row whose columns are numbers of the whole network."""
    return lambda row: ((quantity, column, (), "") for column, quantity in columns.items() if column in row)


def _overlap(row: Row) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    for column in ("both", "either"):
        yield f"in {column} layers", column, (row["layer"], row["other_layer"]), ""


def _reached(row: Row) -> Iterator[tuple[str, str, tuple[str, ...], str]]:
    yield "answered", "organizations", (), ""
    if row["parts"] == "1":
        yield "parts", "parts", (), ""


#: Measure, columns that the table must have, reader.
TABLES: tuple[tuple[str, frozenset[str], Reader], ...] = (
    ("response", frozenset({"Sector", "Answered"}), _answered_by_sector),
    ("ei_index", frozenset({"Sector", "Within it", "To other sectors"}), _where_ties_go),
    ("ei_index", frozenset({"sector", "internal", "external"}), _within_and_leaving),
    ("sector_mixing", frozenset({"from_sector", "to_sector", "observed"}), _mixing),
    ("sector_mixing", frozenset({""}), _grid),
    ("coleman_homophily", frozenset({"sector", "ties", "inside"}), _homophily),
    ("odds_ratio", frozenset({"where", "ties", "possible"}), _within_and_across),
    ("collaboration_levels", frozenset({"level", "ties"}), _levels),
    ("collaboration_levels", frozenset({"ties", "mean"}), _network(ties="mentions")),
    (
        "discrepant_pairs",
        frozenset({"pairs", "named_by_both"}),
        _network(
            pairs="pairs known",
            named_by_one="named by one",
            named_by_both="named by both",
            different="levels differ",
            far_apart="levels far apart",
        ),
    ),
    ("multiplexity", frozenset({"layer", "other_layer", "both", "either"}), _overlap),
    ("connectedness", frozenset({"organizations", "parts"}), _reached),
    ("core_periphery", frozenset({"organizations", "core"}), _network(organizations="answered")),
    ("outcome_coverage", frozenset({"answered", "silent"}), _network(answered="answered")),
    ("outcome_coverage", frozenset({"outcome", "organizations"}), _network(organizations="answered at least")),
)

#: The value of a finding, where it is a share of two quantities.
VALUES: Mapping[str, tuple[str, str]] = {
    "response": ("answered", "organizations"),
    "density": ("mentions", "asked"),
    "confirmation": ("named by both", "pairs known"),
    "reciprocity": ("mentions returned", "mentions between answered"),
    "discrepant_pairs": ("levels differ", "named by both"),
    "ei_index": ("mentions across less within", "mentions"),
}

#: What is said in words alone: of these two quantities, the least and the most that the share can be.
WORDS: Mapping[str, tuple[str, str, float, float]] = {
    "reciprocity": ("mentions returned", "mentions between answered", 0.5, 1.0),
}

#: Sentences on any page or slide: how many, of all organizations of the wave that the folder speaks of.
SENTENCES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"\b(\d+) of (\d+) (?:organizations )?(?:have )?answered"), "answered"),
)
