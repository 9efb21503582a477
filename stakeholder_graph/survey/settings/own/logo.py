"""Reads the logo: a picture in the partnership's folder, of which nothing but its pixels reaches a page."""

import io
import struct
import zlib
from base64 import b64encode
from collections.abc import Callable
from pathlib import Path

from stakeholder_graph.model.own_pages import Logo
from stakeholder_graph.model.problems import Inspection, suggestion
from stakeholder_graph.survey.settings.elements import Location
from stakeholder_graph.text import _, number

#: A file has so many bytes at most, and a picture so many pixels.
MOST_BYTES, MOST_PIXELS = 5_000_000, 40_000_000
#: No page shows it larger, on paper neither; a picture that is larger is made smaller.
BOX = (480, 160)
_FORMATS = ("PNG", "JPEG")
_ENDINGS = (".png", ".jpg", ".jpeg")
#: What Pillow raises where a file is no picture, or a damaged one.
_DAMAGED = (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, struct.error, zlib.error)

_Wrong = Callable[[str, str], None]


def read_logo(folder: Path, name: str, location: Location, inspection: Inspection) -> Logo | None:
    """Read a logo, noting what is wrong with it.

    Parameters
    ----------
    folder : Path
        Of the partnership.
    name : str
        The file in it.
    location : Location
        Where the settings name it.
    inspection : Inspection
        Takes the problem.

    Returns
    -------
    Logo or None
        Its pixels alone: a title, an author or a place that a camera wrote into the file is left behind.

    Examples
    --------
    >>> inspection = Inspection()
    >>> read_logo(getfixture("tmp_path"), "../logo.png", Location("partnership.toml"), inspection)
    >>> print(inspection.problems[0])
    partnership.toml, logo: The file “../logo.png” is not in the folder of the partnership. Copy it there.
    """

    def wrong(what: str, todo: str) -> None:
        inspection.wrong(what, todo, _("{file}, logo", file=location.file), location.row)

    path = (folder / name).resolve()
    if not path.is_relative_to(folder.resolve()):
        wrong(_("The file “{name}” is not in the folder of the partnership.", name=name), _("Copy it there."))
    elif not path.is_file():
        pictures = sorted(file.name for file in folder.iterdir() if file.suffix.casefold() in _ENDINGS)
        todo = suggestion(name, pictures, _("Copy it into the folder, or correct its name."))
        wrong(_("There is no file “{name}”.", name=name), todo)
    elif path.stat().st_size > MOST_BYTES:
        wrong(
            _("The file “{name}” is larger than {most} bytes.", name=name, most=number(MOST_BYTES)),
            _("Save it smaller: no page shows it wider than {width} pixels.", width=number(BOX[0])),
        )
    else:
        return _logo(path.read_bytes(), name, wrong)
    return None


def _logo(content: bytes, name: str, wrong: _Wrong) -> Logo | None:
    # It is loaded only where there is a logo.
    from PIL import Image, ImageOps

    try:
        opened = Image.open(io.BytesIO(content), formats=_FORMATS)
        # The size stands in the first bytes: whether there is memory for it is known before it is unpacked.
        if opened.width * opened.height > MOST_PIXELS:
            wrong(
                _("The picture “{name}” has more than {most} pixels.", name=name, most=number(MOST_PIXELS)),
                _("Save it smaller: no page shows it wider than {width} pixels.", width=number(BOX[0])),
            )
            return None
        picture = ImageOps.exif_transpose(opened).convert("RGBA")
    except (*_DAMAGED, Image.DecompressionBombError):
        wrong(
            _("The file “{name}” is no PNG and no JPEG, or it is damaged.", name=name),
            # An SVG can hold scripts and links, so that it is not taken either.
            _("Save the picture as PNG: a file that was only renamed stays what it was."),
        )
        return None
    picture.thumbnail(BOX)
    picture.info.clear()
    drawn = io.BytesIO()
    picture.save(drawn, "PNG", optimize=True)
    return Logo(b64encode(drawn.getvalue()).decode(), picture.width, picture.height)
