"""The README, which carries the tables between marks: one pair of marks a part."""

from pathlib import Path

README = Path(__file__).resolve().parents[2] / "README.md"


def marks(part: str) -> tuple[str, str]:
    """The lines between which a part stands."""
    return f"<!-- benchmarks: {part} -->", f"<!-- end of {part} -->"


def into(text: str, part: str, written: str) -> str:
    """The text with a part between its marks, if it has them."""
    begins, ends = marks(part)
    if begins not in text:
        return text
    head, rest = text.split(begins, 1)
    return f"{head}{begins}\n\n{written}\n{ends}{rest.split(ends, 1)[1]}"
