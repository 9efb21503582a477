"""Networks with everything that a format may lose, and any others."""

import unicodedata
from datetime import date

from hypothesis import strategies as st

from stakeholder_graph.exchange.network import NetworkEdge, NetworkFile, NetworkNode, Value

#: What is hard to write: quotes, other scripts, line breaks, marks of spreadsheets and of markup, blanks.
MULTILAYER = NetworkFile(
    "Ours & <theirs>",
    (
        NetworkNode('The "Old" Mill', {"sector": "Arts, culture", "staff": 12, "open": True}, 10.5, -3.0, "#0072B2"),
        NetworkNode(
            "Größe – Ñandú 学校", {"sector": "Schools", "share": 0.25, "since": date(2019, 3, 1)}, 0.0, 7.25, "#E69F00"
        ),
        NetworkNode("=1+1", {"note": 'first line\nsecond line; "quoted"'}, 4.0, 4.0, "#E69F00"),
        NetworkNode("Alone", {"open": False}, -8.0, 1.0, "#009E73"),
    ),
    (
        NetworkEdge(0, 1, "contact", "2025", directed=True, weight=2.0, attributes={"respondent": "A. Ruiz"}),
        NetworkEdge(1, 0, "contact", "2025", directed=True),
        NetworkEdge(1, 2, "contact", "2025", directed=True, weight=0.5),
        # A second person of the same organization reported the first of them too.
        NetworkEdge(0, 1, "contact", "2025", directed=True, weight=1.0, attributes={"respondent": 'Böll, "B."'}),
        NetworkEdge(0, 1, "data sharing", "2025", directed=False, weight=3.0),
        NetworkEdge(2, 0, "data sharing", "2025", directed=False, attributes={"agreed": True}),
    ),
    ("contact", "data sharing"),
    ("2025",),
)

#: Letters that text turns into when it is read in the wrong encoding: readers take "Ã±" back to "ñ".
_MISREAD = "".join(map(chr, range(0x80, 0x100)))
#: Names and texts without what no reader keeps: blanks at the ends, control characters, several blanks in a row.
_words = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z"), exclude_characters=f"|{_MISREAD}"), min_size=1
)
_texts = st.lists(_words, min_size=1, max_size=3).map(lambda words: unicodedata.normalize("NFC", " ".join(words)))
_values: st.SearchStrategy[Value] = st.one_of(
    _texts,
    st.integers(-(10**9), 10**9),
    st.floats(-1e9, 1e9).map(lambda number: number + 0.0),
    st.booleans(),
    st.dates(),
)


@st.composite
def networks(draw: st.DrawFn) -> NetworkFile:
    """Any network of one wave with up to six organizations."""
    names = draw(st.lists(_texts, min_size=2, max_size=6, unique_by=lambda name: name.casefold()))
    columns = draw(st.lists(st.sampled_from(["staff", "county", "founded"]), unique=True))
    nodes = [NetworkNode(name, {column: draw(_values) for column in columns if draw(st.booleans())}) for name in names]
    pairs = [(a, b) for a in range(len(names)) for b in range(len(names)) if a != b]
    chosen = draw(
        st.lists(st.tuples(st.sampled_from(pairs), st.sampled_from(["contact", "trust"])), min_size=1, unique=True)
    )
    weights = st.one_of(st.none(), st.floats(0.125, 100, width=16))
    edges = [NetworkEdge(*pair, layer, "2025", directed=True, weight=draw(weights)) for pair, layer in chosen]
    return NetworkFile("Ours", tuple(nodes), tuple(edges), ("contact", "trust"), ("2025",))
