# ruff: noqa: E501
"""One file or sheet a kind of tie, and one a round."""

from tests.front_door.files import Book, table
from tests.front_door.layout import layout
from tests.front_door.partnership import nodes, pairs

layout("one file a round", {"ties_2023.csv": table(pairs("From", "To")), "ties_2024.csv": table(pairs("From", "To"))}, waves=2)  # fmt: skip
layout("one sheet a round", {"survey.xlsx": Book({"2023": pairs("From", "To"), "2024": pairs("From", "To")})}, waves=2)
layout("one file a kind of tie", {"funding.csv": table(pairs("From", "To")), "referrals.csv": table(pairs("From", "To"))}, ties={"funding": 10, "referrals": 10})  # fmt: skip
layout("one sheet a kind of tie, with organizations", {"network.xlsx": Book({"Members": nodes("id", "name", "sector"), "Funding": pairs("from", "to", ids=True), "Referrals": pairs("from", "to", ids=True)})}, ties={"funding": 10, "referrals": 10})  # fmt: skip
