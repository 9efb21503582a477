"""What a change would do: in sentences, as a table, as data, and as a page on which departures are looked up."""

from stakeholder_graph.views.whatif.answers_data import answers_csv, answers_json
from stakeholder_graph.views.whatif.answers_text import answers_text
from stakeholder_graph.views.whatif.whatif_data import whatif_csv, whatif_json
from stakeholder_graph.views.whatif.whatif_text import departures_text, whatif_text

__all__ = [
    "answers_csv",
    "answers_json",
    "answers_text",
    "departures_text",
    "whatif_csv",
    "whatif_json",
    "whatif_text",
]
