"""What to expect of short questionnaires: in words and as data, for the desk."""

from stakeholder_graph.views.short_survey.expected_data import expected_csv, expected_json
from stakeholder_graph.views.short_survey.expected_text import expected_text

__all__ = ["expected_csv", "expected_json", "expected_text"]
