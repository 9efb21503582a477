"""Days in words: in Spanish "21 de octubre de 2025" (Real Academia Española, Ortografía); in English as in files."""

import pytest

from stakeholder_graph.text import day, speaking
from tests.text.pseudo import speaking_pseudo


@pytest.mark.parametrize(
    ("written", "spanish"),
    [
        ("2025-10-21", "21 de octubre de 2025"),
        ("2026-01-01", "1 de enero de 2026"),
        ("2026-02-31", "2026-02-31"),  # no such day
        ("2025-10", "2025-10"),  # may be a school year
        ("fin de curso", "fin de curso"),
        ("", ""),
    ],
)
def test_a_day_is_written_with_its_month_in_spanish(written: str, spanish: str) -> None:
    assert day(written) == written
    with speaking("es"):
        assert day(written) == spanish


def test_a_language_that_nobody_knows_has_the_day_as_files_do() -> None:
    with speaking_pseudo():
        assert day("2025-10-21") == "2025-10-21"
