"""A small survey with a logo, colours and paragraphs of its own."""

import io
from pathlib import Path

from PIL import Image

NAMES = ("Alder School", "Birch Clinic", "Cedar Church", "Dogwood Fund", "Elm Library", "Fir Shelter")
SECTORS = ("Schools", "Health", "Faith", "Funders", "Schools", "Health")


def picture(size: tuple[int, int] = (600, 200), kind: str = "PNG", **saved: object) -> bytes:
    """A picture of one colour, as a file."""
    content = io.BytesIO()
    Image.new("RGB", size, "#7b1fa2").save(content, kind, **saved)
    return content.getvalue()


def own_survey(folder: Path, settings: str = "", logo: bytes | None = None) -> Path:
    """Write six organizations around the first, which all answered but the last, with these settings."""
    answered = [*["yes"] * (len(NAMES) - 1), "no"]
    rows = map(",".join, zip(NAMES, SECTORS, answered, strict=True))
    lists = {
        "organizations.csv": "organization,sector,answered\n" + "\n".join(rows),
        "ties.csv": "from,to\n" + "\n".join(f"{NAMES[0]},{name}\n{name},{NAMES[0]}" for name in NAMES[1:5]),
        "sectors.csv": "list,sector,sector_es\nours,Schools,Escuelas\nours,Health,Salud\nours,Police,Policía",
        "partnership.toml": f'name = "Ours"\n{settings}',
    }
    for name, text in lists.items():
        (folder / name).write_text(text, encoding="utf-8")
    if logo is not None:
        (folder / "logo.png").write_bytes(logo)
    return folder
