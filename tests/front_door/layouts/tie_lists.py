# ruff: noqa: E501
"""Lists of ties, under the headers that people use."""

from tests.front_door.files import Book, table
from tests.front_door.layout import layout
from tests.front_door.partnership import KINDS, MUTUAL, OFTEN, TIES, TWO_KINDS, listed, pairs

layout("tie list, From and To", {"partners.csv": table(pairs("From", "To"))})
layout("tie list, To before From", {"list.csv": table([["To", "From"], *([b, a] for a, b, _n in TIES)])})
layout("tie list, source and target", {"links.csv": table(pairs("source", "target"))})
layout("tie list, Sender and Receiver", {"data.csv": table(pairs("Sender", "Receiver"))})
layout("tie list, ego and alter", {"egos.csv": table(pairs("ego", "alter", "weight", value=True))})
layout("tie list, FromID and ToID", {"edges.csv": table(pairs("FromID", "ToID"))})
layout("tie list, org1 and org2", {"pairs.csv": table(pairs("org1", "org2", "count", value=True))})
layout("tie list, node1 and node2", {"pairs.csv": table(pairs("node1", "node2"))})
layout("tie list, headers nobody knows", {"helps.csv": table(pairs("Agency", "Helps with families"))})
layout("tie list, semicolons", {"partners.csv": table(pairs("From", "To"), ";")})
layout("tie list, tabs", {"partners.tsv": table(pairs("From", "To"), "\t")})
layout("tie list, workbook", {"partners.xlsx": Book({"Sheet1": pairs("From", "To")})})
layout("tie list, row numbers before it", {"edges.csv": table([["", "from", "to"], *([n, a, b] for n, (a, b, _v) in enumerate(TIES, 1))])})  # fmt: skip
layout("tie list, a title above", {"partners.csv": table([["Who works with whom"], *pairs("From", "To")], heads=2)})
layout("tie list, how often in words", {"partners.csv": table([["From", "To", "How often"], *([a, b, OFTEN[n]] for a, b, n in TIES)])})  # fmt: skip
layout("tie list, kinds of tie in a column", {"partners.csv": table([["From", "To", "Kind of work"], *KINDS])}, ties=TWO_KINDS)  # fmt: skip
layout("tie list, rounds in a column", {"partners.csv": table([["From", "To", "Year"], *([a, b, y] for y in (2023, 2024) for a, b, _n in TIES)])}, waves=2)  # fmt: skip
layout("tie list, several names in a cell", {"partners.csv": table([["From", "To"], *([a, "; ".join(b for c, b, _n in TIES if c == a)] for a in dict.fromkeys(t[0] for t in TIES))])})  # fmt: skip
layout("tie list, usual name and other headers", {"ties.csv": table(pairs("sender", "receiver", "count", value=True)), "organizations.csv": table(listed("organization", "sector"))})  # fmt: skip
layout("tie list, near duplicates", {"partners.csv": table([*pairs("From", "To"), ["Alder Clinic", "Hazel Pantrry"]])}, ties={"collaboration": 11}, varied="nothing")  # fmt: skip
layout("tie list, no tie returned", {"partners.csv": table([["From", "To"], *MUTUAL])}, ties={"collaboration": 8}, possible=28)  # fmt: skip
layout("tie list, each tie written both ways", {"partners.csv": table([["From", "To"], *MUTUAL, *([b, a] for a, b in MUTUAL)])}, ties={"collaboration": 8}, possible=28)  # fmt: skip
layout("tie list, undirected by a column", {"edges.csv": table([["Source", "Target", "Type"], *([a, b, "Undirected"] for a, b in MUTUAL)])}, ties={"collaboration": 8}, possible=28)  # fmt: skip
layout("tie list, capitals and spaces", {"partners.csv": table([["From", "To"], *([a.upper() if n == 3 else a, f" {b} "] for a, b, n in TIES)])}, varied="nothing")  # fmt: skip
