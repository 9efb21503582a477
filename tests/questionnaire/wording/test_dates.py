"""Dates are put into the other language; what is no date stays."""

import pytest

from stakeholder_graph.questionnaire.wording.dates import date_in_words
from stakeholder_graph.text import speaking


@pytest.mark.parametrize(
    ("written", "english", "spanish"),
    [
        ("March 1st, 2026", "March 1st, 2026", "1 de marzo de 2026"),
        ("the 2nd of May", "the 2nd of May", "the 2nd of May"),
        ("2nd of May", "2nd of May", "2 de mayo"),
        ("12 december 2026", "12 december 2026", "12 de diciembre de 2026"),
        ("3 de septiembre de 2026", "September 3, 2026", "3 de septiembre de 2026"),
        ("3 de septiembre", "September 3", "3 de septiembre"),
        ("29 February", "29 February", "29 de febrero"),
        ("31 de junio", "31 de junio", "31 de junio"),
        ("the end of May", "the end of May", "the end of May"),
        ("2026-03-01", "2026-03-01", "1 de marzo de 2026"),
    ],
)
def test_a_date_in_either_language(written: str, english: str, spanish: str) -> None:
    assert date_in_words(written) == english
    with speaking("es"):
        assert date_in_words(written) == spanish
