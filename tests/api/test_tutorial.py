"""The tutorial notebook runs from top to bottom, and what is stored of it is what running gives."""

import re
from typing import Any

import pytest

from tools.tutorial import Output, read_cells, run_cells

_NUMBER = re.compile(r"[-−]?\d[\d,]*\.?\d*(?:e[-+]?\d+)?")


@pytest.fixture(scope="module")
def code() -> list[dict[str, Any]]:
    return [cell for cell in read_cells() if cell["cell_type"] == "code"]


@pytest.fixture(scope="module")
def ran(code: list[dict[str, Any]]) -> list[list[Output]]:
    return run_cells(code)


def texts(outputs: list[Output]) -> list[str]:
    """All that is shown, kind by kind."""
    return ["".join(lines) for output in outputs for lines in output.get("data", {"text": output.get("text")}).values()]


def test_it_shows_what_its_cells_end_with(ran: list[list[Output]]) -> None:
    html = [
        "".join(out["data"]["text/html"]) for outputs in ran for out in outputs if "text/html" in out.get("data", {})
    ]
    assert len(html) >= 10
    assert all("<table" in text for text in html)
    # The partnership's first table says how many answered, and the graph of the room has no direction.
    assert "<td>43</td>" in html[0]
    assert texts(ran[-1])[-1].rstrip().endswith("61 nodes and 784 edges")


def test_what_is_stored_is_what_running_gives(code: list[dict[str, Any]], ran: list[list[Output]]) -> None:
    """Words to the letter; numbers nearly, as the last digits of a draw differ from one processor to the next."""
    assert [cell["execution_count"] for cell in code] == list(range(1, len(code) + 1))
    for cell, outputs in zip(code, ran, strict=True):
        stored, again = texts(cell["outputs"]), texts(outputs)
        told = f"{cell['id']} shows something else now: run python -m tools.tutorial"
        assert [_NUMBER.sub("#", text) for text in stored] == [_NUMBER.sub("#", text) for text in again], told
        numbers = [[_read(number) for text in side for number in _NUMBER.findall(text)] for side in (stored, again)]
        assert numbers[0] == pytest.approx(numbers[1], rel=0.02, abs=0.011), told


def test_nothing_stored_tells_of_a_machine_or_an_hour(code: list[dict[str, Any]]) -> None:
    shown = "".join(text for cell in code for text in texts(cell["outputs"]))
    assert not re.findall(r"/tmp|/home|/work|/Users|[A-Z]:\\|0x[0-9a-f]{6}|\d seconds|\d:\d\d", shown)


def _read(number: str) -> float:
    return float(number.replace("−", "-").replace(",", ""))
